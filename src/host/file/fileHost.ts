import type { SheetLayout } from '../../advice/newForm';
import { oneForEachCell } from '../../advice/annotations';
import type { PlannedComment, WritePlan } from '../../advice/plan';
import { formatAddress } from '../../sheet/address';
import { cellAt, compareCells, type CellRef, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';
import {
  HostError,
  type AnnotateOptions,
  type AnnotateOutcome,
  type ApplyOutcome,
  type HostAbilities,
  type HostEvent,
  type SettingsKeeper,
  type SheetInfo,
  type WorkbookHost,
} from '../host';
import { annotateWorkbook, type OpenedWorkbook } from './annotate';
import { editedCopy, editedSnapshot } from './edits';
import { readWorkbook, shownSheets, type FileSheet } from './readWorkbook';

/** One sheet of the file with what was done to it. */
interface OpenSheet {
  readonly id: string;
  readonly file: FileSheet;
  /** What was entered, by address. */
  readonly edits: Map<string, CellValue>;
  /** Our comments, by address. */
  comments: Map<string, PlannedComment>;
  snapshot: SheetSnapshot;
}

/** One cell to be written, if it still holds what is expected. */
interface Job {
  readonly cell: CellRef;
  readonly expected: CellValue;
  /** `undefined` makes the cell as it is in the file, formula and all. */
  readonly entry: CellValue | undefined;
}

/**
 * A workbook file that is open in a plain page. Nothing is written to the file: edits and comments are kept in memory
 * and go into the copy that `download` gives.
 */
export class FileHost implements WorkbookHost {
  readonly abilities: HostAbilities;
  private readonly open: OpenSheet[];
  private active: string;
  /** What there was to lose when a copy was downloaded last. */
  private kept: string;
  /** The same when it was opened. */
  private readonly begun: string;
  private readonly listeners = new Set<(event: HostEvent) => void>();

  private bytes: Uint8Array;

  constructor(
    { bytes, file: { sheets, annotatable }, ours }: OpenedWorkbook,
    readonly name: string,
    private readonly settings: SettingsKeeper,
  ) {
    this.bytes = bytes;
    this.abilities = { kind: 'file', canWrite: annotatable };
    this.open = sheets.map((file, index) => ({
      id: String(index + 1),
      file,
      edits: new Map(),
      comments: byAddress(ours.get(file.name) ?? []),
      snapshot: file.snapshot,
    }));
    this.active = this.shown()[0]?.id ?? '';
    this.kept = this.work();
    this.begun = this.kept;
  }

  /** Whether there are entries, annotations or sheets of ours that no downloaded copy has. */
  get unsaved(): boolean {
    return this.work() !== this.kept;
  }

  /** What a copy holds besides the file: comments of ours, at least changes, or nothing. */
  get copyHolds(): 'comments' | 'changes' | 'nothing' {
    if (this.open.some(({ comments }) => comments.size > 0)) return 'comments';
    return this.work() === this.begun ? 'nothing' : 'changes';
  }

  /** All that a copy would hold besides the file, in a fixed order. */
  private work(): string {
    const sorted = <T>(by: ReadonlyMap<string, T>) => [...by].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(
      this.open.map(({ edits, comments }) => [
        sorted(edits),
        sorted(comments).map(([address, { text }]) => [address, text]),
      ]),
    );
  }

  /** Its sheets as the file holds them, or with what was entered. */
  contents(as: 'opened' | 'edited'): readonly SheetSnapshot[] {
    return this.open.map(({ file, snapshot }) => (as === 'opened' ? file.snapshot : snapshot));
  }

  private shown(): readonly OpenSheet[] {
    const shown = new Set(shownSheets(this.open.map(({ file }) => file)));
    return this.open.filter(({ file }) => shown.has(file));
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve(this.shown().map(({ id, file }) => ({ id, name: file.name, active: id === this.active })));
  }

  /** Merged areas are always given: reading them costs a file nothing. */
  read(sheetId: string | null): Promise<SheetSnapshot> {
    return this.answer(() => this.sheet(sheetId ?? this.active).snapshot);
  }

  watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
    this.listeners.add(listener);
    return Promise.resolve(() => {
      this.listeners.delete(listener);
      return Promise.resolve();
    });
  }

  /** Brings the sheet to the front and selects a cell of it; a page that shows a grid follows by `watch`. */
  select(sheetId: string, cell: CellRef): Promise<void> {
    return this.answer(() => {
      const { id } = this.sheet(sheetId);
      if (id !== this.active) {
        this.active = id;
        this.tell({ kind: 'activated', sheetId: id });
      }
      this.tell({ kind: 'selected', sheetId: id, cell });
    });
  }

  apply(sheetId: string, plan: WritePlan): Promise<ApplyOutcome> {
    return this.answer(() => this.write(sheetId, plan));
  }

  private write(sheetId: string, { edits, guards = [] }: WritePlan): ApplyOutcome {
    const sheet = this.writable(sheetId);
    const moved = guards.some(({ cell, value }) => cellAt(sheet.snapshot, cell).value !== value);
    return this.enterAll(
      sheet,
      edits.map(({ cell, before, after }) => ({ cell, expected: before, entry: after === '' ? null : after })),
      moved,
    );
  }

  private enterAll(sheet: OpenSheet, jobs: readonly Job[], moved = false): ApplyOutcome {
    const holds = ({ cell, expected }: Job): boolean => !moved && cellAt(sheet.snapshot, cell).value === expected;
    const done = jobs.filter(holds);
    const skipped = jobs.filter((job) => !holds(job));
    const earlier = done.map(({ cell }) => sheet.edits.get(formatAddress(cell)));
    for (const { cell, entry } of done) put(sheet, cell, entry);
    sheet.snapshot = editedSnapshot(sheet.file.snapshot, sheet.edits);
    if (done.length > 0) this.tell({ kind: 'edited', sheetId: sheet.id, own: true });
    const back = done.map(({ cell }, index) => ({
      cell,
      expected: cellAt(sheet.snapshot, cell).value,
      entry: earlier[index],
    }));
    return {
      written: done.map(({ cell }) => cell).sort(compareCells),
      skipped: skipped.map(({ cell }) => cell).sort(compareCells),
      undo: () => this.answer(() => this.enterAll(sheet, back)),
    };
  }

  annotate(
    sheetId: string,
    comments: readonly PlannedComment[],
    options: AnnotateOptions = {},
  ): Promise<AnnotateOutcome> {
    return this.answer(() => {
      const sheet = this.writable(sheetId);
      const before = sheet.comments;
      const named = byAddress(comments);
      const after = options.keepOthers === true ? new Map([...before, ...named]) : named;
      const kept = [...after].filter(([address]) => before.has(address));
      sheet.comments = after;
      return {
        added: after.size - kept.length,
        updated: kept.filter(([address, { text }]) => before.get(address)?.text !== text).length,
        removed: before.size - kept.length,
      };
    });
  }

  async clearAnnotations(sheetId: string): Promise<number> {
    return (await this.annotate(sheetId, [])).removed;
  }

  /** The sheet goes into the file that copies are made of; its place is the last. */
  async addSheet(layout: SheetLayout): Promise<SheetInfo> {
    this.needWritable();
    const { withNewSheet } = await import('./newSheet');
    const { bytes, name } = await withNewSheet(this.bytes, layout);
    const file = readWorkbook(bytes, this.name).sheets.find((sheet) => sheet.name === name);
    if (file === undefined) throw new HostError('unknown', '新建的工作表读不出来，没有新建，请换一个文件再试。');
    this.bytes = bytes;
    const id = String(this.open.length + 1);
    this.open.push({ id, file, edits: new Map(), comments: new Map(), snapshot: file.snapshot });
    this.active = id;
    this.tell({ kind: 'sheets' });
    return { id, name, active: true };
  }

  loadSetting(key: string): Promise<unknown> {
    return this.settings.loadSetting(key);
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    return this.settings.saveSetting(key, value);
  }

  /** A copy of the file with all edits and comments; every other part of it is byte for byte as it was. */
  download(): Uint8Array {
    const edited = editedCopy(
      this.bytes,
      this.open.map(({ file, edits }) => ({ original: file.snapshot, edits })),
    );
    const comments = this.open.map((sheet) => [sheet.file.name, [...sheet.comments.values()]] as const);
    const copy = annotateWorkbook(edited, new Map(comments));
    this.kept = this.work();
    return copy;
  }

  private sheet(sheetId: string): OpenSheet {
    const found = this.open.find(({ id }) => id === sheetId);
    if (found === undefined) throw new HostError('sheet-gone', '找不到这张工作表，请重新选择工作表再核查');
    return found;
  }

  private needWritable(): void {
    if (!this.abilities.canWrite) {
      throw new HostError('read-only', '这类文件只能核查，不能改写或加批注，请先用 Excel 或 WPS 另存为 .xlsx 再打开');
    }
  }

  private writable(sheetId: string): OpenSheet {
    this.needWritable();
    return this.sheet(sheetId);
  }

  private tell(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** A promise of what `work` gives, rejected with what it throws. */
  private answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      resolve(work());
    });
  }
}

function byAddress(comments: readonly PlannedComment[]): Map<string, PlannedComment> {
  return new Map(oneForEachCell(comments).map((comment) => [formatAddress(comment.cell), comment]));
}

/** Enters a value, or brings back what the file holds. */
function put(sheet: OpenSheet, cell: CellRef, entry: CellValue | undefined): void {
  const { value, formula } = cellAt(sheet.file.snapshot, cell);
  if (entry === undefined || (formula === '' && value === entry)) sheet.edits.delete(formatAddress(cell));
  else sheet.edits.set(formatAddress(cell), entry);
}
