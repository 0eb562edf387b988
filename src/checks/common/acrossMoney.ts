import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { sum } from '../../sheet/lists';
import { AMOUNTS, type AmountColumn } from './budget';
import { clean } from './words';

/** What another table of money comes to in a column, and what the year's money is there. */
export interface AcrossMoney {
  readonly column: AmountColumn;
  readonly line: BudgetLine;
  readonly whole: FigureCell;
  readonly parts: readonly FigureCell[];
  readonly found: Decimal;
  readonly due: Decimal;
}

/** The amounts that make the whole of a table: its total, else all of its lines; none where one is missing. */
function wholeOf({ lines }: BudgetBlock, column: AmountColumn): readonly FigureCell[] {
  const total = lines.find(({ role }) => role === 'total');
  const cells = (total === undefined ? lines : [total]).map((line) => line[column]);
  const filled = cells.filter((cell) => figureOf(cell) !== null);
  return filled.length < cells.length ? [] : filled.filter((cell) => cell !== null);
}

/**
 * The columns of another table, of projects or of tasks, beside those of the year's money, where one of them at least
 * comes to the same: then it divides the year's money.
 */
export function acrossMoney(years: BudgetBlock | null, other: BudgetBlock): AcrossMoney[] {
  const [only, ...more] = years?.lines ?? [];
  const line = years?.lines.find(({ role }) => role === 'total') ?? (more.length === 0 ? only : undefined);
  if (line === undefined || other.lines.length < 2) return [];
  const columns = AMOUNTS.flatMap(({ column }): AcrossMoney[] => {
    const [whole, due] = [line[column], figureOf(line[column])];
    const parts = wholeOf(other, column);
    if (whole === null || due === null || due.isZero() || parts.length === 0) return [];
    return [{ column, line, whole, parts, found: clean(sum(parts.map(figureOf))), due }];
  });
  return columns.some(({ found, due }) => found.equals(due)) ? columns : [];
}
