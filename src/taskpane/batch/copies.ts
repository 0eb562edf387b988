import { annotatedName, archiveName, saveFile } from '../download';
import { numberedPath, type BatchRow } from './state';
import type { BatchStore } from './store';

/** Saves all annotated copies in one archive; gives a sentence that also names files that take no comments. */
export async function saveCopies(store: BatchStore, rows: readonly BatchRow[]): Promise<string> {
  const { zipSync } = await import('fflate');
  const files = [...new Map(rows.filter(({ form }) => form !== null).map((row) => [row.fileId, row])).values()];
  const copies: Record<string, readonly [Uint8Array, { readonly level: 0 }]> = {};
  const left: string[] = [];
  for (const { fileId, file } of files) {
    if (!store.isAnnotatable(fileId)) {
      left.push(file);
      continue;
    }
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    // Workbooks are packed already.
    const name = archiveName(folder + annotatedName(file));
    copies[Object.hasOwn(copies, name) ? numberedPath(name, new Set(Object.keys(copies))) : name] = [
      await store.annotatedCopy(fileId),
      { level: 0 },
    ];
  }
  const count = Object.keys(copies).length;
  if (count === 0) return '没有可以加批注的文件：只有 .xlsx 和 .xlsm 能加批注。';
  const rest =
    left.length === 0
      ? ''
      : `${left.length} 个不是 .xlsx，没有批注件：${left.slice(0, 3).join('、')}${left.length > 3 ? ' 等' : ''}。`;
  const archive = new Uint8Array(zipSync(copies as Parameters<typeof zipSync>[0]));
  return saveFile('批注件.zip', archive, `${count} 个批注件的压缩包`) + rest;
}
