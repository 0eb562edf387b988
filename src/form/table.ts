import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { lazily } from '../sheet/remember';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { MOST_OF_BUDGET } from './budgetLines';
import { figureCell, figureIn, figureInLabel, labelIn, located } from './cells';
import type { Grid } from './grid';
import { columnsByRole, scoreColumnOf } from './header';
import { isClass, isClassForName } from './headingWords';
import { IndicatorReader, isBonus } from './indicatorRow';
import type { ColumnRole, FigureCell, FormHeader, Located } from './model';
import { decimalNumber, isSection, type ListedRow, numberDepth } from './sections';
import { scoreIn, weightIn } from './shares';
import type { NewGroup, TreeBuilder } from './tree';
import { countsRow, isNoteRow, totalLabel } from './rowMarks';
import { SCORE_LABEL, SUBTOTAL_LABEL } from './vocabulary/labels';
import { weightInLabel } from './weightInLabel';
import { bare } from './words';

/** How a row begins that tells the one above it in detail, where no weights say so. */
const DETAIL = /^(?:\s{2,}|\u3000|\s*(?:其中|★|-|—|[(（][0-9]{1,2}[)）]|[①-⑳]))/;

const LONGEST_BAND = 30;
const TEMPLATE_NAME = /^(?:指标[0-9一二三四五六七八九十]{0,2}[:：、.]?|[-.…·*/\\—–]{1,8}|无|等)$/;

const NOTHING = /^[-—–/\\*]*$/;

/** The level of the highest heading that stands among the names of the deepest. */
const NUMBERED_LEVEL = 3;
/** How far one wrong score may put the sum of a few off. */
const SLIP = 0.2;
/** What the items of a form weigh where it prints no whole. */
const WHOLE = new Decimal(100);

type Columns = ReadonlyMap<ColumnRole, number>;

/** Reads the rows below one heading of the indicator table. */
export class TableReader {
  private readonly columns: Columns;
  private readonly nameRole: 'level1' | 'level2' | 'level3';
  /** The only column of names, where all levels stand in one. */
  private readonly list: number | null;
  /** Depths of the open headings of such a list. */
  private readonly open: number[] = [];
  /** 1.1 and 1.2 before the names in such a list, or in the column before it. */
  private readonly numbers = lazily(() => this.decimalNumbers());
  private readonly weighsTwice = lazily(() => this.countTwice());
  private readonly indicators: IndicatorReader;
  /** The first column of names. */
  private readonly firstName: number;
  /** A total may stand beside the table. */
  private readonly lastColumn: number;

  constructor(
    private readonly grid: Grid,
    private readonly header: FormHeader,
    private readonly shares: boolean,
  ) {
    const columns = columnsByRole(header);
    this.columns = columns;
    this.lastColumn = Math.max(...columns.values());
    this.nameRole = columns.has('level3') ? 'level3' : columns.has('level2') ? 'level2' : 'level1';
    const levels = (['level1', 'level2', 'level3'] as const).flatMap((role) => columns.get(role) ?? []);
    const [list, ...others] = levels;
    this.firstName = Math.min(...levels);
    this.list = list !== undefined && others.length === 0 ? list : null;
    this.indicators = new IndicatorReader(grid, header, shares);
  }

  /** Reads one row into the tree. `last` is the table's last row, to see whether a heading has rows below it. */
  read(row: number, last: number, tree: TreeBuilder): void {
    if (this.readSubtotal(row, tree) || this.readSection(row, last, tree) || this.readBand(row, tree)) return;
    if (this.isRemark(row)) return;
    const opened = this.openGroups(row, last, tree);
    if (this.openNumbered(row, last, tree)) return;
    const name = this.nameIn(row, last);
    if (name === null) return;
    if (!opened && tree.indicators.length > 0 && this.isPart(row, name, tree.endsInPart)) {
      tree.addPart(this.indicators.part(row, name));
      return;
    }
    if (!this.isScored(row, name)) return;
    const alone = (['level1', 'level2'] as const).find((role) => this.column(role) === name.at.column);
    if (alone !== undefined && alone !== this.nameRole) tree.close(alone === 'level1' ? 1 : 2);
    if (this.list !== null) this.closeFor(this.listedDepth(row, this.list) ?? Infinity, tree);
    tree.add(this.indicators.read(row, name, tree.path()));
  }

