import { largest } from '../../sheet/lists';
import type { Cell, CellStyle, ConditionalRule, NamedRange, RowDef, SheetChart, WriteSheet } from 'hucre';
import {
  charactersIn,
  dressedAreas,
  LINE_COLOR,
  LOOKS,
  SERIES_COLORS,
  TONES,
  type CellLook,
  type DressedArea,
  type ReportChart,
  type ReportRow,
  type ReportSheet,
} from '../../advice/reportSheet';
import { absoluteArea, formatAddress, formatArea, quoteSheet } from '../../sheet/address';
import { type Area, type CellRef, cellsIn, contains } from '../../sheet/snapshot';

/** A colour as the library takes it. */
export function rgb(color: string): { rgb: string } {
  return { rgb: color.replace('#', '') };
}

/** The font of cells of which nothing else is said. */
export interface UsualFont {
  readonly name: string;
  readonly size: number;
}

const FONT: UsualFont = { name: '微软雅黑', size: 10 };

function styleOf({ bold, size, color, fill, align, vertical, wrap, lined, numberFormat }: CellLook, usual: UsualFont) {
  const line = { style: 'thin', ...(lined === 'below' ? { color: rgb(LINE_COLOR) } : {}) } as const;
  const style: CellStyle = {
    font: {
      ...usual,
      ...(size === undefined ? {} : { size }),
      ...(bold === undefined ? {} : { bold }),
      ...(color === undefined ? {} : { color: rgb(color) }),
    },
    alignment: {
      ...(vertical === undefined ? {} : { vertical }),
      ...(wrap === true ? { wrapText: true } : {}),
      ...(align === undefined ? {} : { horizontal: align }),
    },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fill) } }),
    ...(lined === 'around' ? { border: { top: line, bottom: line, left: line, right: line } } : {}),
    ...(lined === 'below' ? { border: { bottom: line } } : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
  return style;
}

/** The cells of some areas as the library takes them, with all that the areas together say of their looks. */
export function dressedCells(
  areas: readonly DressedArea[],
  font: UsualFont,
  content: (cell: CellRef) => Partial<Cell>,
): Map<string, Partial<Cell>> {
  const looks = new Map<string, { readonly cell: CellRef; readonly look: CellLook }>();
  for (const { area, ...more } of areas) {
    for (const cell of cellsIn(area)) {
      const key = `${cell.row},${cell.column}`;
      looks.set(key, { cell, look: { ...looks.get(key)?.look, ...more } });
    }
  }
  return new Map([...looks].map(([key, { cell, look }]) => [key, { ...content(cell), style: styleOf(look, font) }]));
}

/** Merged areas as the library takes them. */
export function mergesOf(merges: readonly Area[]): NonNullable<WriteSheet['merges']> {
  return merges.map(({ row, column, rowCount, columnCount }) => ({
    ...{ startRow: row, startCol: column, endRow: row + rowCount - 1, endCol: column + columnCount - 1 },
  }));
}

/** Printed on A4, as wide as a page. */
export function onePageWide(landscape: boolean): NonNullable<WriteSheet['pageSetup']> {
  const orientation = landscape ? 'landscape' : 'portrait';
  return { paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

/** The names by which programs know what to print of a sheet; the library writes names of sheets without quotes. */
export function printNames(scope: string, areas: readonly string[], rows: string | null): NamedRange[] {
  const on = (range: string) => `${quoteSheet(scope)}!${range}`;
  return [
    ...(areas.length === 0 ? [] : [{ name: '_xlnm.Print_Area', range: areas.map(on).join(','), scope }]),
    ...(rows === null ? [] : [{ name: '_xlnm.Print_Titles', range: on(rows), scope }]),
  ];
}

/** Points of a line for each point of the font. */
const LEADING = 1.6;
const HIGHEST = 400;

/** In how many lines a text wraps; a column of so many characters of 11 points takes a few more of 10. */
export function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersIn(line) / (width * 1.05 + 0.75))), 0);
}

/** Points that so many lines take. */
export function heightFor(lines: number, size: number): number {
  return Math.min(HIGHEST, Math.ceil(lines * size * LEADING) + 1);
}

/**
 * Heights of rows by how their texts wrap: not every program that opens the file finds them out by itself. In points.
 */
function heightsOf({ rows, widths }: ReportSheet): Map<number, RowDef> {
  return new Map(
    rows.map(({ style, cells }, row) => {
      const { size, wrap } = LOOKS[style];
      const most =
        wrap === true
          ? cells.reduce<number>(
              (max, value, column) =>
                typeof value === 'string' ? Math.max(max, linesIn(value, widths[column] ?? 8)) : max,
              1,
            )
          : 1;
      return [row, { height: heightFor(most, size) }];
    }),
  );
}

/** Points of a row that holds nothing but one line. */
const USUAL_ROW = LOOKS.body.size * LEADING + 1;

/**
 * Where the charts stand: as high as so many usual rows, whatever the rows beside them need, and one below the other
 * where they share a column.
 */
function chartAreas({ charts }: ReportSheet, heights: ReadonlyMap<number, RowDef>): Area[] {
  const areas: Area[] = [];
  for (const { at } of charts) {
    const above = areas.filter(({ column }) => column === at.column).at(-1);
    const row = above === undefined ? at.row : above.row + above.rowCount + 1;
    let rowCount = 0;
    for (let room = at.rowCount * USUAL_ROW; room > 0; rowCount += 1) {
      room -= heights.get(row + rowCount)?.height ?? USUAL_ROW;
    }
    areas.push({ ...at, row, rowCount });
  }
  return areas;
}

