import { isSigned, signed, unsigned } from '../signature';
import { AUTHOR, type Cleared } from './comments';
import { appendChild, type WorkbookPackage } from './package';
import { attribute, child, children, escapeXml, prefixOf, root, unescapeXml, type Element } from './xml';
import { crc32 } from './zip';

/** By this our replies in threads are found again; persons are known by such an id within one file. */
const PERSON = '{7A69706E-6762-6961-6F7A-687573686F75}';

const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const PERSONS_TYPE = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const PERSONS_CONTENT = 'application/vnd.ms-excel.person+xml';

function entries(xml: string) {
  const { innerStart, innerEnd } = root(xml);
  return children(xml, innerStart, innerEnd);
}

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
  return entries(xml).map((element) => {
    const body = child(xml, element, 'text');
    const text = body === null ? '' : unescapeXml(xml.slice(body.innerStart, body.innerEnd));
    return {
      element,
      address: (attribute(element.tag, 'ref') ?? '').toUpperCase(),
      id: attribute(element.tag, 'id') ?? '',
      parent: attribute(element.tag, 'parentId'),
      text,
      // In Excel ours stand under the officer's name, signed in their text.
      ours: attribute(element.tag, 'personId') === PERSON || isSigned(text),
    };
  });
}

/**
 * Takes ours out of a part of threads: our replies, and the threads that we began in Excel and nobody else answered.
 */
export function removePosts(xml: string): Cleared {
  const posts = postsIn(xml);
  const answered = new Set(posts.filter(({ ours }) => !ours).map(({ parent }) => parent));
  const gone = new Set<string>();
  let stripped = xml;
  for (const { element, address, id, parent, ours } of [...posts].reverse()) {
    if (!ours || (parent === null && answered.has(id))) continue;
    if (parent === null) gone.add(address);
    stripped = stripped.slice(0, element.start) + stripped.slice(element.end);
  }
  return { xml: stripped, gone };
}

/** What we say in threads, by the address of their cell. */
export function ourPosts(xml: string): { readonly address: string; readonly text: string }[] {
  return postsIn(xml)
    .filter(({ ours }) => ours)
    .map(({ address, text }) => ({ address, text: unsigned(text) }));
}

/** Adds our reply at the end of the thread on a cell; gives `null` where no thread stands there. */
export function addReply(xml: string, address: string, text: string): string | null {
  const thread = postsIn(xml).filter((post) => post.address === address);
  const first = thread.find(({ parent }) => parent === null);
  const last = thread.at(-1);
  if (first === undefined || last === undefined) return null;
  const prefix = prefixOf(first.element.tag);
  // Without a clock: as late as the last word in the thread, so that ours follows it.
  const time = attribute(last.element.tag, 'dT');
  const id = `{7A697069-6E67-6269-616F-${crc32(new TextEncoder().encode(address)).toString(16).toUpperCase().padStart(12, '0')}}`;
  const reply =
    `<${prefix}threadedComment ref="${address}"${time === null ? '' : ` dT="${escapeXml(time)}"`} personId="${PERSON}" id="${id}" parentId="${escapeXml(first.id)}">` +
    `<${prefix}text>${escapeXml(signed(text))}</${prefix}text></${prefix}threadedComment>`;
  return xml.slice(0, last.element.end) + reply + xml.slice(last.element.end);
}

/** Sees to it that the file knows us as a person exactly when we have replied somewhere in it. */
export function settlePerson(file: WorkbookPackage, replied: boolean): void {
  const workbook = file.workbookPart();
  const relationship = file.relationships(workbook).find(({ type }) => type === PERSONS_TYPE);
  const part = relationship?.target ?? null;
  const xml = part === null ? null : file.text(part);
  if (part === null || xml === null) {
    if (!replied) return;
    const added = file.freeName('xl/persons/person{}.xml');
    file.set(
      added,
      withPerson(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="${NAMESPACE}"></personList>`,
      ),
    );
    file.relate(workbook, PERSONS_TYPE, added);
    file.declare(added, PERSONS_CONTENT);
    return;
  }
  const us = entries(xml).find(({ tag }) => attribute(tag, 'id') === PERSON);
  if (replied && us === undefined) file.set(part, withPerson(xml));
  if (!replied && us !== undefined) file.set(part, xml.slice(0, us.start) + xml.slice(us.end));
}

function withPerson(xml: string): string {
  return appendChild(
    xml,
    (prefix) => `<${prefix}person displayName="${AUTHOR}" id="${PERSON}" userId="${AUTHOR}" providerId="None"/>`,
  );
}
