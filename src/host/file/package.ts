import { HostError } from '../host';
import { decodeText, type FileKind, inspectFile } from './kind';
import { unreadable } from '../limits';
import {
  appendChild,
  escapeXml,
  inserted,
  root,
  spliced,
  topElements,
  without,
  XML_HEAD,
  XmlError,
  type Element,
} from './xml';
import { readEntryBytes, rewriteZip, ZipError, type NewPart, type ZipEntry } from './zip';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Full name of the part: `xl/worksheets/sheet1.xml`; `null` for what lies outside the package. */
  readonly target: string | null;
}

/** A part, and the relationship by which another one leads to it. */
export interface Linked {
  readonly id: string;
  readonly part: string;
}

export interface Tab {
  readonly name: string;
  /** `null` where the tab leads to none that is there. */
  readonly part: string | null;
  /** Whether it leads to a sheet of cells: charts and old modules have none. */
  readonly cells: boolean;
}

/** Says of which type the parts are. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** What it says of parts by their names. */
export function overrides(types: string): Element[] {
  return topElements(types).filter(({ tag }) => tag.local === 'Override');
}

const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A part's text, such that encoding it again gives the same bytes where it is UTF-8. */
function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    // One that is changed is written in UTF-8, and says so; any other keeps its bytes.
    return decodeText(bytes).replace(/^(<\?xml[^>]{0,200}encoding=["'])[^"']{1,40}/, '$1UTF-8');
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new XmlError('not UTF-8', { cause });
  }
}
const encoder = new TextEncoder();

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** A target as a relationship writes it, from the part that has the relationship. */
function resolveTarget(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folderOf(part).split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** A name with what its writer put as %E8; itself where that is no text. */
function unquoted(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function relationshipsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

const BROKEN_PART =
  '工作簿里有损坏的部件，批注和填写的内容写不进去：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试，或重新索取';

/**
 * An .xlsx or .xlsm file of which a few parts are changed. What is not changed keeps its compressed bytes; a part that
 * is set to what it was counts as not changed.
 */
export class WorkbookPackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Part names in small letters to the names as written: they mean the same. */
  private readonly spelling: Map<string, string>;
  private readonly changes = new Map<string, string | null>();

  private constructor(
    private readonly source: Uint8Array,
    entries: readonly ZipEntry[],
  ) {
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.spelling = new Map([...this.entries.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** Throws a `HostError` for a file that is no such package, is damaged or too large. */
  static open(bytes: Uint8Array, name = ''): WorkbookPackage {
    return WorkbookPackage.of(inspectFile(bytes, name));
  }

  /** The same of a file that was looked at. */
  static of(kind: FileKind): WorkbookPackage {
    if (kind.kind !== 'package' || kind.ods) {
      throw new HostError(
        'unsupported',
        '只有 .xlsx 和 .xlsm 文件可以另存批注副本，请先用 Excel 或 WPS 另存为 .xlsx，或用 --json 输出结果',
      );
    }
    return new WorkbookPackage(kind.bytes, kind.entries);
  }

  /** Runs what reads parts; what a damaged part throws becomes a `HostError`. */
  static guard<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      const broken = cause instanceof ZipError || cause instanceof XmlError || cause instanceof RangeError;
      throw broken ? unreadable(BROKEN_PART, cause) : cause;
    }
  }

  private spelled(part: string): string {
    return this.spelling.get(part.toLowerCase()) ?? part;
  }

  has(part: string): boolean {
    const name = this.spelled(part);
    const change = this.changes.get(name);
    return change === undefined ? this.entries.has(name) : change !== null;
  }

  /** The text of a part; `null` where there is none. */
  text(part: string): string | null {
    const name = this.spelled(part);
    const change = this.changes.get(name);
    if (change !== undefined) return change;
    const entry = this.entries.get(name);
    return entry === undefined ? null : decode(readEntryBytes(this.source, entry));
  }

  /** The text of a part that must be there. */
  need(part: string): string {
    const text = this.text(part);
    if (text === null) throw new XmlError(`no part ${part}`);
    return text;
  }

  set(part: string, text: string): void {
    const name = this.spelled(part);
    this.spelling.set(name.toLowerCase(), name);
    this.changes.set(name, text);
  }

  /** A name of the given pattern that no part has yet. */
  private freeName(pattern: string): string {
    for (let number = 1; ; number += 1) {
      const name = pattern.replace('{}', String(number));
      if (!this.has(name)) return name;
    }
  }

  relationships(part: string): Relationship[] {
    const xml = this.text(relationshipsPart(part));
    if (xml === null) return [];
    return topElements(xml).map((one) => {
      const target = resolveTarget(part, one.attribute('Target') ?? '');
      return {
        id: one.attribute('Id') ?? '',
        type: one.attribute('Type') ?? '',
        target:
          one.attribute('TargetMode') === 'External'
            ? null
            : this.spelled(this.has(target) ? target : unquoted(target)),
      };
    });
  }

  /** The workbook's list of relationships with the names of the parts as they are there; none where there is no list. */
  plainRelationships(): NewPart[] {
    const workbook = this.workbookPart();
    const [name, folder] = [this.spelled(relationshipsPart(workbook)), folderOf(workbook)];
    const xml = this.text(name);
    if (xml === null) return [];
    const all = this.relationships(workbook);
    const plain = topElements(xml).flatMap((one, index) => {
      const { id = '', type = '', target = null } = all[index] ?? {};
      if (target === null || !this.has(target)) return [];
      const near = target.startsWith(folder) ? target.slice(folder.length) : `/${target}`;
      const attributes = `Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(near)}"`;
      return [one.replaced(`<${one.tag.name} ${attributes}/>`)];
    });
    return [{ name, content: encoder.encode(spliced(xml, plain)) }];
  }

  /** Relates a part to another; gives the relationship's id. */
  private relate(part: string, type: string, target: string): string {
    const taken = new Set(this.relationships(part).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const name = relationshipsPart(part);
    const xml = this.text(name) ?? `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
    const attributes = `Id="rId${number}" Type="${type}" Target="/${escapeXml(target)}"`;
    this.set(
      name,
      appendChild(xml, (prefix) => `<${prefix}Relationship ${attributes}/>`),
    );
    return `rId${number}`;
  }

  /** Adds a part under a name of the pattern `xl/comments{}.xml`, says of which type it is and relates another part to it. */
  add(pattern: string, text: string, contentType: string, from: string, relation: string): Linked {
    const part = this.freeName(pattern);
    this.set(part, text);
    const types = this.need(CONTENT_TYPES);
    this.set(
      CONTENT_TYPES,
      appendChild(
        types,
        (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`,
      ),
    );
    return { id: this.relate(from, relation, part), part };
  }

  /** Removes a part, its content type and the relationship that leads to it; a list of relationships left empty goes too. */
  drop({ id, part }: Linked, from: string): void {
    this.changes.set(this.spelled(part), null);
    const types = this.need(CONTENT_TYPES);
    const gone = overrides(types).filter(
      (one) => one.attribute('PartName')?.toLowerCase() === `/${part.toLowerCase()}`,
    );
    this.set(CONTENT_TYPES, without(types, gone));
    const name = relationshipsPart(from);
    const xml = this.need(name);
    const all = topElements(xml);
    const unrelated = all.filter((one) => one.attribute('Id') === id);
    if (unrelated.length === all.length) this.changes.set(this.spelled(name), null);
    else this.set(name, without(xml, unrelated));
  }

  /** All sheets in the order of the tabs. */
  tabs(): Tab[] {
    const workbook = this.workbookPart();
    const xml = this.need(workbook);
    const sheets = root(xml).child('sheets');
    if (sheets === null) return [];
    const parts = new Map(this.relationships(workbook).map((relationship) => [relationship.id, relationship]));
    return sheets.children().map((one) => {
      const { target = null, type = '' } = parts.get(one.attribute('id') ?? '') ?? {};
      const part = target !== null && this.has(target) ? target : null;
      return { name: one.attribute('name') ?? '', part, cells: part !== null && type.endsWith('/worksheet') };
    });
  }

  workbookPart(): string {
    const found = this.relationships('').find(({ type }) => type.endsWith('/officeDocument'));
    return found?.target ?? 'xl/workbook.xml';
  }

  /** The file with all changes in it. */
  bytes(): Uint8Array {
    const changes = new Map<string, Uint8Array | null>();
    for (const [name, text] of this.changes) {
      const entry = this.entries.get(name);
      if (entry !== undefined && text !== null && decode(readEntryBytes(this.source, entry)) === text) continue;
      changes.set(name, text === null ? null : encoder.encode(text));
    }
    return changes.size === 0 ? this.source.slice() : rewriteZip(this.source, changes);
  }
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Namespace of relationship ids and types in a sheet: the strict flavour of the format has its own. */
export function relationshipBase(xml: string): string {
  return root(xml).tag.attributes.includes('http://purl.oclc.org/ooxml/spreadsheetml/main') ? STRICT : TRANSITIONAL;
}

// `definedNames` and `calcPr` follow these in a workbook part, and the rest follows them.
const BEFORE_NAMES = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** A workbook part with an element where names and settings of calculation stand, by the order that the schema asks. */
export function insertBeforeCalculation(xml: string, element: string): string {
  const workbook = root(xml);
  const before = workbook.children().filter(({ tag }) => BEFORE_NAMES.has(tag.local));
  return inserted(xml, before.at(-1)?.end ?? workbook.innerEnd, element);
}

/** A workbook part that tells Excel to compute all formulas when it opens the file. */
export function calculatedOnLoad(xml: string): string {
  const workbook = root(xml);
  const there = workbook.child('calcPr');
  if (there === null) {
    return insertBeforeCalculation(xml, `<${workbook.prefix}calcPr fullCalcOnLoad="1"/>`);
  }
  if (there.attribute('fullCalcOnLoad') !== null) return xml;
  return inserted(xml, there.start + 1 + there.tag.name.length, ' fullCalcOnLoad="1"');
}