/** A chart of figures that stand in the sheet it is drawn on. */
interface ChartOfSheet extends Pick<ReportChart, 'kind' | 'title'> {
  readonly series: readonly {
    readonly name: string;
    readonly values: Area;
    readonly categories?: Area;
    readonly color?: string;
  }[];
}

/** The chart as the library takes it. */
export function chartOn(sheet: string, { kind, title, series }: ChartOfSheet, at: Area): SheetChart {
  const on = (area: Area) => `${quoteSheet(sheet)}!${formatArea(area)}`;
  return {
    type: kind,
    title,
    series: series.map(({ name, values, categories, color }) => ({
      ...{ name, values: on(values) },
      ...(categories === undefined ? {} : { categories: on(categories) }),
      ...(color === undefined ? {} : { color: color.replace('#', '') }),
    })),
    anchor: {
      from: { row: at.row, col: at.column },
      to: { row: at.row + at.rowCount, col: at.column + at.columnCount },
    },
    legend: series.length > 1 ? 'bottom' : false,
    dataLabels: { showValue: true },
    ...(kind === 'bar' ? { axes: { x: { reverse: true, tickLblPos: 'low' } } } : {}),
  };
}

function chartOf(sheet: ReportSheet, { kind, title, categories, series }: ReportChart, at: Area): SheetChart {
  const colored = series.map((one, index) => ({
    ...{ ...one, categories },
    color: SERIES_COLORS[index] ?? SERIES_COLORS[0],
  }));
  return { ...chartOn(sheet.name, { kind, title, series: colored }, at), gapWidth: 60 };
}

/** A formula that colours the cells of an area, as the library takes it; `index` counts those of the sheet from 0. */
export function ruleOn(area: Area, formula: string, style: CellStyle, index: number): ConditionalRule {
  return {
    ...{ type: 'expression', priority: index + 1, style },
    ...{ formula: formula.replace(/^=/, ''), range: formatArea(area) },
  };
}

/** A fill of one colour in a conditional format. */
export function filledWith(color: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: rgb(color), bgColor: rgb(color) };
}

function rulesOf(sheet: ReportSheet): ConditionalRule[] {
  return sheet.highlights.map(({ area, formula, tone }, index) => {
    const { font, fill } = TONES[tone];
    return ruleOn(area, formula, { font: { color: rgb(font), bold: true }, fill: filledWith(fill) }, index);
  });
}

function writeSheet(sheet: ReportSheet): WriteSheet {
  const heights = heightsOf(sheet);
  const areas = chartAreas(sheet, heights);
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map(({ cells }) => [...cells]),
    rowDefs: heights,
    cells: dressedCells(dressedAreas(sheet), FONT, ({ row, column }) => ({
      value: sheet.rows[row]?.cells[column] ?? null,
    })),
    conditionalRules: rulesOf(sheet),
    charts: areas.flatMap((at, index) => {
      const chart = sheet.charts[index];
      return chart === undefined ? [] : [chartOf(sheet, chart, at)];
    }),
    view: { showGridLines: false },
    pageSetup: {
      ...onePageWide(sheet.landscape),
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    ...(sheet.freezeRows > 0 ? { freezePane: { rows: sheet.freezeRows } } : {}),
    ...(sheet.filter === null ? {} : { autoFilter: { range: formatArea(sheet.filter) } }),
  };
}

/** An area as far down as there is anything in it: what is asked for is printed, empty or not. */
function filledPart(area: Area, sheet: ReportSheet): Area {
  const bottoms = chartAreas(sheet, heightsOf(sheet))
    .filter((chart) => contains(area, { row: area.row, column: chart.column }))
    .map(({ row, rowCount }) => row + rowCount);
  if (bottoms.length === 0) return area;
  const inside = ({ cells }: ReportRow) =>
    cells.slice(area.column, area.column + area.columnCount).some((value) => value !== null);
  const last = sheet.rows.reduce((most, row, at) => (inside(row) ? Math.max(most, at + 1) : most), largest(bottoms));
  return { ...area, rowCount: last - area.row };
}

/** What is printed of a sheet, each area on pages of its own. */
function printed(sheet: ReportSheet): NamedRange[] {
  const { areas, headRow } = sheet.print;
  const filled = areas.map((area) => absoluteArea(filledPart(area, sheet)));
  return printNames(sheet.name, filled, headRow === null ? null : `$${headRow + 1}:$${headRow + 1}`);
}

/**
 * A new workbook (.xlsx) of our own sheets, with native charts, filters and conditional formats. Links to cells of sheets
 * that are not in it stay plain texts. Texts stay texts, whatever they begin with.
 */
export async function reportWorkbook(sheets: readonly ReportSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = new Set(sheets.map(({ name }) => name));
  const written = sheets.map((sheet): WriteSheet => {
    const plain = writeSheet(sheet);
    for (const { cell, sheet: name, target } of sheet.links) {
      if (!names.has(name)) continue;
      const key = `${cell.row},${cell.column}`;
      const location = `${quoteSheet(name)}!${formatAddress(target)}`;
      plain.cells?.set(key, { ...plain.cells.get(key), hyperlink: { target: '', location } });
    }
    return plain;
  });
  return writeXlsx({ sheets: written, namedRanges: sheets.flatMap(printed), defaultFont: FONT });
}
