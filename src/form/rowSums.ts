import { Decimal } from 'decimal.js';
import { groupByAll } from '../sheet/lists';
import { once } from '../sheet/remember';
import { withoutItemNumber } from '../words/readQuantity';
import { withinCent } from '../words/written';
import { addUp, type GroupDraft, type GrownTree, indicatorsBelow } from './groups';
import type { FigureCell, Indicator, RowSum } from './model';

/** A row that sums up others. */
export interface SumRow {
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

/** What items come to. */
interface Added {
  readonly count: number;
  readonly weight: Decimal;
  readonly stated: Decimal;
}

const addedUp = (items: readonly Indicator[]): Added => ({
  count: items.length,
  weight: addUp(items, 'weight'),
  stated: addUp(items, 'stated'),
});

/** How many of a row's two figures are what these items add up to; 0 where the weight is not. */
function agreement(sum: Pick<SumRow, 'weight' | 'stated'>, items: Added): number {
  const adds = (['weight', 'stated'] as const).map((column) => {
    const own = sum[column]?.value ?? null;
    return own === null ? null : withinCent(items[column], own);
  });
  return items.count === 0 || adds[0] === false ? 0 : adds.filter(Boolean).length;
}

/** Whether a score is what those of several items come to but for a slip. */
function isNearly({ value }: FigureCell, items: readonly Indicator[]): boolean {
  const all = addUp(items, 'stated');
  return value !== null && items.length > 1 && all.minus(value).abs().lte(all.times(SLIP));
}

const SLIP = 0.05;

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

/** Whose the rows are that sum up others: by their names, their figures and their places. */
export class RowSums {
  private readonly places: readonly number[];

  constructor(
    private readonly tree: GrownTree,
    private readonly sums: readonly SumRow[],
  ) {
    this.places = sums.map(({ at }) => at);
  }

  /** Gives each heading the figures of the row that is its sum; what is left belongs to none, or to one with a score of its own. */
  place(): readonly RowSum[] {
    const whole = addedUp(this.tree.indicators);
    const beside = groupByAll(
      this.tree.drafts.map((draft) => ({ draft, items: addedUp(indicatorsBelow(draft)) })),
      ({ draft, items }) => new Set([draft.from, draft.from + items.count]),
    );
    const found = this.sums.map((sum) => ({ sum, group: this.groupOf(sum, whole, beside.get(sum.at) ?? []) }));
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
      const below = this.tree.drafts.filter(({ level, from }) => level === sum.level && from >= sum.at && from < end);
      const [only = null, ...others] = sum.name === '' ? below : [];
      return { sum, group: others.length === 0 ? only : null };
    });
    // A heading that prints the same figure itself is no place for a second one.
    const again = ({ sum, group }: (typeof owned)[number]) =>
      (['weight', 'stated'] as const).some((one) => [sum[one], group?.[one]].every((cell) => cell?.state === 'figure'));
    const [loose, kept] = [owned.filter((one) => one.group === null || again(one)), owned.filter((one) => !again(one))];
    for (const { sum, group } of kept) {
      if (group !== null && sum.stated?.state === 'figure') group.stated ??= sum.stated;
      if (group !== null && sum.weight?.state === 'figure') group.weight ??= sum.weight;
    }
    return this.looseSums(loose.map(({ sum }) => sum));
  }

  /** The items right above a row and right below it that weigh what it does, and whether they score it too; `null` where none weigh it. */
  private readonly sidesOf = once((row: SumRow) =>
    [this.tree.indicators.slice(0, row.at).reverse(), this.tree.indicators.slice(row.at)].map((side) => {
      const run = row.weight?.state === 'figure' ? runOf(row.weight, side) : null;
      return run && { run, scored: agreement(row, addedUp(run)) > 1 };
    }),
  );

  /** Rows that belong to no heading, each with the items on the side of it that its weight is of, else its score. */
  private looseSums(sums: readonly SumRow[]): readonly RowSum[] {
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
      const indicators = own?.run ?? (unweighed ? this.scoredBy(stated, at, weight === null) : null);
      return indicators === null ? [] : [{ weight, stated, indicators }];
    });
  }

  /** The items beside a row of which its score is the sum: all, or those up to the next such row; but for a slip where its score is all it has. */
  private scoredBy(stated: FigureCell, at: number, nearly: boolean) {
    const [before, behind] = [this.places.filter((one) => one < at).at(-1) ?? 0, this.places.find((one) => one > at)];
    const sides = [[0, at], [at], [before, at], [at, behind]].map(([from, end]) =>
      this.tree.indicators.slice(from, end),
    );
    const adds = (side: readonly Indicator[]) => side.length > 1 && addUp(side, 'stated').equals(stated.value ?? NaN);
    return sides.find(adds) ?? (nearly ? sides.find((side) => isNearly(stated, side)) : null) ?? null;
  }

  /** The headings that a row may sum up, `null` for one of the whole table: of those that end above it or begin below it the one it names, or that adds up to it; else the one it closes. */
  private groupOf(
    sum: SumRow,
    whole: Added,
    near: readonly { readonly draft: GroupDraft; readonly items: Added }[],
  ): Owner | null {
    if (agreement(sum, whole) > 0 && this.tree.top.length > 1) return null;
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
