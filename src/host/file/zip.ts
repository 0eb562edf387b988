import { inflateSync, zipSync } from 'fflate';

/** One file of a zip as its central directory describes it. */
export interface ZipEntry {
  /** With forward slashes and from the root on, however the writer put it. */
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

const decoder = new TextDecoder('utf-8');

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
    name: decoder
      .decode(record.subarray(CENTRAL_SIZE, CENTRAL_SIZE + nameLength))
      .replaceAll('\\', '/')
      .replace(/^(?:\.?\/)+/, ''),
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
  // Of two entries of one name each program takes another.
  if (new Set(entries.map(({ name }) => name)).size < count) throw new ZipError('two entries of one name');
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
}

/**
 * A zip of nothing but new parts, `stored` without compression for one that is read at once. No clock: the same parts always
 * give the same bytes, with the first day that a zip knows.
 */
export function buildZip(parts: readonly NewPart[], stored = false): Uint8Array {
  const files = Object.fromEntries(parts.map(({ name, content }) => [name, content]));
  return zipSync(files, { level: stored ? 0 : 6, mtime: new Date(1980, 0, 1) });
}

interface Piece {
  readonly name: string;
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/** The entries as they stand in the file: header, compressed data and all that follows up to the next entry. */
function piecesOf(bytes: Uint8Array): Piece[] {
  const entries = readDirectory(bytes);
  const directory = findDirectory(view(bytes)).start;
  const offsets = [...entries.map((entry) => entry.headerOffset), directory].sort((a, b) => a - b);
  const next = new Map(offsets.map((offset, index) => [offset, offsets[index + 1] ?? directory]));
  return entries.map((entry) => {
    const { name, record, headerOffset, compressedSize } = entry;
    const end = Math.max(dataStart(bytes, entry) + compressedSize, next.get(headerOffset) ?? directory);
    if (end > bytes.length) throw new ZipError('cut entry');
    return { name, local: bytes.subarray(headerOffset, end), record };
  });
}

/**
 * A copy of a zip in which some parts are replaced, added (at the end) or removed (`null`). All other entries keep
 * their compressed bytes.
 */
export function rewriteZip(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const written = [...changes].flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
  const added = new Map(piecesOf(buildZip(written)).map((piece) => [piece.name, piece]));
  const pieces = piecesOf(bytes).flatMap((piece) => {
    if (!changes.has(piece.name)) return [piece];
    const replaced = added.get(piece.name);
    added.delete(piece.name);
    return replaced ?? [];
  });
  return assemble([...pieces, ...added.values()]);
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
