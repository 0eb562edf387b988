import { severityIn } from '../../advice/annotations';
import type { PlannedComment } from '../../advice/plan';
import { formatAddress, parseAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { groupBy } from '../../sheet/lists';
import { HostError, signed } from '../host';
import { unreadable } from '../limits';
import { boxFor, lengthsOf } from './boxes';
import {
  addNotes,
  extendNotes,
  isThread,
  NO_COMMENTS,
  notesIn,
  ourText,
  removeOurs,
  type NewNote,
  type Note,
} from './comments';
import { relationshipBase, WorkbookPackage, type Linked, type Relationship } from './package';
import { addReplies, ourPosts, removePosts, settlePerson } from './threads';
import { addDrawing, addShapes, drawingId, isEmptyDrawing, NO_SHAPES, removeDrawing, removeShapes } from './vml';
import { readWorkbook, type WorkbookFile } from './readWorkbook';

const COMMENTS_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_CONTENT = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const NO_PLACE = '工作簿里找不到工作表对应的部件，批注写不进去：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试';

interface SheetParts {
  readonly sheet: string;
  readonly comments: Linked | null;
  readonly threads: string | null;
  readonly drawing: Linked | null;
}

function partsOf(file: WorkbookPackage, sheet: string): SheetParts {
  const relationships = file.relationships(sheet);
  const find = (matches: (one: Relationship) => boolean): Linked | null => {
    const { id = '', target: part = null } = relationships.find(matches) ?? {};
    return part !== null && file.has(part) ? { id, part } : null;
  };
  const drawn = drawingId(file.need(sheet));
  return {
    sheet,
    comments: find(({ type }) => type.endsWith('/comments')),
    threads: find(({ type }) => type.endsWith('/threadedComment'))?.part ?? null,
    drawing: drawn === null ? null : find(({ id }) => id === drawn),
  };
}

/** Says whether there was anything to change. */
function changeText(file: WorkbookPackage, part: string, change: (xml: string) => string): boolean {
  const xml = file.need(part);
  const changed = change(xml);
  if (changed !== xml) file.set(part, changed);
  return changed !== xml;
}

/** Takes all of ours out of a sheet, with the parts that only we needed. */
function clearSheet(file: WorkbookPackage, { sheet, comments, threads, drawing }: SheetParts): void {
  const cleared = threads === null ? null : removePosts(file.need(threads));
  if (cleared !== null && threads !== null) changeText(file, threads, () => cleared.xml);
  if (comments === null) return;
  const before = file.need(comments.part);
  const { xml, gone } = removeOurs(before, cleared?.gone ?? new Set());
  if (xml === before) return;
  file.set(comments.part, xml);
  if (notesIn(xml).length === 0) file.drop(comments, sheet);
  if (drawing === null || gone.size === 0) return;
  changeText(file, drawing.part, (shapes) => removeShapes(shapes, (cell) => gone.has(formatAddress(cell))));
  if (!isEmptyDrawing(file.need(drawing.part))) return;
  file.drop(drawing, sheet);
  changeText(file, sheet, removeDrawing);
}

function ensureComments(file: WorkbookPackage, { sheet, comments }: SheetParts): string {
  if (comments !== null) return comments.part;
  const relation = `${relationshipBase(file.need(sheet))}/comments`;
  return file.add('xl/comments{}.xml', NO_COMMENTS, COMMENTS_CONTENT, sheet, relation).part;
}

function ensureDrawing(file: WorkbookPackage, { sheet, drawing }: SheetParts): string {
  if (drawing !== null) return drawing.part;
  const relation = `${relationshipBase(file.need(sheet))}/vmlDrawing`;
  const { id, part } = file.add('xl/drawings/vmlDrawing{}.vml', NO_SHAPES, DRAWING_CONTENT, sheet, relation);
  changeText(file, sheet, (xml) => addDrawing(xml, id));
  return part;
}

/** Places the comments on a sheet without any of ours; says whether one became a reply in a thread. */
function placeComments(file: WorkbookPackage, parts: SheetParts, comments: readonly PlannedComment[]): boolean {
  const part = ensureComments(file, parts);
  const there = new Map(notesIn(file.need(part)).map((note) => [note.address, note]));
  const added: (NewNote & { readonly cell: CellRef })[] = [];
  const extended = new Map<Note, string>();
  const replies = new Map<string, string>();
  for (const { cell, text } of comments) {
    const address = formatAddress(cell);
    const note = there.get(address);
    if (note === undefined) added.push({ cell, address, text });
    else extended.set(note, text);
    // Programs that know no threads show this comment in place of the thread, so both must say the same.
    if (note !== undefined && isThread(note)) replies.set(address, text);
  }
  changeText(file, part, (xml) => addNotes(extendNotes(xml, extended), added));
  const { threads } = parts;
  const replied = threads !== null && changeText(file, threads, (xml) => addReplies(xml, replies));
  if (added.length === 0) return replied;
  const drawing = ensureDrawing(file, parts);
  const lengths = lengthsOf(file.need(parts.sheet));
  const shapes = added.map(({ cell, text }) => ({ cell, box: boxFor(cell, signed(text), lengths) }));
  changeText(file, drawing, (xml) => addShapes(xml, shapes));
  return replied;
}

/**
 * A copy of an .xlsx or .xlsm file in which our comments are exactly these; ours of an earlier run are taken out, on
 * all sheets. Nothing else changes: every part but comments, their drawings and what names them stays byte for byte,
 * and a sheet's own part gains one element.
 *
 * A cell takes one comment. Where a person's stands, ours follows it as a paragraph under our name, and where a
 * thread stands, as a reply and as a paragraph of what stands in for the thread; all are taken out again exactly.
 *
 * Throws a `HostError` for a file of another kind (which its name tells where it is text), damaged, locked or too large.
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  comments: ReadonlyMap<string, readonly PlannedComment[]>,
  name = '',
): Uint8Array {
  const file = WorkbookPackage.open(bytes, name);
  return WorkbookPackage.guard(() => {
    let replied = false;
    const bySheet = groupBy(file.tabs(), ({ part }) => part);
    const placed = new Set([...bySheet.values()].flat().map(({ name }) => name));
    for (const [name, { length }] of comments) if (length > 0 && !placed.has(name)) throw unreadable(NO_PLACE);
    for (const [sheet, tabs] of bySheet) {
      // Two tabs that lead to one part show the same cells, but one may be hidden and have no comments.
      const planned = tabs.flatMap(({ name }) => [comments.get(name) ?? []]).find(({ length }) => length > 0) ?? [];
      if (planned.length === 0 && !file.relationships(sheet).some(({ type }) => type.endsWith('/comments'))) continue;
      clearSheet(file, partsOf(file, sheet));
      if (planned.length > 0 && placeComments(file, partsOf(file, sheet), planned)) replied = true;
    }
    settlePerson(file, replied);
    return file.bytes();
  });
}

/** Our comments as they stand in a file, by the name of their sheet. Throws a `HostError` as `annotateWorkbook` does. */
export function annotationsIn(bytes: Uint8Array): Map<string, readonly PlannedComment[]> {
  const file = WorkbookPackage.open(bytes);
  return WorkbookPackage.guard(
    () => new Map(file.tabs().map(({ name, part }) => [name, part === null ? [] : annotationsOf(file, part)])),
  );
}

function annotationsOf(file: WorkbookPackage, sheet: string): PlannedComment[] {
  const { comments, threads } = partsOf(file, sheet);
  const xml = comments === null ? null : file.need(comments.part);
  const posts = threads === null ? [] : ourPosts(file.need(threads));
  const answered = new Set(posts.map(({ address }) => address));
  // What stands in for a thread says the same once more.
  const notes = (xml === null ? [] : notesIn(xml)).filter((note) => !isThread(note) || !answered.has(note.address));
  const said = [...notes.map((note) => ({ address: note.address, text: ourText(note) })), ...posts];
  return said.flatMap(({ address, text }): PlannedComment[] => {
    const cell = parseAddress(address);
    if (cell === null || text === null) return [];
    return [{ cell, severity: severityIn(text), text }];
  });
}

/** A workbook file with all that a page needs of it; plain data, so that it may be read in a worker. */
export interface OpenedWorkbook {
  readonly bytes: Uint8Array;
  readonly file: WorkbookFile;
  /** Our comments in it, by the names of its sheets. */
  readonly ours: ReadonlyMap<string, readonly PlannedComment[]>;
}

/** Throws a `HostError` for a file that can't be read. Broken comments do not keep its cells from being read. */
export function openWorkbook(bytes: Uint8Array, name: string): OpenedWorkbook {
  const file = readWorkbook(bytes, name);
  try {
    return { bytes, file, ours: file.annotatable ? annotationsIn(bytes) : new Map() };
  } catch (cause) {
    if (cause instanceof HostError) return { bytes, file, ours: new Map() };
    throw cause;
  }
}
