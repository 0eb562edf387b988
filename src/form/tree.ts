import { Decimal } from 'decimal.js';
import { sameCell } from '../sheet/snapshot';
import type { GroupDraft, GroupHead, GrownTree } from './groups';
import type { OpenIndicator } from './indicatorRow';
import type { FigureCell, IndicatorGroup, IndicatorPart, RowSum } from './model';
import { RowSums, type SumRow } from './rowSums';

/** Grows the tree of levels while a table is read from top to bottom. */
export class TreeBuilder implements GrownTree {
  readonly top: GroupDraft[] = [];
  /** The open headings, the highest first. */
  private readonly opened: GroupDraft[] = [];
  readonly drafts: GroupDraft[] = [];
  private readonly sums: SumRow[] = [];
  readonly indicators: OpenIndicator[] = [];
  private readonly totals = { weight: new Decimal(0), stated: new Decimal(0) };

  isOpen({ name }: Pick<GroupHead, 'name'>): boolean {
    return this.opened.some((draft) => draft.name === name);
  }

  /** Opens a heading and says so; one of the same name directly after itself, as in sheets that repeat labels, stays open. */
  open(level: number, group: GroupHead): boolean {
    const same = this.opened.find((draft) => draft.level === level && draft.name === group.name);
    if (same !== undefined) {
      // A row with the sum of the scores, then the label with its points: 产出指标（50分）.
      if (same.weight?.state !== 'figure') same.weight = group.weight ?? same.weight;
      return false;
    }
    const draft: GroupDraft = { level, ...group, shares: [], from: this.indicators.length, groups: [], indicators: [] };
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
    this.sums.push({ stated, weight, level, name, at: this.indicators.length, closes });
  }

  path(): readonly string[] {
    return this.opened.map(({ name }) => name);
  }

  /** The weights or the scores of all indicators so far, added up. */
  sum(column: 'weight' | 'stated'): Decimal {
    return this.totals[column];
  }

  add(indicator: OpenIndicator): void {
    this.indicators.push(indicator);
    for (const column of ['weight', 'stated'] as const)
      this.totals[column] = this.totals[column].plus(indicator[column]?.value ?? 0);
    this.opened.at(-1)?.indicators.push(indicator);
  }

  /** A row of which the score is that of the row above it too: the two are one item in parts. Says whether it is one. */
  addTogether(row: OpenIndicator): boolean {
    const first = this.indicators.at(-1);
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
    return this.indicators.at(-1)?.parts.at(-1) !== undefined;
  }

  /** A row that tells the last indicator in detail. */
  addPart(part: IndicatorPart): void {
    this.indicators.at(-1)?.parts.push(part);
  }

  /** The headings with the sums that are theirs, and the sums that belong to none or to one with a score of its own. */
  finish(): { readonly groups: readonly IndicatorGroup[]; readonly sums: readonly RowSum[] } {
    return { sums: new RowSums(this, this.sums).place(), groups: this.top };
  }
}
