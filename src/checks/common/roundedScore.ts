import type { Decimal } from 'decimal.js';
import { numberOf } from '../../form/cells';
import type { Indicator } from '../../form/model';
import { namesExecution } from '../../form/money';
import { once } from '../../sheet/remember';
import { cellAt } from '../../sheet/snapshot';
import { readFigure } from '../../words/figure';
import type { CheckInput } from '../finding';
import type { ScoreDispute } from './disputes';

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
export function isRoundedScore(
  input: CheckInput,
  { indicator, stated, weight, score, right }: Omit<ScoreDispute, 'kind'>,
): boolean {
  if (isNear(stated, right)) return true;
  return (
    indicator !== null && (isOfRate(indicator, stated, weight, score.value) || isWhole(input, stated, weight, right))
  );
}
