import { Decimal } from 'decimal.js';
import type { EvaluationForm, FigureCell } from '../../form/model';
import { sameCell, type CellRef } from '../../sheet/snapshot';
import type { CheckInput, Way } from '../finding';
import { unreadPoints } from '../formFigures';
import { sum as added } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import {
  budgetPartOf,
  groupNodes,
  type Part,
  partsOf,
  severalIn,
  statedOf,
  sumByHeadings,
  sumParts,
  wholeWeight,
} from './parts';
import { figureOf, withFigure } from '../../form/cells';
import { addendsOfTotal, marksIn, countedScore, sharedTotal } from './marks';
import { clean, percentText, points } from './say';
import { short } from '../../sheet/text';
import { capOf, isUnsignedPenalty } from '../../scoring';
import { isRounded, withinCent } from '../../words/written';
import {
  scoresIndicatorsOnly,
  unprintedExecution,
  type UnprintedExecution,
  executionPointsTold,
} from './executionPoints';

/** What explains that a total is not the sum of its items, with the rows that may do so, or the block. */
export interface TotalCause {
  readonly kind: 'full-marks' | 'left-out' | 'twice' | 'block-left-out' | 'block-twice' | 'transposed' | 'unexplained';
  readonly rows: readonly Pick<Part, 'label' | 'weight' | 'stated'>[];
}

/** A stated total and what the items add up to. */
interface Both {
  readonly total: FigureCell;
  readonly stated: Decimal;
  readonly sum: Decimal;
}

type Cells = readonly (FigureCell | null)[];

/** How the stated total stands to the items. */
export type TotalReview =
  | { readonly kind: 'agrees' }
  | ({ readonly kind: 'unreadable' } & Omit<Both, 'stated'>)
  | ({ readonly kind: 'cent' } & Both)
  /** The total is the sum and points for the execution of the budget, which no cell of the form states. */
  | ({ readonly kind: 'with-execution'; readonly arithmetic: string; readonly from: Cells } & UnprintedExecution & Both)
  /** `whole`: no row lacks its score. */
  | ({ readonly kind: 'differs'; readonly cause: TotalCause; readonly whole: boolean } & Both);

/** Such a review of one kind. */
export type Reviewed<Kind extends TotalReview['kind']> = Extract<TotalReview, { readonly kind: Kind }>;

/** Ways to add that offices use: with or without the bonus, capped at the whole, by the headings' own scores. */
function* acceptable(input: CheckInput, parts: readonly Part[], sum: Decimal): Iterable<Decimal> {
  yield sum;
  const marks = marksIn(input);
  if (marks !== null) yield marks.sum;
  const shared = sharedTotal(input.form);
  if (shared !== null) yield shared;
  yield* bonusOtherwise(parts, sum);
  if (input.form.groups.some(({ stated }) => figureOf(stated) !== null)) yield sumByHeadings(input.form, 'stated');
  const whole = wholeWeight(input.form);
  if (!sumParts(bonusIn(parts), 'stated').isZero() && sum.greaterThan(whole)) yield whole;
  const cap = capOf(input.form, input.scores.rulebook);
  if (cap !== null && sum.greaterThan(cap)) yield cap;
  // Weights that make the whole leave no points to be looked for above the table.
  const complete = budgetPartOf(input.form) !== undefined || sumParts(parts, 'weight').equals(100);
  if (complete) return;
  for (const told of executionPointsTold(input)) yield sum.plus(told.points);
  // 预算执行情况 | 98% | 19.6 below the items: a score of which nobody could tell what it is of.
  const unread = unreadPoints(input.form, input.snapshot, 'stated');
  if (unread.length > 0) yield sum.plus(added(unread));
}

/** Whether a total is what all adds up to but for bonus and penalties: these are left out, or taken off without a sign. */
export function countsBonusOtherwise({ form }: CheckInput): boolean {
  const stated = figureOf(form.total?.stated);
  const parts = partsOf(form);
  return stated !== null && bonusOtherwise(parts, sumParts(parts, 'stated')).some((way) => isSum(stated, way));
}

