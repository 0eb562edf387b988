import type { Decimal } from 'decimal.js';
import { commentsFor } from '../advice/annotations';
import type { PlannedComment } from '../advice/plan';
import { type FormRecord, recordOf } from '../advice/record';
import { coverageLine } from '../checks/coverage';
import type { Finding } from '../checks/finding';
import { SEVERITY_WORDS } from '../checks/severity';
import { formKind } from '../form/kind';
import type { ColumnAnswer } from '../form/model';
import { annotateWorkbook } from '../host/file/annotate';
import { type FormReview, type ReviewSettings, review, type SheetReview } from '../review';
import { formatAddress } from '../sheet/address';
import { comparedOutcome, type CompareTask } from './compareTask';
import { type FoundFile, placeOf, readBytes } from './files';
import { type FileJson, sheetJson, unrecognisedJson } from './json';
import { messageOf, oneLine, plainJson } from './messages';
import { type OutputPlace, writeWhole } from './output';
import { readWorkbook, shownSheets } from '../host/file/readWorkbook';
import { unhiding } from '../host/limits';

/** One sheet of a file: its review, or `null` for a hidden one, which is left alone. */
interface CheckedSheet {
  readonly name: string;
  readonly review: SheetReview | null;
  readonly notes: readonly string[];
  /** Why a hidden one was left alone; `''` for any other. */
  readonly hidden: string;
}

/** A file after the check; `bytes` is what was read, for an annotated copy. */
interface CheckedFile {
  readonly file: FoundFile;
  readonly error: string | null;
  /** Why the copy that was asked for was not written; `null` where it was, or none was asked for. */
  readonly noCopy: string | null;
  readonly bytes: Uint8Array;
  readonly sheets: readonly CheckedSheet[];
}

/** Reads and reviews one file. A file that can't be read gives its reason and no sheets. */
function checkFile(file: FoundFile, settings: ReviewSettings): CheckedFile {
  const nothing = { file, noCopy: null, bytes: new Uint8Array(0), sheets: [] };
  if (file.error !== undefined) return { ...nothing, error: file.error };
  try {
    const bytes = readBytes(placeOf(file));
    const { sheets } = readWorkbook(bytes, file.file);
    const shown = new Set(shownSheets(sheets));
    const checked = sheets.map((sheet): CheckedSheet => {
      const { name, notes, veryHidden = false } = sheet;
      if (shown.has(sheet)) return { name, notes, review: review(sheet.snapshot, settings), hidden: '' };
      const why = `隐藏的工作表，没有核查：需要核查时请${unhiding(veryHidden)}`;
      return { name, notes, review: null, hidden: why };
    });
    return { file, error: null, noCopy: null, bytes, sheets: checked };
  } catch (cause) {
    return { ...nothing, error: messageOf(cause) };
  }
}

/** How many findings of each severity a file has. */
function countFindings({ sheets }: CheckedFile): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { review } of sheets) {
    for (const form of review?.forms ?? []) for (const finding of form.findings) counts[finding.severity] += 1;
  }
  return counts;
}

function figure(value: Decimal | null): string {
  return value === null ? '无' : value.toString();
}

function heading({ form }: FormReview): string {
  const year = form.year === null ? '' : `，${form.year.value} 年度`;
  const organisation =
    form.organisation === null || form.organisation.value === '' ? '' : `，${form.organisation.value}`;
  return `${formKind(form)}${year}${organisation}`;
}

function findingLines({ cell, severity, message, arithmetic, follows = [] }: Finding): string[] {
  const lines = [`    ${SEVERITY_WORDS[severity]} ${formatAddress(cell)}：${message}`];
  if (arithmetic !== undefined && !message.includes(arithmetic)) lines.push(`         算式：${arithmetic}`);
  for (const one of follows) lines.push(`         由此引起：${formatAddress(one.cell)} ${one.title}`);
  return lines;
}

function formLines(review: FormReview): string[] {
  const { scores, findings, coverage } = review;
  const { stated, sumOfStated, recomputed, grade } = scores.total;
  const totals = `总分：表内 ${figure(stated)}，各项之和 ${figure(sumOfStated)}，复算 ${figure(recomputed)}`;
  return [
    `    ${heading(review)}`,
    `    规则：${scores.rulebook.name}（${scores.why}）`,
    `    ${totals}${grade === null ? '' : `，等级 ${grade}`}`,
    ...(findings.length === 0 ? ['    没有发现问题'] : findings.flatMap(findingLines)),
    `    ${coverageLine(coverage)}`,
    ...coverage.unchecked.map((sentence) => `    未核查：${sentence}`),
  ];
}

