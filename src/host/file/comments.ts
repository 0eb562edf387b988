import { isSigned, signed, unsigned } from '../signature';
import { attribute, child, children, escapeXml, prefixOf, richText, root, unescapeXml, type Element } from './xml';

/** Under this name our comments stand in the file. LibreOffice forgets names, so that the text tells as well. */
export const AUTHOR = '自评表助手';

// What we add to a person's comment is one run of text that begins with this line.
const MARK = `\n${signed('')}`;

/** Legacy comments that only stand in for a thread have an author of this kind. */
const THREAD = 'tc={';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Note {
  /** `I42`, as in the part. */
  readonly address: string;
  readonly author: string;
  readonly element: Element;
}

/** A comments part without any comment. */
export const NO_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${NAMESPACE}"><authors></authors><commentList></commentList></comments>`;

function part(xml: string, local: string): Element | null {
  return child(xml, root(xml), local);
}

function authorsOf(xml: string): string[] {
  const authors = part(xml, 'authors');
  if (authors === null) return [];
  return children(xml, authors.innerStart, authors.innerEnd).map(({ innerStart, innerEnd }) =>
    unescapeXml(xml.slice(innerStart, innerEnd)),
  );
}

/** The comments of a part in the order in which they stand. */
export function notesIn(xml: string): Note[] {
  const names = authorsOf(xml);
  const list = part(xml, 'commentList');
  if (list === null) return [];
  return children(xml, list.innerStart, list.innerEnd).map((element) => ({
    address: (attribute(element.tag, 'ref') ?? '').toUpperCase(),
    author: names[Number(attribute(element.tag, 'authorId') ?? '-1')] ?? '',
    element,
  }));
}

function isOurs(xml: string, note: Note): boolean {
  if (note.author === AUTHOR) return true;
  const text = isThread(note) ? null : textElement(xml, note);
  return text !== null && isSigned(richText(xml, text));
}

/** Whether a comment only stands in for a thread, which is kept in a part of its own. */
export function isThread({ author }: Note): boolean {
  return author.startsWith(THREAD);
}

function textElement(xml: string, note: Note): Element | null {
  return child(xml, note.element, 'text');
}

function runs(xml: string, text: Element): Element[] {
  return children(xml, text.innerStart, text.innerEnd);
}

function ourRun(xml: string, text: Element): Element | null {
  return runs(xml, text).find((run) => run.tag.local === 'r' && richText(xml, run).startsWith(MARK)) ?? null;
}

/** Where our paragraph stands in the text of a person's comment. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A paragraph of ours after the first begins with how loud it is. */
const LATER = /\n\n(?!【)/g;

/**
 * Our paragraph by its content alone, for a comment that another program has saved: it joins runs or divides them anew. What
 * a person wrote below it, after a blank line, is theirs.
 */
function ourSpan(whole: string): Span | null {
  const from = whole.indexOf(MARK);
  if (from < 0) return null;
  LATER.lastIndex = from + MARK.length;
  return { from, to: LATER.exec(whole)?.index ?? whole.length };
}

interface Piece extends Span {
  readonly element: Element;
  /** The run around it; `null` for plain text. */
  readonly run: Element | null;
}

/** The pieces of text of a comment and where each stands in the whole. */
function piecesOf(xml: string, text: Element): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const take = (element: Element, around: Element | null): void => {
    const { length } = unescapeXml(xml.slice(element.innerStart, element.innerEnd));
    pieces.push({ element, run: around, from: at, to: at + length });
    at += length;
  };
  for (const one of runs(xml, text)) {
    if (one.tag.local === 't') take(one, null);
    else if (one.tag.local === 'r') {
      for (const inner of runs(xml, one)) if (inner.tag.local === 't') take(inner, one);
    }
  }
  return pieces;
}

/** The comment without a stretch of its text, whatever runs it is divided into; a run that is left empty goes. */
function withoutSpan(xml: string, text: Element, { from, to }: Span): string {
  let stripped = xml;
  for (const piece of piecesOf(xml, text).reverse()) {
    if (piece.to <= from || piece.from >= to) continue;
    const { element } = piece;
    const said = unescapeXml(xml.slice(element.innerStart, element.innerEnd));
    const kept = said.slice(0, Math.max(0, from - piece.from)) + said.slice(Math.max(0, to - piece.from));
    const gone = kept === '' ? (piece.run ?? element) : element;
    const { name } = element.tag;
    const left = kept === '' ? '' : `<${name} xml:space="preserve">${escapeXml(kept)}</${name}>`;
    stripped = splice(stripped, gone.start, gone.end, left);
  }
  return stripped;
}

function splice(xml: string, from: number, to: number, insert: string): string {
  return xml.slice(0, from) + insert + xml.slice(to);
}

