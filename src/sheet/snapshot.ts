/** A cell's place in its sheet. Both numbers count from zero: `I52` is row 51, column 8. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; `row` and `column` are its first cell's, counted from zero. */
export interface Area extends CellRef {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Rows and columns that nobody sees, those without height or width among them; counted from zero, in order. */
export interface HiddenLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What a cell holds: `null` when it is empty, an error value (`#REF!`) as its text. */
export type CellValue = string | number | boolean | null;

/**
 * A worksheet as it stood at one moment, free of Excel and of files.
 *
 * The three tables have the same shape; their first entry is the cell `origin`. Nothing in them is ever
 * changed, so that a review can be repeated and a plan can be held against what was read.
 */
export interface SheetSnapshot {
  readonly name: string;
  readonly origin: CellRef;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: readonly (readonly CellValue[])[];
  /** As displayed with the cell's number format: `99.89%` where the value is 0.9989. */
  readonly texts: readonly (readonly string[])[];
  /** The formula with its leading `=`, or `''` where the cell holds a constant. */
  readonly formulas: readonly (readonly string[])[];
  /** Merged areas in sheet coordinates; empty for a sheet without any, and while they are not read. */
  readonly merges: readonly Area[];
  /** Left out where nothing is hidden, and while it is not read. */
  readonly hidden?: HiddenLines;
  /** Formulas of which a file states no value, and that can't be computed without Excel: they read as blank. */
  readonly unvalued?: readonly CellRef[];
  /** With how many decimals cells of a file would show a percentage that hold no number yet, by their keys. */
  readonly percents?: ReadonlyMap<number, number>;
}

/** One cell taken out of a snapshot. */
export interface SheetCell {
  readonly at: CellRef;
  readonly value: CellValue;
  readonly text: string;
  readonly formula: string;
  /** With how many decimals a number would be shown here as a percentage, where there is none yet. */
  readonly percent?: number;
}

const EMPTY = { value: null, text: '', formula: '' } as const;

/** The cell at a place of the sheet; an empty one outside the snapshot. */
export function cellAt(snapshot: SheetSnapshot, cell: CellRef): SheetCell {
  const percent = snapshot.percents?.get(cellKey(cell));
  return percent === undefined ? plainCellAt(snapshot, cell) : { ...plainCellAt(snapshot, cell), percent };
}

function plainCellAt(snapshot: SheetSnapshot, cell: CellRef): SheetCell {
  const row = cell.row - snapshot.origin.row;
  const column = cell.column - snapshot.origin.column;
  const value = snapshot.values[row]?.[column];
  if (value === undefined || value === null) {
    const formula = snapshot.formulas[row]?.[column] ?? '';
    return formula === '' ? { at: cell, ...EMPTY } : { at: cell, ...EMPTY, formula };
  }
  return {
    at: cell,
    value,
    text: snapshot.texts[row]?.[column] ?? String(value),
    formula: snapshot.formulas[row]?.[column] ?? '',
  };
}

/** The part of a sheet that an area covers; merged areas that begin in it and reach further end with its last column. */
export function partOf(snapshot: SheetSnapshot, { row, column, rowCount, columnCount }: Area): SheetSnapshot {
  const [down, along] = [row - snapshot.origin.row, column - snapshot.origin.column];
  const [endRow, endColumn] = [row + rowCount, column + columnCount];
  const cut = <T>(rows: readonly (readonly T[])[]) =>
    rows.slice(down, down + rowCount).map((cells) => cells.slice(along, along + columnCount));
  return {
    ...snapshot,
    origin: { row, column },
    rowCount,
    columnCount,
    values: cut(snapshot.values),
    texts: cut(snapshot.texts),
    formulas: cut(snapshot.formulas),
    merges: snapshot.merges.flatMap((area) => {
      const isInside = area.row >= row && area.row < endRow && area.column >= column && area.column < endColumn;
      return isInside ? [{ ...area, columnCount: Math.min(area.columnCount, endColumn - area.column) }] : [];
    }),
  };
}

/** Hidden lines as a snapshot has them: left out where there are none. */
export function hiding(lines: HiddenLines | undefined): Pick<SheetSnapshot, 'hidden'> {
  return lines === undefined || lines.rows.length + lines.columns.length === 0 ? {} : { hidden: lines };
}

/** Why nobody sees a cell, in the officer's words; `null` where it is seen, as a merged one is by any of its cells. */
export function hiddenAt({ hidden, merges }: SheetSnapshot, cell: CellRef): '隐藏行' | '隐藏列' | null {
  if (hidden === undefined) return null;
  const { row, column, rowCount, columnCount } = merges.find((area) => contains(area, cell)) ?? oneCell(cell);
  const every = (lines: readonly number[], first: number, count: number) =>
    lines.filter((line) => line >= first && line < first + count).length === count;
  if (every(hidden.rows, row, rowCount)) return '隐藏行';
  return every(hidden.columns, column, columnCount) ? '隐藏列' : null;
}

/** Whether a cell holds nothing that a reader would see. */
export function isBlank(cell: SheetCell): boolean {
  return cell.value === null || (typeof cell.value === 'string' && cell.value.trim() === '');
}

/** A single cell as an area. */
export const oneCell = ({ row, column }: CellRef): Area => ({ row, column, rowCount: 1, columnCount: 1 });

/** Whether an area contains a cell. */
export function contains(area: Area, cell: CellRef): boolean {
  return (
    cell.row >= area.row &&
    cell.row < area.row + area.rowCount &&
    cell.column >= area.column &&
    cell.column < area.column + area.columnCount
  );
}

/** What two areas have in common; `null` where they share no cell. */
export function intersection(a: Area, b: Area): Area | null {
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

/** The smallest area around others; `null` around none. */
export function around(areas: Iterable<Area>): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column, rowCount, columnCount } of areas) {
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row + rowCount), Math.max(right, column + columnCount)];
  }
  return bottom === 0 ? null : { row: top, column: left, rowCount: bottom - top, columnCount: right - left };
}

/** The cells of areas, one after the other, each row by row. */
export function* cellsIn(...areas: readonly Area[]): Generator<CellRef> {
  for (const { row, column, rowCount, columnCount } of areas) {
    for (let down = 0; down < rowCount; down += 1) {
      for (let along = 0; along < columnCount; along += 1) yield { row: row + down, column: column + along };
    }
  }
}

/** A number that is this cell's alone: a key for maps and sets. */
export function cellKey({ row, column }: CellRef): number {
  return row * 16_384 + column;
}

export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The order in which a sheet is read: row by row, each from left to right. */
export function compareCells(a: CellRef, b: CellRef): number {
  return a.row - b.row || a.column - b.column;
}
