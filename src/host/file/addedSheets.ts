import { largest } from '../../sheet/lists';
import { calculatedOnLoad, insertBeforeCalculation, relationshipBase, WorkbookPackage } from './package';
import { attribute, escapeXml, inserted, root, spliced, XmlError } from './xml';

const SHEET_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** What is copied of that to which sheets lead: drawings, and the charts on them. */
const COPIED = [
  {
    relation: '/drawing',
    pattern: 'xl/drawings/drawing{}.xml',
    content: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  },
  {
    relation: '/chart',
    pattern: 'xl/charts/chart{}.xml',
    content: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  },
] as const;

/** Formats of numbers below this one are the same in every workbook. */
const FIRST_OWN_FORMAT = 164;

/** The lists of a styles part in the order that the schema asks. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];

/** A styles part with more in one of its lists, which is begun where there is none, and how many stood in it before. */
function extended(styles: string, name: string, more: readonly string[]): readonly [styles: string, before: number] {
  const whole = root(styles);
  const list = whole.child(name);
  if (list === null) {
    const earlier = LISTS.slice(0, LISTS.indexOf(name));
    const last = whole
      .children()
      .filter(({ tag }) => earlier.includes(tag.local))
      .at(-1);
    const empty = `<${whole.prefix}${name} count="0"></${whole.prefix}${name}>`;
    return extended(inserted(styles, last?.end ?? whole.innerStart, empty), name, more);
  }
  const { tag, inside } = list;
  const before = list.children().length;
  const attributes = tag.attributes.replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const written = more.map((xml) => xml.replace(/<(\/?)(?=\w)/g, `<$1${list.prefix}`)).join('');
  const text = `<${tag.name} count="${before + more.length}"${attributes}>${inside}${written}</${tag.name}>`;
  return [spliced(styles, [list.replaced(text)]), before];
}

/** Where the looks of another workbook's cells and rules begin in this one. */
interface Offsets {
  readonly cells: number;
  readonly rules: number;
}

/** A styles part with all styles of another one behind its own, which keep their numbers and every character. */
function withStylesOf(styles: string, other: string): readonly [styles: string, offsets: Offsets] {
  const from = root(other);
  let made = styles;
  const adopt = (name: string, change = (written: string) => written): number => {
    const more = (from.child(name)?.children() ?? []).map(({ written }) => change(written));
    if (more.length === 0) return 0;
    const [next, before] = extended(made, name, more);
    made = next;
    return before;
  };
  const formats = root(styles).child('numFmts')?.children() ?? [];
  const taken = formats.map((one) => Number(one.attribute('numFmtId')));
  const by = new Map([['numFmtId', largest(taken, FIRST_OWN_FORMAT - 1) + 1 - FIRST_OWN_FORMAT]]);
  const moved = (written: string) =>
    written.replace(/ (\w+Id)="(\d+)"/g, (all, key: string, number: string) => {
      const builtIn = key === 'numFmtId' && Number(number) < FIRST_OWN_FORMAT;
      return builtIn ? all : ` ${key}="${Number(number) + (by.get(key) ?? 0)}"`;
    });
  adopt('numFmts', moved);
  by.set('fontId', adopt('fonts')).set('fillId', adopt('fills')).set('borderId', adopt('borders'));
  const offsets = { cells: adopt('cellXfs', moved), rules: adopt('dxfs') };
  return [made, offsets];
}

