import { splitAside } from '../../advice/places';
import { commentsFor } from '../../advice/annotations';
import type { PlannedComment } from '../../advice/plan';
import { doubtsAmong } from '../../advice/batch';
import { type FormRecord, recordOf } from '../../advice/record';
import type { ReportSheet } from '../../advice/reportSheet';
import { withComparison } from '../../compare/received';
import type { ComparisonRecord } from '../../compare/record';
import type { ReviewSettings } from '../../review';
import { compact } from '../../sheet/text';
import type { OpenedFile, OpenFile } from '../file/opening';
import { Observable } from '../observable';
import { settingsOf } from '../session/rulebooks';
import { NONE_OWN, type OwnRulebooks, type PaneState, sameRulebooks } from '../session/state';
import { sentenceOf } from '../session/words';
import { asideAmong, formId, KeptAsides, type RowRecords, rowSettings } from './keptAsides';
import type { Pool } from './pool';
import type { WorkerAnswer, Job } from './protocol';
import {
  type BatchState,
  type ChosenFile,
  EMPTY,
  type FileEntry,
  fileNow,
  isSameFile,
  isUnsaved,
  newEntry,
  numberedPath,
  type ReceivedSide,
  reasonOf,
  type BatchRow,
  receivedAll,
  receivedOf,
} from './state';

/** The page is not drawn more often than this while files are read. */
const TELL_EVERY_MS = 120;

/** A row with what was held, and from what it was made. */
interface ComparedRow {
  readonly records: readonly ComparisonRecord[];
  readonly kept: unknown;
  readonly row: BatchRow;
}

