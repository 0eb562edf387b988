import { compact } from '../sheet/text';
import { withoutUnit } from '../words/units';
import { groupBy, largest } from '../sheet/lists';

/** What is matched: an indicator of either side, whatever else it holds. */
export interface Matched {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: string;
  /** Its target or the like in one notation; `''` where there is none. Only where names fail. */
  readonly figures?: string;
}

/**
 * How surely two belong together: `sure` by name; `likely` by a name that is nearly the same; `possible` where under one
 * heading only the figures, or a part of the name, are the same on both sides.
 */
export type Certainty = 'sure' | 'likely' | 'possible';

export interface MatchedPair<T> {
  readonly before: T;
  readonly after: T;
  readonly certainty: Certainty;
}

/** `★指标1：`, `（1）`, `①`: how a name is marked and numbered. */
const NUMBER_BEFORE =
  /^[★☆▲△●○◆◇※*▪■□]{0,3}(?:(?:指标)?(?:[（(][0-9一二三四五六七八九十]{1,3}[)）][、.．:：]?|[0-9一二三四五六七八九十]{1,3}(?:-[0-9]{1,3})?[)）]?[、.．:：])|[①-⑳])?/;
/** 培训人次（5分） */
const POINTS_BEHIND = /(?<=.{2})[（(][0-9.]{1,5}分[）)]$/;
const YEAR = /(?:19|20)[0-9]{2}年?度?/g;
const SIGNS = /[“”"'‘’《》（）()【】[\]，,。、；;：:·\-—]/g;

/** An indicator's name without its number, years and punctuation, and without a unit in brackets behind it. */
export function plainName(name: string): string {
  const called = compact(name).replace(NUMBER_BEFORE, '').replace(POINTS_BEHIND, '');
  return withoutUnit(called).replace(YEAR, '').replace(SIGNS, '');
}

function neighbours(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

// Shorter names differ in meaning by one character: 数量 and 质量.
const SHORTEST_FUZZY = 6;
const LONGEST_FUZZY = 200;
const ALIKE = 0.8;
/** Below this nothing but chance is common to two names. */
const RELATED = 0.2;

/** The share of neighbouring characters that two names have in common, 0 to 1. */
function shared(a: string, b: string): number {
  const one = neighbours(a);
  const other = neighbours(b);
  let count = 0;
  for (const pair of one) if (other.has(pair)) count += 1;
  return one.size + other.size === 0 ? 0 : (2 * count) / (one.size + other.size);
}

/** Whether four fifths of the neighbouring pairs of characters are the same in both names, and all figures in them. */
function alike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_FUZZY || Math.max(a.length, b.length) > LONGEST_FUZZY) return false;
  return a.replace(/[^0-9.%]/g, '') === b.replace(/[^0-9.%]/g, '') && shared(a, b) >= ALIKE;
}

/** Shorter names stand in many others: 次数 in 培训次数 and 检查次数. */
const SHORTEST_PART = 4;

/** Whether one of the names is wholly in the other: 完成时间 in 养护工作完成时间. */
function holds(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_PART && (a.includes(b) || b.includes(a));
}

/** An item with its names as they are matched. */
interface Candidate<T> extends Required<Matched> {
  readonly item: T;
}

function candidates<T extends Matched>(items: readonly T[]): Candidate<T>[] {
  return items.map((item) => ({
    item,
    kind: item.kind,
    name: plainName(item.name),
    // 服务对象满意度指标（10分） and 满意度 head the same.
    path: item.path.map((level) =>
      plainName(level)
        .replace(/(?:指标)?(?:[0-9.]{1,5}分?)?$/, '')
        .replace(/^.{1,8}(?=满意度$)/, ''),
    ),
    figures: item.figures ?? '',
  }));
}

/** A figure that two indicators hardly share by chance: it has several digits and is no rate, since most rates are 100%. */
const TELLING = /^[0-9.]*[1-9][0-9.]+[^0-9.%]{0,8}$/;

class Matcher<T> {
  readonly found = new Map<Candidate<T>, { readonly other: Candidate<T>; readonly certainty: Certainty }>();
  private readonly taken = new Set<Candidate<T>>();

