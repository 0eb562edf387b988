import { Decimal } from 'decimal.js';
import { HUNDRED } from '../words/units';
import { sum } from '../sheet/lists';
import { lazily, rememberBy } from '../sheet/remember';
import { figureIn, labelIn } from './cells';
import { rowsBetween } from './grid';
import { isClass, isClassForName } from './headingWords';
import type { Located } from './model';
import { isNoteRow, totalLabel } from './rowMarks';
import { decimalNumber, type ListedRow, numberDepth } from './sections';
import type { TableRows } from './tableRows';
import { weightInLabel } from './weightInLabel';
import { bare } from './words';

/**
 * The column of names read as a list that may hold headings too: how deep each row stands in it, by the number before its
 * name or by the class of indicators that it is called.
 */
export class NameList {
  /** 1.1 and 1.2 before the names, or in the column before them, where all levels stand in one. */
  private readonly numbers = lazily(() => this.decimalNumbers());
  private readonly weighsTwice = lazily(() => this.countTwice());
  private readonly classes = lazily(() => this.classDepths());
  private readonly column: number | null;
  /** @param isAlone whether all levels stand in this column. */
  constructor(
    private readonly rows: TableRows,
    private readonly isAlone: boolean,
  ) {
    this.column = rows.column(rows.nameRole);
  }

  /** What a row says of itself; `null` where it has no `label`. Headings are told from items by the rows around them. */
  readonly at = rememberBy(String, (row: number): ListedRow | null => {
    const label = this.label(row);
    if (label === null) return null;
    const own = figureIn(this.rows.grid, row, this.rows.column('weight'))?.value ?? null;
    return {
      depth: this.depth(row),
      weight: own ?? weightInLabel(label.value)?.weight ?? null,
      points: this.rows.hasPoints(row),
      told: this.rows.tells(row),
      names: this.namesClass(row),
    };
  });

  /** How deep a row stands in the list; `null` where neither a number nor a class says it. */
  depth(row: number): number | null {
    const label = this.label(row);
    if (label === null || this.column === null) return null;
    const { grid } = this.rows;
    const before = this.column > grid.firstColumn ? grid.text(row, this.column - 1) : '';
    return this.numberDepth(label.value, before) ?? this.classes().get(row) ?? null;
  }

  /** How deep the number before a label puts it. */
  numberDepth(label: string, before = ''): number | null {
    return numberDepth(label, before, this.numbers());
  }

  /** The label of a row; `null` where it sums up or explains others. */
  label(row: number): Located<string> | null {
    const { grid } = this.rows;
    if (this.column === null || !grid.startsInRow(row, this.column)) return null;
    if (totalLabel(grid, row) !== null || isNoteRow(grid, row)) return null;
    const label = labelIn(grid, row, this.column);
    return label === null || bare(label.value).endsWith('小计') ? null : label;
  }

  private decimalNumbers(): ReadonlySet<string> {
    const { grid, header, formEnd } = this.rows;
    if (!this.isAlone || this.column === null) return new Set();
    const columns = [Math.max(this.column - 1, grid.firstColumn), this.column];
    const below = rowsBetween(header.row, formEnd);
    const names = columns.flatMap((column) => below.map((row) => `${grid.compact(row, column)}、`));
    return new Set(names.flatMap((name) => decimalNumber(name) ?? []));
  }

  /**
   * Of rows that are called what a class is: 产出指标 stands directly above 数量指标, which stands above rows that tell; so
   * does 满意度指标 once these have all the weight of 效益指标 above them.
   */
  private classDepths(): ReadonlyMap<number, 0 | 1> {
    const depths = new Map<number, 0 | 1>();
    let whole: Decimal | null = null;
    let told = new Decimal(0);
    for (const row of rowsBetween(this.rows.header.lastRow, this.rows.end)) {
      const points = this.rows.weight(row)?.value ?? null;
      if (!this.namesClass(row)) {
        if (points !== null && this.label(row) !== null) told = told.plus(points);
      } else if (this.namesClass(row + 1)) {
        depths.set(row, 0);
        [whole, told] = [points, new Decimal(0)];
      } else depths.set(row, whole !== null && told.gte(whole) ? 0 : 1);
    }
    return depths;
  }

  /**
   * Whether a row is called what a class of indicators is, without a number, and says nothing of what was to be reached and
   * what was; one with points only where they are those of its items again.
   */
  namesClass(row: number): boolean {
    return this.isCalledClass(row) && (!this.rows.hasPoints(row) || this.weighsTwice());
  }

  private isCalledClass(row: number): boolean {
    const label = this.label(row)?.value ?? '';
    const silent = (['target', 'actual'] as const).every((role) => this.rows.own(row, role) === null);
    return silent && (isClass(label) || isClassForName(label)) && numberDepth(label) === null;
  }

  /** Whether the rows that are called classes weigh what the others do once more: 社会效益 without a target is an item else. */
  private countTwice(): boolean {
    const { grid, header, formEnd } = this.rows;
    const points = (row: number) => this.rows.counted(row)?.value;
    const below = rowsBetween(header.lastRow, formEnd);
    const listed = below.filter((row) => this.label(row) !== null);
    const whole = below.flatMap((row) => (totalLabel(grid, row) === null ? [] : (points(row) ?? [])))[0] ?? HUNDRED;
    const all = sum(listed.map(points));
    const items = sum(listed.map((row) => (this.isCalledClass(row) ? null : points(row))));
    return items.minus(whole).abs().lt(all.minus(whole).abs());
  }
}
