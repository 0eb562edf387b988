import type { Decimal } from 'decimal.js';
import type { FigureCell, Located } from '../form/model';
import type { Rescored, Scores } from '../scoring/scores';
import type { CellRef } from '../sheet/snapshot';
import { oneLine } from '../sheet/text';

/** A row whose stated score is not the one that its rule gives. Points. */
export interface ScoreDifference {
  readonly name: string;
  readonly cell: CellRef;
  readonly stated: Decimal;
  readonly recomputed: Decimal;
  /** Recomputed minus stated. */
  readonly amount: Decimal;
}

function differenceAt(label: Located<string>, stated: FigureCell | null, score: Rescored): ScoreDifference[] {
  const value = stated?.value ?? null;
  if (stated === null || value === null || score.value === null || score.value.eq(value)) return [];
  const name = oneLine(label.value);
  return [{ name, cell: stated.at, stated: value, recomputed: score.value, amount: score.value.minus(value) }];
}

/** What makes the recomputed total another than the sum of the stated scores, row by row in the order of the sheet. */
export function scoreDifferences({ budget, indicators }: Scores): readonly ScoreDifference[] {
  return [
    ...(budget === null ? [] : differenceAt(budget.line.label, budget.line.stated, budget)),
    ...indicators.flatMap((score) => differenceAt(score.indicator.name, score.indicator.stated, score)),
  ];
}
