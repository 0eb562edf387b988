import { Decimal } from 'decimal.js';

/** Items by their keys, in the order in which the keys come first; an item stands below each of its own. */
export function groupByAll<T, K>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const there = groups.get(key);
      if (there === undefined) groups.set(key, [item]);
      else there.push(item);
    }
  }
  return groups;
}

/** Items by a key, likewise; what has none (`null`) is left out. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | null): Map<K, [T, ...T[]]> {
  return groupByAll(items, (item) => {
    const key = keyOf(item);
    return key === null ? [] : [key];
  });
}

/** Joins parts to keys of which no two are the same: the second of the same parts gets a number behind it. */
export function distinctKeys(): (parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const base = parts.join('\u001f');
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}\u001f${count}`;
  };
}

type Words<T extends string> = T extends `${infer First} ${infer Rest}`
  ? readonly [First, ...Words<Rest>]
  : readonly [T];

/** The words of a line, which spaces part: a table of words is written as one. */
export function words<const T extends string>(line: T): Words<T> {
  return line.split(' ') as readonly string[] as Words<T>;
}

/** The largest of some numbers, or `least` where none is larger; tens of thousands can't be the arguments of `Math.max`. */
export function largest(numbers: Iterable<number>, least = 0): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

const ZERO = new Decimal(0);

/** Figures added up; what is `null` adds nothing. */
export function sum(figures: readonly (Decimal | null | undefined)[]): Decimal {
  let total = ZERO;
  for (const figure of figures) {
    if (figure !== null && figure !== undefined && !figure.isZero())
      total = total.isZero() ? figure : total.plus(figure);
  }
  return total;
}

/** The same; `null` where there is no figure at all. */
export function sumOfKnown(figures: readonly (Decimal | null | undefined)[]): Decimal | null {
  return figures.some((figure) => figure !== null && figure !== undefined) ? sum(figures) : null;
}

/** Figures without the lowest and the highest of them, where that leaves any. */
export function inner(figures: readonly Decimal[]): readonly Decimal[] {
  return figures.length < 3 ? figures : [...figures].sort((a, b) => a.comparedTo(b)).slice(1, -1);
}
