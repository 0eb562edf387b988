import { CFB } from '@e965/xlsx';
import { damaged, extensionOf, isLockFile, LIMITS, locked, tooLarge, tooManyParts, unreadable } from '../limits';
import { packageInside } from './encrypted';
import { bytewise } from './hostile';
import { readDirectory, type ZipEntry, ZipError } from './zip';

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

/** The streams in the root of an OLE file by their names in capitals, without those of embedded files; `null` if damaged. */
function streamsOf(bytes: Uint8Array): ReadonlyMap<string, ArrayLike<number>> | null {
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

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}

function decoded(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, '')));
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  const joined = body.replace(/=[ \t]{0,9}\r?\n/g, '');
  return bytesOf(joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}

/** The largest page of a file of several parts (.mht), as Excel saves web pages; `null` where there is none. */
function pageOf(file: Uint8Array): string | null {
  const text = bytewise(file);
  const [, boundary] = /boundary=\s{0,9}"?([^"\r\n;]{1,100})/i.exec(text.slice(0, 8_000)) ?? [];
  let largest: string | null = null;
  for (const part of boundary === undefined ? [text] : text.split(`--${boundary}`)) {
    const end = /\r?\n\r?\n/.exec(part.trimStart());
    if (end === null) continue;
    const [head, body] = [part.trimStart().slice(0, end.index), part.trimStart().slice(end.index + end[0].length)];
    if (!/^content-type:\s{0,9}text\/html/im.test(head)) continue;
    const [, encoding = ''] = /^content-transfer-encoding:([^\r\n]{1,60})/im.exec(head) ?? [];
    const page = decodeText(decoded(body, encoding));
    if (/<table\b/i.test(page) && page.length > (largest?.length ?? 0)) largest = page;
  }
  return largest;
}

/** What a file is by its bytes; its name decides only where the bytes are plain text. */
export type FileKind =
  | {
      readonly kind: 'package';
      /** The file itself, or the workbook in it where Excel's default password locks it. */
      readonly bytes: Uint8Array;
      readonly entries: readonly ZipEntry[];
      readonly ods: boolean;
    }
  /** The records of an old workbook (.xls, .et), whether they stand in a container or in none. */
  | { readonly kind: 'binary'; readonly records: Uint8Array }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'delimited'; readonly text: string };

const TEXT_EXTENSIONS = new Set(['csv', 'tsv', 'txt', 'xls', 'et', 'htm', 'html', 'xml', 'mht', 'mhtml']);

const ADVICE = '请改交 .xlsx、.xls、.ods 或 .csv 工作簿';

/** Files that are often sent by mistake: their first bytes and what they are. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF 文件'],
  ['\x89PNG', '图片（PNG）'],
  ['\xff\xd8\xff', '图片（JPEG）'],
  ['GIF8', '图片（GIF）'],
  ['BM', '图片（BMP）'],
  ['II*\0', '图片（TIFF）'],
  ['MM\0*', '图片（TIFF）'],
  ['Rar!', '压缩包（RAR）'],
  ['7z\xbc\xaf', '压缩包（7z）'],
  ['\x1f\x8b', '压缩包（gzip）'],
  ['{\\rtf', 'RTF 文档'],
  ['ID;P', 'SYLK 表格（.slk）'],
  ['TABLE\r\n0,1', 'DIF 表格（.dif）'],
  ['TABLE\n0,1', 'DIF 表格（.dif）'],
  ['MZ', '程序文件'],
];

/** Parts by which a zip that is no workbook is known. */
const FOREIGN_PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/^word\//, 'Word 文档'],
  [/^ppt\//, 'PowerPoint 演示文稿'],
  [/^xl\/workbook\.bin$/, '二进制工作簿（.xlsb）'],
  [/^OFD\.xml$/, 'OFD 版式文件'],
  [/^Index\/Document\.iwa$/, 'Numbers 表格'],
];

/** The first record of a workbook of Excel 5 to 97 that stands in no container. */
const BARE = '\x09\x08';
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
function foreign(what: string): Error {
  const space = /^[A-Za-z]/.test(what) ? ' ' : '';
  return unreadable(`这是${space}${what}，读不出工作表，${ADVICE}`);
}

/** A web page that sends a workbook may put an empty line or a few headers before it. */
const STRAY = 512;

/** Text may begin with these too, so the file must also hold a null byte. */
const LIKE_TEXT: ReadonlySet<string> = new Set(['BM', 'MZ']);

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let index = 0; index < magic.length; index += 1) {
    if (bytes[index] !== magic.charCodeAt(index)) return false;
  }
  return true;
}

/** What an OLE file is by the streams of its root. */
function checkOle(bytes: Uint8Array): FileKind {
  const streams = streamsOf(bytes);
  if (streams === null) throw damaged();
  const records = streams.get('WORKBOOK') ?? streams.get('BOOK');
  if (records !== undefined) return { kind: 'binary', records: Uint8Array.from(records) };
  const [info, content] = [streams.get('ENCRYPTIONINFO'), streams.get('ENCRYPTEDPACKAGE')];
  if (content !== undefined) return checkLocked(Uint8Array.from(info ?? []), Uint8Array.from(content));
  if (streams.has('WORDDOCUMENT')) throw foreign('Word 文档');
  if (streams.has('POWERPOINT DOCUMENT')) throw foreign('PowerPoint 演示文稿');
  throw damaged();
}

