import { cbc, ecb } from '@noble/ciphers/aes.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from '@noble/ciphers/utils.js';
import { attribute, tags } from './xml';

/**
 * The password by which Excel opens a file without asking: it encrypts a workbook of which only the structure is protected
 * by it (MS-OFFCRYPTO 2.4.2.3).
 */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** Excel asks for 100,000 rounds of hashing; a file that asks for more than this would only keep the machine busy. */
const MOST_ROUNDS = 1_000_000;
const STANDARD_ROUNDS = 50_000;
const SEGMENT = 4_096;
const KEY_OF_PACKAGE = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

type Hash = (message: Uint8Array) => Uint8Array;

const HASHES: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ['SHA1', sha1],
  ['SHA256', sha256],
  ['SHA384', sha384],
  ['SHA512', sha512],
]);

/** Decrypts the segment of that number. */
type Segment = (bytes: Uint8Array, index: number) => Uint8Array;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  view(bytes).setUint32(0, value, true);
  return bytes;
}

/** As UTF-16. */
const PASSWORD = Uint8Array.from(Array.from(DEFAULT_PASSWORD).flatMap((char) => [char.charCodeAt(0), 0]));

/** The password hashed again and again, each time with the number of the round before it. */
function stretched(hash: Hash, salt: Uint8Array, rounds: number): Uint8Array {
  let key = hash(concatBytes(salt, PASSWORD));
  const message = new Uint8Array(4 + key.length);
  for (let round = 0; round < rounds; round += 1) {
    view(message).setUint32(0, round, true);
    message.set(key, 4);
    key = hash(message);
  }
  return key;
}

/** Cut to a length, or filled up to it. */
function fitted(bytes: Uint8Array, length: number, filler: number): Uint8Array {
  const fit = new Uint8Array(length).fill(filler);
  fit.set(bytes.subarray(0, length));
  return fit;
}

/** What Excel 2010 and later write: an XML text says how. */
function agile(info: Uint8Array): Segment | null {
  const all = [...tags(new TextDecoder().decode(info.subarray(8)))];
  const data = all.find(({ local }) => local === 'keyData');
  const password = all.find(({ local }) => local === 'encryptedKey');
  if (data === undefined || password === undefined) return null;
  const [hash, keyHash] = [data, password].map((tag) => HASHES.get(attribute(tag, 'hashAlgorithm') ?? ''));
  const rounds = Number(attribute(password, 'spinCount'));
  const size = Number(attribute(password, 'keyBits')) / 8;
  if (hash === undefined || keyHash === undefined || !(rounds <= MOST_ROUNDS)) return null;
  if (attribute(data, 'cipherAlgorithm') !== 'AES' || attribute(data, 'cipherChaining') !== 'ChainingModeCBC')
    return null;
  const bytesOf = (tag: typeof data, name: string): Uint8Array =>
    Uint8Array.from(atob(attribute(tag, name) ?? ''), (char) => char.charCodeAt(0));
  const salt = bytesOf(password, 'saltValue');
  const lock = fitted(keyHash(concatBytes(stretched(keyHash, salt, rounds), KEY_OF_PACKAGE)), size, 0x36);
  const key = cbc(lock, fitted(salt, 16, 0x36), { disablePadding: true }).decrypt(
    bytesOf(password, 'encryptedKeyValue'),
  );
  const dataSalt = bytesOf(data, 'saltValue');
  return (bytes, index) => {
    const start = fitted(hash(concatBytes(dataSalt, u32(index))), 16, 0x36);
    return cbc(key.subarray(0, size), start, { disablePadding: true }).decrypt(bytes);
  };
}

