import { parseAddress } from '../../sheet/address';
import { cellAt, type CellRef, type CellValue, type SheetCell, type SheetSnapshot } from '../../sheet/snapshot';
import { recalculate } from './recalculate';

function decimalsOf(figure: number): number {
  return Math.min(String(figure).split('.')[1]?.length ?? 0, 15);
}

/**
 * A value as its cell would show it, by how it showed the one before: as a percentage where that was one, with commas,
 * and with its number of decimals where they can't have come from the value alone. The file's number formats are not
 * looked at.
 */
export function displayLike(value: CellValue, before: SheetCell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return value;
  const match = /^-?[0-9,]+(?:\.([0-9]+))?(%?)$/.exec(before.text.trim());
  if (match === null || typeof before.value !== 'number') return String(value);
  const [, decimals = '', percent = ''] = match;
  const scaled = (figure: number): number => (percent === '' ? figure : Number((figure * 100).toPrecision(15)));
  const fixed = decimals.length !== decimalsOf(scaled(before.value));
  const digits = fixed ? decimals.length : decimalsOf(scaled(value));
  const options = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: before.text.includes(','),
  };
  return `${scaled(value).toLocaleString('en-US', options)}${percent}`;
}

type Grid<T> = readonly (readonly T[])[];

/** A table with one more rectangle around it, as large as `rowCount` and `columnCount` say. */
function enlarged<T>(
  grid: Grid<T>,
  above: number,
  left: number,
  size: { rows: number; columns: number },
  blank: T,
): T[][] {
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (__, column) => grid[row - above]?.[column - left] ?? blank),
  );
}

function changedCells(
  original: SheetSnapshot,
  edits: ReadonlyMap<string, CellValue>,
): { cell: CellRef; value: CellValue; entered: boolean }[] {
  const computed = recalculate(original, edits);
  return [
    ...[...edits].map(([address, value]) => ({ address, value, entered: true })),
    ...[...computed].map(([address, value]) => ({ address, value, entered: false })),
  ].flatMap(({ address, ...rest }) => {
    const cell = parseAddress(address);
    return cell === null ? [] : [{ cell, ...rest }];
  });
}

/** The cells that hold something else than in the file: what was entered, and the formulas that follow from it. */
export function changesOf(original: SheetSnapshot, edits: ReadonlyMap<string, CellValue>) {
  return changedCells(original, edits).filter(
    ({ cell, value, entered }) => entered || cellAt(original, cell).value !== value,
  );
}

/** A sheet as it reads after edits, by address; formulas that depend on them follow as far as they can be computed. */
export function editedSnapshot(original: SheetSnapshot, edits: ReadonlyMap<string, CellValue>): SheetSnapshot {
  if (edits.size === 0) return original;
  const changes = changesOf(original, edits);
  const places = changes.map(({ cell }) => cell);
  const blank = original.rowCount === 0;
  const first = places[0] ?? original.origin;
  const start = blank ? first : original.origin;
  const top = places.reduce((least, { row }) => Math.min(least, row), start.row);
  const left = places.reduce((least, { column }) => Math.min(least, column), start.column);
  const bottom = places.reduce((most, { row }) => Math.max(most, row), start.row + original.rowCount - 1);
  const right = places.reduce((most, { column }) => Math.max(most, column), start.column + original.columnCount - 1);
  const size = { rows: bottom - top + 1, columns: right - left + 1 };
  const [above, beside] = [start.row - top, start.column - left];
  const values = enlarged<CellValue>(original.values, above, beside, size, null);
  const texts = enlarged(original.texts, above, beside, size, '');
  const formulas = enlarged(original.formulas, above, beside, size, '');
  for (const { cell, value, entered } of changes) {
    const [row, column] = [cell.row - top, cell.column - left];
    const set = <T>(grid: T[][], content: T): void => {
      const line = grid[row];
      if (line !== undefined) line[column] = content;
    };
    set(texts, displayLike(value, cellAt(original, cell)));
    set(values, value);
    if (entered) set(formulas, '');
  }
  const { name, merges } = original;
  return {
    name,
    merges,
    origin: { row: top, column: left },
    rowCount: size.rows,
    columnCount: size.columns,
    values,
    texts,
    formulas,
  };
}

/** Whether a sheet has any formula. */
export function hasFormulas({ formulas }: SheetSnapshot): boolean {
  return formulas.some((row) => row.some((formula) => formula !== ''));
}
