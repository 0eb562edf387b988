import { holdsFigure } from './cells';
import type { Grid } from './grid';
import type { SheetCell } from '../sheet/snapshot';
import { BUDGET_TOTAL_WORDS, type BudgetRole } from './vocabulary/budget';
import { compact } from '../sheet/text';
import { bare } from './words';

/** A heading of the budget block. */
export interface RoleCell {
  readonly role: BudgetRole;
  readonly cell: SheetCell;
}

/** A column of the block; `heading` names what stands in it. */
export interface BudgetColumn {
  readonly column: number;
  readonly heading: SheetCell;
}

const WHOLE = ['小计', '金额', '全部', ...BUDGET_TOTAL_WORDS];
const isWhole = (text: string): boolean => WHOLE.includes(bare(text));

/** 预算数 over 总额, 财政拨款 and 其他资金: a row below the headings divides their amounts. */
function divides(grid: Grid, row: number, roles: readonly RoleCell[]): boolean {
  const filled = grid.filled(row);
  if (filled.length < 2 || filled.some(holdsFigure)) return false;
  return roles.some(({ cell }) => {
    const { column } = cell.at;
    return grid.startsInRow(row, column) && wholeColumn(grid, row, column, roles) !== null;
  });
}

/** The column for the whole below a heading that spans several; `null` where none of them is. */
function wholeColumn(grid: Grid, row: number, from: number, roles: readonly RoleCell[]): number | null {
  const next = Math.min(grid.lastColumn + 1, ...roles.map(({ cell }) => cell.at.column).filter((at) => at > from));
  for (let column = from; column < next; column++) if (isWhole(grid.text(row, column))) return column;
  return null;
}

/** The last row of the headings that begin in a row; `end` is not theirs any more. */
export function lastHeadingRow(grid: Grid, row: number, roles: readonly RoleCell[], end: number): number {
  const below = grid.filledFrom(row, 1, end);
  return below < end && divides(grid, below, roles) ? below : row;
}

/**
 * Gives each heading its column: of those that say the same the first usable one, one with a figure below before one
 * without (年度预算资金 names the whole block), and of divided amounts the whole.
 */
export function columnsBelow(
  grid: Grid,
  lastRow: number,
  roles: readonly RoleCell[],
  isUsable: (role: BudgetRole, column: number) => boolean,
): Map<BudgetRole, BudgetColumn> {
  const columns = new Map<BudgetRole, BudgetColumn>();
  const filled = grid.filledFrom(lastRow, 1, grid.lastRow + 1);
  const holds = ({ cell }: RoleCell) => holdsFigure(grid.at(filled, cell.at.column));
  for (const { role, cell } of [...roles.filter(holds), ...roles.filter((one) => !holds(one))]) {
    const own = cell.at.column;
    const below = lastRow > cell.at.row && grid.startsInRow(lastRow, own) ? grid.compact(lastRow, own) : '';
    const parted = below !== '' && below !== grid.compact(cell.at.row, own);
    const column = parted ? wholeColumn(grid, lastRow, own, roles) : own;
    if (column !== null && !columns.has(role) && isUsable(role, column)) columns.set(role, { column, heading: cell });
  }
  return columns;
}

const DIMENSION =
  /^(?:[0-9一二三四]{1,2}[、.])?按?((?:资金|收入|支出|预算)(?:来源|结构|性质|级次|类型|类别|构成))(?:划?分类?)?(?::(.*))?$/;

/** By what the money of the lines that follow is divided: 按资金来源： before a line's name, in a cell of its own beside it, or alone. */
export function dimensionIn(
  grid: Grid,
  row: number,
  label: string,
): { readonly group: string; readonly name: string } | null {
  const [, own, name] = DIMENSION.exec(label) ?? [];
  if (own !== undefined && name !== undefined) return { group: `按${own}`, name };
  for (const { text } of grid.filled(row)) {
    const beside = compact(text);
    const [, group] = beside === label ? [] : (DIMENSION.exec(beside) ?? []);
    if (group !== undefined) return { group: `按${group}`, name: label };
  }
  return null;
}
