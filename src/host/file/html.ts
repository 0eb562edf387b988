import { READ_COLUMNS, READ_ROWS, type SourceCell, type SourceRange } from './snapshot';

const ENTITIES = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['middot', '·'],
  ['times', '×'],
  ['divide', '÷'],
  ['le', '≤'],
  ['ge', '≥'],
  ['mdash', '—'],
  ['hellip', '…'],
]);

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return ENTITIES.get(reference.toLowerCase()) ?? whole;
    const hexadecimal = /^#x/i.test(reference);
    const code = hexadecimal ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function span(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?([0-9]{1,7})`, 'i').exec(attributes);
  return Math.max(1, Number(match?.[1] ?? 1));
}

/** The cells of a page's tables as Excel lays them out: one table below the other. */
class TableReader {
  readonly rows: SourceCell[][] = [];
  readonly merges: SourceRange[] = [];
  private depth = 0;
  private row = -1;
  private column = 0;
  /** For each column the row from which on it is free of the cells that reach down from above. */
  private readonly freeFrom: number[] = [];
  private text: string[] | null = null;
  private place: { readonly row: number; readonly column: number } | null = null;

  write(text: string): void {
    this.text?.push(text);
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (name === 'br') this.write('\n');
    else if (name === 'table') this.table(closes);
    // What stands in a table inside a cell is that cell's text.
    else if (this.depth > 1) this.write(' ');
    else if (name === 'tr') this.endCell(closes ? 0 : 1);
    else if (name !== 'td' && name !== 'th') return;
    else if (closes) this.endCell(0);
    else this.startCell(attributes);
  }

  private table(closes: boolean): void {
    if (closes && this.depth === 1) this.endCell(0);
    this.depth = Math.max(0, this.depth + (closes ? -1 : 1));
  }

  private startCell(attributes: string): void {
    this.endCell(this.row < 0 ? 1 : 0);
    while ((this.freeFrom[this.column] ?? 0) > this.row && this.column < READ_COLUMNS) this.column += 1;
    const { row, column } = this;
    const right = Math.min(column + span(attributes, 'colspan'), READ_COLUMNS);
    const bottom = Math.min(row + span(attributes, 'rowspan'), READ_ROWS);
    for (let at = column; at < right; at += 1) this.freeFrom[at] = bottom;
    if (right - column > 1 || bottom - row > 1) {
      this.merges.push({ s: { r: row, c: column }, e: { r: bottom - 1, c: right - 1 } });
    }
    this.place = { row, column };
    this.text = [];
    this.column = right;
  }

  /** Takes over what stood in the cell, and begins that many new rows. */
  endCell(newRows: number): void {
    if (this.text !== null && this.place !== null && this.place.row < READ_ROWS && this.place.column < READ_COLUMNS) {
      const lines = decoded(this.text.join('')).split('\n');
      const text = lines
        .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
        .join('\n')
        .trim();
      if (text !== '') (this.rows[this.place.row] ??= [])[this.place.column] = { t: 's', v: text, w: text };
    }
    this.text = null;
    this.place = null;
    if (newRows === 0) return;
    this.row += newRows;
    this.column = 0;
  }
}

const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/iy;

/** Skips what is no text of the page: comments, styles, scripts. Gives the place after it, or `at`. */
function skip(html: string, at: number): number {
  const until = (mark: string): number => {
    const end = html.indexOf(mark, at + 1);
    return end < 0 ? html.length : end + mark.length;
  };
  if (html.startsWith('<!--', at)) return until('-->');
  if (/^<(?:style|script)\b/i.test(html.slice(at, at + 8))) {
    const name = html.slice(at + 1, at + 3).toLowerCase() === 'st' ? 'style>' : 'script>';
    return Math.min(until(`</${name}`), until(`</${name.toUpperCase()}`));
  }
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) return until('>');
  return at;
}

/** Reads the tables of a web page in one pass, whatever is open or unbalanced in it. */
export function parseTables(html: string): {
  readonly rows: readonly SourceCell[][];
  readonly merges: readonly SourceRange[];
} {
  const reader = new TableReader();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    // Line breaks of the source are spaces on the page; only `<br>` breaks a line.
    reader.write(html.slice(at, open < 0 ? html.length : open).replace(/[\r\n]+/g, ' '));
    if (open < 0) break;
    at = skip(html, open);
    if (at !== open) continue;
    TAG.lastIndex = open;
    const [whole = '<', slash = '', name = '', attributes = ''] = TAG.exec(html) ?? [];
    if (name === '') reader.write('<');
    else reader.tag(name.toLowerCase(), slash !== '', attributes);
    at = open + whole.length;
  }
  reader.endCell(0);
  return reader;
}
