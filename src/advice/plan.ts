import type { CellRef, CellValue } from '../sheet/snapshot';

/** One cell to be written, and what was read there. */
export interface CellEdit {
  readonly cell: CellRef;
  /** The value when it was read; the edit is skipped, and named, when the cell holds something else by now. */
  readonly before: CellValue;
  /** A number, or a text that stays text whatever it begins with; `null` empties the cell. */
  readonly after: CellValue;
}

/** A cell that is not written and must not have changed. */
export interface CellGuard {
  readonly cell: CellRef;
  readonly value: CellValue;
}

/** A comment of ours on one cell. Its text carries no mark; the shell adds and knows its own. */
export interface PlannedComment {
  readonly cell: CellRef;
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

/** What is to be written into one sheet. Only a shell applies it, and only at the officer's click. */
export interface WritePlan {
  readonly sheet: string;
  /** 改为 2.93（I42）: what the undo list shows. */
  readonly label: string;
  readonly edits: readonly CellEdit[];
  /** Cells that must still hold what was read, such as a row's name: else its row has moved and nothing is written. */
  readonly guards?: readonly CellGuard[];
}
