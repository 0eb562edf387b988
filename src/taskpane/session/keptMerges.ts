import { type Area, cellAt, isBlank, type SheetSnapshot } from '../../sheet/snapshot';

function stillMerged(snapshot: SheetSnapshot, area: Area): boolean {
  // A merge of whole columns reaches far beyond what the sheet uses; nothing stands there.
  const rowEnd = Math.min(area.row + area.rowCount, snapshot.origin.row + snapshot.rowCount);
  const columnEnd = Math.min(area.column + area.columnCount, snapshot.origin.column + snapshot.columnCount);
  for (let row = area.row; row < rowEnd; row += 1) {
    for (let column = area.column; column < columnEnd; column += 1) {
      const first = row === area.row && column === area.column;
      if (!first && !isBlank(cellAt(snapshot, { row, column }))) return false;
    }
  }
  return true;
}

/**
 * Gives a sheet that was read without its merged areas those that were read at the last 核查, as reading them can
 * empty Excel's undo list. They are dropped when the sheet shows that they moved: its used range changed, or a cell
 * that was hidden by a merge holds something now. Recognition works without them.
 */
export function withKeptMerges(snapshot: SheetSnapshot, before: SheetSnapshot | null): SheetSnapshot {
  if (before === null || before.merges.length === 0) return snapshot;
  const sameShape =
    before.rowCount === snapshot.rowCount &&
    before.columnCount === snapshot.columnCount &&
    before.origin.row === snapshot.origin.row &&
    before.origin.column === snapshot.origin.column;
  if (!sameShape || !before.merges.every((area) => stillMerged(snapshot, area))) return snapshot;
  return { ...snapshot, merges: before.merges };
}
