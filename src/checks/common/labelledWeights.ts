import type { EvaluationForm, FigureCell } from '../../form/model';
import { once } from '../../sheet/remember';
import { weightsOver } from './headings';
import { budgetPartOf, sumCells, wholeWeight, withFigures } from './parts';
import { clean } from './say';

/** Whether labels weigh several items together, so that their own weights are not all there is; 最多加5分 is no weight. */
export const isWeighedByLabels = ({ indicators }: EvaluationForm): boolean =>
  indicators.some(({ kind, weight }) => kind === 'item' && weight === null);

/**
 * The weights of labels and of the budget's row where labels weigh items together: the innermost ones, or those of the
 * blocks where only these make the whole. `null` where some items are weighed by nothing.
 */
export const labelledWeights = once((form: EvaluationForm): readonly FigureCell[] | null => {
  const budget = budgetPartOf(form);
  const own = withFigures([budget?.weight ?? null]);
  if (!isWeighedByLabels(form) || (budget !== undefined && own.length === 0)) return null;
  const blocks = form.targetBlocks.filter(({ indicators }) => indicators.length > 0);
  const inBlocks = new Set(blocks.flatMap(({ indicators }) => indicators));
  const ways = [
    weightsOver(form, form.indicators) ?? [],
    inBlocks.size === form.indicators.length ? blocks.map(({ weight }) => weight) : [],
  ].flatMap((below) => (below.length === 0 ? [] : [[...own, ...below]]));
  return ways.find((way) => clean(sumCells(way)).equals(wholeWeight(form))) ?? ways[0] ?? null;
});
