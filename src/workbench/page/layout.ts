import {
  type ColumnText,
  columnWidths as widthsFor,
  neighbour as neighbourWithin,
  type Step,
} from '../../sheet/layout';
import type { Area, CellRef } from '../../sheet/snapshot';
import type { EmulatedSheet } from '../emulator/sheet';

/** The most that is shown of a sheet; a plain table of more cells would be slow. */
export const MAX_SHOWN_ROWS = 1000;
const MAX_SHOWN_COLUMNS = 60;
const SPARE_ROWS = 12;
const SPARE_COLUMNS = 2;
const LEAST_ROWS = 40;
const LEAST_COLUMNS = 10;

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

function* columnTexts(sheet: EmulatedSheet): Generator<ColumnText> {
  for (const [cell] of sheet.cells()) {
    const merge = sheet.mergeAt(cell);
    if (cell.row >= MAX_SHOWN_ROWS || (merge !== null && merge.columnCount > 1)) continue;
    yield { column: cell.column, text: sheet.text(cell), rowCount: merge?.rowCount ?? 1 };
  }
}

/** Widths of the shown columns in pixels, by what stands in them: files that are read give none. */
export function columnWidths(sheet: EmulatedSheet, columns: number): readonly number[] {
  return widthsFor(columnTexts(sheet), columns).map((width, column) => {
    // Points at the screen's 96 dots to the inch.
    const given = sheet.furniture.widths.get(column);
    return given === undefined ? width : Math.round((given * 4) / 3);
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
export function neighbour(sheet: EmulatedSheet, from: CellRef, step: Step, { rows, columns }: Extent): CellRef {
  const shown = { row: 0, column: 0, rowCount: rows, columnCount: columns };
  return neighbourWithin((cell) => sheet.mergeAt(cell), from, step, shown);
}
