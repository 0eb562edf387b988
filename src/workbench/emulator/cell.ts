import type { Area, CellRef, CellValue, SheetSnapshot } from '../../sheet/snapshot';

/** One cell as the emulated workbook stores it. Never changed in place, so that states can be compared and kept. */
export interface EmulatedCell {
  readonly value: CellValue;
  /** With its leading `=`, or `''` for a constant. */
  readonly formula: string;
  /** An Excel number format code: `General`, `0.00%`, `@`. */
  readonly numberFormat: string;
  /** `#RRGGBB`, or `null` for no fill. */
  readonly fill: string | null;
  /** The text was entered behind an apostrophe, which keeps it text and is not part of the value. */
  readonly prefixed: boolean;
  /** What a file displayed where its number format is unknown; dropped when the cell is written. */
  readonly shown?: string;
  /** How an add-in dressed it; missing for a cell as files and people leave it. */
  readonly look?: EmulatedLook;
}

export interface EmulatedLook {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  /** The colours of the lines at its sides. */
  readonly lines?: Readonly<Partial<Record<LineSide, string>>>;
  /** Where a link leads: `'自评表'!I42`. */
  readonly link?: string;
}

export type LineSide = 'top' | 'bottom' | 'left' | 'right';

export interface EmulatedSeries {
  readonly name: string;
  readonly values: Area;
  /** What its values belong to. */
  readonly categories?: Area;
  readonly color?: string;
}

/** A chart, which is not drawn here but stands in the file that is downloaded. */
export interface EmulatedChart {
  readonly id: string;
  readonly kind: 'bar' | 'column';
  readonly title: string;
  readonly series: readonly EmulatedSeries[];
  /** Which cells it covers; `null` until it is told. */
  readonly at: Area | null;
}

/** What a sheet has besides its cells: the parts that an add-in's own page uses. */
export interface SheetFurniture {
  readonly properties: ReadonlyMap<string, string>;
  readonly charts: readonly EmulatedChart[];
  readonly filter: Area | null;
  readonly frozenRows: number;
  readonly gridlines: boolean;
  /** In points, by column. */
  readonly widths: ReadonlyMap<number, number>;
  readonly printArea: Area | null;
  /** The rows that are printed on each page: `$12:$12`. */
  readonly printTitles: string | null;
  readonly landscape: boolean;
}

export const NO_FURNITURE: SheetFurniture = {
  properties: new Map(),
  charts: [],
  filter: null,
  frozenRows: 0,
  gridlines: true,
  widths: new Map(),
  printArea: null,
  printTitles: null,
  landscape: false,
};

export const EMPTY_CELL: EmulatedCell = {
  value: null,
  formula: '',
  numberFormat: 'General',
  fill: null,
  prefixed: false,
};

export interface EmulatedReply {
  readonly id: string;
  readonly author: string;
  readonly content: string;
}

export interface EmulatedComment extends EmulatedReply {
  readonly cell: CellRef;
  readonly replies: readonly EmulatedReply[];
}

/** An old-style note (备注). The emulated Office.js cannot read one, and refuses a comment on its cell, as Excel does. */
export interface EmulatedNote {
  readonly cell: CellRef;
  readonly text: string;
}

/** A conditional format with a formula of its own; the only kind that is emulated. */
export interface EmulatedConditionalFormat {
  readonly id: string;
  readonly area: Area;
  readonly formula: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  /** Excel shows it, and raises an error for whatever is asked of it: what Ctrl+Z may bring back. */
  readonly unreadable?: true;
}

export interface EmulatedProtection {
  /** Cells that may be written nevertheless. */
  readonly unlocked: readonly Area[];
}

/** A sheet to be opened: what a file gave, and what it may know besides. */
export interface SheetToOpen {
  readonly snapshot: SheetSnapshot;
  /** Of the same shape as the snapshot's tables; guessed from values and texts where it is missing. */
  readonly numberFormats?: readonly (readonly string[])[];
  readonly visibility?: SheetVisibility;
}

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** Who did it: a person at the page, a co-author elsewhere, or the add-in by Office.js. */
export type Actor = 'user' | 'remote' | 'addin';

/** What is told to those who show the workbook and to the events of Office.js. */
export type WorkbookChange =
  | {
      readonly kind: 'cells';
      readonly sheetId: string;
      readonly area: Area;
      readonly by: Actor;
      readonly change: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
    }
  | { readonly kind: 'selection'; readonly sheetId: string; readonly area: Area }
  | { readonly kind: 'activated'; readonly sheetId: string }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted'; readonly sheetId: string; readonly by: Actor }
  | { readonly kind: 'sheetRenamed'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: 'comments' | 'formats' | 'merges' | 'protection'; readonly sheetId: string }
  | { readonly kind: 'editing' | 'settings' };
