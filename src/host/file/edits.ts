import { formatAddress, parseAddress } from '../../sheet/address';
import {
  type Area,
  around,
  cellAt,
  type CellValue,
  hiding,
  oneCell,
  sameCell,
  type SheetCell,
  type SheetSnapshot,
} from '../../sheet/snapshot';
import { writeCells } from './cells';
import { calculatedOnLoad, WorkbookPackage } from './package';
import { recalculate } from './recalculate';

function decimalsOf(figure: number): number {
  return Math.min(String(figure).split('.')[1]?.length ?? 0, 15);
}

/**
 * A value as its cell would show it, by how it showed the one before: as a percentage where that was one, with commas,
 * and with its number of decimals where they can't have come from the value alone. Of the file's number formats only
 * those of percentages are looked at, where there was no number before.
 */
export function displayLike(value: CellValue, before: SheetCell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return value;
  const match = /^-?[0-9,]+(?:\.([0-9]+))?(%?)$/.exec(before.text.trim());
  if (before.percent !== undefined) return shown(percentage(value), before.percent, false, '%');
  if (match === null || typeof before.value !== 'number') return String(value);
  const [, decimals = '', percent = ''] = match;
  const scaled = percent === '' ? (figure: number) => figure : percentage;
  const fixed = decimals.length !== decimalsOf(scaled(before.value));
  const digits = fixed ? decimals.length : decimalsOf(scaled(value));
  return shown(scaled(value), digits, before.text.includes(','), percent);
}

const percentage = (figure: number): number => Number((figure * 100).toPrecision(15));

function shown(figure: number, digits: number, useGrouping: boolean, unit: string): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping };
  return `${figure.toLocaleString('en-US', options)}${unit}`;
}

/** A table with one more rectangle around it, as large as `rowCount` and `columnCount` say. */
function enlarged<T>(
  grid: readonly (readonly T[])[],
  above: number,
  left: number,
  size: Pick<Area, 'rowCount' | 'columnCount'>,
  blank: T,
): T[][] {
  return Array.from({ length: size.rowCount }, (_, row) =>
    Array.from({ length: size.columnCount }, (__, column) => grid[row - above]?.[column - left] ?? blank),
  );
}

/** The cells that hold something else than in the file: what was entered, and the formulas that follow from it. */
function changesOf(original: SheetSnapshot, edits: ReadonlyMap<string, CellValue>) {
  const unvalued = new Set(original.unvalued?.map(formatAddress));
  return [...edits, ...recalculate(original, edits, unvalued)].flatMap(([address, value]) => {
    const [cell, entered] = [parseAddress(address), edits.has(address)];
    return cell !== null && (entered || cellAt(original, cell).value !== value) ? [{ cell, value, entered }] : [];
  });
}

/** A sheet as it reads after edits, by address; formulas that depend on them follow as far as they can be computed. */
export function editedSnapshot(original: SheetSnapshot, edits: ReadonlyMap<string, CellValue>): SheetSnapshot {
  if (edits.size === 0) return original;
  const changes = changesOf(original, edits);
  const places = changes.map(({ cell }) => cell);
  const { origin, rowCount, columnCount } = original;
  const whole = { ...origin, rowCount, columnCount };
  const all = around([...(rowCount === 0 ? [] : [whole]), ...places.map(oneCell)]) ?? whole;
  const { row: top, column: left, ...size } = all;
  const [above, beside] = [origin.row - top, origin.column - left];
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
  const { name, merges, hidden, unvalued, percents } = original;
  return {
    ...{ name, merges },
    ...(percents && { percents }),
    ...(unvalued && { unvalued: unvalued.filter((cell) => !places.some((place) => sameCell(place, cell))) }),
    origin: { row: top, column: left },
    ...size,
    values,
    texts,
    formulas,
    ...hiding(hidden),
  };
}

/** A sheet as it stands in the file, and what was entered since, by address. */
export interface SheetEdits {
  readonly original: SheetSnapshot;
  readonly edits: ReadonlyMap<string, CellValue>;
}

/** Takes out the order of calculation, which names cells that have no formula any more; Excel makes it anew. */
function forgetOrder(file: WorkbookPackage): void {
  const workbook = file.workbookPart();
  const chain = file.relationships(workbook).find(({ type }) => type.endsWith('/calcChain'));
  if (chain !== undefined && chain.target !== null) file.drop({ id: chain.id, part: chain.target }, workbook);
}

/** A copy of an .xlsx or .xlsm file with other values in some cells; every other part stays byte for byte. */
export function editedCopy(bytes: Uint8Array, sheets: readonly SheetEdits[]): Uint8Array {
  const edited = sheets.filter(({ edits }) => edits.size > 0);
  if (edited.length === 0) return bytes;
  const file = WorkbookPackage.open(bytes);
  return WorkbookPackage.guard(() => {
    let lostFormula = false;
    const parts = new Map(file.tabs().map(({ name, part }) => [name, part]));
    for (const { original, edits } of edited) {
      const part = parts.get(original.name) ?? null;
      if (part === null) continue;
      const writes = changesOf(original, edits).map(({ cell, value, entered }) => ({
        cell,
        value,
        keepsFormula: !entered,
      }));
      const written = writeCells(file.need(part), writes, (cell) => cellAt(original, cell).formula);
      file.set(part, written.xml);
      lostFormula ||= written.lostFormula;
    }
    if (lostFormula) forgetOrder(file);
    const workbook = file.workbookPart();
    // On any sheet, for formulas look across.
    const formulas = sheets.flatMap(({ original }) => original.formulas);
    if (formulas.some((row) => row.some((formula) => formula !== '')))
      file.set(workbook, calculatedOnLoad(file.need(workbook)));
    return file.bytes();
  });
}
