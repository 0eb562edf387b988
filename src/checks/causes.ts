import type { EvaluationForm } from '../form/model';
import { once } from '../sheet/remember';
import { groupBy } from '../sheet/lists';
import { formatAddress } from '../sheet/address';
import { cellKey } from '../sheet/snapshot';
import { countsBonusOtherwise } from './common/totals';
import { figureCells, levelOf } from './figures';
import type { Check, CheckInput, Finding, Report, Severity, Way } from './finding';
import { figureOfFix, mendedInput, valueOf } from './mended';
import { reportsOf } from './run';
import { byLoudness, SEVERITIES } from './severity';

/** More counterfactual runs than this are not made of one form to find causes; what is left is reported as it is. */
const MOST_RUNS = 40;
/** What the total becomes is asked once all causes are known: its scores, its headings, the outer ones, and itself. */
const RUNS_OF_TOTAL = 4;
/** Long forms are run less often, so that the time stays in proportion to their length. */
const MOST_ROWS = 8000;

/** A finding with the ways to mend it, the likeliest first. */
interface Cause {
  readonly finding: Finding;
  readonly ways: readonly Way[];
  /** Whether the likeliest way has its cell hold what it says is to stand there. */
  readonly expects: boolean;
  /** 0 for figures of a row, 1 for those of a heading, 2 for the total's: a sum never mends what it adds up. */
  readonly level: number;
}

/** The figure a loud finding would put into its cell: its fix, or the expected figure where the cell holds the found one. */
function usualWay(finding: Finding, form: EvaluationForm): Way | null {
  const cell = finding.fix?.cell ?? finding.cell;
  const value = figureCells(form).get(cellKey(cell))?.figure.value ?? null;
  if (finding.severity === 'info' || value === null) return null;
  const stands = valueOf(finding.found)?.minus(value).abs().lt('0.0001') === true;
  const right = figureOfFix(finding.fix) ?? (stands ? valueOf(finding.expected) : null);
  return right === null || right.eq(value) ? null : [[cell, right]];
}

const nameOf = (way: Way = []) => way.map(([cell, value]) => `${cellKey(cell)} ${value.toString()}`).join();

/** The single mends of a way, which thousands of findings may share. */
const mendsOf = once((way: Way): ReadonlySet<string> => new Set(way.map((mend) => nameOf([mend]))));

/** What is left once some figures are mended, as far as it was asked for. */
interface Left {
  readonly input: CheckInput;
  readonly byCheck: Map<string, { readonly reports: readonly Report[]; readonly cells: ReadonlySet<number> }>;
}

/** Applies mends to a form and says what is found then. */
class Trial {
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
    const name = nameOf(way);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.isSpent()) return null;
    this.runs += 1;
    const values = new Map(way.map(([cell, value]) => [cellKey(cell), value]));
    const left = { input: mendedInput(this.input, values), byCheck: new Map() };
    this.known.set(name, left);
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

const TOTAL = 'total-sum';
/** Checks of one sum at its levels: what the one says no more, the other may say instead. */
const SUMS = [
  ['group-weight', 'total-weight'],
  ['group-score', TOTAL],
];
const EXECUTION = 'execution-score';
const SCORES = ['score-by-rule', EXECUTION, 'score-range'];
const GROUPS = ['group-score'];

/**
 * Findings with their consequences: each proposes ways to mend it; they are made in a copy of the form, the checks run
 * again, and what is gone only followed from it and stands in its `follows`, not beside it. What is gone only once
 * several are mended follows from the fewest of them. Where mending the scores changes the total, each of them and the
 * total's own finding say what it becomes. Checks with `mends` take part.
 *
 * @param ways what reports propose besides their fix.
 */
