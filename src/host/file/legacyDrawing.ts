import { attribute, child, children, inserted, prefixOf, root, without } from './xml';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

// What may follow `legacyDrawing` in a sheet by the schema; `AlternateContent` wraps the controls there.
const AFTER = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Namespace of relationship ids and types in a sheet: the strict flavour of the format has its own. */
export function relationshipBase(xml: string): string {
  return root(xml).tag.attributes.includes('http://purl.oclc.org/ooxml/spreadsheetml/main') ? STRICT : TRANSITIONAL;
}

/** The relationship id of the drawing with the sheet's comment boxes; `null` where the sheet has none. */
export function drawingId(xml: string): string | null {
  const element = child(xml, root(xml), 'legacyDrawing');
  return element && attribute(element.tag, 'id');
}

/** Names the drawing in the sheet, at the place that the schema gives it; all else keeps every character. */
export function addDrawing(xml: string, id: string): string {
  const sheet = root(xml);
  const all = children(xml, sheet);
  const data = all.findIndex(({ tag }) => tag.local === 'sheetData');
  const next = all.find(({ tag }, index) => index > data && AFTER.has(tag.local));
  const at = next?.start ?? sheet.innerEnd;
  const element = `<${prefixOf(sheet.tag)}legacyDrawing xmlns:r="${relationshipBase(xml)}" r:id="${id}"/>`;
  return inserted(xml, at, element);
}

export function removeDrawing(xml: string): string {
  const element = child(xml, root(xml), 'legacyDrawing');
  return element === null ? xml : without(xml, [element]);
}
