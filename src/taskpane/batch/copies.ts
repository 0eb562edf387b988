import { ownSentenceOf } from '../session/words';
import { annotatedName, archiveName, saveFile } from '../download';
import { numberedPath, type BatchRow } from './state';
import type { BatchStore } from './store';

const NAMED = 3;

const named = (files: readonly string[]) => `${files.slice(0, NAMED).join('、')}${files.length > NAMED ? ' 等' : ''}`;

/**
 * Saves all annotated copies in one archive; gives a sentence that also names files that take no comments, and those that
 * can't be read any more.
 */
export async function saveCopies(store: BatchStore, rows: readonly BatchRow[]): Promise<string> {
  const { zipSync } = await import('fflate');
  const files = [...new Map(rows.filter(({ form }) => form !== null).map((row) => [row.fileId, row])).values()];
  const copies: Record<string, readonly [Uint8Array, { readonly level: 0 }]> = {};
  const left: string[] = [];
  const failed = new Map<string, string[]>();
  for (const { fileId, file } of files) {
    if (!store.isAnnotatable(fileId)) {
      left.push(file);
      continue;
    }
    const copy = await store.annotatedCopy(fileId).catch((error: unknown) => {
      const why = ownSentenceOf(error);
      failed.set(why, [...(failed.get(why) ?? []), file]);
      return null;
    });
    if (copy === null) continue;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    // Workbooks are packed already.
    const name = archiveName(folder + annotatedName(file));
    copies[Object.hasOwn(copies, name) ? numberedPath(name, new Set(Object.keys(copies))) : name] = [
      copy,
      { level: 0 },
    ];
  }
  const count = Object.keys(copies).length;
  const why = [...failed].map(([sentence, lost]) => `${named(lost)}没有批注件：${sentence}`).join('');
  if (count === 0) return why || '没有可以加批注的文件：只有 .xlsx 和 .xlsm 能加批注。';
  const rest = left.length === 0 ? why : `${why}${left.length} 个不是 .xlsx，没有批注件：${named(left)}。`;
  const archive = new Uint8Array(zipSync(copies as Parameters<typeof zipSync>[0]));
  return saveFile('批注件.zip', archive, `${count} 个批注件的压缩包`) + rest;
}
