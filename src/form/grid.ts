import {
  type Area,
  cellAt,
  type CellRef,
  isBlank,
  partOf,
  type SheetCell,
  type SheetSnapshot,
} from '../sheet/snapshot';
import { compact, normalise } from '../sheet/text';

const COLUMN_BITS = 16_384;
const MOST_REMEMBERED = 65_536;
const NOTHING: readonly SheetCell[] = [];

/** A snapshot read as a person reads it: every cell of a merged area shows what its first cell holds. */
export class Grid {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  private readonly covered = new Map<number, Area>();
  /** Cells and rows are asked for many times while the rows around them are read; older ones are forgotten. */
  private readonly cells = new Map<number, SheetCell>();
  private readonly rows = new Map<number, readonly SheetCell[]>();

  constructor(readonly snapshot: SheetSnapshot) {
    this.firstRow = snapshot.origin.row;
    this.lastRow = snapshot.origin.row + snapshot.rowCount - 1;
    this.firstColumn = snapshot.origin.column;
    this.lastColumn = snapshot.origin.column + snapshot.columnCount - 1;
    for (const area of snapshot.merges) this.cover(area);
  }

  /** Of an area. */
  static of(snapshot: SheetSnapshot, area: Area): Grid {
    return new Grid(partOf(snapshot, area));
  }

  private cover(area: Area): void {
    const lastRow = Math.min(area.row + area.rowCount - 1, this.lastRow);
    const lastColumn = Math.min(area.column + area.columnCount - 1, this.lastColumn);
    for (let row = Math.max(area.row, this.firstRow); row <= lastRow; row++) {
      for (let column = area.column; column <= lastColumn; column++) this.covered.set(row * COLUMN_BITS + column, area);
    }
  }

  /** The merged area that a cell belongs to, or `null`. */
  areaOf(row: number, column: number): Area | null {
    return this.covered.get(row * COLUMN_BITS + column) ?? null;
  }

  hidesRow(row: number): boolean {
    return this.snapshot.hidden?.rows.includes(row) === true;
  }

  hidesColumn(column: number): boolean {
    return this.snapshot.hidden?.columns.includes(column) === true;
  }

  /** The cell itself, or the first one of its merged area. */
  anchor(row: number, column: number): CellRef {
    return this.at(row, column).at;
  }

  at(row: number, column: number): SheetCell {
    const key = row * COLUMN_BITS + column;
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const area = this.covered.get(key) ?? { row, column };
    const cell = cellAt(this.snapshot, { row: area.row, column: area.column });
    if (this.cells.size >= MOST_REMEMBERED) this.cells.clear();
    this.cells.set(key, cell);
    return cell;
  }

  /** Whether what is seen in this cell stands in this very row, not in a merged area that began above. */
  startsInRow(row: number, column: number): boolean {
    const area = this.areaOf(row, column);
    return area === null || area.row === row;
  }

  /** The text seen in a cell, white space folded; `''` where it is blank. */
  text(row: number, column: number): string {
    const cell = this.at(row, column);
    return isBlank(cell) ? '' : normalise(cell.text);
  }

  /** The text seen in a cell without any white space. */
  compact(row: number, column: number): string {
    const cell = this.at(row, column);
    return isBlank(cell) ? '' : compact(cell.text);
  }

  /** The cells of a row that hold something, each merged area once, from left to right. */
  filled(row: number): readonly SheetCell[] {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    // A stray cell far below makes a sheet of tens of thousands of rows that hold nothing.
    if (this.snapshot.values[row - this.firstRow]?.every((value) => value === null) !== false) return NOTHING;
    const cells = this.readFilled(row);
    if (this.rows.size >= MOST_REMEMBERED) this.rows.clear();
    this.rows.set(row, cells);
    return cells;
  }

  private readFilled(row: number): readonly SheetCell[] {
    const cells: SheetCell[] = [];
    for (let column = this.firstColumn; column <= this.lastColumn; column++) {
      const cell = this.at(row, column);
      if (cell.at.column === column && cell.at.row === row && !isBlank(cell)) cells.push(cell);
    }
    return cells;
  }

  /** The next row from one on, up (-1) or down (1), that holds anything; `end` where there is none before it. */
  filledFrom(row: number, step: 1 | -1, end: number): number {
    let next = row + step;
    while ((end - next) * step > 0 && this.filled(next).length === 0) next += step;
    return next;
  }

  /** The rows below one and above another that hold anything. */
  *filledBetween(above: number, end: number): Iterable<number> {
    for (let row = this.filledFrom(above, 1, end); row < end; row = this.filledFrom(row, 1, end)) yield row;
  }
}

/** The rows below one and above another. */
export const rowsBetween = (above: number, below: number): number[] =>
  Array.from({ length: below - above - 1 }, (_, at) => above + 1 + at);
