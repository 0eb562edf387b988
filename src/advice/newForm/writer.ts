import { formatAddress } from '../../sheet/address';
import type { Area, CellRef, CellValue } from '../../sheet/snapshot';
import type { CellLook, DressedArea } from '../reportSheet';
import type { LayoutCell } from './layout';

/** A value, or `{ formula }`. */
export type Content = CellValue | { readonly formula: string };

const EMPTY: LayoutCell = { value: null };

/** Rows written one below another, with what is merged and how it looks. */
export class LayoutWriter {
  readonly rows: LayoutCell[][] = [];
  readonly merges: Area[] = [];
  readonly styles: DressedArea[] = [];

  constructor(readonly width: number) {}

  /** Adds a row and gives its place, counted from zero. */
  row(contents: readonly (Content | undefined)[]): number {
    const cells = Array.from({ length: this.width }, (_, column): LayoutCell => {
      const content = contents[column] ?? null;
      if (content === null) return EMPTY;
      return typeof content === 'object' ? { value: null, formula: content.formula } : { value: content };
    });
    this.rows.push(cells);
    return this.rows.length - 1;
  }

  /** Merges from one cell to another; a single cell stays as it is. */
  merge(row: number, column: number, lastRow: number, lastColumn: number): void {
    const area = { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
    if (area.rowCount * area.columnCount > 1) this.merges.push(area);
  }

  style(area: Area, style: CellLook): void {
    this.styles.push({ area, ...style });
  }

  /** Whole rows, from one to another. */
  across(first: number, last: number): Area {
    return { row: first, column: 0, rowCount: last - first + 1, columnCount: this.width };
  }
}

/** `=IF(C7>0,C8/C7,"")`: the rate of what was spent, nothing while there is no budget. */
export function rateOf(spent: CellRef, budget: CellRef): Content {
  const whole = formatAddress(budget);
  return { formula: `=IF(${whole}>0,${formatAddress(spent)}/${whole},"")` };
}

/** `=SUM(I12:I32,I34)`: the cells of a column in these rows, runs of them as ranges. */
export function sumOf(column: number, rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const ranges = runs.map(([first, last]) => {
    const from = formatAddress({ row: first, column });
    return first === last ? from : `${from}:${formatAddress({ row: last, column })}`;
  });
  return `=SUM(${ranges.join(',')})`;
}
