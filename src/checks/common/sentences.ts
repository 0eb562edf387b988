import { cellAt, isBlank, type CellRef } from '../../sheet/snapshot';
import { compact } from '../../sheet/text';
import type { CheckInput } from '../finding';

/** A sentence, not a label beside its figure. */
const SHORTEST = 16;
const LONGEST = 4_000;

/** The texts of a form outside its table of indicators, without white space: goals, conclusions, notes. */
export function* sentencesIn({
  form,
  snapshot,
}: CheckInput): Iterable<{ readonly cell: CellRef; readonly text: string }> {
  const { row, column, rowCount, columnCount } = form.area;
  const inTable = new Set(form.indicators.map((indicator) => indicator.row));
  for (let at = row; at < row + rowCount; at++) {
    if (inTable.has(at)) continue;
    for (let beside = column; beside < column + columnCount; beside++) {
      const cell = cellAt(snapshot, { row: at, column: beside });
      if (isBlank(cell) || typeof cell.value !== 'string') continue;
      if (cell.text.length < SHORTEST || cell.text.length > LONGEST) continue;
      yield { cell: cell.cell, text: compact(cell.text) };
    }
  }
}
