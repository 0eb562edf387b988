import { AUTHOR } from './comments';
import { appendChild, type WorkbookPackage } from './package';
import { attribute, child, children, escapeXml, prefixOf, root, unescapeXml } from './xml';
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

/** A part of threads without our replies. */
export function removeReplies(xml: string): string {
  let stripped = xml;
  for (const { tag, start, end } of entries(xml).reverse()) {
    if (attribute(tag, 'personId') === PERSON) stripped = stripped.slice(0, start) + stripped.slice(end);
  }
  return stripped;
}

/** What we say in threads, by the address of their cell. */
export function repliesIn(xml: string): { readonly address: string; readonly text: string }[] {
  return entries(xml)
    .filter(({ tag }) => attribute(tag, 'personId') === PERSON)
    .map((reply) => {
      const text = child(xml, reply, 'text');
      return {
        address: attribute(reply.tag, 'ref') ?? '',
        text: text === null ? '' : unescapeXml(xml.slice(text.innerStart, text.innerEnd)),
      };
    });
}

/** Adds our reply at the end of the thread on a cell; gives `null` where no thread stands there. */
export function addReply(xml: string, address: string, text: string): string | null {
  const thread = entries(xml).filter(({ tag }) => attribute(tag, 'ref')?.toUpperCase() === address);
  const first = thread.find(({ tag }) => attribute(tag, 'parentId') === null);
  const last = thread.at(-1);
  if (first === undefined || last === undefined) return null;
  const prefix = prefixOf(first.tag);
  // Without a clock: as late as the last word in the thread, so that ours follows it.
  const time = attribute(last.tag, 'dT');
  const id = `{7A697069-6E67-6269-616F-${crc32(new TextEncoder().encode(address)).toString(16).toUpperCase().padStart(12, '0')}}`;
  const reply =
    `<${prefix}threadedComment ref="${address}"${time === null ? '' : ` dT="${escapeXml(time)}"`} personId="${PERSON}" id="${id}" parentId="${escapeXml(attribute(first.tag, 'id') ?? '')}">` +
    `<${prefix}text>${escapeXml(text)}</${prefix}text></${prefix}threadedComment>`;
  return xml.slice(0, last.end) + reply + xml.slice(last.end);
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
