import { groupBy } from '../sheet/lists';
import { cellKey } from '../sheet/snapshot';
import type { Check, CheckInput, Finding, Report, Way } from './finding';
import { mendedInput } from './mended';
import { reportsOf } from './run';
import { SEVERITIES } from './severity';

/** More counterfactual runs than this are not made of one form to find causes; what is left is reported as it is. */
const MOST_RUNS = 40;
/** Long forms are run less often, so that the time stays in proportion to their length. */
const MOST_ROWS = 8000;

/** Checks that others ask about: of the total, and of the points for the execution. */
export const TOTAL = 'total-sum';
export const EXECUTION = 'execution-score';

/** Checks of one sum at its levels: what the one says no more, the other may say instead. */
const SUMS: readonly (readonly string[])[] = [
  ['group-weight', 'total-weight'],
  ['group-score', TOTAL],
];

/** A finding with the ways to mend it, the likeliest first. */
export interface Cause {
  readonly finding: Finding;
  readonly ways: readonly Way[];
  /** Whether the likeliest way has its cell hold what it says is to stand there. */
  readonly expects: boolean;
  /** 0 for figures of a row, 1 for those of a heading, 2 for the total's: a sum never mends what it adds up. */
  readonly level: number;
}

/** The likeliest ways of several causes, made at once. */
export function allOf(causes: readonly Cause[]): Way {
  return causes.flatMap(({ ways }) => ways[0] ?? []);
}

/** Two ways of one key mend the same. */
export const keyOf = (way: Way): string => way.map(([cell, value]) => `${cellKey(cell)} ${value.toString()}`).join();

/** What is left once some figures are mended, as far as it was asked for. */
interface Left {
  readonly input: CheckInput;
  readonly byCheck: Map<string, { readonly reports: readonly Report[]; readonly cells: ReadonlySet<number> }>;
}

/** Applies mends to a form and says what is found then. */
export class Trial {
  private runs = 0;
  private readonly known = new Map<string, Left>();
  private most: number;
  private readonly checks: ReadonlyMap<string, Check>;
  /** Where each check says something of the form as it is. */
  private readonly places: ReadonlyMap<string, ReadonlySet<number>>;

  constructor(
    checks: readonly Check[],
    private readonly input: CheckInput,
    findings: readonly Finding[],
  ) {
    const places = groupBy(findings, ({ check }) => check);
    this.places = new Map([...places].map(([id, of]) => [id, new Set(of.map(({ cell }) => cellKey(cell)))]));
    this.checks = new Map(checks.filter(({ mends }) => mends !== undefined).map((check) => [check.id, check]));
    this.most = Math.min(MOST_RUNS, Math.max(3, Math.floor(MOST_ROWS / Math.max(1, input.form.indicators.length))));
  }

  /** Whether no more ways are tried. */
  isSpent(): boolean {
    return this.runs >= this.most;
  }

  /** Lets some more ways be tried, however many were. */
  grant(runs: number): void {
    this.most = this.runs + runs;
  }

  /** What a check reports once figures are mended, and where; `null` where enough was tried, or it does not take part. */
  reports(way: Way, id: string) {
    const check = this.checks.get(id);
    // What follows from figures alone was found already where other texts are tried with the same figures.
    const own = check?.mends === 'figures' ? way.filter(([, value]) => typeof value !== 'string') : way;
    const left = check === undefined ? null : this.mended(own);
    if (check === undefined || left === null) return null;
    const known = left.byCheck.get(id);
    if (known !== undefined) return known;
    const reports = reportsOf(check, left.input);
    const found = { reports, cells: new Set(reports.map(({ cell }) => cellKey(cell))) };
    left.byCheck.set(id, found);
    return found;
  }

  /** Whether the mend only moves the finding: its check now reports another place, or that of the same sum this one, no less loudly. */
  private hasMoved({ check: own, severity, cell }: Finding, way: Way): boolean {
    return (SUMS.find((ids) => ids.includes(own)) ?? [own]).some((id) => {
      const [check, known] = [this.checks.get(id), this.places.get(id)];
      return this.reports(way, id)?.reports.some(
        (one) =>
          known?.has(cellKey(one.cell)) !== true &&
          (id === own || one.related?.some((part) => cellKey(part) === cellKey(cell)) === true) &&
          SEVERITIES.indexOf(one.severity ?? check?.severity ?? 'info') <= SEVERITIES.indexOf(severity),
      );
    });
  }

  /** Whether the score for the execution is another one then, where it is wrong both ways. */
  scoresOtherwise(way: Way = []): boolean {
    const expected = (of: Way) => this.reports(of, EXECUTION)?.reports[0]?.expected;
    const [now, then] = [expected([]), expected(way)];
    return now !== undefined && now !== then;
  }

  private mended(way: Way): Left | null {
    const key = keyOf(way);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.isSpent()) return null;
    this.runs += 1;
    const values = new Map(way.map(([cell, value]) => [cellKey(cell), value]));
    const left = { input: mendedInput(this.input, values), byCheck: new Map() };
    this.known.set(key, left);
    return left;
  }

  /** Which of some findings are gone then; only checks are run that the mended cells can concern. */
  gone(way: Way, among: readonly Finding[]): readonly Finding[] {
    const able = among.filter(({ check }) => this.checks.has(check));
    const left = able.length === 0 ? null : this.mended(way);
    if (left === null) return [];
    const { budget, otherMoney } = this.input.form;
    const money = left.input.form.budget !== budget || left.input.form.otherMoney !== otherMoney;
    const rows = new Set(way.map(([{ row }]) => row));
    const figures = way.some(([, value]) => typeof value !== 'string');
    return able.filter((one) => {
      const concerns = this.checks.get(one.check)?.mends;
      if ((concerns === 'money' && !money) || (concerns === 'figures' && !figures)) return false;
      if (concerns === 'row' && !money && ![one.cell, ...one.related].some(({ row }) => rows.has(row))) return false;
      return this.reports(way, one.check)?.cells.has(cellKey(one.cell)) === false && !this.hasMoved(one, way);
    });
  }
}
