import { Decimal } from 'decimal.js';
import { withoutItemNumber } from '../words/readQuantity';
import type { OpenIndicator } from './indicatorRow';
import type { FigureCell, Indicator, IndicatorGroup, IndicatorPart, Located, RowSum } from './model';
import { groupBy, groupByAll, sum } from '../sheet/lists';
import { once } from '../sheet/remember';
import { cellKey, sameCell } from '../sheet/snapshot';
import { CENT, isRounded, withinCent } from '../words/written';
import { figureInLabel } from './cells';
import { weightInLabel } from './weightInLabel';

interface GroupDraft {
  readonly level: number;
  readonly name: string;
  readonly label: Located<string>;
  weight: FigureCell | null;
  stated: FigureCell | null;
  shares: readonly FigureCell[];
  /** How many indicators stood before it. */
  readonly from: number;
  readonly groups: GroupDraft[];
  readonly indicators: OpenIndicator[];
}

export type NewGroup = Pick<IndicatorGroup, 'name' | 'label' | 'weight' | 'stated'>;

/** A row that sums up others. */
interface Sum {
  readonly stated: FigureCell | null;
  readonly weight: FigureCell | null;
  /** The level in whose column it is named; 0 where it has no name. */
  readonly level: 0 | 1 | 2;
  /** What its label says besides 小计: 产出指标 of 产出指标小计. */
  readonly name: string;
  /** How many indicators stood before it. */
  readonly at: number;
  /** The heading that it closes by its place; `null` where it closes several. */
  readonly closes: GroupDraft | null;
}

/** The headings that a sum may be of, the likeliest first, and whether it is so by its name or its figures rather than by its place. */
interface Owner {
  readonly drafts: readonly GroupDraft[];
  readonly adds: boolean;
}

/** A heading over indicators and other headings. */
interface Nested<G> {
  readonly groups: readonly G[];
  readonly indicators: readonly Indicator[];
}

/** The indicators below a heading at whatever depth: its own, then those of the headings in it. */
export function indicatorsBelow<G extends Nested<G>>({ groups, indicators }: G): readonly Indicator[] {
  return [...indicators, ...groups.flatMap((group) => indicatorsBelow(group))];
}

/** Headings at whatever depth, each before those in it. */
export function allGroups<G extends Nested<G>>(groups: readonly G[]): readonly G[] {
  return groups.flatMap((group) => [group, ...allGroups(group.groups)]);
}

function add(indicators: readonly Indicator[], column: 'weight' | 'stated'): Decimal {
  return sum(indicators.map((indicator) => indicator[column]?.value));
}

/** What items come to. */
interface Added {
  readonly count: number;
  readonly weight: Decimal;
  readonly stated: Decimal;
}

const addedUp = (items: readonly Indicator[]): Added => ({
  count: items.length,
  weight: add(items, 'weight'),
  stated: add(items, 'stated'),
});

/** How many of a row's two figures are what these items add up to; 0 where the weight is not. */
function agreement(sum: Pick<Sum, 'weight' | 'stated'>, items: Added): number {
  const adds = (['weight', 'stated'] as const).map((column) => {
    const own = sum[column]?.value ?? null;
    return own === null ? null : withinCent(items[column], own);
  });
  return items.count === 0 || adds[0] === false ? 0 : adds.filter(Boolean).length;
}

/** Whether a score is what those of several items come to but for a slip. */
function isNearly({ value }: FigureCell, items: readonly Indicator[]): boolean {
  const all = add(items, 'stated');
  return value !== null && items.length > 1 && all.minus(value).abs().lte(all.times(SLIP));
}

const SLIP = 0.05;

/** What a table weighs, the execution of the budget with its 10 or 20 points in it or not. */
const WHOLES = [100, 90, 80];

/** The first of these indicators whose weights add up to a sum's; `null` where no number of them does. */
function runOf({ value: whole }: FigureCell, indicators: readonly Indicator[]): readonly Indicator[] | null {
  let left = whole ?? new Decimal(0);
  for (const [at, { weight, kind }] of indicators.entries()) {
    if (weight?.state !== 'figure' || kind === 'bonus') return null;
    left = left.minus(weight.value ?? 0);
    if (left.abs().lte('0.001')) return indicators.slice(0, at + 1);
    if (left.lt(0)) return null;
  }
  return null;
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
      'groups' in one && addedUp(indicatorsBelow(one)).weight.equals(one.weight?.value?.times(own).div(100) ?? -1),
  );
  return below.length > 1 && added.equals(100) && !own.equals(100) && held.length >= below.length - 1;
}

