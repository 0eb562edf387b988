import type { Decimal } from 'decimal.js';
import { figureOf, figuresOf, withFigure } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { HUNDRED } from '../../words/units';
import { sum } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import type { CellRef } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';
import { unreadPoints } from '../formFigures';
import { isAllowed, reckonedIn } from './rows';
import { isExecutionApart, totalsIndicatorsOnly, unprintedExecution } from './executionPoints';
import { groupMismatches, type GroupMismatch } from './groups';
import {
  budgetPartOf,
  groupNodes,
  isWeighedByLabels,
  labelledWeights,
  type Part,
  partsOf,
  sumByHeadings,
  sumCells,
  sumParts,
  wholeWeight,
  withInner,
} from './parts';
import { sharedTotal } from './marks';
import { clean } from './say';

/** One part whose weight is misprinted, and what it must have been. */
export interface WrongWeight {
  readonly label: string;
  readonly cell: FigureCell;
  readonly found: Decimal;
  readonly expected: Decimal;
}

/** The weights do not add up to the whole. */
export interface TotalMismatch {
  readonly cell: CellRef;
  /** What the form prints, or 100. */
  readonly expected: Decimal;
  readonly printed: boolean;
  readonly sum: Decimal;
  /** Why, where one cause explains it. */
  readonly cause: 'budget-extra' | 'short' | null;
}

/** Falls short of the whole by less than any row weighs: no row was left out, a weight is wrong. */
export function isMisprint(form: EvaluationForm, { expected, sum }: TotalMismatch): boolean {
  const weights = figuresOf(partsOf(form).map(({ weight }) => weight));
  return weights.length > 1 && weights.every((weight) => expected.minus(sum).lessThan(weight));
}

/** The weights that are added up: those of labels where they weigh items together, else each part's but for bonus and penalties. */
export function countedWeights(form: EvaluationForm): readonly (FigureCell | null)[] {
  const own = partsOf(form).filter(({ kind }) => kind !== 'bonus');
  return labelledWeights(form) ?? own.map(({ weight }) => weight);
}

/** All that is wrong with a form's weights; each cause stands in one place only. */
export interface WeightReview {
  /** A single weight that explains everything else. */
  readonly wrong: WrongWeight | null;
  readonly groups: readonly GroupMismatch[];
  readonly total: TotalMismatch | null;
  /** Whether the weights were added up and make the whole. */
  readonly agrees: boolean;
  /** Whether the table was cut off, so that its last headings may lack rows. */
  readonly cut: boolean;
}

/** Whether the table ends without a total and its weights fall short: rows were left out, as in an excerpt. */
function isCut(input: CheckInput, sums: readonly Decimal[]): boolean {
  return input.form.total === null && sums.every((sum) => sum.lessThan(HUNDRED));
}

/** The ways in which a form's weights may be added: with and without bonus and penalties, by items or by first-level headings. */
const wholes = once((input: CheckInput): { items: Decimal; all: Decimal[] } => {
  const parts = partsOf(input.form);
  const counted = parts.filter(({ kind }) => kind !== 'bonus');
  const items = clean(sumParts(counted, 'weight'));
  const withoutPenalties = parts.filter(({ weight }) => figureOf(weight)?.isNegative() !== true);
  const ways = [sumParts(parts, 'weight'), sumParts(withoutPenalties, 'weight'), sumByHeadings(input.form, 'weight')];
  return { items, all: [items, ...ways.map(clean)] };
});

/** The one part whose score is right for a weight without the excess, and not for its own, if there is exactly one. */
function findWrong({ form, scores }: CheckInput, scope: readonly Part[], excess: Decimal): WrongWeight | null {
  // 40% of 50 points is no misprinted 20.
  if (withInner(groupNodes(form)).some(({ group }) => group.shares.length > 0)) return null;
  const attained = new Map(scores.indicators.map(({ indicator, attainment }) => [indicator, attainment]));
  const candidates = scope.flatMap((part): WrongWeight[] => {
    const [cell, stated] = [withFigure(part.weight), figureOf(part.stated)];
    if (cell === null || stated === null) return [];
    const expected = clean(cell.value.minus(excess));
    const attainment = (part.indicator === null ? scores.budget?.attainment : attained.get(part.indicator)) ?? null;
    if (!expected.isPositive() || !scoredBy(expected, attainment, stated, part.indicator)) return [];
    return [{ label: part.label, cell, found: cell.value, expected }];
  });
  const [only, another] = candidates;
  return another === undefined ? (only ?? null) : null;
}

/**
 * The score and the points that the row says were taken off; where it says nothing of them, full marks where nothing
 * fell short, else the part that was reached. Nothing at all fits any weight.
 */
function scoredBy(weight: Decimal, attainment: Decimal | null, stated: Decimal, indicator: Indicator | null): boolean {
  const lost = indicator === null ? null : figureOf(reckonedIn(indicator, 'deduction'));
  if (lost !== null) return weight.equals(stated.plus(lost.abs()));
  if (stated.isZero()) return false;
  if (attainment === null || attainment.greaterThanOrEqualTo(1)) return weight.equals(stated);
  return attainment.isPositive() && weight.times(attainment).minus(stated).abs().lessThanOrEqualTo('0.005');
}