/** The received files and what was found in them. Files are read where they lie and kept nowhere. */
export class BatchStore extends Observable<BatchState> {
  private settings = settingsOf(NONE_OWN);
  private readonly files = new Map<number, FileEntry>();
  private comparisons: ReadonlyMap<string, readonly ComparisonRecord[]> = new Map();
  private readonly compared = new WeakMap<BatchRow, ComparedRow>();
  /** Rows of which the officer said whether they are used, by key. */
  private readonly chosen = new Map<string, boolean>();
  private readonly queue = new Set<FileEntry>();
  private readonly inWork = new Set<FileEntry>();
  private readonly kept = new KeptAsides();
  private readonly remembered: Promise<void>;
  private begun = 0;
  private lastId = 0;
  private startedAt = 0;
  private startedDone = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly pool: Pool) {
    super(EMPTY);
    // What can't be loaded can't be kept either, and that is said when the officer sets something aside.
    this.remembered = this.kept.load().catch(() => undefined);
  }

  /**
   * Takes files in. A file that was taken before is read anew, and one of the same name takes its place unless another
   * department's form is in it: those are often called alike.
   */
  add(chosen: readonly ChosenFile[]): void {
    if (chosen.length === 0) return;
    const known = new Map([...this.files.values()].map((entry) => [entry.path, entry]));
    const added = chosen.map((one): FileEntry => {
      this.lastId += 1;
      const entry = newEntry(one, this.lastId);
      const before = known.get(one.path);
      if (before === undefined) return entry;
      if (before.rows.every(({ form }) => form === null) || isSameFile(before.file, one.file)) this.forget(before);
      else entry.before = before;
      return entry;
    });
    for (const entry of added) this.files.set(entry.id, entry);
    this.start(added);
  }

  /** Checks by these rulebooks from now on; what was checked by others is checked anew. */
  useRulebooks(rulebooks: OwnRulebooks): void {
    if (sameRulebooks(rulebooks, this.state.rulebooks)) return;
    this.settings = settingsOf(rulebooks);
    this.set({ rulebooks });
    this.goOn();
  }

  /** Leaves out what was not begun, until the officer goes on; what is done stays. */
  stop(): void {
    this.queue.clear();
    this.tell({ running: this.inWork.size > 0 });
  }

  /** Checks what was left out by stopping, or was checked by other rulebooks. */
  goOn(): void {
    const left = [...this.files.values()].filter((entry) => entry.by !== this.settings && !this.isWaiting(entry));
    if (left.length > 0) this.start(left);
  }

  /** Uses one of several rows and not the others, all of them where none is named. */
  useOnly(only: string | null, among: readonly string[]): void {
    for (const key of among) this.chosen.set(key, only === null || only === key);
    this.tell({});
  }

  /** Forgets everything. */
  clear(): void {
    for (const entry of [...this.files.values()]) this.forget(entry);
    this.tell({ running: false });
  }

  /**
   * The file of a row in a session as the pane has it, opened once, so that a form opened again is as it was left. It
   * goes by the batch's rulebooks, and what is set aside in it is set aside in the batch. Rejects as `open` does.
   */
  async open(fileId: number, open: OpenFile): Promise<OpenedFile> {
    const entry = this.need(fileId);
    entry.opened ??= this.opening(entry, open);
    entry.opened.catch(() => (entry.opened = null));
    const opened = await entry.opened;
    const { rulebooks } = this.state;
    if (!sameRulebooks(opened.session.getSnapshot().rulebooks, rulebooks)) {
      opened.session.changeRulebooks(() => rulebooks);
    }
    return opened;
  }

  /** Whether a copy with comments can be made of a row's file. */
  isAnnotatable(fileId: number): boolean {
    return this.files.get(fileId)?.annotatable ?? false;
  }

  /**
   * A copy of a file with what was mended in its forms, and comments for what is open in them. Rejects with an `Error`
   * whose message is a sentence.
   */
  async annotatedCopy(fileId: number): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.need(fileId);
    const comments = new Map<string, PlannedComment[]>();
    for (const { form, aside } of this.rowsOf(entry)) {
      if (form === null) continue;
      const open = splitAside(form.findings, aside).open.map(({ finding }) => finding);
      comments.set(form.sheet, [...(comments.get(form.sheet) ?? []), ...commentsFor(open)]);
    }
    const { edits } = entry;
    const bytes = await this.bytes({ kind: 'annotate', file: fileNow(entry), comments: [...comments] });
    entry.savedEdits = edits;
    this.tell({});
    return bytes;
  }

  /** A workbook of our own sheets. */
  workbook(sheets: readonly ReportSheet[]): Promise<Uint8Array<ArrayBuffer>> {
    return this.bytes({ kind: 'workbook', sheets });
  }

  /** Takes over what holding forms against others came to, by the key of the row among whose findings it then stands. */
  useComparisons(comparisons: ReadonlyMap<string, readonly ComparisonRecord[]>): void {
    this.comparisons = comparisons;
    this.tell({});
  }

  /** What in the files can be held against another form: forms with the keys of their rows, and tables of targets. */
  sides(): readonly ReceivedSide[] {
    return [...this.files.values()].flatMap((entry) => {
      const keys = entry.rows.map(({ key }) => key);
      return entry.sides.map((found): ReceivedSide => {
        const row = found.identity.kind === 'form' ? (keys.shift() ?? null) : null;
        return { row, file: entry.path, edits: entry.edits, found, source: () => fileNow(entry) };
      });
    });
  }

  /** Does a job with the workers of the batch. */
  run(job: Job): Promise<WorkerAnswer> {
    return this.pool.run(job);
  }

  private need(fileId: number): FileEntry {
    const entry = this.files.get(fileId);
    if (entry === undefined) throw new Error('这个文件已不在列表里，请重新选择。');
    return entry;
  }

  private forget(entry: FileEntry): void {
    this.files.delete(entry.id);
    this.queue.delete(entry);
  }

  private async bytes(job: Job): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.pool.run(job);
    if (answer.kind === 'bytes') return answer.bytes;
    throw new Error(answer.kind === 'failed' ? answer.sentence : '没有得到文件，请再试一次。');
  }

  private async opening(entry: FileEntry, open: OpenFile): Promise<OpenedFile> {
    const records: RowRecords = {
      rulebooks: () => this.state.rulebooks,
      rows: () => this.rowsOf(entry),
      setAside: async (form, aside) => {
        await this.kept.put(entry.path, form, aside);
        entry.rows = entry.rows.map((row) =>
          row.form === null ? row : { ...row, aside: this.asideOf(entry, row.form) },
        );
        this.tell({});
      },
    };
    const opened = await open(entry.file, rowSettings(records));
    const { session } = opened;
    await session.start(true);
    if (session.getSnapshot().abilities.canWrite) entry.copy = opened.copy;
    let { view: seen } = session.getSnapshot();
    session.subscribe(() => {
      const { view } = session.getSnapshot();
      if (view !== seen) this.follow(entry, session.getSnapshot());
      seen = view;
    });
    return opened;
  }

  /** Takes over how the forms of a sheet stand in the session of their file. */
  private follow(entry: FileEntry, { view, sheet, undoable }: PaneState): void {
    if (view.kind !== 'reviewed' || sheet === null) return;
    const mended = undoable.length > 0;
    entry.edits = undoable;
    entry.rows = entry.rows.map((row) => {
      const index = row.form?.sheet === sheet.name ? row.form.index : -1;
      const review = view.forms[index]?.own;
      if (review === undefined) return { ...row, mended };
      const form = recordOf(review, index);
      return { ...row, mended, form, aside: this.asideOf(entry, form) };
    });
    this.tell({});
  }

  private asideOf({ path }: FileEntry, form: FormRecord): ReadonlyMap<string, string> {
    return asideAmong(form, this.kept.of(formId(path, form)));
  }

  /** The rows of a file with what holding their forms against others came to. */
  private rowsOf(entry: FileEntry): readonly BatchRow[] {
    return entry.rows.map((row) => {
      const plain = receivedOf(row);
      const records = this.comparisons.get(row.key) ?? [];
      if (plain === null || records.length === 0) return row;
      const { kept } = this;
      const known = this.compared.get(row);
      if (known?.records === records && known.kept === kept.version) return known.row;
      const { form } = records.reduce(withComparison, plain);
      const made = { ...row, form, aside: this.asideOf(entry, form) };
      this.compared.set(row, { records, kept: kept.version, row: made });
      return made;
    });
  }

  private isWaiting(entry: FileEntry): boolean {
    return this.queue.has(entry) || this.inWork.has(entry);
  }

  private start(entries: readonly FileEntry[]): void {
    for (const entry of entries) this.queue.add(entry);
    if (!this.state.running) {
      this.startedAt = performance.now();
      this.startedDone = [...this.files.values()].filter((entry) => !this.isWaiting(entry)).length;
    }
    this.tell({ running: true });
    this.pump();
  }

  private pump(): void {
    // No more at a time than the pool can take, so that stopping leaves out all that was not begun.
    while (this.inWork.size < this.pool.size) {
      const [entry] = this.queue;
      if (entry === undefined) return;
      this.queue.delete(entry);
      this.inWork.add(entry);
      this.begun = entry.id;
      void this.read(entry);
    }
  }

  private async read(entry: FileEntry): Promise<void> {
    await this.remembered;
    const { settings } = this;
    const answer = await this.check(entry, settings);
    this.inWork.delete(entry);
    // Chosen again, or other rulebooks meanwhile: the later reading counts.
    if (this.files.get(entry.id) === entry) {
      if (settings === this.settings) this.take(entry, answer, settings);
      else this.queue.add(entry);
    }
    this.pump();
    if (this.inWork.size === 0 && this.queue.size === 0) this.tell({ running: false });
    else this.tellSoon();
  }

  private async check(entry: FileEntry, settings: ReviewSettings): Promise<WorkerAnswer> {
    try {
      return await this.pool.run({ kind: 'read', file: fileNow(entry), settings });
    } catch (error) {
      return { kind: 'failed', sentence: sentenceOf(error) };
    }
  }

  private take(entry: FileEntry, answer: WorkerAnswer, by: ReviewSettings): void {
    entry.by = by;
    const read = answer.kind === 'read' ? answer.read : null;
    if (read !== null) entry.annotatable = read.annotatable;
    entry.sides = read?.sides ?? [];
    if (entry.before !== null) this.settle(entry, entry.before, read?.forms ?? []);
    const mended = entry.rows.some((row) => row.mended);
    const base = { fileId: entry.id, file: entry.path, mended, read: read !== null, unused: false };
    entry.rows =
      read === null || read.forms.length === 0
        ? [{ ...base, key: String(entry.id), form: null, reason: reasonOf(answer), aside: new Map() }]
        : read.forms.map((form, at) => {
            const aside = this.asideOf(entry, form);
            return { ...base, key: `${entry.id}.${at}`, form, reason: '', aside };
          });
  }

  /** Two files have the same name: the later one replaces the earlier where it holds the same department's form. */
  private settle(entry: FileEntry, before: FileEntry, forms: readonly FormRecord[]): void {
    entry.before = null;
    if (!this.files.has(before.id)) return;
    const organisations = new Set(
      before.rows.flatMap(({ form }) => (form === null ? [] : [compact(form.organisation)])),
    );
    if (forms.some(({ organisation }) => organisations.has(compact(organisation)))) this.forget(before);
    else entry.path = numberedPath(entry.path, new Set([...this.files.values()].map(({ path }) => path)));
  }

  /** Of several forms in which the same stands only the first is used, unless the officer said otherwise. */
  private withUse(rows: readonly BatchRow[], settled: boolean): readonly BatchRow[] {
    if (!settled) return rows;
    const forms = rows.filter(({ form }) => form !== null);
    const repeated = new Set<string>();
    for (const { kind, forms: among } of doubtsAmong(receivedAll(forms))) {
      const seen = new Set<number>();
      for (const at of kind === 'twice' ? among : []) {
        const { form = null, key = '' } = forms[at] ?? {};
        if (form === null) continue;
        if (seen.has(form.contents)) repeated.add(key);
        seen.add(form.contents);
      }
    }
    return rows.map((row) => {
      const unused = !(this.chosen.get(row.key) ?? !repeated.has(row.key));
      return unused === row.unused ? row : { ...row, unused };
    });
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => this.tell({}), TELL_EVERY_MS);
  }

  private tell(change: Partial<BatchState>): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const all = [...this.files.values()];
    const entries = all.filter((entry) => entry.by !== null || this.isWaiting(entry));
    const left = entries.filter((entry) => this.isWaiting(entry)).length;
    const done = entries.length - left;
    const passed = performance.now() - this.startedAt;
    const read = done - this.startedDone;
    this.set({
      rows: this.withUse(
        entries.flatMap((entry) => this.rowsOf(entry)),
        left === 0,
      ),
      total: entries.length,
      stopped: all.length - entries.length,
      done,
      outdated: entries.filter(({ by }) => by !== null && by !== this.settings).length,
      unsaved: entries.filter(isUnsaved).length,
      current: this.files.get(this.begun)?.path ?? '',
      secondsLeft: read < 3 || left === 0 ? null : Math.max(1, Math.round((passed / read) * left * 0.001)),
      ...change,
    });
  }
}
