import { isSigned, signed, unsigned } from '../signature';
import {
  appended,
  attribute,
  child,
  children,
  escapeXml,
  inserted,
  prefixOf,
  richText,
  root,
  spliced,
  innerText,
  textPieces,
  without,
  XML_HEAD,
  type Element,
  type Splice,
} from './xml';

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
export const NO_COMMENTS = `${XML_HEAD}<comments xmlns="${NAMESPACE}"><authors></authors><commentList></commentList></comments>`;

function part(xml: string, local: string): Element | null {
  return child(xml, root(xml), local);
}

function authorsOf(xml: string): string[] {
  const authors = part(xml, 'authors');
  if (authors === null) return [];
  return children(xml, authors).map((author) => innerText(xml, author));
}

/** The comments of a part in the order in which they stand. */
export function notesIn(xml: string): Note[] {
  const names = authorsOf(xml);
  const list = part(xml, 'commentList');
  if (list === null) return [];
  return children(xml, list).map((element) => ({
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

function ourRun(xml: string, text: Element): Element | null {
  return children(xml, text).find((run) => run.tag.local === 'r' && richText(xml, run).startsWith(MARK)) ?? null;
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

/** What takes a stretch of its text out of a comment, whatever runs it is divided into; a run that is left empty goes. */
function withoutSpan(xml: string, text: Element, { from, to }: Span): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  for (const { element, run } of textPieces(xml, text)) {
    const said = innerText(xml, element);
    const begins = at;
    at += said.length;
    if (at <= from || begins >= to) continue;
    const kept = said.slice(0, Math.max(0, from - begins)) + said.slice(Math.max(0, to - begins));
    const { start, end } = kept === '' ? (run ?? element) : element;
    const { name } = element.tag;
    splices.push({
      start,
      end,
      text: kept === '' ? '' : `<${name} xml:space="preserve">${escapeXml(kept)}</${name}>`,
    });
  }
  return splices;
}

/** What takes our paragraph out of a person's comment, which then stands as before. */
function withoutOurs(xml: string, note: Note): Splice[] {
  const text = textElement(xml, note);
  const ours = text === null ? null : ourRun(xml, text);
  if (text === null) return [];
  if (ours === null) {
    const span = ourSpan(richText(xml, text));
    return span === null ? [] : withoutSpan(xml, text, span);
  }
  const gone = { start: ours.start, end: ours.end, text: '' };
  const [only, ...others] = children(xml, text).filter((run) => run.start !== ours.start);
  // Plain text that we had to make a run of becomes plain again.
  if (only === undefined || others.length > 0 || only.tag.local !== 'r' || only.end > ours.start) return [gone];
  const [plain, ...styled] = children(xml, only);
  if (plain?.tag.local !== 't' || styled.length > 0) return [gone];
  return [gone, { start: only.start, end: only.end, text: xml.slice(only.innerStart, only.innerEnd) }];
}

function style(prefix: string): string {
  const names = ['sz val="9"', 'color indexed="81"', 'rFont val="宋体"', 'family val="3"', 'charset val="134"'];
  return `<${prefix}rPr>${names.map((name) => `<${prefix}${name}/>`).join('')}</${prefix}rPr>`;
}

function run(prefix: string, text: string): string {
  return `<${prefix}r>${style(prefix)}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}

/** What adds our paragraph at the end of a person's comment. */
function withOurs(xml: string, note: Note, addition: string): Splice[] {
  const text = textElement(xml, note);
  if (text === null) return [];
  const { name, kind } = text.tag;
  const prefix = prefixOf(text.tag);
  const ours = run(prefix, MARK + addition);
  if (kind === 'empty') return [{ start: text.start, end: text.end, text: `<${name}>${ours}</${name}>` }];
  // Readings of characters stand after the last run, and our run before them.
  const last = children(xml, text)
    .filter(({ tag }) => tag.local === 't' || tag.local === 'r')
    .at(-1);
  const at = last?.end ?? text.innerStart;
  if (last?.tag.local !== 't') return [{ start: at, end: at, text: ours }];
  const theirs = `<${prefix}r>${xml.slice(last.start, last.end)}</${prefix}r>`;
  return [{ start: last.start, end: at, text: theirs + ours }];
}

/** Adds our paragraphs at the end of comments of persons. */
export function extendNotes(xml: string, additions: ReadonlyMap<Note, string>): string {
  return spliced(
    xml,
    [...additions].flatMap(([note, text]) => withOurs(xml, note, text)),
  );
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
  const splices = notesIn(xml).flatMap((note) => {
    if (!isOurs(xml, note) && !(isThread(note) && threads.has(note.address))) return withoutOurs(xml, note);
    gone.add(note.address);
    return [{ start: note.element.start, end: note.element.end, text: '' }];
  });
  return { xml: removeAuthor(spliced(xml, splices)), gone };
}

function removeAuthor(xml: string): string {
  const authors = part(xml, 'authors');
  if (authors === null) return xml;
  const last = children(xml, authors).at(-1);
  // Comments name their author by its number: only the last name can go without a change to theirs.
  return last === undefined || innerText(xml, last) !== AUTHOR ? xml : without(xml, [last]);
}

function withAuthor(xml: string): { readonly xml: string; readonly index: number } {
  const names = authorsOf(xml);
  const index = names.indexOf(AUTHOR);
  if (index >= 0) return { xml, index };
  const authors = part(xml, 'authors');
  const prefix = prefixOf(root(xml).tag);
  const author = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  if (authors === null) {
    const first = `<${prefix}authors>${author}</${prefix}authors>`;
    return { xml: inserted(xml, root(xml).innerStart, first), index: 0 };
  }
  return { xml: spliced(xml, [appended(authors, author)]), index: names.length };
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
  return spliced(authored.xml, [appended(list, notes.join(''))]);
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
