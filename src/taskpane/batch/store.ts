import { commentsFor } from '../../advice/annotations';
import { goesBack, type ReceivedForm, type UnreadFile } from '../../advice/batch';
import type { PlannedComment } from '../../advice/plan';
import type { FormRecord } from '../../advice/record';
import type { ReportSheet } from '../../advice/reportSheet';
import type { Pool } from './pool';
import type { Job } from './protocol';

/** A file that the officer chose, with its path below the folder. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/** A row of the table: a form, or a file in which nothing could be checked. */
export interface BatchRow {
  readonly key: string;
  readonly fileId: number;
  readonly file: string;
  readonly form: FormRecord | null;
  /** Why nothing could be checked; `''` for a form. */
  readonly reason: string;
  readonly aside: ReadonlyMap<string, string>;
}

export interface BatchState {
  readonly rows: readonly BatchRow[];
  readonly total: number;
  readonly done: number;
  readonly running: boolean;
  /** The file that was begun last. */
  readonly current: string;
  readonly secondsLeft: number | null;
  /** How many were left out when the officer stopped. */
  readonly stopped: number;
}

interface Entry extends ChosenFile {
  readonly id: number;
  annotatable: boolean;
}

const EMPTY: BatchState = { rows: [], total: 0, done: 0, running: false, current: '', secondsLeft: null, stopped: 0 };
const NO_ASIDE: ReadonlyMap<string, string> = new Map();
/** The page is not drawn more often than this while files are read. */
const TELL_EVERY_MS = 120;

/** A form of the table as the advice takes it. */
export function receivedOf({ file, form, aside }: BatchRow): ReceivedForm | null {
  return form === null ? null : { file, form, aside };
}

export function receivedAll(rows: readonly BatchRow[]): ReceivedForm[] {
  return rows.flatMap((row) => receivedOf(row) ?? []);
}

export function unreadAll(rows: readonly BatchRow[]): UnreadFile[] {
  return rows.flatMap(({ file, form, reason }) => (form === null ? [{ file, reason }] : []));
}

/** Whether a row goes back to its department. */
export function isReturned(row: BatchRow): boolean {
  const received = receivedOf(row);
  return received !== null && goesBack(received);
}

