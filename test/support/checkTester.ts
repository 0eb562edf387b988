import { formatAddress, parseAddress } from '../../src/sheet/address';
import { contains, type SheetSnapshot } from '../../src/sheet/snapshot';
import type { Check, Comparison, Finding, Report, Severity } from '../../src/checks/finding';
import { reportsOf } from '../../src/checks/run';
import { review, type FormReview, type ReviewSettings } from '../../src/review';
import { deepFreeze } from './sheet';

/** A sheet that a check has nothing to say of. */
export interface ValidCase {
  /** What is right about it, for the reader of the manual. */
  readonly name: string;
  readonly sheet: SheetSnapshot;
  /** What the officer chose, where the check depends on it. */
  readonly settings?: ReviewSettings;
  /**
   * Nothing in this sheet may be compared by this check. Of every other sheet in order the check must have held something
   * against something: one that passes because it looked at nothing fails.
   */
  readonly silent?: true;
}

/** What a check is to say; what is left out is not compared. */
export interface ExpectedReport {
  /** `G7` */
  readonly cell: string;
  /** Key of the check's `messages`. */
  readonly message: string;
  readonly severity?: Severity;
  readonly expected?: string;
  readonly found?: string;
  readonly related?: readonly string[];
  /** What the fix writes, `null` where there is to be none. */
  readonly fix?: number | string | null;
  /** The ways in which it may be mended besides, the likeliest first: `G7=20`, `F5=0 G5=0`. */
  readonly ways?: readonly string[];
}

/** A sheet with something wrong. */
export interface InvalidCase extends Omit<ValidCase, 'silent'> {
  readonly findings: readonly ExpectedReport[];
  /** Other checks that may be loud about the same sheet: it has a second fault of its own. */
  readonly others?: readonly string[];
}

export interface CheckCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** A case file: the check and its sheets, right and wrong. */
export interface CheckCaseFile extends CheckCases {
  readonly check: Check;
}

/** Declares the cases of a check; the file's default export. */
export function cases(check: Check, table: CheckCases): CheckCaseFile {
  return { check, ...table };
}

interface Outcome {
  readonly forms: readonly FormReview[];
  readonly reports: readonly Report[];
}

const reviewed = new WeakMap<SheetSnapshot, readonly FormReview[]>();

/** The forms of a case, reviewed once for all that is asked of them. The sheet is frozen: a change of it throws. */
export function reviewOf({ sheet, settings }: ValidCase): readonly FormReview[] {
  if (settings !== undefined) return review(deepFreeze(sheet), settings).forms;
  const forms = reviewed.get(sheet) ?? review(deepFreeze(sheet)).forms;
  reviewed.set(sheet, forms);
  return forms;
}

function outcomeOf(check: Check, one: ValidCase): Outcome {
  const forms = reviewOf(one);
  const reports = forms.flatMap(({ form, scores }) => reportsOf(check, { form, scores, snapshot: one.sheet }));
  return { forms, reports };
}

/** What a check compares in a sheet and finds in order. */
export function agreementsOf(check: Check, one: ValidCase): Comparison[] {
  return reviewOf(one).flatMap(({ comparisons }) =>
    comparisons.filter(({ check: id, verdict }) => id === check.id && verdict === 'agrees'),
  );
}

function comparable(check: Check, report: Report, wanted: ExpectedReport | undefined): ExpectedReport {
  return {
    cell: formatAddress(report.cell),
    message: report.message,
    ...(wanted?.severity !== undefined && { severity: report.severity ?? check.severity }),
    ...(wanted?.expected !== undefined && { expected: report.expected ?? '（没有）' }),
    ...(wanted?.found !== undefined && { found: report.found ?? '（没有）' }),
    ...(wanted?.related !== undefined && { related: (report.related ?? []).map(formatAddress) }),
    ...(wanted?.ways !== undefined && {
      ways: (report.ways ?? []).map((way) =>
        way.map(([at, value]) => `${formatAddress(at)}=${value.toString()}`).join(' '),
      ),
    }),
    ...(wanted?.fix !== undefined && { fix: report.fix?.after ?? null }),
  };
}

