import { deflateSync, inflateSync } from 'fflate';

/** One file of a zip as its central directory describes it. */
export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly encrypted: boolean;
  readonly headerOffset: number;
  /** Its record in the central directory, byte for byte. */
  readonly record: Uint8Array;
}

/** A zip whose directory can't be read, or an entry that is not what the directory says. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const WIDE_END = 0x06064b50;
const WIDE_END_SIZE = 56;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;

const decoder = new TextDecoder('utf-8');
const encoder = new TextEncoder();

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(data: DataView): number {
  const last = data.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (data.getUint32(at, true) === END) return at;
  }
  throw new ZipError('no end of central directory');
}

/** The 64-bit figures of an entry that some writers keep in the extra field: size, compressed size, offset in this order. */
function wideFigures(record: Uint8Array, nameLength: number, extraLength: number): number[] {
  const data = view(record);
  const end = CENTRAL_SIZE + nameLength + extraLength;
  for (let at = CENTRAL_SIZE + nameLength; at + 4 <= end;) {
    const length = data.getUint16(at + 2, true);
    if (data.getUint16(at, true) === 1) {
      const figures: number[] = [];
      for (let figure = at + 4; figure + 8 <= Math.min(end, at + 4 + length); figure += 8) {
        figures.push(Number(data.getBigUint64(figure, true)));
      }
      return figures;
    }
    at += 4 + length;
  }
  return [];
}

function readEntry(bytes: Uint8Array, at: number): ZipEntry {
  const data = view(bytes);
  if (at + CENTRAL_SIZE > bytes.length || data.getUint32(at, true) !== CENTRAL) throw new ZipError('bad directory');
  const nameLength = data.getUint16(at + 28, true);
  const extraLength = data.getUint16(at + 30, true);
  const length = CENTRAL_SIZE + nameLength + extraLength + data.getUint16(at + 32, true);
  if (at + length > bytes.length) throw new ZipError('cut directory');
  const record = bytes.subarray(at, at + length);
  const wide = wideFigures(record, nameLength, extraLength);
  const figure = (offset: number): number => {
    const value = data.getUint32(at + offset, true);
    return value === UNKNOWN_32 ? (wide.shift() ?? value) : value;
  };
  const size = figure(24);
  const compressedSize = figure(20);
  return {
    name: decoder.decode(record.subarray(CENTRAL_SIZE, CENTRAL_SIZE + nameLength)).replaceAll('\\', '/'),
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    compressedSize,
    size,
    encrypted: (data.getUint16(at + 8, true) & 1) === 1,
    headerOffset: figure(42),
    record,
  };
}

interface Directory {
  readonly start: number;
  readonly count: number;
}

/** Where the directory stands; large or streamed zips say so in a record of 64-bit figures before the usual end. */
function findDirectory(data: DataView): Directory {
  const end = findEnd(data);
  const usual = { start: data.getUint32(end + 16, true), count: data.getUint16(end + 10, true) };
  const locator = end - LOCATOR_SIZE;
  if ((usual.start !== UNKNOWN_32 && usual.count !== UNKNOWN_16) || locator < 0) return usual;
  if (data.getUint32(locator, true) !== LOCATOR) return usual;
  const wide = Number(data.getBigUint64(locator + 8, true));
  if (wide + WIDE_END_SIZE > data.byteLength || data.getUint32(wide, true) !== WIDE_END) throw new ZipError('bad end');
  return { start: Number(data.getBigUint64(wide + 48, true)), count: Number(data.getBigUint64(wide + 32, true)) };
}

/** The entries of a zip in the order of its directory. Reads the directory only. Throws a `ZipError` for a damaged one. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const { start, count } = findDirectory(view(bytes));
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(bytes, at);
    entries.push(entry);
    at += entry.record.length;
  }
  // Entries that share their bytes make hundreds of megabytes of one.
  let free = 0;
  for (const { headerOffset, compressedSize } of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    if (headerOffset < free) throw new ZipError('overlapping entries');
    free = headerOffset + LOCAL_SIZE + compressedSize;
  }
  return entries;
}

function dataStart(bytes: Uint8Array, entry: ZipEntry): number {
  const data = view(bytes);
  const at = entry.headerOffset;
  if (at + LOCAL_SIZE > bytes.length || data.getUint32(at, true) !== LOCAL) throw new ZipError('bad local header');
  return at + LOCAL_SIZE + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
}

/**
 * The uncompressed bytes of one entry. Never gives more than the directory says that it holds, so that a zip that
 * lies about its sizes can't fill the memory; what does not match its checksum throws a `ZipError`.
 */
