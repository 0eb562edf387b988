import { saysPercent } from '../sheet/text';
import { readRate } from '../words/figure';
import type { SheetCell } from '../sheet/snapshot';
import { figureCell, labelIn, located, holdsFigure } from './cells';
import type { RoleCell } from './budgetColumns';
import type { Grid } from './grid';
import type { BudgetBlock, FigureCell, Located } from './model';
import type { BudgetRole } from './vocabulary/budget';
import { bare, isTotalLabel } from './words';
import { blockOf, frameOf, MOST_OF_BUDGET, pointsInLabels } from './budgetBlock';
import {
  besideUnder,
  type Frame,
  holds,
  isOnlyChange,
  type Line,
  type LineCells,
  lineOf,
  readAs,
  readUnder,
  withBudgets,
} from './budgetLines';
import { budgetRole, changeIn, rankOf, rolesIn } from './budgetWords';

/** A label and its figure, beside it or behind it in one cell: 全年预算数 | 120, 得分9.5. */
interface Pair extends RoleCell {
  readonly figure: SheetCell;
}

const LABEL_AND_FIGURE = /^([^0-9]{2,12}?):?([0-9][0-9.,]{0,20}(?:%|万元|亿元|元|分)?)$/;

const BUDGETS: readonly BudgetRole[] = ['initial', 'budget'];
/** 收入预算, 资金规模 and the like, which only beside what was spent of them and the rate are the budget. */
const MONEY_NAME = /(?:资金|预算|经费|金额)(?:规模|总额)?$/;

/** The labels of a row that say what figure of the money stands beside them, but for a total of the form. */
export function pairsIn(grid: Grid, row: number): readonly Pair[] {
  const told = rolesIn(grid, row);
  const roles = told.map(({ role }) => role);
  const lacksBudget =
    roles.includes('spent') && roles.includes('rate') && !roles.some((role) => BUDGETS.includes(role));
  const pairs = grid.filled(row).flatMap((cell, at, filled): Pair[] => {
    const { column } = cell.at;
    const [, label, figure = ''] = LABEL_AND_FIGURE.exec(grid.compact(row, column)) ?? [];
    const said = told.find((one) => one.cell === cell)?.role;
    const called = said ?? (label === undefined ? null : budgetRole(label));
    const role = called === null && lacksBudget && MONEY_NAME.test(bare(label ?? cell.text)) ? 'budget' : called;
    // Without merged cells blank ones may stand between.
    const holder = label === undefined ? filled[at + 1] : { ...cell, text: figure, value: figure };
    // 项目资金预算执行10分 names the block and its points: no amount is in 分.
    const isNamed = figure.endsWith('分') && role !== 'weight' && role !== 'stated';
    const isPair = role !== null && holder !== undefined && !isNamed && holdsFigure(holder);
    return isPair ? [{ role, cell, figure: holder }] : [];
  });
  const weighs = pairs.some(({ role, cell }) => role === 'weight' || pointsInLabels([located(cell)]) !== null);
  return pairs.filter(({ role, cell, figure }) => {
    // 自评得分 | 96 is the total, 自评得分 | 9.6 may be of the money, and 得分 beside 分值 | 10 is.
    const name = bare(cell.text);
    const calledTotal = name !== '自评得分' && isTotalLabel(name);
    const isMore = !weighs && figureCell(figure).value?.gt(MOST_OF_BUDGET) === true;
    return role !== 'stated' || !(calledTotal || isMore);
  });
}

/** Whether a row tells the budget, what was spent of it, and the rate or its points, each beside its label: 预算 and 执行 may be items. */
export function tellsExecution(grid: Grid, row: number): boolean {
  const roles = new Set(pairsIn(grid, row).map(({ role }) => role));
  return roles.size > 2 && roles.has('spent') && (roles.has('budget') || roles.has('initial'));
}

/** Pairs of a row and of those below it, as long as each tells something new: 当年预算数 | 120 over 预算执行数 | 110 | 执行率 | 91.7%. */
export function pairsFrom(grid: Grid, row: number, end: number): readonly Pair[] {
  const own = pairsIn(grid, row);
  if (own.length === 0 || !takesTurns(grid, row)) return own;
  const all = [...own];
  let most = own.length;
  for (const below of grid.filledBetween(row, end)) {
    const next = pairsIn(grid, below);
    const again = next.some(
      (one) => one.role !== 'budget' && all.some((pair) => pair.role === one.role && rankOf(pair) === rankOf(one)),
    );
    // 结余资金 | 18.84 alone in its row tells something else.
    if (!takesTurns(grid, below) || again || (next.length === 0 && !isPair(grid, below))) break;
    all.push(...next);
    most = Math.max(most, next.length);
  }
  // One pair in each row is a line of money whose column has no name.
  return most > 1 ? all : own;
}

/** Whether a label and its figure are all that stands in a row. */
function isPair(grid: Grid, row: number): boolean {
  const [label, figure, ...others] = grid.filled(row).map((cell) => figureCell(cell).state);
  return label === 'unreadable' && figure === 'figure' && others.length === 0;
}

/** Whether no figure stands beside another, as the lines of money in the columns of a table do. */
function takesTurns(grid: Grid, row: number): boolean {
  const figures = grid.filled(row).map(holdsFigure);
  return figures.every((is, at) => !is || figures[at + 1] !== true);
}

