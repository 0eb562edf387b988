import { writeXlsx } from 'hucre/xlsx';
import type { PlannedComment } from '../../advice/plan';
import { annotateWorkbook } from '../../host/file/annotate';
import { editedCopy } from '../../host/file/edits';
import { addSheetsOf } from '../../host/file/addedSheets';
import { WorkbookPackage } from '../../host/file/package';
import { formatAddress } from '../../sheet/address';
import { cellAt, cellsIn, contains, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';
import type { EmulatedSheet } from '../emulator/sheet';
import { FONT, printed, writtenSheet } from './writtenSheet';
import type { EmulatedWorkbook } from '../emulator/workbook';

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
export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetSnapshot[];
}

/** What a sheet holds that its file does not, by address; `null` where that is more than other values in cells. */
function editsOf(sheet: EmulatedSheet, original: SheetSnapshot): ReadonlyMap<string, CellValue> | null {
  // Merged areas move where rows do.
  if (JSON.stringify(sheet.merges) !== JSON.stringify(original.merges)) return null;
  const edits = new Map<string, CellValue>();
  const { origin, rowCount, columnCount } = original;
  const whole = { ...origin, rowCount, columnCount };
  for (const cell of cellsIn(whole)) {
    const before = cellAt(original, cell);
    const after = sheet.cell(cell);
    if (after.formula !== '' && after.formula !== before.formula) return null;
    // A formula's cell is computed anew by Excel; what was typed over one is an edit.
    if (after.formula === '' && (before.formula !== '' || after.value !== before.value)) {
      edits.set(formatAddress(cell), after.value);
    }
  }
  for (const [cell, { value, formula }] of sheet.cells()) {
    if (contains(whole, cell)) continue;
    if (formula !== '') return null;
    if (value !== null) edits.set(formatAddress(cell), value);
  }
  return edits;
}

function writtenFile(sheets: readonly EmulatedSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writtenSheet), namedRanges: sheets.flatMap(printed), defaultFont: FONT });
}

function withSheetsOf(bytes: Uint8Array, more: Uint8Array): Uint8Array {
  const file = WorkbookPackage.open(bytes);
  addSheetsOf(more, file);
  return file.bytes();
}

/**
 * A copy of an opened .xlsx with the values, the comments and the added sheets of the emulated workbook, all else as in
 * the file; `null` where its rows or formulas were changed, or its sheets renamed or deleted, which such a copy cannot
 * take up.
 */
export async function changedCopy(workbook: EmulatedWorkbook, file: SourceFile): Promise<Uint8Array | null> {
  const sheets: { original: SheetSnapshot; edits: ReadonlyMap<string, CellValue> }[] = [];
  for (const original of file.sheets) {
    const sheet = workbook.sheet(original.name);
    const edits = sheet === null ? null : editsOf(sheet, original);
    if (edits === null) return null;
    sheets.push({ original, edits });
  }
  const edited = editedCopy(file.bytes, sheets);
  const added = workbook.sheets.filter(({ name }) => !sheets.some(({ original }) => original.name === name));
  const whole = added.length === 0 ? edited : withSheetsOf(edited, await writtenFile(added));
  return annotateWorkbook(whole, commentsBySheet(workbook));
}

/** A file to be downloaded, and a sentence that says what of the opened one is not in it; `''` where that is nothing. */
export interface Saved {
  readonly bytes: Uint8Array;
  readonly lost: string;
}

/** The workbook as it is downloaded: a copy of the opened file wherever that can be, else a new file. */
export async function savedWorkbook(workbook: EmulatedWorkbook, file: SourceFile | null): Promise<Saved> {
  const copy = file === null ? null : await changedCopy(workbook, file);
  if (file === null || copy === null) {
    const lost = file === null ? '' : '行、公式或工作表改动过，副本是新工作簿，没有带上原文件的格式。';
    return { bytes: await workbookFile(workbook), lost };
  }
  const coloured = file.sheets.some(({ name }) => (workbook.sheet(name)?.conditionalFormats.length ?? 0) > 0);
  return { bytes: copy, lost: coloured ? '批注在副本里，单元格的底色标记没有带上。' : '' };
}

/** The emulated workbook as a new .xlsx file, with looks, charts and comments. */
export async function workbookFile(workbook: EmulatedWorkbook): Promise<Uint8Array> {
  return annotateWorkbook(await writtenFile(workbook.sheets), commentsBySheet(workbook));
}
