import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extensionOf, isLockFile, LIMITS, tooLarge, WORKBOOK_EXTENSIONS } from '../host/file/kind';

/** A file to be checked, or a path that leads to none and why. */
export interface FoundFile {
  readonly file: string;
  /** Where it lies below the folder that was searched; the file's own name for one that was named. */
  readonly below: string;
  readonly error?: string;
}

/** The code that Node gives its errors, `''` for anything else. */
export function errorCode(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

/** What a failed call to the file system means for the person at the terminal. */
export function fileSystemMessage(cause: unknown): string {
  const code = errorCode(cause);
  switch (code) {
    case 'ENOENT':
      return '找不到这个文件或文件夹：请检查路径';
    case 'EACCES':
    case 'EPERM':
      return '没有权限访问：请检查文件权限，或关闭正在使用它的程序';
    case 'EISDIR':
      return '这是文件夹，这里要写文件名';
    case 'ENOTDIR':
    case 'EEXIST':
      return '这里要写文件夹，但已有同名文件';
    case 'ENOSPC':
      return '磁盘空间不足，文件没有写完';
    default:
      return `文件读写失败（${code === '' ? String(cause) : code}）：请检查磁盘和路径`;
  }
}

const EXTENSIONS: ReadonlySet<string> = new Set(WORKBOOK_EXTENSIONS);

function search(folder: string, below: string): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  // By code unit, so that the order is the same on every machine.
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entries.flatMap((entry): FoundFile[] => {
    const file = path.join(folder, entry.name);
    const place = path.join(below, entry.name);
    if (entry.name.startsWith('.') || isLockFile(entry.name)) return [];
    if (entry.isFile()) return EXTENSIONS.has(extensionOf(entry.name)) ? [{ file, below: place }] : [];
    if (!entry.isDirectory()) return [];
    try {
      return search(file, place);
    } catch (cause) {
      return [{ file, below: place, error: fileSystemMessage(cause) }];
    }
  });
}

/** The files of one path: itself, or the workbooks in a folder and below it, lock files and hidden ones left out. */
export function findFiles(given: string): FoundFile[] {
  const below = path.basename(given);
  try {
    if (!statSync(given).isDirectory()) return [{ file: given, below }];
    const found = search(given, '');
    if (found.length > 0) return found;
    return [{ file: given, below, error: `文件夹里没有工作簿（${WORKBOOK_EXTENSIONS.join('、')}）` }];
  } catch (cause) {
    return [{ file: given, below, error: fileSystemMessage(cause) }];
  }
}

/** The bytes of a file. Throws a `HostError` for one that is too large, before anything of it is read. */
export function readBytes(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size > LIMITS.fileBytes) throw tooLarge(size);
  return readFileSync(file);
}
