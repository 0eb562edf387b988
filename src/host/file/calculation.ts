import { attribute, children, prefixOf, root } from './xml';

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
  const all = children(xml, workbook.innerStart, workbook.innerEnd);
  const at = all.filter(({ tag }) => BEFORE_NAMES.has(tag.local)).at(-1)?.end ?? workbook.innerEnd;
  return xml.slice(0, at) + element + xml.slice(at);
}

/** A workbook part that tells Excel to compute all formulas when it opens the file. */
export function calculatedOnLoad(xml: string): string {
  const workbook = root(xml);
  const all = children(xml, workbook.innerStart, workbook.innerEnd);
  const there = all.find(({ tag }) => tag.local === 'calcPr');
  if (there === undefined) {
    return insertBeforeCalculation(xml, `<${prefixOf(workbook.tag)}calcPr fullCalcOnLoad="1"/>`);
  }
  if (attribute(there.tag, 'fullCalcOnLoad') !== null) return xml;
  const at = there.start + 1 + there.tag.name.length;
  return `${xml.slice(0, at)} fullCalcOnLoad="1"${xml.slice(at)}`;
}