/** Grows the tree of levels while a table is read from top to bottom. */
export class TreeBuilder {
  private readonly top: GroupDraft[] = [];
  /** The open headings, the highest first. */
  private readonly opened: GroupDraft[] = [];
  private readonly drafts: GroupDraft[] = [];
  private readonly sums: Sum[] = [];
  private readonly read: OpenIndicator[] = [];
  private readonly totals = { weight: new Decimal(0), stated: new Decimal(0) };

  get indicators(): readonly Indicator[] {
    return this.read;
  }

  isOpen({ name }: Pick<NewGroup, 'name'>): boolean {
    return this.opened.some((draft) => draft.name === name);
  }

  /** Opens a heading and says so; one of the same name directly after itself, as in sheets that repeat labels, stays open. */
  open(level: number, group: NewGroup): boolean {
    const same = this.opened.find((draft) => draft.level === level && draft.name === group.name);
    if (same !== undefined) {
      // A row with the sum of the scores, then the label with its points: 产出指标（50分）.
      if (same.weight?.state !== 'figure') same.weight = group.weight ?? same.weight;
      return false;
    }
    const draft: GroupDraft = { level, ...group, shares: [], from: this.read.length, groups: [], indicators: [] };
    this.drafts.push(draft);
    this.close(level);
    (this.opened.at(-1)?.groups ?? this.top).push(draft);
    this.opened.push(draft);
    return true;
  }

  /** Ends the open headings of a level and below it: an item that stands at that level itself belongs to none of them. */
  close(level: number): void {
    while ((this.opened.at(-1)?.level ?? -1) >= level) this.opened.pop();
  }

  /** A row that sums up others, named (小计) in the column of a level or not at all (0): whose it is shows in the end. */
  subtotal(stated: FigureCell | null, weight: FigureCell | null, level: 0 | 1 | 2, name = ''): void {
    const own = level === 2 ? this.opened.at(-1) : this.opened[0];
    const since = this.sums.at(-1)?.at ?? 0;
    const siblings = this.drafts.filter((draft) => draft.level === own?.level && draft.from >= since);
    const closes = own !== undefined && level > 0 && siblings.length === 1 && siblings[0] === own ? own : null;
    this.sums.push({ stated, weight, level, name, at: this.read.length, closes });
  }

  path(): readonly string[] {
    return this.opened.map(({ name }) => name);
  }

  /** The weights or the scores of all indicators so far, added up. */
  sum(column: 'weight' | 'stated'): Decimal {
    return this.totals[column];
  }

  add(indicator: OpenIndicator): void {
    this.read.push(indicator);
    for (const column of ['weight', 'stated'] as const)
      this.totals[column] = this.totals[column].plus(indicator[column]?.value ?? 0);
    this.opened.at(-1)?.indicators.push(indicator);
  }

  /** A row of which the score is that of the row above it too: the two are one item in parts. Says whether it is one. */
  addTogether(row: OpenIndicator): boolean {
    const first = this.read.at(-1);
    const [weight, own, score] = [first?.weight?.value, row.weight?.value, row.stated?.value];
    if (!first?.weight || !weight || !own || !score || !row.stated || first.stated === null) return false;
    // 10 over 10 and 10 may be the score of each.
    if (!sameCell(row.stated.at, first.stated.at) || score.lte(Decimal.min(weight, own))) return false;
    const partOf = ({ row: at, name, target, actual }: OpenIndicator) => ({ row: at, name, target, actual });
    if (first.parts[0]?.row !== first.row) first.parts.unshift(partOf(first));
    first.parts.push(partOf(row));
    first.weight = { ...first.weight, value: weight.plus(own) };
    [first.target, first.actual] = [null, null];
    // Each may have a rule of its own.
    if (!first.standard || !row.standard || !sameCell(first.standard.at, row.standard.at)) first.standard = null;
    first.name = { ...first.name, value: `${first.name.value}、${row.name.value}` };
    if (first.evidence?.text.trim() === '' && row.evidence?.text.trim() !== '') first.evidence = row.evidence;
    this.totals.weight = this.totals.weight.plus(own);
    return true;
  }

  /** Whether the last row read tells an indicator in detail. */
  get endsInPart(): boolean {
    return this.read.at(-1)?.parts.at(-1) !== undefined;
  }

  /** A row that tells the last indicator in detail. */
  addPart(part: IndicatorPart): void {
    this.read.at(-1)?.parts.push(part);
  }

  /** 良种推广面积(25) ends in its points where all names do, and these or those of the first headings make a whole. */
  weighByNames(): void {
    const named = this.read.flatMap((item) => {
      const inLabel = item.weight === null ? weightInLabel(item.name.value) : null;
      return inLabel === null ? [] : [{ item, ...inLabel }];
    });
    const ways = [named.map(({ weight }) => weight), this.top.map(({ weight }) => weight?.value)];
    const isWhole = ways.some((points) => WHOLES.some((whole) => sum(points).equals(whole)));
    if (named.length < this.read.length || !isWhole) return;
    for (const { item, name, weight } of named) {
      item.weight = figureInLabel(item.name, weight);
      item.name = { ...item.name, value: name };
    }
  }