/** The received files and what was found in them. Files are read where they lie and kept nowhere. */
export class BatchStore {
  private state = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly files = new Map<number, Entry>();
  private queue: Entry[] = [];
  private rows: BatchRow[] = [];
  private begun = 0;
  private lastId = 0;
  private inWork = 0;
  private startedAt = 0;
  private startedDone = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly now: () => number = () => performance.now(),
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): BatchState => this.state;

  /** Takes files in; a path that was taken before is read anew. */
  add(chosen: readonly ChosenFile[]): void {
    if (chosen.length === 0) return;
    if (!this.state.running) {
      this.startedAt = this.now();
      this.startedDone = this.state.done;
    }
    const again = new Set(chosen.map(({ path }) => path));
    this.rows = this.rows.filter(({ file }) => !again.has(file));
    for (const [id, { path }] of [...this.files]) {
      if (!again.has(path)) continue;
      this.files.delete(id);
      this.queue = this.queue.filter((entry) => entry.id !== id);
    }
    for (const one of chosen) {
      this.lastId += 1;
      const entry: Entry = { ...one, id: this.lastId, annotatable: false };
      this.files.set(entry.id, entry);
      this.queue.push(entry);
    }
    this.tell({ running: true, stopped: 0 });
    this.pump();
  }

  /** Leaves out what was not begun; what is done stays. */
  stop(): void {
    const left = this.queue.length;
    for (const { id } of this.queue) this.files.delete(id);
    this.queue = [];
    this.tell({ stopped: left, running: this.inWork > 0 });
  }

  /** Forgets everything. */
  clear(): void {
    this.stop();
    this.files.clear();
    this.rows = [];
    this.tell({ stopped: 0 });
  }

  /** The file of a row, as long as the page is open. */
  fileOf(fileId: number): File | null {
    return this.files.get(fileId)?.file ?? null;
  }

  /** Keeps what was set aside in one form, with the reasons. */
  setAside(fileId: number, sheet: string, index: number, aside: ReadonlyMap<string, string>): void {
    this.rows = this.rows.map((row) =>
      row.fileId === fileId && row.form?.sheet === sheet && row.form.index === index ? { ...row, aside } : row,
    );
    this.tell({});
  }

  /** Whether a copy with comments can be made of a row's file. */
  isAnnotatable(fileId: number): boolean {
    return this.files.get(fileId)?.annotatable ?? false;
  }

  /** A copy of a file with comments for what is open in its forms. Rejects with an `Error` whose message is a sentence. */
  annotatedCopy(fileId: number): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.files.get(fileId);
    if (entry === undefined) return Promise.reject(new Error('这个文件已不在列表里，请重新选择。'));
    const comments = new Map<string, PlannedComment[]>();
    for (const { fileId: id, form, aside } of this.rows) {
      if (id !== fileId || form === null) continue;
      const open = form.findings.filter(({ key }) => !aside.has(key)).map(({ finding }) => finding);
      comments.set(form.sheet, [...(comments.get(form.sheet) ?? []), ...commentsFor(open)]);
    }
    return this.bytes({ kind: 'annotate', file: entry.file, comments: [...comments] });
  }

  /** A workbook of our own sheets. */
  workbook(sheets: readonly ReportSheet[]): Promise<Uint8Array<ArrayBuffer>> {
    return this.bytes({ kind: 'workbook', sheets });
  }

  private async bytes(job: Job): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.pool.run(job);
    if (answer.kind === 'bytes') return answer.bytes;
    throw new Error(answer.kind === 'failed' ? answer.sentence : '没有得到文件，请再试一次。');
  }

  private pump(): void {
    // No more at a time than the pool can take, so that stopping leaves out all that was not begun.
    while (this.inWork < this.pool.size) {
      const entry = this.queue.shift();
      if (entry === undefined) return;
      this.inWork += 1;
      this.begun = entry.id;
      void this.read(entry);
    }
  }

  private async read(entry: Entry): Promise<void> {
    const answer = await this.pool.run({ kind: 'read', file: entry.file });
    this.inWork -= 1;
    // Chosen again meanwhile: the later reading counts.
    if (this.files.get(entry.id) === entry)
      this.take(
        entry,
        answer.kind === 'read' ? answer.read.forms : [],
        answer.kind === 'read' ? answer.read.none : answer.kind === 'failed' ? answer.sentence : '',
      );
    if (answer.kind === 'read') entry.annotatable = answer.read.annotatable;
    this.pump();
    if (this.inWork === 0 && this.queue.length === 0) this.tell({ running: false });
    else this.tellSoon();
  }

  private take(entry: Entry, forms: readonly FormRecord[], reason: string): void {
    const base = { fileId: entry.id, file: entry.path, aside: NO_ASIDE };
    const rows: readonly BatchRow[] =
      forms.length === 0
        ? [{ ...base, key: String(entry.id), form: null, reason }]
        : forms.map((form, at) => ({ ...base, key: `${entry.id}.${at}`, form, reason: '' }));
    this.rows = [...this.rows, ...rows];
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => this.tell({}), TELL_EVERY_MS);
  }

  private tell(change: Partial<BatchState>): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const total = this.files.size;
    const done = total - this.queue.length - this.inWork;
    const passed = this.now() - this.startedAt;
    const read = done - this.startedDone;
    const left = this.queue.length + this.inWork;
    this.state = {
      ...this.state,
      rows: [...this.rows].sort((a, b) => a.fileId - b.fileId),
      total,
      done,
      current: this.files.get(this.begun)?.path ?? '',
      secondsLeft: read < 3 || left === 0 ? null : Math.max(1, Math.round((passed / read) * left * 0.001)),
      ...change,
    };
    this.listeners.forEach((listener) => listener());
  }
}
