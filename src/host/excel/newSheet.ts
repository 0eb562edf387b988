import type { SheetLayout } from '../../advice/newForm';
import type { SheetInfo } from '../host';
import { areaRange, run, valueInput } from './run';
import { dress, layOut, SheetWriting } from './sheetWriting';

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
      layOut(sheet, layout.widths, layout.landscape);
      areaRange(sheet, whole).formulas = layout.rows.map((row) =>
        row.map(({ value, formula }) => formula ?? valueInput(value)),
      );
      for (const area of layout.merges) areaRange(sheet, area).merge();
      sheet.pageLayout.setPrintArea(areaRange(sheet, layout.printArea));
      sheet.pageLayout.setPrintTitleRows(`$${layout.titleRows.first + 1}:$${layout.titleRows.last + 1}`);
      sheet.activate();
      writing.finish(sheet);
      await context.sync();
      return { id: sheet.id, name: sheet.name, active: true };
    });
  } catch (error) {
    return writing.settle(error);
  }
}
