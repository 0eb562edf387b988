import type { Area, CellRef } from '../../sheet/snapshot';
import { EMPTY_CELL, type EmulatedCell } from './cell';

export type Axis = 'row' | 'column';

function isEmpty({ value, formula, numberFormat, fill, look }: EmulatedCell): boolean {
  return value === null && formula === '' && numberFormat === 'General' && fill === null && look === undefined;
}

/** Where a line (row or column) goes when others are inserted (`count` > 0) or deleted before it; `null` if deleted. */
function shiftLine(line: number, at: number, count: number): number | null {
  if (line < at) return line;
  if (count >= 0) return line + count;
  return line < at - count ? null : line + count;
}

/** Where an area goes when lines are inserted or deleted: grows or shrinks as Excel's areas do. */
export function shiftArea(area: Area, axis: Axis, at: number, count: number): Area | null {
  const first = axis === 'row' ? area.row : area.column;
  const length = axis === 'row' ? area.rowCount : area.columnCount;
  let start = first;
  let size = length;
  if (count >= 0) {
    if (at <= first) start += count;
    else if (at < first + length) size += count;
  } else {
    const deletedBefore = Math.max(0, Math.min(first, at - count) - at);
    const overlap = Math.max(0, Math.min(first + length, at - count) - Math.max(first, at));
    start -= deletedBefore;
    size -= overlap;
  }
  if (size <= 0) return null;
  return axis === 'row' ? { ...area, row: start, rowCount: size } : { ...area, column: start, columnCount: size };
}

/** A sparse table of cells. */
export class Grid {
  private rows = new Map<number, Map<number, EmulatedCell>>();

  get(row: number, column: number): EmulatedCell {
    return this.rows.get(row)?.get(column) ?? EMPTY_CELL;
  }

  set(row: number, column: number, cell: EmulatedCell): void {
    let cells = this.rows.get(row);
    if (isEmpty(cell)) {
      cells?.delete(column);
      if (cells?.size === 0) this.rows.delete(row);
      return;
    }
    if (cells === undefined) {
      cells = new Map();
      this.rows.set(row, cells);
    }
    cells.set(column, cell);
  }

  /** Every cell that holds something or is formatted, in the order of the sheet. */
  *entries(): Generator<readonly [CellRef, EmulatedCell]> {
    for (const row of [...this.rows.keys()].sort((a, b) => a - b)) {
      const cells = this.rows.get(row) ?? new Map<number, EmulatedCell>();
      for (const column of [...cells.keys()].sort((a, b) => a - b)) {
        yield [{ row, column }, cells.get(column) ?? EMPTY_CELL];
      }
    }
  }

  /** The smallest area around all cells that are used; with `valuesOnly` formats alone do not count. */
  usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (valuesOnly && cell.value === null && cell.formula === '') continue;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    }
    if (bottom < 0) return null;
    return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  /** Inserts `count` empty lines at a line, or deletes that many when negative. */
  shift(axis: Axis, at: number, count: number): void {
    const shifted = new Map<number, Map<number, EmulatedCell>>();
    for (const [row, cells] of this.rows) {
      const newRow = axis === 'row' ? shiftLine(row, at, count) : row;
      if (newRow === null) continue;
      const newCells = new Map<number, EmulatedCell>();
      for (const [column, cell] of cells) {
        const newColumn = axis === 'column' ? shiftLine(column, at, count) : column;
        if (newColumn !== null) newCells.set(newColumn, cell);
      }
      if (newCells.size > 0) shifted.set(newRow, newCells);
    }
    this.rows = shifted;
  }
}
