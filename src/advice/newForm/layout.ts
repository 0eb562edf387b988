import type { Area, CellValue } from '../../sheet/snapshot';
import type { DressedArea } from '../reportSheet';

/** One cell of a new sheet: a constant, or a formula with its `=`. */
export interface LayoutCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** A new sheet as data: what a host writes at once, and what a test can read without one. */
export interface SheetLayout {
  /** The name that it would like; a number is added where another sheet has it. */
  readonly name: string;
  readonly rows: readonly (readonly LayoutCell[])[];
  readonly merges: readonly Area[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** How its cells look, area by area; a later one adds to those before it. */
  readonly styles: readonly DressedArea[];
  readonly printArea: Area;
  /** The heading rows that are printed on each page, counted from zero. */
  readonly titleRows: { readonly first: number; readonly last: number };
  readonly landscape: boolean;
}
