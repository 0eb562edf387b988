import { damaged, locked } from '../limits';
import { decryptedRecords } from './encrypted';
import { streamOf } from './ole';

const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const CONTINUE = 0x003c;
/** A record that every reader passes over: 拼音. */
const IGNORED = 0x00ef;

const EXCEL_95 = 0x0500;
const EXCEL_97 = 0x0600;

/** One record with what was continued in the next ones, as the parser joins them. */
interface Joined {
  readonly bytes: Uint8Array;
  /** Where in `bytes` each of the continued ones begins. */
  readonly seams: ReadonlySet<number>;
  /** Changes a byte of the stream, for one that isn't continued. */
  readonly put: (at: number, value: number) => void;
  readonly version: number;
}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

/**
 * A formula has to be as long as it says. One with further data behind it (an array constant) or that ends in what the
 * parser would take for the beginning of a text is made an empty text: its value is kept, nothing refers to anything.
 */
function checkFormula(from: number): (record: Joined) => void {
  return ({ bytes, put }) => {
    const room = bytes.length - from - 2;
    const length = u16(bytes, from);
    if (room < 0 || length > room) throw damaged();
    if (length === room && bytes.at(-1) !== 0x17) return;
    if (room < 3) throw damaged();
    [3, 0, 0x17, 0, 0].forEach((byte, index) => put(from + index, byte));
  };
}

/** Where a text of `count` characters that begins with its flags ends; it may be continued, with flags of its own. */
function afterCharacters({ bytes, seams }: Joined, flagsAt: number, from: number, count: number): number {
  let wide = ((bytes[flagsAt] ?? 0) & 1) === 1;
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    if (seams.has(at)) {
      wide = bytes[at] !== 0;
      at += 1;
    }
    at += wide ? 2 : 1;
  }
  return at;
}

/** The shared texts have to fill their record. */
function checkTexts(record: Joined): void {
  const { bytes } = record;
  if (bytes.length < 8) throw damaged();
  const count = u16(bytes, 4) + 65_536 * u16(bytes, 6);
  let at = 8;
  for (let index = 0; index < count && at < bytes.length; index += 1) {
    if (at + 3 > bytes.length) throw damaged();
    const flags = bytes[at + 2] ?? 0;
    const runs = (flags & 8) === 0 ? 0 : u16(bytes, at + 3);
    const extraAt = at + ((flags & 8) === 0 ? 3 : 5);
    const extra = (flags & 4) === 0 ? 0 : u16(bytes, extraAt) + 65_536 * u16(bytes, extraAt + 2);
    const from = extraAt + ((flags & 4) === 0 ? 0 : 4);
    at = afterCharacters(record, at + 2, from, u16(bytes, at)) + 4 * runs + extra;
  }
}

/** Another workbook that formulas refer to: its path and the names of its sheets. */
function checkBook(record: Joined): void {
  const { bytes } = record;
  if (bytes.length < 4) throw damaged();
  if (bytes.length === 4) return;
  let at = 2;
  while (at < bytes.length) {
    if (at + 3 > bytes.length) throw damaged();
    at = afterCharacters(record, at + 2, at + 3, u16(bytes, at));
  }
}

function atLeast(length: number): (record: Joined) => void {
  return ({ bytes }) => {
    if (bytes.length < length) throw damaged();
  };
}

/** BOF, EOF, BOUNDSHEET, CODEPAGE, DATE1904, XF, BLANK, NUMBER, RK, BOOLERR, LABELSST, MULBLANK, MULRK, MERGECELLS, DIMENSIONS. */
const UNCHECKED: readonly number[] = [
  ...[BOF, EOF, 0x0085, 0x0042, 0x0022, 0x00e0, 0x0201, 0x0203, 0x027e, 0x0205, 0x00fd, 0x00be, 0x00bd, 0x00e5, 0x0200],
  CONTINUE,
];

/** What of a workbook holds cells or how they are shown, and what must hold of it. */
const NEEDED: ReadonlyMap<number, (record: Joined) => void> = new Map([
  [0x0006, checkFormula(20)],
  [0x04bc, checkFormula(8)],
  [0x0221, checkFormula(12)],
  [0x00fc, checkTexts],
  [0x01ae, checkBook],
  // Texts stand behind their length; the parser never ends where that is missing.
  [0x0204, atLeast(8)],
  [0x00d6, atLeast(8)],
  [0x0207, atLeast(2)],
  [0x0017, atLeast(2)],
  [0x041e, (record) => atLeast(record.version === EXCEL_95 ? 3 : 4)(record)],
  ...UNCHECKED.map((type) => [type, atLeast(0)] as const),
]);

function joined(stream: Uint8Array, at: number, version: number): Joined {
  const seams = new Set<number>();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let next = at;
  do {
    if (pieces.length > 0) seams.add(length);
    const piece = stream.subarray(next + 4, next + 4 + u16(stream, next + 2));
    pieces.push(piece);
    length += piece.length;
    next += 4 + piece.length;
  } while (u16(stream, next) === CONTINUE && next + 4 <= stream.length);
  const put = (offset: number, value: number) => {
    stream[at + 4 + offset] = value;
  };
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return { bytes: first, seams, put, version };
  const bytes = new Uint8Array(length);
  let to = 0;
  for (const piece of pieces) {
    bytes.set(piece, to);
    to += piece.length;
  }
  return { bytes, seams, put, version };
}

/**
 * The records of an old workbook (.xls, .et) that hold cells, the others blotted out: the parser reads on without end where
 * a damaged one breaks off in the middle of a text or formula. Throws a `HostError` where they are damaged or locked.
 */
export function soundRecords(file: Uint8Array): Uint8Array {
  let stream = file[0] === (BOF & 0xff) ? file.slice() : streamOf(file, 'Workbook', 'Book');
  if (stream === null) throw damaged();
  let version = 0;
  let depth = 0;
  let at = 0;
  for (let next: number; at + 4 <= stream.length; at = next) {
    const type = u16(stream, at);
    next = at + 4 + u16(stream, at + 2);
    if (type === FILE_PASS) {
      stream = decryptedRecords(stream, at);
      if (stream === null) throw locked();
    }
    // The parser takes other beginnings for still older versions, and what follows the last end for nothing.
    if (depth === 0 && type !== BOF) break;
    if (type === BOF) {
      depth += 1;
      version = u16(stream, at + 4);
      if (version !== EXCEL_95 && version !== EXCEL_97) throw damaged();
    } else if (type === EOF) depth -= 1;
    const check = NEEDED.get(type);
    if (check === undefined) [stream[at], stream[at + 1]] = [IGNORED, 0];
    else check(joined(stream, at, version));
  }
  if (at === 0) throw damaged();
  return stream.subarray(0, at);
}
