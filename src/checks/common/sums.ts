import { Decimal } from 'decimal.js';
import type { Fact } from '../../words/facts';

/** Words that say that the parts named are not all, or may overlap. */
export const NOT_ALL = /其中|包括|包含|等|主要|涉及|部分/;

/** A sum of another size is of something else. */
export function comparable(sum: Decimal, whole: Decimal): boolean {
  return sum.gte(whole.div(2)) && sum.lte(whole.times(2));
}

/** The figures of several facts added up. */
export function sumOf(parts: readonly Fact[]): Decimal {
  return parts.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
}
