import { inTexts } from '../../form/tellings';
import type { Decimal } from 'decimal.js';
import type { Indicator, FigureCell } from '../../form/model';
import { accepts } from '../../scoring/points';
import type { IndicatorScore, Rescored } from '../../scoring/scores';
import type { CheckInput } from '../finding';
import { once } from '../../sheet/remember';
import { figureOf } from '../../form/cells';

interface Scored {
  readonly indicator: Indicator;
  readonly score: IndicatorScore;
}

/** Every indicator with its score, in the order of the sheet. */
export const scored = once(({ scores }: CheckInput): readonly Scored[] =>
  scores.indicators.map((score) => ({ indicator: score.indicator, score })),
);

/** Every indicator with its score, once for each cell of its evidence. */
export const scoredTexts = once((input: CheckInput): readonly Scored[] =>
  scored(input).flatMap(({ indicator, score }) => inTexts(indicator).map((told) => ({ indicator: told, score }))),
);

/** An item that the form itself puts below full marks. */
export interface Shortfall {
  readonly indicator: Indicator;
  readonly score: IndicatorScore;
  readonly weight: Decimal;
  readonly stated: Decimal;
}

const shortfallOf = once((score: IndicatorScore): Shortfall[] => {
  const { indicator, weight } = score;
  const stated = figureOf(indicator.stated);
  if (indicator.kind !== 'item' || weight === null || stated === null) return [];
  return stated.gte(0) && stated.lt(weight) ? [{ indicator, score, weight, stated }] : [];
});

/**
 * The items that are stated below full marks, in the order of the sheet. Not a bonus below its cap, not a score below
 * zero, and not an item whose weight is the misprint: other checks speak of those.
 */
export const shortfalls = once(({ scores }: CheckInput): readonly Shortfall[] =>
  scores.indicators.flatMap(shortfallOf),
);

/** Whether a rule computed a score and allows the stated one. */
export function isAllowed({ origin, accepted }: Rescored, cell: FigureCell | null): boolean {
  const stated = figureOf(cell);
  return stated !== null && origin === 'computed' && accepts(accepted, stated);
}
