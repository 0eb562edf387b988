import type { Decimal } from 'decimal.js';
import { figureOf, numberOf } from '../../form/cells';
import type { FigureCell, Indicator } from '../../form/model';
import { directionOf } from '../../scoring/direction';
import { accepts, ZERO } from '../../scoring/points';
import { deductedScore } from '../../scoring/claims';
import type { BudgetScore, IndicatorScore, Rescored } from '../../scoring/scores';
import { once } from '../../sheet/remember';
import type { CheckInput, Report, Way } from '../finding';
import { unreadIn } from '../formFigures';
import { instead, nameOf } from './say';
import { marksIn } from './marks';
import { bonusOf, highestOf } from './mostPoints';
import { partScoresOf } from './reckoned';
import { isRoundedScore } from './roundedScore';
import { isShareShort } from './shareOfWeight';

/**
 * A stated score that can't stand.
 *
 * - `range`: above the weight or negative.
 * - `band`: outside the band of its word.
 * - `unnamed`: the rule names the points that it may give, and this is none of them.
 * - `rule`: not what the rule gives.
 * - `rounded`: the rule's score, rounded in an unusual way.
 * - `share-short`: the rate itself was taken of the weight, where it falls short.
 * - `asked`: no score that the rule gives, whichever side of the target is the good one, which the form does not say.
 * - `stricter`, `assessed`, `told`: less than the rule gives, for a cause that the row names.
 */
export interface ScoreDispute {
  readonly kind:
    | 'range'
    | 'band'
    | 'unnamed'
    | 'rule'
    | 'rounded'
    | 'share-short'
    | 'asked'
    | NonNullable<ReturnType<typeof whyLess>>;
  readonly cell: FigureCell;
  readonly stated: Decimal;
  readonly weight: Decimal | null;
  /** What the item's own standard lets be added to the weight, points. */
  readonly bonus: Decimal;
  readonly score: Rescored;
  /** `null` for the budget row. */
  readonly indicator: Indicator | null;
  /** Scores that would be right, the rule's own first. */
  readonly right: readonly Decimal[];
}

/** The name of the row whose score can't stand. */
export function nameOfRow({ indicator }: ScoreDispute): string {
  return indicator === null ? '预算执行率' : nameOf(indicator);
}

/** The rule that was applied and where it comes from, as findings quote it. */
export const ruleText = ({ rule }: Rescored): string => `${rule.words}（${rule.source}）`;

/** The ways to mend it: each score that would be right. */
export function waysOf({ cell, right }: ScoreDispute): Way[] {
  return right.map((score) => [[cell.at, score]]);
}

/** Full marks are right where what was reached is the target after all. */
export function asReached({ target: goal, actual }: Indicator): Way[] {
  const target = numberOf(goal);
  if (actual === null || target === null || target.unit !== numberOf(actual)?.unit) return [];
  return [[[actual.at, target.value]]];
}

/** Points may be lost for a row in detail that was missed, though the whole was reached. */
const missesPart = (score: IndicatorScore | BudgetScore): boolean =>
  'indicator' in score && score.partsReached.includes(false);

function disputeOf(input: CheckInput, score: IndicatorScore | BudgetScore) {
  const indicator = 'indicator' in score ? score.indicator : null;
  const { stated: cell, weight: weightCell } = 'line' in score ? score.line : score.indicator;
  const stated = figureOf(cell);
  if (cell === null || stated === null) return null;
  const weight = figureOf(weightCell);
  // 扣分项 | 0 weighs nothing among the 100: how much it may take off stands elsewhere.
  if (indicator?.kind === 'bonus' && weight?.isZero() === true) return null;
  const lowest = indicator?.kind === 'bonus' ? weight?.abs().negated() : ZERO;
  const bonus = weight === null ? ZERO : bonusOf(indicator, weight, stated);
  const base = { cell, stated, weight: weight ?? score.weight, bonus, score, indicator };
  const beyond = base.weight !== null && stated.gt(base.weight);
  const above = beyond && weight !== null && stated.gt(highestOf(indicator, weight, stated));
  if (above || (lowest !== undefined && stated.isNegative() && stated.lt(lowest))) {
    const right = rightOf(score);
    return { ...base, kind: 'range', right: weight === null ? right : [...right, weight, weight.plus(bonus)] } as const;
  }
  // A bonus by the item's own standard is for a person to count; where only a label gives the weight, the score may be the whole block's.
  if (beyond && indicator !== null) return null;
  if (isUnnamed(score, stated, base.weight)) return { ...base, kind: 'unnamed', right: [] } as const;
  if (score.origin !== 'computed' || score.accepted.length === 0) return null;
  if (missesPart(score) && base.weight?.greaterThan(stated) === true) return null;
  if (accepts(score.accepted, stated)) return null;
  const dispute = { ...base, right: rightOf(score) };
  return { ...dispute, kind: score.rule.kind === 'qualitative' ? 'band' : kindOf(input, dispute) } as const;
}

