import { SSF, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { formatAddress, formatArea } from '../../sheet/address';
import type { Area, CellRef, CellValue, HiddenLines } from '../../sheet/snapshot';
import { hide } from './hiddenLines';

/** The formatter of the library, which it exports without a type: throws where a code is none, or can't show the value. */
const { format } = SSF as { readonly format: (code: string, value: string | number) => string };

/** What a number format shows of a value; `null` where it can't show it, or is none. */
export function shownBy(code: string, value: string | number): string | null {
  try {
    return format(code, value);
  } catch {
    return null;
  }
}

const PLAIN = ['0', '0.0', '0.00', '0.000', '0.0000', '0.00000', '0.000000'];
const DATES = ['yyyy-mm-dd', 'yyyy/m/d', 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy.mm.dd'];

/** Number formats by which a figure may show what it shows, the plainest first. */
const FORMATS = ['General', ...PLAIN.flatMap((code) => [code, `${code}%`, `#,##${code}`, `${code}_ `]), ...DATES];

/** The format under which a number shows a text; `null` where none of the usual ones does. */
export function formatShowing(value: number, text: string): string | null {
  return FORMATS.find((code) => shownBy(code, value) === text) ?? null;
}

/** A cell of a new workbook: its formula with the leading `=`, or `''`. */
interface NewCell {
  readonly value: CellValue;
  readonly formula: string;
  readonly numberFormat: string;
}

/** A sheet of a new workbook. */
interface NewSheet {
  readonly name: string;
  /** What is filled in; `null` for an empty sheet. */
  readonly area: Area | null;
  readonly cells: Iterable<readonly [CellRef, NewCell]>;
  readonly merges: readonly Area[];
  readonly hidden?: HiddenLines;
}

function cellObject({ value, formula, numberFormat }: NewCell): CellObject | null {
  if (value === null && formula === '') return null;
  const type = typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's';
  const format = numberFormat === 'General' ? {} : { z: numberFormat };
  return { t: type, v: value ?? '', ...(formula === '' ? {} : { f: formula.slice(1) }), ...format };
}

function worksheet({ area, cells, merges, hidden }: NewSheet): WorkSheet {
  const made: WorkSheet = { '!ref': area === null ? 'A1' : formatArea(area) };
  for (const [cell, content] of cells) {
    const object = cellObject(content);
    if (object !== null) made[formatAddress(cell)] = object;
  }
  made['!merges'] = merges.map((merge) => utils.decode_range(formatArea(merge)));
  if (hidden !== undefined) hide(made, hidden);
  return made;
}

/** A new .xlsx file of these sheets: values, formulas, number formats, merged areas, hidden rows and columns, and nothing else. */
export function newWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new TypeError('the writer gave no bytes');
  return new Uint8Array(written);
}