  /** A sentence beside its label, over the columns for points: it belongs to the table as a whole. */
  private isRemark(row: number): boolean {
    const points = (['weight', 'stated'] as const).flatMap((role) => this.column(role) ?? []);
    const over = points.map((column) => this.grid.anchor(row, column));
    const [first] = this.grid.filled(row);
    return (
      first !== undefined &&
      over.length > 0 &&
      over.every(
        ({ row: at, column }, index) => at === row && column > first.at.column && column < (points[index] ?? 0),
      )
    );
  }

  private column(role: ColumnRole): number | null {
    return this.columns.get(role) ?? null;
  }

  private weight(row: number): FigureCell | null {
    return weightIn(this.grid, row, this.column('weight'), this.shares);
  }

  private score(row: number): FigureCell | null {
    return scoreIn(this.grid, row, this.header, this.shares);
  }

  /** What stands in a row in the columns for weights and scores. */
  private points(row: number): Points {
    return { weight: this.weight(row), stated: this.score(row) };
  }

  /** The label that begins in this row and column. */
  private own(row: number, role: ColumnRole): Located<string> | null {
    const column = this.column(role);
    if (column === null) return null;
    const anchor = this.grid.anchor(row, column);
    return anchor.row === row && anchor.column === column ? labelIn(this.grid, row, column) : null;
  }

  private readSubtotal(row: number, tree: TreeBuilder): boolean {
    const labelled = this.subtotalLabel(row);
    if (labelled === null && this.own(row, this.nameRole) !== null) return false;
    const { weight, stated } = this.points(row);
    const level = labelled?.level ?? (this.isUnlabelledSum(row, weight, stated) ? 0 : null);
    if (level !== null) tree.subtotal(stated, weight, level, labelled?.name);
    return level !== null;
  }

  /** The level whose column 小计 stands in, and what stands before that word; `null` where it does not. */
  private subtotalLabel(row: number): { readonly level: 1 | 2; readonly name: string } | null {
    for (const role of [null, 'level1', 'level2', 'level3'] as const) {
      const label = role === null ? this.numberedLabel(row) : this.own(row, role);
      if (label === null) continue;
      const text = bare(label.value);
      if (SUBTOTAL_LABEL.test(text)) {
        return { level: role === null || role === 'level1' ? 1 : 2, name: text.replace(/小计$/, '') };
      }
      if (role !== null) return null;
    }
    return null;
  }

  /** A row that holds nothing but a weight and a score: what of, its figures say. */
  private isUnlabelledSum(row: number, weight: FigureCell | null, stated: FigureCell | null): boolean {
    const inTable = this.grid.filled(row).filter(({ at }) => at.column <= this.lastColumn);
    const sums = [weight, stated].filter((cell) => cell?.state === 'figure' && cell.at.row === row);
    const isSum = ({ at }: SheetCell) => sums.some((sum) => sum !== null && sameCell(sum.at, at));
    // 绩效指标 at the edge may be printed again in each row, as numbers are.
    const isLead = ({ at: { column } }: SheetCell) =>
      this.grid.compact(row, column) === this.grid.compact(this.header.row, column);
    const says = (cell: SheetCell) => cell.at.column >= this.firstName || !(countsRow(cell) || isLead(cell));
    const cells = inTable.filter((cell) => isSum(cell) || says(cell));
    return (
      sums.length > 0 &&
      cells.length === sums.length &&
      this.grid.areaOf(row, this.column(this.nameRole) ?? 0)?.row === undefined &&
      cells.every(isSum)
    );
  }

  /** A label alone in its row over a table that has no column for its level: 产出指标（50分） over all columns. */
  private readBand(row: number, tree: TreeBuilder): boolean {
    if (this.column('level1') !== null) return false;
    const [label, ...others] = this.grid.filled(row).map(located);
    if (label === undefined || others.length > 0 || label.value.length > LONGEST_BAND) return false;
    if (weightInLabel(label.value) === null && !bare(label.value).endsWith('指标')) return false;
    const level = this.levelOf(numberDepth(label.value, '', this.numbers()) ?? 0, tree);
    tree.open(level, groupOf(label, { weight: null, stated: null }));
    return true;
  }

