import type { Decimal } from 'decimal.js';
import { figureOf, figuresOf, withFigure } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { ZERO } from '../../scoring/points';
import { HUNDRED } from '../../words/units';
import { sum } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import { short } from '../../sheet/text';
import type { CheckInput } from '../finding';
import {
  budgetPartOf,
  type GroupNode,
  groupNodes,
  looseParts,
  partsOf,
  sumByHeadings,
  sumCells,
  sumOfItems,
  sumParts,
  weightsOver,
} from './parts';
import { clean } from './say';

const MOST_ROWS = 0.8;

/** Scores that are marks out of a hundred. */
interface Marks {
  /** What all of them come to by their weights, with the points for the budget, points. */
  readonly sum: Decimal;
  /** Those above their weights. */
  readonly above: readonly { readonly indicator: Indicator; readonly stated: FigureCell }[];
  /** Whether the total is neither what they come to as marks or as points nor their mean, by more than rounding explains. */
  readonly isOff: boolean;
}

/** An item with its score and whether that lies above its weight; none where it lacks one of them. */
const markOf = once((indicator: Indicator) => {
  const [most, stated] = [figureOf(indicator.weight), withFigure(indicator.stated)];
  if (indicator.kind !== 'item' || most === null || stated === null) return [];
  return [{ indicator, stated, most, score: stated.value, isAbove: stated.value.gt(most) }];
});

/**
 * The scores of the items where nearly all lie above their weights and none above a hundred: marks, which are no points yet.
 * `null` where they are points.
 */
export const marksIn = once(({ form }: CheckInput): Marks | null => {
  const rows = form.indicators.flatMap(markOf);
  const above = rows.filter(({ isAbove }) => isAbove);
  if (above.length < rows.length * MOST_ROWS || rows.some(({ score }) => score.gt(100))) return null;
  const budget = budgetPartOf(form);
  const execution = figureOf(budget?.stated) ?? ZERO;
  const asMarks = rows.reduce((all, { most, score }) => all.plus(most.times(score).div(100)), execution);
  const total = figureOf(form.total?.stated);
  const offBy = (all: Decimal) => total?.minus(all).abs();
  const added = sum(rows.map(({ score }) => score));
  const asPoints = added.plus(execution);
  // Two rows are too few to see a pattern; only a total that is nearer to marks than to points shows that both are marks.
  const isNearer = rows.length === 2 && offBy(asMarks)?.lt(offBy(asPoints) ?? 0) === true;
  if (rows.length < 3 && !isNearer) return null;
  // Points that the form prints nowhere may be in its total.
  const weight = sum(rows.map(({ most }) => most)).plus(figureOf(budget?.weight) ?? ZERO);
  const isWhole = rows.length === form.indicators.length && weight.eq(HUNDRED);
  // Their mean may be meant, whatever the weights say.
  const isOff = isWhole && [asMarks, asPoints, added.div(rows.length)].every((all) => offBy(all)?.gte(1));
  return { sum: asMarks, above, isOff };
});

/**
 * Whether what stands below a first-level heading are marks of 100 of which it takes a share: 个性指标 80 over items of 100,
 * beside 共性指标 20. Where the total adds them up as they are, they are points.
 */
export function isOfMarks(form: EvaluationForm, { parent, group, indicators, inner }: GroupNode): boolean {
  const own = figureOf(group.weight);
  if (parent !== null || own === null || own.gte(HUNDRED) || !sumByHeadings(form, 'weight').eq(HUNDRED)) return false;
  if (figureOf(form.total?.stated)?.eq(sumParts(partsOf(form), 'stated')) === true) return false;
  const isDivided = indicators.length > 1 || inner.length > 0;
  return isDivided && sum(indicators.map(({ weight }) => figureOf(weight))).eq(HUNDRED);
}

/** What the scores below a first-level heading add to the total: of marks its share. */
export function countedScore(form: EvaluationForm, node: GroupNode): Decimal {
  const all = sumOfItems(node, 'stated');
  return isOfMarks(form, node) ? all.times(figureOf(node.group.weight) ?? HUNDRED).div(HUNDRED) : all;
}

/** What adds up to 总分, a first-level heading each, marks in its share: 执行率 10、产出指标 50. */
export const addendsOfTotal = once((form: EvaluationForm): readonly { label: string; score: Decimal }[] => [
  ...looseParts(form).flatMap(({ label, stated }) => figuresOf([stated]).map((score) => ({ label, score }))),
  ...groupNodes(form)
    .filter(({ indicators }) => indicators.length > 0)
    .map((node) => ({ label: short(node.group.name), score: countedScore(form, node) })),
]);

/**
 * What the total comes to where the items are marks of 100 of which the budget's points leave a share: 20 + 98 × 80 %.
 * `null` where the form's total is not that.
 */
export const sharedTotal = once((form: EvaluationForm): Decimal | null => {
  const budget = budgetPartOf(form);
  const [points, added] = [figureOf(budget?.weight), figureOf(budget?.stated)];
  const [weights, total] = [weightsOver(form, form.indicators), figureOf(form.total?.stated)];
  if (points === null || added === null || weights === null || total === null) return null;
  const marks = sumParts(partsOf(form), 'stated').minus(added);
  const rest = HUNDRED.minus(points);
  // Full marks come to 100 either way, unless the label of a block says that these are 80 points.
  if (marks.gte(HUNDRED) && !clean(sumCells(form.targetBlocks.map(({ weight }) => weight))).equals(rest)) return null;
  const due = rest.div(HUNDRED).times(marks).plus(added);
  return clean(sumCells(weights)).equals(HUNDRED) && due.minus(total).abs().lte('0.01') ? due : null;
});
