import type { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { MOST_OFF } from '../words/written';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { MOST_OF_BUDGET } from './budgetBlock';
import { figureCell, figureIn, figureInLabel, labelIn, located, holdsFigure } from './cells';
import { divisionsIn } from './divisions';
import { NAME_ROLES } from './header';
import type { Grid } from './grid';
import { IndicatorReader, isBonus } from './indicatorRow';
import type { FigureCell, Located } from './model';
import { NameList } from './nameList';
import { saysAgain } from './pages';
import { isSection } from './sections';
import { headingName, TableLevels } from './tableLevels';
import type { RowPoints, TableRows } from './tableRows';
import type { GroupHead } from './groups';
import type { TreeBuilder } from './tree';
import { countsRow } from './rowMarks';
import { GRADE, SCORE_LABEL, SUBTOTAL_LABEL } from './vocabulary/labels';
import { weightInHeading, weightInLabel } from './weightInLabel';
import { bare, isSubtotal } from './words';

/** How a row begins that tells the one above it in detail, where no weights say so. */
const DETAIL = /^(?:\s{2,}|\u3000|\s*(?:其中|★|-|—|[(（][0-9]{1,2}[)）]|[①-⑳]))/;

const LONGEST_BAND = 30;
const TEMPLATE_NAME = /^(?:指标[0-9一二三四五六七八九十]{0,2}[:：、.]?|[-.…·*/\\—–]{1,8}|无|等)$/;

/** The level of the highest heading that stands among the names of the deepest. */
const NUMBERED_LEVEL = 3;
/** The level above the first. */
const DIVISION = 0;
/** How far one wrong score may put the sum of a few off. */
const SLIP = 0.2;
/** Reads the rows below one heading of the indicator table. */
export class TableReader {
  private readonly grid: Grid;
  private readonly nameRole: TableRows['nameRole'];
  private readonly names: NameList;
  /** Whether all levels stand in the one column of names. */
  private readonly isList: boolean;
  /** Depths of the open headings of such a list. */
  private readonly open: number[] = [];
  private readonly indicators: IndicatorReader;
  /** The first column of names. */
  private readonly firstName: number;
  private readonly levels: TableLevels;
  /** A total may stand beside the table. */
  private readonly lastColumn: number;
  /** The rows that stand over whole blocks, each with the row behind the last of these. */
  private divisions: ReadonlyMap<number, number> | null = null;

  constructor(private readonly rows: TableRows) {
    const { columns } = rows;
    this.grid = rows.grid;
    const levels = NAME_ROLES.flatMap((role) => columns.get(role) ?? []);
    this.lastColumn = Math.max(...columns.values());
    this.firstName = Math.min(...levels);
    this.nameRole = rows.nameRole;
    this.levels = new TableLevels(rows);
    this.isList = levels.length === 1;
    this.names = new NameList(rows, this.isList);
    this.indicators = new IndicatorReader(rows);
  }

  /** Reads one row into the tree. `last` is the table's last row, to see whether a heading has rows below it. */
  read(row: number, last: number, tree: TreeBuilder): void {
    if (this.readSubtotal(row, tree) || this.readSection(row, last, tree) || this.readBand(row, tree)) return;
    if (this.isRemark(row) || saysAgain(this.grid, row, this.rows.header)) return;
    if (this.rows.showsExample(row) || this.openDivision(row, last, tree)) return;
    const opened = this.openGroups(row, last, tree);
    if (this.levels.addsUp(row)) {
      // 组织领导 | 小计 | 20 below its items, in a table that prints 组织领导 in each row.
      const { weight, stated } = this.rows.points(row);
      if (!opened) tree.subtotal(stated, weight, 2);
      return;
    }
    if (this.openNumbered(row, last, tree)) return;
    const name = this.nameIn(row, last);
    if (name === null) return;
    if (!opened && tree.indicators.length > 0 && this.isPart(row, name, tree.endsInPart)) {
      tree.addPart(this.indicators.part(row, name));
      return;
    }
    if (!this.isScored(row, name)) return;
    const alone = (['level1', 'level2'] as const).find((role) => name.at.column <= (this.rows.column(role) ?? -1));
    if (alone !== undefined && alone !== this.nameRole) tree.close(alone === 'level1' ? 1 : 2);
    if (this.isList) this.closeFor(this.names.depth(row) ?? Infinity, tree);
    const read = this.indicators.read(row, name, tree.path());
    if (!tree.addTogether(read)) tree.add(read);
  }

  /** A sentence beside its label, over the columns for points: it belongs to the table as a whole. */
  private isRemark(row: number): boolean {
    const points = (['weight', 'stated'] as const).flatMap((role) => this.rows.column(role) ?? []);
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

  private readSubtotal(row: number, tree: TreeBuilder): boolean {
    const labelled = this.subtotalLabel(row, tree);
    if (labelled === null && this.rows.own(row, this.nameRole) !== null) return false;
    const { weight, stated } = this.rows.points(row);
    const level = labelled?.level ?? (this.isUnlabelledSum(row, weight, stated) ? 0 : null);
    if (level !== null) tree.subtotal(stated, weight, level, labelled?.name);
    return level !== null;
  }

  /** The level whose column 小计, or 合计 or 得分 behind the name of a heading, stands in, and what stands before that word; `null` where it does not. */
  private subtotalLabel(row: number, tree: TreeBuilder): { readonly level: 1 | 2; readonly name: string } | null {
    for (const role of [null, 'level1', 'level2', 'level3'] as const) {
      const label = role === null ? this.numberedLabel(row) : this.rows.own(row, role);
      if (label === null) continue;
      const text = bare(label.value);
      const name = text.replace(/(?:得分)?[小合]计$|得分$/, '');
      const sumsUp = text.endsWith('合计') || (text.endsWith('得分') && !this.rows.tells(row));
      if (SUBTOTAL_LABEL.test(text) || (sumsUp && tree.isOpen({ name }))) {
        return { level: role === null || role === 'level1' ? 1 : 2, name };
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
      this.grid.compact(row, column) === this.grid.compact(this.rows.header.row, column);
    const says = (cell: SheetCell) =>
      cell.at.column < this.firstName ? !(countsRow(cell) || isLead(cell)) : !GRADE.test(bare(cell.text));
    const cells = inTable.filter((cell) => isSum(cell) || says(cell));
    return (
      sums.length > 0 &&
      cells.length === sums.length &&
      this.grid.areaOf(row, this.rows.column(this.nameRole) ?? 0)?.row === undefined
    );
  }

  /** A label alone in its row over a table that has no column for its level: 产出指标（50分） over all columns. */
  private readBand(row: number, tree: TreeBuilder): boolean {
    if (this.rows.column('level1') !== null) return false;
    const [label, ...others] = this.grid.filled(row).map(located);
    if (label === undefined || others.length > 0 || label.value.length > LONGEST_BAND) return false;
    if (weightInLabel(label.value) === null && !bare(label.value).endsWith('指标')) return false;
    const level = this.levelOf(this.names.numberDepth(label.value) ?? 0, tree);
    tree.open(level, groupOf(label, { weight: null, stated: null }));
    return true;
  }

  /** The name left of the names of a row that has none there, and is not that of the edge (绩效指标). */
  private itemAtEdge(row: number): Located<string> | null {
    const labels = this.grid
      .filled(row)
      .filter(({ at, text }) => at.column < this.firstName && /[\u4e00-\u9fff]/.test(text));
    const own = labels.find(({ at, text }) => compact(text) !== this.grid.compact(this.rows.header.row, at.column));
    return own === undefined ? null : located(own);
  }

  /** What stands left of the names, under 序号. */
  private numberedLabel(row: number): Located<string> | null {
    const [first] = this.grid.filled(row);
    return first === undefined || first.at.column >= this.firstName ? null : located(first);
  }

  /** Opens a heading that stands in the one column of names, over the rows that its number numbers. */
  private readSection(row: number, last: number, tree: TreeBuilder): boolean {
    if (!this.isList || !isSection(this.names.at, row, last)) return false;
    const label = this.names.label(row);
    if (label === null) return false;
    const { weight, stated } = this.rows.points(row);
    const printed = weight?.state === 'figure' || weightInLabel(label.value) === null;
    tree.open(
      this.levelOf(this.names.depth(row) ?? 0, tree),
      groupOf(label, { weight: printed ? weight : null, stated }),
    );
    return true;
  }

  /**
   * Opens a heading among the names of the deepest level: a class (数量指标) over rows that tell, or 一、示范区 15 over 1、… 5,
   * 2、… 5 and 3、… 5 that make it up.
   */
  private openNumbered(row: number, last: number, tree: TreeBuilder): boolean {
    const label = this.rows.own(row, this.nameRole);
    if (this.isList || label === null) return false;
    const own = this.names.depth(row);
    if (own !== null && this.names.namesClass(row))
      return (
        (this.rows.tells(row + 1) || this.rows.hasPoints(row)) &&
        tree.open(1 + own, groupOf(label, this.rows.points(row)))
      );
    tree.close(NUMBERED_LEVEL + (own ?? 0));
    if (own === null) return false;
    const whole = this.rows.counted(row)?.value ?? null;
    if (whole === null) return false;
    const parts: Decimal[] = [];
    for (let below = row + 1; below <= last; below++) {
      const part = this.rows.counted(below)?.value ?? null;
      if (part === null) continue;
      if ((this.names.depth(below) ?? -1) <= own) break;
      parts.push(part);
    }
    if (parts.length < 2 || sum(parts).minus(whole).abs().gt(whole.times(SLIP))) return false;
    return tree.open(NUMBERED_LEVEL + own, groupOf(label, this.rows.points(row)));
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

  /** Opens a label over whole blocks, and ends it behind the last of them. */
  private openDivision(row: number, last: number, tree: TreeBuilder): boolean {
    this.divisions ??= this.nameRole === 'level1' ? new Map() : divisionsIn(this.levels.headsFrom(row, last), last + 1);
    if ([...this.divisions.values()].includes(row)) tree.close(DIVISION);
    const label = this.divisions.has(row) ? this.rows.own(row, 'level1') : null;
    return (
      label !== null && tree.open(DIVISION, groupOf(label, { weight: this.levels.printedWeight(row), stated: null }))
    );
  }

  /** Whether any heading was opened that was not open yet. */
  private openGroups(row: number, last: number, tree: TreeBuilder): boolean {
    let opened = false;
    for (const [level, role] of [
      [1, 'level1'],
      [2, 'level2'],
    ] as const) {
      if (role === this.nameRole) break;
      const label = this.rows.own(row, role);
      if (
        label === null ||
        isSubtotal(label) ||
        (this.levels.stands(row, role) && !this.levels.hasChildren(row, role, last))
      )
        continue;
      const [column, scores] = [this.rows.column(`${role}Weight`), this.rows.column(`${role}Score`)];
      const own =
        this.levels.stands(row, role) && !this.levels.isItem(row, role, last)
          ? this.rows.points(row)
          : { weight: null, stated: null };
      const inLabel = weightInHeading(label.value) !== null;
      const weight = column === null ? (inLabel ? null : own.weight) : this.rows.weight(row, `${role}Weight`);
      const depth = this.levels.depth(row, role);
      const stated = scores === null ? own.stated : figureIn(this.grid, row, scores);
      const name = groupOf(label, { weight, stated });
      if (depth === Infinity) this.open.length = 0;
      if (tree.open(depth === Infinity ? level : this.levelOf(depth, tree), name)) opened = true;
    }
    return opened;
  }

  /** The label of the last row with points, where it adds up those above it, whatever it calls itself: 自评结果. */
  wholeSum(row: number, last: number, tree: TreeBuilder): Located<string> | null {
    const [first] = this.grid.filled(row);
    if (first === undefined || tree.indicators.length < 2) return null;
    const told = (['target', 'actual', 'standard'] as const).some((role) => {
      const own = this.rows.own(row, role);
      return own !== null && !SCORE_LABEL.test(bare(own.value));
    });
    if (told) return null;
    // 等级 | 优 | 100 | 98 names nothing more than 等级.
    const names = this.rows.labels(row).filter(({ value }) => !GRADE.test(bare(value))).length;
    const scored = (['stated', 'convertedScore', 'deduction'] as const).some((role) => this.rows.ownFigure(row, role));
    const { weight, stated } = this.rows.points(row);
    // 小计 | 100 | 98 may be the last row of a form.
    const isPart = this.subtotalLabel(row, tree) !== null && weight?.value?.equals(100) !== true;
    if (names > 1 || !scored || isPart) return null;
    const isBare = holdsFigure(first);
    // 100 | 98 in the columns of points and nothing else.
    if (isBare && !(weight?.value?.equals(100) === true && this.isUnlabelledSum(row, weight, stated))) return null;
    const named = first.at.column === this.rows.column(this.nameRole);
    if (weightInLabel(first.text) !== null) return null;
    const next = this.grid.filledFrom(row, 1, last + 1);
    if (next <= last && this.rows.hasPoints(next)) return null;
    const [own, sum] = weight?.value ? [weight.value, tree.sum('weight')] : [stated?.value, tree.sum('stated')];
    const beyond = own?.minus(sum);
    // A row that weighs half may be an item; a sum that stands among the names must weigh 100.
    if (named && weight?.value?.equals(100) !== true) return null;
    // The budget's points may be added in.
    const adds = beyond?.gte(MOST_OFF.negated()) === true && beyond.lessThanOrEqualTo(MOST_OF_BUDGET);
    return adds && (isBare || first.at.column < (stated?.at.column ?? 0)) ? located(first) : null;
  }

  /** The name of the row's indicator: its deepest label, or the one it shares with the row above. */
  private nameIn(row: number, last: number): Located<string> | null {
    const name = this.rows.executionAhead(row)?.name ?? this.rows.own(row, this.nameRole);
    if (name !== null) return { ...name, value: joined(name.value) };
    for (const role of ['level2', 'level1'] as const) {
      if (role === this.nameRole) continue;
      const label = this.rows.own(row, role);
      if (label === null) continue;
      if (this.levels.isItem(row, role, last) && this.rows.hasPoints(row) && this.levels.hasChildren(row, role, last))
        return located(this.grid.at(row, this.rows.column(this.nameRole) ?? label.at.column));
      const scored = this.rows.hasPoints(row) || (isBonus([label.value]) && this.rows.ownFigure(row, 'stated'));
      return this.levels.stands(row, role) && !this.levels.hasChildren(row, role, last) && scored ? label : null;
    }
    const column = this.rows.column(this.nameRole);
    if (column === null || !this.rows.hasPoints(row)) return null;
    const shared = labelIn(this.grid, row, column);
    if (shared !== null && this.grid.anchor(row, column).column === column) return shared;
    const weighed = this.rows.ownFigure(row, 'weight') && this.rows.ownFigure(row, 'stated');
    // 预算执行率 left of the names, below 绩效指标 over the rows above, is an item beside all headings.
    if (weighed) return this.itemAtEdge(row) ?? located(this.grid.at(row, column));
    // Without weights what is to be reached says that the points are an item's, and names it.
    return this.rows.column('weight') === null && this.rows.own(row, 'actual') !== null
      ? this.rows.own(row, 'target')
      : null;
  }

  /** A row below an indicator, or `below` another such row, that tells target and actual value in detail and has no points of its own. */
  private isPart(row: number, name: Located<string>, below: boolean): boolean {
    const told = (['target', 'actual'] as const).some((role) => this.rows.own(row, role) !== null);
    if (!told || TEMPLATE_NAME.test(bare(name.value)) || name.at.row !== row) return false;
    const points = (['weight', 'stated', 'convertedScore'] as const).flatMap((role) => this.rows.column(role) ?? []);
    const blank = points.every((column) => {
      if (!this.grid.startsInRow(row, column)) return true;
      return figureCell(this.grid.at(row, column)).state === 'blank';
    });
    // One score over several rows is that of the first.
    const shares = points.some((column) => !this.grid.startsInRow(row, column));
    return (
      blank &&
      points.length > 0 &&
      (shares ||
        this.rows.column('weight') !== null ||
        DETAIL.test(name.text) ||
        (below && weightInLabel(name.value) === null))
    );
  }

  private isScored(row: number, name: Located<string>): boolean {
    const weightColumn = this.rows.column('weight');
    const { scoreColumn } = this.rows;
    const sharesScore =
      scoreColumn !== null &&
      !this.grid.startsInRow(row, scoreColumn) &&
      (weightColumn === null || !this.grid.startsInRow(row, weightColumn));
    // A label over the whole width, as each block's heading may repeat it, has no points below it either.
    const points = weightColumn ?? scoreColumn;
    const isWide =
      points !== null &&
      (sameCell(this.grid.anchor(row, points), name.at) || this.grid.compact(row, points) === compact(name.text));
    if (sharesScore || isWide || this.rows.weighsInWords(row)) return false;
    if (this.rows.hasPoints(row)) return true;
    const filled = (['weight', 'stated', 'convertedScore', 'target', 'actual'] as const).filter((role) => {
      const column = this.rows.column(role);
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
    return (this.rows.own(row, 'standard') ?? this.rows.own(row, 'definition')) !== null;
  }
}

/** A heading with its points; those in its label are its weight where it has no other. */
function groupOf(label: Located<string>, { weight, stated }: RowPoints): GroupHead {
  const inLabel = weightInHeading(label.value);
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
