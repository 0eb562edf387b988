import { withFigure } from '../form/cells';
import { formatAddress } from '../sheet/address';
import { cellKey } from '../sheet/snapshot';
import { cellsOf } from './common/say';
import { sharedTotal } from './common/marks';
import { countsBonusOtherwise } from './common/totals';
import type { CheckInput, Finding, Way } from './finding';
import { figureOfFix } from './mended';
import { adding } from './run';
import { allOf, type Cause, EXECUTION, TOTAL, type Trial } from './trial';

/** As many scores say each what the total becomes. */
const FEW = 3;

/** What the total becomes is asked once all causes are known: its scores, its headings, the outer ones, and itself. */
const RUNS_OF_TOTAL = 4;
/** Checks whose mends are scores, and sums of scores. */
const SCORES = ['score-by-rule', EXECUTION, 'score-range'];
const GROUPS = ['group-score'];

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
  return { ...rest, message: adding(finding, `${formatAddress(amount.cell)} 的金额改正后再算`) };
}

/**
 * What is left of the findings, where the causes and the total's own finding say what the total becomes once all causes
 * are mended.
 *
 * @param follows what follows from each cause.
 */
export function withTotal(
  input: CheckInput,
  roots: readonly Cause[],
  trial: Trial,
  left: readonly Finding[],
  follows: ReadonlyMap<Finding, readonly Finding[]>,
): readonly Finding[] {
  trial.grant(RUNS_OF_TOTAL);
  const stated = withFigure(input.form.total?.stated);
  const { indicators, budget } = input.form;
  const scores = new Set(cellsOf([...indicators, budget?.scored].map((row) => row?.stated)).map(cellKey));
  const upsets = (cause: Finding, checks: readonly string[]) =>
    follows.get(cause)?.some(({ check }) => checks.includes(check)) === true;
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
  const amount = unsure.find(({ finding, ways }) => finding.severity === 'error' && trial.scoresOtherwise(ways[0]));
  if (amount !== undefined) return left.map((finding) => withoutMend(finding, amount.finding));
  if (stated === null || causes.length === 0) return left;
  // What they add up to then is no total of a form that counts its bonus in another way, or its items as a share.
  if (countsBonusOtherwise(input) || sharedTotal(input.form) !== null) return left;
  const reports = trial.reports(withSums(trial, allOf(sure)), TOTAL);
  if (reports === null) return left;
  const [after] = reports.reports;
  // While a score is missing nobody knows either.
  if (after !== undefined && after.fix === undefined && stated.formula === '') return left;
  const becomes = after?.expected ?? stated.value.toString();
  const of = new Set(causes.map(({ finding }) => finding));
  // Of many the total says it, or the first of them: the same words at each would hide what each is about.
  const told = after !== undefined && left.some(({ check }) => check === TOTAL);
  const telling = new Set(causes.length <= FEW ? of : told ? [] : [...of].slice(0, 1));
  return left.map((finding): Finding => {
    if (of.has(finding)) {
      if (!telling.has(finding)) return { ...finding, becomes };
      const words = causes.length > 1 ? '各项得分都改正后' : '改正后';
      return { ...finding, becomes, message: adding(finding, `${words}总分应为 ${becomes}`) };
    }
    if (finding.check !== TOTAL || after === undefined) return finding;
    const names = causes.length > 1 ? `${causes.length} 项得分` : '有误的得分';
    const { arithmetic, expected, fix } = after;
    return {
      ...finding,
      becomes,
      message: adding(finding, `${names}改正后，总分应为 ${becomes}`),
      ...(arithmetic !== undefined && { arithmetic }),
      ...(expected !== undefined && { expected }),
      ...(fix !== undefined && { fix }),
    };
  });
}
