import { Decimal } from 'decimal.js';
import type { FigureCell } from '../../form/model';
import { sameCell, type CellRef } from '../../sheet/snapshot';
import type { CheckInput, Way } from '../finding';
import { once } from '../../sheet/remember';
import { budgetPartOf, groupNodes, partsOf, sumByHeadings, sumOfItems, sumParts, type Part } from './parts';
import { figureOf } from '../../form/cells';
import { marksIn } from './disputes';
import { executionPointsTold } from './sentences';
import { clean } from './words';
import { capOf } from '../../scoring';
import { isRounded } from '../../words/written';
import { sharedTotal, totalsIndicatorsOnly, unprintedExecution, type UnprintedExecution } from './weights';

/** What explains that a total is not the sum of its items. */
export type TotalCause =
  | { readonly kind: 'full-marks' | 'left-out' | 'twice'; readonly parts: readonly Part[] }
  | { readonly kind: 'block-left-out' | 'block-twice'; readonly name: string; readonly cell: FigureCell | null }
  | { readonly kind: 'transposed' | 'unexplained' };

/** How the stated total stands to the items. */
export type TotalReview =
  | { readonly kind: 'agrees' | 'nothing' }
  /** The total is the sum and points for the execution of the budget, which no cell of the form states. */
  | {
      readonly kind: 'with-execution';
      readonly total: FigureCell;
      readonly stated: Decimal;
      readonly sum: Decimal;
      readonly execution: UnprintedExecution;
    }
  | { readonly kind: 'unreadable'; readonly total: FigureCell; readonly sum: Decimal }
  | { readonly kind: 'cent'; readonly total: FigureCell; readonly stated: Decimal; readonly sum: Decimal }
  | {
      readonly kind: 'differs';
      readonly total: FigureCell;
      readonly stated: Decimal;
      readonly sum: Decimal;
      readonly cause: TotalCause;
    };

/** Ways to add that offices use: with or without the bonus, capped at the whole, by the headings' own scores. */
function* acceptable(input: CheckInput, parts: readonly Part[], sum: Decimal): Iterable<Decimal> {
  yield sum;
  const marks = marksIn(input);
  if (marks !== null) yield marks.sum.plus(sumOfKind(parts, 'budget'));
  const shared = sharedTotal(input.form);
  if (shared !== null) yield shared;
  const bonus = sumOfKind(parts, 'bonus');
  if (!bonus.isZero()) yield sum.minus(bonus);
  const penalties = sumParts(parts.filter(isUnsignedPenalty), 'stated');
  if (!penalties.isZero()) yield sum.minus(penalties.times(2));
  if (input.form.groups.some(({ stated }) => figureOf(stated) !== null)) yield sumByHeadings(input.form, 'stated');
  const whole = figureOf(input.form.total?.weight) ?? new Decimal(100);
  if (!bonus.isZero() && sum.greaterThan(whole)) yield whole;
  const cap = capOf(input.form, input.scores.rulebook);
  if (cap !== null && sum.greaterThan(cap)) yield cap;
  // Weights that make the whole leave no points to be looked for above the table.
  const complete = budgetPartOf(input.form) !== undefined || sumParts(parts, 'weight').equals(100);
  const told = complete ? [] : executionPointsTold(input);
  for (const { points } of told) yield sum.plus(points);
}

/** 减分项 | 1: taken off though no sign says so. */
function isUnsignedPenalty({ kind, indicator, stated }: Part): boolean {
  if (kind !== 'bonus' || indicator === null || figureOf(stated)?.isNegative() === true) return false;
  return [indicator.name.value, ...indicator.path].some((name) => /^[^加]*[减扣][^加]*$/.test(name));
}

function sumOfKind(parts: readonly Part[], own: Part['kind']): Decimal {
  return sumParts(
    parts.filter(({ kind }) => kind === own),
    'stated',
  );
}

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

/** What a part lacks of full marks. */
const lackOf = once((part: Part): Decimal | null => {
  const [weight, score] = [figureOf(part.weight), figureOf(part.stated)];
  return weight === null || score === null ? null : clean(weight.minus(score));
});

function causeOf(input: CheckInput, parts: readonly Part[], stated: Decimal, sum: Decimal): TotalCause {
  const difference = clean(stated.minus(sum));
  const scored = parts.flatMap((part) => {
    const score = figureOf(part.stated);
    return score === null || score.isZero() ? [] : [{ part, score }];
  });
  const pick = (test: (part: Part, score: Decimal) => boolean): Part[] =>
    scored.filter(({ part, score }) => test(part, score)).map(({ part }) => part);
  const full = parts.filter((part) => {
    const lack = part.kind === 'bonus' ? null : lackOf(part);
    return lack !== null && difference.equals(lack);
  });
  if (full.length > 0) return { kind: 'full-marks', parts: full };
  const left = pick((_, score) => difference.equals(clean(score.negated())));
  if (left.length > 0) return { kind: 'left-out', parts: left };
  const twice = pick((_, score) => difference.equals(clean(score)));
  if (twice.length > 0) return { kind: 'twice', parts: twice };
  for (const node of groupNodes(input.form)) {
    const own = clean(sumOfItems(node, 'stated'));
    const { name: label, stated: cell } = node.group;
    if (own.isZero()) continue;
    if (difference.equals(own.negated())) return { kind: 'block-left-out', name: label, cell };
    if (difference.equals(own)) return { kind: 'block-twice', name: label, cell };
  }
  if (isTransposed(stated, sum)) return { kind: 'transposed' };
  return { kind: 'unexplained' };
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

/** Holds the stated total against its items. */
export const reviewTotal = once((input: CheckInput): TotalReview => {
  const total = input.form.total?.stated ?? null;
  const stated = figureOf(total);
  const parts = partsOf(input.form);
  // Scores that were not understood are not held against their total.
  if (total === null || !input.form.scored || parts.every((part) => figureOf(part.stated) === null))
    return { kind: 'nothing' };
  if (total.state === 'unreadable') return { kind: 'unreadable', total, sum: clean(sumParts(parts, 'stated')) };
  if (stated === null) return { kind: 'nothing' };
  const sum = clean(sumParts(parts, 'stated'));
  for (const way of acceptable(input, parts, sum)) if (isSum(stated, way)) return { kind: 'agrees' };
  if (totalsIndicatorsOnly(input)) return { kind: 'agrees' };
  if (marksIn(input) !== null) return { kind: 'nothing' };
  const base = { total, stated: clean(stated), sum };
  const difference = base.stated.minus(sum);
  if (difference.abs().lessThanOrEqualTo('0.01')) return { kind: 'cent', ...base };
  const execution = unprintedExecution(input);
  if (execution !== null) return { kind: 'with-execution', ...base, execution };
  return { kind: 'differs', ...base, cause: causeOf(input, parts, base.stated, sum) };
});
