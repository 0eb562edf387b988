import { Decimal } from 'decimal.js';
import { figureCell, figureIn } from './cells';
import type { Grid } from './grid';
import { formatAddress } from '../sheet/address';
import { readPoints } from '../words/points';
import { restated } from '../words/written';
import type { SheetCell } from '../sheet/snapshot';
import { compact, saysPercent } from '../sheet/text';
import { columnOf, scoreColumnOf } from './header';
import type { FigureCell, FormHeader } from './model';
import { totalLabel } from './rowMarks';

/** So many scores above 1 beside weights of 1 at most are no slips. */
const LEAST_SCORES = 3;

/**
 * Whether the weights below a heading, up to the row `end` (not included), are bare shares (0.1 of the whole) while the
 * scores are points out of 100: where scores are converted by their weights, and where small weights stand beside larger
 * scores. Rows that sum up the table are left out.
 */
export function weighsInShares(grid: Grid, header: FormHeader, end: number): boolean {
  const column = columnOf(header, 'weight');
  const scores = scoreColumnOf(header);
  if (column === null || scores === null) return false;
  let sum = new Decimal(0);
  let above = 0;
  for (let row = header.lastRow + 1; row < end; row++) {
    if (totalLabel(grid, row) !== null) continue;
    const cell = grid.at(row, column);
    const weight = grid.startsInRow(row, column) && !saysPercent(cell.text) ? figureCell(cell).value : null;
    if (weight?.greaterThan(1) === true) return false;
    sum = sum.plus(weight ?? 0);
    if (figureIn(grid, row, scores)?.value?.greaterThan(1) === true) above++;
  }
  return columnOf(header, 'convertedScore') !== null || above >= LEAST_SCORES || (sum.equals(1) && above > 0);
}

/** 36（40）, 36/40: the score and, in the same cell, what the row is out of. */
const POINTS_OF = /^([0-9]{1,3}(?:\.[0-9]+)?)分?(?:\((?:满分|分值|权重)?:?|\/)([0-9]{1,3}(?:\.[0-9]+)?)分?\)?$/;

/** Both of them; `null` where a cell does not hold two such figures. */
export function bothPointsIn(cell: SheetCell): Record<'score' | 'weight', FigureCell> | null {
  const [, one, other] = (typeof cell.value === 'string' && POINTS_OF.exec(compact(cell.text))) || [];
  if (one === undefined || other === undefined) return null;
  const [least, most] = [Decimal.min(one, other), Decimal.max(one, other)];
  const read = (value: Decimal): FigureCell => ({ ...figureCell(cell), state: 'figure', value, storedAsText: true });
  return { score: read(least), weight: read(most) };
}

/** What is left of a weight, as a formula of the cell that says what is taken off. */
export function takenOff({ at: cell }: FigureCell, most: Decimal, less: Decimal, weight: FigureCell) {
  const formula = `=${formatAddress(weight.at)}-${formatAddress(cell)}`;
  return { state: 'figure' as const, value: most.minus(less), formula };
}

/** A score that no figure states but words tell: 得满分, 扣4分, 不得分. */
export function inWords(own: FigureCell, weight: FigureCell | null): FigureCell {
  // Figures apart from one another are not one.
  const text = own.text.replace(/(?<=\d分?)\s*[(（]满分[)）]\s*$/, '');
  const told = /\d\s+\d/.test(text) ? null : readPoints(text.replace(/\d\s*$/, '$&分'));
  if (told === null) return own;
  if ('points' in told) return { ...own, state: 'figure', value: new Decimal(told.points), storedAsText: true };
  if (!weight?.value) return own;
  const less = 'lost' in told ? new Decimal(told.lost) : weight.value.times(1 - told.share);
  return { ...own, ...takenOff(own, weight.value, less, weight), storedAsText: true };
}

/**
 * What a cell that states a score is to hold so that it states another one; `null` where none can be entered: it was
 * reckoned from what its own cell says is taken off, or its text states it more than once.
 */
export function scoreEntry(stated: FigureCell, score: Decimal): number | string | null {
  if (stated.formula.endsWith(`-${formatAddress(stated.at)}`)) return null;
  return stated.value === null ? score.toNumber() : restated(stated, stated.value, score);
}
