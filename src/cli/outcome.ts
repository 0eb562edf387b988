import { commentsFor } from '../advice/annotations';
import type { PlannedComment } from '../advice/plan';
import { recordOf, type FormRecord } from '../advice/record';
import type { ColumnAnswer } from '../form/model';
import type { ReviewSettings } from '../review';
import { annotateWorkbook } from '../host/file/annotate';
import { checkFile, countFindings, hasForm, HIDDEN, type CheckedFile } from './checkFile';
import { comparedOutcome, type CompareTask } from './compareTask';
import type { FoundFile } from './files';
import { sheetJson, unrecognisedJson, type FileJson } from './json';
import { messageOf } from './messages';
import { writeWhole, type OutputPlace } from './output';
import { plainJson } from './printable';
import { fileReport } from './report';

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
    ...(checked.error === null ? {} : { error: checked.error }),
    ...(checked.noCopy === null ? {} : { copy: { error: checked.noCopy } }),
    sheets: checked.sheets.flatMap(({ name, review, notes }) =>
      review === null ? [unrecognisedJson(name, HIDDEN)] : sheetJson(review, notes),
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
  return sheets.map(({ review }) => review?.none?.reason).find((reason) => reason !== undefined) ?? HIDDEN;
}

/** Checks one file and prints it, or does with it what else its task says. */
export function outcomeOf(task: FileTask, settings: ReviewSettings): FileOutcome {
  if (task.compare !== undefined) return comparedOutcome(task, task.compare);
  const { file, place, json, summary, columns } = task;
  const checked = withCopy(checkFile(file, { ...settings, columns }), place);
  const found = hasForm(checked);
  return {
    text: json ? plainJson(fileJson(checked)) : fileReport(checked),
    failed: checked.error !== null || checked.noCopy !== null || !found,
    withErrors: countFindings(checked).error > 0,
    forms: summary ? recordsOf(checked) : [],
    reason: found ? '' : reasonOf(checked),
    read: checked.error === null,
  };
}
