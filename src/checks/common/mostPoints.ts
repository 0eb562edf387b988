import { Decimal } from 'decimal.js';
import type { Indicator } from '../../form/model';
import { ZERO } from '../../scoring/points';
import { compact } from '../../sheet/text';

/** What the item's own standard allows above the weight, where the score needs it: 一个加1分，最多加2分. */
export function bonusOf(indicator: Indicator | null, weight: Decimal, stated: Decimal): Decimal {
  if (stated.lte(weight)) return ZERO;
  const text = compact((indicator?.standard?.text ?? '').slice(0, 2_000));
  const most = /(?:最[多高]|不超过|上限)(?:可|为|可以)?加?([0-9]{1,2}(?:\.[0-9]{1,2})?)分/.exec(text)?.[1];
  return new Decimal(/加[0-9]/.test(text) ? (most ?? 0) : 0);
}

/** The most that a row may score: its weight and what its standard lets be added; a penalty weighs less than nothing. */
export function highestOf(indicator: Indicator | null, weight: Decimal, stated: Decimal): Decimal {
  const most = indicator?.kind === 'bonus' && weight.isNegative() ? ZERO : weight;
  return most.plus(bonusOf(indicator, most, stated));
}
