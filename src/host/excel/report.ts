import { largest } from '../../sheet/lists';
import { dressedAreas, SERIES_COLORS, TONES, type ReportChart, type ReportSheet } from '../../advice/reportSheet';
import { formatAddress, formatArea, quoteSheet } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';
import type { RemovalOutcome, ReportOutcome, SheetInfo } from '../host';
import { areaOf, areaRange, loadArea, run, valueInput } from './run';
import { dress, isUnderway, layOut, SheetWriting } from './sheetWriting';

/** The custom property by which a sheet of ours is known, whatever it is called by now. */
const MARK = 'zipingbiao.report';
/** The custom property that tells what was written, so that what a person wrote into it since is seen. */
const WRITTEN = 'zipingbiao.written';

/** Rows that are written in one request; a request may not exceed 5 MB. */
const BLOCK_ROWS = 2_000;

interface Existing {
  readonly sheet: Excel.Worksheet;
  /** Which of our pages it is; `null` for anybody else's sheet. */
  readonly mark: string | null;
}

async function existingSheets(context: Excel.RequestContext): Promise<Existing[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const asked = worksheets.items.map((sheet) => ({ sheet, property: loadProperty(sheet, MARK) }));
  await context.sync();
  return asked.map(({ sheet, property }) => ({ sheet, mark: property.isNullObject ? null : property.value }));
}

function loadProperty(sheet: Excel.Worksheet, key: string): Excel.WorksheetCustomProperty {
  const property = sheet.customProperties.getItemOrNullObject(key);
  property.load('value');
  return property;
}

/** A hash (FNV-1a) of the values in an area, continued from that of the rows before it. */
async function hashOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  hash: number,
): Promise<number> {
  const rowCount = Math.min(BLOCK_ROWS, area.rowCount);
  if (rowCount === 0) return hash;
  const block = areaRange(sheet, { ...area, rowCount });
  block.load('values');
  await context.sync();
  let next = hash;
  for (const character of JSON.stringify(block.values)) {
    next = Math.imul(next ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hashOf(context, sheet, { ...area, row: area.row + rowCount, rowCount: area.rowCount - rowCount }, next);
}

/** The used area of a sheet and a hash of its values. */
async function fingerprint(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string> {
  const used = sheet.getUsedRangeOrNullObject(true);
  loadArea(used);
  await context.sync();
  if (used.isNullObject) return '';
  const area = areaOf(used);
  return `${formatArea(area)} ${await hashOf(context, sheet, area, 0x811c9dc5)}`;
}

/** Whether a sheet holds what was written into it, and nothing of anybody's. */
async function isUntouched(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<boolean> {
  const written = loadProperty(sheet, WRITTEN);
  const now = await fingerprint(context, sheet);
  return !written.isNullObject && written.value === now;
}

/** The sheet of a page of ours that may be written anew: half of one that was interrupted, or one that nobody changed. */
async function replaceable(
  context: Excel.RequestContext,
  [first, ...rest]: readonly Existing[],
  id: string,
): Promise<Excel.Worksheet | null> {
  if (first === undefined) return null;
  const { sheet, mark } = first;
  if (mark === id && (isUnderway(sheet.name) || (await isUntouched(context, sheet)))) return sheet;
  return replaceable(context, rest, id);
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
  const last = { row: at.row + at.rowCount - 1, column: at.column + at.columnCount - 1 };
  chart.setPosition(sheet.getCell(at.row, at.column), sheet.getCell(last.row, last.column));
}

function decorate(sheet: Excel.Worksheet, page: ReportSheet): void {
  layOut(sheet, page.widths, page.landscape);
  for (const area of dressedAreas(page)) dress(sheet, area);
  for (const { area, formula, tone } of page.highlights) {
    const { custom } = areaRange(sheet, area).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = formula;
    custom.format.fill.color = TONES[tone].fill;
    custom.format.font.color = TONES[tone].font;
  }
}

/** A new sheet with the page's mark, or the one that has the mark, emptied. */
async function prepare(
  context: Excel.RequestContext,
  page: ReportSheet,
  writing: SheetWriting,
): Promise<Excel.Worksheet> {
  const existing = await existingSheets(context);
  const names = existing.map(({ sheet: { name } }) => name);
  const sheet = await replaceable(context, existing, page.id);
  if (sheet === null) {
    const added = writing.add(context.workbook.worksheets, page.name, names);
    added.customProperties.add(MARK, page.id);
    return added;
  }
  writing.replace(sheet, { name: sheet.name, wanted: page.name }, names);
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
  const width = largest(
    page.rows.map(({ cells }) => cells.length),
    1,
  );
  const rows = page.rows.slice(from, from + BLOCK_ROWS);
  if (rows.length === 0) return;
  sheet.getRangeByIndexes(from, 0, rows.length, width).values = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => valueInput(cells[column] ?? null)),
  );
  await context.sync();
  await writeRows(context, sheet, page, from + BLOCK_ROWS);
}

function furnish(sheet: Excel.Worksheet, page: ReportSheet): void {
  for (const { cell, sheet: name, target } of page.links) {
    sheet.getCell(cell.row, cell.column).hyperlink = {
      documentReference: `${quoteSheet(name)}!${formatAddress(target)}`,
      textToDisplay: formatAddress(target),
      screenTip: `到“${name}”的 ${formatAddress(target)}`,
    };
  }
  if (page.freezeRows > 0) sheet.freezePanes.freezeRows(page.freezeRows);
  if (page.filter !== null) sheet.autoFilter.apply(areaRange(sheet, page.filter));
  page.charts.forEach((chart) => addChart(sheet, chart));
}

async function writePage(page: ReportSheet, writing: SheetWriting): Promise<Pick<SheetInfo, 'id' | 'name'>> {
  try {
    return await run(async (context) => {
      const sheet = await prepare(context, page, writing);
      sheet.showGridlines = false;
      await writeRows(context, sheet, page, 0);
      decorate(sheet, page);
      furnish(sheet, page);
      sheet.customProperties.add(WRITTEN, await fingerprint(context, sheet));
      writing.finish(sheet);
      await context.sync();
      return sheet;
    });
  } catch (error) {
    return writing.settle(error);
  }
}

/**
 * Writes pages of ours into the workbook: a page that was written before is replaced where it stands, whatever it is
 * called by now, unless somebody wrote into it; a name that belongs to another sheet is left alone and ours gets a
 * number.
 */
export async function writePages(pages: readonly ReportSheet[]): Promise<ReportOutcome> {
  const [page, ...rest] = pages;
  if (page === undefined) return { sheets: [], added: [] };
  const writing = new SheetWriting();
  const { id, name } = await writePage(page, writing);
  const { sheets, added } = await writePages(rest);
  return { sheets: [name, ...sheets], added: writing.adds ? [id, ...added] : added };
}

/** Takes pages of ours away again, except those that somebody wrote into. */
export function removePages(ids: readonly string[]): Promise<RemovalOutcome> {
  return run(async (context) => {
    const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
    sheets.forEach((sheet) => sheet.load('name'));
    await context.sync();
    const removed: string[] = [];
    const kept: string[] = [];
    for (const sheet of sheets.filter(({ isNullObject }) => !isNullObject)) {
      if (await isUntouched(context, sheet)) {
        removed.push(sheet.name);
        sheet.delete();
      } else kept.push(sheet.name);
    }
    await context.sync();
    return { removed, kept };
  });
}
