import { Decimal } from 'decimal.js';
import { formatFigure } from '../sheet/format';
import { claimedScore } from './claims';
import type { RuleResult, RuleContext } from './context';
import type { Rounding } from './rulebook';
import type { Grounds, ScoreRange } from './scores';

/** One way to compute a score. Where places differ, or a row contradicts itself, there are several. */
export interface Reading {
  /** Points before rounding. */
  readonly points: Decimal;
  /** The way to the score in figures: `94.07 ÷ 95 × 2.96 = 2.93`. */
  readonly arithmetic: (score: string) => string;
  /** Points from here up to `points` are as good; for rules that leave a range. */
  readonly down?: Decimal;
}

export const ZERO = new Decimal(0);

/** Rounds as the rulebook says; `either` shows half up. What rounds to nothing has no sign. */
function round(points: Decimal, rounding: Rounding): Decimal {
  const mode = rounding.mode === 'truncate' ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP;
  return points.toDecimalPlaces(rounding.places, mode).plus(ZERO);
}

/** Whether a score lies in one of the ranges. */
export function accepts(ranges: readonly ScoreRange[], score: Decimal): boolean {
  return ranges.some(
    ({ low, high, openHigh }) => score.gte(low) && (openHigh === true ? score.lt(high) : score.lte(high)),
  );
}

/** Scores that stand for the same points: unrounded, truncated, half up, and to fewer digits where the rulebook allows. */
function rangesOf({ points, down }: Pick<Reading, 'points' | 'down'>, rounding: Rounding): ScoreRange[] {
  // What has no more decimals rounds to itself.
  if (down === undefined && points.decimalPlaces() <= (rounding.least ?? rounding.places))
    return [{ low: points, high: points }];
  const truncated = (down ?? points).toDecimalPlaces(rounding.places, Decimal.ROUND_DOWN);
  const halfUp = points.toDecimalPlaces(rounding.places, Decimal.ROUND_HALF_UP);
  const ranges: ScoreRange[] = [{ low: Decimal.min(truncated, points), high: Decimal.max(halfUp, points) }];
  for (let places = rounding.least ?? rounding.places; places < rounding.places; places++) {
    const coarse = [Decimal.ROUND_DOWN, Decimal.ROUND_HALF_UP].map((mode) => points.toDecimalPlaces(places, mode));
    for (const score of coarse) if (!accepts(ranges, score)) ranges.push({ low: score, high: score });
  }
  return ranges;
}

/** Whether a score is what so many points are rounded to, one way or the other. */
export const roundsTo = (points: Decimal, score: Decimal, rounding: Rounding): boolean =>
  accepts(rangesOf({ points }, rounding), score);

function distinct(ranges: readonly ScoreRange[]): readonly ScoreRange[] {
  return ranges.filter(
    (range, at) =>
      ranges.findIndex((other) => other === range || (other.low.eq(range.low) && other.high.eq(range.high))) === at,
  );
}

/**
 * The outcome of a rule that computes. The first reading that allows the stated score gives the arithmetic, and that score
 * stands, however it was rounded; where none does, the one that gives what the row's own text claims, else the first.
 */
export function computed(
  weight: Decimal,
  context: RuleContext,
  [first, ...others]: readonly [Reading, ...Reading[]],
  known: {
    readonly words?: string;
    readonly attainment?: Decimal | null;
    readonly reached?: boolean;
    readonly grounds?: Grounds;
  } = {},
): RuleResult {
  const { rounding } = context.rulebook;
  const { stated } = context;
  const tried = [first, ...others].map((reading) => ({ reading, ranges: rangesOf(reading, rounding) }));
  const allowing = (score: Decimal) => tried.find(({ ranges }) => accepts(ranges, score))?.reading;
  const claim = () => (others.length > 0 || first.down !== undefined ? claimedScore(context.evidence, weight) : null);
  const own = stated === null ? undefined : allowing(stated);
  const meant = own === undefined ? (claim()?.points ?? null) : stated;
  const fitting = own ?? (meant === null ? undefined : allowing(meant));
  const reading = fitting ?? first;
  const rounded = round(reading.points, rounding);
  // Full marks of a weight of three decimals are that weight, not what it rounds to.
  const value = fitting !== undefined && meant !== null ? meant : rounded.gt(weight) ? weight : rounded;
  return {
    origin: 'computed',
    value,
    accepted: distinct(tried.flatMap(({ ranges }) => ranges)),
    arithmetic: reading.arithmetic(formatFigure(value)),
    attainment: known.attainment ?? null,
    reached: known.reached ?? known.attainment?.gte(1) ?? null,
    grounds: known.grounds ?? 'sure',
    words: known.words ?? context.words,
    unread: null,
  };
}

/** A score kept within nothing and the weight. */
export function within(points: Decimal, weight: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(points, weight));
}
