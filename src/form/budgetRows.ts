import { isBlank, sameCell, type SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { blockLabels, blockOf, frameOf, MOST_OF_BUDGET, pointsInLabels } from './budgetBlock';
import { type BudgetColumn, columnsBelow, dimensionIn, lastHeadingRow, type RoleCell } from './budgetColumns';
import { besideUnder, holds, isOnlyChange, type Line, lineOf, readAs, readUnder, withBudgets } from './budgetLines';
import { pairsIn } from './budgetPairs';
import { withoutRest, withTotal } from './budgetWhole';
import { budgetRole, carriesOver, changeIn, isChanged, isOfInitial, MONEY, rankOf } from './budgetWords';
import { figureCell, figureIn, holdsFigure, labelIn, located } from './cells';
import { demandOf, splitEvidence } from './evidence';
import type { Grid } from './grid';
import type { BudgetBlock, EvidenceCell, FigureCell, Located } from './model';
import { numbersColumns, totalLabel } from './rowMarks';
import type { BudgetRole } from './vocabulary/budget';
import { NARRATIVE_LABELS } from './vocabulary/labels';
import { bare } from './words';

/** Headings in one row, a line of money in each row below: 年初预算数 · 全年预算数 · 全年执行数 · 分值 · 执行率 · 得分. */
export function readRows(grid: Grid, row: number, roles: readonly RoleCell[], end: number): BudgetBlock | null {
  const lastRow = lastHeadingRow(grid, row, roles, end);
  const next = grid.filledFrom(lastRow, 1, end);
  const firstLine = numbersColumns(grid, next) ? grid.filledFrom(next, 1, end) : next;
  // 预算数 beside 调整后预算数 is the one before the change.
  const plain = roles.find(({ cell }) => PLAIN_BUDGET.test(bare(cell.text)))?.cell;
  const columns = columnsOf(grid, lastRow, firstLine, roles, plain);
  if (columns.size === 0) return null;
  const headings = [...columns.values()].map(({ heading }) => heading);
  const first = Math.min(...headings.map(({ at }) => at.column));
  const labels = blockLabels(grid, row, first, headings);
  const names = grid.filled(row).find(({ at, text }) => at.column < first && bare(text).endsWith('名称'));
  const frame = frameOf(grid, row, labels);
  const others = othersIn(grid, row, firstLine, columns, plain);
  // 其中：上年结转 is a part of what stands before it.
  const isCarried = columns.has('carried') && !/其中|含/.test(columns.get('carried')?.heading.text ?? '');
  const onTop = carriesOver(isCarried, columns.get('budget')?.heading.text);
  const lines: Line[] = [];
  const rows: number[] = [];
  let group: string | null = null;
  for (const below of grid.filledBetween(firstLine - 1, end)) {
    if (beginsElse(grid, below, lines.length === 0)) break;
    const own = lineLabel(grid, below, first, names?.at.column ?? null);
    const dimension = own === null ? null : dimensionIn(grid, below, compact(own.value));
    const label = own ?? (lines.length === 0 ? (labels[0] ?? null) : null);
    const cells = new Map<BudgetRole, FigureCell>();
    for (const [role, { column, heading }] of columns) {
      if (role !== 'evidence') cells.set(role, readUnder(heading, role, grid.at(below, column), frame));
    }
    if (label === null || isNoLine(label, cells)) break;
    if (lines.length > 0 && (isOfElse(label, cells) || reachesAcross(cells, below))) continue;
    if (dimension !== null) ({ group } = dimension);
    if (dimension?.name === '' && !isFilled(cells)) continue;
    const beside = others.map(({ at, text }) =>
      besideUnder(text, readAs('budget', grid.at(below, at.column), frame), columns.has('budget')),
    );
    const line = lineOf(label, group, cells, beside, onTop);
    // 按支出性质分： | 905 is what its parts below make.
    lines.push(dimension?.name === '' ? { ...line, role: 'total' } : line);
    rows.push(below);
  }
  if (lines.length === 0) return null;
  const read = withTotal(withBudgets(withoutRest(lines)), names !== undefined);
  const asksReason = demandOf(columns.get('evidence')?.heading.text ?? '').reason;
  const evidence = evidenceIn(grid, rows, columns.get('evidence'));
  return { ...blockOf(frame, read, evidence, pointsInLabels(labels)), asksReason };
}

const PLAIN_BUDGET = /^(?:年度|项目|部门)?预算(?:数|额|金额|安排)?$/;

/** 合计 over amounts is the whole of those beside it: 中央 | 省 | 本级 | 合计. */
const WHOLE = /^(?:合计|总计)$/;

type Columns = Map<BudgetRole, BudgetColumn>;

/** The columns of the block. @param plain the heading 预算数, whatever it is of. */
function columnsOf(
  grid: Grid,
  lastRow: number,
  firstLine: number,
  roles: readonly RoleCell[],
  plain: SheetCell | undefined,
): Columns {
  // Of 预算调整数 and 全年预算数 the budget is the one that says so, of 拨付数 and 支出数, 累计 and 本年 the latter was spent.
  const turned = [...roles].sort((one, other) => rankOf(other) - rankOf(one));
  const columns = columnsBelow(grid, lastRow, turned, (role, column) => {
    const below = figureCell(grid.at(firstLine, column));
    return below.state !== 'unreadable' || below.text.startsWith('#') || role === 'rate' || role === 'evidence';
  });
  const weight = columns.get('weight');
  const full = pointsInLabels(weight === undefined ? [] : [located(weight.heading)])?.value;
  // 分值（10分） over 9.7: the heading names the weight, and the score stands below it.
  if (
    weight !== undefined &&
    full &&
    !columns.has('stated') &&
    figureIn(grid, firstLine, weight.column)?.value?.lt(full)
  ) {
    columns.delete('weight');
    columns.set('stated', weight);
  }
  const amount = (role: BudgetRole) => figureIn(grid, firstLine, columns.get(role)?.column ?? null);
  const change = columns.get('budget')?.heading.text ?? '';
  const isChange = columns.has('initial') && changeIn(change) !== null;
  if (isChange && isOnlyChange(amount('initial'), amount('budget'), amount('spent'))) columns.delete('budget');
  if (plain !== undefined && isChanged(change) && !columns.has('initial'))
    columns.set('initial', { column: plain.at.column, heading: plain });
  const rate = columns.get('rate')?.heading.text ?? '';
  if (isOfInitial(rate) && columns.has('initial') && columns.has('budget')) columns.delete('rate');
  const whole = columns.get('stated');
  if (whole !== undefined && WHOLE.test(bare(whole.heading.text))) {
    columns.delete('stated');
    if (!columns.has('budget')) columns.set('budget', whole);
  }
  // 自评总分 | 98.9 beside the money is the form's.
  const points = amount('stated')?.value;
  if (points?.gt(MOST_OF_BUDGET) && amount('weight')?.value?.gte(points) !== true) columns.delete('stated');
  return columns;
}

/** Columns that may hold the budget too; a heading of none (计划投入) does, where the stated rates fit its amounts. */
function othersIn(
  grid: Grid,
  row: number,
  firstLine: number,
  columns: Columns,
  plain: SheetCell | undefined,
): readonly SheetCell[] {
  // The rates may be of the one before the change.
  const chosen = [...columns.values()].flatMap(({ column, heading }) =>
    heading === plain && columns.get('initial')?.heading === plain ? [] : column,
  );
  return grid.filled(row).filter(({ at, text }) => {
    const role = chosen.includes(at.column) ? 'chosen' : budgetRole(text);
    return role === 'budget' || role === 'spent' || (role === null && holdsFigure(grid.at(firstLine, at.column)));
  });
}

/** 项目总投资 with its sources is of all years. */
const INVESTMENT = /^(?:项目|工程|计划)?总投资/;

/** Whether a row begins something else: 总分 right below the money is the form's. */
function beginsElse(grid: Grid, row: number, isFirst: boolean): boolean {
  if (totalLabel(grid, row)?.value.includes('分') === true || beginsPart(grid, row)) return true;
  return !isFirst && (INVESTMENT.test(bare(grid.filled(row)[0]?.text ?? '')) || pairsPoints(grid, row));
}

const isFilled = (cells: ReadonlyMap<BudgetRole, FigureCell>): boolean =>
  [...cells.values()].some(({ state }) => state === 'figure' || state === 'placeholder');

const isNarrative = (text: string) => Object.values(NARRATIVE_LABELS).some((words) => words.test(text));

/** Whether what stands below the headings is no line of money: the score of the form, or a text. */
function isNoLine({ value }: Located<string>, cells: ReadonlyMap<BudgetRole, FigureCell>): boolean {
  const isMoney = MONEY.some((role) => holds(cells.get(role) ?? null));
  if (cells.get('stated')?.value?.gt(MOST_OF_BUDGET) === true && !isMoney) return true;
  const isText = isNarrative(bare(value)) || [...cells.values()].some(({ state }) => state === 'unreadable');
  return isText && !isFilled(cells);
}

/** What a cell of money says where there is no amount: 未支付, 已全部支付. */
const ANSWER = /^(?:未|无|不|尚|暂|已|全|同|见|详)/;

/** Whether a row below the lines tells something else: 在职人数 | 86 | 离退休人数 | 32 | 编制数 | 90, in which labels stand for amounts. */
function isOfElse({ value }: Located<string>, cells: ReadonlyMap<BudgetRole, FigureCell>): boolean {
  const labels = MONEY.flatMap((role) => {
    const { state, text = '' } = cells.get(role) ?? {};
    return state === 'unreadable' && !/[0-9#]/.test(text) && !ANSWER.test(bare(text)) ? bare(text) : [];
  });
  return new Set(labels).size > 1 && !MAY_BE_MONEY.test(bare(value));
}

/** Whether one figure stands below the headings of all amounts: 申报得分 | 98 over the whole width. */
function reachesAcross(cells: ReadonlyMap<BudgetRole, FigureCell>, row: number): boolean {
  const [first, ...others] = MONEY.flatMap((role) => cells.get(role) ?? []);
  const isOne = others.length > 0 && others.every(({ at }) => first !== undefined && sameCell(at, first.at));
  return isOne && first?.at.row === row && first.value?.gt(0) === true;
}

const MAY_BE_MONEY = /资金|经费|支出|收入|财政|拨款|预算|补助|贷款|自筹|债券|[合总小]计|总额|其中|其他/;

/** The reason may stand beside any line, usually the first or the total. */
function evidenceIn(grid: Grid, rows: readonly number[], reason: BudgetColumn | undefined): EvidenceCell | null {
  if (reason === undefined) return null;
  const cells = rows.map((row) => grid.at(row, reason.column));
  const cell = cells.find((one) => !isBlank(one)) ?? cells[0];
  return cell === undefined ? null : splitEvidence(cell.at, located(cell).text, reason.heading.text);
}

/** （二）绩效指标 alone in its row. */
function beginsPart(grid: Grid, row: number): boolean {
  const [first, ...others] = grid.filled(row);
  return (
    first !== undefined && others.length === 0 && /^[(]?[一二三四五六七八九十]{1,2}[)、.]/.test(compact(first.text))
  );
}

/** 预算执行率 | 97.61% | 分值 | 10 | 得分 | 9.76 below the lines is none of them. */
function pairsPoints(grid: Grid, row: number): boolean {
  return pairsIn(grid, row).filter(({ role }) => role === 'weight' || role === 'stated').length > 1;
}

/** The label of a line: in the column of names, else the last one before its figures that is not the block's own. */
function lineLabel(grid: Grid, row: number, before: number, names: number | null): Located<string> | null {
  const named = labelIn(grid, row, names);
  if (named !== null && names !== null && grid.startsInRow(row, names)) return named;
  for (let column = before - 1; column >= grid.firstColumn; column--) {
    const label = labelIn(grid, row, column);
    if (label !== null && grid.startsInRow(row, column) && !holdsFigure(grid.at(row, column))) return label;
  }
  return null;
}
