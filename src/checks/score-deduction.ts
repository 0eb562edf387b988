import { figureOf } from '../form/cells';
import { cellsOf, clean, nameOf, points, reckoning } from './common/say';
import { lostPoints, reckonedIn, scored } from './common/rows';
import { withinCent } from '../words/written';
import type { Check } from './finding';

export const scoreDeduction: Check = {
  id: 'score-deduction',
  mends: 'row',
  title: '扣分等于分值减得分',
  severity: 'error',
  explain: '表内有“扣分”一栏的，扣分应等于分值减得分，写成负数的也对。',
  messages: {
    differs: {
      title: '“{name}”扣分与得分不符',
      message: '“{name}”分值 {weight}，得分 {stated}，应扣 {exact} 分，表内扣分为 {lost}，请核对扣分和得分。',
    },
  },
  *run(input) {
    for (const { indicator } of scored(input)) {
      const { weight, stated } = indicator;
      const at = reckonedIn(indicator, 'deduction');
      const [full, own, found, lost] = [figureOf(weight), figureOf(stated), figureOf(at), lostPoints(indicator)];
      if (at === null || full === null || own === null || found === null || lost === null) continue;
      // What is above its weight is said of the score.
      if (lost.isNegative()) continue;
      const exact = clean(lost);
      const data = { name: nameOf(indicator), weight: points(full), stated: points(own) };
      // Any of the three may be wrong; the sums tell which.
      const ways = [
        ...cellsOf([stated]).map((place) => [[place, full.minus(found.abs())] as const]),
        ...cellsOf([weight]).map((place) => [[place, own.plus(found.abs())] as const]),
      ];
      yield reckoning(
        {
          place: at,
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