export function withCauses(
  checks: readonly Check[],
  input: CheckInput,
  findings: readonly Finding[],
  ways: ReadonlyMap<Finding, readonly Way[]>,
): readonly Finding[] {
  const { form } = input;
  const causes = findings
    .flatMap((finding): Cause[] => {
      const usual = usualWay(finding, form);
      const others = ways.get(finding) ?? [];
      const has = others[0] !== undefined && usual !== null && mendsOf(others[0]).has(nameOf(usual));
      const own = usual === null || has ? others : [usual, ...others];
      const level = own.length > 1 || usual === null ? 0 : levelOf(form, finding.fix?.cell ?? finding.cell);
      return own.length === 0 ? [] : [{ finding, ways: own, expects: usual !== null, level }];
    })
    .sort((a, b) => a.level - b.level || byLoudness(a.finding, b.finding));
  if (causes.length === 0) return findings;
  const trial = new Trial(checks, input, findings);
  const follows = new Map<Finding, Finding[]>();
  const consequences = new Set<Finding>();
  const others = (own: readonly Finding[]) => findings.filter((one) => !consequences.has(one) && !own.includes(one));
  const attach = (cause: Finding, gone: readonly Finding[]) => {
    const all = gone.flatMap((one) => [one, ...(follows.get(one) ?? [])]);
    if (all.length > 0) follows.set(cause, [...(follows.get(cause) ?? []), ...all.filter((one) => one !== cause)]);
    for (const one of gone) {
      consequences.add(one);
      follows.delete(one);
    }
  };
  // A total is the sum of all the rest: what mends it mends nothing else.
  const below = causes.filter(({ level }) => level < 2);
  // What several findings propose was tried with the first of them.
  const tried = new Set<Way>();
  for (const [at, { finding, ways: own }] of below.entries()) {
    // With thousands of findings, comparing each with all others alone takes seconds.
    if (trial.isSpent()) break;
    if (consequences.has(finding)) continue;
    const all = others([finding]);
    // A question may be the cause of other questions only, never of an error or a warning.
    const among = finding.severity === 'info' ? all.filter(({ severity }) => severity === 'info') : all;
    // Only one of the ways is the right one: what each of several would mend does not follow from the same mistake.
    let most: readonly Finding[] = [];
    let best = own[0];
    for (const way of own) {
      if (trial.isSpent()) break;
      if (tried.has(way)) continue;
      tried.add(way);
      const gone = trial.gone(way, among);
      if (explainsMore(gone, most)) [most, best] = [gone, way];
    }
    // What is not its likeliest mend may be that of one to come, which says better what is wrong.
    const isOf = (other: Cause) =>
      most.includes(other.finding) &&
      (other.expects ? other.ways.slice(0, 1) : other.ways).some((way) => nameOf(way) === nameOf(best));
    if (best === own[0] || !below.slice(at + 1).some(isOf)) attach(finding, most);
  }
  const roots = distinct(below.filter(({ finding }) => !consequences.has(finding)));
  const own = roots.map(({ finding }) => finding);
  const together = roots.length < 2 ? [] : trial.gone(allOf(roots), others(own));
  if (together.length > 0) {
    for (const { finding } of smallest(trial, roots, together)) attach(finding, together);
  }
  const left = findings.filter((finding) => !consequences.has(finding));
  trial.grant(RUNS_OF_TOTAL);
  const told = withTotal(
    input,
    roots,
    trial,
    left,
    (cause, checks) => follows.get(cause)?.some(({ check }) => checks.includes(check)) === true,
  );
  return told.map((finding, index) => {
    const own = follows.get(left[index] ?? finding);
    if (own === undefined) return finding;
    // A mistake is as grave as what it upsets: nothing louder is hidden below something quieter.
    const [{ severity } = finding] = [finding, ...own].sort(byLoudness);
    return { ...finding, severity, follows: own };
  });
}

/** Whether more errors are gone than with another way; of as many, more warnings; then more questions. */
function explainsMore(one: readonly Finding[], other: readonly Finding[]): boolean {
  const count = (list: readonly Finding[], severity: Severity) =>
    list.filter((each) => each.severity === severity).length;
  const differing = SEVERITIES.find((severity) => count(one, severity) !== count(other, severity));
  return differing !== undefined && count(one, differing) > count(other, differing);
}

/** The likeliest ways of several causes, made at once. */
function allOf(causes: readonly Cause[]): Way {
  return causes.flatMap(({ ways }) => ways[0] ?? []);
}

