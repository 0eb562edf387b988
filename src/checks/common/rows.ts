import { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { FigureCell, Indicator, ReckonedCell } from '../../form/model';
import { inTexts } from '../../form/tellings';
import { accepts } from '../../scoring/points';
import type { IndicatorScore, Rescored } from '../../scoring/scores';
import { once } from '../../sheet/remember';
import type { CheckInput } from '../finding';

/** Every indicator with its score, in the order of the sheet. */
export const scored = once(({ scores }: CheckInput) =>
  scores.indicators.map((score) => ({ indicator: score.indicator, score })),
);

/** Every indicator with its score, once for each cell of its evidence. */
export const scoredTexts = once((input: CheckInput) =>
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

/** What a row has under a column that is reckoned from others. */
export function reckonedIn({ reckoned }: Indicator, role: ReckonedCell['role']): FigureCell | null {
  return reckoned.find((one) => one.role === role)?.figure ?? null;
}

/** All that a row has under columns that are reckoned alike: what was reached in each quarter. */
export const allReckoned = ({ reckoned }: Indicator, role: ReckonedCell['role']): readonly FigureCell[] =>
  reckoned.flatMap((one) => (one.role === role ? [one.figure] : []));

/** What each of several assessors gave, or of several parts of a score, where all of them are there; else none. */
export function partScoresOf(indicator: Indicator): readonly FigureCell[] {
  const parts = allReckoned(indicator, 'partScore');
  return parts.length > 1 && parts.every((part) => figureOf(part) !== null) ? parts : [];
}

/** 分值 less 得分 of an item; `null` where one of them is no figure. */
export function lostPoints({ kind, weight, stated }: Indicator): Decimal | null {
  const [full, own] = [figureOf(weight), figureOf(stated)];
  return kind === 'item' && full !== null && own !== null ? full.minus(own) : null;
}

/** One of the last digit that a cell shows, as its figure counts it: 0.001 for 116.7%. */
export function lastPlace({ text }: FigureCell, percent: boolean): Decimal {
  const places = /[.．]([0-9０-９]+)/.exec(text)?.[1]?.length ?? 0;
  return new Decimal(10).pow(-places - (percent ? 2 : 0));
}
