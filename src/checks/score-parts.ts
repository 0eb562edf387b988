import type { Decimal } from 'decimal.js';
import { figuresOf, withFigure } from '../form/cells';
import { madeUp, waysOfParts, type PartsWay } from '../form/partScores';
import { inner } from '../sheet/lists';
import { CENT, isRounded } from '../words/written';
import { additionText, nameOf, points, reckoning } from './common/say';
import { partScoresOf } from './common/rows';
import type { Check } from './finding';

function howOf(way: PartsWay): string {
  if (way === 'sum') return '之和';
  return way === 'mean' ? '平均' : '按所占比例合计';
}

/** `(18 + 17) ÷ 2 = 17.5`, `18 × 40% + 17 × 60% = 17.4` */
function arithmeticOf(way: PartsWay, figures: readonly Decimal[], exact: string): string {
  if (way === 'sum') return additionText(figures);
  if (way === 'mean') return `(${figures.map(points).join(' + ')}) ÷ ${figures.length} = ${exact}`;
  return `${figures.map((figure, at) => `${points(figure)} × ${way[at]?.toString() ?? ''}%`).join(' + ')} = ${exact}`;
}

export const scoreParts: Check = {
  id: 'score-parts',
  mends: 'row',
  title: '得分等于各处、各评委得分之和、平均或按比例合计',
  severity: 'error',
  explain:
    '得分之前分列几处、几位评委的得分，或基础分、附加分的，多半的行是它们之和或平均，其余的行也应如此；表头写明各占多少（自评40%、考核60%）的，按所占比例合计。平均数保留两位小数，也可以去掉一个最高分和一个最低分。',
  messages: {
    differs: {
      title: '“{name}”得分与分列的得分不符',
      message: '“{name}”分列的得分{how}为 {exact}，表内得分为 {found}，请核对。',
    },
  },
  *run({ form }) {
    const headings = new Map(
      form.headers.flatMap((one) => one.columns).map(({ heading }) => [heading.at.column, heading.value]),
    );
    const rows = form.indicators.flatMap((indicator) => {
      const [place, from] = [withFigure(indicator.stated), partScoresOf(indicator)];
      if (place === null || from.length === 0) return [];
      const ways = waysOfParts(from.map(({ at }) => headings.get(at.column) ?? ''));
      const made = ways.map((way) => {
        const all = figuresOf(from);
        // The lowest and the highest of several may be left out.
        const some = way === 'mean' ? [all, inner(all)] : [all];
        const fits = some.find((figures) => isRounded(place.value, CENT, madeUp(way, figures)));
        return { way, figures: fits ?? all, closes: fits !== undefined };
      });
      return [{ indicator, place, found: place.value, from, made }];
    });
    const closing = (at: number) => rows.filter(({ made }) => made[at]?.closes === true).length;
    const usual = closing(1) > closing(0) ? 1 : 0;
    for (const { indicator, made, ...row } of rows) {
      const own = made[usual];
      if (own === undefined) continue;
      const exact = madeUp(own.way, own.figures).toDecimalPlaces(2);
      const data = { name: nameOf(indicator), how: howOf(own.way), exact: points(exact), found: points(row.found) };
      const ways = [[[row.place.at, exact] as const]];
      const arithmetic = arithmeticOf(own.way, own.figures, points(exact));
      yield reckoning({ ...row, exact, arithmetic }, { message: 'differs', data, ways }, own.closes);
    }
  },
};
