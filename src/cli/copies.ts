import path from 'node:path';
import { extensionOf, WORKBOOK_EXTENSIONS } from '../host/limits';
import { UNSEEN } from '../sheet/unseen';
import { type FoundFile, placeOf } from './files';
import { FileSet, isNoFile, lookAt, outputPlace, type OutputPlace } from './output';

/** What copies are written as. A copy keeps its ending: Excel opens no workbook with macros that is called .xlsx. */
const COPIED = /^xls[xm]$/;

/** Endings that name a file rather than a folder to be made. */
const NAMED: ReadonlySet<string> = new Set(WORKBOOK_EXTENSIONS);

function isFolder(target: string): boolean {
  return lookAt(target)?.isDirectory() ?? (/[/\\]$/.test(target) || !NAMED.has(extensionOf(target)));
}

/** What is written and where, before anything is read: the annotated copies and the summary. */
export interface OutputPlan {
  readonly copies: ReadonlyMap<FoundFile, OutputPlace>;
  readonly summary: OutputPlace | null;
}

/**
 * Where everything goes: the annotated copy under the named file for one workbook, else below the named folder as they
 * lie below the folders that were searched. Gives a sentence instead where that would overwrite anything that was
 * received (whatever links and letter case call it) or one output another, or one name stands for several files.
 */
export function planOutputs(
  files: readonly FoundFile[],
  annotate: string | null,
  summary: string | null,
  rulebook: string | null,
): OutputPlan | string {
  const sources = new FileSet();
  for (const file of files) sources.add(file.file, placeOf(file));
  if (rulebook !== null) sources.add(rulebook);
  const taken = new FileSet();
  const refusal = (what: string, target: string): string | null => {
    if (sources.has(target)) return `${what}不能覆盖原文件“${target}”：请换一个文件名或文件夹`;
    if (taken.has(target)) return `${what}和另一份输出是同一个文件“${target}”：请换一个文件名`;
    if (isNoFile(target)) return `${what}不能写到“${target}”，它不是普通文件：请换一个文件名`;
    taken.add(target);
    return null;
  };
  const copies = new Map<FoundFile, OutputPlace>();
  if (annotate !== null) {
    const folder = isFolder(annotate);
    const [first] = files;
    if (!folder && files.length > 1) {
      return `要核查 ${files.length} 个文件，“--annotate”后面请写文件夹，不要写文件名“${annotate}”`;
    }
    if (!folder && first !== undefined) {
      const [from, to] = [extensionOf(first.file), extensionOf(annotate)];
      if (!COPIED.test(to) || (COPIED.test(from) && from !== to)) {
        return `批注副本要和原文件同一种格式：“--annotate”后面请写 .${COPIED.test(from) ? from : 'xlsx'} 文件名或文件夹`;
      }
    }
    const names = new Set<string>();
    for (const file of files) {
      const target = folder ? freeName(path.join(annotate, file.below.replace(UNSEEN, '')), names) : annotate;
      names.add(target.toLowerCase());
      const refused = refusal('批注副本', target);
      if (refused !== null) return refused;
      copies.set(file, outputPlace(target));
    }
  }
  const refused = summary === null ? null : refusal('汇总表', summary);
  if (refused !== null) return refused;
  return { copies, summary: summary === null ? null : outputPlace(summary) };
}

/** The path itself, or with a number where another file of the same name goes to the same folder. */
function freeName(target: string, taken: ReadonlySet<string>): string {
  const { dir, name, ext } = path.parse(target);
  let free = target;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = path.join(dir, `${name}(${number})${ext}`);
  return free;
}
