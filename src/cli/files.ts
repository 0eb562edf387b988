import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extensionOf, isLeftBehind, LIMITS, OTHER_SPREADSHEETS, tooLarge, WORKBOOK_EXTENSIONS } from '../host/limits';
import { HostError } from '../host/host';
import { fileSystemMessage } from './messages';
import { CASE_BLIND } from './output';

/** A file to be checked, or a path that leads to none and why. */
export interface FoundFile {
  readonly file: string;
  /** Where it lies below the folder that was searched; the file's own name for one that was named. */
  readonly below: string;
  /** The bytes of its path, one a character, where they are no UTF-8: `file` is what they mean in GBK. */
  readonly bytes?: string;
  readonly error?: string;
}

/** The sentence for what is neither a file nor a folder: reading a pipe or a device may never end. */
const NO_FILE = '这不是普通文件（是管道、设备或套接字），没有读取：请换成普通文件';

// Windows knows no such flag.
const NONBLOCKING = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

const EXTENSIONS: ReadonlySet<string> = new Set([...WORKBOOK_EXTENSIONS, ...OTHER_SPREADSHEETS]);

/** How a path is handed to the file system: names are bytes on Linux, and those of an unpacked archive may be GBK. */
type Place = string | Buffer;

/** Names in one sentence. */
const MOST_TOLD = 3;

const GBK = new TextDecoder('gb18030');

const nameOf = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString() : GBK.decode(bytes));

function inFolder(folder: Place, name: Buffer): Place {
  if (typeof folder === 'string' && isUtf8(name)) return path.join(folder, name.toString());
  return Buffer.concat([typeof folder === 'string' ? Buffer.from(folder) : folder, Buffer.from(path.sep), name]);
}

function found(place: Place, file: string, below: string, error?: string): FoundFile {
  const bytes = typeof place === 'string' ? {} : { bytes: place.toString('latin1') };
  return { file, below, ...bytes, ...(error !== undefined && { error }) };
}

/** What opens a file that was found. */
export function placeOf({ file, bytes }: FoundFile): Place {
  return bytes === undefined ? file : Buffer.from(bytes, 'latin1');
}

function search(folder: Place, called: string, below: string, passed: string[]): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map(
    (entry) => [nameOf(entry.name), entry] as const,
  );
  // By code unit, so that the order is the same on every machine.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return entries.flatMap(([name, entry]): FoundFile[] => {
    const at = inFolder(folder, entry.name);
    const file = path.join(called, name);
    const place = path.join(below, name);
    if (isLeftBehind(name)) return [];
    try {
      if (entry.isDirectory()) return search(at, file, place, passed);
      if (!EXTENSIONS.has(extensionOf(name))) {
        passed.push(place);
        return [];
      }
      // A link leads to what was received as well; one to a folder is not followed, since it may lead back.
      const kind = entry.isFile() ? entry : statSync(at);
      if (kind.isDirectory()) return [];
      return [kind.isFile() ? found(at, file, place) : found(at, file, place, NO_FILE)];
    } catch (cause) {
      return [found(at, file, place, fileSystemMessage(cause))];
    }
  });
}

/** Whether a name is no UTF-8 and reached us maimed. */
const isMaimed = (given: string): boolean => path.basename(given).includes('\ufffd');

/**
 * What a path may mean that leads to nothing as it stands: one with * or ?, which the shells of Windows leave to us, and
 * one whose name is maimed.
 */
function meant(given: string): readonly Buffer[] {
  const { base } = path.parse(given);
  if (!isMaimed(given) && !/[*?]/.test(base)) return [];
  const pattern = base
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const like = new RegExp(`^${pattern}$`, CASE_BLIND ? 'i' : '');
  try {
    const names = readdirSync(path.dirname(given), { encoding: 'buffer' });
    const fitting = names.filter((name) => like.test(name.toString()) && !isLeftBehind(nameOf(name)));
    return fitting.sort((a, b) => a.compare(b));
  } catch {
    return [];
  }
}

/**
 * The files of one path: itself, the workbooks in a folder and below it, lock files and hidden ones left out, or all that
 * it stands for with * or ?.
 * @param passed is given the documents, pictures and the like that were passed over in a folder, by their place in it.
 */
export function findFiles(given: string, passed: string[] = []): FoundFile[] {
  try {
    return filesAt(given, given, passed);
  } catch (cause) {
    const names = meant(given);
    const folder = path.dirname(given);
    const not = (error: string) => [found(given, given, path.basename(given), error)];
    if (names.length === 0) return not(fileSystemMessage(cause));
    // Of several that were maimed alike nobody knows which is meant.
    if (names.length > 1 && isMaimed(given)) {
      const told = names.slice(0, MOST_TOLD).map((name) => `“${nameOf(name)}”`);
      const several = `${told.join('、')}${names.length > MOST_TOLD ? '等' : ''}${names.length} 个`;
      return not(`文件名不是 UTF-8，分不清是哪一个：合于它的有${several}，请改名，或核查整个文件夹`);
    }
    return names.flatMap((name) => {
      const file = path.join(folder, nameOf(name));
      try {
        return filesAt(inFolder(folder, name), file, passed);
      } catch (gone) {
        return [found(given, file, path.basename(file), fileSystemMessage(gone))];
      }
    });
  }
}

/** The files at one place; throws as the file system does. */
function filesAt(place: Place, file: string, passed: string[]): FoundFile[] {
  const below = path.basename(file);
  const kind = statSync(place);
  if (kind.isFile()) return [found(place, file, below)];
  if (!kind.isDirectory()) return [found(place, file, below, NO_FILE)];
  const all = search(place, file, '', passed);
  if (all.length > 0) return all;
  return [found(place, file, below, `文件夹里没有工作簿（${WORKBOOK_EXTENSIONS.join('、')}）`)];
}

/**
 * The bytes of a file. Throws a `HostError` for one that is too large or no file, before anything of it is read, and what
 * the file system throws.
 */
export function readBytes(file: Place, most: number = LIMITS.fileBytes): Uint8Array {
  // Opened without waiting: a pipe may have taken the file's place since the folder was searched.
  const handle = openSync(file, NONBLOCKING);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new HostError('unreadable', NO_FILE);
    if (found.size > most) throw tooLarge(found.size);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
