import { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { FigureCell, Indicator, ReckonedCell } from '../../form/model';

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
