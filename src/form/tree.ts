import { Decimal } from 'decimal.js';
import type { FigureCell, Indicator, IndicatorGroup, Located } from './model';

interface GroupDraft {
  readonly level: 1 | 2;
  readonly name: string;
  readonly label: Located<string>;
  readonly weight: FigureCell | null;
  stated: FigureCell | null;
  /** Whether a 小计 has summed it up. */
  summed: boolean;
  readonly groups: GroupDraft[];
  readonly indicators: Indicator[];
}

export type NewGroup = Pick<IndicatorGroup, 'name' | 'label' | 'weight' | 'stated'>;

function weightOf({ groups, indicators }: GroupDraft): Decimal {
  const own = indicators.reduce((sum, { weight }) => sum.plus(weight?.value ?? 0), new Decimal(0));
  return groups.reduce((sum, group) => sum.plus(weightOf(group)), own);
}

/** Grows the tree of levels while a table is read from top to bottom. */
export class TreeBuilder {
  private readonly top: GroupDraft[] = [];
  private level1: GroupDraft | null = null;
  private level2: GroupDraft | null = null;
  readonly indicators: Indicator[] = [];

  /** Opens a heading; one of the same name directly after itself, as in sheets that repeat labels, stays open. */
  open(level: 1 | 2, group: NewGroup): void {
    const current = level === 1 ? this.level1 : this.level2;
    if (current?.name === group.name) return;
    const draft: GroupDraft = { level, ...group, summed: false, groups: [], indicators: [] };
    if (level === 1) {
      this.top.push(draft);
      this.level1 = draft;
      this.level2 = null;
      return;
    }
    (this.level1?.groups ?? this.top).push(draft);
    this.level2 = draft;
  }

  /** Ends the open headings of a level and below it: an item that stands at that level itself belongs to none of them. */
  close(level: 1 | 2): void {
    if (level === 1) this.level1 = null;
    this.level2 = null;
  }

  /** States a block's score, as a 小计 row does. One that sums up several blocks together is none's. */
  subtotal(stated: FigureCell | null, weight: FigureCell | null, level: 1 | 2): void {
    const group = level === 2 ? (this.level2 ?? this.level1) : (this.level1 ?? this.level2);
    if (group === null) return;
    const siblings = group === this.level2 ? (this.level1?.groups ?? this.top) : this.top;
    const open = siblings.filter(({ summed }) => !summed);
    const alone = open.length === 1 || weight?.value?.equals(weightOf(group)) === true;
    if (alone && stated !== null) group.stated ??= stated;
    for (const one of open) one.summed = true;
  }

  path(): readonly string[] {
    return [this.level1?.name, this.level2?.name].filter((name) => name !== undefined);
  }

  add(indicator: Indicator): void {
    this.indicators.push(indicator);
    (this.level2 ?? this.level1)?.indicators.push(indicator);
  }

  groups(): readonly IndicatorGroup[] {
    return this.top;
  }
}
