import { CFB } from '@e965/xlsx';

/** The parser's reader of OLE files, which it exports without a type. */
const ole = CFB as {
  read(
    bytes: Uint8Array,
    options: { type: 'array' },
  ): { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[] };
};

const HEADER = 512;
const VERSION_AT = 26;
/** Where the header says in which sectors stands what follows each sector. */
const TABLES_AT = 76;

/** Whether a chain of sectors comes back to itself: the parser would follow it until the memory is full. */
function runsInCircles(bytes: Uint8Array): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = data.getUint16(VERSION_AT, true) === 4 ? 4_096 : 512;
  const count = Math.ceil(data.byteLength / size);
  const after = (sector: number): number => {
    const entry = TABLES_AT + 4 * Math.floor(sector / (size / 4));
    const table = entry < HEADER ? data.getUint32(entry, true) : count;
    const at = (table + 1) * size + (sector % (size / 4)) * 4;
    return at + 4 > data.byteLength ? count : data.getUint32(at, true);
  };
  const walkOf = new Uint32Array(count);
  for (let walk = 1; walk <= count; walk += 1) {
    let at = walk - 1;
    for (; at < count && walkOf[at] === 0; at = after(at)) walkOf[at] = walk;
    if (walkOf[at] === walk) return true;
  }
  return false;
}

/**
 * The streams that stand in the root of an OLE file, by their names in capitals; what is embedded lies deeper. `null` for a
 * damaged file.
 */
export function streamsOf(bytes: Uint8Array): ReadonlyMap<string, ArrayLike<number>> | null {
  if (bytes.length < HEADER || runsInCircles(bytes)) return null;
  try {
    const { FullPaths, FileIndex } = ole.read(bytes, { type: 'array' });
    const root = FullPaths[0] ?? '';
    return new Map(
      FullPaths.flatMap((path, at): [string, ArrayLike<number>][] => {
        const name = path.startsWith(root) ? path.slice(root.length) : '';
        const content = FileIndex[at]?.content;
        return name === '' || name.includes('/') || content === undefined ? [] : [[name.toUpperCase(), content]];
      }),
    );
  } catch {
    // It fails with errors of every kind on what is damaged.
    return null;
  }
}
