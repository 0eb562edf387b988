import { createCipheriv, createHash } from 'node:crypto';
import { oleFile, oleStream } from './ole';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const hash = (name: 'md5' | 'sha1', ...parts: readonly Uint8Array[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest();

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}

function aes(key: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)])),
    cipher.final(),
  ]);
}

const SALT = Buffer.from('0123456789abcdef');

/** A package encrypted as Excel 2007 does it. */
export function standardEncrypted(file: Uint8Array, password: string): Uint8Array {
  let key = hash('sha1', SALT, utf16(password));
  for (let round = 0; round < 50_000; round += 1) key = hash('sha1', u32(round), key);
  key = hash('sha1', key, u32(0));
  key = hash('sha1', Buffer.from(Buffer.concat([key, Buffer.alloc(44)]).map((byte) => byte ^ 0x36))).subarray(0, 16);
  const verifier = Buffer.from('0123456789ABCDEF');
  const name = utf16('Microsoft Enhanced RSA and AES Cryptographic Provider\0');
  const header = Buffer.concat([u32(0x24, 0, 0x660e, 0x8004, 128, 24, 0, 0), name]);
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    u32(0x24, header.length),
    header,
    u32(16),
    SALT,
    aes(key, verifier),
    u32(20),
    aes(key, hash('sha1', verifier)),
  ]);
  return oleFile([
    ['EncryptionInfo', info],
    ['EncryptedPackage', Buffer.concat([u32(file.length, 0), aes(key, file)])],
  ]);
}

const KEY_OF_PACKAGE = Buffer.from('146e0be7abacd0d6', 'hex');

/** A package encrypted as Excel 2010 and later do it, with as many rounds of hashing as the file says. */
export function agileEncrypted(
  file: Uint8Array,
  password: string,
  rounds = 1_000,
  stated = String(rounds),
): Uint8Array {
  const sha512 = (...parts: readonly Uint8Array[]): Buffer =>
    createHash('sha512').update(Buffer.concat(parts)).digest();
  const cbc = (key: Uint8Array, start: Uint8Array, plain: Uint8Array): Buffer => {
    const cipher = createCipheriv('aes-256-cbc', key, start).setAutoPadding(false);
    return Buffer.concat([cipher.update(plain), cipher.final()]);
  };
  let lock = sha512(SALT, utf16(password));
  for (let round = 0; round < rounds; round += 1) lock = sha512(u32(round), lock);
  const key = Buffer.alloc(32, 7);
  const plain = Buffer.concat([file, Buffer.alloc((16 - (file.length % 16)) % 16)]);
  const segments = Array.from({ length: Math.ceil(plain.length / 4096) }, (_, index) =>
    cbc(key, sha512(SALT, u32(index)).subarray(0, 16), plain.subarray(4096 * index, 4096 * (index + 1))),
  );
  const how =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const salt = `saltValue="${SALT.toString('base64')}"`;
  const locked = cbc(sha512(lock, KEY_OF_PACKAGE).subarray(0, 32), SALT, key).toString('base64');
  const xml = `<encryption><keyData ${how} ${salt}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${stated}" ${how} ${salt} encryptedKeyValue="${locked}"/></keyEncryptor></keyEncryptors></encryption>`;
  return oleFile([
    ['EncryptionInfo', Buffer.concat([Buffer.from([4, 0, 4, 0]), u32(0x40), Buffer.from(xml)])],
    ['EncryptedPackage', Buffer.concat([u32(file.length, 0), ...segments])],
  ]);
}

function* rc4(key: Uint8Array): Generator<number, never> {
  const box = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const swap = (a: number, b: number): void => {
    const kept = box.readUInt8(a);
    box.writeUInt8(box.readUInt8(b), a);
    box.writeUInt8(kept, b);
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + box.readUInt8(i) + (key.at(i % key.length) ?? 0)) % 256;
    swap(i, j);
  }
  for (let i = 1, j = 0; ; i = (i + 1) % 256) {
    j = (j + box.readUInt8(i)) % 256;
    swap(i, j);
    yield box.readUInt8((box.readUInt8(i) + box.readUInt8(j)) % 256);
  }
}

