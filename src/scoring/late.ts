import { lastDayOf } from '../words/dates';
import type { DateQuantity } from '../words/quantity';

const DAY = 86_400_000;

/** The first and the last day that a date may mean, counted so that a later day has a greater figure. */
function daysOf({ month, day, since }: DateQuantity, year: number): readonly [first: number, last: number] {
  const last = day === null || (month > 0 && day >= lastDayOf(month)) ? MOST_DAYS : day;
  const first = since ?? { month, day: day ?? 1 };
  const at = (ofMonth: number, ofDay: number) => (year * 12 + ofMonth) * MOST_DAYS + ofDay;
  return [at(first.month, first.day), at(month, last)];
}
const MOST_DAYS = 31;

const isOfNext = ({ day }: DateQuantity): boolean => day !== null && day > MOST_DAYS;

/**
 * Whether one date is after another: `null` where a missing part decides. A target on a month's last day is kept by
 * anything in that month.
 *
 * @param year that of a date which states none.
 */
export function isAfter(actual: DateQuantity, target: DateQuantity, year: number | null): boolean | null {
  if ((actual.month === 0) !== (target.month === 0)) return null;
  // 次月5日 for 每月15日 may be of what was due before.
  if (isOfNext(actual) !== isOfNext(target)) return null;
  const actualYear = actual.year ?? year;
  const targetYear = target.year ?? year;
  if ((actualYear === null) !== (targetYear === null)) return null;
  const [, due] = daysOf(target, targetYear ?? 0);
  const [first, last] = daysOf(actual, actualYear ?? 0);
  return last <= due ? false : first > due ? true : null;
}

/** How many days later than the target something was done, 0 where it was in time; `null` where it can't be counted. */
export function daysLate(actual: DateQuantity, target: DateQuantity, year: number | null): number | null {
  const late = isAfter(actual, target, year);
  if (late !== true) return late === null ? null : 0;
  const [actualYear, targetYear] = [actual.year ?? year, target.year ?? year];
  if (actual.day === null || actual.since !== undefined || actualYear === null || targetYear === null) return null;
  // Day 0 of the next month is the last one of this.
  const due =
    target.day === null ? Date.UTC(targetYear, target.month, 0) : Date.UTC(targetYear, target.month - 1, target.day);
  return Math.round((Date.UTC(actualYear, actual.month - 1, actual.day) - due) / DAY);
}
