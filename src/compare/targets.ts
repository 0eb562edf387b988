import { Decimal } from 'decimal.js';
import { comparable } from '../words/comparable';
import { lastDayOf } from '../words/dates';
import { isCeiling, isFloor, type DateQuantity, type NumberQuantity, type Quantity } from '../words/quantity';

/** How a target stands to an earlier one; see `targetChange`. */
export type TargetChange = 'same' | 'lowered' | 'raised' | 'changed' | 'unit';

function numbers(before: NumberQuantity, after: NumberQuantity): TargetChange | null {
  const pair = comparable(before, after);
  if (pair === null || pair.target.kind !== 'number' || pair.actual.kind !== 'number') {
    // 1 beside 1% may be the same or the whole.
    if (before.unit !== '' && after.unit !== '') return 'unit';
    return before.value.eq(after.value) ? 'same' : null;
  }
  const turned =
    (isCeiling(before.relation) && isFloor(after.relation)) || (isFloor(before.relation) && isCeiling(after.relation));
  if (turned) return 'changed';
  const order = pair.actual.value.comparedTo(pair.target.value);
  if (order === 0) return 'same';
  const relation = before.relation ?? after.relation;
  if (isCeiling(relation)) return order > 0 ? 'lowered' : 'raised';
  if (isFloor(relation)) return order > 0 ? 'raised' : 'lowered';
  return 'changed';
}

/** The day of a month; its last one, named or not, is 31: 11月底 is 11月30日. */
function dayOf({ month, day }: DateQuantity): number {
  return day === null || day >= lastDayOf(month) ? 31 : day;
}

/** Whether a smaller figure asks more: a limit, or a date. */
export function isLimiting(target: Quantity | null): boolean {
  return target?.kind === 'date' || (target?.kind === 'number' && isCeiling(target.relation));
}

/** A date as days, comparable where both name a year or neither does. */
function days(date: DateQuantity): number {
  return (date.year ?? 0) * 372 + date.month * 31 + dayOf(date);
}

/**
 * How a target stands to an earlier one: `lowered` asks less (a smaller floor, a larger limit, a later date). Targets in
 * units that can't be converted are `unit`; where no operator says which way is less, or words took the place of a
 * figure, it is `changed`. `null` where either can't be read.
 */
export function targetChange(before: Quantity | null, after: Quantity | null): TargetChange | null {
  if (before === null || after === null) return null;
  if (before.kind === 'number' && after.kind === 'number') return numbers(before, after);
  if (before.kind === 'range' && after.kind === 'range' && before.unit === after.unit) {
    return before.low.eq(after.low) && before.high.eq(after.high) ? 'same' : 'changed';
  }
  if (before.kind === 'date' && after.kind === 'date') {
    if ((before.year === null) !== (after.year === null)) {
      return before.month === after.month && dayOf(before) === dayOf(after) ? 'same' : 'changed';
    }
    const later = days(after) - days(before);
    return later === 0 ? 'same' : later > 0 ? 'lowered' : 'raised';
  }
  return before.kind === after.kind ? null : 'changed';
}

/** A target by which one with another name is found: its figure, unit and operator, whatever the notation; `''` for words. */
export function targetKey(target: Quantity | null): string {
  if (target === null || target.kind === 'qualitative') return '';
  if (target.kind === 'number') return `${target.value.toString()}${target.unit}`;
  if (target.kind === 'range') return `${target.low.toString()}-${target.high.toString()}${target.unit}`;
  return `${target.year ?? ''}/${target.month}/${target.day ?? ''}`;
}

/** Whether two values that were reached are one, in whatever notation: 98%, 0.98 and 98; 35 and 35次. */
export function sameReached(one: Quantity, other: Quantity): boolean {
  const key = targetKey(one);
  if (key !== '' && key === targetKey(other)) return true;
  const pair = comparable(one, other);
  return pair?.target.kind === 'number' && pair.actual.kind === 'number' && pair.target.value.eq(pair.actual.value);
}

/** Whether `target` asks clearly less than what was reached before: by more than 5 points of a rate or a tenth of a number. */
export function fallsShortOf(target: Quantity | null, reached: Quantity | null): boolean {
  if (target?.kind !== 'number' || reached?.kind !== 'number') return false;
  const pair = comparable(target, reached);
  if (pair === null || pair.target.kind !== 'number' || pair.actual.kind !== 'number') return false;
  const [asked, was] = [pair.target.value, pair.actual.value];
  const margin = pair.target.unit === '%' ? new Decimal(5) : was.abs().div(10);
  return isFloor(target.relation) && was.minus(asked).gt(margin);
}
