import { figureOf } from '../form/cells';
import type { Indicator } from '../form/model';

/** 减分项 | 1: a penalty without a sign, which a total may take off all the same. */
export function isUnsignedPenalty({ kind, name, path, stated }: Indicator): boolean {
  if (kind !== 'bonus' || figureOf(stated)?.isNegative() === true) return false;
  return [name.value, ...path].some((level) => /^[^加]*[减扣][^加]*$/.test(level));
}
