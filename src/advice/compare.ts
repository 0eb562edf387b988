import { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import type { PlacedFinding } from './places';
import type { FormRecord, ItemRecord } from './record';

/** How an indicator's figures stand in two forms. */
export interface ItemChange {
  readonly name: string;
  readonly path: readonly string[];
  readonly before: ItemRecord | null;
  readonly after: ItemRecord | null;
  /** Which of them differ; empty where nothing does, and where the indicator stands in one form only. */
  readonly changed: readonly ChangedField[];
}

export type ChangedField = 'name' | 'weight' | 'target' | 'actual' | 'stated' | 'recomputed';

/** Two forms side by side. */
export interface Comparison {
  /** `versions` of one year's form; `years` of one department; `units` otherwise. */
  readonly kind: 'versions' | 'years' | 'units';
  readonly before: FormRecord;
  readonly after: FormRecord;
  readonly items: readonly ItemChange[];
  /** Findings of the earlier form that are not in the later one, those that stayed, and those that are new. */
  readonly mended: readonly PlacedFinding[];
  readonly stayed: readonly PlacedFinding[];
  readonly added: readonly PlacedFinding[];
}

const NUMBER_BEFORE = /^(?:指标)?[（(]?[0-9一二三四五六七八九十]{1,3}[)）]?[、.．:：]/;
const YEAR = /(?:19|20)[0-9]{2}年?度?/g;
const SIGNS = /[“”"'‘’《》（）()【】[\]，,。、；;：:·\-—]/g;

/** An indicator's name without its number, years and punctuation. */
function plainName(name: string): string {
  return compact(name).replace(NUMBER_BEFORE, '').replace(YEAR, '').replace(SIGNS, '');
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

// Shorter names differ in meaning by one character: 数量 and 质量.
const SHORTEST_FUZZY = 6;
const LONGEST_FUZZY = 200;
const ALIKE = 0.8;

/** Names of which four fifths of the neighbouring characters are the same; figures in them have to be the same. */
function alike(a: string, b: string): number {
  if (Math.min(a.length, b.length) < SHORTEST_FUZZY || Math.max(a.length, b.length) > LONGEST_FUZZY) return 0;
  if (a.replace(/[^0-9.%]/g, '') !== b.replace(/[^0-9.%]/g, '')) return 0;
  const one = pairs(a);
  const other = pairs(b);
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

interface Candidate {
  readonly item: ItemRecord;
  readonly name: string;
  readonly path: string;
}

function candidates(items: readonly ItemRecord[]): Candidate[] {
  return items.map((item) => ({
    item,
    name: plainName(item.name),
    path: item.path.map(plainName).join('\u001f'),
  }));
}

type Pairs = Map<Candidate, Candidate>;

/** Pairs what is left on both sides by a key, in order; a key that stands unequally often pairs nothing but the exact. */
function pairBy(
  before: readonly Candidate[],
  after: readonly Candidate[],
  found: Pairs,
  key: (one: Candidate) => string,
) {
  const taken = new Set(found.values());
  const left = before.filter((one) => !found.has(one));
  const right = after.filter((one) => !taken.has(one));
  const byKey = (side: readonly Candidate[]) => {
    const groups = new Map<string, Candidate[]>();
    for (const one of side) {
      const there = groups.get(key(one));
      if (there === undefined) groups.set(key(one), [one]);
      else there.push(one);
    }
    return groups;
  };
  const others = byKey(right);
  for (const [value, group] of byKey(left)) {
    const there = others.get(value);
    if (there === undefined || there.length !== group.length) continue;
    group.forEach((one, at) => {
      const other = there[at];
      if (other !== undefined) found.set(one, other);
    });
  }
}

/** Under the same headings: the one name that is alike, if no second one on either side is. */
function pairAlike(before: readonly Candidate[], after: readonly Candidate[], found: Pairs) {
  const taken = new Set(found.values());
  const right = new Map<string, Candidate[]>();
  for (const one of after) {
    if (taken.has(one)) continue;
    right.set(one.path, [...(right.get(one.path) ?? []), one]);
  }
  const claims = new Map<Candidate, Candidate[]>();
  for (const one of before) {
    if (found.has(one)) continue;
    const close = (right.get(one.path) ?? []).filter((other) => alike(one.name, other.name) >= ALIKE);
    const [only] = close;
    if (close.length === 1 && only !== undefined) claims.set(only, [...(claims.get(only) ?? []), one]);
  }
  for (const [other, ones] of claims) {
    const [only] = ones;
    if (ones.length === 1 && only !== undefined) found.set(only, other);
  }
}

function sameFigure(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b);
}

function changesOf(before: ItemRecord, after: ItemRecord): ChangedField[] {
  return [
    ...(compact(before.name) === compact(after.name) ? [] : (['name'] as const)),
    ...(sameFigure(before.weight, after.weight) ? [] : (['weight'] as const)),
    ...(compact(before.target) === compact(after.target) ? [] : (['target'] as const)),
    ...(compact(before.actual) === compact(after.actual) ? [] : (['actual'] as const)),
    ...(sameFigure(before.stated, after.stated) ? [] : (['stated'] as const)),
    ...(sameFigure(before.recomputed, after.recomputed) ? [] : (['recomputed'] as const)),
  ];
}

function itemChanges(before: readonly ItemRecord[], after: readonly ItemRecord[]): ItemChange[] {
  const left = candidates(before);
  const right = candidates(after);
  const found: Pairs = new Map();
  pairBy(left, right, found, ({ name, path, item }) => `${item.kind}\u001e${path}\u001e${name}`);
  pairBy(left, right, found, ({ name, item }) => `${item.kind}\u001e${name}`);
  pairAlike(left, right, found);
  const back = new Map([...found].map(([one, other]) => [other, one]));
  const gone = left.filter((one) => !found.has(one));
  // In the order of the later form; what is gone comes last.
  return [
    ...right.map((one): ItemChange => {
      const earlier = back.get(one)?.item ?? null;
      const changed = earlier === null ? [] : changesOf(earlier, one.item);
      return { name: one.item.name, path: one.item.path, before: earlier, after: one.item, changed };
    }),
    ...gone.map(({ item }): ItemChange => ({
      name: item.name,
      path: item.path,
      before: item,
      after: null,
      changed: [],
    })),
  ];
}

/** What a finding is about, whatever its figures: its check, where it stands, and the indicator's or group's words. */
function subject({ finding, place }: PlacedFinding): string {
  return [finding.check, place, finding.title.replace(/[0-9.%]+/g, '')].join('\u001f');
}

function split(before: readonly PlacedFinding[], after: readonly PlacedFinding[]) {
  const left = new Map<string, number>();
  for (const one of before) left.set(subject(one), (left.get(subject(one)) ?? 0) + 1);
  const stayed: PlacedFinding[] = [];
  const added: PlacedFinding[] = [];
  for (const one of after) {
    const count = left.get(subject(one)) ?? 0;
    (count > 0 ? stayed : added).push(one);
    if (count > 0) left.set(subject(one), count - 1);
  }
  // Of findings with one subject the later ones count as mended.
  const mended: PlacedFinding[] = [];
  for (const one of [...before].reverse()) {
    const count = left.get(subject(one)) ?? 0;
    if (count === 0) continue;
    mended.unshift(one);
    left.set(subject(one), count - 1);
  }
  return { mended, stayed, added };
}

/**
 * Holds a form against its earlier version or another year's. Indicators are matched by kind, headings and name without
 * number and year; then by name alone; then, under the same headings, by a name that is nearly the same, where only one
 * is. What can't be matched so stands alone: a wrong match would be worse.
 */
export function compareForms(before: FormRecord, after: FormRecord): Comparison {
  const sameUnit = compact(before.unit) === compact(after.unit) || before.unit === '' || after.unit === '';
  return {
    kind: !sameUnit ? 'units' : before.year === after.year ? 'versions' : 'years',
    before,
    after,
    items: itemChanges(before.items, after.items),
    ...split(before.findings, after.findings),
  };
}
