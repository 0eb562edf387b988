import { cellAt, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';
import { calculatedOnLoad } from './calculation';
import { writeCells } from './cells';
import { changesOf, hasFormulas } from './editedSnapshot';
import { WorkbookPackage } from './package';

/** A sheet as it stands in the file, and what was entered since, by address. */
export interface SheetEdits {
  readonly original: SheetSnapshot;
  readonly edits: ReadonlyMap<string, CellValue>;
}

/** Takes out the order of calculation, which names cells that have no formula any more; Excel makes it anew. */
function forgetOrder(file: WorkbookPackage): void {
  const workbook = file.workbookPart();
  const chain = file.relationships(workbook).find(({ type }) => type.endsWith('/calcChain'));
  if (chain !== undefined && chain.target !== null) file.drop({ id: chain.id, part: chain.target }, workbook);
}

/** A copy of an .xlsx or .xlsm file with other values in some cells; every other part stays byte for byte. */
export function editedCopy(bytes: Uint8Array, sheets: readonly SheetEdits[]): Uint8Array {
  const edited = sheets.filter(({ edits }) => edits.size > 0);
  if (edited.length === 0) return bytes;
  const file = WorkbookPackage.open(bytes);
  return WorkbookPackage.guard(() => {
    let lostFormula = false;
    const parts = new Map(file.tabs().map(({ name, part }) => [name, part]));
    for (const { original, edits } of edited) {
      const part = parts.get(original.name) ?? null;
      if (part === null) continue;
      const writes = changesOf(original, edits).map(({ cell, value, entered }) => ({
        cell,
        value,
        keepsFormula: !entered,
      }));
      const written = writeCells(file.need(part), writes, (cell) => cellAt(original, cell).formula);
      file.set(part, written.xml);
      lostFormula ||= written.lostFormula;
    }
    if (lostFormula) forgetOrder(file);
    const workbook = file.workbookPart();
    // On any sheet, for formulas look across.
    if (sheets.some(({ original }) => hasFormulas(original))) file.set(workbook, calculatedOnLoad(file.need(workbook)));
    return file.bytes();
  });
}
