import type { Area, CellRef } from '../../sheet/snapshot';
import type { EmulatedSheet } from '../emulator/sheet';

/** The most that is shown of a sheet; a plain table of more cells would be slow. */
export const MAX_SHOWN_ROWS = 1000;
const MAX_SHOWN_COLUMNS = 60;
const SPARE_ROWS = 12;
const SPARE_COLUMNS = 2;
const LEAST_ROWS = 40;
const LEAST_COLUMNS = 10;

const NARROWEST = 56;
const WIDEST = 330;
const DEFAULT_WIDTH = 84;

/** How many rows and columns of a sheet are shown: what is used and some to write into. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export function extentOf(sheet: EmulatedSheet): Extent {
  const used = sheet.usedArea();
  const rows = used === null ? 0 : used.row + used.rowCount;
  const columns = used === null ? 0 : used.column + used.columnCount;
  return {
    rows: Math.min(MAX_SHOWN_ROWS, Math.max(LEAST_ROWS, rows + SPARE_ROWS)),
    columns: Math.min(MAX_SHOWN_COLUMNS, Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS)),
  };
}

/** A text's width in pixels at the grid's font size, roughly: a Chinese character is twice as wide as a digit. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0xff ? 13 : 7.5;
  return width;
}

/** A width for a text that may wrap over some rows: short ones on one line, long ones in a broad block. */
function wantedWidth(text: string, rows: number): number {
  const width = Math.max(...text.split('\n').map(textWidth)) / rows;
  return Math.min(width, 60 + 7 * Math.sqrt(width)) + 16;
}

/** Widths of the shown columns in pixels, by what stands in them: files that are read give none. */
export function columnWidths(sheet: EmulatedSheet, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const [cell] of sheet.cells()) {
    if (cell.column >= columns || cell.row >= MAX_SHOWN_ROWS) continue;
    const merge = sheet.mergeAt(cell);
    if (merge !== null && merge.columnCount > 1) continue;
    const wanted = wantedWidth(sheet.text(cell), merge?.rowCount ?? 1);
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, wanted);
  }
  return widths.map((width, column) => {
    // Points at the screen's 96 dots to the inch.
    const given = sheet.furniture.widths.get(column);
    if (given !== undefined) return Math.round((given * 4) / 3);
    return width === 0 ? DEFAULT_WIDTH : Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  });
}

/** The cell of a merged area that is shown for it; any other cell stands for itself. */
export function shownCell(sheet: EmulatedSheet, cell: CellRef): CellRef {
  const merge = sheet.mergeAt(cell);
  return merge === null ? cell : { row: merge.row, column: merge.column };
}

/** Whether an area is the heading across the top of the sheet. */
export function isTitle(sheet: EmulatedSheet, area: Area): boolean {
  const used = sheet.usedArea();
  return used !== null && area.row === used.row && area.columnCount > 1 && area.columnCount >= used.columnCount;
}

/** The next cell in a direction that is not part of the same merged area, within the shown extent. */
export function neighbour(
  sheet: EmulatedSheet,
  from: CellRef,
  step: { readonly rows: number; readonly columns: number },
  extent: Extent,
): CellRef {
  const merge = sheet.mergeAt(from) ?? { ...from, rowCount: 1, columnCount: 1 };
  const past = (first: number, count: number, by: number) => (by > 0 ? first + count - 1 + by : first + by);
  const row = step.rows === 0 ? from.row : past(merge.row, merge.rowCount, step.rows);
  const column = step.columns === 0 ? from.column : past(merge.column, merge.columnCount, step.columns);
  return shownCell(sheet, {
    row: Math.min(Math.max(0, row), extent.rows - 1),
    column: Math.min(Math.max(0, column), extent.columns - 1),
  });
}
