import { isSigned, signed, unsigned } from '../host';
import {
  escapeXml,
  inserted,
  richText,
  root,
  spliced,
  textPieces,
  without,
  XML_HEAD,
  type Element,
  type Splice,
} from './xml';

/** The author of our comments in a file. LibreOffice drops authors, so ours are also recognised by their text. */
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
  return root(xml).child(local);
}

function authorsOf(xml: string): string[] {
  const authors = part(xml, 'authors');
  if (authors === null) return [];
  return authors.children().map((author) => author.text);
}

/** The comments of a part in the order in which they stand. */
export function notesIn(xml: string): Note[] {
  const names = authorsOf(xml);
  const list = part(xml, 'commentList');
  if (list === null) return [];
  return list.children().map((element) => ({
    address: (element.attribute('ref') ?? '').toUpperCase(),
    author: names[Number(element.attribute('authorId') ?? '-1')] ?? '',
    element,
  }));
}

function isOurs(note: Note): boolean {
  if (note.author === AUTHOR) return true;
  const text = isThread(note) ? null : textElement(note);
  return text !== null && isSigned(richText(text));
}

/** Whether a comment only stands in for a thread, which is kept in a part of its own. */
export function isThread({ author }: Note): boolean {
  return author.startsWith(THREAD);
}

function textElement(note: Note): Element | null {
  return note.element.child('text');
}

function ourRun(text: Element): Element | null {
  return text.children().find((run) => run.tag.local === 'r' && richText(run).startsWith(MARK)) ?? null;
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
function withoutSpan(text: Element, { from, to }: Span): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  for (const { element, run } of textPieces(text)) {
    const said = element.text;
    const begins = at;
    at += said.length;
    if (at <= from || begins >= to) continue;
    const kept = said.slice(0, Math.max(0, from - begins)) + said.slice(Math.max(0, to - begins));
    const { name } = element.tag;
    const left = `<${name} xml:space="preserve">${escapeXml(kept)}</${name}>`;
    splices.push(kept === '' ? (run ?? element).replaced('') : element.replaced(left));
  }
  return splices;
}

/** What takes our paragraph out of a person's comment, which then stands as before. */
function withoutOurs(note: Note): Splice[] {
  const text = textElement(note);
  const ours = text === null ? null : ourRun(text);
  if (text === null) return [];
  if (ours === null) {
    const span = ourSpan(richText(text));
    return span === null ? [] : withoutSpan(text, span);
  }
  const gone = ours.replaced('');
  const [only, ...others] = text.children().filter((run) => run.start !== ours.start);
  // Plain text that we had to make a run of becomes plain again.
  if (only === undefined || others.length > 0 || only.tag.local !== 'r' || only.end > ours.start) return [gone];
  const [plain, ...styled] = only.children();
  if (plain?.tag.local !== 't' || styled.length > 0) return [gone];
  return [gone, only.replaced(only.inside)];
}

function style(prefix: string): string {
  const names = ['sz val="9"', 'color indexed="81"', 'rFont val="宋体"', 'family val="3"', 'charset val="134"'];
  return `<${prefix}rPr>${names.map((name) => `<${prefix}${name}/>`).join('')}</${prefix}rPr>`;
}

function run(prefix: string, text: string): string {
  return `<${prefix}r>${style(prefix)}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}

/** What adds our paragraph at the end of a person's comment. */
function withOurs(note: Note, addition: string): Splice[] {
  const text = textElement(note);
  if (text === null) return [];
  const { name, kind } = text.tag;
  const prefix = text.prefix;
  const ours = run(prefix, MARK + addition);
  if (kind === 'empty') return [text.replaced(`<${name}>${ours}</${name}>`)];
  // Readings of characters stand after the last run, and our run before them.
  const last = text
    .children()
    .filter(({ tag }) => tag.local === 't' || tag.local === 'r')
    .at(-1);
  const at = last?.end ?? text.innerStart;
  if (last?.tag.local !== 't') return [{ start: at, end: at, text: ours }];
  return [last.replaced(`<${prefix}r>${last.written}</${prefix}r>${ours}`)];
}

/** Adds our paragraphs at the end of comments of persons. */
export function extendNotes(xml: string, additions: ReadonlyMap<Note, string>): string {
  return spliced(
    xml,
    [...additions].flatMap(([note, text]) => withOurs(note, text)),
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
    if (!isOurs(note) && !(isThread(note) && threads.has(note.address))) return withoutOurs(note);
    gone.add(note.address);
    return [note.element.replaced('')];
  });
  return { xml: removeAuthor(spliced(xml, splices)), gone };
}

function removeAuthor(xml: string): string {
  const authors = part(xml, 'authors');
  if (authors === null) return xml;
  const last = authors.children().at(-1);
  // Comments name their author by its number: only the last name can go without a change to theirs.
  return last === undefined || last.text !== AUTHOR ? xml : without(xml, [last]);
}

function withAuthor(xml: string): { readonly xml: string; readonly index: number } {
  const names = authorsOf(xml);
  const index = names.indexOf(AUTHOR);
  if (index >= 0) return { xml, index };
  const authors = part(xml, 'authors');
  const prefix = root(xml).prefix;
  const author = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  if (authors === null) {
    const first = `<${prefix}authors>${author}</${prefix}authors>`;
    return { xml: inserted(xml, root(xml).innerStart, first), index: 0 };
  }
  return { xml: spliced(xml, [authors.appended(author)]), index: names.length };
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
  const prefix = list.prefix;
  const notes = added.map(
    ({ address, text }) =>
      `<${prefix}comment ref="${address}" authorId="${authored.index}"><${prefix}text>${run(prefix, signed(text))}</${prefix}text></${prefix}comment>`,
  );
  return spliced(authored.xml, [list.appended(notes.join(''))]);
}

/** What we say in a comment, in one of ours or in our paragraph of a person's; `null` where we say nothing. */
export function ourText(note: Note): string | null {
  const text = textElement(note);
  if (text === null) return null;
  if (isOurs(note)) return unsigned(richText(text));
  const ours = ourRun(text);
  if (ours !== null) return richText(ours).slice(MARK.length);
  const whole = richText(text);
  const span = ourSpan(whole);
  return span === null ? null : whole.slice(span.from + MARK.length, span.to);
}
