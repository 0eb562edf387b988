import {
  LINE_COLOR,
  LOOKS,
  SERIES_COLORS,
  styledAreas,
  TONES,
  type ReportChart,
  type ReportSheet,
  type ReportValue,
} from '../../advice/reportSheet';
import { formatAddress } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';
import type { ReportOutcome } from '../host';
import { run } from './run';
import { SheetWriting } from './sheetWriting';
import { textInput } from './textInput';

/** The custom property by which a sheet of ours is known, whatever it is called by now. */
const MARK = 'zipingbiao.report';

const FIRST_COLUMN_WIDTH = 5.6;
/** Rows that are written in one request; a request may not exceed 5 MB. */
const BLOCK_ROWS = 2_000;

interface Existing {
  readonly name: string;
  readonly id: string;
  /** Which of our pages it is; `null` for anybody else's sheet. */
  readonly mark: string | null;
}

async function existingSheets(context: Excel.RequestContext): Promise<Existing[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const property = sheet.customProperties.getItemOrNullObject(MARK);
    property.load('value');
    return { sheet, property };
  });
  await context.sync();
  return asked.map(({ sheet: { id, name }, property }) => ({
    id,
    name,
    mark: property.isNullObject ? null : property.value,
  }));
}

function areaRange(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

function input(value: ReportValue): string | number {
  if (value === null) return '';
  return typeof value === 'number' ? value : textInput(value, 'General');
}

function widthOf({ rows }: ReportSheet): number {
  return Math.max(1, ...rows.map(({ cells }) => cells.length));
}

/** Empties a sheet of ours, so that it is written anew in its place and what refers to it stays whole. */
function empty(sheet: Excel.Worksheet, charts: readonly Excel.Chart[]): void {
  charts.forEach((chart) => chart.delete());
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  const all = sheet.getRange();
  all.conditionalFormats.clearAll();
  all.clear();
}

function addChart(sheet: Excel.Worksheet, { kind, title, categories, series, at }: ReportChart): void {
  const [first] = series;
  if (first === undefined) return;
  const type = kind === 'bar' ? Excel.ChartType.barClustered : Excel.ChartType.columnClustered;
  const chart = sheet.charts.add(type, areaRange(sheet, first.values), Excel.ChartSeriesBy.columns);
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  series.forEach(({ name, values }, index) => {
    const line = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    line.name = name;
    if (index > 0) line.setValues(areaRange(sheet, values));
    line.setXAxisValues(areaRange(sheet, categories));
    line.format.fill.setSolidColor(SERIES_COLORS[index] ?? SERIES_COLORS[0]);
    line.hasDataLabels = true;
  });
  // Bars are drawn from below otherwise.
  if (kind === 'bar') chart.axes.categoryAxis.reversePlotOrder = true;
  const last = { row: at.row + at.rowCount - 1, column: at.column + at.columnCount - 1, rowCount: 1, columnCount: 1 };
  chart.setPosition(areaRange(sheet, { ...at, rowCount: 1, columnCount: 1 }), areaRange(sheet, last));
}

function dress(sheet: Excel.Worksheet, page: ReportSheet): void {
  page.widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * FIRST_COLUMN_WIDTH;
  });
  for (const { style, area } of styledAreas(page)) {
    const { bold, size, color, fill, wrap, lined } = LOOKS[style];
    const { format } = areaRange(sheet, area);
    format.font.bold = bold;
    format.font.size = size;
    format.font.color = color;
    format.verticalAlignment = style === 'heading' ? Excel.VerticalAlignment.center : Excel.VerticalAlignment.top;
    if (wrap) format.wrapText = true;
    if (fill !== null) format.fill.color = fill;
    if (!lined) continue;
    for (const edge of [Excel.BorderIndex.edgeBottom, Excel.BorderIndex.insideHorizontal]) {
      if (edge === Excel.BorderIndex.insideHorizontal && area.rowCount === 1) continue;
      const border = format.borders.getItem(edge);
      border.style = Excel.BorderLineStyle.continuous;
      border.color = LINE_COLOR;
    }
  }
  for (const { area, format } of page.formats) areaRange(sheet, area).numberFormat = filled(area, format);
  for (const { area, formula, tone } of page.highlights) {
    const { custom } = areaRange(sheet, area).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = formula;
    custom.format.fill.color = TONES[tone].fill;
    custom.format.font.color = TONES[tone].font;
  }
}

function filled(area: Area, value: string): string[][] {
  return Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => value));
}

function quoteName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A new sheet with the page's mark, or the one that has the mark, emptied. */
async function prepare(
  context: Excel.RequestContext,
  page: ReportSheet,
  writing: SheetWriting,
): Promise<Excel.Worksheet> {
  const existing = await existingSheets(context);
  const { worksheets } = context.workbook;
  const names = existing.map(({ name }) => name);
  const ours = existing.find(({ mark }) => mark === page.id);
  if (ours === undefined) {
    const sheet = writing.add(worksheets, page.name, names);
    sheet.customProperties.add(MARK, page.id);
    return sheet;
  }
  const sheet = worksheets.getItem(ours.id);
  writing.replace(sheet, { name: ours.name, wanted: page.name }, names);
  const { charts } = sheet;
  charts.load('items/id');
  await context.sync();
  writing.emptied();
  empty(sheet, charts.items);
  return sheet;
}

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  page: ReportSheet,
  from: number,
): Promise<void> {
  const width = widthOf(page);
  const rows = page.rows.slice(from, from + BLOCK_ROWS);
  if (rows.length === 0) return;
  sheet.getRangeByIndexes(from, 0, rows.length, width).values = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => input(cells[column] ?? null)),
  );
  await context.sync();
  await writeRows(context, sheet, page, from + BLOCK_ROWS);
}

function furnish(sheet: Excel.Worksheet, page: ReportSheet): void {
  for (const { cell, sheet: name, target } of page.links) {
    sheet.getCell(cell.row, cell.column).hyperlink = {
      documentReference: `${quoteName(name)}!${formatAddress(target)}`,
      textToDisplay: formatAddress(target),
      screenTip: `到“${name}”的 ${formatAddress(target)}`,
    };
  }
  if (page.freezeRows > 0) sheet.freezePanes.freezeRows(page.freezeRows);
  if (page.filter !== null) sheet.autoFilter.apply(areaRange(sheet, page.filter));
  sheet.pageLayout.orientation = page.landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  page.charts.forEach((chart) => addChart(sheet, chart));
}

async function writePage(page: ReportSheet): Promise<string> {
  const writing = new SheetWriting();
  try {
    return await run(async (context) => {
      const sheet = await prepare(context, page, writing);
      sheet.showGridlines = false;
      await writeRows(context, sheet, page, 0);
      dress(sheet, page);
      furnish(sheet, page);
      writing.finish(sheet);
      await context.sync();
      return sheet.name;
    });
  } catch (error) {
    return (await writing.settle(error)).name;
  }
}

/**
 * Writes pages of ours into the workbook: a page that was written before is replaced where it stands, whatever it is
 * called by now; a name that belongs to another sheet is left alone and ours gets a number.
 */
export async function writePages(pages: readonly ReportSheet[]): Promise<ReportOutcome> {
  const [page, ...rest] = pages;
  if (page === undefined) return { sheets: [] };
  const name = await writePage(page);
  const { sheets } = await writePages(rest);
  return { sheets: [name, ...sheets] };
}
