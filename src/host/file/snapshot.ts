import { MAX_COLUMNS, columnName, parseArea } from '../../sheet/address';
import { type Area, cellKey, type CellValue, type HiddenLines, hiding, type SheetSnapshot } from '../../sheet/snapshot';
import { streamCsvRows } from 'hucre/csv';

/**
 * What separates the fields: a tab, a semicolon or a bar where more of the first lines have one than have a comma. The
 * first line alone may be the title; amounts and sentences hold commas too, so tabs win over commas.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 40);
  const count = (char: string): number => lines.filter((line) => line.includes(char)).length;
  if (count('\t') > 0 && count('\t') * 2 >= count(',')) return '\t';
  return [';', '|'].reduce((most, char) => (count(char) > count(most) ? char : most), ',');
}

/** Rows of fields, `most` at the most; a field in quotes may hold delimiters, line breaks and doubled quotes. */
export function parseDelimited(text: string, most: number): string[][] {
  // A first line of this kind tells Excel what separates the fields, and is none of the rows.
  const [told = '', said] = /^sep=([^\r\n])\r?\n/i.exec(text) ?? [];
  const rows = streamCsvRows(text.slice(told.length), { delimiter: said ?? delimiterOf(text), maxRows: most });
  return Array.from(rows, (fields) => fields.map(String));
}

const NUMBER = /^[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,15})?(%?)$/;

/**
 * The value that Excel gives a field of text when it opens the file: a number for `1,234.50`, a fraction for `95%`,
 * the text itself for everything else (dates too: what they mean is for the reader to say). Numbers with leading
 * zeros are codes and stay text.
 */
function valueOfText(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const match = NUMBER.exec(trimmed);
  if (match === null || /^[+-]?0[0-9]/.test(trimmed)) return text;
  const figure = Number(trimmed.replaceAll(',', '').replace('%', ''));
  return match[1] === '%' ? Number((figure / 100).toPrecision(15)) : figure;
}

/** Beyond these a sheet is cut, with a note: no form has so many rows, and a stray cell must not fill the memory. */
export const READ_ROWS = 5_000;
export const READ_COLUMNS = 512;
const READ_CELLS = 5_000_000;

/** A cell as the parser gives it. */
export interface SourceCell {
  readonly t: string;
  readonly v?: unknown;
  /** As displayed. */
  readonly w?: string | undefined;
  /** Formula without its `=`. */
  readonly f?: string | undefined;
  /** The cells that share one formula of arrays, whose first one holds it: `I13:I15`. */
  readonly F?: string | undefined;
  /** Number format; a parser may give a number for one that it does not know. */
  readonly z?: string | number | undefined;
}

