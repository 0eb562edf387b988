import type { Decimal } from 'decimal.js';
import { groupBy, sum } from '../sheet/lists';
import { cellKey } from '../sheet/snapshot';
import { CENT, isRounded } from '../words/written';
import { figureInLabel } from './cells';
import { addUp, type GroupDraft, type GrownTree, indicatorsBelow } from './groups';
import type { OpenIndicator } from './indicatorRow';
import type { FigureCell } from './model';
import { weightInLabel } from './weightInLabel';

/** What a table weighs, the execution of the budget with its 10 or 20 points in it or not. */
const WHOLES = [100, 90, 80];

/** 良种推广面积(25) ends in its points where all names do, and these or those of the first headings make a whole. */
export function weighByNames({ top, indicators }: GrownTree): void {
  const named = indicators.flatMap((item) => {
    const inLabel = item.weight === null ? weightInLabel(item.name.value) : null;
    return inLabel === null ? [] : [{ item, ...inLabel }];
  });
  const ways = [named.map(({ weight }) => weight), top.map(({ weight }) => weight?.value)];
  const isWhole = ways.some((points) => WHOLES.some((whole) => sum(points).equals(whole)));
  if (named.length < indicators.length || !isWhole) return;
  for (const { item, name, weight } of named) {
    item.weight = figureInLabel(item.name, weight);
    item.name = { ...item.name, value: name };
  }
}

/** An item that stands alone below a label with points has these points, where no column weighs it. */
export function weighOnlyChildren({ drafts, indicators }: GrownTree): void {
  for (const draft of drafts) {
    const [only, ...others] = indicatorsBelow(draft);
    if (only === undefined || others.length > 0 || draft.weight === null) continue;
    const weighed = indicators.find((indicator) => indicator === only);
    if (weighed?.weight === null && weighed.kind === 'item') weighed.weight = draft.weight;
  }
}

/** One cell of weight over several rows with scores of their own weighs them together, where it holds these or makes up the whole once. */
export function weighTogether({ drafts, indicators }: GrownTree): void {
  const sharing = groupBy(indicators, ({ weight }) => (weight?.value ? cellKey(weight.at) : null));
  const once = sum([...sharing.values()].map(([{ weight }]) => weight?.value));
  const isWhole = WHOLES.some((whole) => once.equals(whole));
  const places = new Map(indicators.map((item, at) => [item, at]));
  const beginning = groupBy(drafts, ({ from }) => from);
  for (const items of sharing.values()) {
    const [first, ...others] = items;
    const { weight } = first;
    const scores = new Set(items.flatMap(({ stated }) => (stated?.value ? cellKey(stated.at) : [])));
    const holds = isWhole || addUp(items, 'stated').lte(weight?.value?.plus(CENT) ?? 0);
    // Before the names it is of the level.
    const isAhead = (weight?.at.column ?? 0) < first.name.at.column;
    if (others.length === 0 || scores.size < items.length || !holds || isAhead) continue;
    const near = beginning.get(places.get(first) ?? -1) ?? [];
    const over = near.find((draft) => indicatorsBelow(draft).length === items.length);
    if (over !== undefined) over.weight ??= weight;
    for (const item of items) item.weight = null;
  }
}

/** A heading or an item with what it weighs. */
type Weighed = GroupDraft | OpenIndicator;

/** What is weighed directly below a heading: headings without a weight of their own are looked through. */
function weighedIn({ groups, indicators }: GroupDraft): Weighed[] {
  return [...groups.flatMap((group): Weighed[] => (group.weight?.value ? [group] : weighedIn(group))), ...indicators];
}

/** Whether several headings below a head of 80 points make 100, and the items of each, but for one that is wrong, its share of the 80: 48 below 60, 32 below 40. */
function isOverShares({ own, below, added }: { own: Decimal; below: readonly Weighed[]; added: Decimal }): boolean {
  const held = below.filter(
    (one) =>
      'groups' in one && addUp(indicatorsBelow(one), 'weight').equals(one.weight?.value?.times(own).div(100) ?? -1),
  );
  return below.length > 1 && added.equals(100) && !own.equals(100) && held.length >= below.length - 1;
}

/**
 * 50% and 50% below 60% below 产出 50 are 15 points each: weights that make 100 below each heading are shares of its own.
 * Where most scores are more than such a share and none than what is printed, they are marks of that.
 */
export function weighByShares({ top }: GrownTree): void {
  const shared = new Map<Weighed, FigureCell>();
  const over = new Map<GroupDraft, readonly FigureCell[]>();
  const weightOf = (one: Weighed) => shared.get(one)?.value ?? one.weight?.value ?? null;
  for (let level: readonly Weighed[] = top; level.length > 0;) {
    const heads = level.flatMap((head) => {
      const below = 'groups' in head ? weighedIn(head) : [];
      const cells = below.flatMap(({ weight }) => weight ?? []);
      const [own, printed] = [weightOf(head), head.weight?.value ?? null];
      if (!('groups' in head) || own === null || printed === null || cells.length === 0) return [];
      return [{ head, own, printed, below, cells, added: sum(cells.map(({ value }) => value)) }];
    });
    const told = heads.filter(({ own }) => !own.equals(100));
    const fitting = told.filter(({ added }) => added.equals(100)).length;
    const isShared = top.length > 1 && fitting > told.filter(({ own, added }) => added.equals(own)).length;
    for (const { head, own, printed, below, cells, added } of heads) {
      // 30 and 30 below 60 of a hundred are no shares of the 60, but weigh less with it.
      const isOfPrinted = shared.has(head) && added.equals(printed);
      if (!isShared && !isOfPrinted && !isOverShares({ own, below, added })) continue;
      if (!isOfPrinted) over.set(head, cells);
      for (const one of below) {
        if (!one.weight?.value) continue;
        const exact = one.weight.value.times(own).div(isOfPrinted ? printed : 100);
        // 33.33% of 60 are written 20 points.
        const written = 'groups' in one ? null : (one.stated?.value ?? null);
        const value = written !== null && isRounded(written, CENT, exact) ? written : exact;
        shared.set(one, { ...one.weight, value });
      }
    }
    level = heads.flatMap(({ below }) => below);
  }
  const rows = [...shared].flatMap(([{ stated, weight }, { value }]) =>
    stated?.value && weight?.value && value ? [{ score: stated.value, printed: weight.value, share: value }] : [],
  );
  const beyond = rows.filter(({ score, share }) => score.gt(share)).length;
  if (beyond * 2 > rows.length && rows.every(({ score, printed }) => score.lte(printed))) return;
  for (const [one, weight] of shared) one.weight = weight;
  for (const [head, cells] of over) head.shares = cells;
}
