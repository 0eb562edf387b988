import {
  type Area,
  type CellRef,
  type CellValue,
  cellsIn,
  contains,
  type HiddenLines,
  intersection,
  sameCell,
  oneCell,
} from '../../sheet/snapshot';
import {
  EMPTY_CELL,
  type EmulatedCell,
  type EmulatedComment,
  type EmulatedConditionalFormat,
  type EmulatedNote,
  type EmulatedProtection,
  NO_FURNITURE,
  type SheetFurniture,
  type SheetVisibility,
} from './cell';
import { cellText } from './display';
import { SparseCells, shiftArea, type Axis } from './sparseCells';

/** One worksheet of the emulated workbook: its contents. What is done to it goes through `EmulatedWorkbook`. */
export class EmulatedSheet {
  visibility: SheetVisibility = 'Visible';
  merges: readonly Area[] = [];
  hidden: HiddenLines = { rows: [], columns: [] };
  comments: readonly EmulatedComment[] = [];
  notes: readonly EmulatedNote[] = [];
  conditionalFormats: readonly EmulatedConditionalFormat[] = [];
  protection: EmulatedProtection | null = null;
  furniture: SheetFurniture = NO_FURNITURE;
  private readonly grid = new SparseCells();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(cell: CellRef): EmulatedCell {
    return this.grid.get(cell.row, cell.column);
  }

  /** The text that a cell shows with its number format. */
  text(cell: CellRef): string {
    return cellText(this.cell(cell));
  }

  /** The smallest area around all used cells; with `valuesOnly` formats alone do not count. `null` when empty. */
  usedArea(valuesOnly = false): Area | null {
    return this.grid.usedArea(valuesOnly);
  }

  /** Every cell that holds something or is formatted, in the order of the sheet. */
  cells(): Iterable<readonly [CellRef, EmulatedCell]> {
    return this.grid.entries();
  }

  *formulaCells(): Generator<readonly [CellRef, string]> {
    for (const [cell, { formula }] of this.grid.entries()) if (formula !== '') yield [cell, formula];
  }

  /** The merged area that a cell belongs to, or `null`. */
  mergeAt(cell: CellRef): Area | null {
    return this.merges.find((area) => contains(area, cell)) ?? null;
  }

  commentAt(cell: CellRef): EmulatedComment | null {
    return this.comments.find((comment) => sameCell(comment.cell, cell)) ?? null;
  }

  /** The old-style note on a cell; there is one at the most. */
  noteAt(cell: CellRef): EmulatedNote | null {
    return this.notes.find((note) => sameCell(note.cell, cell)) ?? null;
  }

  /** The conditional formats on a cell, first the one that Excel shows. */
  conditionalFormatsAt(cell: CellRef): readonly EmulatedConditionalFormat[] {
    return this.conditionalFormats.filter(({ area }) => contains(area, cell));
  }

  /** Whether protection forbids to write into an area. */
  isLocked(area: Area): boolean {
    if (this.protection === null) return false;
    return !this.protection.unlocked.some(
      (open) =>
        contains(open, area) &&
        contains(open, { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 }),
    );
  }

  put(cell: CellRef, content: EmulatedCell): void {
    this.grid.set(cell.row, cell.column, content);
  }

  /** Gives a formula's cell its result. */
  setValue(cell: CellRef, value: CellValue): void {
    const { shown: _dropped, ...content } = this.cell(cell);
    if (content.value !== value) this.put(cell, { ...content, value });
  }

  merge(area: Area): void {
    this.merges = [...this.merges.filter((other) => intersection(other, area) === null), area];
    for (const cell of cellsIn(area)) {
      const { value: _value, formula: _formula, shown: _shown, ...dress } = this.cell(cell);
      if (!sameCell(cell, area)) this.put(cell, { ...EMPTY_CELL, ...dress, prefixed: false });
    }
  }

  /** Moves everything on the sheet when `count` lines are inserted (deleted when negative) at a line. */
  shift(axis: Axis, at: number, count: number): void {
    const moved = (area: Area): Area | null => shiftArea(area, axis, at, count);
    const onCells = <T extends { readonly cell: CellRef }>(items: readonly T[]): T[] =>
      items.flatMap((item) => {
        const area = moved(oneCell(item.cell));
        return area === null ? [] : [{ ...item, cell: { row: area.row, column: area.column } }];
      });
    this.grid.shift(axis, at, count);
    this.merges = this.merges
      .flatMap((area) => moved(area) ?? [])
      .filter((area) => area.rowCount > 1 || area.columnCount > 1);
    this.conditionalFormats = this.conditionalFormats.flatMap((format) => {
      const area = moved(format.area);
      return area === null ? [] : [{ ...format, area }];
    });
    const lines = (kind: Axis, before: readonly number[]): readonly number[] =>
      kind === axis
        ? onCells(before.map((line) => ({ cell: { row: line, column: line } }))).map(({ cell }) => cell[axis])
        : before;
    this.hidden = { rows: lines('row', this.hidden.rows), columns: lines('column', this.hidden.columns) };
    this.comments = onCells(this.comments);
    this.notes = onCells(this.notes);
  }
}
