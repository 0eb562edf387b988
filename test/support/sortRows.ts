import type { Area, CellValue } from '../../src/sheet/snapshot';
import type { EmulatedSheet, EmulatedWorkbook } from '../../src/workbench/emulator';

function rank(value: CellValue): number {
  if (value === null) return 3;
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compareValues(a: CellValue, b: CellValue): number {
  if (a === null || b === null || rank(a) !== rank(b)) return rank(a) - rank(b);
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}

/** A person sorts the rows of an area by one of its columns: numbers before texts, empty cells last. Formulas are moved as they are. */
export function sortRows(workbook: EmulatedWorkbook, sheet: EmulatedSheet, area: Area, byColumn: number): void {
  const columns = Array.from({ length: area.columnCount }, (_, j) => area.column + j);
  const rows = Array.from({ length: area.rowCount }, (_, i) =>
    columns.map((column) => sheet.cell({ row: area.row + i, column })),
  );
  const keyed = rows.map((cells) => ({ cells, key: cells[byColumn - area.column]?.value ?? null }));
  keyed.sort((a, b) => compareValues(a.key, b.key));
  const writes = keyed.flatMap(({ cells }, i) =>
    cells.map((content, j) => ({ cell: { row: area.row + i, column: area.column + j }, content })),
  );
  workbook.write(sheet, area, writes, 'user');
}
