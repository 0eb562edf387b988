import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { Indicator } from '../../form/model';
import { deductedScore } from '../../scoring/claims';
import type { CheckInput } from '../finding';
import { unreadIn } from '../formFigures';
import type { ScoreDispute } from './disputes';
import { partScoresOf } from './reckoned';

type Stated = Pick<ScoreDispute, 'indicator' | 'stated' | 'weight' | 'score'>;

/**
 * Why a score is less than its rule gives, where it is for the officers to say how strict to be: the row takes a smaller
 * 得分系数 (`stricter`) or what several assessors gave (`assessed`), or says how many points it lost though the target was
 * reached (`told`).
 */
export function whyLess(input: CheckInput, { indicator, stated, weight, score }: Stated) {
  if (indicator === null || weight === null || score.value?.gt(stated) !== true) return null;
  if (figureOf(indicator.coefficient)?.times(weight).eq(stated) === true) return 'stricter';
  if (partScoresOf(indicator).length > 0) return 'assessed';
  if (score.attainment?.gte(1) !== true || indicator.standard !== null) return null;
  // A standard that the sheet prints says itself what is taken off.
  return isTakenOff(input, indicator, weight, stated) ? 'told' : null;
}

function isTakenOff({ form, snapshot }: CheckInput, { evidence, row }: Indicator, weight: Decimal, stated: Decimal) {
  if (deductedScore(evidence?.text ?? '', weight)?.points.eq(stated) === true) return true;
  // −1 in a column that nobody could read: 加减分.
  return unreadIn(form, snapshot, row).some((lost) => lost.eq(stated.minus(weight)));
}
