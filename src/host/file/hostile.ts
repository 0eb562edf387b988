import { HostError } from '../host';
import { damaged } from '../limits';
import { attribute, tags, type Tag } from './xml';

// For each of these the parser would fill more than a gigabyte within the time that a file may take. The command line ends
// a process that does so; a browser does not limit the memory of a worker, and the page with all work in it could crash.

const MOST_CELLS = 2_000_000;

function count(tag: Tag, what: string): number {
  // As the parser does, which takes `+90000` for a number too.
  return Number.parseInt(attribute(tag, `number-${what}-repeated`) ?? '1', 10) || 1;
}

/**
 * Refuses an OpenDocument sheet in which a few tags stand for more cells than the memory holds: a row or cell there
 * may say that it is repeated a billion times, and the parser would write out each. Throws a `HostError`.
 */
export function checkRepeats(content: string): void {
  let rows = 1;
  let cells = 0;
  for (const tag of tags(content)) {
    if (tag.local === 'table-row') rows = count(tag, 'rows');
    else if (tag.local === 'table-cell' && tag.kind === 'open') cells += rows * count(tag, 'columns');
  }
  if (cells > MOST_CELLS) throw tooManyCells();
}

function tooManyCells(): HostError {
  return new HostError(
    'too-large',
    '工作表重复了过多的单元格，超出可以核查的大小，请只保留自评表所在的区域，另存为 .xlsx 后再核查',
  );
}

const SPAN = /\b(Span|MergeAcross|MergeDown)\s{0,9}=\s{0,9}["']?([0-9]{1,300})/g;

/**
 * Refuses an XML workbook in which a column's style or merged cells stand for more cells than the memory holds. Which two
 * figures belong to one cell is not looked at: each height counts with the greatest width.
 */
export function checkSpans(markup: string): void {
  let [columns, rows, width] = [0, 0, 1];
  for (const [, what, figure] of markup.matchAll(SPAN)) {
    const count = Number(figure) + 1;
    if (what === 'Span') columns += count;
    else rows += what === 'MergeDown' ? count : 1;
    if (what === 'MergeAcross') width = Math.max(width, count);
  }
  if (columns + rows * width > MOST_CELLS) throw tooManyCells();
}

const latin = new TextDecoder('latin1');

/** A part with one character for each byte, in which places are those of the bytes. */
export const bytewise = (part: Uint8Array): string => latin.decode(part);

/**
 * A part in which no tag is called a hyperlink: the parser writes a link into each cell of its area, and one area may
 * be the whole grid. Nothing is read out of links here.
 *
 * @param text the part bytewise.
 */
export function withoutLinks(part: Uint8Array, text: string): Uint8Array {
  let made = part;
  // After `<`, `/` or the colon of a prefix; a text that speaks of hyperlinks stays.
  for (const { index } of text.matchAll(/[<:/]hyperlink/g)) {
    if (made === part) made = part.slice();
    made[index + 1] = 0x5f;
  }
  return made;
}

/** An XML text without its comments. Throws a `HostError` where one never ends. */
export function withoutComments(xml: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let start = xml.indexOf('<!--'); start >= 0; start = xml.indexOf('<!--', at)) {
    kept.push(xml.slice(at, start));
    at = xml.indexOf('-->', start + 4) + 3;
    if (at < 3) throw damaged();
  }
  return kept.join('') + xml.slice(at);
}

const FIRST_CELL = /<(?:[\w.-]{1,40}:)?c\s[^>]{0,200}?(?<=\s)r=["'](?:([a-z])|[A-Z])/;
const ROWS = /<(?:[\w.-]{1,40}:)?sheetData(?:\s[^>]{0,2000})?(?<!\/)>/;

/**
 * Refuses a sheet without anything, whose rows begin and never end, or whose first cell is called a1 instead of A1: the
 * parser gives it as an empty one. Throws a `HostError`.
 */
export function checkRowsEnd(xml: string): void {
  if (!/<[a-z]/i.test(xml) || FIRST_CELL.exec(xml)?.[1] !== undefined) throw damaged();
  const rows = ROWS.exec(xml);
  if (rows !== null && !/<\/(?:[\w.-]{1,40}:)?sheetData\s{0,9}>/.test(xml.slice(rows.index))) throw damaged();
}
