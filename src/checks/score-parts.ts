import { figureOf, figuresOf } from '../form/cells';
import { inner, sum } from '../sheet/lists';
import { CENT, isRounded } from '../words/written';
import { additionText, reckoning } from './common/agree';
import { partScoresOf } from './common/reckoned';
import { nameOf, points } from './common/words';
import type { Check } from './finding';

export const scoreParts: Check = {
  id: 'score-parts',
  mends: 'row',
  title: '得分等于各处、各评委得分之和或平均',
  severity: 'error',
  explain:
    '得分之前分列几处、几位评委的得分，或基础分、附加分的，多半的行是它们之和或平均，其余的行也应如此。平均数保留两位小数，也可以去掉一个最高分和一个最低分。',
  messages: {
    differs: {
      title: '“{name}”得分与分列的得分不符',
      message: '“{name}”分列的得分{how}为 {exact}，表内得分为 {found}，请核对。',
    },
  },
  *run({ form }) {
    const rows = form.indicators.flatMap((indicator) => {
      const { stated: place } = indicator;
      const [found, from] = [figureOf(place), partScoresOf(indicator)];
      if (place === null || found === null || from.length === 0) return [];
      const figures = figuresOf(from);
      // The lowest and the highest of several may be left out.
      const averaged = [figures, inner(figures)].find((some) => isRounded(found, CENT, sum(some).div(some.length)));
      const all = sum(figures);
      const closes = { sum: isRounded(found, CENT, all), mean: averaged !== undefined };
      return [{ indicator, place, found, from, figures, averaged: averaged ?? figures, all, closes }];
    });
    const [sums, means] = (['sum', 'mean'] as const).map((way) => rows.filter(({ closes }) => closes[way]).length);
    const mean = (means ?? 0) > (sums ?? 0);
    for (const { indicator, figures, averaged, all, closes, ...row } of rows) {
      const exact = (mean ? sum(averaged).div(averaged.length) : all).toDecimalPlaces(2);
      const added = additionText(figures);
      const arithmetic = mean ? `(${averaged.map(points).join(' + ')}) ÷ ${averaged.length} = ${points(exact)}` : added;
      const how = mean ? '平均' : '之和';
      const data = { name: nameOf(indicator), how, exact: points(exact), found: points(row.found) };
      const ways = [[[row.place.at, exact] as const]];
      yield reckoning(
        { ...row, exact, arithmetic },
        { message: 'differs', data, ways },
        mean ? closes.mean : closes.sum,
      );
    }
  },
};
