import { figureOf, withFigure, withFigures } from '../form/cells';
import type { Indicator } from '../form/model';
import { accepts } from '../scoring/points';
import type { IndicatorScore } from '../scoring/scores';
import { agreement, clean, nameOf, points, reckoning } from './common/say';
import { lostPoints, reckonedIn, scored } from './common/rows';
import { withinCent } from '../words/written';
import type { Check, CheckInput } from './finding';

/** What a row takes off: all that it lacks of its weight, or something more than its rule does: 完成率75%得7.5分，另扣2分. */
function readingOf(indicator: Indicator, score: IndicatorScore): 'whole' | 'further' | null {
  const [own, off, lost] = [
    figureOf(indicator.stated),
    figureOf(reckonedIn(indicator, 'deduction')),
    lostPoints(indicator),
  ];
  if (own === null || off === null || lost === null) return null;
  if (withinCent(off.abs(), clean(lost))) return lost.isZero() ? null : 'whole';
  return score.origin === 'computed' && accepts(score.accepted, own.plus(off.abs())) ? 'further' : null;
}

/** Whether more than one row takes off something further, and more than those whose figures say otherwise. */
function takesFurther(input: CheckInput): boolean {
  const readings = scored(input).map(({ indicator, score }) => readingOf(indicator, score));
  const count = (reading: 'whole' | 'further') => readings.filter((one) => one === reading).length;
  return count('further') > Math.max(1, count('whole'));
}

export const scoreDeduction: Check = {
  id: 'score-deduction',
  mends: 'row',
  title: '扣分等于分值减得分',
  severity: 'error',
  explain:
    '表内有“扣分”一栏的，扣分应等于分值减得分，写成负数的也对；按规则计分以后再扣的，应等于按规则应得的分减得分。',
  messages: {
    differs: {
      title: '“{name}”扣分与得分不符',
      message: '“{name}”分值 {weight}，得分 {stated}，应扣 {exact} 分，表内扣分为 {lost}，请核对扣分和得分。',
    },
  },
  *run(input) {
    const further = takesFurther(input);
    for (const { indicator, score } of scored(input)) {
      const [place, lost] = [withFigure(reckonedIn(indicator, 'deduction')), lostPoints(indicator)];
      const [weight, stated] = withFigures([indicator.weight, indicator.stated]);
      // What is above its weight is said of the score.
      if (place === null || lost === null || lost.isNegative() || !weight || !stated) continue;
      const [own, found, exact] = [stated.value, place.value, clean(lost)];
      const reading = readingOf(indicator, score);
      if (reading === 'further' && (further || !found.isZero())) {
        const off = found.abs();
        yield agreement([place, weight, stated], `${points(own.plus(off))} − ${points(off)} = ${points(own)}`);
        continue;
      }
      // What a person gave may have lost nothing further.
      if (further && reading === null && score.origin !== 'computed' && !exact.isZero()) continue;
      const data = { name: nameOf(indicator), weight: points(weight.value), stated: points(own) };
      // Any of the three may be wrong; the sums tell which.
      const ways = [
        [[stated.at, weight.value.minus(found.abs())] as const],
        [[weight.at, stated.value.plus(found.abs())] as const],
      ];
      yield reckoning(
        {
          place,
          found,
          exact,
          from: [weight, stated],
          arithmetic: `${data.weight} − ${data.stated} = ${points(exact)}`,
        },
        { message: 'differs', data: { ...data, exact: points(exact), lost: points(found) }, ways },
        withinCent(found.abs(), exact),
      );
    }
  },
};
