import { streamCsvRows } from 'hucre/csv';
import type { CellValue } from '../../sheet/snapshot';

/**
 * What separates the fields: a tab or a semicolon where more of the first lines have one than have a comma. The first line
 * alone may be the title; in amounts and sentences there are commas too, so that tabs are believed first.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 40);
  const count = (char: string): number => lines.filter((line) => line.includes(char)).length;
  if (count('\t') > 0 && count('\t') * 2 >= count(',')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/** Rows of fields, `most` at the most; a field in quotes may hold delimiters, line breaks and doubled quotes. */
export function parseDelimited(text: string, most: number): string[][] {
  const rows = streamCsvRows(text, { delimiter: delimiterOf(text), maxRows: most });
  return Array.from(rows, (fields) => fields.map(String));
}

const NUMBER = /^[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,15})?(%?)$/;

/**
 * The value that Excel gives a field of text when it opens the file: a number for `1,234.50`, a fraction for `95%`,
 * the text itself for everything else (dates too: what they mean is for the reader to say). Numbers with leading
 * zeros are codes and stay text.
 */
export function valueOfText(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const match = NUMBER.exec(trimmed);
  if (match === null || /^[+-]?0[0-9]/.test(trimmed)) return text;
  const figure = Number(trimmed.replaceAll(',', '').replace('%', ''));
  return match[1] === '%' ? Number((figure / 100).toPrecision(15)) : figure;
}
