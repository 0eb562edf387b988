import type { Area, CellValue } from '../../sheet/snapshot';

/** One cell of a new sheet: a constant, or a formula with its `=`. */
export interface LayoutCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** How a cell looks; what is not given is left as the workbook has it. */
export interface CellLook {
  readonly bold?: boolean;
  /** In points. */
  readonly size?: number;
  readonly align?: 'left' | 'center';
  readonly wrap?: boolean;
  /** Thin lines around it. */
  readonly lined?: boolean;
  readonly numberFormat?: string;
}

/** How all cells of an area look. */
export interface LayoutStyle extends CellLook {
  readonly area: Area;
}

/** A new sheet as data: what a host writes at once, and what a test can read without one. */
export interface SheetLayout {
  /** The name that it would like; a number is added where another sheet has it. */
  readonly name: string;
  readonly rows: readonly (readonly LayoutCell[])[];
  readonly merges: readonly Area[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly styles: readonly LayoutStyle[];
  readonly printArea: Area;
  /** The heading rows that are printed on each page, counted from zero. */
  readonly titleRows: { readonly first: number; readonly last: number };
  readonly landscape: boolean;
}
