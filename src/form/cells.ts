import type { Decimal } from 'decimal.js';
import { type Figure, readFigure } from '../words/figure';
import { isBlank, type SheetCell } from '../sheet/snapshot';
import { normalise } from '../sheet/text';
import type { Grid } from './grid';
import type { NumberQuantity, Quantity } from '../words/quantity';
import type { FigureCell, Located } from './model';

/** A cell as a label: its folded text. */
export function located(cell: SheetCell): Located<string> {
  return { at: cell.at, text: isBlank(cell) ? '' : cell.text, value: isBlank(cell) ? '' : normalise(cell.text) };
}

/** What stands in a column of this row, or `null` where the table has no such column or the cell is blank. */
export function labelIn(grid: Grid, row: number, column: number | null): Located<string> | null {
  if (column === null) return null;
  const label = located(grid.at(row, column));
  return label.value === '' ? null : label;
}

/** No label and no title is longer. */
const LONGEST_LABEL = 60;

/** The cells with a text in some rows (`end` not included), in the order of the sheet, each with those that stand behind it. */
export function* textsIn(grid: Grid, start: number, end: number): Iterable<readonly [SheetCell, readonly SheetCell[]]> {
  for (let row = start; row < end; row++) {
    const cells = grid.filled(row);
    for (const [at, cell] of cells.entries()) if (typeof cell.value === 'string') yield [cell, cells.slice(at + 1)];
  }
}

/** Those texts that are short enough for labels and titles. */
export function* labelsOf(grid: Grid, start: number, end: number, longest = LONGEST_LABEL): Iterable<Located<string>> {
  for (const [cell] of textsIn(grid, start, end)) if (cell.text.length <= longest) yield located(cell);
}

/** A cell that is to hold a figure; `read` gives another meaning to what stands there, e.g. a rate. */
export function figureCell(cell: SheetCell, read: (cell: SheetCell) => Figure = readFigure): FigureCell {
  return { at: cell.at, text: cell.text, ...read(cell), formula: cell.formula };
}

/** Whether a figure stands in a cell. */
export const holdsFigure = (cell: SheetCell): boolean => readFigure(cell).state === 'figure';

export function figureIn(
  grid: Grid,
  row: number,
  column: number | null,
  read?: Parameters<typeof figureCell>[1],
): FigureCell | null {
  return column === null ? null : figureCell(grid.at(row, column), read);
}

/** A figure that stands inside a label, e.g. the weight in 产出指标(50分). */
export function figureInLabel(label: Located<string>, value: Decimal): FigureCell {
  return { at: label.at, text: label.text, value, state: 'figure', storedAsText: false, formula: '' };
}

/** The figures of those cells that hold one. */
export function figuresOf(cells: readonly (FigureCell | null | undefined)[]): Decimal[] {
  return cells.flatMap((cell) => figureOf(cell) ?? []);
}

/** A cell that holds a figure. */
export type FilledCell = FigureCell & { readonly value: Decimal };

const isFilled = (cell: FigureCell | null | undefined): cell is FilledCell => figureOf(cell) !== null;

/** A cell as one that holds a figure; `null` where it is missing or holds none. */
export const withFigure = (cell: FigureCell | null | undefined): FilledCell | null => (isFilled(cell) ? cell : null);

/** Those cells that hold a figure. */
export const withFigures = (cells: readonly (FigureCell | null | undefined)[]): FilledCell[] => cells.filter(isFilled);

/** The figure of a cell; `null` where the cell is missing or holds none. */
export function figureOf(cell: FigureCell | null | undefined): Decimal | null {
  return cell?.state === 'figure' ? cell.value : null;
}

/** The figure with its unit that a target or an actual value states; `null` where it is missing or states none. */
export function numberOf(cell: { readonly value: Quantity | null } | null | undefined): NumberQuantity | null {
  return cell?.value?.kind === 'number' ? cell.value : null;
}