/** A sheet's part with the numbers of its looks moved on, and its texts in their cells. */
function moved(sheet: string, texts: readonly string[], { cells, rules }: Offsets): string {
  const by = (offset: number) => (_all: string, start: string, number: string) => `${start}${Number(number) + offset}`;
  return sheet
    .replace(/(<c [^>]*\bs=")(\d+)/g, by(cells))
    .replace(/(<cfRule [^>]*\bdxfId=")(\d+)/g, by(rules))
    .replace(/(<c [^>]*\bt=")s("[^>]*>)<v>(\d+)<\/v>/g, (_all, start: string, end: string, number: string) => {
      return `${start}inlineStr${end}<is>${texts[Number(number)] ?? ''}</is>`;
    });
}

/** The workbook part with one more sheet, in the last place, and names of its own. */
function withEntry(xml: string, name: string, id: string, names: readonly (readonly [string, string])[]): string {
  const sheets = root(xml).child('sheets');
  if (sheets === null) throw new XmlError('no sheets');
  const all = sheets.children();
  const number = largest(all.map(({ tag }) => Number(attribute(tag, 'sheetId') ?? 0))) + 1;
  const prefix = sheets.prefix;
  const entry = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${number}" xmlns:r="${relationshipBase(xml)}" r:id="${id}"/>`;
  const listed = inserted(xml, sheets.innerEnd, entry);
  if (names.length === 0) return listed;
  const written = names
    .map(
      ([local, refers]) =>
        `<${prefix}definedName name="${local}" localSheetId="${all.length}">${escapeXml(refers)}</${prefix}definedName>`,
    )
    .join('');
  const defined = root(listed).child('definedNames');
  if (defined !== null) return spliced(listed, [defined.appended(written)]);
  return insertBeforeCalculation(listed, `<${prefix}definedNames>${written}</${prefix}definedNames>`);
}

/**
 * Adds the sheets of a new workbook (as `writeXlsx` makes it) behind those of a file: their looks, charts and the names by
 * which they are printed come with them, and what is there keeps its own.
 */
export function addSheetsOf(more: Uint8Array, file: WorkbookPackage): void {
  const made = WorkbookPackage.open(more);
  const [workbook, book] = [file.workbookPart(), made.workbookPart()];
  const relations = relationshipBase(file.need(workbook));
  /** The strict flavour of the format calls all namespaces and relationships otherwise. */
  const flavoured = (xml: string): string =>
    relations === relationshipBase(made.need(book))
      ? xml
      : xml.replace(
          /(?<=")http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument|drawingml)\/2006\//g,
          'http://purl.oclc.org/ooxml/$1/',
        );
  const targetOf = (from: WorkbookPackage, part: string, kind: string) =>
    from.relationships(part).find(({ type }) => type.endsWith(kind))?.target ?? null;
  /** Adds copies of what a part leads to; their relationships get the numbers that they have there. */
  const copyLinked = (part: string, copy: string): void => {
    for (const { type, target } of made.relationships(part)) {
      const kind = COPIED.find(({ relation }) => type.endsWith(relation));
      if (target === null || kind === undefined) continue;
      const text = flavoured(made.need(target));
      copyLinked(target, file.add(kind.pattern, text, kind.content, copy, `${relations}${kind.relation}`).part);
    }
  };
  const strings = made.text(targetOf(made, book, '/sharedStrings') ?? '');
  const texts = strings === null ? [] : root(strings).children();
  const looks = flavoured(made.need(targetOf(made, book, '/styles') ?? ''));
  const own = targetOf(file, workbook, '/styles');
  const [styles, offsets] = own === null ? [looks, { cells: 0, rules: 0 }] : withStylesOf(file.need(own), looks);
  if (own === null) file.add('xl/styles{}.xml', styles, STYLES_CONTENT, workbook, `${relations}/styles`);
  else file.set(own, styles);
  const names = root(made.need(book)).child('definedNames')?.children() ?? [];
  made.tabs().forEach(({ name, part }, index) => {
    if (part === null) return;
    const text = texts.map(({ inside }) => inside);
    const sheet = moved(flavoured(made.need(part)), text, offsets);
    const added = file.add('xl/worksheets/sheet{}.xml', sheet, SHEET_CONTENT, workbook, `${relations}/worksheet`);
    copyLinked(part, added.part);
    const local = names.filter((one) => one.attribute('localSheetId') === String(index));
    const named = local.map((one) => [one.attribute('name') ?? '', one.text] as const);
    file.set(workbook, calculatedOnLoad(withEntry(file.need(workbook), name, added.id, named)));
  });
}
