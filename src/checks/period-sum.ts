import { Decimal } from 'decimal.js';
import { figureOf, figuresOf } from '../form/cells';
import type { FigureCell, Indicator, QuantityCell } from '../form/model';
import { addition, nameOf, points, textOf } from './common/words';
import { compared } from './common/agree';
import type { Check } from './finding';
import { sum } from '../sheet/lists';
import { compact } from '../sheet/text';

/** What the parts of a year add up to beside what was reached in the whole of it. */
interface Year {
  readonly indicator: Indicator;
  readonly actual: QuantityCell;
  readonly cells: readonly FigureCell[];
  readonly figures: readonly Decimal[];
  readonly total: Decimal;
  readonly whole: Decimal;
  /** What the actual value's unit counts: 10,000 for 万人. */
  readonly scale: Decimal;
}

const unitOf = (text: string) => compact(text).replace(/[0-9.,]/g, '');

function yearOf(indicator: Indicator): Year[] {
  const { actual, reckoned } = indicator;
  const cells = reckoned.flatMap(({ role, figure }) => (role === 'period' ? [figure] : []));
  const value = actual?.value;
  if (cells.length < 2 || actual === null || value?.kind !== 'number' || value.unit === '%') return [];
  // 6万人 and 5万人 beside 110000人.
  const own = unitOf(actual.text);
  if (cells.some(({ text }) => !['', own].includes(unitOf(text)))) return [];
  const figures = figuresOf(cells);
  const scale = value.scale ?? new Decimal(1);
  const whole = value.value.div(scale);
  // 98.6 for the year after 98, 99 and 98.7 is a mean, whatever its unit.
  const isMean = figures.some((one) => one.gte(whole)) && figures.some((one) => one.lte(whole)) && !whole.isZero();
  return isMean ? [] : [{ indicator, actual, cells, figures, total: sum(figures), whole, scale }];
}

/** From here up what was reached is near to the sum. */
const NEAR = 0.8;

/** Whether the same may have been counted in several parts: 52 households after 50 and 48. */
const mayOverlap = ({ figures, total, whole }: Year): boolean =>
  whole.lt(total.times(NEAR)) && figures.every((one) => one.lte(whole));

export const periodSum: Check = {
  id: 'period-sum',
  mends: 'row',
  title: '各期完成值之和等于全年完成值',
  severity: 'warning',
  explain:
    '各季度、各县区的完成值在别的行里相加为全年完成值的，这一行也应如此；最后一期等于全年的，当是累计数，不作比较；全年比各期之和少得多、又不少于任何一期的，可能各期有重复，只作提示。',
  messages: {
    differs: {
      title: '“{name}”各期完成值与全年不符',
      message: '“{name}”全年完成值{actual}，各期之和为 {exact}，请核对。',
    },
  },
  *run({ form }) {
    const rows = form.indicators.flatMap(yearOf);
    const adds = ({ total, whole }: Year) => total.equals(whole);
    const known = rows.some((row) => adds(row) && !row.whole.isZero());
    for (const row of rows) {
      const { indicator, actual, cells, figures, total, whole, scale } = row;
      const arithmetic = addition(figures);
      const cumulative = figureOf(cells.at(-1))?.equals(whole) === true;
      if (!adds(row) && (!known || cumulative)) continue;
      const [expected, found] = [points(total), textOf(actual)];
      const data = { name: nameOf(indicator), actual: found, exact: expected };
      const ways = [[[actual.at, total.times(scale)] as const]];
      const severity = mayOverlap(row) ? ({ severity: 'info' } as const) : {};
      const differs = { message: 'differs', ...severity, data, arithmetic, expected, found, ways };
      yield compared(adds(row), actual, cells, differs, arithmetic);
    }
  },
};
