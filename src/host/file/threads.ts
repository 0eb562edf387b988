import { isSigned, signed, unsigned } from '../host';
import { AUTHOR, type Cleared } from './comments';
import type { WorkbookPackage } from './package';
import { appendChild, escapeXml, spliced, topElements, without, XML_HEAD, type Element } from './xml';
import { crc32 } from './zip';

/** By this our replies in threads are found again; persons are known by such an id within one file. */
const PERSON = '{7A69706E-6762-6961-6F7A-687573686F75}';

const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const PERSONS_TYPE = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const PERSONS_CONTENT = 'application/vnd.ms-excel.person+xml';

interface Post {
  readonly element: Element;
  readonly address: string;
  readonly id: string;
  /** The post that it answers; `null` for one that begins a thread. */
  readonly parent: string | null;
  readonly text: string;
  readonly ours: boolean;
}

function postsIn(xml: string): Post[] {
  return topElements(xml).map((element) => {
    const text = element.child('text')?.text ?? '';
    return {
      element,
      address: (element.attribute('ref') ?? '').toUpperCase(),
      id: element.attribute('id') ?? '',
      parent: element.attribute('parentId'),
      text,
      // In Excel ours stand under the officer's name, signed in their text.
      ours: element.attribute('personId') === PERSON || isSigned(text),
    };
  });
}

/**
 * Takes ours out of a part of threads: our replies, and the threads that we began in Excel and nobody else answered.
 */
export function removePosts(xml: string): Cleared {
  const posts = postsIn(xml);
  const answered = new Set(posts.filter(({ ours }) => !ours).map(({ parent }) => parent));
  const taken = posts.filter(({ ours, parent, id }) => ours && (parent !== null || !answered.has(id)));
  const gone = new Set(taken.filter(({ parent }) => parent === null).map(({ address }) => address));
  const elements = taken.map(({ element }) => element);
  return { xml: without(xml, elements), gone };
}

/** What we say in threads, by the address of their cell. */
export function ourPosts(xml: string): { readonly address: string; readonly text: string }[] {
  return postsIn(xml)
    .filter(({ ours }) => ours)
    .map(({ address, text }) => ({ address, text: unsigned(text) }));
}

/** Adds our replies, by the address of their cell, each at the end of the thread there; where none stands, none is added. */
export function addReplies(xml: string, replies: ReadonlyMap<string, string>): string {
  const threads = new Map<string, { first: Post; last: Post }>();
  for (const post of postsIn(xml)) {
    const known = threads.get(post.address);
    if (known !== undefined) known.last = post;
    else if (post.parent === null) threads.set(post.address, { first: post, last: post });
  }
  const splices = [...replies].flatMap(([address, text]) => {
    const thread = threads.get(address);
    if (thread === undefined) return [];
    const { first, last } = thread;
    const prefix = first.element.prefix;
    // No clock is used: our reply takes the time of the last post of the thread, so that it is sorted behind it.
    const time = last.element.attribute('dT');
    const id = `{7A697069-6E67-6269-616F-${crc32(new TextEncoder().encode(address)).toString(16).toUpperCase().padStart(12, '0')}}`;
    const reply =
      `<${prefix}threadedComment ref="${address}"${time === null ? '' : ` dT="${escapeXml(time)}"`} personId="${PERSON}" id="${id}" parentId="${escapeXml(first.id)}">` +
      `<${prefix}text>${escapeXml(signed(text))}</${prefix}text></${prefix}threadedComment>`;
    return [{ start: last.element.end, end: last.element.end, text: reply }];
  });
  return spliced(xml, splices);
}

const PERSONS = `${XML_HEAD}<personList xmlns="${NAMESPACE}"></personList>`;

/** Sees to it that the file knows us as a person exactly when we have replied somewhere in it. */
export function settlePerson(file: WorkbookPackage, replied: boolean): void {
  const workbook = file.workbookPart();
  const { id, target: part = null } = file.relationships(workbook).find(({ type }) => type === PERSONS_TYPE) ?? {};
  const xml = part === null ? null : file.text(part);
  if (id === undefined || part === null || xml === null) {
    if (replied) file.add('xl/persons/person{}.xml', withPerson(PERSONS), PERSONS_CONTENT, workbook, PERSONS_TYPE);
    return;
  }
  const all = topElements(xml);
  const us = all.filter((one) => one.attribute('id') === PERSON);
  if (replied && us.length === 0) file.set(part, withPerson(xml));
  if (replied || us.length === 0) return;
  if (us.length < all.length) file.set(part, without(xml, us));
  else file.drop({ id, part }, workbook);
}

function withPerson(xml: string): string {
  return appendChild(
    xml,
    (prefix) => `<${prefix}person displayName="${AUTHOR}" id="${PERSON}" userId="${AUTHOR}" providerId="None"/>`,
  );
}
