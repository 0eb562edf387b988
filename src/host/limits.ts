import { HostError } from './host';

/** Limits that no self-evaluation form comes near; beyond them a file is refused before anything is unpacked. */
export const LIMITS = {
  /** To read, check and annotate one file. */
  seconds: 20,
  fileBytes: 50 * 1024 * 1024,
  entries: 5_000,
  entryBytes: 64 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
} as const;

/** File names that the folder search takes for workbooks. */
export const WORKBOOK_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv'] as const;

/** Other spreadsheets, which are seldom received: some can be read, and for the others a sentence says what to do. */
export const OTHER_SPREADSHEETS = ['xlsb', 'xltx', 'xltm', 'fods', 'numbers', 'slk', 'dif', 'mht', 'mhtml'] as const;

const DAMAGED = '文件已损坏或不完整，读不出工作表，请用 Excel 或 WPS 打开后另存为 .xlsx，或重新索取';
const LOCKED = '文件设有打开密码，无法读取，请用 Excel 或 WPS 打开，取消密码后另存，再核查';

/** The error of a file in which there is nothing to be read, with one sentence that says what it is and what to do. */
export function unreadable(message: string, cause?: unknown): HostError {
  return new HostError('unreadable', message, { cause });
}

/** The error of a file whose insides are broken, with one sentence on what to do. */
export function damaged(cause?: unknown): HostError {
  return unreadable(DAMAGED, cause);
}

/** The error of a file that asks for a password. */
export function locked(cause?: unknown): HostError {
  return unreadable(LOCKED, cause);
}

function beyond(what: string): HostError {
  return new HostError('too-large', `${what}，超出可以核查的大小，请只保留自评表所在的工作表，另存后再核查`);
}

/** The error of a file that would fill the memory; `bytes` is its size, packed or not. */
export function tooLarge(bytes: number): HostError {
  return beyond(`文件内容有 ${Math.round(bytes / 1024 / 1024)} MB`);
}

/** The error of a package of thousands of parts. */
export function tooManyParts(count: number): HostError {
  return beyond(`文件里有 ${count} 个图片、附件等部件`);
}

const ONLY_THE_FORM = '请用 Excel 或 WPS 打开，只保留自评表，另存为 .xlsx 后再核查';

/** The sentence on a file that was stopped after so many seconds. */
export function tooLong(seconds: number): string {
  return `核查这个文件超过 ${seconds} 秒，已停止：${ONLY_THE_FORM}`;
}

/** The sentence on a file that was stopped with so many megabytes in memory. */
export function tooMuch(megabytes: number): string {
  return `核查这个文件要用的内存超过 ${megabytes} MB，已停止：${ONLY_THE_FORM}`;
}

/** The sentence on a file that took what read it down with it. */
export const BROKE = `读取这个文件时内存不足或程序中断，没有核查完：${ONLY_THE_FORM}`;

/** How a person makes a hidden sheet visible: Excel's menu does not list those that a program has hidden. */
export function unhiding(veryHidden: boolean): string {
  return veryHidden ? '按 Alt+F11，在属性窗口把它的 Visible 改为 -1（深度隐藏，“取消隐藏”里没有它）' : '取消隐藏';
}

/** The last part of a file's name in small letters: `xlsx`; `''` where there is none. */
export function extensionOf(name: string): string {
  const match = /\.([^./\\]+)$/.exec(name);
  return (match?.[1] ?? '').toLowerCase();
}

/** Whether a system or an open program left the file in a folder: it is nobody's form. */
export function isLeftBehind(name: string): boolean {
  return isLockFile(name) || /^(?:\..*|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Whether Office made the file to mark a workbook as open (`~$自评表.xlsx`); it holds no sheets. */
export function isLockFile(name: string): boolean {
  return /(?:^|[/\\])(?:~\$|\.~)[^/\\]*$/.test(name);
}
