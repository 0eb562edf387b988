import { MAX_COLUMNS, MAX_ROWS } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { attribute, root, tags, type Element, type Tag } from './xml';

/** Place and size of a comment's box. Lengths in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** First column, pixels into it, first row, pixels into it; then the same for the last ones. */
  readonly anchor: readonly number[];
}

/** Widths of columns and heights of rows in pixels, as far as they differ from the usual. */
export interface Lengths {
  readonly column: (index: number) => number;
  readonly row: (index: number) => number;
}

const USUAL_COLUMN = 64;
const USUAL_ROW = 20;
const WIDTH = 340;
const LINE = 17;
const CHARACTERS = 26;
const MOST_HEIGHT = 600;

function pixels(characters: string | null): number {
  const width = Number(characters ?? Number.NaN);
  return Number.isFinite(width) ? Math.round(width * 7 + 5) : USUAL_COLUMN;
}

/** The start tags of the rows, without a look at the cells between them. */
function* rowTags(xml: string, data: Element): Generator<Tag> {
  const start = `<${data.prefix}row`;
  for (let at = xml.indexOf(start, data.innerStart); at >= 0 && at < data.innerEnd; at = xml.indexOf(start, at + 1)) {
    const [tag] = tags(xml, at, at + 1);
    if (tag?.local === 'row') yield tag;
  }
}

/** The lengths that a sheet part states; what it does not state is of usual length. */
export function lengthsOf(xml: string): Lengths {
  const sheet = root(xml);
  const usualRow = Number(sheet.child('sheetFormatPr')?.attribute('defaultRowHeight') ?? 15) * (4 / 3);
  const columns = (sheet.child('cols')?.children() ?? []).map((one) => ({
    min: Number(one.attribute('min') ?? 0) - 1,
    max: Number(one.attribute('max') ?? 0) - 1,
    width: one.attribute('hidden') === '1' ? 0 : pixels(one.attribute('width')),
  }));
  const rows = new Map<number, number>();
  const data = sheet.child('sheetData');
  for (const tag of data === null ? [] : rowTags(xml, data)) {
    // A sheet may style a million rows that are as high as all others.
    if (!/ht|hidden/.test(tag.attributes)) continue;
    const height = attribute(tag, 'hidden') === '1' ? '0' : attribute(tag, 'ht');
    const index = attribute(tag, 'r');
    if (height !== null && index !== null) rows.set(Number(index) - 1, Number(height) * (4 / 3));
  }
  return {
    column: (index) => columns.find(({ min, max }) => index >= min && index <= max)?.width ?? USUAL_COLUMN,
    row: (index) => rows.get(index) ?? (Number.isFinite(usualRow) ? usualRow : USUAL_ROW),
  };
}

/** Lines that a text takes in a box of our width: a Chinese character is as wide as two others. */
function lineCount(text: string): number {
  return text.split('\n').reduce((lines, line) => {
    let width = 0;
    for (const char of line) width += char.charCodeAt(0) < 0x2000 ? 0.55 : 1;
    return lines + Math.max(1, Math.ceil(width / CHARACTERS));
  }, 0);
}

function walk(
  from: number,
  offset: number,
  length: number,
  sizeOf: (index: number) => number,
  end: number,
): [number, number] {
  let index = from;
  let rest = offset + length;
  while (index < end && rest > sizeOf(index)) {
    rest -= sizeOf(index);
    index += 1;
  }
  return [index, Math.round(rest)];
}

/** A box to the right of the cell, as high as its text needs. */
export function boxFor(cell: CellRef, text: string, lengths: Lengths): Box {
  const height = Math.min(MOST_HEIGHT, lineCount(text) * LINE + 14);
  const column = Math.min(cell.column + 1, MAX_COLUMNS - 1);
  const row = Math.max(cell.row - 1, 0);
  const [lastColumn, right] = walk(column, 15, WIDTH, lengths.column, MAX_COLUMNS - 1);
  const [lastRow, bottom] = walk(row, 10, height, lengths.row, MAX_ROWS - 1);
  return { width: WIDTH, height, anchor: [column, 15, row, 10, lastColumn, right, lastRow, bottom] };
}