/** A merged area as the parser gives it: first and last cell. */
export interface SourceRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** The decimals of a percentage, `null` for every other number format. */
function percentOf({ z }: SourceCell): number | null {
  const match = typeof z === 'string' && z.endsWith('%') ? /^[#,]*0(?:\.(0+))?%$/.exec(z) : null;
  return match === null ? null : (match[1] ?? '').length;
}

type SourceRows = readonly (readonly (SourceCell | undefined)[] | undefined)[];

function valueOf(cell: SourceCell, asText: boolean): CellValue {
  const { t, v } = cell;
  // A stub: nothing is stored, whatever the parser puts there.
  if (t === 'z') return null;
  if (t === 'e') return cell.w ?? '#N/A';
  if (typeof v === 'string') return asText ? valueOfText(v) : v === '' ? null : v;
  if (typeof v === 'number') return Number.isFinite(v) ? v : String(v);
  if (typeof v === 'boolean') return v;
  return null;
}

function shownText(cell: SourceCell, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return cell.w ?? String(value);
}

/** As Excel shows it, in which each cell of an array has the formula of the first: none can be changed by itself. */
function formulaOf({ f, F: array }: SourceCell, rows: SourceRows): string {
  const first = f === undefined && array !== undefined ? parseArea(array) : null;
  const formula = first === null ? f : rows[first.row]?.[first.column]?.f;
  return formula === undefined || formula === '' ? '' : `=${formula}`;
}

function holdsSomething(cell: SourceCell | undefined): cell is SourceCell {
  if (cell === undefined) return false;
  const stored = cell.t !== 'z' && cell.v !== undefined && cell.v !== null && cell.v !== '';
  return stored || (cell.f ?? '') !== '';
}

interface Extent {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** Whether cells below, or to the right, are left out. */
  readonly cut: { readonly rows: boolean; readonly columns: boolean };
}

/** The smallest rectangle around the filled cells, within the limits. What the file says of its size is not used. */
function extentOf(rows: SourceRows): Extent | null {
  let top = -1;
  let bottom = -1;
  let left = MAX_COLUMNS;
  let right = -1;
  let columns = false;
  for (let row = 0; row < Math.min(rows.length, READ_ROWS); row += 1) {
    const cells = rows[row];
    if (cells === undefined) continue;
    if (cells.length > READ_COLUMNS) columns = true;
    for (let column = 0; column < Math.min(cells.length, READ_COLUMNS); column += 1) {
      if (!holdsSomething(cells[column])) continue;
      if (top < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  if (top < 0) return null;
  const most = top + Math.max(1, Math.floor(READ_CELLS / (right - left + 1))) - 1;
  return {
    top,
    left,
    right,
    bottom: Math.min(bottom, most),
    cut: { rows: rows.length > READ_ROWS || bottom > most, columns },
  };
}

function clip({ s, e }: SourceRange, extent: Extent): Area | null {
  const row = Math.max(s.r, extent.top);
  const column = Math.max(s.c, extent.left);
  const rowCount = Math.min(e.r, extent.bottom) - row + 1;
  const columnCount = Math.min(e.c, extent.right) - column + 1;
  // An area whose first cell lies outside holds nothing that can be read.
  if (row !== s.r || column !== s.c || !(rowCount * columnCount > 1) || rowCount < 1) return null;
  return { row, column, rowCount, columnCount };
}

/**
 * The areas that share no cell with one before them: Excel knows no others, and thousands that each cover the whole sheet
 * would keep whatever walks over them busy for ever.
 */
function apart(areas: readonly Area[], { top, left, bottom, right }: Extent): Area[] {
  const width = right - left + 1;
  const taken = new Uint8Array((bottom - top + 1) * width);
  let most = 2 * taken.length;
  return areas.filter(({ row, column, rowCount, columnCount }) => {
    most -= rowCount * columnCount;
    if (most < 0) return false;
    const rows = Array.from({ length: rowCount }, (_, at) => {
      const start = (row - top + at) * width + column - left;
      return taken.subarray(start, start + columnCount);
    });
    if (rows.some((cells) => cells.includes(1))) return false;
    for (const cells of rows) cells.fill(1);
    return true;
  });
}

/**
 * A snapshot of a parsed sheet, cut to what is filled in. `asText` reads figures out of texts, for formats whose cells
 * have no types; `hidden` is what the file says of any line.
 */
export function snapshotOf(
  name: string,
  rows: SourceRows,
  merges: readonly SourceRange[],
  asText = false,
  hidden: HiddenLines = { rows: [], columns: [] },
): { readonly snapshot: SheetSnapshot; readonly notes: readonly string[] } {
  const extent = extentOf(rows);
  if (extent === null) {
    const empty = { rowCount: 0, columnCount: 0, values: [], texts: [], formulas: [], merges: [] };
    return { snapshot: { name, origin: { row: 0, column: 0 }, ...empty }, notes: [] };
  }
  const rowCount = extent.bottom - extent.top + 1;
  const columnCount = extent.right - extent.left + 1;
  // Rows without cells, and the formulas of rows without any, share one empty row.
  const noValues: readonly CellValue[] = Array.from({ length: columnCount }, () => null);
  const noTexts: readonly string[] = Array.from({ length: columnCount }, () => '');
  const values: (readonly CellValue[])[] = [];
  const texts: (readonly string[])[] = [];
  const formulas: (readonly string[])[] = [];
  const percents = new Map<number, number>();
  for (let row = 0; row < rowCount; row += 1) {
    const cells = rows[extent.top + row];
    if (cells === undefined) {
      values.push(noValues);
      texts.push(noTexts);
      formulas.push(noTexts);
      continue;
    }
    const rowValues = noValues.slice();
    const rowTexts = noTexts.slice();
    let rowFormulas: string[] | null = null;
    for (let column = 0; column < columnCount; column += 1) {
      const cell = cells[extent.left + column];
      if (cell === undefined) continue;
      const value = valueOf(cell, asText);
      const percent = typeof value === 'number' ? null : percentOf(cell);
      if (percent !== null) percents.set(cellKey({ row: extent.top + row, column: extent.left + column }), percent);
      if (!holdsSomething(cell)) continue;
      rowValues[column] = value;
      rowTexts[column] = shownText(cell, value);
      const formula = formulaOf(cell, rows);
      if (formula !== '') (rowFormulas ??= noTexts.slice())[column] = formula;
    }
    values.push(rowValues);
    texts.push(rowTexts);
    formulas.push(rowFormulas ?? noTexts);
  }
  const areas = merges.map((merge) => clip(merge, extent)).filter((area) => area !== null);
  const notes = [
    ...(extent.cut.rows ? [`工作表太长，只核查了第 ${extent.bottom + 1} 行以前的内容`] : []),
    ...(extent.cut.columns ? [`工作表太宽，只核查了 ${columnName(READ_COLUMNS - 1)} 列以前的内容`] : []),
  ];
  return {
    snapshot: {
      name,
      origin: { row: extent.top, column: extent.left },
      rowCount,
      columnCount,
      values,
      texts,
      formulas,
      merges: apart(areas, extent),
      ...(percents.size > 0 && { percents }),
      ...hiding({
        rows: hidden.rows.filter((row) => row >= extent.top && row <= extent.bottom),
        columns: hidden.columns.filter((column) => column >= extent.left && column <= extent.right),
      }),
    },
    notes,
  };
}
