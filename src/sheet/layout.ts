import { type Area, type CellRef, oneCell } from './snapshot';

/** A text that stands in one column, and over how many rows. */
export interface ColumnText {
  readonly column: number;
  readonly text: string;
  readonly rowCount: number;
}

/** A step from a cell to one beside, above or below it. */
export interface Step {
  readonly rows: number;
  readonly columns: number;
}

const NARROWEST = 56;
const WIDEST = 330;
const UNUSED = 84;

/** A text's width in pixels at a grid's font size, roughly: a Chinese character is twice as wide as a digit. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0xff ? 13 : 7.5;
  return width;
}

/** A width for a text that may wrap over some rows: short ones on one line, long ones in a broad block. */
function wantedWidth(text: string, rows: number): number {
  const widest = text.split('\n').reduce((most, line) => Math.max(most, textWidth(line)), 0) / rows;
  return Math.min(widest, 60 + 7 * Math.sqrt(widest)) + 16;
}

/**
 * Widths in pixels for the first columns of a sheet, by what stands in them; texts that stand across several columns are
 * not to be given.
 */
export function columnWidths(texts: Iterable<ColumnText>, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const { column, text, rowCount } of texts) {
    if (column < columns) widths[column] = Math.max(widths[column] ?? 0, wantedWidth(text, rowCount));
  }
  return widths.map((width) => (width === 0 ? UNUSED : Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))));
}

/**
 * The next cell in a direction that is not part of the same merged area, within what is shown; of a merged area, its
 * first cell.
 */
export function neighbour(mergeAt: (cell: CellRef) => Area | null, from: CellRef, step: Step, shown: Area): CellRef {
  const merge = mergeAt(from) ?? oneCell(from);
  const past = (first: number, count: number, by: number) => (by > 0 ? first + count - 1 + by : first + by);
  const row = step.rows === 0 ? from.row : past(merge.row, merge.rowCount, step.rows);
  const column = step.columns === 0 ? from.column : past(merge.column, merge.columnCount, step.columns);
  const within = (place: number, first: number, count: number) => Math.min(Math.max(first, place), first + count - 1);
  const next = {
    row: within(row, shown.row, shown.rowCount),
    column: within(column, shown.column, shown.columnCount),
  };
  const there = mergeAt(next);
  return there === null ? next : { row: there.row, column: there.column };
}
