import { HostError } from '../host/host';
import { baseName } from '../sheet/fileName';
import { UNSEEN } from '../sheet/unseen';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['zip', 'application/zip'],
  ['txt', 'text/plain;charset=utf-8'],
  ['json', 'application/json'],
]);

const LONGEST_NAME = 80;

const NO_FILES =
  '这个版本的 Excel 不让窗格保存文件，没有保存；请改用复制文字或写入工作表，或在浏览器里打开文件页面 browser.html 下载。';

/** A name that every system takes for a file. */
function fileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const base = dot < 0 ? name : name.slice(0, dot);
  const safe = base.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, LONGEST_NAME);
  return `${safe === '' ? '未命名' : safe}${dot < 0 ? '' : name.slice(dot)}`;
}

/** `报送/自评表.xlsx` becomes `自评表（批注）.xlsx`. */
export function annotatedName(path: string, mark = '（批注）'): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}${mark}.xlsx` : `${name.slice(0, dot)}${mark}${name.slice(dot)}`;
}

/** A name inside an archive that stays below the folder where it is unpacked and reads as it is, whatever it was received as. */
export function archiveName(path: string): string {
  const steps = path.replace(UNSEEN, '').split(/[\\/]+/);
  return steps
    .map((step) => step.trim().replace(/[:*?"<>|]/g, '_'))
    .filter((step) => !/^\.*$/.test(step))
    .join('/');
}

/** What the place where the page runs lets it do. */
export interface Outlets {
  /**
   * Excel for Mac and iPad lets no file out of the pane, without a word (office-js 2700, 3385, 4681); on the web the
   * sandbox around the pane may keep it, and the pane is not told: `unseen`.
   */
  readonly files: boolean | 'unseen';
  /** Excel on the web and for Mac ignore a page's wish to be printed. */
  readonly printing: boolean;
  /** Opens the page for files in the system's browser; `null` where Excel opens none, or where none is needed. */
  readonly openFilePage: (() => void) | null;
}

let outlets: Outlets = { files: true, printing: true, openFilePage: null };

/** Tells once, where the page is started, what is possible there. */
export function setOutlets(here: Outlets): void {
  outlets = here;
}

export function outletsHere(): Outlets {
  return outlets;
}

/**
 * Gives the officer a file to keep; whether the browser keeps it can't be seen from here. Nothing leaves the machine.
 *
 * @param what what the file is called in the sentence
 * @returns what to say then: no more than was seen, and the way out where nothing may come
 * @throws HostError where Excel lets no file out of the pane
 */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string, what = `“${name}”`): string {
  if (outlets.files === false) throw new HostError('unsupported', NO_FILES);
  const type = TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  const otherwise =
    outlets.files === 'unseen' ? '没有见到文件的，请改用复制或写入工作表，或在浏览器里打开文件页面 browser.html。' : '';
  return `${what}已交给浏览器下载。${otherwise}`;
}
