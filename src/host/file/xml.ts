/** A start, end or empty tag of an XML text and where it stands. */
export interface Tag {
  /** With its prefix, as written. */
  readonly name: string;
  /** Without prefix. */
  readonly local: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  /** Just after the `>`. */
  readonly end: number;
  readonly attributes: string;
}

/** An XML text that can't be followed. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

function skipped(xml: string, at: number): number {
  const until = (mark: string): number => {
    const end = xml.indexOf(mark, at + 2);
    if (end < 0) throw new XmlError(`unclosed at ${at}`);
    return end + mark.length;
  };
  if (xml.startsWith('<!--', at)) return until('-->');
  if (xml.startsWith('<![CDATA[', at)) return until(']]>');
  if (xml.startsWith('<?', at)) return until('?>');
  if (xml.startsWith('<!', at)) return until('>');
  return at;
}

function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at += 1) {
    const char = xml.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
    // A reader that takes each `<` for a tag would see another one here.
    else if (char === '<') break;
  }
  throw new XmlError(`unclosed tag at ${start}`);
}

/** The next tag from a place on; comments, CDATA and declarations are passed over. */
function nextTag(xml: string, from: number, to: number): Tag | null {
  let at = xml.indexOf('<', from);
  while (at >= 0 && at < to) {
    const after = skipped(xml, at);
    if (after === at) return readTag(xml, at);
    at = xml.indexOf('<', after);
  }
  return null;
}

function readTag(xml: string, start: number): Tag {
  const end = tagEnd(xml, start);
  const close = xml.charAt(start + 1) === '/';
  const empty = !close && xml.charAt(end - 2) === '/';
  const body = xml.slice(start + (close ? 2 : 1), end - (empty ? 2 : 1));
  const gap = body.search(/\s/);
  const name = gap < 0 ? body : body.slice(0, gap);
  return {
    name,
    local: name.slice(name.indexOf(':') + 1),
    kind: close ? 'close' : empty ? 'empty' : 'open',
    start,
    end,
    attributes: gap < 0 ? '' : body.slice(gap),
  };
}

/** The tags of an XML text in order. */
export function* tags(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let tag = nextTag(xml, from, to); tag !== null; tag = nextTag(xml, tag.end, to)) yield tag;
}

/** Where to go on after a start tag: the end tag of `sheetData`, whose millions of tags need no look; else right behind it. */
function skipInside(xml: string, tag: Tag): number {
  if (tag.local !== 'sheetData' || tag.kind !== 'open') return tag.end;
  const end = xml.indexOf(`</${tag.name}`, tag.end);
  return end < 0 ? tag.end : end;
}

/** An element of an XML text: from the beginning of its start tag to the end of its end tag. */
export class Element {
  constructor(
    private readonly xml: string,
    readonly tag: Tag,
    readonly end: number,
    readonly innerStart: number,
    readonly innerEnd: number,
  ) {}

  get start(): number {
    return this.tag.start;
  }

  /** The prefix of its tag with the colon, for elements that are written beside it; `''` without one. */
  get prefix(): string {
    return this.tag.name.slice(0, this.tag.name.length - this.tag.local.length);
  }

  /** What stands in it, where it holds nothing but text. */
  get text(): string {
    return unescapeXml(this.inside);
  }

  /** All that stands between its tags, as written. */
  get inside(): string {
    return this.xml.slice(this.innerStart, this.innerEnd);
  }

  /** Itself, as written. */
  get written(): string {
    return this.xml.slice(this.start, this.end);
  }

  attribute(local: string): string | null {
    return attribute(this.tag, local);
  }

