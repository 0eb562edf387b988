import { formatShowing, shownBy } from '../../host/file/newWorkbook';
import type { CellValue } from '../../sheet/snapshot';
import type { EmulatedCell } from './cell';

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** Whether a value is one of Excel's error values, which are kept as their text. */
export function isErrorValue(value: CellValue): boolean {
  return typeof value === 'string' && ERRORS.has(value);
}

/** A value as Excel displays it with a number format; `####` where the format cannot show it. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (numberFormat === 'General' || numberFormat === '@' || isErrorValue(value))) {
    return value;
  }
  return shownBy(numberFormat, value) ?? (typeof value === 'number' ? '####' : value);
}

/** The text that a cell shows. */
export function cellText(cell: EmulatedCell): string {
  return cell.shown ?? displayText(cell.value, cell.numberFormat);
}

/** The number format that shows a value as a text, among the common ones; `null` when none does. */
export function guessFormat(value: CellValue, text: string): string | null {
  return typeof value === 'number' ? formatShowing(value, text) : 'General';
}
