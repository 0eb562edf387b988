import type { FoundSide } from '../../compare/record';
import type { ReviewSettings } from '../../review';
import type { OpenedFile } from '../file/opening';
import { NONE_OWN, type OwnRulebooks } from '../session/state';
import type { WorkerAnswer } from './protocol';
import { goesBack, type ReceivedForm, type UnreadFile } from '../../advice/batch';
import type { FormRecord } from '../../advice/record';

/** A row of the table: a form, or a file in which nothing could be checked. */
export interface BatchRow {
  readonly key: string;
  readonly fileId: number;
  readonly file: string;
  readonly form: FormRecord | null;
  /** Why nothing could be checked; `''` for a form. */
  readonly reason: string;
  /** Whether the file could be read. */
  readonly read: boolean;
  readonly aside: ReadonlyMap<string, string>;
  /** Whether something was mended in the form, which then stands in the annotated copy only. */
  readonly mended: boolean;
  /** Whether another form is used in its place: the officer said so, or the same stands in one before it. */
  readonly unused: boolean;
}

/** A form of the table as the advice takes it. */
export function receivedOf({ file, form, aside }: BatchRow): ReceivedForm | null {
  return form === null ? null : { file, form, aside };
}

export function receivedAll(rows: readonly BatchRow[]): ReceivedForm[] {
  return rows.flatMap((row) => receivedOf(row) ?? []);
}

export function unreadAll(rows: readonly BatchRow[]): UnreadFile[] {
  return rows.flatMap(({ file, form, reason, read }) => (form === null ? [{ file, reason, read }] : []));
}

/** Forms in whose place another is used, as the summary lists them. */
export function unusedAll(rows: readonly BatchRow[]): UnreadFile[] {
  return rows.map(({ file }) => ({ file, reason: '同一单位的另一份已用，这一份没有计入', read: true, unused: true }));
}

/** Whether a row goes back to its department. */
export function isReturned(row: BatchRow): boolean {
  const received = receivedOf(row);
  return received !== null && !row.unused && goesBack(received);
}

/** A file that the officer chose, with its path below the folder. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

export interface BatchState {
  readonly rows: readonly BatchRow[];
  readonly total: number;
  readonly done: number;
  readonly running: boolean;
  /** The file that was begun last. */
  readonly current: string;
  readonly secondsLeft: number | null;
  /** How many were left out when the officer stopped, and can still be checked. */
  readonly stopped: number;
  /** How many were checked by other rulebooks than those that are chosen now. */
  readonly outdated: number;
  /** How many hold something mended that is in no annotated copy. */
  readonly unsaved: number;
  readonly rulebooks: OwnRulebooks;
}

/** A chosen file and what is known of it. */
export interface FileEntry extends ChosenFile {
  readonly id: number;
  /** Numbered where another department's file has the same name. */
  path: string;
  /** The file of the same path that was taken before it; which of them stay is known once this one is read. */
  before: FileEntry | null;
  rows: readonly BatchRow[];
  annotatable: boolean;
  /** What in it can be held against another form. */
  sides: readonly FoundSide[];
  /** The settings it was checked with; `null` before that. */
  by: ReviewSettings | null;
  /** The pane's session of it, once a row of it was opened. */
  opened: Promise<OpenedFile> | null;
  /** The file with what was mended in it, where that can be. */
  copy: (() => Uint8Array) | null;
  /** What was mended in it, and what of that is in the annotated copy that was made last. */
  edits: readonly string[];
  savedEdits: readonly string[];
}

/** A form or a table of targets in a received file. */
export interface ReceivedSide {
  /** The key of the form's row; `null` for a table of targets. */
  readonly row: string | null;
  readonly file: string;
  /** What was mended in the file: another list once that changes. */
  readonly edits: readonly string[];
  readonly found: FoundSide;
  readonly source: () => File;
}

const NO_EDITS: readonly string[] = [];

export function newEntry(chosen: ChosenFile, id: number): FileEntry {
  const nothing = { before: null, rows: [], annotatable: false, sides: [], by: null, opened: null, copy: null };
  return { ...chosen, ...nothing, id, edits: NO_EDITS, savedEdits: NO_EDITS };
}

/** Whether it is the very file that was taken, as far as a browser tells. */
export function isSameFile(a: File, b: File): boolean {
  return a.size === b.size && a.lastModified === b.lastModified;
}

/** `自评表（2）.xlsx`, or the next number that no other file has. */
export function numberedPath(path: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  const [base, ending] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  let number = 2;
  while (taken.has(`${base}（${number}）${ending}`)) number += 1;
  return `${base}（${number}）${ending}`;
}

/** Whether something was mended in it of which there is no copy. */
export function isUnsaved({ edits, savedEdits }: FileEntry): boolean {
  return edits.length > 0 && edits !== savedEdits;
}

/** No files yet. */
export const EMPTY: BatchState = {
  rows: [],
  total: 0,
  done: 0,
  running: false,
  current: '',
  secondsLeft: null,
  stopped: 0,
  outdated: 0,
  unsaved: 0,
  rulebooks: NONE_OWN,
};

/** The file with what was mended in it. */
export function fileNow({ file, copy }: FileEntry): File {
  return copy === null ? file : new File([new Uint8Array(copy())], file.name);
}

/** Why no form was found. */
export function reasonOf(answer: WorkerAnswer): string {
  return answer.kind === 'read' ? answer.read.none : answer.kind === 'failed' ? answer.sentence : '';
}
