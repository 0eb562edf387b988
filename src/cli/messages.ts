import { HostError } from '../host/host';
import { UNSEEN } from '../sheet/unseen';
import type { FileJson } from './json';
import type { FileOutcome, FileTask } from './outcome';

/** The code that Node gives its errors, `''` for anything else. */
export function errorCode(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

const DENIED = '没有权限访问：请检查文件权限，或关闭正在使用它的程序';
const NO_FOLDER = '这里要写文件夹，但已有同名文件';
const DISK_FULL = '磁盘空间不足，文件没有写完：请腾出空间后再运行';

const FILE_SYSTEM: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '找不到这个文件或文件夹：请检查路径'],
  ['EACCES', DENIED],
  ['EPERM', DENIED],
  ['EBUSY', DENIED],
  ['EISDIR', '这是文件夹，这里要写文件名'],
  ['ENOTDIR', NO_FOLDER],
  ['EEXIST', NO_FOLDER],
  ['ELOOP', '这个链接绕回了自身，没有文件：请换成文件本身'],
  ['ENAMETOOLONG', '文件名或路径太长：请改短后再试'],
  ['EROFS', '这个位置是只读的，不能写入：请换一个文件夹'],
  ['ENOSPC', DISK_FULL],
  ['EDQUOT', DISK_FULL],
]);

/** What a failed call to the file system means for the person at the terminal. */
export function fileSystemMessage(cause: unknown): string {
  const code = errorCode(cause);
  return FILE_SYSTEM.get(code) ?? `文件读写失败（${code === '' ? String(cause) : code}）：请检查磁盘和路径`;
}

/** Says to a person what went wrong with a file. Rethrows what is a fault of this program. */
export function messageOf(cause: unknown): string {
  if (cause instanceof HostError) return cause.message;
  if (/^E[A-Z]+$/.test(errorCode(cause))) return fileSystemMessage(cause);
  throw cause;
}

/**
 * One line of text that comes from a file, its name or a rulebook, fit for a terminal: it can neither steer the terminal
 * nor begin a line of the report that is not ours. Spaces of any kind become a space, everything else that is not seen goes.
 */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, (char) => (/\s/.test(char) && char !== '\ufeff' ? ' ' : ''));
}

/** JSON with the same value, in which nothing steers a terminal that shows it. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The outcome of a file that could not be checked, with the reason. */
export function unreadOutcome({ file: { file }, json }: FileTask, reason: string): FileOutcome {
  const written: FileJson = { file, error: reason, sheets: [] };
  const text = json ? plainJson(written) : `${oneLine(file)}\n  没有核查：${oneLine(reason)}\n`;
  return { text, failed: true, withErrors: false, forms: [], reason, read: false };
}
