import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';

/** How the scores in several columns make up one: they add up, it is their mean, or each has its share of it, percent. */
export type PartsWay = 'sum' | 'mean' | readonly Decimal[];

/** The ways that headings leave open: 自评得分（40%） and 考核得分（60%） may each be out of all points or of that share of them. */
export function waysOfParts(headings: readonly string[]): readonly PartsWay[] {
  const shares = headings.flatMap((text) => /([0-9]{1,2})[%％]/.exec(text)?.[1] ?? []).map((one) => new Decimal(one));
  return shares.length === headings.length && sum(shares).eq(100) ? [shares, 'sum'] : ['sum', 'mean'];
}

/** What scores come to. */
export function madeUp(way: PartsWay, figures: readonly Decimal[]): Decimal {
  if (way === 'sum') return sum(figures);
  if (way === 'mean') return sum(figures).div(figures.length);
  return sum(figures.map((figure, at) => figure.times(way[at] ?? 0).div(100)));
}
