import { cellAt, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';
import { writeCells } from './cells';
import { changesOf, hasFormulas } from './editedSnapshot';
import { WorkbookPackage } from './package';
import { attribute, children, prefixOf, root } from './xml';

/** A sheet as it stands in the file, and what was entered since, by address. */
export interface SheetEdits {
  readonly original: SheetSnapshot;
  readonly edits: ReadonlyMap<string, CellValue>;
}

// `calcPr` follows these in a workbook part, and the rest follows it.
const BEFORE_CALCULATION = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** A workbook part that tells Excel to compute all formulas when it opens the file. */
function calculatedOnLoad(xml: string): string {
  const workbook = root(xml);
  const all = children(xml, workbook.innerStart, workbook.innerEnd);
  const there = all.find(({ tag }) => tag.local === 'calcPr');
  if (there === undefined) {
    const at = all.filter(({ tag }) => BEFORE_CALCULATION.has(tag.local)).at(-1)?.end ?? workbook.innerEnd;
    return `${xml.slice(0, at)}<${prefixOf(workbook.tag)}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
  }
  if (attribute(there.tag, 'fullCalcOnLoad') !== null) return xml;
  const at = there.start + 1 + there.tag.name.length;
  return `${xml.slice(0, at)} fullCalcOnLoad="1"${xml.slice(at)}`;
}

/** Takes out the order of calculation, which names cells that have no formula any more; Excel makes it anew. */
function forgetOrder(file: WorkbookPackage): void {
  const workbook = file.workbookPart();
  const chain = file.relationships(workbook).find(({ type }) => type.endsWith('/calcChain'));
  if (chain?.target === null || chain === undefined) return;
  file.unrelate(workbook, chain.id);
  file.undeclare(chain.target);
  file.remove(chain.target);
}

/** A copy of an .xlsx or .xlsm file with other values in some cells; every other part stays byte for byte. */
export function editedCopy(bytes: Uint8Array, sheets: readonly SheetEdits[]): Uint8Array {
  const edited = sheets.filter(({ edits }) => edits.size > 0);
  if (edited.length === 0) return bytes;
  const file = WorkbookPackage.open(bytes);
  return WorkbookPackage.guard(() => {
    let lostFormula = false;
    for (const { original, edits } of edited) {
      const part = file.sheetPart(original.name);
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
