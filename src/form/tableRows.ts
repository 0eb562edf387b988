import { sum } from '../sheet/lists';
import { lazily } from '../sheet/remember';
import type { SheetCell } from '../sheet/snapshot';
import { compact, saysPercent } from '../sheet/text';
import { readAdded, readRate } from '../words/figure';
import { Decimal } from 'decimal.js';
import { figureCell, figureIn, labelIn, holdsFigure } from './cells';
import { type Grid, rowsBetween } from './grid';
import { columnsByRole, deductionOf, NAME_ROLES, scoreColumnOf } from './header';
import type { ColumnRole, FigureCell, FormHeader, Located } from './model';
import { isExample, totalLabel } from './rowMarks';
import { LEAST_WHOLE } from './stretches';
import { inWords, bothPointsIn, takenOff, weighsInShares } from './shares';
import { namesExecution } from './money';

const NOTHING = /^[-—–/\\*]*$/;

/** What a row, or the heading in it, weighs and scores. */
export interface RowPoints {
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
}

/** What only the row of an indicator says, by the first of these for which a table has a column. */
const TOLD = [['target', 'actual'], ['standard'], ['definition']] as const;

/** Whether a text stands on several lines. */
const hasLines = ({ text }: { readonly text: string }): boolean => text.trim().includes('\n');

/** What stands in the rows below one heading of the indicator table, by the roles of its columns. */
export class TableRows {
  readonly columns: ReadonlyMap<ColumnRole, number>;
  readonly scoreColumn: number | null;
  /** Whether the column of the scores holds what is taken off. */
  readonly takesOff: boolean;
  /** The deepest level, whose column names the items. */
  readonly nameRole: 'level1' | 'level2' | 'level3';

  /** Whether weights are bare shares of the whole. */
  private readonly shares: boolean;

  /**
   * @param end the row behind them.
   * @param formEnd the row behind the form, whose table may go on below another heading.
   */
  constructor(
    readonly grid: Grid,
    readonly header: FormHeader,
    readonly end: number,
    readonly formEnd: number,
  ) {
    this.columns = columnsByRole(header);
    this.scoreColumn = scoreColumnOf(header);
    this.takesOff = deductionOf(header) !== null;
    this.shares = weighsInShares(grid, header, end);
    this.nameRole = this.columns.has('level3') ? 'level3' : this.columns.has('level2') ? 'level2' : 'level1';
  }

  column(role: ColumnRole): number | null {
    return this.columns.get(role) ?? null;
  }

  /** The figure below a heading of weights, in points. */
  weight(row: number, role: ColumnRole = 'weight'): FigureCell | null {
    const column = this.column(role);
    const figure =
      column === null || this.reachesInto(row, column) ? null : figureIn(this.grid, row, column, readAdded);
    if (!this.shares || figure === null || figure.value === null || figure.value.greaterThan(1)) return figure;
    return saysPercent(figure.text) ? figure : { ...figure, value: figure.value.times(100) };
  }

  /** The weight of a row that stands with its score, in a form without a column for it. */
  weightBesideScore(row: number): FigureCell | null {
    if (this.column('weight') !== null || this.scoreColumn === null) return null;
    return bothPointsIn(this.grid.at(row, this.scoreColumn))?.weight ?? null;
  }

  /** The score of a row; 分值 less 扣分 where the form states only what is taken off. */
  score(row: number): FigureCell | null {
    if (this.scoreColumn === null || this.reachesInto(row, this.scoreColumn)) return null;
    const cell = this.grid.at(row, this.scoreColumn);
    const own = bothPointsIn(cell)?.score ?? this.added(cell, row);
    if (own.state !== 'unreadable' && !this.takesOff) return own;
    const weight = this.weight(row);
    if (!this.takesOff) return inWords(own, weight);
    // Nothing taken off a row that is filled in is full marks.
    const actual = this.column('actual');
    const filled = own.state === 'figure' || (actual !== null && this.grid.compact(row, actual) !== '');
    if (!weight?.value || own.state === 'unreadable' || !filled) return own;
    return { ...own, ...takenOff(own, weight.value, own.value?.abs() ?? new Decimal(0), weight) };
  }

  /**
   * The points in a cell of scores, added up where they are of several items; 60 above 58 of a weight of 60 are the unit's
   * own and a reviewer's, and so may be 30 above 28 where nothing else of the row has lines and they don't add up to 60.
   */
  private added(cell: SheetCell, row: number): FigureCell {
    const own = figureCell(cell, readAdded);
    if (own.value === null || !hasLines(own)) return own;
    const weight = this.weight(row);
    const others = this.grid.filled(row).filter(({ at }) => at.row === row && at.column !== cell.at.column);
    if (!weight?.value || weight.value.eq(own.value) || hasLines(weight)) return own;
    const isOfOne = own.value.gt(weight.value) || !others.some(hasLines);
    return isOfOne ? { ...own, state: 'unreadable', value: null } : own;
  }

