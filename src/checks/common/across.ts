import { figureCell } from '../../form/cells';
import type { FigureCell } from '../../form/model';
import { asksReason } from '../../form/rowMarks';
import { cellAt, cellsIn, type SheetCell } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';

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
