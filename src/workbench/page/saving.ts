import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { PlannedComment } from '../../advice/plan';
import { annotateWorkbook } from '../../host/file/annotate';
import { formatAddress, formatArea } from '../../sheet/address';
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
  return made;
}

function commentsOf(sheet: EmulatedSheet): PlannedComment[] {
  return sheet.comments.map(({ cell, content, replies }) => ({
    cell,
    severity: 'info',
    text: [content, ...replies.map((reply) => reply.content)].join('\n'),
  }));
}

/** The emulated workbook as an .xlsx file: values, formulas, number formats, merged areas and comments. */
export function workbookFile(workbook: EmulatedWorkbook): Uint8Array {
  const book = utils.book_new();
  for (const sheet of workbook.sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new TypeError('the writer gave no bytes');
  const comments = new Map(workbook.sheets.map((sheet) => [sheet.name, commentsOf(sheet)]));
  return annotateWorkbook(new Uint8Array(written), comments);
}
