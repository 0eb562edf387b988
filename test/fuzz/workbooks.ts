import { utils, write } from '@e965/xlsx';
import { buildZip } from '../../src/host/file/zip';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { partsOf, workbookFile } from '../support/workbook';
import type { Random } from './random';

/** A file as it may be received: its bytes and the name that it claims. */
export interface ReceivedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

const encoder = new TextEncoder();
const snapshots = FORMS_IN_ORDER.slice(0, 6).map(({ rows }) => sheetOf(rows));
const SHEETS = snapshots.map(({ values }, index) => ({
  name: ['自评表', '__proto__', 'constructor'][index % 3] ?? '自评表',
  rows: values,
  merges: ['A1:F1'],
}));

const u16 = (value: number): readonly number[] => [value & 255, value >> 8];

/** Formulas as an .xls holds them: their length and their parts, which the writer puts behind a value. */
const FORMULAS = [
  // SUM(C3:C9)
  [0x25, ...u16(2), ...u16(8), ...u16(2), ...u16(2), 0x19, 0x10, 0, 0],
  // 1+"x"
  [0x1e, 1, 0, 0x17, 1, 0, 0x78, 0x03],
  // {1}, with what follows the formula
  [0x20, 0, 0, 0, 0, 0, 0, 0],
].map((parts, index) => [...u16(parts.length), ...parts, ...(index === 2 ? [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0] : [])]);

/** A form in .xls with formulas among its figures. */
function oldWithFormulas({ name, rows }: (typeof SHEETS)[number]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  Object.values(sheet).forEach((cell: { v?: unknown; bf?: unknown }, index) => {
    if (typeof cell.v === 'number') cell.bf = FORMULAS[index % FORMULAS.length];
  });
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, name);
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

/** Whole files of every kind that is read. */
const WHOLE: readonly ReceivedFile[] = [
  ...(['xlsx', 'xlsm', 'biff8', 'ods', 'xlml', 'html', 'csv'] as const).flatMap((type) =>
    SHEETS.slice(0, 3).map((sheet) => ({
      bytes: workbookFile([sheet], type),
      name: `自评表.${{ biff8: 'xls', xlml: 'xls', html: 'xls' }[type as string] ?? type}`,
    })),
  ),
  ...SHEETS.slice(0, 3).map((sheet) => ({ bytes: oldWithFormulas(sheet), name: '自评表.xls' })),
  { bytes: workbookFile(SHEETS.slice(0, 1).concat({ name: '说明', rows: [['x']], merges: [] })), name: '两张表.xlsx' },
];

const PACKAGES = WHOLE.filter(({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b).map((file) => ({
  ...file,
  parts: partsOf(file.bytes),
}));

const OLD = WHOLE.filter(({ bytes }) => bytes[0] === 0xd0);

/** Pieces of XML that a reader must neither follow nor stumble over. */
const HOSTILE = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>&b;',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<row r="1048577"><c r="XFE1"><v>1</v></c></row>',
  '<row r="999999999999"/>',
  '<c r="A0"><v>1</v></c>',
  '<c r="__proto__" t="s"><v>99999999</v></c>',
  '<c t="inlineStr"><is><t>x</t>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="Z9:A1"/>',
  '<dimension ref="A1:XFD1048576"/>',
  '<f t="shared" ref="A1:XFD1048576" si="0">A1</f>',
  '<table:table-row table:number-rows-repeated="1000000000">',
  '<![CDATA[',
  '<!--',
  '&#x0;&#1114112;&bogus;',
  '<'.repeat(5_000),
  '<a '.repeat(5_000),
  '<a>'.repeat(5_000),
  '"'.repeat(5_000),
];

/** Types of records in an .xls that hold texts, formulas or lists. */
const RECORD_TYPES = [
  ...[0x06, 0x17, 0x18, 0x1c, 0x23, 0x2f, 0x31, 0x3c, 0x5c, 0x85, 0x92, 0xbd, 0xbe, 0xd6, 0xe5, 0xfc, 0xfd, 0x01ae],
  ...[0x01b6, 0x01b8, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x0207, 0x0208, 0x0221, 0x027e, 0x041e, 0x04bc, 0x0809],
];

function cut(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  return random.chance(0.7) ? bytes.slice(0, at) : bytes.slice(at);
}

function flip(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const count = 1 + random.below(16);
  for (let change = 0; change < count; change += 1) {
    const at = random.below(copy.length);
    copy[at] = random.chance(0.5)
      ? (copy[at] ?? 0) ^ (1 << random.below(8))
      : random.pick([0, 0xff, random.below(256)]);
  }
  return copy;
}

function blank(random: Random, bytes: Uint8Array): Uint8Array {
  const start = random.below(bytes.length);
  return bytes.slice().fill(random.pick([0, 0x20, 0xff]), start, start + 1 + random.below(600));
}

function splice(random: Random, bytes: Uint8Array): Uint8Array {
  const other = random.pick(WHOLE).bytes;
  const from = random.below(other.length);
  const piece = other.slice(from, from + random.below(2_000));
  const at = random.below(bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at + random.below(200))]);
}

