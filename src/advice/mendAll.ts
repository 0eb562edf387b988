import type { Decimal } from 'decimal.js';
import { runChecks } from '../checks';
import type { CheckInput, Finding } from '../checks/finding';
import { figureCells, sumLevelOf } from '../checks/figures';
import { figureOfFix, mendedInput } from '../checks/mended';
import { gradeOf } from '../scoring';
import { formatAddress } from '../sheet/address';
import { cellAt, cellKey, type CellRef } from '../sheet/snapshot';
import { restated } from '../words/written';
import type { CellEdit, WritePlan } from './plan';
import type { ReviewedForm } from './record';

/** One figure that follows from the sheet. */
export interface MendedCell {
  readonly cell: CellRef;
  /** What stands there, as displayed. */
  readonly before: string;
  readonly after: number | string;
  /** 改为 2.93 */
  readonly label: string;
  /** What it mends. A subtotal or total that only follows from other mends has the finding that arises once those are made. */
  readonly finding: Finding;
}

/** Something before the mends and after them. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** All that can be mended in one go. */
export interface MendAll {
  readonly mends: readonly MendedCell[];
  /** One plan of all of them; its inverse takes all of them back. */
  readonly plan: WritePlan;
  /** The stated total, points; `null` where the form states none. */
  readonly total: Change<Decimal> | null;
  /** The grade of the total by the rulebook's bands; `null` without a total, `''` without bands. */
  readonly grade: Change<string> | null;
}

/** Each round mends what follows from the one before: scores, then subtotals, then the total, then what is left. */
const MOST_ROUNDS = 6;

/**
 * Every mend that follows from the sheet, with the total and the grade that result: what a loud finding offers as its fix,
 * and the subtotals and the total that change with it. What the officer must decide is not in it, nor a cell with a
 * formula, which follows by itself.
 *
 * @param takes which cells are to be mended, where the officer ticked some only; the rest is computed as they then stand.
 * @returns `null` where nothing can be mended.
 */
export function mendAll(review: ReviewedForm, takes: (cell: CellRef) => boolean = () => true): MendAll | null {
  const mends = new Map<number, MendedCell>();
  const values = new Map<number, Decimal>();
  const figures = figureCells(review.form);
  let input: CheckInput = review;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = round === 0 ? review : runChecks(input);
    const fixes = fixesIn(input, findings);
    const found = fixes.filter(({ fix }) => takes(fix.cell));
    const refused = found.length < fixes.length;
    const [first] = found;
    if (first === undefined) break;
    for (const { finding, fix, level } of found) {
      if (level !== first.level) break;
      const { cell } = fix;
      const key = cellKey(cell);
      const own = figures.get(key);
      const due = figureOfFix(fix);
      // A score that the officer leaves as it is counts in the total as it is.
      const asItIs = refused && own?.role === 'total' && finding.becomes !== undefined;
      const value = asItIs ? input.scores.total.sumOfStated : due;
      if (value === null || (round > 0 && values.get(key)?.eq(value) === true)) continue;
      // In a later round the form holds the figure alone: the words around it stand in the sheet.
      const { text } = cellAt(review.snapshot, cell);
      const after =
        own?.figure.value && (typeof fix.after === 'number' || asItIs)
          ? restated({ ...own.figure, text }, own.figure.value, value)
          : fix.after;
      if (after === null) continue;
      values.set(key, value);
      const label = asItIs ? `改为 ${value.toString()}` : fix.label;
      mends.set(key, { cell, before: text, after, label, finding });
    }
    input = mendedInput(review, values);
  }
  if (mends.size === 0) return null;
  const all = [...mends.values()];
  const [was, is] = [review.form.total?.stated?.value ?? null, totalOf(input)];
  const total = was && is && { before: was, after: is };
  const gradeFor = (points: Decimal) => gradeOf(points, review.form, review.scores.rulebook) ?? '';
  const grade = total && { before: gradeFor(total.before), after: gradeFor(total.after) };
  return { mends: all, plan: planOf(review, all), total, grade };
}

/** The fixes of loud findings, the figures of rows before those of headings and the total's. */
function fixesIn({ form }: CheckInput, findings: readonly Finding[]) {
  return findings
    .flatMap((finding) => {
      const { fix, severity } = finding;
      if (fix === undefined || severity === 'info' || figureOfFix(fix) === null) return [];
      return [{ finding, fix, level: sumLevelOf(form, fix.cell) }];
    })
    .sort((a, b) => a.level - b.level);
}

function planOf({ snapshot }: CheckInput, mends: readonly MendedCell[]): WritePlan {
  const edits = mends.map(({ cell, after }): CellEdit => ({ cell, before: cellAt(snapshot, cell).value, after }));
  const [only, ...others] = mends;
  const label =
    only !== undefined && others.length === 0
      ? `${only.label}（${formatAddress(only.cell)}）`
      : `全部改正 ${mends.length} 处`;
  return { sheet: snapshot.name, label, edits };
}

/** What the total is: a total with a formula follows what it adds. */
function totalOf({ form, scores }: CheckInput): Decimal | null {
  const stated = form.total?.stated ?? null;
  if (stated === null) return null;
  return stated.formula === '' ? stated.value : (scores.total.sumOfStated ?? stated.value);
}
