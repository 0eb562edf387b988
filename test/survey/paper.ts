import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sheet, type TestCell } from '../support/sheet';

/** Two forms on one sheet, with an empty column or two empty rows between them. */
export function joined(one: SheetSnapshot, other: SheetSnapshot, beside: boolean): SheetSnapshot {
  const [rows, columns] = beside ? [0, one.columnCount + 1] : [one.rowCount + 2, 0];
  const rowCount = Math.max(one.rowCount, rows + other.rowCount);
  const columnCount = Math.max(one.columnCount, columns + other.columnCount);
  const grid = <T>(own: readonly (readonly T[])[], others: readonly (readonly T[])[], empty: T): T[][] =>
    Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (__, column) => {
        const here = own[row]?.[column];
        return here ?? others[row - rows]?.[column - columns] ?? empty;
      }),
    );
  const moved = other.merges.map((area) => ({ ...area, row: area.row + rows, column: area.column + columns }));
  return {
    ...one,
    rowCount,
    columnCount,
    values: grid(one.values, other.values, null),
    texts: grid(one.texts, other.texts, ''),
    formulas: grid(one.formulas, other.formulas, ''),
    merges: [...one.merges, ...moved],
  };
}

/** A sheet being written: cells, merged areas, and the address of each thing that stands in it. */
export class Paper {
  private readonly rows: TestCell[][] = [];
  private readonly merges: string[] = [];
  private readonly tags = new Map<string, string>();

  /** `printed` replaces what stands at a tag. `merged` is false for a sheet that was pasted without its merged areas. */
  constructor(
    private readonly offset: number,
    private readonly merged: boolean,
    private readonly printed: ReadonlyMap<string, string | number | null>,
  ) {}

  /** The first row in which nothing stands. */
  get next(): number {
    return this.rows.length;
  }

  put(row: number, column: number, value: TestCell, tag?: string): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    const replaced = tag === undefined ? undefined : this.printed.get(tag);
    cells[column] = replaced === undefined ? value : replaced;
    if (tag !== undefined) this.tag(row, column, tag);
  }

  /** Cells of one row from a column on; `null` leaves one empty. */
  line(cells: readonly TestCell[], column = 0): number {
    const row = this.next;
    this.rows.push([]);
    cells.forEach((value, index) => value !== null && this.put(row, column + index, value));
    return row;
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    if (!this.merged || (rows <= 1 && columns <= 1)) return;
    this.merges.push(`${this.address(row, column)}:${this.address(row + rows - 1, column + columns - 1)}`);
  }

  /** Says that what a tag names stands in this cell too. */
  tag(row: number, column: number, tag: string): void {
    if (!this.tags.has(tag)) this.tags.set(tag, this.address(row, column));
  }

  /** The address of what has this tag; `null` where the form does not print it. */
  at(tag: string): string | null {
    return this.tags.get(tag) ?? null;
  }

  snapshot(): SheetSnapshot {
    const before = Array.from({ length: this.offset }, () => null);
    return sheet([...before.map(() => []), ...this.rows.map((row) => [...before, ...row])], { merges: this.merges });
  }

  private address(row: number, column: number): string {
    return formatAddress({ row: row + this.offset, column: column + this.offset });
  }
}
