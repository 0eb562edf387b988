import { read, type WorkBook, set_cptable } from '@e965/xlsx';
import { formatAddress, parseAddress } from '../../sheet/address';
import { cellAt, type CellValue, type HiddenLines, type SheetSnapshot } from '../../sheet/snapshot';
import { once, rememberBy } from '../../sheet/remember';
import { displayLike } from './edits';
import { recalculate } from './recalculate';
import { hiddenLines, hiddenOf, markHidden } from './hiddenLines';
import { parseTables } from './html';
import { decodeText, inspectFile, type FileKind } from './kind';
import { damaged, locked } from '../limits';
import { bytewise, checkRepeats, checkRowsEnd, checkSpans, withoutComments, withoutLinks } from './hostile';
import { CONTENT_TYPES, overrides, WorkbookPackage } from './package';
import { without } from './xml';
import { READ_COLUMNS, READ_ROWS, snapshotOf, type SourceCell, parseDelimited } from './snapshot';
import { openRecords } from './encrypted';
import { buildZip, readEntryBytes, type NewPart, type ZipEntry } from './zip';
import { HostError } from '../host';

/** Code pages of the old formats by number, and the names by which the platform's decoder knows them. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10_000, 'macintosh'],
  [54_936, 'gb18030'],
  [65_001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1_250 + index, `windows-${1_250 + index}`]),
]);

const decoderOf = rememberBy(
  (page: number) => String(page),
  (page) => new TextDecoder(NAMES.get(page) ?? 'windows-1252', { ignoreBOM: true }),
);

function decode(page: number, data: ArrayLike<number> | string): string {
  const bytes = typeof data === 'string' ? Uint8Array.from(data, (char) => char.charCodeAt(0)) : Uint8Array.from(data);
  return decoderOf(page).decode(bytes);
}

// Gives the parser the encodings of old .xls files (936 for Chinese ones) by what the platform can decode anyway: the
// parser's own tables are half a megabyte.
set_cptable({ utils: { decode } });

export interface FileSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Hidden by a program, so that no menu shows it. */
  readonly veryHidden?: true;
  readonly snapshot: SheetSnapshot;
  /** Sentences on what was left out of the snapshot; empty for any sheet of usual size. */
  readonly notes: readonly string[];
}

/**
 * The sheets of a file that are looked at. Hidden ones are lists for drop-downs or last year's form; findings there would
 * surprise.
 */
export function shownSheets(sheets: readonly FileSheet[]): readonly FileSheet[] {
  return sheets.filter(({ hidden }) => !hidden);
}

/** A workbook read out of a file. */
export interface WorkbookFile {
  readonly name: string;
  /** In the order of the tabs; charts and macro sheets are left out. */
  readonly sheets: readonly FileSheet[];
  /** Whether a copy with comments can be made of it: true for .xlsx and .xlsm. */
  readonly annotatable: boolean;
}

// Parts without cells: not unpacking them saves most of the time for a workbook with pictures.
const WITHOUT_CELLS =
  /^(?:xl\/(?:media|theme|threadedComments|persons|drawings|charts|embeddings|printerSettings|ctrlProps|activeX)\/|comments[^/]*\.xml$|docProps\/|customXml\/|Pictures\/|Thumbnails\/|xl\/vbaProject\.bin$)/i;

const SHEET_PART = /^xl\/worksheets\/[^/]*\.xml$/i;

const STYLES = 'styles.xml';

