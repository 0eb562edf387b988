import type { SheetLayout } from '../advice/newForm';
import type { PlannedComment, WritePlan } from '../advice/plan';
import type { MappedFigure } from '../checks/coverage';
import type { ReportSheet } from '../advice/reportSheet';
import type { CellRef, SheetSnapshot } from '../sheet/snapshot';

/** What a shell can do with its workbook; a pane asks before it offers. */
export interface HostAbilities {
  /** Excel by its add-in, or a workbook file opened in a plain page. */
  readonly kind: 'excel' | 'file';
  /** Whether cells and comments can be written. */
  readonly canWrite: boolean;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Something happened in the workbook. Events are hints: read again before you rely on one. */
export type HostEvent =
  | { readonly kind: 'edited'; readonly sheetId: string; readonly own: boolean }
  | { readonly kind: 'selected'; readonly sheetId: string; readonly cell: CellRef }
  | { readonly kind: 'activated'; readonly sheetId: string }
  | { readonly kind: 'sheets' };

/** What became of a plan: `skipped` are the cells that held something else by now. */
export interface ApplyOutcome {
  readonly written: readonly CellRef[];
  readonly skipped: readonly CellRef[];
  /** Takes back exactly what was written, format and text-or-number included; skips what was changed since. */
  readonly undo: () => Promise<ApplyOutcome>;
  /** The same as plain data for `takeBack`, where the host has it: it outlives the page. */
  readonly inverse?: unknown;
}

export interface AnnotateOptions {
  /** Leaves ours on cells that `comments` do not name, where they would be removed otherwise. */
  readonly keepOthers?: boolean;
}

export interface AnnotateOutcome {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  /** Cells that took no comment. */
  readonly refused?: readonly RefusedComment[];
}

/** A cell that took no comment. Where an old-style note stands it is highlighted all the same, else it is left alone. */
export interface RefusedComment {
  readonly cell: CellRef;
  readonly why: 'note' | 'other';
  /** The host's own word for it. */
  readonly code: string;
}

/** Under which names the pages stand, in the order given. */
export interface ReportOutcome {
  readonly sheets: readonly string[];
  /** Ids of the sheets that were not there before; the others were written anew in their place. */
  readonly added: readonly string[];
}

/** What became of sheets of ours that were to be taken away: `kept` are those that somebody changed since. */
export interface RemovalOutcome {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/**
 * A workbook that the pane works on. Every method rejects with a `HostError` whose message is one sentence for the
 * officer, and leaves the workbook as it was when it does.
 */
export interface WorkbookHost {
  readonly abilities: HostAbilities;
  sheets(): Promise<readonly SheetInfo[]>;
  /** Reads a sheet at once, `null` for the one in front. `merges: false` leaves merged areas and hidden lines unread, which in Excel spares the undo list. */
  read(sheetId: string | null, options?: { readonly merges?: boolean }): Promise<SheetSnapshot>;
  /** Calls back until the returned function is called. */
  watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>>;
  select(sheetId: string, cell: CellRef): Promise<void>;
  apply(sheetId: string, plan: WritePlan): Promise<ApplyOutcome>;
  /** Takes a writing back by its `inverse`, also one that an earlier page of ours made in the same workbook. */
  takeBack?(inverse: unknown): Promise<ApplyOutcome>;
  /** Makes our comments on the sheet exactly these; a person's comment is never changed. */
  annotate(sheetId: string, comments: readonly PlannedComment[], options?: AnnotateOptions): Promise<AnnotateOutcome>;
  /** Removes all of ours from the sheet, and nothing else; gives how many. */
  clearAnnotations(sheetId: string): Promise<number>;
  /** Colours figures of the sheet by how they stand, `null` takes the colours away; only hosts that show the sheet themselves lack it. */
  showMap?(sheetId: string, figures: readonly MappedFigure[] | null): Promise<void>;
  /**
   * Writes sheets of ours: one that was written before is replaced as long as nobody wrote into it, anybody else's is
   * never touched. Only hosts that show the workbook's sheets themselves lack it.
   */
  report?(pages: readonly ReportSheet[]): Promise<ReportOutcome>;
  /** Takes sheets that `report` added away again; one that somebody wrote into stays. Where `report` is. */
  removeReports?(sheetIds: readonly string[]): Promise<RemovalOutcome>;
  /** Adds a sheet as a layout has it and brings it to the front; only hosts that can have the method. */
  addSheet?(layout: SheetLayout): Promise<SheetInfo>;
  /** Settings that travel with the workbook; `null` when none is stored under the key. */
  loadSetting(key: string): Promise<unknown>;
  saveSetting(key: string, value: unknown): Promise<void>;
}

/** Where the settings of a workbook are kept. */
export type SettingsKeeper = Pick<WorkbookHost, 'loadSetting' | 'saveSetting'>;

/** What went wrong in a host, as data; the message is one sentence that says what happened and what to do. */
export type HostErrorCode =
  | 'cell-editing'
  | 'protected'
  | 'read-only'
  | 'sheet-gone'
  | 'too-large'
  | 'unsupported'
  | 'busy'
  | 'lost'
  | 'unreadable'
  | 'unknown';

export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: HostErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** What every comment and reply of ours begins with, in Excel and in files; by it they are found again. */
export const SIGNATURE = '【自评表助手';

/** Whether a comment or reply is one of ours. */
export function isSigned(text: string): boolean {
  return text.startsWith(SIGNATURE);
}

/** A text as it is written: our name in the first line, then the text. */
export function signed(text: string): string {
  return `${SIGNATURE}】\n${text}`;
}

/** A text of ours without our name. */
export function unsigned(text: string): string {
  return isSigned(text) ? text.slice(text.indexOf('\n') + 1) : text;
}