/** A sound package whose XML was tampered with. */
function tampered(random: Random): ReceivedFile {
  const { parts, name } = random.pick(PACKAGES);
  const victim = random.pick([...parts.keys()]);
  const content = [...parts].flatMap(([part, xml]) => {
    if (part !== victim) return [{ name: part, content: encoder.encode(xml) }];
    const at = random.below(xml.length + 1);
    const kind = random.below(6);
    if (kind === 0) return [];
    if (kind === 1) return [{ name: part, content: encoder.encode(xml.slice(0, at)) }];
    if (kind === 2) return [{ name: part, content: flip(random, encoder.encode(xml)) }];
    if (kind === 3) return [{ name: part.toUpperCase(), content: encoder.encode(xml) }];
    const end = kind === 4 ? at : at + random.below(80);
    // Between two tags, where a reader meets it, or anywhere.
    const inside = random.chance(0.7) ? Math.max(0, xml.indexOf('<', at)) : at;
    const text = xml.slice(0, inside) + random.pick(HOSTILE) + xml.slice(Math.max(inside, end));
    return [{ name: part, content: encoder.encode(text) }];
  });
  return { bytes: buildZip(content), name };
}

/** Where the records of an .xls stand in the file, if they stand in one piece, and how long each is. */
function recordsOf(bytes: Uint8Array): readonly { readonly at: number; readonly length: number }[] {
  const records: { at: number; length: number }[] = [];
  // The first record of the workbook; its parts begin at multiples of 64 or 512 bytes.
  for (let at = 512; at + 4 <= bytes.length; at += 64) {
    if (bytes[at] !== 0x09 || bytes[at + 1] !== 0x08) continue;
    while (at + 4 <= bytes.length && records.length < 2_000) {
      const length = (bytes[at + 2] ?? 0) + 256 * (bytes[at + 3] ?? 0);
      records.push({ at, length });
      at += 4 + length;
    }
    break;
  }
  return records;
}

/** An .xls one of whose records breaks off, says that it is another, or holds other bytes. */
function tamperedRecords(random: Random): ReceivedFile {
  const { bytes, name } = random.pick(OLD);
  const copy = bytes.slice();
  const count = 1 + random.below(3);
  for (let change = 0; change < count; change += 1) {
    const records = recordsOf(copy);
    if (records.length === 0) break;
    const { at, length } = random.pick(records);
    const kind = random.below(4);
    const last = at + 4 + length - 1;
    if (kind === 0) copy.set(u16(random.below(length + 1)), at + 2);
    // What is cut off becomes a record of its own, so that what follows is still found.
    else if (kind === 1 && length >= 5) {
      const left = random.below(length - 3);
      copy.set(u16(left), at + 2);
      copy.set([...u16(random.pick(RECORD_TYPES)), ...u16(length - left - 4)], at + 4 + left);
    } else if (kind === 2) copy.set(u16(random.pick(RECORD_TYPES)), at);
    else copy[random.pick([last, at + 4 + random.below(length + 1)])] = random.pick([0, 0xff, 0x17, random.below(256)]);
  }
  return { bytes: copy, name };
}

/** A file that was damaged on its way, or made to do damage. */
export function damagedFile(random: Random): ReceivedFile {
  if (random.chance(0.4)) return tampered(random);
  if (random.chance(0.25)) return tamperedRecords(random);
  const { bytes, name } = random.pick(WHOLE);
  const damaged = random.pick([cut, flip, flip, blank, splice])(random, bytes);
  return { bytes: damaged, name: random.chance(0.9) ? name : random.pick(WHOLE).name };
}
