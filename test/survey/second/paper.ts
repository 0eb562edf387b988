import { formatAddress } from '../../../src/sheet/address';
import type { Area, CellValue, SheetSnapshot } from '../../../src/sheet/snapshot';

interface Cell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet that is written cell by cell; what a cell states is found again by its tag. */
export class Paper {
  private readonly cells = new Map<string, Cell>();
  private readonly tags = new Map<string, string>();
  private readonly hiddenRows: number[] = [];
  private height = 0;
  private width = 0;

  /** `gap` is a column that stays empty; `offset` the rows and columns before the form. */
  constructor(
    private readonly gap: number,
    private readonly offset: number,
  ) {}

  get rows(): number {
    return this.height;
  }

  private columnOf(column: number): number {
    return column + this.offset + (column >= this.gap ? 1 : 0);
  }

  put(row: number, column: number, text: string, { tag = '', rows = 1, columns = 1 } = {}): void {
    const from = this.columnOf(column);
    const to = this.columnOf(column + columns - 1);
    const at = { row: row + this.offset, column: from };
    this.cells.set(`${at.row} ${at.column}`, { text, rows, columns: to - from + 1 });
    if (tag !== '') this.tags.set(tag, formatAddress(at));
    this.height = Math.max(this.height, row + rows);
    this.width = Math.max(this.width, to + 1);
  }

  hide(row: number): void {
    this.hiddenRows.push(row + this.offset);
  }

  at(tag: string): string | null {
    return this.tags.get(tag) ?? null;
  }

  /** As numbers or as texts; with merged areas, without, or with their text in each of their cells. */
  print(typed: boolean, merges: 'merged' | 'unmerged' | 'repeated'): SheetSnapshot {
    const height = this.height + this.offset;
    const texts = Array.from({ length: height }, () => Array.from({ length: this.width }, () => ''));
    const areas: Area[] = [];
    for (const [key, { text, rows, columns }] of this.cells) {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      const downwards = merges === 'repeated' ? rows : 1;
      for (let below = 0; below < downwards; below++) (texts[row + below] ?? [])[column] = text;
      if (rows * columns > 1) areas.push({ row, column, rowCount: rows, columnCount: columns });
    }
    const valueOf = (text: string): CellValue => {
      if (text === '') return null;
      if (typed && /^-?\d+(\.\d+)?$/.test(text) && text.length < 15) return Number(text);
      if (typed && /^\d+(\.\d+)?%$/.test(text)) return Number((Number(text.slice(0, -1)) / 100).toFixed(8));
      return text;
    };
    return {
      name: '自评表',
      origin: { row: 0, column: 0 },
      rowCount: height,
      columnCount: this.width,
      values: texts.map((row) => row.map(valueOf)),
      texts,
      formulas: texts.map((row) => row.map(() => '')),
      merges: merges === 'merged' ? areas : [],
      ...(this.hiddenRows.length > 0 && { hidden: { rows: this.hiddenRows, columns: [] } }),
    };
  }
}