  /** What stands left of the names, under 序号. */
  private numberedLabel(row: number): Located<string> | null {
    const [first] = this.grid.filled(row);
    return first === undefined || first.at.column >= this.firstName ? null : located(first);
  }

  /** Opens a heading that stands in the one column of names, over the rows that its number numbers. */
  private readSection(row: number, last: number, tree: TreeBuilder): boolean {
    const { list } = this;
    if (list === null || !isSection((at) => this.listed(at, list), row, last)) return false;
    const label = labelIn(this.grid, row, list);
    if (label === null) return false;
    const { weight, stated } = this.points(row);
    const printed = weight?.state === 'figure' || weightInLabel(label.value) === null;
    tree.open(
      this.levelOf(this.listedDepth(row, list) ?? 0, tree),
      groupOf(label, { weight: printed ? weight : null, stated }),
    );
    return true;
  }

  /**
   * Opens a heading among the names of the deepest level: a class (数量指标) over rows that tell, or 一、示范区 15 over 1、… 5,
   * 2、… 5 and 3、… 5 that make it up.
   */
  private openNumbered(row: number, last: number, tree: TreeBuilder): boolean {
    const column = this.column(this.nameRole);
    const label = this.own(row, this.nameRole);
    if (this.list !== null || column === null || label === null) return false;
    const own = this.listedDepth(row, column);
    if (own !== null && this.namesClass(row, column))
      return (this.tells(row + 1) || this.hasPoints(row)) && tree.open(1 + own, groupOf(label, this.points(row)));
    tree.close(NUMBERED_LEVEL + (own ?? 0));
    if (own === null) return false;
    const points = (at: number) => (this.column('weight') === null ? this.score(at) : this.weight(at))?.value ?? null;
    const whole = points(row);
    if (whole === null) return false;
    const parts: Decimal[] = [];
    for (let below = row + 1; below <= last; below++) {
      const part = points(below);
      if (part === null) continue;
      if ((this.listedDepth(below, column) ?? -1) <= own) break;
      parts.push(part);
    }
    if (parts.length < 2 || sum(parts).minus(whole).abs().gt(whole.times(SLIP))) return false;
    return tree.open(NUMBERED_LEVEL + own, groupOf(label, this.points(row)));
  }

  /** Ends the headings of a list above a row whose number is this deep: 2.法律援助 is no part of 1.普法活动. */
  private closeFor(depth: number, tree: TreeBuilder): void {
    while ((this.open.at(-1) ?? -1) >= depth) {
      this.open.pop();
      tree.close(this.open.length + 1);
    }
  }

  /** The level of a heading whose number is this deep, below those that are open. */
  private levelOf(depth: number, tree: TreeBuilder): number {
    this.closeFor(depth, tree);
    return this.open.push(depth);
  }

  private decimalNumbers(): ReadonlySet<string> {
    const { grid, list } = this;
    const rows = Array.from({ length: grid.lastRow - this.header.row }, (_, at) => this.header.row + at + 1);
    const columns = list === null ? [] : [Math.max(list - 1, grid.firstColumn), list];
    const names = columns.flatMap((column) => rows.map((row) => `${grid.compact(row, column)}、`));
    return new Set(names.flatMap((name) => decimalNumber(name) ?? []));
  }

  /** The label of a row in a column that lists all levels; `null` where it sums up or explains others. */
  private listedLabel(row: number, column: number): Located<string> | null {
    const { grid } = this;
    if (!grid.startsInRow(row, column) || totalLabel(grid, row) !== null || isNoteRow(grid, row)) return null;
    const label = labelIn(grid, row, column);
    return label === null || bare(label.value).endsWith('小计') ? null : label;
  }

  private listedDepth(row: number, column: number, label = this.listedLabel(row, column)): number | null {
    if (label === null) return null;
    const before = column > this.grid.firstColumn ? this.grid.text(row, column - 1) : '';
    return numberDepth(label.value, before, this.numbers()) ?? this.classDepth(row, column);
  }