  /** Under what an indicator stands, as far as both sides say it; of a table without levels nothing is known. */
  private readonly heading: (one: Candidate<T>) => string;

  constructor(
    private readonly before: readonly Candidate<T>[],
    private readonly after: readonly Candidate<T>[],
  ) {
    const depths = [before, after].map((side) => largest(side.map(({ path }) => path.length)));
    const depth = Math.min(...depths);
    const upper = ({ path }: Candidate<T>) => path.slice(0, depth).join('\u001f');
    const lower = ({ path }: Candidate<T>) => path.slice(path.length - depth).join('\u001f');
    const both = (heading: typeof upper) => {
      const ofBefore = new Set(before.map(heading));
      return after.some((one) => ofBefore.has(heading(one)));
    };
    // Where one side has fewer levels, they are the upper or the lower ones of the other.
    this.heading = both(upper) || !both(lower) ? upper : lower;
  }

  private left(): Candidate<T>[] {
    return this.before.filter((one) => !this.found.has(one));
  }

  right(): Candidate<T>[] {
    return this.after.filter((one) => !this.taken.has(one));
  }

  private pair(one: Candidate<T>, other: Candidate<T>, certainty: Certainty) {
    this.found.set(one, { other, certainty });
    this.taken.add(other);
  }

  /** Pairs what is left on both sides by a key, in order; a key that stands unequally often pairs nothing. */
  byKey(key: (one: Candidate<T>) => string) {
    const others = groupBy(this.right(), key);
    for (const [value, group] of groupBy(this.left(), key)) {
      const there = others.get(value);
      if (there === undefined || there.length !== group.length) continue;
      group.forEach((one, at) => {
        const other = there[at];
        if (other !== undefined) this.pair(one, other, 'sure');
      });
    }
  }

  /** Under the same headings: the one that is close, if no second one on either side is. */
  byCloseness(close: (one: Candidate<T>, other: Candidate<T>) => boolean, certainty: Certainty) {
    const right = groupBy(this.right(), this.heading);
    const claims = new Map<Candidate<T>, Candidate<T>[]>();
    for (const one of this.left()) {
      const near = (right.get(this.heading(one)) ?? []).filter((other) => close(one, other));
      const [only] = near;
      if (near.length === 1 && only !== undefined) claims.set(only, [...(claims.get(only) ?? []), one]);
    }
    for (const [other, ones] of claims) {
      const [only] = ones;
      if (ones.length === 1 && only !== undefined) this.pair(only, other, certainty);
    }
  }
}

/**
 * Matches the indicators of two forms: by kind, headings and name without number and year; by name alone; then, under the
 * same headings, by a name that is nearly the same; then by the same figures under a related name, by a figure that is
 * telling by itself, or by a name that is part of the other. Each of the later steps pairs only where one on either side
 * is meant. What can't be matched so stands alone in `gone` and `added`: a wrong match would be worse.
 */
export function match<T extends Matched>(before: readonly T[], after: readonly T[]) {
  const left = candidates(before);
  const right = candidates(after);
  const matcher = new Matcher(left, right);
  matcher.byKey(({ kind, path, name }) => `${kind}\u001e${path.join('\u001f')}\u001e${name}`);
  matcher.byKey(({ kind, name }) => `${kind}\u001e${name}`);
  matcher.byCloseness((one, other) => alike(one.name, other.name), 'likely');
  matcher.byCloseness(
    (one, other) => one.figures !== '' && one.figures === other.figures && shared(one.name, other.name) >= RELATED,
    'possible',
  );
  matcher.byCloseness((one, other) => TELLING.test(one.figures) && one.figures === other.figures, 'possible');
  matcher.byCloseness((one, other) => holds(one.name, other.name), 'possible');
  const gone = left.filter((one) => !matcher.found.has(one)).map(({ item }) => item);
  const added = matcher.right().map(({ item }) => item);
  const pairs = [...matcher.found].map(([one, { other, certainty }]): MatchedPair<T> => ({
    before: one.item,
    after: other.item,
    certainty,
  }));
  return { pairs, gone, added };
}