/** What Excel 2007 and other programs write: AES, in which only the length of the key varies. */
function standard(info: Uint8Array): Segment | null {
  const data = view(info);
  const headerSize = data.getUint32(8, true);
  const bits = data.getUint32(28, true);
  const saltAt = 12 + headerSize + 4;
  if (![128, 192, 256].includes(bits) || saltAt + 16 > info.length) return null;
  const hashed = sha1(concatBytes(stretched(sha1, info.subarray(saltAt, saltAt + 16), STANDARD_ROUNDS), u32(0)));
  const mixed = (filler: number): Uint8Array => sha1(fitted(hashed, 64, 0).map((byte) => byte ^ filler));
  const key = concatBytes(mixed(0x36), mixed(0x5c)).subarray(0, bits / 8);
  return (bytes) => ecb(key, { disablePadding: true }).decrypt(bytes);
}

/**
 * The package in an encrypted file, out of its streams `EncryptionInfo` and `EncryptedPackage`, where the password is
 * Excel's default one; `null` where it is another, or the encryption one that is not known.
 */
export function packageInside(info: Uint8Array, encrypted: Uint8Array): Uint8Array | null {
  if (info.length < 32 || encrypted.length < 24) return null;
  const [major, minor] = [view(info).getUint16(0, true), view(info).getUint16(2, true)];
  const decrypt = minor === 4 && major === 4 ? agile(info) : minor === 2 ? standard(info) : null;
  if (decrypt === null) return null;
  const size = Number(view(encrypted).getBigUint64(0, true));
  const blocks = encrypted.subarray(8, 8 + Math.floor((encrypted.length - 8) / 16) * 16);
  const plain = new Uint8Array(blocks.length);
  for (let at = 0, index = 0; at < blocks.length; at += SEGMENT, index += 1) {
    plain.set(decrypt(blocks.subarray(at, at + SEGMENT), index), at);
    // With another password the result is noise, not a zip.
    if (index === 0 && !(plain[0] === 0x50 && plain[1] === 0x4b)) return null;
  }
  return plain.subarray(0, size);
}

/** The cipher of old workbooks: what it gives for a key, as many bytes as asked for. */
function rc4(key: Uint8Array, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  let other = 0;
  return Uint8Array.from({ length }, (_, index) => {
    other = (other + at(index + 1)) & 255;
    swap(index + 1, other);
    return at(at(index + 1) + at(other));
  });
}

/** The key of each 1,024 bytes of an old workbook, and what its hash is made with; `null` for an unknown encryption. */
function recordKeys(
  pass: Uint8Array,
): { readonly hash: Hash; readonly key: (block: number) => Uint8Array; readonly verifierAt: number } | null {
  if (pass.length < 54) return null;
  const data = view(pass);
  const [kind, major, minor] = [0, 2, 4].map((at) => data.getUint16(at, true));
  if (kind !== 1) return null;
  if (major === 1 && minor === 1) {
    const short = concatBytes(md5(PASSWORD).subarray(0, 5), pass.subarray(6, 22));
    const base = md5(concatBytes(...Array.from({ length: 16 }, () => short))).subarray(0, 5);
    return { hash: md5, key: (block) => md5(concatBytes(base, u32(block))), verifierAt: 22 };
  }
  if (minor !== 2) return null;
  const saltAt = 14 + data.getUint32(10, true) + 4;
  const bits = data.getUint32(30, true);
  if (bits > 128 || saltAt + 56 > pass.length) return null;
  const base = sha1(concatBytes(pass.subarray(saltAt, saltAt + 16), PASSWORD));
  const size = (bits === 0 ? 40 : bits) / 8;
  // Keys of 40 bits are padded with zeros.
  const key = (block: number): Uint8Array =>
    fitted(sha1(concatBytes(base, u32(block))).subarray(0, size), size === 5 ? 16 : size, 0);
  return { hash: sha1, key, verifierAt: saltAt + 16 };
}

/** Gives one byte of a record in clear: what it is, where it stands in the stream, and where the record's data begins and ends. */
type Clear = (byte: number, at: number, start: number, end: number) => number;

const BLOCK = 1_024;

