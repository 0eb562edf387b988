import type { Decimal } from 'decimal.js';
import { figureOf, withFigures } from '../../form/cells';
import type { AmountColumn, BudgetBlock, BudgetLine } from '../../form/model';
import { budgetOf } from '../../form/money';
import { formatPercent } from '../../sheet/format';
import { sum } from '../../sheet/lists';
import { short } from '../../sheet/text';
import type { Report, Way } from '../finding';
import { cellsOf, points } from './say';

/** Lines as a message names them: the first one's name and how many they are. */
export function linesText(lines: readonly BudgetLine[]): { readonly name: string; readonly more: string } {
  const more = lines.length > 1 ? `等 ${lines.length} 行` : '';
  return { name: short(lines[0]?.label.value ?? ''), more };
}

/** What the total, or the same money divided another way, leaves for one amount of a line; `null` where neither is known. */
export function restOf({ lines }: Pick<BudgetBlock, 'lines'>, line: BudgetLine, column: AmountColumn): Decimal | null {
  const own = (one: BudgetLine) => figureOf(one[column]);
  const siblings = lines.filter((one) => one.role === 'part' && one.group === line.group && one !== line);
  const total = lines.find(({ role }) => role === 'total');
  const other = line.group && lines.find(({ group }) => group !== null && group !== line.group);
  const divided = other ? sum(lines.filter(({ group }) => group === other.group).map(own)) : null;
  const whole = total === undefined || total === line ? divided : own(total);
  return whole && siblings.reduce((rest, one) => rest.minus(own(one) ?? 0), whole);
}

/** What is blank in lines that say how much was spent of the whole and not what: the amount spent, or both amounts. */
function blanksIn({ lines }: BudgetBlock) {
  return lines.flatMap((line) => {
    const says = [line.rate, line.stated].some((cell) => figureOf(cell)?.gt(0) === true);
    const whole = budgetOf(line);
    if (!says || line.spent?.state !== 'blank' || whole?.gt(0) === false) return [];
    const own = line.budget === null ? 'initial' : 'budget';
    const columns = whole === null ? ([own, 'spent'] as const) : (['spent'] as const);
    const blanks = columns.flatMap((column) => {
      const cell = line[column];
      return cell?.state === 'blank' ? [{ line, column, cell }] : [];
    });
    return blanks.length === columns.length ? blanks : [];
  });
}

/** Amounts that were not filled in though rates or scores were, all of them at once; `null` where there are none. */
export function unfilled(block: BudgetBlock): Report | null {
  const open = blanksIn(block);
  const [first, ...more] = open;
  const lines = [...new Set(open.map(({ line }) => line))];
  const both = open.length > lines.length;
  const wayBy = (value: (one: (typeof open)[number]) => Decimal | null | undefined): Way =>
    open.flatMap((one) => {
      const right = value(one);
      return right?.gt(0) === true ? [[one.cell.at, right] as const] : [];
    });
  // What may belong there: what the other amounts leave for one line, else what the rates give.
  const rest = wayBy(({ line, column }) => (lines.length > 1 ? null : restOf(block, line, column)));
  const byRate = wayBy(({ line }) => figureOf(line.rate)?.times(budgetOf(line) ?? 0));
  // One part alone of which the others leave nothing rather has the rate of a neighbour.
  if (first === undefined || (lines.length === 1 && both && first.line.role === 'part' && rest.length === 0))
    return null;
  const [rate, score] = [figureOf(first.line.rate), figureOf(first.line.stated)];
  const says =
    rate === null ? `得分却填了 ${score === null ? '' : points(score)}` : `执行率却填了 ${formatPercent(rate)}`;
  return {
    cell: first.cell.at,
    message: both ? 'no-amounts' : 'no-spent',
    severity: 'warning',
    data: { ...linesText(lines), says },
    related: cellsOf([...more.map(({ cell }) => cell), ...withFigures(lines.flatMap((one) => [one.rate, one.stated]))]),
    ways: [rest, byRate].filter((way) => way.length > 0),
  };
}