  /**
   * Of a row that is called what a class is: 产出指标 stands directly above 数量指标, which stands above rows that tell; so
   * does 满意度指标 once these have all the weight of 效益指标 above them.
   */
  private classDepth(row: number, column: number): 0 | 1 | null {
    if (!this.namesClass(row, column)) return null;
    if (this.namesClass(row + 1, column)) return 0;
    let told = new Decimal(0);
    for (let above = row - 1; above > this.header.lastRow; above--) {
      const points = this.weight(above)?.value ?? null;
      if (!this.namesClass(above, column)) told = told.plus((this.listedLabel(above, column) && points) ?? 0);
      else if (this.namesClass(above + 1, column)) return points !== null && told.gte(points) ? 0 : 1;
    }
    return 1;
  }

  /**
   * Whether a row is called what a class of indicators is, without a number, and says nothing of what was to be reached and
   * what was; one with points only where they are those of its items again.
   */
  private namesClass(row: number, column: number): boolean {
    return this.isCalledClass(row, column) && (!this.hasPoints(row) || this.weighsTwice());
  }

  private isCalledClass(row: number, column: number): boolean {
    const silent = (['target', 'actual'] as const).every((role) => this.own(row, role) === null);
    const label = this.listedLabel(row, column)?.value ?? '';
    return silent && (isClass(label) || isClassForName(label)) && numberDepth(label) === null;
  }

  /** Whether the rows that are called classes weigh what the others do once more: 社会效益 without a target is an item else. */
  private countTwice(): boolean {
    const column = this.column(this.nameRole) ?? 0;
    const points = (row: number) => (this.column('weight') === null ? this.score(row) : this.weight(row))?.value;
    const rows = Array.from(
      { length: this.grid.lastRow - this.header.lastRow },
      (_, at) => this.header.lastRow + at + 1,
    );
    const listed = rows.filter((row) => this.listedLabel(row, column) !== null);
    const whole = rows.flatMap((row) => (totalLabel(this.grid, row) === null ? [] : (points(row) ?? [])))[0] ?? WHOLE;
    const all = sum(listed.map(points));
    const items = sum(listed.map((row) => (this.isCalledClass(row, column) ? null : points(row))));
    return items.minus(whole).abs().lt(all.minus(whole).abs());
  }

  private listed(row: number, column: number): ListedRow | null {
    const label = this.listedLabel(row, column);
    if (label === null) return null;
    const own = figureIn(this.grid, row, this.column('weight'))?.value ?? null;
    return {
      depth: this.listedDepth(row, column, label),
      weight: own ?? weightInLabel(label.value)?.weight ?? null,
      points: this.hasPoints(row),
      told: this.tells(row),
      names: this.namesClass(row, column),
    };
  }

  /** Whether any heading was opened that was not open yet. */
  private openGroups(row: number, last: number, tree: TreeBuilder): boolean {
    let opened = false;
    for (const [level, role] of [
      [1, 'level1'],
      [2, 'level2'],
    ] as const) {
      if (role === this.nameRole) break;
      const label = this.own(row, role);
      if (label === null || (this.stands(row, role) && !this.hasChildren(row, role, last))) continue;
      const [column, scores] = [this.column(`${role}Weight`), this.column(`${role}Score`)];
      const own = this.stands(row, role) && !this.tells(row) ? this.points(row) : { weight: null, stated: null };
      const inLabel = weightInLabel(label.value) !== null;
      const weight = column === null ? (inLabel ? null : own.weight) : weightIn(this.grid, row, column, this.shares);
      const depth = this.depth(row, role);
      const stated = scores === null ? own.stated : figureIn(this.grid, row, scores);
      const name = groupOf(label, { weight, stated });
      if (depth === Infinity) this.open.length = 0;
      else if (tree.isOpen(name)) continue;
      if (tree.open(depth === Infinity ? level : this.levelOf(depth, tree), name)) opened = true;
    }
    return opened;
  }

