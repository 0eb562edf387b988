import { compareSides } from '../compare';
import { moneyOf } from '../compare/department';
import { identityOf } from '../compare/pairing';
import {
  agreedInWords,
  recordOfComparison,
  heldInWords,
  PAIR_WORDS,
  type PairRecord,
  type SideRecord,
} from '../compare/record';
import { sidesIn, type Side } from '../compare/side';
import type { SheetSnapshot } from '../sheet/snapshot';
import { readWorkbook, shownSheets } from '../host/file/readWorkbook';
import { placeOf, readBytes, type FoundFile } from './files';
import { messageOf, plainJson, oneLine } from './messages';
import type { FileOutcome } from './outcome';
import type { Difference, SideCell } from '../compare/difference';
import { SEVERITY_WORDS } from '../checks/severity';
import { formatAddress } from '../sheet/address';

function sideJson(file: string, { sheet, kind, year, organisation, project }: SideRecord) {
  return { file, sheet, kind, year, unit: organisation, project };
}

/** A place for programs. */
function placeJson(place: SideCell | null): unknown {
  return place && { ...place, cell: formatAddress(place.cell) };
}

/** The files of a pair. */
type PairOfFiles = Readonly<Record<'old' | 'now', string>>;

/** One pair for programs. */
function comparisonJson({ old, now }: PairOfFiles, comparison: PairRecord): unknown {
  const { held } = comparison;
  const count = (verdict: string) => held.filter((one) => one.verdict === verdict).length;
  return {
    by: comparison.kind,
    old: sideJson(old, comparison.old),
    new: sideJson(now, comparison.now),
    held: { total: held.length, agrees: count('agrees'), differs: count('differs'), asks: count('asks') },
    unheld: comparison.unheld.map(({ cell, why }) => ({ cell: formatAddress(cell), why })),
    differences: comparison.differences.map(({ before, after, ...rest }) => ({
      ...rest,
      before: placeJson(before),
      after: placeJson(after),
    })),
    comparisons: held.map(({ before, after, ...rest }) => ({
      ...rest,
      before: before && formatAddress(before),
      after: formatAddress(after),
    })),
  };
}

function where({ before, after }: Difference): string {
  if (after !== null) return formatAddress(after.cell);
  return before === null ? '' : `原表 ${formatAddress(before.cell)}`;
}

/** One pair for people. */
function comparisonReport({ old, now }: PairOfFiles, comparison: PairRecord): string {
  const { differences, held, unheld } = comparison;
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  const lines = [
    `${now} “${comparison.now.sheet}”`,
    `  ${PAIR_WORDS[comparison.kind]}：${old} “${comparison.old.sheet}”（${comparison.old.kind}）`,
    ...(comparison.mistaken === '' ? [] : [`    ${comparison.mistaken}`]),
    ...differences.map((one) => `    ${SEVERITY_WORDS[one.severity]} ${where(one)}：${one.message}`),
    `  核对了 ${held.length} 处（${heldInWords(comparison)}），${agreedInWords(comparison)}，${differences.length} 处要看`,
    ...(unheld.length === 0 ? [] : [`  没有对照的指标值和分值 ${unheld.length} 处：${whys}`]),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** What a worker does with a file instead of checking it; plain data. */
export type CompareTask =
  /** Says who the forms in it are: `text` is the JSON of their identities. */
  | { readonly kind: 'identify' }
  /** Says what money they are about: `text` is the JSON of it. */
  | { readonly kind: 'money' }
  /** Holds one of its forms against one of another file: `text` is the report. The numbers count their forms. */
  | { readonly kind: 'pair'; readonly now: number; readonly other: FoundFile; readonly old: number };

interface Asked {
  readonly file: FoundFile;
  readonly json: boolean;
}

interface Read {
  readonly side: Side;
  readonly snapshot: SheetSnapshot;
}

/** All that can be held against another form in a file; hidden sheets are left alone. */
function readSides(found: FoundFile): { readonly sides: readonly Read[]; readonly error: string | null } {
  const { file, error } = found;
  if (error !== undefined) return { sides: [], error };
  try {
    const { sheets } = readWorkbook(readBytes(placeOf(found)), file);
    const sides = shownSheets(sheets).flatMap(({ snapshot }) =>
      sidesIn(snapshot).map((side): Read => ({ side, snapshot })),
    );
    return { sides, error: sides.length > 0 ? null : '没有认出自评表或绩效目标申报表' };
  } catch (cause) {
    return { sides: [], error: messageOf(cause) };
  }
}

function outcome(text: string, withErrors = false): FileOutcome {
  return { text, failed: false, withErrors, forms: [], reason: '', read: true };
}

const failure = (reason: string): FileOutcome => ({ ...outcome(''), failed: true, reason, read: false });

/** Identifies a file's forms or compares one of them; `withErrors` says that something important differs. */
export function comparedOutcome({ file, json }: Asked, task: CompareTask): FileOutcome {
  const own = readSides(file);
  if (own.error !== null) return failure(own.error);
  if (task.kind === 'identify') return outcome(JSON.stringify(own.sides.map(({ side }) => identityOf(side))));
  if (task.kind === 'money')
    return outcome(JSON.stringify(own.sides.flatMap(({ side, snapshot }) => moneyOf(side, snapshot, file.file) ?? [])));
  const others = task.other.file === file.file ? own : readSides(task.other);
  if (others.error !== null) return failure(`${task.other.file}：${others.error}`);
  const [now, old] = [own.sides[task.now], others.sides[task.old]];
  if (now === undefined || old === undefined) return failure('文件在核对时被改动了：请重新核对');
  const comparison = recordOfComparison(compareSides(old.side, now.side));
  const files = { old: task.other.file, now: file.file };
  const differs = comparison.differences.some(({ severity }) => severity === 'warning');
  const text = json ? plainJson(comparisonJson(files, comparison)) : comparisonReport(files, comparison);
  return outcome(text, differs);
}
