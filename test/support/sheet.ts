import { parseArea } from '../../src/sheet/address';
import type { CellRef, CellValue, SheetSnapshot } from '../../src/sheet/snapshot';

/** A cell of a test sheet: its value, or value with the text it is displayed as and its formula. */
export type TestCell = CellValue | { readonly value: CellValue; readonly text?: string; readonly formula?: string };

export interface TestSheetOptions {
  readonly name?: string;
  readonly origin?: CellRef;
  /** Merged areas as `A1:B2`, in sheet coordinates. */
  readonly merges?: readonly string[];
}

/** A snapshot of a small sheet: rows of cells, short rows filled up with empty ones. Deeply frozen. */
export function sheet(rows: readonly (readonly TestCell[])[], options: TestSheetOptions = {}): SheetSnapshot {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null));
  const parts = full.map((row) =>
    row.map((cell) => (cell !== null && typeof cell === 'object' ? cell : { value: cell })),
  );
  return deepFreeze({
    name: options.name ?? '自评表',
    origin: options.origin ?? { row: 0, column: 0 },
    rowCount: rows.length,
    columnCount,
    values: parts.map((row) => row.map(({ value }) => value)),
    texts: parts.map((row) => row.map(({ value, text }) => text ?? (value === null ? '' : String(value)))),
    formulas: parts.map((row) => row.map(({ formula }) => formula ?? '')),
    merges: (options.merges ?? []).map((address) => {
      const area = parseArea(address);
      if (area === null) throw new Error(`no area: ${address}`);
      return area;
    }),
  });
}

/** Freezes a value and all that it holds, so that a test fails where something is changed. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
