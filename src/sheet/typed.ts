import type { CellValue, SheetCell } from './snapshot';

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:E[+-]?\d{1,3})?$/i;
/** A figure of more digits would lose some, as codes and account numbers do. */
const MOST_DIGITS = 15;

/** The number that a typed text is to a spreadsheet, with or without thousands separators; `null` for any other text. */
export function typedNumber(text: string): number | null {
  if (!/\d/.test(text) || !NUMBER.test(text)) return null;
  const number = Number(text.replaceAll(',', ''));
  return Number.isFinite(number) ? number : null;
}

function showsPercent({ value, text, percent }: SheetCell): boolean {
  return typeof value === 'number' ? text.trimEnd().endsWith('%') : percent !== undefined;
}

function exact(value: number): number {
  return Number(value.toPrecision(MOST_DIGITS));
}

/** In a cell of percentages `95%`, `95` and `0.95` are the same, as they are to Excel. */
function typedPercent(text: string): number | null {
  const stated = text.endsWith('%');
  const number = typedNumber(stated ? text.slice(0, -1).trimEnd() : text);
  if (number === null) return null;
  return stated || Math.abs(number) >= 1 ? exact(number / 100) : number;
}

/**
 * What a text typed into a cell becomes: a number where it reads as one, else itself; `null` empties the cell. A text
 * after an apostrophe stays text. A percentage is a number only where the cell shows percentages already, as the typing
 * changes no format.
 */
export function readTyped(typed: string, before: SheetCell): CellValue {
  const text = typed.trim();
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  const number = showsPercent(before) ? typedPercent(text) : typedNumber(text);
  const digits = text.replace(/\D/g, '').length;
  return number === null || digits > MOST_DIGITS ? typed : number;
}

/** Whether a typed text would be a formula to a spreadsheet. */
export function isTypedFormula(typed: string): boolean {
  return /^\s*=./s.test(typed);
}

/** What stands in a cell as one would have to type it again, its result where it is a formula. */
export function textToType(cell: SheetCell): string {
  const { value, text } = cell;
  if (value === null) return '';
  if (typeof value === 'number') {
    if (showsPercent(cell)) return `${exact(value * 100)}%`;
    // What stands for a date is a count of days.
    return /\d[-/年:]\d/.test(text) ? text : String(value);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isTypedFormula(value) || value.startsWith("'") ? `'${value}` : value;
}
