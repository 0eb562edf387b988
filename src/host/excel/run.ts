import type { Area, CellValue } from '../../sheet/snapshot';
import { HostError } from '../host';
import { nothingDone, sheetGone, toHostError, type Place } from './errors';

/** What a conversation has learnt of its sheet, for the sentence on what fails after that. */
export interface Learnt {
  place?: Place;
}

/** One conversation with Excel; whatever it raises becomes a `HostError`. */
export async function run<T>(batch: (context: Excel.RequestContext, learnt: Learnt) => Promise<T>): Promise<T> {
  const learnt: Learnt = {};
  try {
    return await Excel.run((context) => batch(context, learnt));
  } catch (error) {
    throw toHostError(error, learnt.place);
  }
}

/**
 * The same for what only reads: where a cell is being edited Excel answers when that has ended, instead of refusing. The
 * versions that can't wait refuse as before.
 */
export async function runReading<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw toHostError(error);
  }
}

/**
 * After a failure in the middle looks at what became of it; `null` where Excel refused the request as a whole, so that nothing
 * did. Where even that fails, `message` says what the officer can do.
 */
export async function lookAfter<T>(
  failure: unknown,
  message: string,
  look: (context: Excel.RequestContext) => Promise<T>,
): Promise<T | null> {
  if (nothingDone(failure)) return null;
  try {
    return await run(look);
  } catch (cause) {
    // With the sheet everything on it is gone, and that is all there is to say.
    throw cause instanceof HostError && cause.code === 'sheet-gone'
      ? cause
      : new HostError('unknown', message, { cause });
  }
}

/** A sheet whose name and protection are asked for; `placeOf` tells them after the sync. */
export function openSheet(context: Excel.RequestContext, sheetId: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.load('name');
  sheet.protection.load('protected');
  return sheet;
}

/** Name and protection of an opened sheet once it is loaded; rejects when the sheet is gone. */
export function placeOf(sheet: Excel.Worksheet): Place {
  if (sheet.isNullObject) throw sheetGone();
  return { name: sheet.name, isProtected: sheet.protection.protected };
}

/** Asks for what `areaOf` needs. */
export function loadArea(range: Excel.Range): void {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
}

/** Asks for what `areaOf` needs of each of several ranges. */
export function loadAreas(ranges: Excel.RangeCollection): void {
  ranges.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
}

export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount };
}

export function areaRange(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

/** A loaded value as the snapshot has it: Excel gives `''` for an empty cell. */
export function cellValue(value: unknown): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A loaded formula, or `''` for a constant: a text that begins with `=` is its own value, which no formula is. */
export function formulaText(formula: unknown, value: unknown): string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : '';
}

/** What to write so that a cell of no format of its own holds a value. */
export function valueInput(value: CellValue): string | number | boolean {
  return typeof value === 'string' ? textInput(value, 'General') : (value ?? '');
}

/** Characters out of which Excel may read a number, a date, a time, a currency or a percentage. */
const FIGURE_LIKE = /^[\d\s,./\\:+\-%$¥￥€£()A-Za-z年月日时分秒点上下午星期周〇零一二三四五六七八九十百千元]{1,64}$/;
const NUMERAL = /[\d一二三四五六七八九十]/;
const FORMULA_START = /^[=+\-@']/;
const WORDS = new Set(['TRUE', 'FALSE', '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/**
 * What to write so that a cell holds exactly this text. Excel takes a text as if it were typed: what begins with
 * `= + - @` would become a formula, `5月1日` a date. A leading apostrophe, which is not part of the value, prevents it;
 * it is put only where it is needed. A cell of the text format (`@`) keeps everything as text by itself.
 */
export function textInput(text: string, numberFormat: string): string {
  if (numberFormat === '@') return text.startsWith("'") ? `'${text}` : text;
  const plain = text.normalize('NFKC').trim();
  const figureLike = FIGURE_LIKE.test(plain) && NUMERAL.test(plain);
  const special = FORMULA_START.test(text) || FORMULA_START.test(plain) || WORDS.has(plain.toUpperCase());
  return special || figureLike ? `'${text}` : text;
}
