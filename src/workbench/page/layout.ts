import type { CellFace, ShownSheet } from '../../grid/sheetTable';
import { type ColumnText, columnWidths as widthsFor } from '../../sheet/layout';
import type { Area, CellRef } from '../../sheet/snapshot';
import type { EmulatedSheet } from '../emulator/sheet';

/** The most that is shown of a sheet; a plain table of more cells would be slow. */
export const MAX_SHOWN_ROWS = 1000;
const MAX_SHOWN_COLUMNS = 60;
const SPARE_ROWS = 12;
const SPARE_COLUMNS = 2;
const LEAST_ROWS = 40;
const LEAST_COLUMNS = 10;
/** Files that are read give no alignment: what forms centre are the short texts of merged areas. */
const LONGEST_CENTRED = 14;

/** What is shown of a sheet: what is used and some to write into. */
function shownOf(sheet: EmulatedSheet): Area {
  const used = sheet.usedArea();
  const rows = used === null ? 0 : used.row + used.rowCount;
  const columns = used === null ? 0 : used.column + used.columnCount;
  return {
    row: 0,
    column: 0,
    rowCount: Math.min(MAX_SHOWN_ROWS, Math.max(LEAST_ROWS, rows + SPARE_ROWS)),
    columnCount: Math.min(MAX_SHOWN_COLUMNS, Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS)),
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

/** Whether an area is the heading across the top of the sheet. */
function isTitle(sheet: EmulatedSheet, area: Area): boolean {
  const used = sheet.usedArea();
  return used !== null && area.row === used.row && area.columnCount > 1 && area.columnCount >= used.columnCount;
}

function faceOf(sheet: EmulatedSheet, cell: CellRef): CellFace {
  const { value, fill, look } = sheet.cell(cell);
  const text = sheet.text(cell);
  const merge = sheet.mergeAt(cell);
  const short = merge !== null && text.length <= LONGEST_CENTRED;
  const title = short && isTitle(sheet, merge);
  const commented = sheet.commentAt(cell) !== null;
  // Excel shows the first conditional format that gives a fill; ours are always true, and others are not drawn here.
  const ours = sheet.conditionalFormatsAt(cell).filter(({ formula }) => formula.includes('zipingbiao-'));
  const background = ours.find((one) => one.fill !== null)?.fill ?? fill;
  return {
    text,
    classes: {
      number: typeof value === 'number',
      merged: short && !title,
      title,
      marked: commented,
      commented,
      filled: background !== null,
      // What an add-in dressed without wrapping runs over the empty cells beside it, as in Excel.
      runs: look !== undefined && look.wrap !== true,
    },
    said: commented ? ['有批注'] : [],
    style: {
      backgroundColor: background ?? '',
      fontWeight: look?.bold === true ? '700' : '',
      fontSize: look?.size === undefined || look.size <= 11 ? '' : `${look.size}pt`,
      color: look?.color ?? '',
      textAlign: look?.horizontal ?? '',
    },
  };
}

export function shownSheet(sheet: EmulatedSheet): ShownSheet {
  const shown = shownOf(sheet);
  const { name, merges } = sheet;
  return { name, shown, merges, widths: columnWidths(sheet, shown.columnCount), face: (cell) => faceOf(sheet, cell) };
}
