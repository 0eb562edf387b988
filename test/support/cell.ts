import type { CellValue, SheetCell } from '../../src/sheet/snapshot';

/** A single cell as `cellAt` gives it; the text is the value's unless a number format shows another one. */
export function cell(value: CellValue, text = value === null ? '' : String(value), formula = ''): SheetCell {
  return { at: { row: 0, column: 0 }, value, text, formula };
}
