import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlannedComment } from '../advice/plan';
import { annotateWorkbook } from '../host/file/annotate';
import { messageOf } from './checkFile';
import { extensionOf } from '../host/file/kind';
import type { FoundFile } from './files';

/** Where one file's annotated copy goes. */
export interface CopyPlace {
  readonly target: string;
}

function isFolder(target: string): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  return found?.isDirectory() ?? (/[/\\]$/.test(target) || !/^xls[xm]$/.test(extensionOf(target)));
}

/**
 * Where the annotated copies go: the named file for one workbook, else below the named folder as they lie below the
 * folders that were searched. Gives a sentence instead where that would overwrite a file that is being checked, or
 * one name stands for several files.
 */
export function copyPlaces(files: readonly FoundFile[], annotate: string | null): Map<FoundFile, CopyPlace> | string {
  const places = new Map<FoundFile, CopyPlace>();
  if (annotate === null) return places;
  const folder = isFolder(annotate);
  if (!folder && files.length > 1) {
    return `要核查 ${files.length} 个文件，“--annotate”后面请写文件夹，不要写文件名“${annotate}”`;
  }
  const sources = new Set(files.map(({ file }) => path.resolve(file)));
  const taken = new Set<string>();
  for (const file of files) {
    const target = folder ? freeName(path.join(annotate, file.below), taken) : annotate;
    if (sources.has(path.resolve(target))) return `批注副本不能覆盖原文件“${target}”：请换一个文件名或文件夹`;
    taken.add(path.resolve(target));
    places.set(file, { target });
  }
  return places;
}

/** The path itself, or with a number where another file of the same name goes to the same folder. */
function freeName(target: string, taken: ReadonlySet<string>): string {
  const { dir, name, ext } = path.parse(target);
  let free = target;
  for (let number = 2; taken.has(path.resolve(free)); number += 1) free = path.join(dir, `${name}(${number})${ext}`);
  return free;
}

/** Writes an annotated copy; gives the reason where that was not possible, `null` when it is written. */
export function writeCopy(
  bytes: Uint8Array,
  comments: ReadonlyMap<string, readonly PlannedComment[]>,
  { target }: CopyPlace,
): string | null {
  try {
    const copy = annotateWorkbook(bytes, comments);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, copy);
    return null;
  } catch (cause) {
    return `批注副本没有写成：${messageOf(cause)}`;
  }
}
