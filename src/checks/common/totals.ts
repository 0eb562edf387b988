import { Decimal } from 'decimal.js';
import type { FigureCell } from '../../form/model';
import { claimedScore } from '../../scoring/claims';
import type { CheckInput } from '../finding';
import { scoreDisputes } from './disputes';
import { duplicatesOf } from './duplicates';
import { summedParts } from './formulas';
import { blocksOf, figureOf, partsOf, statedOf, sumBelow, sumOfItems, sumParts, type Part } from './parts';
import { clean } from './words';
import { reviewWeights, totalsIndicatorsOnly } from './weights';

/** What explains that a total is not the sum of its items. */
export type TotalCause =
  | { readonly kind: 'full-marks' | 'left-out' | 'twice'; readonly parts: readonly Part[] }
  | { readonly kind: 'block-left-out' | 'block-twice'; readonly block: string; readonly cell: FigureCell | null }
  | { readonly kind: 'transposed' | 'unexplained' };

/** How the stated total stands to the items. */
export type TotalReview =
  | { readonly kind: 'agrees' | 'nothing' }
  | { readonly kind: 'unreadable'; readonly cell: FigureCell; readonly sum: Decimal }
  /** Said already at another cell: mending that one mends the total. */
  | {
      readonly kind: 'follows';
      readonly cell: FigureCell;
      readonly stated: Decimal;
      readonly sum: Decimal;
      readonly from: readonly FigureCell[];
    }
  | { readonly kind: 'cent'; readonly cell: FigureCell; readonly stated: Decimal; readonly sum: Decimal }
  | {
      readonly kind: 'differs';
      readonly cell: FigureCell;
      readonly stated: Decimal;
      readonly sum: Decimal;
      readonly cause: TotalCause;
    };

/** Ways to add that offices use: with or without the bonus, capped at the whole, by the blocks' own scores. */
function acceptable(input: CheckInput, parts: readonly Part[]): Decimal[] {
  const sum = sumParts(parts, 'stated');
  const bonus = sumParts(
    parts.filter(({ kind }) => kind === 'bonus'),
    'stated',
  );
  const whole = figureOf(input.form.total?.weight ?? null) ?? new Decimal(100);
  const budget = sumParts(
    parts.filter(({ kind }) => kind === 'budget'),
    'stated',
  );
  const grouped = new Set(blocksOf(input.form).flatMap(({ indicators }) => indicators));
  const loose = parts.filter(({ indicator }) => indicator !== null && !grouped.has(indicator));
  const byBlock = blocksOf(input.form).reduce(
    (total, block) => total.plus(figureOf(block.group.stated) ?? sumBelow(block, 'stated')),
    budget.plus(sumParts(loose, 'stated')),
  );
  const ways = [sum, sum.minus(bonus), byBlock];
  if (!bonus.isZero() && sum.greaterThan(whole)) ways.push(whole);
  const cap = input.scores.total.cap;
  if (cap !== null && sum.greaterThan(cap)) ways.push(cap);
  return ways;
}

