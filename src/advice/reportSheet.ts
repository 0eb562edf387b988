import { columnName } from '../sheet/address';
import { type Area, type CellRef, contains } from '../sheet/snapshot';

export type ReportValue = string | number | null;

/** How a row looks: `title`, `note` below it, `section` heading, `heading` of a table, `body` of a table, `field` with its label first. */
export type RowStyle = 'title' | 'note' | 'section' | 'heading' | 'body' | 'field' | 'blank';

export interface ReportRow {
  readonly style: RowStyle;
  readonly cells: readonly ReportValue[];
}

/** A cell that leads to another one of the same workbook. */
export interface ReportLink {
  readonly cell: CellRef;
  readonly sheet: string;
  readonly target: CellRef;
}

/** A conditional format; the formula is written for the area's first cell. */
export interface ReportHighlight {
  readonly area: Area;
  readonly formula: string;
  readonly tone: 'bad' | 'warn' | 'good';
}

export interface ReportChart {
  readonly kind: 'bar' | 'column';
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** Which cells it covers. */
  readonly at: Area;
}

/**
 * A sheet of ours as it is to be written, free of Excel and of files: the same page is written into an open workbook and
 * into a new file. It begins at A1; texts stay texts whatever they begin with.
 */
export interface ReportSheet {
  /** Identifies the sheet, so that it is found and replaced even after it was renamed. */
  readonly id: string;
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly ReportRow[];
  readonly formats: readonly { readonly area: Area; readonly format: string }[];
  readonly links: readonly ReportLink[];
  readonly highlights: readonly ReportHighlight[];
  readonly charts: readonly ReportChart[];
  readonly freezeRows: number;
  readonly filter: Area | null;
  readonly landscape: boolean;
  /** What is printed: areas, each on pages of its own, and the row that is repeated on each page, if any. */
  readonly print: { readonly areas: readonly Area[]; readonly headRow: number | null };
}

/** Marks the cells of a column that hold one of two words. */
export function markedBy(area: Area, bad: string, warn: string): ReportHighlight[] {
  const cell = `$${columnName(area.column)}${area.row + 1}`;
  return [
    { area, formula: `=${cell}="${bad}"`, tone: 'bad' },
    { area, formula: `=${cell}="${warn}"`, tone: 'warn' },
  ];
}

/** A sheet with nothing but its rows. */
export const BARE_SHEET = { formats: [], links: [], highlights: [], charts: [], freezeRows: 0, filter: null } as const;

/** A row of one style. */
export const rowOf = (style: RowStyle, ...cells: readonly ReportValue[]): ReportRow => ({ style, cells });

/** Cells below each other, one at least: an area without rows is none. */
export function columnArea(row: number, column: number, rowCount: number, columnCount = 1): Area {
  return { row, column, rowCount: Math.max(1, rowCount), columnCount };
}

/** The row below the headings of a list. */
export const FIRST_ROW = 3;

interface ListPage extends Pick<ReportSheet, 'id' | 'name' | 'widths'> {
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly ReportValue[])[];
  readonly formats?: ReportSheet['formats'];
  readonly highlights?: ReportSheet['highlights'];
  readonly charts?: ReportSheet['charts'];
}

/** A sheet that is one list, to be filtered, and printed with its headings on each page. */
export function listPage({ id, name, widths, title, note, headings, lines, ...more }: ListPage): ReportSheet {
  const whole = { row: 0, column: 0, rowCount: lines.length + FIRST_ROW, columnCount: headings.length };
  const head = [rowOf('title', title), rowOf('note', note), rowOf('heading', ...headings)];
  return {
    ...{ ...BARE_SHEET, id, name, widths, ...more },
    rows: [...head, ...lines.map((cells) => rowOf('body', ...cells))],
    freezeRows: FIRST_ROW,
    filter: { ...whole, row: FIRST_ROW - 1, rowCount: lines.length + 1 },
    landscape: true,
    print: { areas: [whole], headRow: FIRST_ROW - 1 },
  };
}

/** How wide a text is in characters of a column's width: a Chinese character is as wide as two. */
export function charactersIn(text: string): number {
  let characters = 0;
  for (const character of text) characters += character.charCodeAt(0) > 0xff ? 2 : 1;
  return characters;
}

/** What does not begin a line. */
const CLOSING = new Set('，。、；：！？）》」』”’,.;:!?)%');

/** A text that does not wrap, as lines of about `width` characters, so that nothing of it is cut off. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width;
  for (const character of text) {
    room -= charactersIn(character);
    if (room < 0 && !CLOSING.has(character)) {
      lines.push(line);
      line = '';
      room = width - charactersIn(character);
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

/** The colours of the tones, readable with black and dark text. */
export const TONES: Readonly<Record<ReportHighlight['tone'], { readonly fill: string; readonly font: string }>> = {
  bad: { fill: '#FDE7E9', font: '#A4262C' },
  // As the pane and the marks in a sheet have it: orange, not yellow.
  warn: { fill: '#FCE4D6', font: '#8A3707' },
  good: { fill: '#DFF6DD', font: '#0E700E' },
};

