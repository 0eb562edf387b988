import { normalise, saysPercent } from '../sheet/text';
import { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { FigureCell, Indicator } from '../form/model';
import { roundsTo } from '../scoring/points';
import { inOneUnit } from '../scoring/sameUnit';
import type { Rounding } from '../scoring/rulebook';
import { lastPlace } from './common/rows';
import { MOST_OFF } from '../words/written';
import { clean, compared, nameOf, points } from './common/say';
import type { Check, Outcome } from './finding';

/** Whether 系数 × 权重 lies so far from the score as a coefficient that is shown rounded or cut off may bring it: less than its last digit. */
function isNear(off: Decimal, cell: FigureCell, weight: Decimal): boolean {
  return off.lte(MOST_OFF) || off.lt(lastPlace(cell, isPercent(cell)).times(weight));
}

const isPercent = ({ text }: FigureCell): boolean => saysPercent(text) || Number.parseFloat(normalise(text)) > 1.5;

/** The most that a coefficient may be: how far the target was passed, whichever way is better. */
function mostOf({ target, actual }: Indicator): Decimal {
  const pair = target === null || actual === null ? null : inOneUnit(target, actual);
  if (pair === null || pair.target.lte(0) || pair.actual.lte(0)) return new Decimal(1);
  return Decimal.max(pair.actual.div(pair.target), pair.target.div(pair.actual));
}

/** 系数 × 权重 = 得分 */
function outcomeOf(indicator: Indicator, rounding: Rounding): Outcome | null {
  const { kind, weight: weightCell, stated, coefficient: cell } = indicator;
  const [weight, own, coefficient] = [weightCell, stated, cell].map(figureOf);
  if (kind !== 'item' || stated === null || cell === null || !weight || !own || !coefficient) return null;
  const product = clean(coefficient.times(weight));
  // 1.05 for more than the target: the score stops at full marks.
  const isCapped = own.lte(weight) && coefficient.lte(mostOf(indicator).plus(lastPlace(cell, isPercent(cell))));
  const exact = isCapped ? Decimal.min(product, weight) : product;
  const arithmetic = `${points(coefficient)} × ${points(weight)} = ${points(product)}`;
  const differs = {
    message: 'differs',
    data: {
      name: nameOf(indicator),
      coefficient: cell.text.trim(),
      weight: points(weight),
      own: points(own),
      exact: points(exact.toDecimalPlaces(2)),
    },
    arithmetic: `${arithmetic}，表内 ${points(own)}`,
    // Either of the two may be right.
    ways: [
      ...(weight.isZero() ? [] : [[[cell.at, own.div(weight).toDecimalPlaces(4)] as const]]),
      [[stated.at, exact.toDecimalPlaces(2)] as const],
    ],
  };
  const holds = isNear(exact.minus(own).abs(), cell, weight) || roundsTo(exact, own, rounding);
  return compared(holds, cell, [weightCell, stated], differs, arithmetic);
}

export const scoreCoefficient: Check = {
  id: 'score-coefficient',
  mends: 'row',
  title: '得分等于得分系数乘权重',
  severity: 'error',
  explain: '有“得分系数”的，得分应等于系数 × 权重（按系数显示的位数认可舍入）。',
  messages: {
    differs: {
      title: '“{name}”得分系数与得分不符',
      message: '“{name}”得分系数 {coefficient}，权重 {weight}，相乘为 {exact}，表内得分为 {own}，请核对系数和得分。',
    },
  },
  run: ({ form, scores }) => form.indicators.map((one) => outcomeOf(one, scores.rulebook.rounding)),
};
