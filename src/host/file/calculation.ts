import { attribute, child, children, inserted, prefixOf, root } from './xml';

// `definedNames` and `calcPr` follow these in a workbook part, and the rest follows them.
const BEFORE_NAMES = new Set([
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

/** A workbook part with an element where names and settings of calculation stand, by the order that the schema asks. */
export function insertBeforeCalculation(xml: string, element: string): string {
  const workbook = root(xml);
  const before = children(xml, workbook).filter(({ tag }) => BEFORE_NAMES.has(tag.local));
  return inserted(xml, before.at(-1)?.end ?? workbook.innerEnd, element);
}

/** A workbook part that tells Excel to compute all formulas when it opens the file. */
export function calculatedOnLoad(xml: string): string {
  const workbook = root(xml);
  const there = child(xml, workbook, 'calcPr');
  if (there === null) {
    return insertBeforeCalculation(xml, `<${prefixOf(workbook.tag)}calcPr fullCalcOnLoad="1"/>`);
  }
  if (attribute(there.tag, 'fullCalcOnLoad') !== null) return xml;
  return inserted(xml, there.start + 1 + there.tag.name.length, ' fullCalcOnLoad="1"');
}
