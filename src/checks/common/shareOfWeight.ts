import type { Decimal } from 'decimal.js';
import { numberOf } from '../../form/cells';
import type { QuantityCell } from '../../form/model';

/** 完成 98% 就记 98% 的分: the actual rate was taken of the weight although the target was reached. */
export function isShareOfWeight(actual: QuantityCell | null, stated: Decimal, weight: Decimal): boolean {
  const reached = numberOf(actual);
  const rate = reached?.unit === '%' ? reached.value : null;
  return stated.lt(weight) && rate?.times(weight).div(100).toDecimalPlaces(2).equals(stated) === true;
}
