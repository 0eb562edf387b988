import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extensionOf, isLeftBehind, LIMITS, OTHER_SPREADSHEETS, tooLarge, WORKBOOK_EXTENSIONS } from '../host/limits';
import { HostError } from '../host/host';
import { fileSystemMessage } from './messages';

/** A file to be checked, or a path that leads to none and why. */
export interface FoundFile {
  readonly file: string;
  /** Where it lies below the folder that was searched; the file's own name for one that was named. */
  readonly below: string;
  readonly error?: string;
}

/** The sentence for what is neither a file nor a folder: reading a pipe or a device may never end. */
const NO_FILE = '这不是普通文件（是管道、设备或套接字），没有读取：请换成普通文件';

// Windows knows no such flag.
const NONBLOCKING = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

const EXTENSIONS: ReadonlySet<string> = new Set([...WORKBOOK_EXTENSIONS, ...OTHER_SPREADSHEETS]);

function search(folder: string, below: string, passed: string[]): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  // By code unit, so that the order is the same on every machine.
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entries.flatMap((entry): FoundFile[] => {
    const file = path.join(folder, entry.name);
    const place = path.join(below, entry.name);
    if (isLeftBehind(entry.name)) return [];
    try {
      if (entry.isDirectory()) return search(file, place, passed);
      if (!EXTENSIONS.has(extensionOf(entry.name))) {
        passed.push(place);
        return [];
      }
      // A link leads to what was received as well; one to a folder is not followed, since it may lead back.
      const kind = entry.isFile() ? entry : statSync(file);
      if (kind.isDirectory()) return [];
      return [kind.isFile() ? { file, below: place } : { file, below: place, error: NO_FILE }];
    } catch (cause) {
      return [{ file, below: place, error: fileSystemMessage(cause) }];
    }
  });
}

/**
 * The files of one path: itself, or the workbooks in a folder and below it, lock files and hidden ones left out.
 * @param passed is given the documents, pictures and the like that were passed over in a folder, by their place in it.
 */
export function findFiles(given: string, passed: string[] = []): FoundFile[] {
  const below = path.basename(given);
  try {
    const kind = statSync(given);
    if (kind.isFile()) return [{ file: given, below }];
    if (!kind.isDirectory()) return [{ file: given, below, error: NO_FILE }];
    const found = search(given, '', passed);
    if (found.length > 0) return found;
    return [{ file: given, below, error: `文件夹里没有工作簿（${WORKBOOK_EXTENSIONS.join('、')}）` }];
  } catch (cause) {
    return [{ file: given, below, error: fileSystemMessage(cause) }];
  }
}

/**
 * The bytes of a file. Throws a `HostError` for one that is too large or no file, before anything of it is read, and what
 * the file system throws.
 */
export function readBytes(file: string, most: number = LIMITS.fileBytes): Uint8Array {
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
