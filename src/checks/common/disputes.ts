import { Decimal } from 'decimal.js';
import { figureOf, numberOf, withFigure } from '../../form/cells';
import type { FigureCell, Indicator, QuantityCell } from '../../form/model';
import { namesExecution } from '../../form/money';
import { deductedScore } from '../../scoring/claims';
import { accepts, ZERO } from '../../scoring/points';
import { inOneUnit } from '../../scoring/sameUnit';
import type { BudgetScore, IndicatorScore, Rescored } from '../../scoring/scores';
import { once } from '../../sheet/remember';
import { cellAt, cellsIn } from '../../sheet/snapshot';
import { compact } from '../../sheet/text';
import { readFigure } from '../../words/figure';
import { isCeiling } from '../../words/quantity';
import type { CheckInput, Way } from '../finding';
import { unreadIn } from '../formFigures';
import { marksIn } from './marks';
import { partScoresOf, reckonedIn } from './rows';
import { nameOf } from './say';

/** 达到10篇得满分，…，每多1篇加0.5分: on top of full marks, and not how much at most. */
const ON_TOP =
  /(?:满分|基[础本准]分).*每(?:再?[多超增][加出过]?)?((?:[0-9]+(?:\.[0-9]+)?)?)([^0-9]{1,12})加([0-9]+(?:\.[0-9]+)?)分/;

const MOST = /(?:最[多高]|不超过|上限)(?:可|为|可以)?(加)?([0-9]{1,2}(?:\.[0-9]{1,2})?)分/;

/** What the item's own standard allows above the weight, where the score needs it: 一个加1分，最多加2分. */
function bonusOf(indicator: Indicator | null, weight: Decimal, stated: Decimal): Decimal {
  if (indicator === null || stated.lte(weight)) return ZERO;
  const text = compact((indicator.standard?.text ?? '').slice(0, 2_000));
  if (!/加[0-9]/.test(text)) return ZERO;
  const [, added, most] = MOST.exec(text) ?? [];
  if (most === undefined) return Decimal.min(stated.minus(weight), onTopOf(indicator, text));
  // 最高不超过10分 of a weight of 10 is all together.
  return added === undefined && weight.lte(most) ? new Decimal(most).minus(weight) : new Decimal(most);
}

/** What a standard adds for what was done beyond the target, a step that was begun among it; no bound where it can't be told. */
function onTopOf({ target, actual }: Indicator, text: string): Decimal {
  const [all, step = '', behind = '', each = ''] = ON_TOP.exec(text) ?? [];
  if (all === undefined) return ZERO;
  const pair = target === null || actual === null ? null : inOneUnit(target, actual);
  const { unit } = numberOf(target) ?? { unit: '%' };
  const isCounted = unit !== '' && behind.startsWith(unit);
  const size = new Decimal(step || 1);
  if (pair === null || isCeiling(pair.relation) || !isCounted || size.isZero()) return new Decimal(Infinity);
  return Decimal.max(0, pair.actual.minus(pair.target)).div(size).ceil().times(each);
}

/** The most that a row may score: its weight and what its standard lets be added; a penalty weighs less than nothing. */
export function highestOf(indicator: Indicator | null, weight: Decimal, stated: Decimal): Decimal {
  const most = indicator?.kind === 'bonus' && weight.isNegative() ? ZERO : weight;
  return most.plus(bonusOf(indicator, most, stated));
}

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
  const row = 'line' in score ? score.line : score.indicator;
  const [cell, weight] = [withFigure(row.stated), figureOf(row.weight)];
  if (cell === null) return null;
  const stated = cell.value;
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
  const off = pointsOff(indicator);
  if (off?.gt(0) === true && accepts(score.accepted, stated.plus(off))) return 'told';
  // A standard that the sheet prints says itself what is taken off.
  if (indicator.standard !== null) return null;
  return isTakenOff(input, indicator, score.value, stated) ? 'told' : null;
}

/** Points that a row says it takes off, in a column or beside what its rule gives: 完成率75%得7.5分，再扣2分. */
export function pointsOff(indicator: Indicator): Decimal | null {
  const told = FURTHER_OFF.exec(compact(indicator.evidence?.text ?? ''))?.[1];
  return told === undefined ? (figureOf(reckonedIn(indicator, 'deduction'))?.abs() ?? null) : new Decimal(told);
}
const FURTHER_OFF = /[再另](?:外|行)?扣[减除]?([0-9]{1,2}(?:\.[0-9]{1,2})?)分/;

function isTakenOff({ form, snapshot }: CheckInput, { evidence, row }: Indicator, due: Decimal, stated: Decimal) {
  if (deductedScore(evidence?.text ?? '', due)?.points.eq(stated) === true) return true;
  // −1 in a column that nobody could read: 加减分.
  return unreadIn(form, snapshot, row).some((lost) => lost.eq(stated.minus(due)));
}