  /** The label of the last row with points, where it adds up those above it, whatever it calls itself: 自评结果. */
  wholeSum(row: number, last: number, tree: TreeBuilder): Located<string> | null {
    const [first] = this.grid.filled(row);
    if (first === undefined || tree.indicators.length < 2) return null;
    const told = (['target', 'actual', 'standard'] as const).some((role) => {
      const own = this.own(row, role);
      return own !== null && !SCORE_LABEL.test(bare(own.value));
    });
    if (told) return null;
    const names = (['level1', 'level2', 'level3'] as const).filter((role) => this.own(row, role) !== null).length;
    const scored = (['stated', 'convertedScore', 'deduction'] as const).some((role) => this.ownFigure(row, role));
    if (names > 1 || !scored || this.subtotalLabel(row) !== null) return null;
    const { weight, stated } = this.points(row);
    const isBare = figureCell(first).state === 'figure';
    // 100 | 98 in the columns of points and nothing else.
    if (isBare && !(weight?.value?.equals(100) === true && this.isUnlabelledSum(row, weight, stated))) return null;
    const named = first.at.column === this.column(this.nameRole);
    if (weightInLabel(first.text) !== null) return null;
    let next = row + 1;
    while (next <= last && this.grid.filled(next).length === 0) next++;
    if (next <= last && this.hasPoints(next)) return null;
    const [own, sum] = weight?.value ? [weight.value, tree.sum('weight')] : [stated?.value, tree.sum('stated')];
    const beyond = own?.minus(sum);
    // A row that weighs half may be an item; a sum that stands among the names must weigh 100.
    if (named && weight?.value?.equals(100) !== true) return null;
    // The budget's points may be added in.
    const adds = beyond?.greaterThanOrEqualTo('-0.011') === true && beyond.lessThanOrEqualTo(MOST_OF_BUDGET);
    return adds && (isBare || first.at.column < (stated?.at.column ?? 0)) ? located(first) : null;
  }

  /** Whether a level's label stands alone in its row: no deeper level has a label there. */
  private stands(row: number, role: 'level1' | 'level2'): boolean {
    const deeper = role === 'level1' ? (['level2', 'level3'] as const) : (['level3'] as const);
    return deeper.every((other) => this.own(row, other) === null);
  }

  /** Whether rows of deeper levels follow before the next label of this level. */
  private hasChildren(row: number, role: 'level1' | 'level2', last: number): boolean {
    const deeper = role === 'level1' ? (['level2', 'level3'] as const) : (['level3'] as const);
    const depth = this.depth(row, role);
    const name = headingName(this.own(row, role));
    for (let below = row + 1; below <= last; below++) {
      const label = this.own(below, role);
      // 1.数量指标 under 一、产出指标 in one column. Rows may repeat the label of the sum above them.
      if (label !== null && this.depth(below, role) <= depth && headingName(label) !== name) return false;
      if (role === 'level2' && this.own(below, 'level1') !== null) return false;
      if (totalLabel(this.grid, below) !== null || isNoteRow(this.grid, below)) return false;
      if (deeper.some((other) => this.own(below, other) !== null)) return true;
    }
    return false;
  }

  /** How deep the number before a label is, where one column before the names holds all levels. */
  private depth(row: number, role: 'level1' | 'level2'): number {
    const levels = (['level1', 'level2'] as const).filter((one) => one !== this.nameRole && this.columns.has(one));
    const label = levels.length > 1 ? null : this.own(row, role);
    return label === null ? Infinity : (numberDepth(label.value) ?? Infinity);
  }

  /** The name of the row's indicator: its deepest label, or the one it shares with the row above. */
  private nameIn(row: number, last: number): Located<string> | null {
    const name = this.own(row, this.nameRole);
    if (name !== null) return { ...name, value: joined(name.value) };
    for (const role of ['level2', 'level1'] as const) {
      if (role === this.nameRole) continue;
      const label = this.own(row, role);
      if (label === null) continue;
      if (this.tells(row) && this.hasPoints(row) && this.hasChildren(row, role, last))
        return located(this.grid.at(row, this.column(this.nameRole) ?? label.at.column));
      const scored = this.hasPoints(row) || (isBonus([label.value]) && this.ownFigure(row, 'stated'));
      return this.stands(row, role) && !this.hasChildren(row, role, last) && scored ? label : null;
    }
    const column = this.column(this.nameRole);
    if (column === null || !this.hasPoints(row)) return null;
    const shared = labelIn(this.grid, row, column);
    if (shared !== null && this.grid.anchor(row, column).column === column) return shared;
    const weighed = this.ownFigure(row, 'weight') && this.ownFigure(row, 'stated');
    if (weighed) return located(this.grid.at(row, column));
    // Without weights what is to be reached says that the points are an item's, and names it.
    return this.column('weight') === null && this.own(row, 'actual') !== null ? this.own(row, 'target') : null;
  }

