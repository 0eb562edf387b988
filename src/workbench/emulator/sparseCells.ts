import { type Area, around, type CellRef, oneCell } from '../../sheet/snapshot';
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
  const [first, size] = [area[axis], area[`${axis}Count`]];
  const moved = (edge: number) => Math.max(at, edge + count);
  const [start, end] = [first < at ? first : moved(first), first + size <= at ? first + size : moved(first + size)];
  return end > start ? { ...area, [axis]: start, [`${axis}Count`]: end - start } : null;
}

/** A sparse table of cells. */
export class SparseCells {
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
    const used: Area[] = [];
    for (const [row, cells] of this.rows) {
      for (const [column, { value, formula }] of cells) {
        if (!valuesOnly || value !== null || formula !== '') used.push(oneCell({ row, column }));
      }
    }
    return around(used);
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
