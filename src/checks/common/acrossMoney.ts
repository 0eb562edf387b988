import { figuresOf, withFigure, withFigures } from '../../form/cells';
import type { AmountColumn, BudgetBlock, FigureCell } from '../../form/model';
import { sum } from '../../sheet/lists';
import { short } from '../../sheet/text';
import type { Outcome } from '../finding';
import { addition, amountLike, clean, compared } from './say';
import { AMOUNTS } from './moneySums';

/** The amounts that make the whole of a table: its total, else all of its lines; none where one is missing. */
function wholeOf({ lines }: BudgetBlock, column: AmountColumn): readonly FigureCell[] {
  const total = lines.find(({ role }) => role === 'total');
  const cells = (total === undefined ? lines : [total]).map((line) => line[column]);
  const filled = withFigures(cells);
  return filled.length < cells.length ? [] : filled;
}

/**
 * The columns of another table, of projects or of tasks, against those of the year's money, where one of them at least
 * comes to the same: then it divides the year's money.
 */
export function acrossMoney(years: BudgetBlock | null, other: BudgetBlock): Outcome[] {
  const [only, ...more] = years?.lines ?? [];
  const line = years?.lines.find(({ role }) => role === 'total') ?? (more.length === 0 ? only : undefined);
  if (line === undefined || other.lines.length < 2) return [];
  const columns = AMOUNTS.flatMap(({ column, label }) => {
    const whole = withFigure(line[column]);
    const [first, ...others] = wholeOf(other, column);
    if (whole === null || whole.value.isZero() || first === undefined) return [];
    const figures = figuresOf([first, ...others]);
    return [{ label, whole, due: whole.value, first, others, figures, found: clean(sum(figures)) }];
  });
  if (!columns.some(({ found, due }) => found.equals(due))) return [];
  const name = short(line.label.value);
  return columns.map(({ label, whole, due, first, others, figures, found }) => {
    const [own, expected] = [amountLike(found, whole), amountLike(due, whole)];
    const arithmetic = `${addition(figures)}，“${name}”${expected}`;
    const data = { name, amount: label, found: own, expected };
    const differs = { message: 'apart', severity: 'info', data, arithmetic, expected, found: own } as const;
    return compared(found.equals(due), first, [...others, whole], differs, arithmetic);
  });
}
