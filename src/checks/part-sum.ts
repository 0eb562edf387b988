import { Decimal } from 'decimal.js';
import { numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { isCount } from '../words/unitKinds';
import { sum } from '../sheet/lists';
import { short } from '../sheet/text';
import { factorBetween, measureOf } from '../words/comparable';
import { isFloor } from '../words/quantity';
import { cellIsRoundingOf } from '../words/written';
import { addition, additionText, compared, nameOf, points, textOf } from './common/say';
import type { Check, Outcome } from './finding';

const COLUMNS = [
  { column: 'target', label: '指标值' },
  { column: 'actual', label: '完成值' },
] as const;

/** 亩, 座 and 元 add up; rates and days do not. */
const addsUp = (unit: string): boolean =>
  isCount(unit) || ['亩', '米', '立方米', '公斤', '元'].includes(measureOf(unit) ?? unit);

/** What a row and the rows in detail below it hold in one column, in the unit of the row. */
function columnOf(indicator: Indicator, { column, label }: (typeof COLUMNS)[number]) {
  const whole = indicator[column];
  const own = whole === null ? null : numberOf(whole);
  if (whole === null || own === null || !addsUp(own.unit)) return null;
  const scale = own.scale ?? new Decimal(1);
  const cells = indicator.parts.flatMap((part) => part[column] ?? []);
  const figures = cells.flatMap((cell) => {
    const figure = numberOf(cell);
    const factor = figure === null ? null : factorBetween(figure.unit, own.unit);
    return figure === null || factor === null ? [] : [figure.value.times(factor).div(scale)];
  });
  if (figures.length === 0 || figures.length < indicator.parts.length) return null;
  return { label, whole, cells, own: own.value.div(scale), figures, total: sum(figures) };
}

function* ofParts(indicator: Indicator): Iterable<Outcome> {
  const columns = COLUMNS.flatMap((one) => columnOf(indicator, one) ?? []);
  // What is all of the row in one column is so in the other.
  const isWhole = columns.some(({ figures, total, own }) => figures.length > 1 && total.equals(own));
  // ≥100 党员 and ≥100 女性 may be the same people, and more than ≥50 and ≥150 may be none of both.
  const areFloors = indicator.parts.some(({ target }) => isFloor(numberOf(target)?.relation ?? null));
  const areWithin = indicator.parts.every(({ name }) => name.value.startsWith('其中'));
  for (const { label, whole, cells, own, figures, total } of columns) {
    // 58.32万元 and 36.71万元 are 95万元.
    const holds = total.equals(own) || cellIsRoundingOf(whole, own, total);
    if (!holds && !isWhole && !(areWithin && total.gt(own))) continue;
    const [found, exact] = [textOf(whole), points(total)];
    const names = indicator.parts.map((part) => short(part.name.value)).join('、');
    const data = { name: nameOf(indicator), label, names, found, exact };
    const severity = isWhole && !areFloors ? 'warning' : 'info';
    const differs = {
      message: 'differs',
      severity,
      data,
      arithmetic: addition(figures),
      expected: exact,
      found,
    } as const;
    yield compared(holds, whole, cells, differs, () => additionText(figures));
    // 完成值 copied from 指标值 says it again.
    if (!isWhole) return;
  }
}

export const partSum: Check = {
  id: 'part-sum',
  mends: 'row',
  title: '“其中”各行之和等于这一项',
  severity: 'warning',
  explain:
    '一项指标下面列着“其中”各行的，各行的指标值、完成值有一栏加起来正好是这一项的，另一栏也应如此（指标值写明不少于的，只作提示）；两栏都不相等的，各行之和不应超过这一项。比率和时间不作比较。',
  messages: {
    differs: {
      title: '“{name}”的{label}不等于各行之和',
      message: '“{name}”{label}为{found}，下面各行（{names}）之和为 {exact}，请核对。',
    },
  },
  run: ({ form }) => form.indicators.flatMap((indicator) => [...ofParts(indicator)]),
};
