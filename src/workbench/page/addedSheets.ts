import { calculatedOnLoad, relationshipBase, WorkbookPackage } from '../../host/file/package';
import { changeStyles, mainNamespace, SHEET_CONTENT, withEntry } from '../../host/file/newSheet';
import { root } from '../../host/file/xml';

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

/** Where the looks of another workbook's cells and rules begin in this one. */
interface Offsets {
  readonly cells: number;
  readonly rules: number;
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

/** Adds copies of what a part leads to; their relationships get the numbers that they have there. */
function copyLinked(from: WorkbookPackage, part: string, to: WorkbookPackage, copy: string): void {
  for (const { type, target } of from.relationships(part)) {
    const kind = COPIED.find(({ relation }) => type.endsWith(relation));
    if (target === null || kind === undefined) continue;
    const added = to.add(kind.pattern, from.need(target), kind.content, copy, type);
    copyLinked(from, target, to, added.part);
  }
}

/**
 * A copy of a workbook file with the sheets of a new one (as `writeXlsx` makes it) behind its own: their looks, charts
 * and the names by which they are printed come with them, and what is there keeps its own. `null` for the strict
 * flavour of the format, in which all of that is written otherwise.
 */
export function withSheetsOf(bytes: Uint8Array, more: Uint8Array): Uint8Array | null {
  const [file, made] = [WorkbookPackage.open(bytes), WorkbookPackage.open(more)];
  const [workbook, book] = [file.workbookPart(), made.workbookPart()];
  const namespace = mainNamespace(file.need(workbook));
  const relations = relationshipBase(made.need(book));
  if (namespace !== mainNamespace(made.need(book))) return null;
  const partOf = (kind: string) => made.relationships(book).find(({ type }) => type.endsWith(kind))?.target ?? '';
  const strings = made.text(partOf('/sharedStrings'));
  const texts =
    strings === null
      ? []
      : root(strings)
          .children()
          .map(({ inside }) => inside);
  const offsets = changeStyles(file, namespace, (styles) => styles.adopt(made.need(partOf('/styles'))));
  const names = root(made.need(book)).child('definedNames')?.children() ?? [];
  made.tabs().forEach(({ name, part }, index) => {
    if (part === null) return;
    const sheet = moved(made.need(part), texts, offsets);
    const added = file.add('xl/worksheets/sheet{}.xml', sheet, SHEET_CONTENT, workbook, `${relations}/worksheet`);
    copyLinked(made, part, file, added.part);
    const own = names.filter((one) => one.attribute('localSheetId') === String(index));
    const entry = withEntry(
      file.need(workbook),
      name,
      added.id,
      own.map((one) => [one.attribute('name') ?? '', one.text]),
    );
    file.set(workbook, calculatedOnLoad(entry));
  });
  return file.bytes();
}
