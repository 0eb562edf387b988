import type { Decimal } from 'decimal.js';
import type { EvaluationForm, FigureCell, IndicatorGroup } from '../form/model';
import { cellKey } from '../sheet/snapshot';
import type { Check, CheckInput, Finding } from './finding';
import { mendedInput, valueOf, type Mends } from './mended';
import { runAll, type Run } from './run';

/** More counterfactual runs than this are not made of one form; what is left is reported as it is. */
const MOST_RUNS = 40;
/** Long forms are run less often, so that the time stays in proportion to their length. */
const MOST_ROWS = 8000;

/** A figure that would mend a finding. */
interface Mend {
  readonly finding: Finding;
  readonly key: number;
  readonly value: Decimal;
  /** 0 for figures of a row, 1 for those of a heading, 2 for the total's: a sum never mends what it adds up. */
  readonly level: number;
  /** Whether it changes the money block. */
  readonly money: boolean;
}

/** The figures of a form that can be mended, by cell, each with its level. */
function figuresIn(form: EvaluationForm): Map<number, readonly [FigureCell, number, boolean]> {
  const found = new Map<number, readonly [FigureCell, number, boolean]>();
  let money = false;
  const put = (level: number, ...cells: readonly (FigureCell | null)[]) => {
    for (const cell of cells) if (cell?.state === 'figure') found.set(cellKey(cell.cell), [cell, level, money]);
  };
  const groups = (all: readonly IndicatorGroup[]): void => {
    for (const { weight, stated, groups: below } of all) {
      put(1, weight, stated);
      groups(below);
    }
  };
  put(2, form.total?.weight ?? null, form.total?.stated ?? null);
  groups(form.groups);
  for (const { weight, stated } of form.indicators) put(0, weight, stated);
  money = true;
  for (const { initial, budget, spent, rate, weight, stated } of form.budget?.lines ?? []) {
    put(0, initial, budget, spent, rate, weight, stated);
  }
  return found;
}

/** What a loud finding would have its cell hold: its fix, else what it expects where it says that another figure stands there. */
function mendOf(finding: Finding, figures: ReturnType<typeof figuresIn>): Mend | null {
  const key = cellKey(finding.fix?.cell ?? finding.cell);
  const [cell, level, money = false] = figures.get(key) ?? [];
  if (finding.severity === 'info' || cell?.value === undefined || cell.value === null || level === undefined)
    return null;
  const stands = valueOf(finding.found)?.minus(cell.value).abs().lt('0.0001') === true;
  const value = valueOf(finding.fix?.after) ?? (stands ? valueOf(finding.expected) : null);
  return value === null || value.eq(cell.value) ? null : { finding, key, value, level, money };
}

const keyOf = ({ check, cell }: Finding): string => `${check} ${cellKey(cell)}`;

/** Applies mends to a form and says what is found then. */
class Trial {
  private runs = 0;
  private readonly known = new Map<string, Run>();
  private readonly most: number;
  private readonly checks: readonly Check[];

  constructor(
    checks: readonly Check[],
    private readonly input: CheckInput,
    private readonly findings: readonly Finding[],
  ) {
    const said = new Set(findings.map(({ check }) => check));
    this.checks = checks.filter(({ id, mends }) => mends !== undefined && (said.has(id) || id === TOTAL));
    this.most = Math.min(MOST_RUNS, Math.max(3, Math.floor(MOST_ROWS / Math.max(1, input.form.indicators.length))));
  }

  /** What is found once the mends are made; `null` where enough was tried. */
  run(mends: readonly Mend[]): Run | null {
    const name = mends.map(({ key, value }) => `${key} ${value.toString()}`).join();
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.runs >= this.most) return null;
    this.runs += 1;
    const values: Mends = new Map(mends.map(({ key, value }) => [key, value]));
    const run = runAll(this.checksFor(mends), mendedInput(this.input, values));
    this.known.set(name, run);
    return run;
  }

  /** The checks that some mends can concern. */
  private checksFor(mends: readonly Mend[]): readonly Check[] {
    const money = mends.some(({ money: touches }) => touches);
    return money ? this.checks : this.checks.filter((check) => check.mends !== 'money');
  }

  /** Findings that are gone then, others than those that the mends were taken from. */
  gone(mends: readonly Mend[]): readonly Finding[] {
    const run = this.run(mends);
    if (run === null) return [];
    const ids = new Set(this.checksFor(mends).map(({ id }) => id));
    const left = new Set(run.findings.map(keyOf));
    const own = new Set(mends.map(({ finding }) => finding));
    return this.findings.filter((one) => ids.has(one.check) && !own.has(one) && !left.has(keyOf(one)));
  }
}

