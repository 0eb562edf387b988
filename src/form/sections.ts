import type { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import { sum } from '../sheet/lists';

const DECIMAL_NUMBER = /^[0-9]{1,2}\.[0-9]{1,2}(?![0-9.%])/;
/** How the levels of a table in one column are numbered, the highest first: 一、 （一） 1. 1.1 1.1.1 （1） ①. */
const NUMBERS: readonly RegExp[] = [
  /^(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.:]))/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^[0-9]{1,2}(?:[、)]|\.(?![0-9]))/,
  DECIMAL_NUMBER,
  /^[0-9]{1,2}(?:\.[1-9][0-9]?){2}(?![0-9.%])/,
  /^\([0-9]{1,2}\)/,
  /^[①-⑳]/,
];
const DECIMAL = 3;
const ONLY_NUMBER = /^\(?[一二三四五六七八九十0-9.]{1,6}\)?[、.]?$/;

/** 1.2 before a name; `null` where none stands there. */
export const decimalNumber = (name: string): string | null => DECIMAL_NUMBER.exec(name)?.[0] ?? null;

const NO_NUMBERS: ReadonlySet<string> = new Set();

/**
 * How deep the number before a name is, 0 the highest; `null` where none stands there. 1.2 counts as one only beside 1.1
 * (`numbers` has those of the column): of 2.65岁以上老年人 and 3.0-6岁儿童 only the 2 and the 3 are numbers.
 */
export function numberDepth(name: string, before = '', numbers: ReadonlySet<string> = NO_NUMBERS): number | null {
  const number = compact(before);
  const text = ONLY_NUMBER.test(number) ? `${number}、` : compact(name);
  const depth = NUMBERS.findIndex((pattern) => pattern.test(text));
  if (depth !== DECIMAL) return depth < 0 ? null : depth;
  const [whole = '', part = ''] = (decimalNumber(text) ?? '').split('.');
  return part === '1' || numbers.has(`${whole}.${Number(part) - 1}`) ? depth : DECIMAL - 1;
}

/** A row of a table that has all its levels in one column. */
export interface ListedRow {
  /** How deep in the tree its number puts it; see `numberDepth`. */
  readonly depth: number | null;
  /** In its own column or in its label. */
  readonly weight: Decimal | null;
  /** Whether it is weighed or scored. */
  readonly points: boolean;
  /** Whether it says what was to be reached and what was, as no heading does. */
  readonly told: boolean;
  /** Whether it is called what a class of indicators is (产出指标, 数量指标) and says nothing of what was to be reached. */
  readonly names: boolean;
}

/**
 * Whether a row is a heading over the rows below: 一、预算编制 20 over 1.… 10 and 2.… 10. Below a numbered one stand deeper
 * numbers, or rows without numbers whose weights make it up; below one without a number numbered rows that do.
 */
export function isSection(at: (row: number) => ListedRow | null, row: number, last: number): boolean {
  const own = at(row);
  if (own === null) return false;
  if (own.depth === null) return isSumOfNumbered(at, row, last);
  const weights: Decimal[] = [];
  let unnumbered = false;
  for (let below = row + 1; below <= last; below++) {
    const next = at(below);
    if (next === null) continue;
    const isDeeper = next.depth !== null && next.depth > own.depth;
    if (own.names) return next.told || (next.names ? isDeeper : next.points && (own.points || isDeeper));
    if (next.depth !== null && !unnumbered) return next.depth > own.depth && next.points;
    if (next.depth !== null || !next.points || isSumOfNumbered(at, below, last)) break;
    if (own.weight === null) return true;
    unnumbered = true;
    if (next.weight !== null) weights.push(next.weight);
  }
  return weights.length > 0 && own.weight !== null && sum(weights).equals(own.weight);
}

/** 产出指标 60 over 1.… 30 and 2.… 30 */
function isSumOfNumbered(at: (row: number) => ListedRow | null, row: number, last: number): boolean {
  const own = at(row);
  const weights: Decimal[] = [];
  if (own === null || own.told) return false;
  for (let below = row + 1; below <= last; below++) {
    const next = at(below);
    if (next === null) continue;
    if (next.depth === null || next.names || !next.points || next.weight === null) break;
    weights.push(next.weight);
  }
  return weights.length > 0 && own.weight?.equals(sum(weights)) === true;
}
