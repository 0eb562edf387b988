import type { CellValue } from '../../sheet/snapshot';
import { shownBy } from '../../host/file/newWorkbook';
import { typedNumber } from '../../sheet/typed';
import { isErrorValue } from './display';
import type { EmulatedCell } from './cell';

/** What a typed text becomes: its value or formula, and the number format that typing it brings along. */
interface Interpreted {
  readonly value: CellValue;
  readonly formula: string;
  readonly prefixed: boolean;
  readonly format?: string;
}

const DATE = /^(\d{4})(?:[/-](\d{1,2})[/-](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const DAY_MS = 86_400_000;

function constant(value: CellValue, format?: string): Interpreted {
  return { value, formula: '', prefixed: false, ...(format === undefined ? {} : { format }) };
}

function readDate(text: string): Interpreted | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year, month1, day1, month2, day2] = match;
  const month = Number(month1 ?? month2);
  const day = Number(day1 ?? day2);
  const utc = Date.UTC(Number(year), month - 1, day);
  if (new Date(utc).getUTCMonth() !== month - 1 || Number(year) < 1900) return null;
  const serial = Math.round((utc - Date.UTC(1899, 11, 30)) / DAY_MS);
  return constant(serial, month2 === undefined ? 'yyyy/m/d' : 'yyyy"年"m"月"d"日"');
}

function interpret(text: string): Interpreted {
  if (text === '') return constant(null);
  if (text.startsWith("'")) return { value: text.slice(1), formula: '', prefixed: true };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text, prefixed: false };
  const trimmed = text.trim();
  const number = typedNumber(trimmed);
  if (number !== null) return constant(number, trimmed.includes(',') ? '#,##0.00' : undefined);
  if (trimmed.endsWith('%')) {
    const percent = typedNumber(trimmed.slice(0, -1));
    if (percent !== null) return constant(percent / 100, trimmed.includes('.') ? '0.00%' : '0%');
  }
  const date = readDate(trimmed);
  if (date !== null) return date;
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return constant(upper === 'TRUE');
  if (isErrorValue(upper)) return constant(upper);
  if (/^[+-]/.test(text) && text.length > 1) return { value: null, formula: `=${text}`, prefixed: false };
  if (text.startsWith('@') && text.length > 1) return { value: null, formula: `=${text.slice(1)}`, prefixed: false };
  return constant(text);
}

/**
 * The cell after an input, typed or written by Office.js: Excel treats both alike. A cell of the text format takes
 * everything as text; a number, date or percentage in a cell of the general format brings its own format.
 */
export function enter(cell: EmulatedCell, input: string | number | boolean): EmulatedCell {
  const { shown: _dropped, ...kept } = cell;
  if (cell.numberFormat === '@') {
    const text = String(input);
    const prefixed = text.startsWith("'");
    const value = prefixed ? text.slice(1) : text;
    return { ...kept, value: value === '' ? null : value, formula: '', prefixed };
  }
  if (typeof input !== 'string') return { ...kept, value: input, formula: '', prefixed: false };
  const { value, formula, prefixed, format } = interpret(input);
  const numberFormat = format !== undefined && cell.numberFormat === 'General' ? format : cell.numberFormat;
  return { ...kept, value, formula, prefixed, numberFormat };
}

/** Whether Excel knows a number format code. */
export function isNumberFormat(code: string): boolean {
  return shownBy(code, 1) !== null;
}