/** What must hold for every finding, whatever the check. */
function expectSound({ form }: FormReview, finding: Finding): void {
  const words = `${finding.check} ${formatAddress(finding.cell)} ${finding.title} ${finding.message}`;
  expect({ words, inside: contains(form.area, finding.cell) }).toEqual({ words, inside: true });
  expect(finding.related.filter((cell) => !contains(form.area, cell))).toEqual([]);
  expect(`${finding.title}${finding.message}`).not.toMatch(/[{}]|undefined|NaN|null|\[object/);
  for (const text of [finding.title, finding.message]) expect(text.trim()).not.toBe('');
}

/** Runs one sheet through the whole line and holds one check's reports against what is expected. */
export function expectReports(
  check: Check,
  snapshot: SheetSnapshot,
  wanted: readonly ExpectedReport[],
  settings?: ReviewSettings,
): Outcome {
  const outcome = outcomeOf(check, { name: '', sheet: snapshot, ...(settings && { settings }) });
  expect(outcome.forms).not.toHaveLength(0);
  for (const one of outcome.forms) for (const finding of one.findings) expectSound(one, finding);
  const ordered = [...outcome.reports];
  expect(ordered.map((report, index) => comparable(check, report, wanted[index]))).toEqual(wanted);
  return outcome;
}

function loudOthers({ forms }: Outcome, check: Check, allowed: readonly string[]): string[] {
  return forms
    .flatMap(({ findings }) => findings)
    .filter(({ severity, check: id }) => severity !== 'info' && id !== check.id && !allowed.includes(id))
    .map(({ check: id, cell, message }) => `${id} ${formatAddress(cell)} ${message}`);
}

function loudOwn(check: Check, { reports }: Outcome): boolean {
  return reports.some(({ severity }) => (severity ?? check.severity) !== 'info');
}

function expectPoliced({ check, valid, invalid }: CheckCaseFile): void {
  const all = [...valid, ...invalid];
  expect(valid.length).toBeGreaterThan(0);
  expect(invalid.length).toBeGreaterThan(0);
  const names = all.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  const sheets = all.map(({ sheet, settings }) => JSON.stringify([sheet, settings]));
  expect(names.filter((_, index) => sheets.indexOf(sheets[index] ?? '') !== index)).toEqual([]);
  for (const { findings } of invalid) {
    expect(findings.length).toBeGreaterThan(0);
    for (const { cell } of findings) expect(parseAddress(cell)).not.toBeNull();
  }
  const used = new Set(invalid.flatMap(({ findings }) => findings.map(({ message }) => message)));
  expect([...Object.keys(check.messages)].filter((key) => !used.has(key))).toEqual([]);
}

/**
 * Tests a check on its sheets through the real line. Refuses duplicate cases, messages that no case shows, findings
 * outside the form, unfilled placeholders, a snapshot that was changed, and a second loud finding for one cause.
 */
export function testCheck(file: CheckCaseFile): void {
  const { check, valid, invalid } = file;
  describe(`${check.id} ${check.title}`, () => {
    test('has cases for each message, and none twice', () => expectPoliced(file));
    test.each(valid.map((one) => [one.name, one] as const))('right: %s', (_, one) => {
      const outcome = expectReports(check, one.sheet, [], one.settings);
      expect({ compared: agreementsOf(check, one).length > 0 }).toEqual({ compared: one.silent !== true });
      expect(loudOthers(outcome, check, [])).toEqual([]);
    });
    test.each(invalid.map((one) => [one.name, one] as const))(
      'wrong: %s',
      (_, { sheet, settings, findings, others }) => {
        const outcome = expectReports(check, sheet, findings, settings);
        if (loudOwn(check, outcome)) expect(loudOthers(outcome, check, others ?? [])).toEqual([]);
      },
    );
  });
}
