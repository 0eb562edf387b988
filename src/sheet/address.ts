import type { Area, CellRef } from './snapshot';

/** Excel's limits: 1,048,576 rows and 16,384 columns (XFD). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** The letters of a column counted from zero: 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A sheet's name as formulas and addresses may always write it: `'甲''乙'`. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A cell as officers write it: `I52`. */
export function formatAddress(cell: CellRef): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** An area as officers write it: `F10:H10`, or `F10` for a single cell. */
export function formatArea(area: Area): string {
  const first = formatAddress(area);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  const last = { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 };
  return `${first}:${formatAddress(last)}`;
}

/** `$A$1:$N$20`: an area that is the same from wherever it is looked at. */
export function absoluteArea(area: Area): string {
  return formatArea(area).replace(/[A-Z]+|\d+/g, '$$$&');
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const ADDRESS = /^(?:.*!)?\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$/i;

/** Reads `I52`, `$I$52`, `自评表!F10:H10`; `null` for anything else and for a place outside Excel's grid. */
export function parseArea(address: string): Area | null {
  const match = ADDRESS.exec(address.trim());
  if (match === null) return null;
  const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = match;
  const columns = [column1, column2].map((letters) => columnIndex(letters.toUpperCase()));
  const rows = [row1, row2].map((digits) => Number(digits) - 1);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const lastRow = Math.max(...rows);
  const lastColumn = Math.max(...columns);
  if (row < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) return null;
  return { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
}

/** Reads the address of a single cell; `null` where there is none or it names more than one cell. */
export function parseAddress(address: string): CellRef | null {
  const area = parseArea(address);
  if (area === null || area.rowCount > 1 || area.columnCount > 1) return null;
  return { row: area.row, column: area.column };
}

/** Excel takes no longer names. */
const LONGEST_NAME = 31;

/** The name itself, or with a number where a sheet of that name exists: what is somebody else's is never touched. */
export function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; names.has(free.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    free = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  return free;
}