/** Whether a total is the sum, or the sum rounded to the decimals that the total shows (one at least). */
function isSum(stated: Decimal, sum: Decimal): boolean {
  const places = Math.max(1, clean(stated).decimalPlaces());
  const exact = clean(sum);
  return [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((mode) =>
    exact.toDecimalPlaces(places, mode).equals(clean(stated)),
  );
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

function causeOf(input: CheckInput, parts: readonly Part[], stated: Decimal, sum: Decimal): TotalCause {
  const difference = clean(stated.minus(sum));
  const scored = parts.flatMap((part) => {
    const score = figureOf(part.stated);
    return score === null || score.isZero() ? [] : [{ part, score }];
  });
  const pick = (test: (part: Part, score: Decimal) => boolean): Part[] =>
    scored.filter(({ part, score }) => test(part, score)).map(({ part }) => part);
  const full = parts.filter((part) => {
    const weight = figureOf(part.weight);
    const score = figureOf(part.stated);
    return part.kind !== 'bonus' && weight !== null && score !== null && difference.equals(clean(weight.minus(score)));
  });
  if (full.length > 0) return { kind: 'full-marks', parts: full };
  const left = pick((_, score) => difference.equals(clean(score.negated())));
  if (left.length > 0) return { kind: 'left-out', parts: left };
  const twice = pick((_, score) => difference.equals(clean(score)));
  if (twice.length > 0) return { kind: 'twice', parts: twice };
  for (const block of blocksOf(input.form)) {
    const own = clean(sumOfItems(block, 'stated'));
    const { name: label, stated: cell } = block.group;
    if (own.isZero()) continue;
    if (difference.equals(own.negated())) return { kind: 'block-left-out', block: label, cell };
    if (difference.equals(own)) return { kind: 'block-twice', block: label, cell };
  }
  if (isTransposed(stated, sum)) return { kind: 'transposed' };
  return { kind: 'unexplained' };
}

/** Cells that are at fault elsewhere and whose mending makes the total right. */
function explainedBy(input: CheckInput, parts: readonly Part[], difference: Decimal): FigureCell[] {
  const disputes = scoreDisputes(input);
  for (const { cell, stated, right } of disputes) {
    if (right.some((score) => clean(score.minus(stated)).equals(difference))) return [cell];
  }
  for (const { indicator } of input.scores.indicators) {
    const { evidence, stated, weight } = indicator;
    const score = figureOf(stated);
    const most = figureOf(weight);
    if (evidence === null || stated === null || score === null || most === null) continue;
    const claim = claimedScore(evidence.text, most);
    if (claim !== null && clean(claim.points.minus(score)).equals(difference)) return [stated];
  }
  const loud = disputes.filter(({ kind }) => kind !== 'rounded' && kind !== 'asked');
  const together = loud.reduce(
    (total, { stated, right }) => total.plus(right[0] ?? stated).minus(stated),
    new Decimal(0),
  );
  if (loud.length > 1 && clean(together).equals(difference)) return loud.map(({ cell }) => cell);
  const open = parts.filter(({ stated }) => stated?.state === 'blank' || stated?.state === 'unreadable');
  const unbounded = open.some(({ weight }) => figureOf(weight) === null);
  if (
    open.length > 0 &&
    difference.isPositive() &&
    (unbounded || difference.lessThanOrEqualTo(sumParts(open, 'weight')))
  ) {
    return statedOf(open);
  }
  const repeated = parts.filter(({ indicator }) => indicator !== null && duplicatesOf(input.form).has(indicator));
  if (repeated.length > 0 && clean(sumParts(repeated, 'stated')).negated().equals(difference)) {
    return statedOf(repeated);
  }
  const budget = parts.find(({ kind }) => kind === 'budget')?.stated ?? null;
  const budgetScore = figureOf(budget);
  if (reviewWeights(input).total?.cause === 'budget-extra' && budget !== null && budgetScore !== null) {
    if (budgetScore.negated().equals(difference)) return [budget];
  }
  return [];
}

/** Holds the stated total against its items. */
export function reviewTotal(input: CheckInput): TotalReview {
  const cell = input.form.total?.stated ?? null;
  const stated = figureOf(cell);
  const parts = partsOf(input.form);
  // Scores that were not understood are not held against their total.
  if (cell === null || !input.form.scored || parts.every((part) => figureOf(part.stated) === null))
    return { kind: 'nothing' };
  if (cell.state === 'unreadable') return { kind: 'unreadable', cell, sum: clean(sumParts(parts, 'stated')) };
  if (stated === null) return { kind: 'nothing' };
  const ways = acceptable(input, parts);
  if (ways.some((way) => isSum(stated, way)) || totalsIndicatorsOnly(input)) return { kind: 'agrees' };
  const sum = clean(sumParts(parts, 'stated'));
  const base = { cell, stated: clean(stated), sum };
  const difference = base.stated.minus(sum);
  if (difference.abs().lessThanOrEqualTo('0.01')) return { kind: 'cent', ...base };
  const summed = summedParts(input);
  if (summed !== null && summed.missing.length + summed.asText.length + summed.twice.length > 0) {
    return { kind: 'follows', ...base, from: [...summed.missing, ...summed.asText, ...summed.twice] };
  }
  const from = explainedBy(input, parts, difference);
  if (from.length > 0) return { kind: 'follows', ...base, from };
  return { kind: 'differs', ...base, cause: causeOf(input, parts, base.stated, sum) };
}
