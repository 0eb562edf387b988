import {
  type Area,
  cellAt,
  cellsIn,
  hiding,
  intersection,
  isBlank,
  sameCell,
  type SheetSnapshot,
} from '../../sheet/snapshot';

function stillMerged(snapshot: SheetSnapshot, area: Area): boolean {
  // A merge of whole columns reaches far beyond what the sheet uses; nothing stands there.
  const { origin, rowCount, columnCount } = snapshot;
  const inside = intersection(area, { ...origin, rowCount, columnCount });
  const hidden = inside === null ? [] : [...cellsIn(inside)].filter((cell) => !sameCell(cell, area));
  return hidden.every((cell) => isBlank(cellAt(snapshot, cell)));
}

/**
 * Gives a sheet that was read without its merged areas those that were read at the last 核查, as reading them can
 * empty Excel's undo list, and the hidden lines read with them. They are dropped when the sheet shows that they moved: its used range changed, or a cell
 * that was hidden by a merge holds something now. Recognition works without them.
 */
export function withKeptMerges(snapshot: SheetSnapshot, before: SheetSnapshot | null): SheetSnapshot {
  if (before === null) return snapshot;
  const sameShape =
    before.rowCount === snapshot.rowCount &&
    before.columnCount === snapshot.columnCount &&
    sameCell(before.origin, snapshot.origin);
  if (!sameShape || !before.merges.every((area) => stillMerged(snapshot, area))) return snapshot;
  return { ...snapshot, merges: before.merges, ...hiding(before.hidden) };
}