/** Only the structure of a workbook that Excel's default password locks is protected: it opens without a question. */
function checkLocked(info: Uint8Array, content: Uint8Array): FileKind {
  let inside: Uint8Array | null;
  try {
    inside = packageInside(info, content);
  } catch (cause) {
    // What it is encrypted by is not what it says.
    throw locked(cause);
  }
  if (inside === null) throw locked();
  return checkPackage(inside);
}

function checkPackage(bytes: Uint8Array): FileKind {
  let entries: readonly ZipEntry[];
  try {
    entries = readDirectory(bytes);
  } catch (cause) {
    if (cause instanceof ZipError || cause instanceof RangeError) throw damaged(cause);
    throw cause;
  }
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  const ods = names.has('content.xml');
  const what = FOREIGN_PACKAGES.find(([part]) => entries.some((entry) => part.test(entry.name)));
  if (what !== undefined) throw foreign(what[1]);
  if (!ods && !names.has('xl/workbook.xml') && !names.has('[content_types].xml')) throw foreign('压缩包');
  if (entries.some((entry) => entry.encrypted)) throw locked();
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > LIMITS.entries) throw tooManyParts(entries.length);
  if (unpacked > LIMITS.unpackedBytes || entries.some((entry) => entry.size > LIMITS.entryBytes)) {
    throw tooLarge(unpacked);
  }
  return { kind: 'package', bytes, entries, ods };
}

/** Text in the encoding that it was written in: by its mark, by what the page says, UTF-8 if it is valid, else GBK. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // As a stream: a last character that was cut off must not make the rest invalid.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // Not valid UTF-8, the only thing that decoding can fail for, whatever mark a program put before it.
    return new TextDecoder('gb18030').decode(bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes);
  }
}

/** Text in UTF-16 that bears no mark: in the order of bytes in which it has lines, and nothing that no text holds. */
function unmarked(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
      if (/[\r\n]/.test(text) && !text.includes('\0')) return text;
    } catch {
      // Not in this order of bytes.
    }
  }
  return null;
}

const MARKUP = /^\s*<[a-z!?]/i;
/** A page with its pictures in one file. */
const MULTIPART = /^(?:[\w-]{1,40}:[^\n]{0,500}\n){0,20}(?:MIME-Version|Content-Type):/i;

function checkText(bytes: Uint8Array, name: string): FileKind {
  const decoded = decodeText(bytes);
  const text = decoded.includes('\0') ? unmarked(bytes) : decoded;
  if (text === null) throw foreign('其他类型的文件');
  if (MULTIPART.test(text.slice(0, 4_000))) {
    const page = pageOf(bytes);
    if (page !== null) return { kind: 'html', text: page };
  }
  if (MARKUP.test(text.slice(0, 1_000))) {
    if (/<(?:(?:ss:)?Workbook|office:document)\b/.test(text)) return { kind: 'xml', text };
    if (/<table\b/i.test(text)) return { kind: 'html', text };
    throw foreign('没有表格的网页');
  }
  if (!TEXT_EXTENSIONS.has(extensionOf(name))) throw foreign('其他类型的文件');
  return { kind: 'delimited', text };
}

/**
 * Says what a file is and refuses what can't or must not be read, before any parser sees it.
 * Throws a `HostError` whose sentence says what the file is and what to do.
 */
export function inspectFile(bytes: Uint8Array, name: string): FileKind {
  if (isLockFile(name)) {
    throw unreadable('这是 Office 打开文件时留下的临时文件，不含工作表，请关闭正在编辑的工作簿，核查原文件');
  }
  if (bytes.length === 0) throw unreadable('文件是空的（0 字节），请重新导出或重新索取');
  if (bytes.length > LIMITS.fileBytes) throw tooLarge(bytes.length);
  // An interrupted copy, or a file that was never downloaded from the cloud, has its full length and only zeros in it.
  if (bytes.every((byte) => byte === 0)) throw unreadable('文件里只有空字节，没有内容：请重新复制、下载或索取');
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return checkPackage(bytes);
  const zip = bytewise(bytes.subarray(0, STRAY)).indexOf('PK\x03\x04');
  if (zip > 0) return checkPackage(bytes.subarray(zip));
  if (startsWith(bytes, OLE)) return checkOle(bytes);
  if (startsWith(bytes, BARE)) return { kind: 'binary', records: bytes };
  const known = FOREIGN.find(
    ([magic]) => startsWith(bytes, magic) && (!LIKE_TEXT.has(magic) || bytes.subarray(0, 512).includes(0)),
  );
  if (known !== undefined) throw foreign(known[1]);
  return checkText(bytes, name);
}
