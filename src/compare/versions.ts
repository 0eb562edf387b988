import { Decimal } from 'decimal.js';
import type { PlacedFinding } from '../advice/places';
import type { FormRecord, ItemRecord } from '../advice/record';
import { words } from '../sheet/lists';
import { compact } from '../sheet/text';
import { match } from './match';

/** How an indicator's figures stand in two forms. */
export interface ItemChange {
  readonly name: string;
  readonly path: readonly string[];
  readonly before: ItemRecord | null;
  readonly after: ItemRecord | null;
  /** Which of them differ; empty where nothing does, and where the indicator stands in one form only. */
  readonly changed: readonly ChangedField[];
}

const FIELDS = words('name weight target actual stated recomputed');
export type ChangedField = (typeof FIELDS)[number];

/** Two forms side by side. */
export interface VersionComparison {
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

function sameFigure(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b);
}

function changesOf(before: ItemRecord, after: ItemRecord): ChangedField[] {
  return FIELDS.filter((field) =>
    field === 'name' || field === 'target' || field === 'actual'
      ? compact(before[field]) !== compact(after[field])
      : !sameFigure(before[field], after[field]),
  );
}

function itemChanges(before: readonly ItemRecord[], after: readonly ItemRecord[]): ItemChange[] {
  const { pairs, gone } = match(before, after);
  const back = new Map(pairs.map((pair) => [pair.after, pair.before]));
  // In the order of the later form; what is gone comes last.
  return [
    ...after.map((item): ItemChange => {
      const earlier = back.get(item) ?? null;
      const changed = earlier === null ? [] : changesOf(earlier, item);
      return { name: item.name, path: item.path, before: earlier, after: item, changed };
    }),
    ...gone.map((item): ItemChange => ({ name: item.name, path: item.path, before: item, after: null, changed: [] })),
  ];
}

/** What a finding is about, whatever its figures: its check, where it stands, and the indicator's or group's words. */
function subject({ finding: { check, messageId, data }, place, item }: PlacedFinding): string {
  return [check, messageId, place, (data.name ?? item).replace(/[0-9.%]+/g, '')].join('\u001f');
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
export function compareForms(before: FormRecord, after: FormRecord): VersionComparison {
  const sameOrganisation =
    compact(before.organisation) === compact(after.organisation) ||
    before.organisation === '' ||
    after.organisation === '';
  return {
    kind: !sameOrganisation ? 'units' : before.year === after.year ? 'versions' : 'years',
    before,
    after,
    items: itemChanges(before.items, after.items),
    ...split(before.findings, after.findings),
  };
}
