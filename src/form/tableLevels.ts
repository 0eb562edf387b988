import { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import type { Head } from './divisions';
import { NAME_ROLES } from './header';
import type { FigureCell, Located } from './model';
import { isNoteRow } from './rowMarks';
import { numberDepth } from './sections';
import type { TableRows } from './tableRows';
import { sum } from '../sheet/lists';
import { weightInHeading } from './weightInLabel';
import { isSubtotal } from './words';
import type { Grid } from './grid';

/** The labels of the levels above the names, and the rows below each. */
export class TableLevels {
  private readonly grid: Grid;
  private readonly nameRole: TableRows['nameRole'];
  /** Where rows of deeper levels were looked for last: a label that is printed in each row asks again and again. */
  private lookedBelow: LookedBelow | null = null;

  constructor(private readonly rows: TableRows) {
    this.grid = rows.grid;
    this.nameRole = rows.nameRole;
  }

  /** Whether a level's label stands alone in its row: no deeper level has a label there. */
  stands(row: number, role: 'level1' | 'level2'): boolean {
    return this.deeper(row, role).every(isSubtotal);
  }

  /** The labels of deeper levels in a row. */
  private deeper(row: number, role: 'level1' | 'level2'): readonly Located<string>[] {
    return NAME_ROLES.slice(role === 'level1' ? 1 : 2).flatMap((other) => this.rows.own(row, other) ?? []);
  }

  /** Whether 小计 stands for the name of an item: 组织领导 | 小计 | 20 over its items. */
  addsUp(row: number): boolean {
    const [deepest, above] = [...this.rows.labels(row)].reverse();
    return deepest !== undefined && above !== undefined && isSubtotal(deepest);
  }

  /** Whether a row tells what only an item does; an explanation also stands beside the sum of what follows before the next label of its level. */
  isItem(row: number, role: 'level1' | 'level2', last: number): boolean {
    if (!this.rows.tells(row)) return false;
    if (this.rows.column('target') !== null || this.rows.column('actual') !== null) return true;
    const points: Decimal[] = [];
    for (let below = row + 1; below <= last; below++) {
      const begins = (['level1', role] as const).some((one) => this.rows.own(below, one) !== null);
      if (begins || this.rows.totalLabel(below) !== null) break;
      const counted = this.rows.own(below, this.nameRole) === null ? null : this.rows.counted(below);
      if (counted?.value) points.push(counted.value);
    }
    return points.length === 0 || this.rows.counted(row)?.value?.eq(sum(points)) !== true;
  }

  /** Whether rows of deeper levels follow before the next label of this level. */
  hasChildren(row: number, role: 'level1' | 'level2', last: number): boolean {
    const depth = this.depth(row, role);
    const name = headingName(this.rows.own(row, role));
    const before = this.lookedBelow;
    const isKnown = before?.role === role && before.depth === depth && before.name === name;
    if (isKnown && row >= before.row && row < before.end) return before.has;
    const [end, has] = this.firstBelow(row, role, depth, name, last);
    this.lookedBelow = { role, depth, name, row, end, has };
    return has;
  }

  /** The row below a label that says whether rows of deeper levels follow, and whether they do. */
  private firstBelow(
    row: number,
    role: 'level1' | 'level2',
    depth: number,
    name: string,
    last: number,
  ): [number, boolean] {
    for (let below = row + 1; below <= last; below++) {
      const label = this.rows.own(below, role);
      // 1.数量指标 under 一、产出指标 in one column. Rows may repeat the label of the sum above them.
      if (label !== null && this.depth(below, role) <= depth && headingName(label) !== name) return [below, false];
      if (role === 'level2' && this.rows.own(below, 'level1') !== null) return [below, false];
      if (this.rows.totalLabel(below) !== null || isNoteRow(this.grid, below)) return [below, false];
      if (this.deeper(below, role).length > 0) return [below, true];
    }
    return [last + 1, false];
  }

  /** How deep the number before a label is, where one column before the names holds all levels. */
  depth(row: number, role: 'level1' | 'level2'): number {
    const levels = (['level1', 'level2'] as const).filter((one) => one !== this.nameRole && this.rows.columns.has(one));
    const label = levels.length > 1 ? null : this.rows.own(row, role);
    return label === null ? Infinity : (numberDepth(label.value) ?? Infinity);
  }

  /** What a row weighs in the column of the first level, or where none is. */
  printedWeight(row: number): FigureCell | null {
    return this.rows.column('level1Weight') === null ? this.rows.counted(row) : this.rows.weight(row, 'level1Weight');
  }

  /** The labels of the first level with what they weigh, down to the total. */
  headsFrom(first: number, last: number): readonly Head[] {
    const heads: Head[] = [];
    for (let row = first; row <= last && this.rows.totalLabel(row) === null; row++) {
      const label = this.rows.own(row, 'level1');
      const name = headingName(label);
      const head = heads.at(-1);
      if (label === null || isSubtotal(label) || head?.name === name) {
        // A block without a weight of its own weighs what its items do.
        if (head !== undefined && !head.isWeighed && this.rows.own(row, this.nameRole) !== null)
          head.weight = head.weight.plus(this.rows.counted(row)?.value ?? 0);
        continue;
      }
      const stands = this.stands(row, 'level1');
      const isAlone = stands && !this.rows.tells(row) && !this.hasChildren(row, 'level1', last);
      const isWeighed = stands || this.rows.column('level1Weight') !== null;
      const printed = weightInHeading(label.value)?.weight ?? this.printedWeight(row)?.value ?? new Decimal(0);
      heads.push({ row, name, isAlone, isWeighed, weight: printed });
    }
    return heads;
  }
}

/** What a heading is called, without the points in its label. */
export function headingName(label: Located<string> | null): string {
  if (label === null) return '';
  // （2） numbers the column and is no weight of something without a name.
  const { name = '' } = weightInHeading(label.value) ?? {};
  return name === '' ? compact(label.text) : name;
}

/** From a label to the row that says whether rows of deeper levels follow it. */
interface LookedBelow {
  readonly role: 'level1' | 'level2';
  readonly depth: number;
  readonly name: string;
  readonly row: number;
  readonly end: number;
  readonly has: boolean;
}