/** What is seen first in a row, though it may reach down from above. */
function firstLabelIn(grid: Grid, row: number): Located<string> | null {
  let column = grid.firstColumn;
  while (column < grid.lastColumn && labelIn(grid, row, column) === null) column++;
  return labelIn(grid, row, column);
}

/** Labels and figures in turn: 全年预算数 | 120 | 全年执行数 | 110 | 执行率 | 91.7%. */
export function readPairs(grid: Grid, row: number, pairs: readonly Pair[], end: number): BudgetBlock | null {
  const [first] = pairs;
  if (first === undefined) return null;
  const left = firstLabelIn(grid, row);
  const label =
    left !== null && pairs.every(({ cell }) => cell.at.column > left.at.column) ? left : located(first.cell);
  const frame = frameOf(grid, row, [label]);
  const cells = new Map<BudgetRole, FigureCell>();
  const ranked = [...pairs].sort((one, other) => rankOf(other) - rankOf(one));
  const budgets = ranked.filter(({ role }) => role === 'budget');
  const amount = (of: BudgetRole) => pairs.flatMap(({ role, figure }) => (role === of ? [figureCell(figure)] : []))[0];
  const [initial, spent] = [amount('initial'), amount('spent')];
  const isChange = ({ cell, figure }: Pair) =>
    initial !== undefined && changeIn(cell.text) !== null && isOnlyChange(initial, figureCell(figure), spent ?? null);
  const budget = budgets.find((pair) => !isChange(pair));
  for (const pair of ranked) {
    const { role, cell, figure } = pair;
    if (!cells.has(role) && (role !== 'budget' || pair === budget))
      cells.set(role, readUnder(cell, role, figure, frame));
  }
  const last = Math.max(...pairs.map(({ cell }) => cell.at.row));
  const parts = partsBelow(grid, last, first.cell.at.column, cells, frame, end);
  // 实际到位 | 1100: the rate may be of it.
  const taken = new Set([...cells.values()].map(({ at: cell }) => cell.column));
  const others = grid.filled(row).filter(({ at }) => !taken.has(at.column));
  const more = budgets.flatMap((pair) => (pair === budget ? [] : [pair.figure]));
  const labelOf = ({ at }: SheetCell) => labelIn(grid, at.row, at.column - 1)?.value ?? '';
  const beside = [...others, ...more]
    .map((cell) => besideUnder(labelOf(cell), readAs('budget', cell, frame), budget !== undefined))
    .filter(({ cell }) => holds(cell));
  const rate = rateAbove(grid, row);
  if (rate !== null && !cells.has('rate')) cells.set('rate', rate);
  const above = firstLabelIn(grid, row - 1);
  const weight = pointsInLabels(above === null ? [label] : [label, above]);
  return cells.size < 2
    ? null
    : blockOf(frame, withBudgets([{ ...lineOf(label, null, cells, beside), role: 'total' }, ...parts]), null, weight);
}

/** 其中：财政资金 | 120 | 其中：财政资金 | 110 below pairs, as long as figures stand below all of theirs. */
function partsBelow(
  grid: Grid,
  row: number,
  labelColumn: number,
  above: LineCells,
  frame: Frame,
  end: number,
): readonly Line[] {
  const lines: Line[] = [];
  for (const below of grid.filledBetween(row, end)) {
    const label = labelIn(grid, below, labelColumn);
    const cells = new Map(
      [...above].map(([role, { at: cell }]) => [role, readAs(role, grid.at(below, cell.column), frame)]),
    );
    const filled = [...cells.values()].every(({ state, at: cell }) => state === 'figure' && cell.row === below);
    if (label === null || !filled) break;
    lines.push({ ...lineOf(label, null, cells), role: 'part' });
  }
  return lines;
}

/** 预算执行进度 as the heading of a column beside pairs that stand in the rows below. */
function rateAbove(grid: Grid, row: number): FigureCell | null {
  const above = grid.filledFrom(row, -1, grid.firstRow);
  const heading = rolesIn(grid, above).find(({ role }) => role === 'rate');
  const cell = heading === undefined ? null : figureCell(grid.at(row, heading.cell.at.column), readRate);
  return cell?.state === 'figure' ? cell : null;
}

/** 预算执行率（10分） | 90% | 10 | 9: a rate and its points alone in a row. */
export function readRateRow(grid: Grid, row: number, label: SheetCell): BudgetBlock | null {
  const [first, ...others] = grid.filled(row);
  const isRate = ({ text }: SheetCell) => saysPercent(text);
  // A target may stand before the rate: ≥95% | 90%.
  const rate = others.filter(isRate).at(-1);
  const [one, other, ...more] = others.filter((cell) => !isRate(cell)).map((cell) => figureCell(cell));
  if (first?.at.column !== label.at.column || rate === undefined || one === undefined || more.length > 0) return null;
  if (one.state !== 'figure' || (other !== undefined && other.state !== 'figure')) return null;
  const [weight, stated] = other === undefined ? [undefined, one] : [one, other];
  if (weight?.value?.lt(stated.value ?? 0) === true || stated.value?.gt(MOST_OF_BUDGET) === true) return null;
  const cells = new Map<BudgetRole, FigureCell>([
    ['rate', figureCell(rate, readRate)],
    ['stated', stated],
  ]);
  if (weight !== undefined) cells.set('weight', weight);
  const named = located(label);
  return blockOf(
    frameOf(grid, row, [named]),
    [{ ...lineOf(named, null, cells), role: 'total' }],
    null,
    pointsInLabels([named]),
  );
}
