import type { CellRef } from '../../sheet/snapshot';
import type { Box } from './boxes';
import { relationshipBase } from './package';
import { attribute, inserted, root, tags, without, XmlError } from './xml';

const SHAPE_TYPE = '_x0000_t202';

const DECLARED =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** A drawing part that holds comment boxes, without any. */
export const NO_SHAPES = `<xml ${DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

interface Shape {
  readonly start: number;
  readonly end: number;
  /** The cell whose comment it shows; `null` for buttons and other drawings. */
  readonly cell: CellRef | null;
}

/**
 * The shapes of a drawing. Excel writes HTML into the text boxes of its buttons, with `<br>` left open, so that the
 * tags are taken one after the other and not as a tree.
 */
function shapesIn(xml: string): Shape[] {
  const shapes: Shape[] = [];
  let start = -1;
  let note = false;
  let cell = { row: -1, column: -1 };
  for (const tag of tags(xml)) {
    if (tag.local === 'shape') {
      if (tag.kind === 'open') {
        start = tag.start;
        note = false;
        cell = { row: -1, column: -1 };
      } else if (start >= 0) {
        shapes.push({ start, end: tag.end, cell: note ? cell : null });
        start = -1;
      }
    } else if (tag.kind !== 'open') continue;
    else if (tag.local === 'ClientData') note = attribute(tag, 'ObjectType') === 'Note';
    else if (tag.local === 'Row') cell = { ...cell, row: numberAt(xml, tag.end) };
    else if (tag.local === 'Column') cell = { ...cell, column: numberAt(xml, tag.end) };
  }
  return shapes;
}

function numberAt(xml: string, at: number): number {
  const match = /^\s*([0-9]{1,7})\s*</.exec(xml.slice(at, at + 40));
  return match === null ? -1 : Number(match[1]);
}

/** Whether a drawing part shows nothing any more. */
export function isEmptyDrawing(xml: string): boolean {
  for (const { local } of tags(xml)) {
    if (['shape', 'rect', 'line', 'oval', 'roundrect', 'group', 'image', 'polyline'].includes(local)) return false;
  }
  return true;
}

/** Takes out the boxes of the comments on these cells. */
export function removeShapes(xml: string, isGone: (cell: CellRef) => boolean): string {
  const gone = shapesIn(xml).filter(({ cell }) => cell !== null && isGone(cell));
  return without(xml, gone);
}

export interface NewShape {
  readonly cell: CellRef;
  readonly box: Box;
}

/** Adds a hidden box for each comment. The prefixes are declared on each shape, whatever the part calls them. */
export function addShapes(xml: string, added: readonly NewShape[]): string {
  const ids = [...xml.matchAll(/_x0000_s([0-9]{1,9})/g)].map(([, id]) => Number(id));
  let next = ids.reduce((most, id) => Math.max(most, id), 1024);
  const shapes = added.map(({ cell, box }) => {
    next += 1;
    return (
      `<v:shape ${DECLARED} id="_x0000_s${next}" type="#${SHAPE_TYPE}" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:${box.width * 0.75}pt;height:${box.height * 0.75}pt;z-index:${next - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${box.anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${cell.row}</x:Row><x:Column>${cell.column}</x:Column></x:ClientData></v:shape>`
    );
  });
  const end = xml.lastIndexOf('</');
  if (end < 0) throw new XmlError('no end of drawing');
  return inserted(xml, end, shapes.join(''));
}

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

/** The relationship id of the drawing with the sheet's comment boxes; `null` where the sheet has none. */
export function drawingId(xml: string): string | null {
  return root(xml).child('legacyDrawing')?.attribute('id') ?? null;
}

/** Names the drawing in the sheet, at the place that the schema gives it; all else keeps every character. */
export function addDrawing(xml: string, id: string): string {
  const sheet = root(xml);
  const all = sheet.children();
  const data = all.findIndex(({ tag }) => tag.local === 'sheetData');
  const next = all.find(({ tag }, index) => index > data && AFTER.has(tag.local));
  const at = next?.start ?? sheet.innerEnd;
  const element = `<${sheet.prefix}legacyDrawing xmlns:r="${relationshipBase(xml)}" r:id="${id}"/>`;
  return inserted(xml, at, element);
}

export function removeDrawing(xml: string): string {
  const element = root(xml).child('legacyDrawing');
  return element === null ? xml : without(xml, [element]);
}
