import { Decimal } from 'decimal.js';

/** A figure found at a place of a folded text; `end` is the place behind it. */
export interface Scanned {
  readonly value: Decimal;
  readonly end: number;
  /** Its digits as written, without separators. */
  readonly digits: string;
}

/** More digits than any amount of money has; longer runs are numbers of documents or broken text. */
const MOST_DIGITS = 30;

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** The place behind the digits at a place. */
export function digitsFrom(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charAt(end))) end += 1;
  return end;
}

/** The place behind thousands groups that begin at `start`, or `start` where they are not well-formed. */
function groupsFrom(text: string, start: number, separator: string): number {
  let end = start;
  while (end - start < MOST_DIGITS && text.charAt(end) === separator && digitsFrom(text, end + 1) === end + 4) end += 4;
  const more = text.charAt(end) === separator && isDigit(text.charAt(end + 1));
  return more ? start : end;
}

/**
 * Reads the figure whose first digit is at `start` of folded text: digits, thousands separated by commas only where
 * every group has three, decimals. `null` where no digit stands there or the run is too long to be a figure.
 */
export function scanFigure(text: string, start: number): Scanned | null {
  let end = digitsFrom(text, start);
  if (end === start) return null;
  if (end - start <= 3 && text.charAt(start) !== '0') end = groupsFrom(text, end, ',');
  if (text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) end = digitsFrom(text, end + 1);
  if (end - start > MOST_DIGITS) return null;
  const digits = text.slice(start, end).replaceAll(',', '');
  const value = new Decimal(digits);
  return { value: digits.length <= 10 ? value : withoutNoise(value), end, digits };
}

/**
 * Takes the noise of binary arithmetic out of a figure: 96.62999999999997 is 96.63, and so is what a sum of amounts leaves
 * in the last of the fifteen digits that Excel keeps, behind zeros. Ten decimals are more than any form states.
 */
export function withoutNoise(value: Decimal): Decimal {
  const kept = value.toDecimalPlaces(10);
  const shorter = kept.toSignificantDigits(14);
  return shorter.precision() < 14 ? shorter : kept.toSignificantDigits(15);
}
