import type { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import type { OpenIndicator } from './indicatorRow';
import type { FigureCell, Indicator, IndicatorGroup, Located } from './model';

/** A heading while its table is read: what it weighs may still change. */
export interface GroupDraft {
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

/** What the row of a heading says of it. */
export type GroupHead = Pick<IndicatorGroup, 'name' | 'label' | 'weight' | 'stated'>;

/** The headings and the items of a table as they were read. */
export interface GrownTree {
  /** The highest headings. */
  readonly top: readonly GroupDraft[];
  /** Headings at whatever depth, in the order of the sheet. */
  readonly drafts: readonly GroupDraft[];
  readonly indicators: readonly OpenIndicator[];
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

/** The weights or the scores of indicators, added up. */
export function addUp(indicators: readonly Indicator[], column: 'weight' | 'stated'): Decimal {
  return sum(indicators.map((indicator) => indicator[column]?.value));
}