/** How a cell looks; what is not given is left as the sheet has it. */
export interface CellLook {
  readonly bold?: boolean;
  /** In points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  /** Thin lines at each side, or one below in the colour of our lists. */
  readonly lined?: 'around' | 'below';
  readonly numberFormat?: string;
}

/** How all cells of an area look. */
export interface DressedArea extends CellLook {
  readonly area: Area;
}

const PLAIN = { bold: false, size: 10, color: '#242424', vertical: 'top' } as const;

/** How rows look by their style. */
export const LOOKS: Readonly<Record<RowStyle, CellLook & { readonly size: number }>> = {
  title: { ...PLAIN, bold: true, size: 16 },
  note: { ...PLAIN, color: '#5C5C5C' },
  section: { ...PLAIN, bold: true, size: 12, color: '#0F5493' },
  heading: { ...PLAIN, bold: true, fill: '#DEECF9', vertical: 'center', wrap: true, lined: 'below' },
  body: { ...PLAIN, wrap: true, lined: 'below' },
  field: PLAIN,
  blank: PLAIN,
};

/** The colour of the lines between rows, and those of a chart's series. */
export const LINE_COLOR = '#D6D6D6';
export const SERIES_COLORS = ['#0F6CBD', '#F2A33A'] as const;

/** Cells beside each other in one row, and what they are of: a style, an alignment. */
interface Span<K> {
  readonly of: K;
  readonly row: number;
  readonly column: number;
  readonly columnCount: number;
}

/** The areas that spans make, those of neighbouring rows that are alike together; spans are given row by row. */
function stacked<K extends string>(spans: readonly Span<K>[]): { readonly of: K; readonly area: Area }[] {
  const areas: { readonly of: K; area: Area }[] = [];
  const last = new Map<string, (typeof areas)[number]>();
  for (const { of, ...span } of spans) {
    const key = `${of} ${span.column} ${span.columnCount}`;
    const above = last.get(key);
    if (above !== undefined && above.area.row + above.area.rowCount === span.row) {
      above.area = { ...above.area, rowCount: above.area.rowCount + 1 };
      continue;
    }
    const begun = { of, area: { ...span, rowCount: 1 } };
    last.set(key, begun);
    areas.push(begun);
  }
  return areas;
}

/** Figures stand under their headings; serial numbers and counts in the middle, away from the text beside them. */
function alignedAreas({ rows, formats }: ReportSheet): DressedArea[] {
  const alignAt = (row: number, column: number): 'center' | 'right' | null => {
    const below = rows[row]?.style === 'heading' ? row + 1 : row;
    if (rows[below]?.style !== 'body' || typeof rows[below].cells[column] !== 'number') return null;
    return formats.some(({ area }) => contains(area, { row: below, column })) ? 'right' : 'center';
  };
  const spans = rows.flatMap(({ cells }, row) =>
    cells.flatMap((_value, column) => {
      const of = alignAt(row, column);
      return of === null ? [] : [{ of, row, column, columnCount: 1 }];
    }),
  );
  return stacked(spans).map(({ of, area }) => ({ area, align: of }));
}

/** From the first filled cell to the last; side tables, which an empty cell sets apart, are spans of their own. */
function spansOf(cells: readonly ReportValue[], gap: number): Pick<Span<never>, 'column' | 'columnCount'>[] {
  const spans: { column: number; columnCount: number }[] = [];
  cells.forEach((value, column) => {
    if (value === null) return;
    const last = spans.at(-1);
    if (last !== undefined && column - (last.column + last.columnCount) < gap) {
      last.columnCount = column - last.column + 1;
    } else spans.push({ column, columnCount: 1 });
  });
  return spans;
}

/** The cells to which a style applies, neighbouring rows together. */
export function styledAreas({ rows, filter }: ReportSheet) {
  const spans = rows.flatMap(({ style, cells }, row) => {
    if (style === 'blank') return [];
    // A row of a list is styled over its whole width, empty cells included; what stands beside it, cell by cell.
    const beside = style === 'body' && filter !== null && row >= filter.row;
    const width = beside && row < filter.row + filter.rowCount ? filter.columnCount : 0;
    const inRow = [
      ...(width > 0 ? [{ column: 0, columnCount: width }] : []),
      ...spansOf(cells.slice(width), beside || style === 'heading' ? 1 : cells.length + 1).map((one) => ({
        ...one,
        column: one.column + width,
      })),
    ];
    return inRow.map((span) => ({ of: style, row, ...span }));
  });
  return stacked(spans).map(({ of, area }) => ({ style: of, area }));
}

/** How the cells of a sheet look, area by area; a later one adds to those before it. */
export function dressedAreas(sheet: ReportSheet): readonly DressedArea[] {
  return [
    ...styledAreas(sheet).map(({ style, area }) => ({ area, ...LOOKS[style] })),
    ...alignedAreas(sheet),
    ...sheet.formats.map(({ area, format }) => ({ area, numberFormat: format })),
  ];
}
