import { CFB } from '@e965/xlsx';

/** The parser's reader of OLE files, which it exports without a type. */
const ole = CFB as {
  read(bytes: Uint8Array, options: { type: 'array' }): unknown;
  find(container: unknown, path: string): { readonly content: ArrayLike<number> } | null;
};

const SECTOR_SHIFT = 30;
const DIRECTORY_START = 48;
const RECORD = 128;
const NONE = 0xffffffff;
const MOST_RECORDS = 100_000;

/** Whether a chain of sectors comes back to itself: the parser would follow it until the memory is full. */
function runsInCircles(count: number, after: (sector: number) => number): boolean {
  const walkOf = new Uint32Array(count);
  for (let walk = 1; walk <= count; walk += 1) {
    let at = walk - 1;
    for (; at < count && walkOf[at] === 0; at = after(at)) walkOf[at] = walk;
    if (walkOf[at] === walk) return true;
  }
  return false;
}

/** Names in capitals of the streams and folders that stand in the root of an OLE file; `null` for a damaged one. */
export function streamsOf(bytes: Uint8Array): Set<string> | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.byteLength < 1_536) return null;
  const size = 2 ** data.getUint16(SECTOR_SHIFT, true);
  if (size !== 512 && size !== 4_096) return null;
  const sector = (index: number): number => (index + 1) * size;
  const tables: number[] = [];
  for (let at = 76; at < 512; at += 4) {
    const table = data.getUint32(at, true);
    if (table < NONE - 5) tables.push(table);
  }
  const after = (index: number): number => {
    const table = tables[Math.floor(index / (size / 4))];
    const at = table === undefined ? -1 : sector(table) + (index % (size / 4)) * 4;
    return at < 0 || at + 4 > data.byteLength ? NONE : data.getUint32(at, true);
  };
  if (runsInCircles(Math.ceil(data.byteLength / size), after)) return null;
  const records: number[] = [];
  const seen = new Set<number>();
  for (let at = data.getUint32(DIRECTORY_START, true); !seen.has(at) && records.length < MOST_RECORDS; at = after(at)) {
    if (sector(at) + size > data.byteLength) break;
    seen.add(at);
    for (let record = sector(at); record < sector(at) + size; record += RECORD) records.push(record);
  }
  const [root] = records;
  if (root === undefined) return null;
  const names = new Set<string>();
  const visited = new Set<number>();
  const pending = [data.getUint32(root + 76, true)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const at = records[id];
    if (at === undefined || visited.has(id)) continue;
    visited.add(id);
    const length = Math.min(Math.max(data.getUint16(at + 64, true) - 2, 0), 62);
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)).toUpperCase());
    pending.push(data.getUint32(at + 68, true), data.getUint32(at + 72, true));
  }
  return names;
}

/** The first of these streams that an OLE file has; `null` where there is none. */
export function streamOf(file: Uint8Array, ...names: readonly string[]): Uint8Array | null {
  const container = ole.read(file, { type: 'array' });
  for (const name of names) {
    const found = ole.find(container, `/${name}`);
    if (found !== null) return Uint8Array.from(found.content);
  }
  return null;
}
