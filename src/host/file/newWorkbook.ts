import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { formatAddress, formatArea } from '../../sheet/address';
import type { Area, CellRef, CellValue } from '../../sheet/snapshot';

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
  /** In points, by column, where they are not usual. */
  readonly widths?: ReadonlyMap<number, number>;
}

function cellObject({ value, formula, numberFormat }: NewCell): CellObject | null {
  if (value === null && formula === '') return null;
  const type = typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's';
  const format = numberFormat === 'General' ? {} : { z: numberFormat };
  return { t: type, v: value ?? '', ...(formula === '' ? {} : { f: formula.slice(1) }), ...format };
}

function worksheet({ area, cells, merges, widths = new Map<number, number>() }: NewSheet): WorkSheet {
  const made: WorkSheet = { '!ref': area === null ? 'A1' : formatArea(area) };
  for (const [cell, content] of cells) {
    const object = cellObject(content);
    if (object !== null) made[formatAddress(cell)] = object;
  }
  made['!merges'] = merges.map((merge) => utils.decode_range(formatArea(merge)));
  made['!cols'] = Array.from({ length: Math.max(-1, ...widths.keys()) + 1 }, (_, column) => {
    const width = widths.get(column);
    // Points at the screen's 96 dots to the inch.
    return width === undefined ? {} : { wpx: Math.round((width * 4) / 3) };
  });
  return made;
}

/** A new .xlsx file of these sheets: values, formulas, number formats, merged areas, widths, and nothing else. */
export function newWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new TypeError('the writer gave no bytes');
  return new Uint8Array(written);
}
