import { figureCell, figureOf, figuresOf } from '../../form/cells';
import { sum } from '../../sheet/lists';
import { cellAt, cellKey } from '../../sheet/snapshot';
import { short, saysPercent } from '../../sheet/text';
import { figureCells } from '../figures';
import type { CheckInput, Outcome } from '../finding';
import { additionText, agreement } from './agree';
import { AMOUNTS } from './budget';
import { headingOf, rowOf } from './looseMoney';
import { cellsOf } from './parts';
import { addition, amountLike, clean } from './words';

/** What a department spends is one or the other. */
const KINDS = [/基本支出/, /项目支出/];

/**
 * Amounts outside the lines of money that stand in one row and make the year's whole: 基本支出总额 | 218 | 项目支出总额 | 96
 * above its table, or the sources beside 合计.
 */
export function* moneyInRow(input: CheckInput): Iterable<Outcome> {
  const { form, snapshot } = input;
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  if (whole === undefined) return;
  const known = figureCells(form);
  const amounts = AMOUNTS.flatMap(({ column }) => whole[column] ?? []);
  const end = form.indicators[0]?.row ?? form.area.row;
  for (let row = form.area.row; row < end; row++) {
    const cells = Array.from({ length: form.area.columnCount }, (_, step) =>
      figureCell(cellAt(snapshot, { row, column: form.area.column + step })),
    ).filter(({ state, at, text }) => state === 'figure' && !known.has(cellKey(at)) && !saysPercent(text));
    const added = clean(sum(figuresOf(cells)));
    const own = amounts.find((one) => figureOf(one)?.eq(added));
    const labels = cells.map((cell) => headingOf(input, cell));
    const [cell, other] = cells;
    if (cell === undefined || (other === undefined && row !== rowOf(whole))) continue;
    if (own !== undefined) yield agreement([own, ...cells], () => additionText(figuresOf(cells)));
    else if (cells.length === KINDS.length && KINDS.every((kind) => labels.some((label) => kind.test(label)))) {
      const [found, expected] = [amountLike(added, cell), amounts.map((one) => one.text).join('、')];
      const data = { name: short(whole.label.value), found, expected };
      const arithmetic = addition(figuresOf(cells));
      yield {
        cell: cell.at,
        message: 'kinds',
        severity: 'info',
        data,
        related: cellsOf([...cells.slice(1), ...amounts]),
        arithmetic,
        expected,
        found,
      };
    }
  }
}