const TOTAL = 'total-sum';

/**
 * Findings with their consequences: each loud one proposes its mend; that is made in a copy of the form, the checks run
 * again, and what is gone only followed from it and stands in its `follows`, not beside it. What is gone only once
 * several are mended follows from the fewest of them. Where mending the scores changes the total, each of them and the
 * total's own finding say what it becomes. Checks with `mends` take part.
 */
export function withCauses(
  checks: readonly Check[],
  input: CheckInput,
  findings: readonly Finding[],
): readonly Finding[] {
  const figures = figuresIn(input.form);
  const mends = findings.flatMap((finding) => mendOf(finding, figures) ?? []).sort((a, b) => a.level - b.level);
  if (mends.length === 0) return findings;
  const trial = new Trial(checks, input, findings);
  const follows = new Map<Finding, Finding[]>();
  const consequences = new Set<Finding>();
  const attach = (cause: Finding, gone: readonly Finding[]) => {
    const own = gone.filter((one) => one !== cause && !follows.has(one));
    if (own.length > 0) follows.set(cause, [...(follows.get(cause) ?? []), ...own]);
    for (const one of own) consequences.add(one);
  };
  // A total is the sum of all the rest: what mends it mends nothing else.
  const below = mends.filter(({ level }) => level < 2);
  for (const mend of below) {
    if (!consequences.has(mend.finding)) attach(mend.finding, trial.gone([mend]));
  }
  const roots = distinct(below.filter(({ finding }) => !consequences.has(finding)));
  const together = roots.length < 2 ? [] : trial.gone(roots).filter((one) => !consequences.has(one));
  if (together.length > 0) {
    const fewest = smallest(trial, roots, together);
    for (const { finding } of fewest)
      attach(
        finding,
        together.filter((one) => one.severity !== 'info' || fewest.length > 0),
      );
  }
  const left = findings.filter((finding) => !consequences.has(finding));
  const told = withTotal(input, roots, trial, left);
  return told.map((finding, index) => {
    const own = follows.get(left[index] ?? finding);
    return own === undefined ? finding : { ...finding, follows: own };
  });
}

function distinct(mends: readonly Mend[]): Mend[] {
  return mends.filter((mend, index) => mends.findIndex(({ key }) => key === mend.key) === index);
}

/** The fewest of some mends after which the same is still gone, as far as taking them away one by one shows. */
function smallest(trial: Trial, mends: readonly Mend[], gone: readonly Finding[]): readonly Mend[] {
  let kept = mends;
  for (const mend of mends) {
    const fewer = kept.filter((one) => one !== mend);
    if (fewer.length < 2) break;
    const still = new Set(trial.gone(fewer));
    if (gone.every((one) => still.has(one))) kept = fewer;
  }
  return kept;
}

/** What the causes and the total's own finding say of the total once all of them are mended. */
function withTotal(
  input: CheckInput,
  roots: readonly Mend[],
  trial: Trial,
  left: readonly Finding[],
): readonly Finding[] {
  const stated = input.form.total?.stated ?? null;
  const scores = new Set(
    [...input.form.indicators.map((one) => one.stated), input.form.budget?.scored?.stated ?? null].flatMap((cell) =>
      cell === null ? [] : [cellKey(cell.cell)],
    ),
  );
  // What only contradicts a text may be right as it stands.
  const sure = roots.filter(({ finding }) => finding.severity === 'error');
  const causes = sure.filter(({ key }) => scores.has(key));
  if (stated?.value === undefined || stated.value === null || causes.length === 0) return left;
  const run = trial.run(sure);
  if (run === null) return left;
  const after = run.findings.find(({ check }) => check === TOTAL);
  const becomes = after?.expected ?? stated.value.toString();
  const of = new Set(causes.map(({ finding }) => finding));
  return left.map((finding): Finding => {
    if (of.has(finding)) {
      const words = causes.length > 1 ? '各项得分都改正后' : '改正后';
      return { ...finding, becomes, message: `${finding.message.replace(/。$/, '')}；${words}总分应为 ${becomes}。` };
    }
    if (finding.check !== TOTAL || after === undefined) return finding;
    const names = causes.length > 1 ? `${causes.length} 项得分` : '有误的得分';
    const { arithmetic, expected, fix } = after;
    return {
      ...finding,
      becomes,
      message: `${finding.message.replace(/。$/, '')}；${names}改正后，总分应为 ${becomes}。`,
      ...(arithmetic !== undefined && { arithmetic }),
      ...(expected !== undefined && { expected }),
      ...(finding.fix !== undefined && fix !== undefined && { fix }),
    };
  });
}
