import { inOrder } from './severity';
import { quote } from '../sheet/quote';
import { remember } from '../sheet/remember';
import { formatAddress } from '../sheet/address';
import { contains, hiddenAt, sameCell, type SheetSnapshot } from '../sheet/snapshot';
import type { Agreement, Check, CheckInput, Comparison, Finding, Outcome, Report, Way } from './finding';

const PLACEHOLDER = /(“\{[a-zA-Z]{1,30}\}”|\{[a-zA-Z]{1,30}\})/;

/** A message taken apart at its placeholders, once for all the findings that it will serve. */
const piecesOf = remember((message) =>
  message.split(PLACEHOLDER).map((text) => {
    const quoted = text.startsWith('“{');
    const name = PLACEHOLDER.test(text) ? text.slice(quoted ? 2 : 1, quoted ? -2 : -1) : null;
    return { text, name, quoted };
  }),
);

/**
 * Puts data into the `{placeholders}` of a message, with its own quotation marks made single where the message quotes it;
 * one without data stays, so that the tests can see it.
 */
export function fill(text: string, data: Readonly<Record<string, string>> = {}): string {
  let filled = '';
  for (const { text: written, name, quoted } of piecesOf(text)) {
    const value = name !== null && Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) filled += written;
    else filled += quoted ? quote(value) : value;
  }
  return filled;
}

/** A report as the officer reads it. Throws where the check yields a message that it does not have. */
export function toFinding(check: Check, report: Report): Finding {
  const { message: key, data = {}, severity, related, stated: _, ways: __, ...rest } = report;
  const texts = Object.hasOwn(check.messages, key) ? check.messages[key] : undefined;
  if (texts === undefined) throw new Error(`check ${check.id} has no message ${key}`);
  return {
    ...rest,
    check: check.id,
    severity: severity ?? check.severity,
    related: related ?? [],
    messageId: key,
    data,
    title: fill(texts.title, data),
    message: fill(texts.message, data),
  };
}

/** The sentence of a finding with something more behind it. */
export const adding = ({ message }: Finding, more: string): string => `${message.replace(/。$/, '')}；${more}。`;

/** Says of a finding at cells that nobody sees that they are hidden. */
export function withHidden(snapshot: SheetSnapshot, finding: Finding): Finding {
  if (snapshot.hidden === undefined) return finding;
  const own = hiddenAt(snapshot, finding.cell);
  const others = finding.related.flatMap((cell) => {
    const where = hiddenAt(snapshot, cell);
    return where === null ? [] : [`${formatAddress(cell)}在${where}`];
  });
  const count = others.length > MOST_HIDDEN ? `${others.length}格在隐藏行列` : others.join('、');
  const said = own === null ? `其中${count}` : `该单元格在${own}`;
  const untold = own === null && others.length === 0;
  return untold ? finding : { ...finding, ...(own !== null && { hidden: own }), message: adding(finding, said) };
}

const MOST_HIDDEN = 3;

export function isAgreement(outcome: object): outcome is Agreement {
  return 'agrees' in outcome;
}

/** What is said, as questions whatever the check's severity. */
export function* onlyAsked(outcomes: Iterable<Outcome>): Iterable<Outcome> {
  for (const outcome of outcomes) yield isAgreement(outcome) ? outcome : { ...outcome, severity: 'info' };
}

/** The reports of a check, without what it found in order. */
export function reportsOf(check: Check, input: CheckInput): Report[] {
  const reports: Report[] = [];
  for (const outcome of check.run(input)) if (outcome !== null && !isAgreement(outcome)) reports.push(outcome);
  return reports;
}

function agreed(check: Check, { agrees, stated = [], ...grounds }: Agreement): Comparison {
  return { check: check.id, cells: agrees, stated, verdict: 'agrees', ...grounds };
}

function compared({ check, cell, related, severity, arithmetic }: Finding, { stated = [] }: Report): Comparison {
  const verdict = severity === 'info' ? 'asks' : 'differs';
  return { check, cells: [cell, ...related], stated, verdict, arithmetic };
}

/** All that checks held against each other in one form, and what of it does not agree. */
export interface Run {
  /** In the order of the checks, each in its own order. */
  readonly comparisons: readonly Comparison[];
  /** In the order of the sheet, none twice. */
  readonly findings: readonly Finding[];
  /** Ways to mend them that the checks propose. */
  readonly ways: ReadonlyMap<Finding, readonly Way[]>;
}

/**
 * What can still be said of a form in which formulas have no value that anybody knows: nothing of their cells, which only
 * read as blank, and the rest as a question, for a sum may miss one of them. `null` for what can't be said.
 */
function withUnknown(finding: Finding, { form, snapshot: { unvalued = [] } }: CheckInput): Finding | null {
  const unknown = unvalued.filter((cell) => contains(form.area, cell));
  if (unknown.length === 0) return finding;
  const touched = [finding.cell, ...finding.related].some((cell) => unknown.some((one) => sameCell(one, cell)));
  return touched ? null : { ...finding, severity: 'info' };
}

/** Runs checks over one form. */
export function runAll(checks: readonly Check[], input: CheckInput): Run {
  const comparisons: Comparison[] = [];
  const findings: Finding[] = [];
  const ways = new Map<Finding, readonly Way[]>();
  const seen = new Set<string>();
  for (const check of checks) {
    for (const outcome of check.run(input)) {
      if (outcome === null) continue;
      if (isAgreement(outcome)) {
        comparisons.push(agreed(check, outcome));
        continue;
      }
      const finding = withUnknown(toFinding(check, outcome), input);
      if (finding === null) continue;
      const key = `${check.id} ${finding.cell.row} ${finding.cell.column} ${finding.message}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding);
      if (outcome.ways !== undefined) ways.set(finding, outcome.ways);
      comparisons.push(compared(finding, outcome));
    }
  }
  return { comparisons, findings: findings.sort(inOrder), ways };
}
