import { SSF } from '@e965/xlsx';
import type { CellValue } from '../../sheet/snapshot';
import type { EmulatedCell } from './cell';

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** Whether a value is one of Excel's error values, which are kept as their text. */
export function isErrorValue(value: CellValue): boolean {
  return typeof value === 'string' && ERRORS.has(value);
}

/** The kind of a value as Office.js names it. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (isErrorValue(value)) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** The formatter of the parser, which it exports without a type: throws where a code is none, or can't show the value. */
export const { format: formatNumber } = SSF as {
  readonly format: (code: string, value: string | number | boolean) => string;
};

/** A value as Excel displays it with a number format; `####` where the format cannot show it. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (numberFormat === 'General' || numberFormat === '@' || isErrorValue(value))) {
    return value;
  }
  try {
    return formatNumber(numberFormat, value);
  } catch {
    return typeof value === 'number' ? '####' : value;
  }
}

/** The text that a cell shows. */
export function cellText(cell: EmulatedCell): string {
  return cell.shown ?? displayText(cell.value, cell.numberFormat);
}

const COMMON_FORMATS = [
  'General',
  '0.00',
  '0',
  '0.0',
  '0%',
  '0.00%',
  '0.0%',
  '#,##0.00',
  '#,##0',
  '0.000',
  '0.0000',
  '0.00_ ',
  '0_ ',
  'yyyy/m/d',
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
];

/** The number format that shows a value as a text, among the common ones; `null` when none does. */
export function guessFormat(value: CellValue, text: string): string | null {
  if (typeof value !== 'number') return 'General';
  return COMMON_FORMATS.find((format) => displayText(value, format) === text) ?? null;
}