/** Where a wrong total of the weights is to be mended: the printed total, else the heading of the weights. */
function totalCell(input: CheckInput, parts: readonly Part[]): CellRef | null {
  const { total, headers } = input.form;
  if (total?.weight?.state === 'figure') return total.weight.at;
  const heading = headers[0]?.columns.find(({ role }) => role === 'weight')?.heading.at;
  return heading ?? parts.find(({ weight }) => figureOf(weight) !== null)?.weight?.at ?? null;
}

/** As `totalMismatch`, where labels weigh items together. */
function labelMismatch(form: EvaluationForm, cell: CellRef | null): TotalMismatch | 'agrees' | null {
  const weights = labelledWeights(form);
  if (weights === null) return null;
  const [expected, all] = [wholeWeight(form), clean(sumCells(weights))];
  if (all.equals(expected)) return 'agrees';
  const at = cell ?? weights.at(-1)?.at;
  const budget = figureOf(budgetPartOf(form)?.weight);
  // What the budget weighs may stand where it was not read, and rows may be left out of an excerpt.
  const isWhole = form.total !== null && budget !== null;
  if (at === undefined || (!isWhole && all.lessThan(expected))) return null;
  const isExtra = budget !== null && all.minus(budget).equals(expected);
  if (isExtra && sharedTotal(form) !== null) return null;
  const cause = isExtra ? 'budget-extra' : null;
  return { cell: at, expected, printed: figureOf(form.total?.weight) !== null, sum: all, cause };
}

/** `null` where nothing can be added up, or nothing is known of the whole. */
function totalMismatch(input: CheckInput): TotalMismatch | 'agrees' | null {
  const parts = partsOf(input.form);
  const cell = totalCell(input, parts);
  const weighted = parts.filter(({ weight }) => figureOf(weight) !== null);
  if (isWeighedByLabels(input.form)) return labelMismatch(input.form, cell);
  if (cell === null || weighted.every(({ kind }) => kind === 'budget')) return null;
  // Where every row weighs 100, its weight is the most of its marks, which are averaged: they do not add up.
  const own = weighted.filter(({ kind }) => kind === 'item');
  if (own.length > 1 && own.every(({ weight }) => figureOf(weight)?.equals(HUNDRED) === true)) return null;
  if (isOfProjects(input.form)) return 'agrees';
  const printed = figureOf(input.form.total?.weight);
  const { items, all } = wholes(input);
  if (items.equals(HUNDRED) && totalsIndicatorsOnly(input)) return 'agrees';
  const expected = wholeWeight(input.form);
  if (all.some((sum) => sum.equals(expected) || (printed === null && sum.equals(1)))) return 'agrees';
  if (unprintedExecution(input) !== null || isExecutionApart(input, expected.minus(items))) return null;
  if (sum(unreadPoints(input.form, input.snapshot, 'weight')).eq(expected.minus(items))) return null;
  const base = { cell, expected, printed: printed !== null, sum: items };
  const budget = budgetPartOf(input.form);
  const budgetWeight = figureOf(budget?.weight);
  // A scored row that prints no weight of its own: what it counts for is known where its score is its rate of the rest.
  if (budget !== undefined && budgetWeight === null && items.lessThan(expected)) {
    const { budget: scored } = input.scores;
    const isRest = scored?.weight?.eq(expected.minus(items)) === true && isAllowed(scored, budget.stated);
    return isRest ? 'agrees' : null;
  }
  if (budgetWeight !== null && items.minus(budgetWeight).equals(expected))
    return sharedTotal(input.form) === null ? { ...base, cause: 'budget-extra' } : null;
  return { ...base, cause: isCut(input, all) ? 'short' : null };
}

/** Whether the table holds several projects, each with a sum of 100 of its own and none over all. */
function isOfProjects({ total, sums, indicators }: EvaluationForm): boolean {
  const wholes = sums.filter(({ weight }) => figureOf(weight)?.equals(HUNDRED));
  const summed = wholes.flatMap((one) => one.indicators);
  return (
    total === null && wholes.length > 1 && new Set(summed).size === summed.length && summed.length === indicators.length
  );
}

/** Holds the weights against each other: items against headings, headings against the whole. */
export const reviewWeights = once((input: CheckInput): WeightReview => {
  const cut = isCut(input, wholes(input).all);
  const groups = groupMismatches(input.form, 'weight', cut);
  const whole = totalMismatch(input);
  const agrees = whole === 'agrees';
  const total = whole === 'agrees' ? null : whole;
  const [wrongGroup, ...others] = groups;
  // Items that make the whole as they are would not once one of them is changed.
  const madeUp = agrees && wholes(input).items.equals(wholeWeight(input.form));
  if (wrongGroup !== undefined && others.length === 0 && !wrongGroup.ownIsWrong && !madeUp) {
    const within = partsOf(input.form).filter(
      ({ indicator }) => indicator !== null && wrongGroup.indicators.includes(indicator),
    );
    const wrong = findWrong(input, within, wrongGroup.sum.minus(wrongGroup.own));
    if (wrong !== null) return { wrong, groups: [], total: null, agrees, cut };
  }
  // Where the total leaves the points of the budget out, its weight and its score both say so: no weight is misprinted.
  if (groups.length === 0 && total !== null && total.cause !== 'short' && !totalsIndicatorsOnly(input)) {
    const wrong = findWrong(input, partsOf(input.form), total.sum.minus(total.expected));
    if (wrong !== null) return { wrong, groups: [], total: null, agrees, cut };
  }
  // A heading that disagrees says it more precisely than the whole that follows from it.
  return { wrong: null, groups, agrees, cut, total: groups.length > 0 && total?.cause === null ? null : total };
});
