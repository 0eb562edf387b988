import type { Cell, CellStyle, ConditionalRule, SheetChart, WriteSheet } from 'hucre';
import {
  LINE_COLOR,
  LOOKS,
  SERIES_COLORS,
  styledAreas,
  TONES,
  type ReportChart,
  type ReportSheet,
  type RowStyle,
} from '../../advice/reportSheet';
import { formatAddress, formatArea } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';

function rgb(color: string): { rgb: string } {
  return { rgb: color.replace('#', '') };
}

const FONT = '微软雅黑';

function styleOf(style: RowStyle): CellStyle {
  const { bold, size, color, fill, wrap, lined } = LOOKS[style];
  return {
    font: { name: FONT, size, bold, color: rgb(color) },
    alignment: { vertical: style === 'heading' ? 'center' : 'top', ...(wrap ? { wrapText: true } : {}) },
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fill) } }),
    ...(lined ? { border: { bottom: { style: 'thin', color: rgb(LINE_COLOR) } } } : {}),
  };
}

function quoteName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row += 1) {
    for (let column = area.column; column < area.column + area.columnCount; column += 1) visit(row, column);
  }
}

function cellsOf(sheet: ReportSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const { style, area } of styledAreas(sheet)) {
    const look = styleOf(style);
    eachCell(area, (row, column) => {
      cells.set(`${row},${column}`, { value: sheet.rows[row]?.cells[column] ?? null, style: look });
    });
  }
  for (const { area, format } of sheet.formats) {
    eachCell(area, (row, column) => {
      const key = `${row},${column}`;
      const there = cells.get(key);
      if (there !== undefined) cells.set(key, { ...there, style: { ...there.style, numFmt: format } });
    });
  }
  return cells;
}

function chartOf(sheet: ReportSheet, { kind, title, categories, series, at }: ReportChart): SheetChart {
  const on = (area: Area) => `${quoteName(sheet.name)}!${formatArea(area)}`;
  return {
    type: kind,
    title,
    series: series.map(({ name, values }, index) => ({
      name,
      values: on(values),
      categories: on(categories),
      color: (SERIES_COLORS[index] ?? SERIES_COLORS[0]).replace('#', ''),
    })),
    anchor: {
      from: { row: at.row, col: at.column },
      to: { row: at.row + at.rowCount, col: at.column + at.columnCount },
    },
    legend: series.length > 1 ? 'bottom' : false,
    dataLabels: { showValue: true },
    gapWidth: 60,
    ...(kind === 'bar' ? { axes: { x: { reverse: true, tickLblPos: 'low' } } } : {}),
  };
}

function rulesOf(sheet: ReportSheet): ConditionalRule[] {
  return sheet.highlights.map(({ area, formula, tone }, index) => ({
    type: 'expression',
    priority: index + 1,
    formula: formula.replace(/^=/, ''),
    range: formatArea(area),
    style: {
      font: { color: rgb(TONES[tone].font), bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(TONES[tone].fill), bgColor: rgb(TONES[tone].fill) },
    },
  }));
}

function writeSheet(sheet: ReportSheet): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map(({ cells }) => [...cells]),
    cells: cellsOf(sheet),
    conditionalRules: rulesOf(sheet),
    charts: sheet.charts.map((chart) => chartOf(sheet, chart)),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    ...(sheet.freezeRows > 0 ? { freezePane: { rows: sheet.freezeRows } } : {}),
    ...(sheet.filter === null ? {} : { autoFilter: { range: formatArea(sheet.filter) } }),
  };
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
      const location = `${quoteName(name)}!${formatAddress(target)}`;
      plain.cells?.set(key, { ...plain.cells.get(key), hyperlink: { target: '', location } });
    }
    return plain;
  });
  return writeXlsx({ sheets: written, defaultFont: { name: FONT, size: 10 } });
}