/** The beginning of a part that is in another encoding than UTF-8, or says so. */
const OTHER_ENCODING = /^(?:\xff\xfe|\xfe\xff|<\?xml[^>]{0,200}?encoding=["'](?!utf-8["']))/i;

/** A part as the parser can take it: it knows UTF-8 only, sees tags in comments, and shows `[$-804]` of a format as a dollar. */
function plainPart(name: string, part: Uint8Array): Uint8Array {
  const text = bytewise(part);
  const commented = text.includes('<!--') && !text.includes('<![CDATA[');
  const styles = name.endsWith(STYLES) && text.includes('[$-');
  if (!/\.(?:xml|rels)$/i.test(name) || !(commented || styles || OTHER_ENCODING.test(text))) return part;
  const xml = commented ? withoutComments(decodeText(part)) : decodeText(part);
  return new TextEncoder().encode(styles ? xml.replace(/\[\$-[\w-]{1,40}\]/g, '') : xml);
}

interface Unpacked {
  readonly parts: NewPart[];
  /** By the names of the parts of sheets that hide some. */
  readonly hidden: ReadonlyMap<string, HiddenLines>;
}

function unpackParts(bytes: Uint8Array, entries: readonly ZipEntry[]): Unpacked {
  const hidden = new Map<string, HiddenLines>();
  const parts = entries
    .filter(({ name }) => !name.endsWith('/') && !WITHOUT_CELLS.test(name))
    .map((entry) => {
      const { name } = entry;
      const part = plainPart(name, readEntryBytes(bytes, entry));
      const text = bytewise(part);
      if (SHEET_PART.test(name)) {
        checkRowsEnd(text);
        const lines = hiddenLines(text);
        if (lines.rows.length + lines.columns.length > 0) hidden.set(name, lines);
      }
      return { name, content: withoutLinks(part, text) };
    });
  return { parts, hidden };
}

/** Beyond these the tabs of a workbook are left out, with a note: each may hold a form, and all share the time of one file. */
const READ_SHEETS = 200;

/** The list of parts without those that are not there, which the parser would look for in vain. */
function withoutMissing(parts: readonly NewPart[]): readonly NewPart[] {
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  return parts.map((part) => {
    if (part.name !== CONTENT_TYPES) return part;
    const xml = decodeText(part.content);
    const missing = overrides(xml).filter((one) => {
      const named = one.attribute('PartName');
      return named !== null && !names.has(named.replace(/^\//, '').toLowerCase());
    });
    if (missing.length === 0) return part;
    return { name: part.name, content: new TextEncoder().encode(without(xml, missing)) };
  });
}

/** @param columns whether the parser is to read columns too, which in the old format says which are hidden. */
function parse(data: Uint8Array | string, type: 'array' | 'buffer' | 'string', columns = false): WorkBook {
  return read(data, {
    type,
    cellStyles: columns,
    dense: true,
    cellHTML: false,
    cellNF: true,
    cellFormula: true,
    // Formulas without a stored value are cells too.
    sheetStubs: true,
    sheetRows: READ_ROWS + 1,
    sheets: Array.from({ length: READ_SHEETS }, (_, index) => index),
    raw: true,
    dateNF: 'yyyy/m/d',
  });
}

/** The parts of a file, opened once for all that is asked of them. */
const packageOf = once((kind: FileKind) => WorkbookPackage.of(kind));

function parsePackage(kind: FileKind & { kind: 'package' }): WorkBook {
  const { bytes, entries, ods } = kind;
  const { parts, hidden } = unpackParts(bytes, entries);
  const sheets = ods ? parts.find(({ name }) => name === 'content.xml') : undefined;
  if (!ods) parts.push(...packageOf(kind).plainRelationships());
  if (sheets !== undefined) {
    checkRepeats(new TextDecoder().decode(sheets.content));
    // The parser asks for it; programs that are no office leave it out.
    if (parts.every(({ name }) => name !== STYLES)) parts.push({ name: STYLES, content: new Uint8Array(0) });
  }
  // The parser gets what was unpacked and measured here, so that it never inflates a file that lies about its sizes.
  const workbook = parse(buildZip(withoutMissing(parts), true), 'array');
  if (!ods && hidden.size > 0) markHidden(workbook, packageOf(kind), hidden);
  return workbook;
}

/** Throws a `HostError` where they are encrypted by a password of somebody's own. */
function opened(records: Uint8Array): Uint8Array {
  const plain = openRecords(records);
  if (plain === null) throw locked();
  return plain;
}

function parseKind(kind: Exclude<FileKind, { kind: 'delimited' | 'html' }>): WorkBook {
  try {
    if (kind.kind === 'package') return parsePackage(kind);
    // What `array` means to the parser is to copy every byte into a list.
    if (kind.kind === 'binary') return parse(opened(kind.records), 'buffer', true);
    checkSpans(kind.text);
    checkRepeats(kind.text);
    return parse(kind.text, 'string');
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    // A damaged file makes the parser fail with errors of every kind, strings among them; none is of use to the reader.
    throw /password|encrypt/i.test(String(cause)) ? locked(cause) : damaged(cause);
  }
}

/** The one sheet of a file whose cells have no types; it is named after the file, as Excel does. */
function plainSheet(kind: FileKind & { kind: 'delimited' | 'html' }, fileName: string): FileSheet {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const { rows, merges } =
    kind.kind === 'html'
      ? parseTables(kind.text)
      : {
          rows: parseDelimited(kind.text, READ_ROWS + 1).map((row) =>
            row.map((text): SourceCell => ({ t: 's', v: text, w: text })),
          ),
          merges: [],
        };
  return { name, hidden: false, ...snapshotOf(name, rows, merges, true) };
}

/** Whether one of these tabs leads to a sheet of cells, which the parser then gave up; old modules and charts lead to none. */
function leadToCells(kind: FileKind, names: readonly string[]): boolean {
  if (names.length === 0 || kind.kind !== 'package' || kind.ods) return false;
  const lost = new Set(names);
  try {
    return packageOf(kind)
      .tabs()
      .some(({ name, cells }) => cells && lost.has(name));
  } catch {
    // What can't be followed was given up for the same cause.
    return true;
  }
}

type Read = ReturnType<typeof snapshotOf>;

/**
 * A sheet in which formulas that were never computed (as programs that are no spreadsheets write them) have their values, as
 * far as these can be computed here; a note says how many have none.
 */
function withValues(
  { snapshot, notes }: Read,
  rows: readonly (readonly (SourceCell | undefined)[] | undefined)[],
): Read {
  const unvalued = new Set<string>();
  rows.forEach((cells, row) =>
    cells?.slice(0, READ_COLUMNS).forEach((cell, column) => {
      if (cell?.t === 'z' && cell.f !== undefined && cell.f !== '') unvalued.add(formatAddress({ row, column }));
    }),
  );
  if (unvalued.size === 0) return { snapshot, notes };
  const computed = recalculate(snapshot, new Map(), unvalued);
  const filled = withComputed(snapshot, computed);
  const left = [...unvalued].flatMap((address) => (computed.has(address) ? [] : (parseAddress(address) ?? [])));
  if (left.length === 0) return { snapshot: filled, notes };
  const note = `${left.length} 个公式没有保存计算结果，按空白处理，查出的问题只作提示：请用 Excel 或 WPS 打开，保存后再核查`;
  return { snapshot: { ...filled, unvalued: left }, notes: [...notes, note] };
}

function withComputed(snapshot: SheetSnapshot, computed: ReadonlyMap<string, CellValue>): SheetSnapshot {
  const values = snapshot.values.map((row) => row.slice());
  const texts = snapshot.texts.map((row) => row.slice());
  for (const [address, value] of computed) {
    const cell = parseAddress(address);
    if (cell === null || value === null) continue;
    const [row, column] = [cell.row - snapshot.origin.row, cell.column - snapshot.origin.column];
    const [ofRow, shown] = [values[row], texts[row]];
    if (ofRow === undefined || shown === undefined) continue;
    ofRow[column] = value;
    shown[column] = displayLike(value, cellAt(snapshot, cell));
  }
  return { ...snapshot, values, texts };
}

function sheetsOf(workbook: WorkBook, kind: FileKind): FileSheet[] {
  const sheets: FileSheet[] = [];
  const lost: string[] = [];
  workbook.SheetNames.slice(0, READ_SHEETS).forEach((name, index) => {
    // The parser keeps its sheets under their names in a plain object, in which one name is taken by the language.
    const there = name === '__proto__' || Object.hasOwn(workbook.Sheets, name);
    const worksheet = there ? workbook.Sheets[name] : undefined;
    if (worksheet === undefined) {
      lost.push(name);
      return;
    }
    if (worksheet['!type'] !== undefined && worksheet['!type'] !== 'sheet') return;
    const hiding = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const hidden = { hidden: hiding !== 0, ...(hiding === 2 ? { veryHidden: true as const } : {}) };
    const rows = worksheet['!data'] ?? [];
    const read = snapshotOf(name, rows, worksheet['!merges'] ?? [], false, hiddenOf(worksheet));
    sheets.push({ name, ...hidden, ...withValues(read, rows) });
  });
  if (leadToCells(kind, lost)) throw damaged();
  // The parser keeps one of two tabs of a name, and Excel takes no such workbook without mending it.
  if (new Set(workbook.SheetNames).size < workbook.SheetNames.length) throw damaged();
  const count = workbook.SheetNames.length;
  if (count <= READ_SHEETS) return sheets;
  const note = `工作簿有 ${count} 张工作表，只核查了前 ${READ_SHEETS} 张：请把其余的另存为一个工作簿后再核查`;
  const [told] = shownSheets(sheets);
  return sheets.map((sheet) => (sheet === told ? { ...sheet, notes: [...sheet.notes, note] } : sheet));
}

/**
 * Reads a workbook file: .xlsx, .xlsm, .xls, .et, .ods, .csv and HTML or XML saved under one of these names, in UTF-8
 * or GBK. Throws a `HostError` with one sentence for a file that is none of them, is damaged, locked or too large.
 */
export function readWorkbook(bytes: Uint8Array, name: string): WorkbookFile {
  const kind = inspectFile(bytes, name);
  const annotatable = kind.kind === 'package' && !kind.ods;
  if (kind.kind === 'delimited' || kind.kind === 'html') return { name, sheets: [plainSheet(kind, name)], annotatable };
  const sheets = sheetsOf(parseKind(kind), kind);
  if (sheets.length === 0) throw damaged();
  return { name, sheets, annotatable };
}