/** Causes whose likeliest ways touch different cells. */
function distinct(causes: readonly Cause[]): Cause[] {
  const taken = new Set<number>();
  const same = new Set<Way>();
  return causes.filter(({ ways: [way = []] }) => {
    if (same.has(way)) return false;
    same.add(way);
    const keys = way.map(([cell]) => cellKey(cell));
    if (keys.some((key) => taken.has(key))) return false;
    keys.forEach((key) => taken.add(key));
    return true;
  });
}

/** The fewest of some causes after which the same is still gone, as far as taking them away one by one shows. */
function smallest(trial: Trial, causes: readonly Cause[], gone: readonly Finding[]): readonly Cause[] {
  let kept = causes;
  for (const cause of causes) {
    const fewer = kept.filter((one) => one !== cause);
    if (fewer.length < 2 || trial.isSpent()) break;
    if (trial.gone(allOf(fewer), gone).length === gone.length) kept = fewer;
  }
  return kept;
}

/**
 * Mends with those that follow from them below the total: with the right rate of the money its score is another one, and
 * with other scores the sums of the headings are, the inner ones first.
 */
function withSums(trial: Trial, way: Way): Way {
  return [SCORES, GROUPS, GROUPS].reduce<Way>((mends, ids) => {
    const mended = new Set(mends.map(([cell]) => cellKey(cell)));
    const more = ids
      .flatMap((id) => trial.reports(mends, id)?.reports ?? [])
      .flatMap(({ fix, severity }) => {
        const value = severity === 'info' ? null : figureOfFix(fix);
        return fix === undefined || value === null || mended.has(cellKey(fix.cell)) ? [] : [[fix.cell, value] as const];
      });
    return more.length === 0 ? mends : [...mends, ...more];
  }, way);
}

/** A score that follows from an amount which is wrong itself is mended after it. */
function withoutMend(finding: Finding, amount: Finding): Finding {
  if (finding.check !== EXECUTION || finding.severity !== 'error') return finding;
  const { fix: _, ...rest } = finding;
  return {
    ...rest,
    message: `${finding.message.replace(/。$/, '')}；${formatAddress(amount.cell)} 的金额改正后再算。`,
  };
}

/** What the causes and the total's own finding say of the total once all of them are mended. */
function withTotal(
  input: CheckInput,
  roots: readonly Cause[],
  trial: Trial,
  left: readonly Finding[],
  upsets: (cause: Finding, checks: readonly string[]) => boolean,
): readonly Finding[] {
  const stated = input.form.total?.stated ?? null;
  const scores = new Set(
    [...input.form.indicators.map((one) => one.stated), input.form.budget?.scored?.stated ?? null].flatMap((cell) =>
      cell === null ? [] : [cellKey(cell.at)],
    ),
  );
  const scoring = ({ ways: [way = []] }: Cause) => way.some(([cell]) => scores.has(cellKey(cell)));
  // What only contradicts a text may be right as it stands; where no figure is expected, nobody knows what it becomes.
  // An amount is known to be wrong where the rate and the score beside it are right once it is mended.
  const sure = roots.filter((cause) => {
    const { severity, fix } = cause.finding;
    const known = (cause.expects && scoring(cause)) || upsets(cause.finding, SCORES);
    return severity !== 'info' && (fix !== undefined || (severity === 'error' && known));
  });
  const causes = sure.filter((cause) => cause.finding.severity === 'error' && scoring(cause));
  const unsure = roots.filter((cause) => !sure.includes(cause));
  if (unsure.some((cause) => upsets(cause.finding, [TOTAL]))) return left;
  const amounts = unsure.filter(({ finding, ways }) => finding.severity === 'error' && trial.scoresOtherwise(ways[0]));
  const [amount] = amounts;
  if (amount !== undefined) return left.map((finding) => withoutMend(finding, amount.finding));
  if (stated?.value === undefined || stated.value === null || causes.length === 0) return left;
  // What they add up to then is no total of a form that counts its bonus in another way.
  if (countsBonusOtherwise(input)) return left;
  const reports = trial.reports(withSums(trial, allOf(sure)), TOTAL);
  if (reports === null) return left;
  const [after] = reports.reports;
  // While a score is missing nobody knows either.
  if (after !== undefined && after.fix === undefined && stated.formula === '') return left;
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
      ...(fix !== undefined && { fix }),
    };
  });
}
