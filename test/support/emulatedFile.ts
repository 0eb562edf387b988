import { newWorkbook } from '../../src/host/file/newWorkbook';
import type { EmulatedWorkbook } from '../../src/workbench/emulator';

/** What the cells of an emulated workbook hold as a plain .xlsx file, without comments and looks. */
export function emulatedFile(workbook: EmulatedWorkbook): Uint8Array {
  return newWorkbook(
    workbook.sheets.map((sheet) => {
      const { name, merges } = sheet;
      return { name, area: sheet.usedArea(), cells: sheet.cells(), merges };
    }),
  );
}