  /** Whether a cell of the row that begins among the names reaches into a column: 复核得分 | 94.5 over the whole width. */
  private reachesInto(row: number, column: number): boolean {
    const anchor = this.grid.anchor(row, column);
    return anchor.row === row && anchor.column !== column && anchor.column <= (this.column(this.nameRole) ?? -1);
  }

  points(row: number): RowPoints {
    return { weight: this.weight(row), stated: this.score(row) };
  }

  /** What the row weighs, or what it scores where the table weighs nothing. */
  counted(row: number): FigureCell | null {
    const figure = this.column('weight') === null ? this.score(row) : this.weight(row);
    return figure?.at.row === row ? figure : null;
  }

  /** The label that begins in this row and column. */
  own(row: number, role: ColumnRole): Located<string> | null {
    const column = this.column(role);
    if (column === null) return null;
    const anchor = this.grid.anchor(row, column);
    return anchor.row === row && anchor.column === column ? labelIn(this.grid, row, column) : null;
  }

  /** The labels that begin in this row, the highest level first. */
  labels(row: number): readonly Located<string>[] {
    return NAME_ROLES.flatMap((role) => this.own(row, role) ?? []);
  }

  /** Whether a row shows how the form is to be filled in and is no item: it is called so, and the others weigh all that a form does. */
  showsExample(row: number): boolean {
    return this.isCalledExample(row) && this.isWholeWithoutExamples();
  }

  private isCalledExample(row: number): boolean {
    const first = this.grid.filled(row).slice(0, 1);
    return [...first.filter(({ at }) => at.row === row), ...this.labels(row)].some(isExample);
  }

  private readonly isWholeWithoutExamples = lazily(() => {
    const column = this.column('weight');
    if (column === null) return true;
    const items = rowsBetween(this.header.lastRow, this.end).filter(
      (row) => this.totalLabel(row) === null && this.grid.startsInRow(row, column) && !this.isCalledExample(row),
    );
    return sum(items.map((row) => this.weight(row)?.value)).gte(LEAST_WHOLE);
  });

  /** 预算执行率 and its rate right behind it among the names; `null` where they do not stand there. */
  executionAhead(row: number): Record<'name' | 'rate', Located<string>> | null {
    const labels = this.labels(row);
    if (!labels.some(({ value }) => namesExecution(value))) return null;
    const at = labels.findIndex((label) => figureIn(this.grid, row, label.at.column, readRate)?.state === 'figure');
    const [name, rate] = [labels[at - 1], labels[at]];
    return name !== undefined && rate !== undefined && namesExecution(name.value) ? { name, rate } : null;
  }

  ownFigure(row: number, role: ColumnRole): boolean {
    const column = this.column(role);
    if (column === null || !this.grid.startsInRow(row, column)) return false;
    return holdsFigure(this.grid.at(row, column));
  }

  /** Whether a row says what was to be reached and what was, or how it is scored where no column is for these, as only an indicator's does. */
  tells(row: number): boolean {
    const roles = TOLD.find((some) => some.some((role) => this.column(role) !== null)) ?? [];
    return (
      roles.length > 0 &&
      roles.every((role) => {
        const column = this.column(role);
        return column !== null && this.grid.startsInRow(row, column) && !NOTHING.test(this.grid.compact(row, column));
      })
    );
  }

  /** The label of a total; 总分 among the names with a target, an actual value and points of its own is an item. */
  totalLabel(row: number): Located<string> | null {
    const label = totalLabel(this.grid, row);
    const isNamed = label !== null && label.at.column === this.column(this.nameRole);
    const isItem =
      isNamed &&
      this.columns.has('target') &&
      this.tells(row) &&
      this.ownFigure(row, 'weight') &&
      this.ownFigure(row, 'stated');
    return isItem ? null : label;
  }

  /** Whether words, or a day, stand for the weight of a row without a score: 审核人 | 张三 | 日期 | 2024年4月2日 is no indicator. */
  weighsInWords(row: number): boolean {
    const weight = this.column('weight');
    if (weight === null || !this.grid.startsInRow(row, weight) || this.ownFigure(row, 'stated')) return false;
    const told = (['target', 'actual'] as const).map((role) => this.own(row, role)?.value ?? '');
    if (told.some((text) => /[0-9]/.test(text))) return false;
    const { state, text } = figureCell(this.grid.at(row, weight));
    return state === 'unreadable' && /^[^0-9#]+$|[0-9]年.*月/.test(compact(text));
  }

  /** Whether a weight above nothing, or a score where there are no weights, stands in this very row. */
  hasPoints(row: number): boolean {
    const weight = this.column('weight');
    if (weight === null) return this.ownFigure(row, 'stated') || this.ownFigure(row, 'convertedScore');
    if (!this.grid.startsInRow(row, weight)) return false;
    const { value } = figureCell(this.grid.at(row, weight));
    return value !== null && !value.isZero();
  }
}