/** Takes our paragraph out of a person's comment, which then stands as before. */
function stripNote(xml: string, note: Note): string {
  const text = textElement(xml, note);
  const ours = text === null ? null : ourRun(xml, text);
  if (text === null) return xml;
  if (ours === null) {
    const span = ourSpan(richText(xml, text));
    return span === null ? xml : withoutSpan(xml, text, span);
  }
  const [only, ...others] = runs(xml, text).filter((run) => run.start !== ours.start);
  const stripped = splice(xml, ours.start, ours.end, '');
  // Plain text that we had to make a run of becomes plain again.
  if (only === undefined || others.length > 0 || only.tag.local !== 'r' || only.end > ours.start) return stripped;
  const [plain, ...styled] = children(xml, only.innerStart, only.innerEnd);
  if (plain?.tag.local !== 't' || styled.length > 0) return stripped;
  return splice(stripped, only.start, only.end, xml.slice(only.innerStart, only.innerEnd));
}

function style(prefix: string): string {
  const names = ['sz val="9"', 'color indexed="81"', 'rFont val="宋体"', 'family val="3"', 'charset val="134"'];
  return `<${prefix}rPr>${names.map((name) => `<${prefix}${name}/>`).join('')}</${prefix}rPr>`;
}

function run(prefix: string, text: string): string {
  return `<${prefix}r>${style(prefix)}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}

/** Adds our paragraph at the end of a person's comment. */
export function extendNote(xml: string, note: Note, addition: string): string {
  const text = textElement(xml, note);
  if (text === null) return xml;
  const prefix = prefixOf(text.tag);
  const parts = runs(xml, text);
  const ours = run(prefix, MARK + addition);
  if (text.tag.kind === 'empty') {
    return splice(xml, text.start, text.end, `<${text.tag.name}>${ours}</${text.tag.name}>`);
  }
  // Readings of characters stand after the last run, and our run before them.
  const last = parts.filter(({ tag }) => tag.local === 't' || tag.local === 'r').at(-1);
  const at = last?.end ?? text.innerStart;
  const extended = splice(xml, at, at, ours);
  if (last?.tag.local !== 't') return extended;
  return splice(extended, last.start, last.end, `<${prefix}r>${xml.slice(last.start, last.end)}</${prefix}r>`);
}

/** The part as it was before we wrote into it, without our name, paragraphs and comments. */
export interface Cleared {
  readonly xml: string;
  /** Where a comment is gone. */
  readonly gone: ReadonlySet<string>;
}

/** Takes ours out; `threads` are the addresses of threads that are gone, whose stand-ins go with them. */
export function removeOurs(xml: string, threads: ReadonlySet<string>): Cleared {
  const gone = new Set<string>();
  let stripped = xml;
  // From the end, so that the places of those before stay true.
  for (const note of notesIn(xml).reverse()) {
    if (isOurs(xml, note) || (isThread(note) && threads.has(note.address))) {
      stripped = splice(stripped, note.element.start, note.element.end, '');
      gone.add(note.address);
    } else stripped = stripNote(stripped, note);
  }
  return { xml: removeAuthor(stripped), gone };
}

function removeAuthor(xml: string): string {
  const authors = part(xml, 'authors');
  if (authors === null) return xml;
  const all = children(xml, authors.innerStart, authors.innerEnd);
  const last = all.at(-1);
  // Comments name their author by its number: only the last name can go without a change to theirs.
  if (last === undefined || unescapeXml(xml.slice(last.innerStart, last.innerEnd)) !== AUTHOR) return xml;
  return splice(xml, last.start, last.end, '');
}

function withAuthor(xml: string): { readonly xml: string; readonly index: number } {
  const names = authorsOf(xml);
  const index = names.indexOf(AUTHOR);
  if (index >= 0) return { xml, index };
  const authors = part(xml, 'authors');
  const prefix = prefixOf(root(xml).tag);
  const author = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  if (authors === null) {
    const at = root(xml).innerStart;
    return { xml: splice(xml, at, at, `<${prefix}authors>${author}</${prefix}authors>`), index: 0 };
  }
  return { xml: append(xml, authors, author), index: names.length };
}

function append(xml: string, element: Element, inside: string): string {
  if (element.tag.kind !== 'empty') return splice(xml, element.innerEnd, element.innerEnd, inside);
  const name = element.tag.name;
  return splice(xml, element.start, element.end, `<${name}${element.tag.attributes}>${inside}</${name}>`);
}

export interface NewNote {
  readonly address: string;
  readonly text: string;
}

/** Adds comments of ours after the others. */
export function addNotes(xml: string, added: readonly NewNote[]): string {
  if (added.length === 0) return xml;
  const authored = withAuthor(xml);
  const list = part(authored.xml, 'commentList');
  if (list === null) return xml;
  const prefix = prefixOf(list.tag);
  const notes = added.map(
    ({ address, text }) =>
      `<${prefix}comment ref="${address}" authorId="${authored.index}"><${prefix}text>${run(prefix, signed(text))}</${prefix}text></${prefix}comment>`,
  );
  return append(authored.xml, list, notes.join(''));
}

/** What we say in a comment, in one of ours or in our paragraph of a person's; `null` where we say nothing. */
export function ourText(xml: string, note: Note): string | null {
  const text = textElement(xml, note);
  if (text === null) return null;
  if (isOurs(xml, note)) return unsigned(richText(xml, text));
  const ours = ourRun(xml, text);
  if (ours !== null) return richText(xml, ours).slice(MARK.length);
  const whole = richText(xml, text);
  const span = ourSpan(whole);
  return span === null ? null : whole.slice(span.from + MARK.length, span.to);
}