  /** Whether a row says what was to be reached and what was, as only an indicator's does. */
  tells(row: number): boolean {
    return (['target', 'actual'] as const).every((role) => {
      const column = this.column(role);
      return column !== null && this.grid.startsInRow(row, column) && !NOTHING.test(this.grid.compact(row, column));
    });
  }

  private ownFigure(row: number, role: ColumnRole): boolean {
    const column = this.column(role);
    if (column === null || !this.grid.startsInRow(row, column)) return false;
    return figureCell(this.grid.at(row, column)).state === 'figure';
  }

  /** Whether a weight above nothing, or a score where there are no weights, stands in this very row. */
  hasPoints(row: number): boolean {
    const weight = this.column('weight');
    if (weight === null) return this.ownFigure(row, 'stated') || this.ownFigure(row, 'convertedScore');
    if (!this.grid.startsInRow(row, weight)) return false;
    const { value } = figureCell(this.grid.at(row, weight));
    return value !== null && !value.isZero();
  }

  /** A row below an indicator, or `below` another such row, that tells target and actual value in detail and has no points of its own. */
  private isPart(row: number, name: Located<string>, below: boolean): boolean {
    const told = (['target', 'actual'] as const).some((role) => this.own(row, role) !== null);
    if (!told || TEMPLATE_NAME.test(bare(name.value)) || name.at.row !== row) return false;
    const points = (['weight', 'stated', 'convertedScore'] as const).flatMap((role) => this.column(role) ?? []);
    const blank = points.every((column) => {
      if (!this.grid.startsInRow(row, column)) return true;
      return figureCell(this.grid.at(row, column)).state === 'blank';
    });
    return (
      blank &&
      points.length > 0 &&
      (this.column('weight') !== null || DETAIL.test(name.text) || (below && weightInLabel(name.value) === null))
    );
  }

  private isScored(row: number, name: Located<string>): boolean {
    const weightColumn = this.column('weight');
    const scoreColumn = scoreColumnOf(this.header);
    const sharesScore =
      scoreColumn !== null &&
      !this.grid.startsInRow(row, scoreColumn) &&
      (weightColumn === null || !this.grid.startsInRow(row, weightColumn));
    // A label over the whole width, as each block's heading may repeat it, has no points below it either.
    const points = weightColumn ?? scoreColumn;
    const isWide = points !== null && sameCell(this.grid.anchor(row, points), name.at);
    if (sharesScore || isWide) return false;
    if (this.hasPoints(row)) return true;
    const filled = (['weight', 'stated', 'convertedScore', 'target', 'actual'] as const).filter((role) => {
      const column = this.column(role);
      if (column === null || !this.grid.startsInRow(row, column)) return false;
      const { state, value } = figureCell(this.grid.at(row, column));
      return state === 'unreadable' || (state === 'figure' && !(role === 'weight' && value?.isZero() === true));
    });
    if (filled.length === 0) return this.isUnfilled(row, name);
    if (TEMPLATE_NAME.test(bare(name.value))) return filled.includes('stated') && filled.length > 1;
    return true;
  }

  /** A named row in which nothing is filled in yet is one to be scored only where the table explains it. */
  private isUnfilled(row: number, name: Located<string>): boolean {
    if (TEMPLATE_NAME.test(bare(name.value)) || this.nameRole !== 'level3') return false;
    return (this.own(row, 'standard') ?? this.own(row, 'definition')) !== null;
  }
}

interface Points {
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
}

/** What a heading is called, without the points in its label. */
function headingName(label: Located<string> | null): string {
  return label === null ? '' : (weightInLabel(label.value)?.name ?? compact(label.text));
}

/** A heading with its points; those in its label are its weight where it has no other. */
function groupOf(label: Located<string>, { weight, stated }: Points): NewGroup {
  const inLabel = weightInLabel(label.value);
  return {
    name: headingName(label),
    label,
    weight: weight ?? (inLabel === null ? null : figureInLabel(label, inLabel.weight)),
    stated: stated?.value ? stated : null,
  };
}

/** A name set in a narrow column is broken where a line ends: `热线 接通率` is one word. */
function joined(name: string): string {
  return name.replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1');
}
