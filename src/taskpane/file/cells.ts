import { cellAt, type CellRef, type SheetSnapshot } from '../../sheet/snapshot';

/** A cell of the grid, or a merged area shown as one. */
export interface GridCell {
  readonly cell: CellRef;
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The first rows of a sheet, cell by cell; what a merged area hides is left out, and no span reaches beyond them. */
export function cellsOf(snapshot: SheetSnapshot, rows: number): readonly (readonly GridCell[])[] {
  const { origin, columnCount } = snapshot;
  const hidden = new Set<string>();
  const spans = new Map<string, readonly [number, number]>();
  for (const area of snapshot.merges) {
    const rowEnd = Math.min(area.row + area.rowCount, origin.row + rows);
    const columnEnd = Math.min(area.column + area.columnCount, origin.column + columnCount);
    spans.set(`${area.row},${area.column}`, [rowEnd - area.row, columnEnd - area.column]);
    for (let row = area.row; row < rowEnd; row += 1) {
      for (let column = area.column; column < columnEnd; column += 1) {
        if (row !== area.row || column !== area.column) hidden.add(`${row},${column}`);
      }
    }
  }
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columnCount }, (__, j): GridCell => {
      const cell = { row: origin.row + i, column: origin.column + j };
      const [rowSpan, columnSpan] = spans.get(`${cell.row},${cell.column}`) ?? [1, 1];
      return { cell, text: cellAt(snapshot, cell).text, rowSpan, columnSpan };
    }).filter(({ cell }) => !hidden.has(`${cell.row},${cell.column}`)),
  );
}