/** What kind of dispute a score is that its rule does not give. */
function kindOf(input: CheckInput, dispute: Omit<ScoreDispute, 'kind'>): ScoreDispute['kind'] {
  if (isRoundedScore(input, dispute)) return 'rounded';
  if (isShareShort(input, dispute)) return 'share-short';
  return dispute.score.grounds === 'open' ? 'asked' : (whyLess(input, dispute) ?? 'rule');
}

/** Whether only a person can tell which of its points a rule gives, and a score is none of them. */
function isUnnamed({ origin, accepted }: Rescored, stated: Decimal, weight: Decimal | null): boolean {
  if (origin !== 'judged' || weight?.greaterThan(stated) !== true) return false;
  return accepted.length > 0 && accepted.every(({ low, high }) => low.eq(high) && !low.eq(stated));
}

/** Scores that the rule allows, its own first. */
function rightOf({ origin, value, accepted }: Rescored): Decimal[] {
  if (origin !== 'computed') return [];
  return [value, ...accepted.flatMap(({ low, high }) => [low, high])].filter((one) => one !== null);
}

/** Every stated score that can't stand, the budget row's first. */
export const scoreDisputes = once((input: CheckInput): readonly ScoreDispute[] => {
  const { indicators, budget, otherBudgets } = input.scores;
  const all = [...(budget === null ? [] : [budget]), ...otherBudgets, ...(marksIn(input) === null ? indicators : [])];
  return all.flatMap((score) => disputeOf(input, score) ?? []);
});

/** A score that is not what its rule gives, with what the rule gives of the weight and how. */
export interface Breach extends ScoreDispute {
  readonly weight: Decimal;
  readonly value: Decimal;
  readonly arithmetic: string;
}

/** What a finding says of a score that is not what its rule gives, whichever row it is of; `sure` that it is the score that is wrong. */
export function groundsOf(breach: Breach, sure = breach.score.grounds === 'sure'): Omit<Report, 'cell' | 'message'> {
  const { cell, stated, value, arithmetic, kind, score } = breach;
  const severity = kind !== 'rule' ? 'info' : sure && score.grounds !== 'presumed' ? null : 'warning';
  return {
    ...(severity !== null && { severity }),
    ...instead(cell, stated, value, arithmetic, kind === 'rule' && sure),
    ways: waysOf(breach),
    rule: `${ruleText(score)}${sideTaken(breach)}`,
  };
}

/** How a target without a sign was taken, where a score rests on that. */
function sideTaken({ score, indicator }: Breach): string {
  const { value } = indicator?.target ?? {};
  const isSignless = value?.kind === 'number' && value.relation === null;
  if (indicator === null || !isSignless || score.grounds !== 'presumed' || score.rule.kind !== 'target') return '';
  return `；指标值没有写≥或≤，按越${directionOf(indicator, null) === 'presumed-lower' ? '低' : '高'}越好看`;
}

/** The scores that are not what their rules give, the budget row's first. */
export const breaches = once((input: CheckInput): readonly Breach[] =>
  scoreDisputes(input).flatMap((dispute) => {
    const { kind, weight, score } = dispute;
    const { value, arithmetic } = score;
    if (weight === null || value === null || arithmetic === null) return [];
    return kind === 'range' || kind === 'band' || kind === 'unnamed' ? [] : [{ ...dispute, weight, value, arithmetic }];
  }),
);

/**
 * Why a score is less than its rule gives, where it is for the officers to say how strict to be: the row takes a smaller
 * 得分系数 (`stricter`) or what several assessors gave (`assessed`), or says how many points it lost though the target was
 * reached (`told`).
 */
function whyLess(
  input: CheckInput,
  { indicator, stated, weight, score }: Pick<ScoreDispute, 'indicator' | 'stated' | 'weight' | 'score'>,
) {
  if (indicator === null || weight === null || score.value?.gt(stated) !== true) return null;
  if (figureOf(indicator.coefficient)?.times(weight).eq(stated) === true) return 'stricter';
  if (partScoresOf(indicator).length > 0) return 'assessed';
  if (score.attainment?.gte(1) !== true || indicator.standard !== null) return null;
  // A standard that the sheet prints says itself what is taken off.
  return isTakenOff(input, indicator, weight, stated) ? 'told' : null;
}

function isTakenOff({ form, snapshot }: CheckInput, { evidence, row }: Indicator, weight: Decimal, stated: Decimal) {
  if (deductedScore(evidence?.text ?? '', weight)?.points.eq(stated) === true) return true;
  // −1 in a column that nobody could read: 加减分.
  return unreadIn(form, snapshot, row).some((lost) => lost.eq(stated.minus(weight)));
}
