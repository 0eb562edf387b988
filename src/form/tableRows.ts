import { figureCell, labelIn } from './cells';
import type { Grid } from './grid';
import { columnsByRole } from './header';
import type { ColumnRole, FigureCell, FormHeader, Located } from './model';
import { scoreIn, weightIn } from './shares';

const NOTHING = /^[-—–/\\*]*$/;

/** What a row, or the heading in it, weighs and scores. */
export interface Points {
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
}

/** What stands in the rows below one heading of the indicator table, by the roles of its columns. */
export class TableRows {
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** The deepest level, whose column names the items. */
  readonly nameRole: 'level1' | 'level2' | 'level3';

  constructor(
    readonly grid: Grid,
    readonly header: FormHeader,
    private readonly shares: boolean,
  ) {
    this.columns = columnsByRole(header);
    this.nameRole = this.columns.has('level3') ? 'level3' : this.columns.has('level2') ? 'level2' : 'level1';
  }

  column(role: ColumnRole): number | null {
    return this.columns.get(role) ?? null;
  }

  weight(row: number, role: ColumnRole = 'weight'): FigureCell | null {
    return weightIn(this.grid, row, this.column(role), this.shares);
  }

  score(row: number): FigureCell | null {
    return scoreIn(this.grid, row, this.header, this.shares);
  }

  points(row: number): Points {
    return { weight: this.weight(row), stated: this.score(row) };
  }

  /** What the row weighs, or what it scores where the table weighs nothing. */
  counted(row: number): FigureCell | null {
    return this.column('weight') === null ? this.score(row) : this.weight(row);
  }

  /** The label that begins in this row and column. */
  own(row: number, role: ColumnRole): Located<string> | null {
    const column = this.column(role);
    if (column === null) return null;
    const anchor = this.grid.anchor(row, column);
    return anchor.row === row && anchor.column === column ? labelIn(this.grid, row, column) : null;
  }

  ownFigure(row: number, role: ColumnRole): boolean {
    const column = this.column(role);
    if (column === null || !this.grid.startsInRow(row, column)) return false;
    return figureCell(this.grid.at(row, column)).state === 'figure';
  }

  /** Whether a row says what was to be reached and what was, as only an indicator's does. */
  tells(row: number): boolean {
    return (['target', 'actual'] as const).every((role) => {
      const column = this.column(role);
      return column !== null && this.grid.startsInRow(row, column) && !NOTHING.test(this.grid.compact(row, column));
    });
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
