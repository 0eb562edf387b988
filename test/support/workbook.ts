import { type BookType, utils, write, type WorkSheet } from '@e965/xlsx';
import type { CellValue } from '../../src/sheet/snapshot';
import { buildZip, readDirectory, readEntryBytes } from '../../src/host/file/zip';

/** A cell of a test workbook: a value, or one with a formula or number format. */
export type FixtureCell = CellValue | { readonly v: CellValue; readonly f?: string; readonly z?: string };

export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly merges?: readonly string[];
  /** `very` as only a program can hide it. */
  readonly hidden?: boolean | 'very';
  readonly hiddenRows?: readonly number[];
}

function worksheet({ rows, merges, hiddenRows = [] }: FixtureSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) =>
      row.map((cell) => {
        if (cell === null || typeof cell !== 'object') return cell;
        return { t: typeof cell.v === 'number' ? 'n' : typeof cell.v === 'boolean' ? 'b' : 's', ...cell };
      }),
    ),
  );
  sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at) }));
  sheet['!merges'] = (merges ?? []).map((area) => utils.decode_range(area));
  return sheet;
}

/** A workbook file of the given kind. */
export function workbookFile(sheets: readonly FixtureSheet[], bookType: BookType = 'xlsx'): Uint8Array {
  const workbook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(workbook, worksheet(sheet), sheet.name);
  workbook.Workbook = {
    Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === 'very' ? 2 : hidden === true ? 1 : 0 })),
  };
  const bytes: unknown = write(workbook, { type: 'array', bookType, compression: true });
  // Of another realm in the tests, where `instanceof` knows nothing of it.
  return new Uint8Array(bytes as ArrayBuffer);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A part of relationships: lines of id, type (its last step, or whole) and target. */
export function relationshipsXml(lines: readonly (readonly [string, string, string])[]): string {
  const all = lines.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** A package written part by part, as no writer would: one sheet 自评表 whose XML is given from `sheetData` on. */
export function rawPackage(sheetXml: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = sheetXml.startsWith('<?xml')
    ? sheetXml
    : `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheetXml}</worksheet>`;
  const all: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="自评表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  };
  const encoder = new TextEncoder();
  return buildZip(Object.entries(all).map(([name, text]) => ({ name, content: encoder.encode(text) })));
}

/** The parts of a package by name, as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    readDirectory(bytes).map((entry) => [entry.name, Buffer.from(readEntryBytes(bytes, entry)).toString('utf8')]),
  );
}

/** What differs between two packages: `+added`, `-removed`, `~changed`, by name. */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    if (!old.has(name)) return [`+${name}`];
    if (!now.has(name)) return [`-${name}`];
    return old.get(name) === now.get(name) ? [] : [`~${name}`];
  });
}
