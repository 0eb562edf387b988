import type { BorderStyle, CellStyle, ConditionalRule, NamedRange, RowDef, WriteSheet } from 'hucre';
import {
  chartOn,
  filledWith,
  heightFor,
  linesIn,
  mergesOf,
  onePageWide,
  printNames,
  rgb,
  ruleOn,
} from '../../host/file/reportWorkbook';
import { absoluteArea, formatArea } from '../../sheet/address';
import type { EmulatedLook, EmulatedCell } from '../emulator/cell';
import type { EmulatedSheet } from '../emulator/sheet';
import { columnWidths } from './layout';

/** What a cell looks like that nobody dressed: as the table of the page shows it. */
const UNDRESSED: EmulatedLook = { wrap: true, vertical: 'center' };

/** The usual font of a new workbook. */
export const FONT = { name: '等线', size: 11 };

function styleOf({ numberFormat, fill, look = UNDRESSED }: EmulatedCell): CellStyle {
  const { bold = false, size = FONT.size, color, wrap = false, horizontal, vertical = 'bottom', lines = {} } = look;
  const border: BorderStyle = Object.fromEntries(
    Object.entries(lines).map(([side, line]) => [side, { style: 'thin' as const, color: rgb(line) }]),
  );
  return {
    font: { ...FONT, size, bold, ...(color === undefined ? {} : { color: rgb(color) }) },
    alignment: { vertical, wrapText: wrap, ...(horizontal === undefined ? {} : { horizontal }) },
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fill) } }),
    border,
    ...(numberFormat === 'General' ? {} : { numFmt: numberFormat }),
  };
}

function cellsOf(sheet: EmulatedSheet): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [cell, content] of sheet.cells()) {
    const { value, formula, look } = content;
    const link = look?.link;
    cells.set(`${cell.row},${cell.column}`, {
      ...(formula === '' ? { value } : { formula: formula.slice(1), formulaResult: value }),
      style: styleOf(content),
      ...(link === undefined ? {} : { hyperlink: { target: '', location: link } }),
    });
  }
  return cells;
}

/** Widths in characters of seven dots, with five dots beside them. */
function widthsOf(sheet: EmulatedSheet): number[] {
  const used = sheet.usedArea();
  return used === null ? [] : columnWidths(sheet, used.column + used.columnCount).map((dots) => (dots - 5) / 7);
}

/** Heights of rows by how their texts wrap: not every program that opens the file finds them out by itself. */
function heightsOf(sheet: EmulatedSheet, widths: readonly number[]): Map<number, RowDef> {
  const heights = new Map<number, RowDef>();
  for (const [cell, { look = UNDRESSED }] of sheet.cells()) {
    const { rowCount, columnCount } = sheet.mergeAt(cell) ?? { rowCount: 1, columnCount: 1 };
    const width = widths.slice(cell.column, cell.column + columnCount).reduce((sum, one) => sum + one, 0);
    const lines = look.wrap === true ? linesIn(sheet.text(cell), width) : 1;
    const height = Math.ceil(heightFor(lines, look.size ?? FONT.size) / rowCount);
    heights.set(cell.row, { height: Math.max(height, heights.get(cell.row)?.height ?? 0) });
  }
  return heights;
}

function rulesOf({ conditionalFormats }: EmulatedSheet): ConditionalRule[] {
  return conditionalFormats.map(({ area, formula, fill, fontColor }, index) => {
    const style: CellStyle = {
      ...(fontColor === null ? {} : { font: { color: rgb(fontColor) } }),
      ...(fill === null ? {} : { fill: filledWith(fill) }),
    };
    return ruleOn(area, formula, style, index);
  });
}

/** A sheet as it is written into a file, with its looks and its charts. */
export function writtenSheet(sheet: EmulatedSheet): WriteSheet {
  const { furniture, merges, visibility } = sheet;
  const widths = widthsOf(sheet);
  return {
    name: sheet.name,
    rows: [],
    columns: widths.map((width) => ({ width })),
    rowDefs: heightsOf(sheet, widths),
    cells: cellsOf(sheet),
    merges: mergesOf(merges),
    conditionalRules: rulesOf(sheet),
    charts: furniture.charts.flatMap((chart) => (chart.at === null ? [] : [chartOn(sheet.name, chart, chart.at)])),
    view: { showGridLines: furniture.gridlines },
    pageSetup: onePageWide(furniture.landscape),
    ...(visibility === 'Visible' ? {} : { [visibility === 'Hidden' ? 'hidden' : 'veryHidden']: true }),
    ...(furniture.frozenRows > 0 ? { freezePane: { rows: furniture.frozenRows } } : {}),
    ...(furniture.filter === null ? {} : { autoFilter: { range: formatArea(furniture.filter) } }),
  };
}

/** What is printed of a sheet. */
export function printed({ name, furniture: { printArea, printTitles } }: EmulatedSheet): NamedRange[] {
  return printNames(name, printArea === null ? [] : [absoluteArea(printArea)], printTitles);
}