/** What the parts come to without the bonus, and where penalties are written without a sign. */
function bonusOtherwise(parts: readonly Part[], sum: Decimal): Decimal[] {
  const penalties = parts.filter(({ indicator }) => indicator !== null && isUnsignedPenalty(indicator));
  const off = [sumParts(bonusIn(parts), 'stated'), sumParts(penalties, 'stated').times(2)];
  return off.filter((one) => !one.isZero()).map((one) => sum.minus(one));
}

const bonusIn = (parts: readonly Part[]) => parts.filter(({ kind }) => kind === 'bonus');

/** Whether a total is the sum, or the sum rounded to the decimals that the total shows (one at least). */
function isSum(stated: Decimal, sum: Decimal): boolean {
  return isRounded(clean(stated), new Decimal(`1e-${Math.max(1, clean(stated).decimalPlaces())}`), clean(sum));
}

/** Two neighbouring digits changed places: 93.45 for 94.35. */
function isTransposed(stated: Decimal, sum: Decimal): boolean {
  const a = clean(stated).toFixed(2).replace('.', '');
  const b = clean(sum).toFixed(2).replace('.', '');
  if (a.length !== b.length) return false;
  const first = Array.from(a).findIndex((digit, index) => digit !== b[index]);
  const swapped = `${a.slice(0, first)}${a.slice(first + 1, first + 2)}${a.slice(first, first + 1)}${a.slice(first + 2)}`;
  return swapped === b;
}

/** What a part lacks of full marks; a bonus lacks nothing. */
const lackOf = once(({ kind, weight, stated }: Part): Decimal | null => {
  const [full, score] = [figureOf(weight), figureOf(stated)];
  return kind === 'bonus' || full === null || score === null ? null : clean(full.minus(score));
});

function causeOf({ form }: CheckInput, parts: readonly Part[], stated: Decimal, sum: Decimal): TotalCause {
  const difference = clean(stated.minus(sum));
  const is = (figure: Decimal | null | undefined) => figure && clean(figure).equals(difference);
  const causes = [
    { kind: 'full-marks', rows: parts.filter((part) => is(lackOf(part))) },
    { kind: 'left-out', rows: parts.filter((part) => is(figureOf(part.stated)?.negated())) },
    { kind: 'twice', rows: parts.filter((part) => is(figureOf(part.stated))) },
    ...groupNodes(form).flatMap((node) => {
      const [own, block] = [clean(countedScore(form, node)), { ...node.group, label: short(node.group.name) }];
      return [
        { kind: 'block-left-out', rows: is(own.negated()) ? [block] : [] } as const,
        { kind: 'block-twice', rows: is(own) ? [block] : [] } as const,
      ];
    }),
  ] as const;
  const unexplained = { kind: isTransposed(stated, sum) ? 'transposed' : 'unexplained', rows: [] } as const;
  return causes.find(({ rows }) => rows.length > 0) ?? unexplained;
}

/**
 * Scores for the rows without a readable one under which the stated total is the sum, each as high as its weight allows;
 * `null` where there are none.
 */
const fillsTotal = once((input: CheckInput): Way | null => {
  const parts = partsOf(input.form);
  const stated = figureOf(input.form.total?.stated);
  let rest = stated === null ? null : clean(stated.minus(sumParts(parts, 'stated')));
  if (rest === null || !rest.isPositive() || rest.isZero()) return null;
  const way: (readonly [CellRef, Decimal])[] = [];
  for (const { weight, stated: cell } of parts) {
    if (cell?.state !== 'blank' && cell?.state !== 'unreadable') continue;
    const score = Decimal.min(rest, figureOf(weight) ?? rest);
    way.push([cell.at, score]);
    rest = rest.minus(score);
  }
  return rest.isZero() ? way : null;
});