/** Off by a hundredth, or rounded to one decimal where the rulebook has two. */
function isNear(stated: Decimal, right: readonly Decimal[]): boolean {
  return right.some(
    (score) => stated.minus(score).abs().lessThanOrEqualTo('0.01') || stated.equals(score.toDecimalPlaces(1)),
  );
}

/** Percent. */
const LEAST_RATE = 50;

/** As near to the rule's score as the rounding of the rate beside it can bring it: 9.74 beside 97%, reckoned from 97.4%. */
function isOfRate(indicator: Indicator, stated: Decimal, weight: Decimal | null, right: Decimal | null): boolean {
  const [target, actual] = [numberOf(indicator.target), numberOf(indicator.actual)];
  if (right === null || weight === null || target?.unit !== '%' || actual?.unit !== '%') return false;
  // Half a percent of a small rate is no rounding of the score.
  if (target.value.lt(LEAST_RATE) || stated.decimalPlaces() < 2) return false;
  const slack = weight.div(target.value).times(`0.5e-${actual.value.decimalPlaces()}`);
  return right.minus(stated).abs().lte(slack);
}

/** Fewer scores than these are whole numbers by chance. */
const LEAST_WHOLE = 5;

/**
 * Whether the sheet gives whole points only, whatever was mended since; the execution of the budget is often the one score
 * that is reckoned.
 */
const givesWholePoints = once(({ form, snapshot }: CheckInput): boolean => {
  const items = form.indicators.filter(({ name }) => !namesExecution(name.value));
  const cells = items.flatMap(({ stated }) => stated ?? []);
  const scores = cells.flatMap(({ at, value }) => readFigure(cellAt(snapshot, at)).value ?? value ?? []);
  return scores.length >= LEAST_WHOLE && scores.every((score) => score.isInteger());
});

/** Rounded to whole points as all scores of the form; full marks are no rounding of less. */
function isWhole(input: CheckInput, stated: Decimal, weight: Decimal | null, right: readonly Decimal[]): boolean {
  return stated.lt(weight ?? 0) && right.some((score) => score.round().eq(stated)) && givesWholePoints(input);
}

/** Whether a score is one that its rule gives, rounded in an unusual way: a note, not an error. */
function isRoundedScore(
  input: CheckInput,
  { indicator, stated, weight, score, right }: Omit<ScoreDispute, 'kind'>,
): boolean {
  if (isNear(stated, right)) return true;
  return (
    indicator !== null && (isOfRate(indicator, stated, weight, score.value) || isWhole(input, stated, weight, right))
  );
}

/** 完成 98% 就记 98% 的分: the actual rate was taken of the weight although the target was reached. */
export function isShareOfWeight(actual: QuantityCell | null, stated: Decimal, weight: Decimal): boolean {
  const reached = numberOf(actual);
  const rate = reached?.unit === '%' ? reached.value : null;
  return stated.lt(weight) && rate?.times(weight).div(100).toDecimalPlaces(2).equals(stated) === true;
}

/** 实际完成值÷指标值×分值, 执行率÷92%×10, 按照完成值与指标值的比例记分 */
const PRINTED_SHARE =
  /(?:实际|完成)[^，,。；;=]{0,8}(?:[/÷][^，,。；;=]{1,10}[×*]|[与和占](?:年度|年初)?(?:目标|指标|计划)[^，,。；;=]{0,4}比[例率值])|率[/÷]\(?[0-9.]{1,6}%\)?[×*]|[×*]\(?B\)?[/÷]\(?A|B\)?[/÷]\(?A\)?[×*]|占[0-9.]{1,6}%的比例/i;

const printsShare = once(({ form, snapshot }: CheckInput): boolean =>
  [...cellsIn(form.area)].some((at) => PRINTED_SHARE.test(compact(cellAt(snapshot, at).text))),
);

/**
 * Whether a rate that falls short of its target was taken of the weight as it is: 85% of 10 for ≥90%. Many bureaus take
 * what of the target was reached, some this; only a form that prints the formula says which.
 */
function isShareShort(
  input: CheckInput,
  { indicator, stated, weight, score }: Pick<ScoreDispute, 'indicator' | 'stated' | 'weight' | 'score'>,
): boolean {
  if (indicator === null || weight === null || score.value?.gt(stated) !== true) return false;
  const [target, actual] = [numberOf(indicator.target), numberOf(indicator.actual)];
  // 8% of what should be 5% at most is no share of anything.
  if (score.attainment?.lt(1) !== true || (target !== null && actual?.value.gt(target.value))) return false;
  if (!['target', 'proportion'].includes(score.rule.kind)) return false;
  return isShareOfWeight(indicator.actual, stated, weight) && !printsShare(input);
}
