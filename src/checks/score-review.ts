import { withFigure, withFigures } from '../form/cells';
import { nameOf, points, reckoning } from './common/say';
import { reckonedIn } from './common/rows';
import type { Check } from './finding';

export const scoreReview: Check = {
  id: 'score-review',
  mends: 'row',
  title: '差异等于复核得分与自评得分之差',
  severity: 'error',
  explain: '表内有复核得分和“差异”一栏的，多半的行是两个得分之差（不论谁减谁），其余的行也应如此。',
  messages: {
    differs: {
      title: '“{name}”差异与两个得分不符',
      message: '“{name}”复核得分与自评得分相差 {exact}，表内差异为 {found}，请核对。',
    },
  },
  *run({ form }) {
    const rows = form.indicators.flatMap((indicator) => {
      const place = withFigure(reckonedIn(indicator, 'difference'));
      const [reviewed, stated] = withFigures([reckonedIn(indicator, 'reviewed'), indicator.stated]);
      if (place === null || reviewed === undefined || stated === undefined) return [];
      const exact = reviewed.value.minus(stated.value);
      const arithmetic = `${points(reviewed.value)} − ${points(stated.value)} = ${points(exact)}`;
      const closes = place.value.abs().equals(exact.abs());
      return [{ indicator, closes, place, found: place.value, exact, from: [reviewed, stated], arithmetic }];
    });
    const usual = rows.filter(({ closes }) => closes).length * 2 > rows.length;
    for (const { indicator, closes, ...row } of rows) {
      const data = { name: nameOf(indicator), exact: points(row.exact), found: points(row.found) };
      if (closes || usual) yield reckoning(row, { message: 'differs', data }, closes);
    }
  },
};