function sheetLines({ name, review, notes, hidden }: CheckedSheet): string[] {
  const lines = [`  工作表“${name}”`, ...notes.map((note) => `    ${note}`)];
  if (review === null) return [...lines, `    ${hidden}`];
  if (review.forms.length > 0) return [...lines, ...review.forms.flatMap(formLines)];
  return [...lines, `    没有认出自评表：${review.none?.reason ?? '没有找到指标表'}`];
}

function counts({ error, warning, info }: ReturnType<typeof countFindings>): string {
  return `错误 ${error}，提醒 ${warning}，提示 ${info}`;
}

/** What was found in one file, for people. */
function fileReport(checked: CheckedFile): string {
  const { file, error, noCopy, sheets } = checked;
  const lines = [
    file.file,
    ...(error === null ? [] : [`  没有核查：${error}`]),
    ...(noCopy === null ? [] : [`  没有写批注副本：${noCopy}`]),
  ].concat(sheets.flatMap(sheetLines), sheets.length > 0 ? [`  合计：${counts(countFindings(checked))}`] : []);
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** One file to be checked, and what is to be made of it; plain data, as it is sent between processes. */
export interface FileTask {
  readonly file: FoundFile;
  readonly place: OutputPlace | null;
  readonly json: boolean;
  readonly summary: boolean;
  readonly columns: readonly ColumnAnswer[];
  /** What is to be done instead of checking it. */
  readonly compare?: CompareTask;
}

/** What became of a file; plain data. */
export interface FileOutcome {
  /** What is printed of it. */
  readonly text: string;
  /** It could not be read, or holds no form, or its copy could not be written. */
  readonly failed: boolean;
  readonly withErrors: boolean;
  /** For the summary; empty where none is asked for. */
  readonly forms: readonly FormRecord[];
  /** Why there is no form; `''` where there is one. */
  readonly reason: string;
  /** Whether it could be read at all, with a form in it or without. */
  readonly read: boolean;
}

function fileJson(checked: CheckedFile): FileJson {
  return {
    file: checked.file.file,
    error: checked.error ?? undefined,
    copy: checked.noCopy === null ? undefined : { error: checked.noCopy },
    sheets: checked.sheets.flatMap(({ name, review, notes, hidden }) =>
      review === null ? [unrecognisedJson(name, hidden)] : sheetJson(review, notes),
    ),
  };
}

function commentsBySheet({ sheets }: CheckedFile): Map<string, readonly PlannedComment[]> {
  return new Map(
    sheets.flatMap(({ name, review }): [string, readonly PlannedComment[]][] =>
      review === null ? [] : [[name, commentsFor(review.forms.flatMap((form) => form.findings))]],
    ),
  );
}

/** The file with the copy made, or with the reason why there is none. */
function withCopy(checked: CheckedFile, place: OutputPlace | null): CheckedFile {
  if (place === null || checked.error !== null) return checked;
  try {
    writeWhole(place, annotateWorkbook(checked.bytes, commentsBySheet(checked), checked.file.file));
    return checked;
  } catch (cause) {
    return { ...checked, noCopy: messageOf(cause) };
  }
}

/** What the summary needs: without the indicators, of which it shows none, so that thousands fit into memory. */
function recordsOf({ sheets }: CheckedFile): FormRecord[] {
  return sheets.flatMap(({ review }) =>
    (review?.forms ?? []).map((form, index) => ({
      ...recordOf(form, index),
      items: [],
      checks: [],
      figures: { total: 0, held: 0, unheld: [] },
      unchecked: [],
    })),
  );
}

function reasonOf({ error, sheets }: CheckedFile): string {
  if (error !== null) return error;
  return sheets.map(({ review, hidden }) => review?.none?.reason ?? hidden).find((reason) => reason !== '') ?? '';
}

/** Checks one file and prints it, or does with it what else its task says. */
export function outcomeOf(task: FileTask, settings: ReviewSettings): FileOutcome {
  if (task.compare !== undefined) return comparedOutcome(task, task.compare);
  const { file, place, json, summary, columns } = task;
  const checked = withCopy(checkFile(file, { ...settings, columns }), place);
  const found = checked.sheets.some((sheet) => (sheet.review?.forms.length ?? 0) > 0);
  return {
    text: json ? plainJson(fileJson(checked)) : fileReport(checked),
    failed: checked.error !== null || checked.noCopy !== null || !found,
    withErrors: countFindings(checked).error > 0,
    forms: summary ? recordsOf(checked) : [],
    reason: found ? '' : reasonOf(checked),
    read: checked.error === null,
  };
}
