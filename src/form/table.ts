import { readQuantity } from '../sheet/readQuantity';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { figureCell, figureIn, figureInLabel, labelIn, located } from './cells';
import { demandOf } from './evidence';
import { evidenceColumns, evidenceHeadings, evidenceIn } from './evidenceColumns';
import type { Grid } from './grid';
import { columnOf } from './header';
import type {
  ColumnRole,
  EvidenceDemand,
  FigureCell,
  FormColumn,
  FormHeader,
  Indicator,
  Located,
  QuantityCell,
} from './model';
import type { TreeBuilder } from './tree';
import { BONUS_WORDS, NOTE_BEGINNINGS, SUBTOTAL_LABELS, TOTAL_LABELS } from './vocabulary';
import { weightInLabel } from './weightInLabel';
import { bare } from './words';
import { compact } from '../sheet/text';

const TEMPLATE_NAME = /^(?:指标[0-9一二三四五六七八九十]{0,2}[:：、.]?|[-.…·*/\\—–]{1,8}|无|等)$/;

export function isNoteRow(grid: Grid, row: number): boolean {
  const [first] = grid.filled(row);
  if (first === undefined) return false;
  const text = grid.compact(first.cell.row, first.cell.column);
  return NOTE_BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

/** The label of a total's row: 总分, 合计, 自评得分：96分; `null` where the row is none. */
export function totalLabel(grid: Grid, row: number): Located<string> | null {
  const [first] = grid.filled(row);
  if (first === undefined || typeof first.value === 'number') return null;
  const text = bare(first.text);
  const [word] = text.split(':');
  return TOTAL_LABELS.includes(text) || (word !== undefined && TOTAL_LABELS.includes(word) && text.length < 24)
    ? located(first)
    : null;
}

type Columns = ReadonlyMap<ColumnRole, number>;

/** Reads the rows below one heading of the indicator table. */
export class TableReader {
  private readonly columns: Columns;
  private readonly nameRole: 'level1' | 'level2' | 'level3';
  private readonly demand: EvidenceDemand;
  private readonly evidence: readonly FormColumn[];
  /** The last 评分标准 that was read. */
  private standard: Located<string> | null = null;

  constructor(
    private readonly grid: Grid,
    header: FormHeader,
  ) {
    const columns = new Map<ColumnRole, number>();
    for (const { role, heading } of header.columns) {
      if (!columns.has(role)) columns.set(role, heading.cell.column);
    }
    this.columns = columns;
    this.nameRole = columns.has('level3') ? 'level3' : columns.has('level2') ? 'level2' : 'level1';
    this.demand = demandOf(evidenceHeadings(header));
    this.evidence = evidenceColumns(header);
  }

  /** Reads one row into the tree. `last` is the table's last row, to see whether a heading has rows below it. */
  read(row: number, last: number, tree: TreeBuilder): void {
    if (this.readSubtotal(row, tree)) return;
    this.openGroups(row, last, tree);
    const name = this.nameIn(row, last);
    if (name === null || !this.isScored(row, name)) return;
    tree.add(this.indicator(row, name, tree.path()));
  }

  private column(role: ColumnRole): number | null {
    return this.columns.get(role) ?? null;
  }

  /** The label that begins in this row and column. */
  private own(row: number, role: ColumnRole): Located<string> | null {
    const column = this.column(role);
    if (column === null) return null;
    const anchor = this.grid.anchor(row, column);
    return anchor.row === row && anchor.column === column ? labelIn(this.grid, row, column) : null;
  }

  private readSubtotal(row: number, tree: TreeBuilder): boolean {
    for (const role of ['level1', 'level2', 'level3'] as const) {
      const label = this.own(row, role);
      if (label === null) continue;
      const text = bare(label.value);
      if (!SUBTOTAL_LABELS.includes(text) && !text.endsWith('小计')) return false;
      tree.subtotal(figureIn(this.grid, row, this.scoreColumn()), role === 'level1' ? 1 : 2);
      return true;
    }
    return false;
  }

  private scoreColumn(): number | null {
    return this.column('convertedScore') ?? this.column('stated');
  }

  private openGroups(row: number, last: number, tree: TreeBuilder): void {
    for (const [level, role, weightRole] of [
      [1, 'level1', 'level1Weight'],
      [2, 'level2', 'level2Weight'],
    ] as const) {
      if (role === this.nameRole) return;
      const label = this.own(row, role);
      if (label === null || (this.stands(row, role) && !this.hasChildren(row, role, last))) continue;
      const inLabel = weightInLabel(label.value);
      const column = this.column(weightRole);
      const isBlockRow = this.stands(row, role);
      const weight =
        column !== null
          ? figureIn(this.grid, row, column)
          : inLabel !== null
            ? figureInLabel(label, inLabel.weight)
            : isBlockRow
              ? figureIn(this.grid, row, this.column('weight'))
              : null;
      const stated = isBlockRow ? figureIn(this.grid, row, this.scoreColumn()) : null;
      tree.open(level, {
        name: inLabel?.name ?? compact(label.text),
        label,
        weight,
        stated: stated?.value ? stated : null,
      });
    }
  }

  /** Whether a level's label stands alone in its row: no deeper level has a label there. */
  private stands(row: number, role: 'level1' | 'level2'): boolean {
    const deeper = role === 'level1' ? (['level2', 'level3'] as const) : (['level3'] as const);
    return deeper.every((other) => this.own(row, other) === null);
  }

  /** Whether rows of deeper levels follow before the next label of this level. */
  private hasChildren(row: number, role: 'level1' | 'level2', last: number): boolean {
    const deeper = role === 'level1' ? (['level2', 'level3'] as const) : (['level3'] as const);
    for (let below = row + 1; below <= last; below++) {
      if (this.own(below, role) !== null) return false;
      if (role === 'level2' && this.own(below, 'level1') !== null) return false;
      if (totalLabel(this.grid, below) !== null || isNoteRow(this.grid, below)) return false;
      if (deeper.some((other) => this.own(below, other) !== null)) return true;
    }
    return false;
  }

  /** The name of the row's indicator: its deepest label, or the one it shares with the row above. */
  private nameIn(row: number, last: number): Located<string> | null {
    const name = this.own(row, this.nameRole);
    if (name !== null) return { ...name, value: joined(name.value) };
    for (const role of ['level2', 'level1'] as const) {
      if (role === this.nameRole) continue;
      const label = this.own(row, role);
      if (label === null) continue;
      return this.stands(row, role) && !this.hasChildren(row, role, last) && this.hasPoints(row) ? label : null;
    }
    const column = this.column(this.nameRole);
    if (column === null || !this.hasPoints(row)) return null;
    const shared = labelIn(this.grid, row, column);
    if (shared !== null && this.grid.anchor(row, column).column === column) return shared;
    return this.ownFigure(row, 'weight') && this.ownFigure(row, 'stated') ? located(this.grid.at(row, column)) : null;
  }

  private ownFigure(row: number, role: ColumnRole): boolean {
    const column = this.column(role);
    if (column === null || !this.grid.startsInRow(row, column)) return false;
    return figureCell(this.grid.at(row, column)).state === 'figure';
  }

  /** Whether a weight above nothing, or a score where there are no weights, stands in this very row. */
  private hasPoints(row: number): boolean {
    const weight = this.column('weight');
    if (weight === null) return this.ownFigure(row, 'stated') || this.ownFigure(row, 'convertedScore');
    if (!this.grid.startsInRow(row, weight)) return false;
    const { value } = figureCell(this.grid.at(row, weight));
    return value !== null && !value.isZero();
  }

  private isScored(row: number, name: Located<string>): boolean {
    const weightColumn = this.column('weight');
    const scoreColumn = this.scoreColumn();
    const sharesScore =
      scoreColumn !== null &&
      !this.grid.startsInRow(row, scoreColumn) &&
      (weightColumn === null || !this.grid.startsInRow(row, weightColumn));
    if (sharesScore) return false;
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

  private indicator(row: number, name: Located<string>, path: readonly string[]): Indicator {
    const { grid } = this;
    const converted = this.column('convertedScore');
    const weightColumn = this.column('weight');
    const inLabel = weightColumn === null ? weightInLabel(name.value, true) : null;
    const weight = weightColumn === null ? null : this.weightCell(grid.at(row, weightColumn), converted !== null);
    const kind = isBonus([...path, name.value]) ? 'bonus' : 'item';
    const target = this.target(row);
    const actual = this.quantity(row, this.column('actual'), { unit: this.hint(row, 'unit') });
    const definition = labelIn(grid, row, this.column('definition'));
    const describes = definition === null && target !== null && describesItem(kind, target, actual);
    return {
      row,
      name: inLabel === null ? name : { ...name, value: inLabel.name },
      path,
      kind,
      weight: inLabel === null ? weight : figureInLabel(name, inLabel.weight),
      stated: figureIn(grid, row, this.scoreColumn()),
      definition: describes ? { ...target, value: target.text } : definition,
      standard: this.standardIn(row),
      target: describes ? null : target,
      actual: describes ? null : actual,
      evidence: evidenceIn(grid, row, this.evidence),
      demand: this.demand,
    };
  }

  /** A weight as a bare share (0.1 of the whole), which forms with converted scores have, is points out of 100. */
  private weightCell(cell: SheetCell, converted: boolean): FigureCell {
    const figure = figureCell(cell);
    const { value } = figure;
    if (value === null || !converted || value.greaterThan(1) || cell.text.includes('%')) return figure;
    return { ...figure, value: value.times(100) };
  }

  /** 同上 is what the cell above says. */
  private standardIn(row: number): Located<string> | null {
    const own = labelIn(this.grid, row, this.column('standard'));
    const same = own !== null && /^(?:同上|同前)[。.]?$/.test(own.value);
    this.standard = same ? this.standard : own;
    return same && this.standard !== null ? { ...own, text: this.standard.text, value: this.standard.value } : own;
  }

  private hint(row: number, role: ColumnRole): string {
    return labelIn(this.grid, row, this.column(role))?.value ?? '';
  }

  private target(row: number): QuantityCell | null {
    const hints = { nature: this.hint(row, 'nature'), unit: this.hint(row, 'unit') };
    const adjusted = this.quantity(row, this.column('adjustedTarget'), hints);
    return adjusted !== null && adjusted.value !== null ? adjusted : this.quantity(row, this.column('target'), hints);
  }

  private quantity(row: number, column: number | null, hints: { nature?: string; unit?: string }): QuantityCell | null {
    if (column === null) return null;
    const cell = this.grid.at(row, column);
    return { ...located(cell), value: readQuantity(cell, hints) };
  }
}

/** A name set in a narrow column is broken where a line ends: `热线 接通率` is one word. */
function joined(name: string): string {
  return name.replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1');
}

function isBonus(names: readonly string[]): boolean {
  return names.some((text) => BONUS_WORDS.some((word) => text.includes(word)));
}

/** Under a heading for targets an explanation may stand over both columns, or beside a bonus that has no target. */
function describesItem(kind: Indicator['kind'], target: QuantityCell, actual: QuantityCell | null): boolean {
  if (kind === 'bonus') return target.value?.kind === 'qualitative' || /[加减扣]/.test(target.text);
  return target.value?.kind === 'qualitative' && actual !== null && sameCell(target.cell, actual.cell);
}

/** Whether a heading's table has a column for scores. */
export function hasScores(header: FormHeader): boolean {
  return columnOf(header, 'stated') !== null || columnOf(header, 'convertedScore') !== null;
}
