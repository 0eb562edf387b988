import { figureCell } from '../../form/cells';
import type { FigureCell } from '../../form/model';
import { cellAt, cellsIn, type SheetCell } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';

type Input = Pick<CheckInput, 'form' | 'snapshot'>;

/** The cells of a row, from the first column of the form to the last. */
export const cellsAcross = ({ form: { area }, snapshot }: Input, row: number): SheetCell[] =>
  Array.from(cellsIn({ ...area, row, rowCount: 1 }), (cell) => cellAt(snapshot, cell));

/** The same as figures. */
export const figuresAcross = (input: Input, row: number): FigureCell[] =>
  cellsAcross(input, row).map((cell) => figureCell(cell));