export function readEntryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const start = dataStart(bytes, entry);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw new ZipError('cut entry');
  const content = unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('checksum');
  return content;
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new ZipError(`compression method ${entry.method}`);
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch (cause) {
    throw new ZipError('damaged entry', { cause });
  }
}

/** A part of a zip that is written anew. */
export interface NewPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** Kept as it is, without compression, for a zip that is read at once. */
  readonly stored?: boolean;
  /** Its checksum where that is known already. */
  readonly crc?: number;
}

interface Piece {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

function newPiece({ name, content, stored, crc = crc32(content) }: NewPart): Piece {
  const nameBytes = encoder.encode(name);
  const packed = stored === true ? content : deflateSync(content, { level: 6 });
  const local = new Uint8Array(LOCAL_SIZE + nameBytes.length + packed.length);
  const record = new Uint8Array(CENTRAL_SIZE + nameBytes.length);
  const common = (data: DataView, at: number): void => {
    data.setUint16(at, 20, true);
    data.setUint16(at + 2, UTF8_NAMES, true);
    data.setUint16(at + 4, stored === true ? STORED : DEFLATED, true);
    // No clock: the same copy always has the same bytes. 1980-01-01 is the first day that a zip knows.
    data.setUint16(at + 8, 0x21, true);
    data.setUint32(at + 10, crc, true);
    data.setUint32(at + 14, packed.length, true);
    data.setUint32(at + 18, content.length, true);
    data.setUint16(at + 22, nameBytes.length, true);
  };
  view(local).setUint32(0, LOCAL, true);
  common(view(local), 4);
  local.set(nameBytes, LOCAL_SIZE);
  local.set(packed, LOCAL_SIZE + nameBytes.length);
  view(record).setUint32(0, CENTRAL, true);
  view(record).setUint16(4, 20, true);
  common(view(record), 6);
  record.set(nameBytes, CENTRAL_SIZE);
  return { local, record };
}

/** An entry as it stands in the file: header, compressed data and all that follows up to the next entry. */
function keptPiece(bytes: Uint8Array, entry: ZipEntry, nextOffset: number): Piece {
  const least = dataStart(bytes, entry) + entry.compressedSize;
  const end = Math.max(least, nextOffset);
  if (end > bytes.length) throw new ZipError('cut entry');
  return { local: bytes.subarray(entry.headerOffset, end), record: entry.record };
}

/** A zip of nothing but new parts. */
export function buildZip(parts: readonly NewPart[]): Uint8Array {
  return assemble(parts.map(newPiece));
}

/**
 * A copy of a zip in which some parts are replaced, added (at the end) or removed (`null`). All other entries keep
 * their compressed bytes.
 */
export function rewriteZip(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const entries = readDirectory(bytes);
  const data = view(bytes);
  const directory = findDirectory(data).start;
  const offsets = [...entries.map((entry) => entry.headerOffset), directory].sort((a, b) => a - b);
  const next = new Map(offsets.map((offset, index) => [offset, offsets[index + 1] ?? directory]));
  const added = new Map(changes);
  const pieces: Piece[] = [];
  for (const entry of entries) {
    const change = changes.get(entry.name);
    added.delete(entry.name);
    if (change === undefined) pieces.push(keptPiece(bytes, entry, next.get(entry.headerOffset) ?? directory));
    else if (change !== null) pieces.push(newPiece({ name: entry.name, content: change }));
  }
  for (const [name, content] of added) if (content !== null) pieces.push(newPiece({ name, content }));
  return assemble(pieces);
}

function assemble(pieces: readonly Piece[]): Uint8Array {
  const localSize = pieces.reduce((sum, { local }) => sum + local.length, 0);
  const directorySize = pieces.reduce((sum, { record }) => sum + record.length, 0);
  const zip = new Uint8Array(localSize + directorySize + END_SIZE);
  const data = view(zip);
  let at = 0;
  let recordAt = localSize;
  for (const { local, record } of pieces) {
    zip.set(local, at);
    zip.set(record, recordAt);
    data.setUint32(recordAt + 42, at, true);
    at += local.length;
    recordAt += record.length;
  }
  data.setUint32(recordAt, END, true);
  data.setUint16(recordAt + 8, pieces.length, true);
  data.setUint16(recordAt + 10, pieces.length, true);
  data.setUint32(recordAt + 12, directorySize, true);
  data.setUint32(recordAt + 16, localSize, true);
  return zip;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The checksum that zips keep of each entry. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // Index by index: iterators make this, which runs over every byte of every file, several times slower.
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
