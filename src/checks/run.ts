import { quote } from '../sheet/quote';
import { remember } from '../sheet/remember';
import { compareCells } from '../sheet/snapshot';
import type { Check, CheckInput, Finding, Report, Severity } from './finding';

const LOUDNESS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const PLACEHOLDER = /(“\{[a-zA-Z]{1,30}\}”|\{[a-zA-Z]{1,30}\})/;

interface Piece {
  readonly text: string;
  readonly name: string | null;
  readonly quoted: boolean;
}

/** A message taken apart at its placeholders, once for all the findings that it will serve. */
const piecesOf = remember((message): readonly Piece[] =>
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
  const { message: key, data, severity, related, ...rest } = report;
  const texts = Object.hasOwn(check.messages, key) ? check.messages[key] : undefined;
  if (texts === undefined) throw new Error(`check ${check.id} has no message ${key}`);
  return {
    ...rest,
    check: check.id,
    severity: severity ?? check.severity,
    related: related ?? [],
    title: fill(texts.title, data),
    message: fill(texts.message, data),
  };
}

/** Reading order of the sheet; at one cell the louder first; else the order of the checks. */
function inOrder(a: Finding, b: Finding): number {
  return compareCells(a.cell, b.cell) || LOUDNESS[a.severity] - LOUDNESS[b.severity];
}

/** Runs checks over one form: findings in the order of the sheet, none twice. */
export function runAll(checks: readonly Check[], input: CheckInput): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const check of checks) {
    for (const report of check.run(input)) {
      const finding = toFinding(check, report);
      const key = `${check.id} ${finding.cell.row} ${finding.cell.column} ${finding.message}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding);
    }
  }
  return findings.sort(inOrder);
}