/** The ways of Excel 97 and later: noise for each 1,024 bytes. `null` for another password. */
function byCipher(pass: Uint8Array): Clear | null {
  const keys = recordKeys(pass);
  if (keys === null) return null;
  const { hash, key, verifierAt } = keys;
  const cipher = rc4(key(0), 64);
  const opened = pass.subarray(verifierAt, verifierAt + 16).map((byte, index) => byte ^ (cipher[index] ?? 0));
  const hashed = hash(opened);
  // The length of the hash may stand between the two.
  const hashAt = verifierAt + 16 + (hash === md5 ? 0 : 4);
  const stated = pass.subarray(hashAt, hashAt + hashed.length).map((byte, index) => byte ^ (cipher[16 + index] ?? 0));
  if (!equalBytes(hashed, stated)) return null;
  let noise: Uint8Array = new Uint8Array(0);
  let block = -1;
  return (byte, at) => {
    if (Math.floor(at / BLOCK) !== block) {
      block = Math.floor(at / BLOCK);
      noise = rc4(key(block), BLOCK);
    }
    return byte ^ (noise[at % BLOCK] ?? 0);
  };
}

/** The key and the verifier of Excel's default password in XOR obfuscation (MS-OFFCRYPTO 2.3.7). */
const XOR_PASS = Uint8Array.of(0x59, 0xb3, 0x0a, 0x9a);

const turned = (byte: number, bits: number): number => ((byte << bits) | (byte >> (8 - bits))) & 0xff;

/** The password's characters and the first of the fillers, mixed with the key. */
const XOR_NOISE = Uint8Array.from(DEFAULT_PASSWORD + '\xbb', (char, index) =>
  turned(char.charCodeAt(0) ^ (XOR_PASS[index % 2] ?? 0), 2),
);

/** The way of Excel 95, which later versions offer too. `null` for another password. */
function byObfuscation(pass: Uint8Array): Clear | null {
  if (!equalBytes(pass, XOR_PASS)) return null;
  return (byte, at, start, end) => turned(byte, 3) ^ (XOR_NOISE[(end + at - start) % 16] ?? 0);
}

const BOUNDSHEET = 0x0085;
const FILE_PASS = 0x002f;
/** A record that every reader passes over. */
const IGNORED = 0x00ef;
/** BOF, WRITEPROT. */
const BEFORE_PASS: ReadonlySet<number> = new Set([0x0809, 0x0086]);
/** Records that are never encrypted: beginnings, the encryption itself, and those of shared workbooks. */
const PLAIN: ReadonlySet<number> = new Set([0x0809, 0x002f, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138]);

/**
 * The records of an old workbook (.xls) without encryption: those that one of the first says are encrypted are decrypted by
 * Excel's default password. `null` where it is another, or the encryption one that is not known.
 */
export function openRecords(stream: Uint8Array): Uint8Array | null {
  const data = view(stream);
  const sizeAt = (at: number): number => data.getUint16(at + 2, true);
  // It follows the first record, or what says that the file is to be written under another name.
  let passAt = 0;
  while (passAt + 4 <= stream.length && BEFORE_PASS.has(data.getUint16(passAt, true))) passAt += 4 + sizeAt(passAt);
  if (passAt + 4 > stream.length || data.getUint16(passAt, true) !== FILE_PASS) return stream;
  const pass = stream.subarray(passAt + 4, passAt + 4 + sizeAt(passAt));
  // Excel 95 knows one way only and says none; later versions put a number before it.
  const clear = pass.length <= 6 ? byObfuscation(pass.subarray(-4)) : byCipher(pass);
  if (clear === null) return null;
  const made = stream.slice();
  for (let at = 0; at + 4 <= stream.length;) {
    const type = data.getUint16(at, true);
    const start = at + 4;
    const end = Math.min(start + sizeAt(at), stream.length);
    // Where a sheet begins stands in its list before anything is decrypted.
    const from = start + (type === BOUNDSHEET ? 4 : 0);
    for (let byte = from; byte < end && !PLAIN.has(type); byte += 1) {
      made[byte] = clear(stream[byte] ?? 0, byte, start, end);
    }
    at = end;
  }
  view(made).setUint16(passAt, IGNORED, true);
  return made;
}