/** How a score that can't be read is to be filled in for the total to be right, together with the others that can't. */
export function waysToFill(input: CheckInput, place: CellRef): Way[] {
  const way = fillsTotal(input);
  return way?.some(([cell]) => sameCell(cell, place)) === true ? [way] : [];
}

/**
 * What the items add up to, and whether a total that only a sentence states is that, in one of the ways that offices add;
 * `null` where a score or a weight is not there to be added.
 */
export function heldAgainstItems(input: CheckInput, total: Decimal): { sum: Decimal; agrees: boolean } | null {
  const parts = partsOf(input.form);
  const whole = parts.every(({ stated }) => figureOf(stated) !== null) && sumParts(parts, 'weight').equals(100);
  if (parts.length < 2 || !whole || !input.form.scored || marksIn(input) !== null) return null;
  const sum = clean(sumParts(parts, 'stated'));
  return { sum, agrees: [...acceptable(input, parts, sum)].some((way) => isSum(total, way)) };
}

/** 综合得分 as the scores of the form make it, 指标得分×90%+执行得分, beside the stated one; `null` where one of them is not there. */
export function mixedTotal(form: EvaluationForm) {
  const { mixed, budget } = form;
  const [place, execution] = [withFigure(mixed?.stated), withFigure(budget?.scored?.stated)];
  if (mixed === null || place === null || execution === null) return null;
  const sum = sumParts(partsOf(form), 'stated');
  const due = sum.times(mixed.share).plus(execution.value);
  const share = percentText(mixed.share.times(100));
  const arithmetic = `${points(sum)} × ${share} + ${points(execution.value)} = ${points(due)}`;
  const from = [...statedOf(partsOf(form)), execution];
  return {
    place,
    found: place.value,
    exact: due.toDecimalPlaces(2),
    from,
    arithmetic,
    holds: withinCent(due, place.value),
  };
}

/** Holds the stated total against its items; `null` where one of the two is not there. */
export const reviewTotal = once((input: CheckInput): TotalReview | null => {
  const total = input.form.total?.stated ?? null;
  const stated = figureOf(total);
  const parts = partsOf(input.form);
  // Scores that were not understood are not held against their total.
  const unknown =
    parts.every((part) => figureOf(part.stated) === null) || parts.some((part) => severalIn(part.stated).length > 0);
  if (total === null || !input.form.scored || unknown) return null;
  if (total.state === 'unreadable') return { kind: 'unreadable', total, sum: clean(sumParts(parts, 'stated')) };
  if (stated === null) return null;
  const sum = clean(added(addendsOfTotal(input.form).map(({ score }) => score)));
  for (const way of acceptable(input, parts, sum)) if (isSum(stated, way)) return { kind: 'agrees' };
  if (scoresIndicatorsOnly(input)) return { kind: 'agrees' };
  if (marksIn(input) !== null) return null;
  const base = { total, stated: clean(stated), sum };
  const difference = base.stated.minus(sum);
  if (difference.abs().lessThanOrEqualTo('0.01')) return { kind: 'cent', ...base };
  const execution = unprintedExecution(input);
  if (execution !== null) {
    const { weight, percent, due } = execution;
    const arithmetic = `${points(sum)} + ${points(weight)} × ${percentText(percent)} = ${points(sum.plus(due))}`;
    const amounts = input.form.budget?.lines.flatMap((line) => [line.budget, line.spent, line.weight]);
    const from = execution.holds ? [...statedOf(parts), ...(amounts ?? [])] : [];
    return { kind: 'with-execution', ...base, ...execution, arithmetic, from };
  }
  const whole = parts.every((part) => figureOf(part.stated) !== null || figureOf(part.weight) === null);
  return { kind: 'differs', ...base, whole, cause: causeOf(input, parts, base.stated, sum) };
});
