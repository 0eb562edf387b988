import type { LayoutCell, LayoutStyle, SheetLayout } from '../../advice/newForm';
import type { Area } from '../../sheet/snapshot';
import type { SheetInfo } from '../host';
import { run } from './run';
import { SheetWriting } from './sheetWriting';
import { textInput } from './textInput';

/** Points for one character of the usual font, roughly: a width in Office.js is not in characters. */
const CHARACTER = 5.6;

const LINES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const satisfies readonly `${Excel.BorderIndex}`[];

function input({ value, formula }: LayoutCell): string | number | boolean {
  if (formula !== undefined) return formula;
  return typeof value === 'string' ? textInput(value, 'General') : (value ?? '');
}

function areaRange(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

function dress(sheet: Excel.Worksheet, { area, ...style }: LayoutStyle): void {
  const range = areaRange(sheet, area);
  const { bold, size, align, wrap, lined, numberFormat } = style;
  if (bold !== undefined) range.format.font.bold = bold;
  if (size !== undefined) range.format.font.size = size;
  if (wrap !== undefined) range.format.wrapText = wrap;
  if (align !== undefined) {
    range.format.horizontalAlignment =
      align === 'center' ? Excel.HorizontalAlignment.center : Excel.HorizontalAlignment.left;
    range.format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  if (lined === true) {
    // Excel refuses lines inside a single row or column.
    const inside = { InsideHorizontal: area.rowCount > 1, InsideVertical: area.columnCount > 1 };
    for (const edge of LINES) {
      if (edge === 'InsideHorizontal' || edge === 'InsideVertical' ? inside[edge] : true) {
        range.format.borders.getItem(edge).style = 'Continuous';
      }
    }
  }
  if (numberFormat !== undefined) {
    range.numberFormat = Array.from({ length: area.rowCount }, () =>
      Array.from({ length: area.columnCount }, () => numberFormat),
    );
  }
}

function print(sheet: Excel.Worksheet, { printArea, titleRows, landscape }: SheetLayout): void {
  sheet.pageLayout.setPrintArea(areaRange(sheet, printArea));
  sheet.pageLayout.setPrintTitleRows(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
  sheet.pageLayout.orientation = landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
}

/** Adds a sheet as a layout has it, in front, under a name that no other sheet has. */
export async function addLaidOutSheet(layout: SheetLayout): Promise<SheetInfo> {
  const writing = new SheetWriting();
  try {
    return await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      const taken = worksheets.items.map(({ name }) => name);
      const sheet = writing.add(worksheets, layout.name, taken);
      const whole = { row: 0, column: 0, rowCount: layout.rows.length, columnCount: layout.widths.length };
      for (const style of layout.styles) dress(sheet, style);
      layout.widths.forEach((width, column) => {
        areaRange(sheet, { ...whole, column, columnCount: 1 }).format.columnWidth = width * CHARACTER;
      });
      areaRange(sheet, whole).formulas = layout.rows.map((row) => row.map(input));
      for (const area of layout.merges) areaRange(sheet, area).merge();
      print(sheet, layout);
      sheet.activate();
      writing.finish(sheet);
      await context.sync();
      return { id: sheet.id, name: sheet.name, active: true };
    });
  } catch (error) {
    return writing.settle(error);
  }
}
