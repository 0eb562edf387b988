import type { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { FigureCell, Indicator, ReckonedCell } from '../form/model';
import { additionText, clean, points, reckoning } from './common/say';
import { lostPoints } from './common/rows';
import { MOST_OFF, withinCent } from '../words/written';
import type { Check } from './finding';
import { sum } from '../sheet/lists';

/** The columns of points that have a sum besides 分值 and 得分. */
const COLUMNS: Partial<Record<ReckonedCell['role'], string>> = {
  deduction: '扣分',
  reviewed: '复核得分',
  difference: '差异',
  partScore: '分项得分',
};

const isScore = (role: ReckonedCell['role']): boolean => role === 'reviewed' || role === 'partScore';

/** What a row has in the column of a sum; several may review. */
const inColumn = ({ reckoned }: Indicator, { at: { column } }: FigureCell): FigureCell | null =>
  reckoned.find(({ figure }) => figure.at.column === column)?.figure ?? null;

/** What a row adds to the sum of a column; 扣分 that is not written is what 分值 and 得分 leave. */
function addend(indicator: Indicator, { role, figure }: ReckonedCell): Decimal | null {
  const own = figureOf(inColumn(indicator, figure));
  if (role === 'difference' || role === 'partScore') return own;
  return own?.abs() ?? (role === 'deduction' ? lostPoints(indicator) : null);
}

export const columnSum: Check = {
  id: 'column-sum',
  mends: 'figures',
  title: '扣分、复核得分、差异的合计等于各项之和',
  severity: 'error',
  explain:
    '合计一行写了扣分、复核得分或差异的，应等于各项之和，预算执行率的得分算不算在内都可以。复核时执行率给了多少分表内看不出的，只要合计不少于各项之和、也不超出执行率的分值，就不作结论。',
  messages: {
    differs: {
      title: '{column}合计不对',
      message: '各项{column}合计 {sum}，合计一行写的是 {found}，请核对。',
    },
  },
  *run({ form: { indicators, total, budget } }) {
    const [weight, stated] = [figureOf(budget?.scored?.weight), figureOf(budget?.scored?.stated)];
    for (const reckoned of total?.reckoned ?? []) {
      const { role, figure: at } = reckoned;
      const [column, own] = [COLUMNS[role], figureOf(at)?.abs()];
      const figures = indicators.flatMap((one) => addend(one, reckoned) ?? []);
      if (column === undefined || own === undefined || figures.length < indicators.length) continue;
      const ofMoney = isScore(role) ? stated : weight && stated && weight.minus(stated);
      const ways = [figures, ...(ofMoney === null ? [] : [[...figures, ofMoney]])];
      const closing = ways.find((all) => withinCent(sum(all).abs(), own));
      const added = clean(sum(figures));
      // What a reviewer gave for the execution of the budget is not known, only that it is no more than its points.
      const rest = own.minus(added);
      const known = role === 'deduction' || ofMoney === null;
      const beyond =
        isScore(role) && (rest.lt(MOST_OFF.negated()) || (weight !== null && rest.gt(weight.plus(MOST_OFF))));
      if (closing === undefined && !known && !beyond) continue;
      const exact = added.plus(role === 'deduction' ? (ofMoney ?? 0) : 0);
      const from = indicators.map((one) => inColumn(one, at));
      yield reckoning(
        { place: at, found: own, exact, from, arithmetic: additionText(closing ?? figures) },
        { message: 'differs', data: { column, sum: points(added), found: points(own) } },
        closing !== undefined,
      );
    }
  },
};
