import { HostError } from '../host';
import { attribute, tags, type Tag } from './xml';

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

const SPAN = /\bSpan\s{0,9}=\s{0,9}["']?([0-9]{1,300})/g;

/** Refuses an XML workbook in which one column's style stands for more columns than the memory holds. */
export function checkSpans(markup: string): void {
  let columns = 0;
  for (const [, span] of markup.matchAll(SPAN)) columns += Number(span);
  if (columns > MOST_CELLS) throw tooManyCells();
}

const LINK = new TextEncoder().encode('hyperlink');

/** Place of the letter of the word that sheets have most seldom, `k`. */
const RAREST = LINK.length - 1;

/** Where the word comes again, from a place on; -1 where it doesn't. */
function findLink(bytes: Uint8Array, from: number): number {
  const rarest = LINK[RAREST] ?? 0;
  for (let at = bytes.indexOf(rarest, from + RAREST); at >= 0; at = bytes.indexOf(rarest, at + 1)) {
    if (LINK.every((byte, index) => bytes[at - RAREST + index] === byte)) return at - RAREST;
  }
  return -1;
}

/**
 * A part in which no tag is called a hyperlink: the parser writes a link into each cell of its area, and one area may
 * be the whole grid. Nothing is read out of links here.
 */
export function withoutLinks(part: Uint8Array): Uint8Array {
  let made = part;
  for (let at = findLink(part, 0); at >= 0; at = findLink(part, at + LINK.length)) {
    const before = part[at - 1];
    // After `<`, `/` or the colon of a prefix; a text that speaks of hyperlinks stays.
    if (before !== 0x3c && before !== 0x2f && before !== 0x3a) continue;
    if (made === part) made = part.slice();
    made[at] = 0x5f;
  }
  return made;
}