  /** An item that stands alone below a label with points has these points, where no column weighs it. */
  weighOnlyChildren(): void {
    for (const draft of this.drafts) {
      const [only, ...others] = indicatorsBelow(draft);
      if (only === undefined || others.length > 0 || draft.weight === null) continue;
      const weighed = this.read.find((indicator) => indicator === only);
      if (weighed?.weight === null && weighed.kind === 'item') weighed.weight = draft.weight;
    }
  }

  /** One cell of weight over several rows with scores of their own weighs them together, where it holds these or makes up the whole once. */
  weighTogether(): void {
    const sharing = groupBy(this.read, ({ weight }) => (weight?.value ? cellKey(weight.at) : null));
    const once = sum([...sharing.values()].map(([{ weight }]) => weight?.value));
    const isWhole = WHOLES.some((whole) => once.equals(whole));
    const places = new Map(this.read.map((item, at) => [item, at]));
    const beginning = groupBy(this.drafts, ({ from }) => from);
    for (const items of sharing.values()) {
      const [first, ...others] = items;
      const { weight } = first;
      const scores = new Set(items.flatMap(({ stated }) => (stated?.value ? cellKey(stated.at) : [])));
      const holds = isWhole || add(items, 'stated').lte(weight?.value?.plus(CENT) ?? 0);
      // Before the names it is of the level.
      const isAhead = (weight?.at.column ?? 0) < first.name.at.column;
      if (others.length === 0 || scores.size < items.length || !holds || isAhead) continue;
      const near = beginning.get(places.get(first) ?? -1) ?? [];
      const over = near.find((draft) => indicatorsBelow(draft).length === items.length);
      if (over !== undefined) over.weight ??= weight;
      for (const item of items) item.weight = null;
    }
  }

