import { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import { sum } from '../../sheet/lists';
import { cellAt, type CellRef } from '../../sheet/snapshot';
import { compact, short } from '../../sheet/text';
import { moneyUnitIn } from '../../words/money';
import type { CheckInput, Outcome } from '../finding';
import { additionText, compared } from './agree';
import { AMOUNTS } from './budget';
import { addition, amountLike, clean } from './words';

/** 其中：一般公共预算：2405.61万元 */
const LABELLED = /^(?:其中:)?[^0-9:]{2,16}:([0-9][0-9,]*(?:\.[0-9]+)?)(万元|元)?$/;
const amountIn = (text: string): Decimal => new Decimal(text.replace(/[^0-9.]/g, '') || 0);
/** What the amounts below divide: 按收入性质分：2588.73. */
const DIVIDING = /^按[^0-9:]{2,8}分:/;

/** The amounts behind their labels, in the cells below one that says by what they divide the money. */
function amountsBelow({ form, snapshot }: CheckInput, { row, column }: CellRef, end: number) {
  const amounts: { at: CellRef; value: Decimal }[] = [];
  for (let below = row; below < end; below++) {
    const at = { row: below, column };
    const lines = cellAt(snapshot, at).text.split('\n').map(compact);
    if (lines.some((line) => line !== '' && !line.includes(':'))) break;
    for (const line of lines) {
      const [, figure, unit] = DIVIDING.test(line) ? [] : (LABELLED.exec(line) ?? []);
      const isOther = unit !== undefined && form.budget?.moneyUnit?.eq(moneyUnitIn(unit) ?? 0) !== true;
      if (figure !== undefined && !isOther) amounts.push({ at, value: amountIn(figure) });
    }
  }
  return amounts;
}

/**
 * 按收入性质分 and 按支出性质分 with the amounts behind their labels, each against the year's whole: what was to be spent, or
 * what was.
 */
export function* moneyInLabels(input: CheckInput): Iterable<Outcome> {
  const { form, snapshot } = input;
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  const wholes = AMOUNTS.flatMap(({ column }) => whole?.[column] ?? []).filter((cell) => figureOf(cell) !== null);
  const [like] = wholes;
  if (whole === undefined || like === undefined) return;
  const end = form.indicators[0]?.row ?? form.area.row;
  for (let row = like.at.row + 1; row < end; row++) {
    for (let { column } = form.area; column < form.area.column + form.area.columnCount; column++) {
      const heading = compact(cellAt(snapshot, { row, column }).text.split('\n')[0] ?? '');
      const amounts = DIVIDING.test(heading) ? amountsBelow(input, { row, column }, end) : [];
      const [first, ...others] = amounts;
      if (first === undefined || others.length === 0) continue;
      const values = amounts.map(({ value }) => value);
      const added = clean(sum(values));
      const own = wholes.filter((cell) => figureOf(cell)?.eq(added));
      const [group = '', stated = ''] = heading.split(':');
      const isOwn = !/[0-9]/.test(stated) || added.eq(amountIn(stated));
      const found = amountLike(added, like);
      const expected = isOwn ? [...new Set(wholes.map(({ text }) => text))].join('、') : stated;
      const data = { group, name: isOwn ? short(whole.label.value) : group, found, expected };
      const differs = {
        message: 'labels',
        severity: 'info',
        data,
        arithmetic: addition(values),
        expected,
        found,
      } as const;
      yield compared(
        isOwn && own.length > 0,
        first,
        [...others, ...(own.length > 0 ? own : wholes)],
        differs,
        additionText(values),
      );
    }
  }
}
