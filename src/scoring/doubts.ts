import type { Decimal } from 'decimal.js';
import { directionOf, isLimit } from './direction';
import { accepts } from './points';
import { mayBeMissed } from './reached';
import type { IndicatorScore } from './scores';

/**
 * What speaks against the full marks of a row; `null` where nothing does, or its rule says so.
 *
 * - `full`, `standard`: the target, or what the row's standard asks for, was not reached, and no rule reckons the points.
 * - `nearly`: only the rounding of points makes it full marks.
 * - `hedged`: its words may say that the target was not reached.
 * - `limit`: the target may be the most that was allowed.
 *
 * @param over the share of a target from which on it is passed by far.
 */
export function doubtOf(score: IndicatorScore, most: Decimal, over: number) {
  const { indicator, reached, origin, accepted, attainment, rule, grounds } = score;
  const { target, standard } = indicator;
  const isJudged = origin === 'judged';
  if (reached === false && isJudged) return target === null && standard !== null ? 'standard' : 'full';
  if (!isJudged && !accepts(accepted, most)) return null;
  if (reached === false) return grounds !== 'open' && target !== null && rule.kind === 'target' ? 'nearly' : null;
  if (mayBeMissed(score)) return 'hedged';
  const passed = attainment?.gt(1) === true && attainment.lt(over) && isLimit(indicator);
  const direction = target?.value?.kind === 'number' ? directionOf(indicator, target.value.relation) : null;
  const isKept = direction === 'doubtful' && grounds === 'open' && attainment?.eq(1) === true;
  return (passed || isKept) && rule.kind === 'target' ? 'limit' : null;
}
