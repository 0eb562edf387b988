import { largest } from '../../sheet/lists';
import { Parser } from 'htmlparser2';
import { READ_COLUMNS, READ_ROWS, type SourceCell, type SourceRange } from './snapshot';

function span(attributes: Readonly<Record<string, string>>, name: string): number {
  const count = Number.parseInt(attributes[name] ?? '', 10);
  return count > 1 ? Math.min(count, READ_ROWS) : 1;
}

/** What is said in a cell: runs of spaces are one, only `<br>` and paragraphs break a line. */
function cellText(parts: readonly string[]): string {
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .join('\n')
    .trim();
}

/** One table of a page, and those that stand in its cells. */
class Table {
  readonly rows: SourceCell[][] = [];
  readonly merges: SourceRange[] = [];
  readonly inner: Table[] = [];
  /** Cells with text of its own. */
  private filled = 0;
  private row = -1;
  private column = 0;
  /** For each column the row from which on it is free of the cells that reach down from above. */
  private readonly freeFrom: number[] = [];
  private text: string[] | null = null;
  private place: { readonly row: number; readonly column: number } | null = null;

  write(text: string): void {
    this.text?.push(text);
  }

  startRow(): void {
    this.endCell();
    this.row += 1;
    this.column = 0;
  }

  startCell(attributes: Readonly<Record<string, string>>): void {
    this.endCell();
    if (this.row < 0) this.startRow();
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

  endCell(): void {
    const { place } = this;
    const text = this.text === null ? '' : cellText(this.text);
    this.text = null;
    this.place = null;
    if (place === null || text === '' || place.row >= READ_ROWS || place.column >= READ_COLUMNS) return;
    (this.rows[place.row] ??= [])[place.column] = { t: 's', v: text, w: text };
    this.filled += 1;
  }

  /** The tables that hold the cells of the page: one that only arranges others gives way to them. */
  grids(): Table[] {
    const inside = this.inner.flatMap((table) => table.grids());
    const most = largest(inside.map(({ filled }) => filled));
    if (most > this.filled) return this.filled > 1 ? [this, ...inside] : inside;
    return [this];
  }
}

const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

/** All tables of a page in the order in which they begin; tags may be left open or unbalanced. */
function tablesOf(html: string): Table[] {
  const tables: Table[] = [];
  const open: Table[] = [];
  // What is said in a table inside a cell is that cell's text too, where the table is none of its own.
  const write = (text: string): void => open.forEach((table) => table.write(text));
  let silent = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const table = open.at(-1);
        if (name === 'style' || name === 'script') silent += 1;
        else if (name === 'table') {
          const inner = new Table();
          (table?.inner ?? tables).push(inner);
          open.push(inner);
        } else if (name === 'tr') table?.startRow();
        else if (name === 'td' || name === 'th') {
          open.slice(0, -1).forEach((outer) => outer.write(' '));
          table?.startCell(attributes);
        } else if (name === 'br') write('\n');
      },
      onclosetag(name) {
        if (name === 'style' || name === 'script') silent -= 1;
        else if (name === 'table') open.pop()?.endCell();
        else if (name === 'td' || name === 'th') open.at(-1)?.endCell();
        else if (BREAKS.has(name) && name !== 'br') write('\n');
      },
      // Line breaks of the source are spaces on the page.
      ontext(text) {
        if (silent === 0) write(text.replace(/[\r\n]+/g, ' '));
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  for (const table of open) table.endCell();
  return tables;
}

/** The cells of a page's tables as Excel lays them out: one table below the other. */
export function parseTables(html: string): {
  readonly rows: readonly SourceCell[][];
  readonly merges: readonly SourceRange[];
} {
  const rows: SourceCell[][] = [];
  const merges: SourceRange[] = [];
  for (const grid of tablesOf(html).flatMap((table) => table.grids())) {
    const from = rows.length;
    grid.rows.forEach((cells, row) => {
      rows[from + row] = cells;
    });
    for (const { s, e } of grid.merges) {
      merges.push({ s: { r: s.r + from, c: s.c }, e: { r: e.r + from, c: e.c } });
    }
  }
  return { rows, merges };
}
