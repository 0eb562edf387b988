import type { FigureCell, Indicator, IndicatorGroup, Located } from './model';

interface GroupDraft {
  readonly level: 1 | 2;
  readonly name: string;
  readonly label: Located<string>;
  readonly weight: FigureCell | null;
  stated: FigureCell | null;
  readonly groups: GroupDraft[];
  readonly indicators: Indicator[];
}

export type NewGroup = Pick<IndicatorGroup, 'name' | 'label' | 'weight' | 'stated'>;

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
    const draft: GroupDraft = { level, ...group, groups: [], indicators: [] };
    if (level === 1) {
      this.top.push(draft);
      this.level1 = draft;
      this.level2 = null;
      return;
    }
    (this.level1?.groups ?? this.top).push(draft);
    this.level2 = draft;
  }

  /** States a block's score, as a 小计 row or a block's own row does. */
  subtotal(stated: FigureCell | null, level: 1 | 2): void {
    const group = level === 2 ? (this.level2 ?? this.level1) : this.level1;
    if (group !== null && stated !== null) group.stated ??= stated;
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
