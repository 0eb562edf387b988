import type { Area, CellRef, CellValue, SheetSnapshot } from '../../src/sheet/snapshot';

type Tables = Pick<SheetSnapshot, 'values' | 'texts' | 'formulas'>;

function eachTable(
  tables: Tables,
  change: <T>(rows: readonly (readonly T[])[], blank: T) => readonly (readonly T[])[],
): Tables {
  return {
    values: change<CellValue>(tables.values, null),
    texts: change(tables.texts, ''),
    formulas: change(tables.formulas, ''),
  };
}

/** The same sheet further down and to the right. */
export function shifted(snapshot: SheetSnapshot, { row, column }: CellRef): SheetSnapshot {
  return {
    ...snapshot,
    origin: { row: snapshot.origin.row + row, column: snapshot.origin.column + column },
    merges: snapshot.merges.map((area) => ({ ...area, row: area.row + row, column: area.column + column })),
  };
}

/** A merged area after a row was put in before row `at` of the snapshot: it moves, or grows where it lies across. */
function afterInsertion(area: Area, at: number): Area {
  if (area.row >= at) return { ...area, row: area.row + 1 };
  return area.row + area.rowCount > at ? { ...area, rowCount: area.rowCount + 1 } : area;
}

/** With an empty row before row `at`, counted from the snapshot's first one, as Excel inserts it. */
export function withBlankRow(snapshot: SheetSnapshot, at: number): SheetSnapshot {
  return {
    ...snapshot,
    ...eachTable(snapshot, (rows, blank) => [
      ...rows.slice(0, at),
      Array.from({ length: snapshot.columnCount }, () => blank),
      ...rows.slice(at),
    ]),
    rowCount: snapshot.rowCount + 1,
    merges: snapshot.merges.map((area) => afterInsertion(area, snapshot.origin.row + at)),
  };
}

/** With the rows from `first` up to `end` cut out and put at the end. For sheets without merged areas. */
export function withRowsAtEnd(snapshot: SheetSnapshot, first: number, end: number): SheetSnapshot {
  return {
    ...snapshot,
    ...eachTable(snapshot, (rows) => [...rows.slice(0, first), ...rows.slice(end), ...rows.slice(first, end)]),
  };
}

function wide(text: string): string {
  return text.replace(/[0-9.%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** With every figure typed in full-width characters, as text. */
export function withWideFigures(snapshot: SheetSnapshot): SheetSnapshot {
  return {
    ...snapshot,
    values: snapshot.values.map((row) =>
      row.map((value) => (typeof value === 'boolean' || value === null ? value : wide(String(value)))),
    ),
    texts: snapshot.texts.map((row) => row.map(wide)),
  };
}

/** With one cell holding something else; `at` counts from the snapshot's first cell. */
export function withCell(snapshot: SheetSnapshot, at: CellRef, value: CellValue): SheetSnapshot {
  const put = <T>(rows: readonly (readonly T[])[], entry: T): (readonly T[])[] =>
    rows.map((row, r) => (r === at.row ? row.map((old, c) => (c === at.column ? entry : old)) : row));
  return {
    ...snapshot,
    values: put<CellValue>(snapshot.values, value),
    texts: put(snapshot.texts, value === null ? '' : String(value)),
    formulas: put(snapshot.formulas, ''),
  };
}
