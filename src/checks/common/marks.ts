import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { FigureCell, Indicator } from '../../form/model';
import { ZERO } from '../../scoring/points';
import { once } from '../../sheet/remember';
import type { CheckInput } from '../finding';
import { budgetPartOf } from './parts';

const MOST_ROWS = 0.8;

/** Scores that are marks out of a hundred. */
interface Marks {
  /** What all of them come to by their weights, with the points for the budget, points. */
  readonly sum: Decimal;
  /** Those above their weights. */
  readonly above: readonly { readonly indicator: Indicator; readonly stated: FigureCell }[];
}

/** An item with its score and whether that lies above its weight; none where it lacks one of them. */
const markOf = once((indicator: Indicator) => {
  const { kind, weight, stated } = indicator;
  const [most, score] = [figureOf(weight), figureOf(stated)];
  const marked = kind === 'item' && stated !== null && most !== null && score !== null;
  return marked ? [{ indicator, stated, most, score, isAbove: score.gt(most) }] : [];
});

/**
 * The scores of the items where nearly all lie above their weights and none above a hundred: marks, which are no points yet.
 * `null` where they are points.
 */
export const marksIn = once(({ form }: CheckInput): Marks | null => {
  const rows = form.indicators.flatMap(markOf);
  const above = rows.filter(({ isAbove }) => isAbove);
  if (above.length < rows.length * MOST_ROWS || rows.some(({ score }) => score.gt(100))) return null;
  const execution = figureOf(budgetPartOf(form)?.stated) ?? ZERO;
  const sum = rows.reduce((all, { most, score }) => all.plus(most.times(score).div(100)), execution);
  // Two rows are too few to see a pattern; only a matching total shows that both are marks.
  const closes = rows.length === 2 && figureOf(form.total?.stated)?.eq(sum) === true;
  return rows.length < 3 && !closes ? null : { sum, above };
});
