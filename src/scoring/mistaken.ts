import { Decimal } from 'decimal.js';
import { figureOf, numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { tellsChange } from '../words/answers';
import { unitsDiffer } from '../words/unitKinds';
import { rateTold } from './rules/figures';
import { isShareOf } from './sameUnit';
import type { IndicatorScore } from './scores';

/**
 * Target and actual value in units that can't be compared, and how these differ: see `unitsDiffer`. `null` where they can,
 * or where the row's words say how.
 */
export function unitsApart(indicator: Indicator) {
  const { name, target, actual } = indicator;
  const [wanted, reached] = [numberOf(target), numberOf(actual)];
  if (!target || !actual || !wanted || !reached || isShareOf(wanted, actual)) return null;
  const differ = unitsDiffer(wanted, reached);
  // 增长24% for 由5亿元增长到6亿元 is said of the change.
  if (differ === null || tellsChange(target.text, actual.text, name.value)) return null;
  // 应发10人，实发10人 is a rate too.
  if (wanted.unit === '%' && rateTold(indicator) !== null) return null;
  const all = differ !== 'scale' && /[均都]|全部|全覆盖/.test(actual.text);
  // 3个项目均合格 is said of all, and 100%.
  if (all && wanted.unit === '%' && wanted.value.eq(100)) return null;
  return { differ: all ? 'unclear' : differ, target, actual, wanted, reached };
}

const EXCESS = /超额|超出|超过|多于|高于|上调|偏低|偏保守/;

/**
 * The points of a row that are those which target and actual value give just the other way round, though the target was
 * passed: 9.5 × 62 ÷ 81 = 7.27. `null` where they are not, or a text speaks of an excess, which may have cost them.
 */
export function pointsTurned({ indicator, attainment, weight, grounds }: IndicatorScore) {
  const own = figureOf(indicator.stated);
  if (grounds === 'open' || attainment === null || !weight || !own?.lt(weight)) return null;
  const exact = weight.div(attainment);
  const isExact = [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((mode) => exact.toDecimalPlaces(2, mode).eq(own));
  return isExact && !EXCESS.test(indicator.evidence?.text ?? '') ? { own, weight } : null;
}
