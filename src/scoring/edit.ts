import { BUILT_IN } from './builtIn';
import type { Rulebook } from './rulebook';

/** A place in a rulebook: `['indicators', 3, 'rule', 'tiers', 0, 'points']`. */
export type EditPath = readonly (string | number)[];

/** A place in which two rulebooks differ; `undefined` is what only one of them has. */
export interface RulebookDifference {
  readonly path: EditPath;
  readonly before: unknown;
  readonly after: unknown;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What stands at a place; `undefined` where there is none. */
export function valueAt(json: unknown, path: EditPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof key === 'number') return isList(value) ? value[key] : undefined;
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, json);
}

/**
 * A copy with another value at a place; `undefined` takes away what stands there, and the index after the last one of a
 * list adds to it. What is given is never changed, and a place that there is not is left alone.
 */
export function changeAt(json: unknown, path: EditPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    if (!isList(json) || key > json.length) return json;
    const changed = changeAt(json[key], rest, value);
    return changed === undefined
      ? json.filter((_, at) => at !== key)
      : [...json.slice(0, key), changed, ...json.slice(key + 1)];
  }
  if (!isObject(json)) return json;
  const changed = changeAt(json[key], rest, value);
  if (changed !== undefined) return { ...json, [key]: changed };
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
}

function differencesAt(path: EditPath, before: unknown, after: unknown): readonly RulebookDifference[] {
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((one, at) => differencesAt([...path, at], one, after[at]));
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differencesAt([...path, key], before[key], after[key]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

/** What a copy is called by; its rules are what matters. */
const NAMES = new Set<string | number | undefined>(['id', 'name']);

/**
 * Where the rules of two rulebooks differ, in the order of the first; lists of different lengths differ as a whole. How
 * the two are called is left out.
 */
export function differences(before: Rulebook, after: Rulebook): readonly RulebookDifference[] {
  return differencesAt([], before, after).filter(({ path }) => !NAMES.has(path[0]));
}

const COPY_ID = /^(.+)-own(?:-\d+)?$/;

/** The built-in rulebook of which this one is an edited copy; `null` where it is none. */
export function originalOf({ id }: Rulebook): Rulebook | null {
  const original = COPY_ID.exec(id)?.[1];
  return BUILT_IN.find((builtIn) => builtIn.id === original) ?? null;
}

/**
 * A rulebook as the office's own copy under a name and an id that none of `others` has: a built-in one is never changed
 * itself, so that it can be brought back.
 */
export function ownCopyOf(rulebook: Rulebook, others: readonly Rulebook[]): Rulebook {
  const ids = new Set(others.map(({ id }) => id));
  const base = `${rulebook.id.slice(0, 50).replace(/-own(?:-\d+)?$/, '')}-own`;
  let count = 1;
  while (ids.has(count === 1 ? base : `${base}-${count}`)) count += 1;
  const which = count === 1 ? '' : ` ${count}`;
  const name = rulebook.name.replace(/（本单位修改(?: \d+)?）$/, '');
  return { ...rulebook, id: count === 1 ? base : `${base}-${count}`, name: `${name}（本单位修改${which}）` };
}
