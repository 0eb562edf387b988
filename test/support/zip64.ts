import { crc32 } from '../../src/host/file/zip';

const WIDE = 0xffffffff;

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

function u64(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => bytes.writeBigUInt64LE(BigInt(value), index * 8));
  return bytes;
}

/** A zip of which every figure that can be stands in 64 bits, as programs write it that don't know how long it becomes. */
export function zip64(parts: ReadonlyMap<string, string>): Uint8Array {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [named, content] = [Buffer.from(name), Buffer.from(text)];
    const common = [u16(45, 0x0800, 0, 0, 0x21), u32(crc32(content), WIDE, WIDE), u16(named.length)];
    const sizes = u64(content.length, content.length);
    const local = Buffer.concat([u32(0x04034b50), ...common, u16(20), named, u16(1, 16), sizes, content]);
    const tail = [u16(28, 0, 0, 0), u32(0, WIDE), named, u16(1, 24), sizes, u64(at)];
    records.push(Buffer.concat([u32(0x02014b50), u16(45), ...common, ...tail]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(records);
  const count = parts.size;
  return new Uint8Array(
    Buffer.concat([
      ...locals,
      directory,
      ...[u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(count, count, directory.length, at)],
      ...[u32(0x07064b50, 0), u64(at + directory.length), u32(1)],
      ...[u32(0x06054b50), u16(0, 0, 0xffff, 0xffff), u32(WIDE, WIDE), u16(0)],
    ]),
  );
}