function scrambled(bytes: Uint8Array, noise: Generator<number, never>): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ noise.next().value));
}

/** An old workbook with a record of its encryption, and every byte that is to be encrypted as `encrypt` makes it. */
function withRecords(
  file: Uint8Array,
  pass: Uint8Array,
  encrypt: (byte: number, at: number, start: number, end: number) => number,
): Uint8Array {
  const record = Buffer.concat([Buffer.from([0x2f, 0, pass.length, 0]), pass]);
  const plain = Buffer.from(oleStream(file, 'Workbook'));
  const first = 4 + plain.readUInt16LE(2);
  const stream = Buffer.concat([plain.subarray(0, first), record, plain.subarray(first)]);
  for (let at = 0, end: number; at + 4 <= stream.length; at = end) {
    const type = stream.readUInt16LE(at);
    end = at + 4 + stream.readUInt16LE(at + 2);
    if (type === 0x0809 || type === 0x2f) continue;
    if (type === 0x85) stream.writeUInt32LE(stream.readUInt32LE(at + 4) + record.length, at + 4);
    for (let byte = at + (type === 0x85 ? 8 : 4); byte < end; byte += 1) {
      stream.writeUInt8(encrypt(stream.readUInt8(byte), byte, at + 4, end), byte);
    }
  }
  return oleFile([['Workbook', stream]]);
}

/**
 * An old workbook obfuscated by XOR. The key that a password comes to and the number that proves it are given: both are
 * read out of files of Excel with that password.
 */
export function recordsObfuscated(file: Uint8Array, password: string, key: number, proof: number): Uint8Array {
  const fillers = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];
  const noise = [...Buffer.from(password), ...fillers].slice(0, 16).map((byte, index) => {
    const mixed = byte ^ (index % 2 === 0 ? key & 0xff : key >> 8);
    return ((mixed << 2) & 0xff) | (mixed >> 6);
  });
  const pass = Buffer.alloc(6);
  pass.writeUInt16LE(key, 2);
  pass.writeUInt16LE(proof, 4);
  return withRecords(file, pass, (byte, at, start, end) => {
    const mixed = byte ^ (noise[(end + at - start) % 16] ?? 0);
    return (mixed >> 3) | ((mixed << 5) & 0xff);
  });
}

/** An old workbook encrypted as Excel 97 does it, or, with `strong`, as Excel 2002 and later. */
export function recordsEncrypted(file: Uint8Array, password: string, strong: boolean): Uint8Array {
  const base = strong
    ? hash('sha1', SALT, utf16(password))
    : hash(
        'md5',
        ...Array.from({ length: 16 }, () => Buffer.concat([hash('md5', utf16(password)).subarray(0, 5), SALT])),
      );
  const keyOf = (block: number): Buffer =>
    strong ? hash('sha1', base, u32(block)).subarray(0, 16) : hash('md5', base.subarray(0, 5), u32(block));
  const verifier = Buffer.from('0123456789ABCDEF');
  const hashed = hash(strong ? 'sha1' : 'md5', verifier);
  const checked = scrambled(Buffer.concat([verifier, hashed]), rc4(keyOf(0)));
  const header = u32(4, 0, 0x6801, 0x8004, 128, 1, 0, 0);
  const pass = strong
    ? [
        Buffer.from([1, 0, 2, 0, 2, 0]),
        u32(4, header.length),
        header,
        u32(16),
        SALT,
        checked.subarray(0, 16),
        u32(20),
        checked.subarray(16),
      ]
    : [Buffer.from([1, 0, 1, 0, 1, 0]), SALT, checked];
  const noise: Buffer[] = [];
  return withRecords(file, Buffer.concat(pass), (byte, at) => {
    const block = Math.floor(at / 1024);
    const ofBlock = (noise[block] ??= scrambled(Buffer.alloc(1024), rc4(keyOf(block))));
    return byte ^ ofBlock.readUInt8(at % 1024);
  });
}
