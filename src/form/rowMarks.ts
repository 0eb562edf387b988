import { located } from './cells';
import type { Grid } from './grid';
import type { Located } from './model';
import { NOTE_BEGINNINGS, TOTAL_LABELS } from './vocabulary/labels';
import { bare } from './words';

/** Whether a row explains or signs the form. */
export function isNoteRow(grid: Grid, row: number): boolean {
  const [first] = grid.filled(row);
  if (first === undefined) return false;
  const text = grid.compact(first.cell.row, first.cell.column);
  return NOTE_BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

/** The label of a total's row: 总分, 合计, 自评得分：96分; `null` where the row is none. */
export function totalLabel(grid: Grid, row: number): Located<string> | null {
  const [first] = grid.filled(row);
  if (first === undefined || typeof first.value === 'number') return null;
  const text = bare(first.text);
  const [word] = text.split(':');
  return TOTAL_LABELS.includes(text) || (word !== undefined && TOTAL_LABELS.includes(word) && text.length < 24)
    ? located(first)
    : null;
}
