import { writeXlsx } from 'hucre/xlsx';
import type { SheetLayout } from '../../advice/newForm';
import { absoluteArea, formatAddress, freeName } from '../../sheet/address';
import type { CellValue, SheetSnapshot } from '../../sheet/snapshot';
import { HostError } from '../host';
import { addSheetsOf } from './addedSheets';
import { WorkbookPackage } from './package';
import { recalculate } from './recalculate';
import { dressedCells, mergesOf, onePageWide, printNames, type UsualFont } from './reportWorkbook';
import { root } from './xml';

/** The layout as a sheet reads that holds it, to compute its formulas with. */
function snapshotOf({ name, rows, widths, merges }: SheetLayout): SheetSnapshot {
  const table = <T>(content: (cell: SheetLayout['rows'][number][number]) => T) =>
    rows.map((cells) => cells.map(content));
  return {
    ...{ name, merges, origin: { row: 0, column: 0 }, rowCount: rows.length, columnCount: widths.length },
    values: table(({ value }) => value),
    texts: table(({ value }) => String(value ?? '')),
    formulas: table(({ formula }) => formula ?? ''),
  };
}

/** What the formulas give before anything is filled in, by address: readers that compute nothing look for it. */
function resultsOf(layout: SheetLayout): ReadonlyMap<string, CellValue> {
  const constants = layout.rows.flatMap((cells, row) =>
    cells.flatMap(({ value, formula }, column): [string, CellValue][] =>
      formula === undefined ? [[formatAddress({ row, column }), value]] : [],
    ),
  );
  return recalculate(snapshotOf(layout), new Map(constants));
}

/** The font of a new workbook. */
const USUAL_FONT: UsualFont = { name: '等线', size: 11 };

/** The font of a workbook's cells that have none of their own. */
function usualFont(file: WorkbookPackage): UsualFont {
  const styles = file.relationships(file.workbookPart()).find(({ type }) => type.endsWith('/styles'))?.target ?? '';
  const [font] =
    root(file.text(styles) ?? '<none/>')
      .child('fonts')
      ?.children() ?? [];
  const said = (name: string) => font?.child(name)?.attribute('val') ?? null;
  return { name: said('name') ?? USUAL_FONT.name, size: Number(said('sz') ?? USUAL_FONT.size) };
}

/** A workbook of nothing but the layout, under that name. */
function written(layout: SheetLayout, name: string, font: UsualFont): Promise<Uint8Array> {
  const { rows, widths, merges, styles, landscape, printArea, titleRows } = layout;
  const results = resultsOf(layout);
  const whole = { row: 0, column: 0, rowCount: rows.length, columnCount: widths.length };
  const cells = dressedCells([{ area: whole }, ...styles], font, (cell) => {
    const { value = null, formula } = rows[cell.row]?.[cell.column] ?? {};
    if (formula === undefined) return { value };
    return { formula: formula.slice(1), formulaResult: results.get(formatAddress(cell)) ?? '' };
  });
  const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
  const sheet = {
    ...{ name, cells, merges: mergesOf(merges), columns: widths.map((width) => ({ width })) },
    pageSetup: { ...onePageWide(landscape), margins },
  };
  const names = printNames(name, [absoluteArea(printArea)], `$${titleRows.first + 1}:$${titleRows.last + 1}`);
  return writeXlsx({ sheets: [sheet], namedRanges: names, defaultFont: font });
}

/** A new .xlsx file that holds an empty form and nothing else. */
export function newFormFile(layout: SheetLayout): Promise<Uint8Array> {
  return written(layout, layout.name, USUAL_FONT);
}

/**
 * A copy of an .xlsx or .xlsm file with one more sheet, laid out as a form, under a name that no other sheet has. Only
 * what lists sheets and styles changes besides; what is there keeps its place and look. Rejects with a `HostError` for a
 * workbook whose structure is protected.
 */
export async function withNewSheet(
  bytes: Uint8Array,
  layout: SheetLayout,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const file = WorkbookPackage.open(bytes);
  const { name, font } = WorkbookPackage.guard(() => {
    const workbook = root(file.need(file.workbookPart()));
    if (/^(?:1|true)$/.test(workbook.child('workbookProtection')?.attribute('lockStructure') ?? '')) {
      throw new HostError('protected', '工作簿的结构受保护，不能新建工作表，请先在 Excel 或 WPS 里撤销工作簿保护。');
    }
    const taken = file.tabs().map((tab) => tab.name);
    return { name: freeName(layout.name, taken), font: usualFont(file) };
  });
  const made = await written(layout, name, font);
  return WorkbookPackage.guard(() => {
    addSheetsOf(made, file);
    return { bytes: file.bytes(), name };
  });
}