  /**
   * 50% and 50% below 60% below 产出 50 are 15 points each: weights that make 100 below each heading are shares of its own.
   * Where most scores are more than such a share and none than what is printed, they are marks of that.
   */
  weighByShares(): void {
    const shared = new Map<Weighed, FigureCell>();
    const over = new Map<GroupDraft, readonly FigureCell[]>();
    const weightOf = (one: Weighed) => shared.get(one)?.value ?? one.weight?.value ?? null;
    for (let level: readonly Weighed[] = this.top; level.length > 0;) {
      const heads = level.flatMap((head) => {
        const below = 'groups' in head ? weighedIn(head) : [];
        const cells = below.flatMap(({ weight }) => weight ?? []);
        const [own, printed] = [weightOf(head), head.weight?.value ?? null];
        if (!('groups' in head) || own === null || printed === null || cells.length === 0) return [];
        return [{ head, own, printed, below, cells, added: sum(cells.map(({ value }) => value)) }];
      });
      const told = heads.filter(({ own }) => !own.equals(100));
      const fitting = told.filter(({ added }) => added.equals(100)).length;
      const isShared = this.top.length > 1 && fitting > told.filter(({ own, added }) => added.equals(own)).length;
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

  /** The headings with the sums that are theirs, and the sums that belong to none or to one with a score of its own. */
  finish(): { readonly groups: readonly IndicatorGroup[]; readonly sums: readonly RowSum[] } {
    const whole = addedUp(this.read);
    const beside = groupByAll(
      this.drafts.map((draft) => ({ draft, items: addedUp(indicatorsBelow(draft)) })),
      ({ draft, items }) => new Set([draft.from, draft.from + items.count]),
    );
    const found = this.sums
      .splice(0)
      .map((sum) => ({ sum, group: this.groupOf(sum, whole, beside.get(sum.at) ?? []) }));
    // 20 between two headings of 20 does not tell on which side its own is.
    const fitting = found.flatMap(({ sum, group }) => {
      const [side, another] = new Set(group?.adds === true ? group.drafts.map(({ from }) => from === sum.at) : []);
      return side === undefined || another !== undefined ? [] : [side];
    });
    // Sums that stand above their rows do so all over the form.
    const isAbove = fitting.length > 0 && fitting.every(Boolean);
    const owned = found.map(({ sum, group }, at) => {
      const [first = null] = group?.drafts ?? [];
      const begins = isAbove ? group?.drafts.find(({ from }) => from === sum.at) : undefined;
      if (!isAbove || group?.adds !== false) return { sum, group: begins ?? first };
      const end = found[at + 1]?.sum.at ?? Infinity;
      const below = this.drafts.filter(({ level, from }) => level === sum.level && from >= sum.at && from < end);
      const [only = null, ...others] = sum.name === '' ? below : [];
      return { sum, group: others.length === 0 ? only : null };
    });
    // A heading that prints the same figure itself is no place for a second one.
    const again = ({ sum, group }: (typeof owned)[number]) =>
      (['weight', 'stated'] as const).some((one) => [sum[one], group?.[one]].every((cell) => cell?.state === 'figure'));
    const [loose, kept] = [owned.filter((one) => one.group === null || again(one)), owned.filter((one) => !again(one))];
    const sums = this.looseSums(
      loose.map(({ sum }) => sum),
      found.map(({ sum }) => sum.at),
    );
    for (const { sum, group } of kept) {
      if (group !== null && sum.stated?.state === 'figure') group.stated ??= sum.stated;
      if (group !== null && sum.weight?.state === 'figure') group.weight ??= sum.weight;
    }
    return { groups: this.top, sums };
  }

  /** The items right above a row and right below it that weigh what it does, and whether they score it too; `null` where none weigh it. */
  private readonly sidesOf = once((row: Sum) =>
    [this.read.slice(0, row.at).reverse(), this.read.slice(row.at)].map((side) => {
      const run = row.weight?.state === 'figure' ? runOf(row.weight, side) : null;
      return run && { run, scored: agreement(row, addedUp(run)) > 1 };
    }),
  );

  /** Rows that belong to no heading, each with the items on the side of it that its weight is of, else its score. `places` are those of all sums. */
  private looseSums(sums: readonly Sum[], places: readonly number[]): readonly RowSum[] {
    const loose = sums.flatMap((row) => {
      const { weight, stated, at } = row;
      if (stated?.state !== 'figure') return [];
      const figure = weight?.state === 'figure' ? weight : null;
      const sides = this.sidesOf(row);
      // Both sides may weigh as much: then the scores tell which is meant.
      const fitting = sides.findIndex((side) => side?.scored);
      const only = sides.includes(null) ? sides.findIndex((side) => side !== null) : -1;
      return [{ weight: figure, stated, at, sides, side: fitting < 0 ? only : fitting }];
    });
    // Where they do not, it is the side of all the others.
    const [usual = -1, ...others] = new Set(loose.flatMap(({ side }) => (side < 0 ? [] : [side])));
    return loose.flatMap(({ weight, stated, at, sides, side }) => {
      const own = sides[side < 0 && others.length === 0 ? usual : side];
      const unweighed = sides.every((one) => one === null);
      const indicators = own?.run ?? (unweighed ? this.scoredBy(stated, at, places, weight === null) : null);
      return indicators === null ? [] : [{ weight, stated, indicators }];
    });
  }

  /** The items beside a row of which its score is the sum: all, or those up to the next such row; but for a slip where its score is all it has. */
  private scoredBy(stated: FigureCell, at: number, sums: readonly number[], nearly: boolean) {
    const [before, behind] = [sums.filter((one) => one < at).at(-1) ?? 0, sums.find((one) => one > at)];
    const sides = [[0, at], [at], [before, at], [at, behind]].map(([from, end]) => this.read.slice(from, end));
    const adds = (side: readonly Indicator[]) => side.length > 1 && add(side, 'stated').equals(stated.value ?? NaN);
    return sides.find(adds) ?? (nearly ? sides.find((side) => isNearly(stated, side)) : null) ?? null;
  }

  /** The headings that a row may sum up, `null` for one of the whole table: of those that end above it or begin below it the one it names, or that adds up to it; else the one it closes. */
  private groupOf(
    sum: Sum,
    whole: Added,
    near: readonly { readonly draft: GroupDraft; readonly items: Added }[],
  ): Owner | null {
    if (agreement(sum, whole) > 0 && this.top.length > 1) return null;
    const named = near.find(({ draft }) => sum.name !== '' && withoutItemNumber(draft.name) === sum.name)?.draft;
    if (named !== undefined) return { drafts: [named], adds: true };
    const most = Math.max(0, ...near.map(({ items }) => agreement(sum, items)));
    if (most === 0) return { drafts: sum.closes === null ? [] : [sum.closes], adds: false };
    // Items that no heading holds together may be its own all the same: in weight and score, not in weight alone.
    if (most === 1 && this.sidesOf(sum).some((side) => side?.scored)) return null;
    const fitting = near.filter(({ items }) => agreement(sum, items) === most).map(({ draft }) => draft);
    const wanted = sum.level === 0 ? 1 : sum.level;
    const [likely, others] = [true, false].map((is) => fitting.filter(({ level }) => (level === wanted) === is));
    return { drafts: [...(likely ?? []), ...(others ?? [])], adds: true };
  }
}