  /** The elements that stand directly in it. */
  children(): Element[] {
    const { xml, innerEnd: to } = this;
    const found: Element[] = [];
    let open: Tag | null = null;
    let depth = 0;
    for (let tag = nextTag(xml, this.innerStart, to); tag !== null; tag = nextTag(xml, skipInside(xml, tag), to)) {
      if (tag.kind === 'close') {
        depth -= 1;
        // The end tag of the element around: what follows is not inside.
        if (depth < 0) break;
        if (depth === 0 && open !== null) found.push(new Element(xml, open, tag.end, open.end, tag.start));
        continue;
      }
      if (depth === 0) {
        open = tag;
        if (tag.kind === 'empty') found.push(new Element(xml, tag, tag.end, tag.end, tag.end));
      }
      if (tag.kind === 'open') depth += 1;
    }
    if (depth > 0) throw new XmlError('unclosed element');
    return found;
  }

  /** The first element of that local name directly inside. */
  child(local: string): Element | null {
    return this.children().find(({ tag }) => tag.local === local) ?? null;
  }

  /** What puts something in its place. */
  replaced(text: string): Splice {
    return { start: this.start, end: this.end, text };
  }

  /** What puts something at the end of its inside. */
  appended(inside: string): Splice {
    const { tag, innerEnd } = this;
    if (tag.kind !== 'empty') return { start: innerEnd, end: innerEnd, text: inside };
    return this.replaced(`<${tag.name}${tag.attributes}>${inside}</${tag.name}>`);
  }
}

/** The root element; its end tag is the last one of the text. */
export function root(xml: string): Element {
  const tag = nextTag(xml, 0, xml.length);
  if (tag === null || tag.kind === 'close') throw new XmlError('no root element');
  const { end } = tag;
  if (tag.kind === 'empty') return new Element(xml, tag, end, end, end);
  const innerEnd = xml.lastIndexOf(`</${tag.name}`);
  if (innerEnd < end) throw new XmlError('unclosed root element');
  return new Element(xml, tag, tagEnd(xml, innerEnd), end, innerEnd);
}

/** The elements that stand directly in the root. */
export const topElements = (xml: string): Element[] => root(xml).children();

// A name begins after a space or a value, so that a long run of letters is looked at once.
const ATTRIBUTE = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute's value, by its name without prefix; `null` where the tag has none. */
export function attribute({ attributes }: Tag, local: string): string | null {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name.slice(name.indexOf(':') + 1) === local && !name.startsWith('xmlns')) {
      return unescapeXml(double ?? single ?? '');
    }
  }
  return null;
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text as it was meant: the five named references and numbered ones resolved, any other left as it stands. */
function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{1,4});/g, (whole, reference: string) => {
    if (!reference.startsWith('#')) return ENTITIES.get(reference) ?? whole;
    const code = reference.startsWith('#x') ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What XML has no way to write; Excel refuses a part that holds it. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in an element or attribute; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

interface TextPiece {
  readonly element: Element;
  /** The run around it; `null` for plain text. */
  readonly run: Element | null;
}

/** The `t` elements of a text, plain or in runs, without its phonetic readings. */
export function textPieces(text: Element): TextPiece[] {
  return text.children().flatMap((part): TextPiece[] => {
    if (part.tag.local === 't') return [{ element: part, run: null }];
    if (part.tag.local !== 'r') return [];
    const inside = part.children().filter(({ tag }) => tag.local === 't');
    return inside.map((element) => ({ element, run: part }));
  });
}

/** The text of an element that holds plain text or runs. */
export function richText(element: Element): string {
  return textPieces(element)
    .map((piece) => piece.element.text)
    .join('');
}

/** What a part of our own begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A stretch of a text and what is to stand there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with all of these changes; of two that begin at one place, an insertion comes first. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let made = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return made + text.slice(at);
}

/** A text without some stretches of it, such as elements. */
export function without(text: string, gone: readonly { readonly start: number; readonly end: number }[]): string {
  return spliced(
    text,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/** A text with more put in at a place. */
export function inserted(text: string, at: number, more: string): string {
  return text.slice(0, at) + more + text.slice(at);
}

/** XML with one more element at the end of its root; what stands around it keeps every character. */
export function appendChild(xml: string, write: (prefix: string) => string): string {
  const element = root(xml);
  return spliced(xml, [element.appended(write(element.prefix))]);
}
