import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { PlannedComment } from '../../advice/plan';
import { annotateWorkbook } from '../../host/file/annotate';
import { editedCopy } from '../../host/file/editedCopy';
import { formatAddress, formatArea } from '../../sheet/address';
import { cellAt, contains, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';
import type { EmulatedCell } from '../emulator/cell';
import type { EmulatedSheet } from '../emulator/sheet';
import type { EmulatedWorkbook } from '../emulator/workbook';

function cellObject({ value, formula, numberFormat }: EmulatedCell): CellObject | null {
  if (value === null && formula === '') return null;
  const type = typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's';
  return {
    t: type,
    v: value ?? '',
    ...(formula === '' ? {} : { f: formula.slice(1) }),
    ...(numberFormat === 'General' ? {} : { z: numberFormat }),
  };
}

function worksheet(sheet: EmulatedSheet): WorkSheet {
  const made: WorkSheet = {};
  for (const [cell, content] of sheet.cells()) {
    const object = cellObject(content);
    if (object !== null) made[formatAddress(cell)] = object;
  }
  const used = sheet.usedArea();
  made['!ref'] = used === null ? 'A1' : formatArea(used);
  made['!merges'] = sheet.merges.map((area) => ({
    s: { r: area.row, c: area.column },
    e: { r: area.row + area.rowCount - 1, c: area.column + area.columnCount - 1 },
  }));
  const { widths } = sheet.furniture;
  // Given in points.
  made['!cols'] = Array.from({ length: Math.max(-1, ...widths.keys()) + 1 }, (_, column) => {
    const width = widths.get(column);
    return width === undefined ? {} : { wpx: Math.round((width * 4) / 3) };
  });
  return made;
}

function commentsOf(sheet: EmulatedSheet): PlannedComment[] {
  return sheet.comments.map(({ cell, content, replies }) => ({
    cell,
    severity: 'info',
    text: [content, ...replies.map((reply) => reply.content)].join('\n'),
  }));
}

function commentsBySheet(workbook: EmulatedWorkbook): Map<string, PlannedComment[]> {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, commentsOf(sheet)]));
}

/** A file that was opened, to be copied with what was changed since. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetSnapshot[];
}

/** What a sheet holds that its file does not, by address; `null` where that is more than other values in cells. */
function editsOf(sheet: EmulatedSheet, original: SheetSnapshot): ReadonlyMap<string, CellValue> | null {
  // Merged areas move where rows do.
  if (JSON.stringify(sheet.merges) !== JSON.stringify(original.merges)) return null;
  const edits = new Map<string, CellValue>();
  const { origin, rowCount, columnCount } = original;
  for (let row = origin.row; row < origin.row + rowCount; row += 1) {
    for (let column = origin.column; column < origin.column + columnCount; column += 1) {
      const before = cellAt(original, { row, column });
      const after = sheet.cell({ row, column });
      if (after.formula !== '' && after.formula !== before.formula) return null;
      // A formula's cell is computed anew by Excel; what was typed over one is an edit.
      if (after.formula === '' && (before.formula !== '' || after.value !== before.value)) {
        edits.set(formatAddress({ row, column }), after.value);
      }
    }
  }
  for (const [cell, { value, formula }] of sheet.cells()) {
    if (contains({ ...origin, rowCount, columnCount }, cell)) continue;
    if (formula !== '') return null;
    if (value !== null) edits.set(formatAddress(cell), value);
  }
  return edits;
}

/**
 * A copy of an opened .xlsx with the values and comments of the emulated workbook, all else as in the file; `null` where
 * rows, formulas or sheets were changed, which such a copy cannot take up.
 */
export function changedCopy(workbook: EmulatedWorkbook, file: OpenedFile): Uint8Array | null {
  const sheets: { original: SheetSnapshot; edits: ReadonlyMap<string, CellValue> }[] = [];
  for (const original of file.sheets) {
    const sheet = workbook.sheet(original.name);
    const edits = sheet === null ? null : editsOf(sheet, original);
    if (edits === null) return null;
    sheets.push({ original, edits });
  }
  if (workbook.sheets.length !== sheets.length) return null;
  return annotateWorkbook(editedCopy(file.bytes, sheets), commentsBySheet(workbook));
}

/** The emulated workbook as a new .xlsx file: values, formulas, number formats, merged areas and comments. */
export function workbookFile(workbook: EmulatedWorkbook): Uint8Array {
  const book = utils.book_new();
  for (const sheet of workbook.sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new TypeError('the writer gave no bytes');
  return annotateWorkbook(new Uint8Array(written), commentsBySheet(workbook));
}
