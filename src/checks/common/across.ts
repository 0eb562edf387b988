import { figureCell, holdsFigure } from '../../form/cells';
import type { BudgetLine, FigureCell } from '../../form/model';
import { asksReason } from '../../form/rowMarks';
import { cellAt, cellsIn, isBlank, type SheetCell } from '../../sheet/snapshot';
import { short } from '../../sheet/text';
import type { CheckInput } from '../finding';
import { AMOUNTS } from './moneySums';

type Input = Pick<CheckInput, 'form' | 'snapshot'>;

/** The cells of a row, from the first column of the form to the last. */
export const cellsAcross = ({ form: { area }, snapshot }: Input, row: number): SheetCell[] =>
  Array.from(cellsIn({ ...area, row, rowCount: 1 }), (cell) => cellAt(snapshot, cell));

/** The same as figures. */
export const figuresAcross = (input: Input, row: number): FigureCell[] =>
  cellsAcross(input, row).map((cell) => figureCell(cell));

/** What stands in these rows beside a label that asks for a reason: 预算执行偏差原因 | 年中追加预算. */
export const reasonsIn = (input: Input, rows: readonly number[]): SheetCell[] =>
  rows.flatMap((row) => {
    const [label, ...texts] = cellsAcross(input, row).filter(({ text }) => text.trim() !== '');
    return label !== undefined && asksReason(label.text) ? texts : [];
  });

/** What stands over a column, or beside its figures: 到位数. */
export function headingOf({ snapshot }: CheckInput, { at: cell }: FigureCell): string {
  const beside = cellAt(snapshot, { row: cell.row, column: cell.column - 1 });
  if (typeof beside.value === 'string' && !holdsFigure(beside) && !isBlank(beside)) return short(beside.text);
  for (let row = cell.row - 1; row >= snapshot.origin.row; row--) {
    const above = cellAt(snapshot, { row, column: cell.column });
    if (typeof above.value === 'string' && !isBlank(above)) return short(above.text);
  }
  return '';
}

/** The row in which the amounts of a line stand. */
export const rowOf = ({ label, ...line }: BudgetLine): number =>
  AMOUNTS.flatMap(({ column }) => line[column]?.at.row ?? [])[0] ?? label.at.row;
