import { isBlank, type SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { figureCell, figureIn, labelIn, located, holdsFigure } from './cells';
import { columnsBelow, dimensionIn, lastHeadingRow, type RoleCell } from './budgetColumns';
import { demandOf, splitEvidence } from './evidence';
import type { Grid } from './grid';
import type { AmountColumn, BudgetBlock, BudgetLine, EvidenceCell, FigureCell, Located } from './model';
import { BUDGET_PART, type BudgetRole } from './vocabulary/budget';
import { NARRATIVE_LABELS } from './vocabulary/labels';
import { numbersColumns, totalLabel } from './rowMarks';
import { bare, isFieldLabel, isSubtotal, isTotalLabel } from './words';
import { blockOf, frameOf, MOST_OF_BUDGET, pointsInLabels } from './budgetBlock';
import { besideUnder, holds, isOnlyChange, type Line, lineOf, readAs, readUnder, withBudgets } from './budgetLines';
import { budgetRole, changeIn, isChanged, MONEY, moneyRoles, namesMoney, rolesIn } from './budgetWords';
import { pairsIn, pairsFrom, readPairs, readRateRow, tellsExecution } from './budgetPairs';
import { largest, sum } from '../sheet/lists';

const isNarrative = (text: string) => Object.values(NARRATIVE_LABELS).some((words) => words.test(text));

/** Headings in one row, a line of money in each row below: 年初预算数 · 全年预算数 · 全年执行数 · 分值 · 执行率 · 得分. */
function readRows(grid: Grid, row: number, roles: readonly RoleCell[], end: number): BudgetBlock | null {
  const lastRow = lastHeadingRow(grid, row, roles, end);
  const next = grid.filledFrom(lastRow, 1, end);
  const firstLine = numbersColumns(grid, next) ? grid.filledFrom(next, 1, end) : next;
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
  // 预算数 beside 调整后预算数 is the one before the change.
  const plain = roles.find(({ cell }) => /^(?:年度|项目|部门)?预算(?:数|额|金额|安排)?$/.test(bare(cell.text)))?.cell;
  if (plain !== undefined && isChanged(change) && !columns.has('initial'))
    columns.set('initial', { column: plain.at.column, heading: plain });
  const rate = columns.get('rate')?.heading.text ?? '';
  if (OF_INITIAL.test(rate) && columns.has('initial') && columns.has('budget')) columns.delete('rate');
  const whole = columns.get('stated');
  if (whole !== undefined && WHOLE.test(bare(whole.heading.text))) {
    columns.delete('stated');
    if (!columns.has('budget')) columns.set('budget', whole);
  }
  // 自评总分 | 98.9 beside the money is the form's.
  const points = amount('stated')?.value;
  if (points?.gt(MOST_OF_BUDGET) && amount('weight')?.value?.gte(points) !== true) columns.delete('stated');
  if (columns.size === 0) return null;
  const headings = [...columns.values()].map(({ heading }) => heading);
  const first = Math.min(...headings.map(({ at }) => at.column));
  const labels = blockLabels(grid, row, first, headings);
  const names = grid.filled(row).find(({ at, text }) => at.column < first && bare(text).endsWith('名称'));
  const frame = frameOf(grid, row, labels);
  // The rates may be of the one before the change.
  const chosen = [...columns.values()].flatMap(({ column, heading }) =>
    heading === plain && columns.get('initial')?.heading === plain ? [] : column,
  );
  // An unknown heading (计划投入) may be the budget: it is, where the stated rates fit its amounts.
  const others = grid.filled(row).filter(({ at, text }) => {
    const role = chosen.includes(at.column) ? 'chosen' : budgetRole(text);
    return role === 'budget' || role === 'spent' || (role === null && holdsFigure(grid.at(firstLine, at.column)));
  });
  // 其中：上年结转 is a part of what stands before it.
  const isCarried = columns.has('carried') && !/其中|含/.test(columns.get('carried')?.heading.text ?? '');
  const onTop = carriesOver(isCarried, columns.get('budget')?.heading.text);
  const lines: Line[] = [];
  let evidence: EvidenceCell | null = null;
  const asks = demandOf(columns.get('evidence')?.heading.text ?? '').reason;
  let group: string | null = null;
  for (const below of grid.filledBetween(firstLine - 1, end)) {
    const investment = lines.length > 0 && INVESTMENT.test(bare(grid.filled(below)[0]?.text ?? ''));
    // 总分 right below the money is the form's.
    const ofForm = totalLabel(grid, below)?.value.includes('分') === true;
    if (investment || ofForm || beginsPart(grid, below) || (lines.length > 0 && pairsPoints(grid, below))) break;
    const own = lineLabel(grid, below, first, names?.at.column ?? null);
    const dimension = own === null ? null : dimensionIn(grid, below, compact(own.value));
    const label = own ?? (lines.length === 0 ? (labels[0] ?? null) : null);
    const cells = new Map<BudgetRole, FigureCell>();
    for (const [role, { column, heading }] of columns) {
      if (role !== 'evidence') cells.set(role, readUnder(heading, role, grid.at(below, column), frame));
    }
    const filled = [...cells.values()].some((cell) => cell.state === 'figure' || cell.state === 'placeholder');
    if (
      cells.get('stated')?.value?.gt(MOST_OF_BUDGET) === true &&
      !MONEY.some((role) => holds(cells.get(role) ?? null))
    )
      break;
    if (
      label === null ||
      (!filled && (isNarrative(bare(label.value)) || [...cells.values()].some((cell) => cell.state === 'unreadable')))
    )
      break;
    if (dimension !== null) ({ group } = dimension);
    if (dimension?.name === '' && !filled) continue;
    const beside = others.map(({ at, text }) =>
      besideUnder(text, readAs('budget', grid.at(below, at.column), frame), columns.has('budget')),
    );
    lines.push(lineOf(label, group, cells, beside, onTop));
    const reason = columns.get('evidence');
    if (reason === undefined) continue;
    const cell = grid.at(below, reason.column);
    // The reason may stand beside any line, usually the first or the total.
    if (evidence === null || (evidence.text.trim() === '' && !isBlank(cell)))
      evidence = splitEvidence(cell.at, located(cell).text, reason.heading.text);
  }
  if (lines.length === 0) return null;
  return {
    ...blockOf(
      frame,
      withTotal(withBudgets(withoutRest(lines)), names !== undefined),
      evidence,
      pointsInLabels(labels),
    ),
    asksReason: asks,
  };
}

/** 决算数/年初预算 beside 决算数/调整预算 is not the rate of the budget. */
const OF_INITIAL = /年初|期初/;

const rankOf = ({ role, cell }: RoleCell): number => {
  if (role === 'rate' && OF_INITIAL.test(cell.text)) return -1;
  if (/累计/.test(cell.text) || (role === 'spent' && /拨付|下达/.test(cell.text))) return -1;
  return role !== 'budget' ? 0 : isChanged(cell.text) ? 1 : changeIn(cell.text) === null ? 0 : -1;
};

/** Lines of years, one below the other, are no parts of a year's money. */
const areYears = (lines: readonly BudgetLine[]): boolean =>
  lines.length > 1 && lines.every(({ label }) => /^20[0-9]{2}年?度?$/.test(bare(label.value)));

/** 项目总投资 with its sources is of all years. */
const INVESTMENT = /^(?:项目|工程|计划)?总投资/;

/** 年末结余, not 上年结余, which is a part of what there was. */
const REST = /^(?!.*(?:上年|年初|以前|其中)).*(?:结余|结转)/;

/** Whether what was carried over comes on top of what is called the budget. */
const carriesOver = (carried: boolean, budget = ''): boolean => carried && !/全年|调整|总/.test(budget);

/** Whether the amounts of lines in one of these columns come to that of another line. */
function makeUp(whole: BudgetLine, parts: readonly BudgetLine[], columns: readonly AmountColumn[]): boolean {
  return columns.some((column) => {
    const own = whole[column]?.value;
    return own && sum(parts.map((one) => one[column]?.value)).equals(own);
  });
}

/** What is left at the end (结转结余资金 with one amount and nothing spent of it) divides no money whose other parts are all of it. */
function withoutRest(lines: readonly Line[]): readonly Line[] {
  const isRest = (one: Line) => one.role === 'part' && REST.test(bare(one.label.value)) && !holds(one.spent);
  const [first] = lines;
  const parts = lines.slice(1).filter((one) => !isRest(one));
  const whole = first !== undefined && makeUp(first, parts, ['initial', 'budget']);
  return whole ? lines.filter((one, at) => at === 0 || !isRest(one)) : lines;
}

/** 合计 over amounts is the whole of those beside it: 中央 | 省 | 本级 | 合计. */
const WHOLE = /^(?:合计|总计)$/;

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

/**
 * Without a line that calls itself the whole, a last one called 小计 is it, else the first where the others are its parts:
 * below 任务名称 stand things of their own, unless they add up to the first.
 */
function withTotal(lines: readonly BudgetLine[], named: boolean): readonly BudgetLine[] {
  const [first, ...others] = lines;
  if (first === undefined || lines.some(({ role }) => role === 'total') || areYears(lines)) return lines;
  const last = lines.at(-1);
  const above = lines.slice(0, -1);
  if (last !== undefined && above.length > 1 && isSubtotal(last.label)) return [...above, { ...last, role: 'total' }];
  const name = bare(first.label.value);
  const called = (one: BudgetLine | undefined, words: RegExp) => words.test(bare(one?.label.value ?? ''));
  const partBelow = called(others[0], /^其中/);
  const parted = !named && others.some((one) => called(one, BUDGET_PART));
  if (others.length > 0 && !parted && !partBelow && !makeUp(first, others, ['initial', 'budget', 'spent']))
    return lines;
  const whole = others.length === 0 || !BUDGET_PART.test(name) || partBelow;
  return name.startsWith('其中') || !whole ? lines : [{ ...first, role: 'total' }, ...others];
}

/** 全年预算数, 全年执行数, 完成率 one below the other; a line of money in each column, named in the rows above. */
function readColumns(grid: Grid, first: number, label: SheetCell, end: number): BudgetBlock | null {
  const rows = new Map<BudgetRole, number>();
  const others: number[] = [];
  const isChange = (at: number) => changeIn(grid.text(at, label.at.column)) !== null;
  // 上年结转 may stand above 本年预算.
  const over = grid.filledFrom(first, -1, grid.firstRow - 1);
  const carried = over >= grid.firstRow && budgetRole(grid.text(over, label.at.column)) === 'carried';
  const row = carried ? over : first;
  for (const below of grid.filledBetween(row - 1, end)) {
    const text = grid.text(below, label.at.column);
    const role = budgetRole(text);
    if (role === null && REST.test(bare(text))) continue;
    if (isChange(below) && rows.has('initial')) {
      others.push(below);
      continue;
    }
    if (role === null || (rows.has(role) && role !== 'budget')) break;
    const before = rows.get(role);
    const turned = before !== undefined && isChanged(text) && !isChanged(grid.text(before, label.at.column));
    if (before !== undefined) others.push(turned ? before : below);
    if (before === undefined || turned) rows.set(role, below);
  }
  if ([...rows.keys()].filter((role) => MONEY.includes(role)).length < 2) return null;
  const before = grid.firstRow - 1;
  const named = grid.filledFrom(row, -1, before);
  const grouped = grid.filledFrom(Math.max(named, grid.firstRow), -1, before);
  const top = Math.max(grouped, grid.firstRow);
  // Without groups over the columns the heading stands beside their names.
  const labels = [top, named].flatMap((at) => (at < top ? [] : blockLabels(grid, at, label.at.column, [])));
  const frame = frameOf(grid, top, labels);
  const budgetRow = rows.get('budget');
  const onTop = carriesOver(carried, budgetRow === undefined ? '' : grid.text(budgetRow, label.at.column));
  const read: Line[] = [];
  const ofWhole = new Map<BudgetRole, FigureCell>();
  const pointLabels: Located<string>[] = [];
  const isField = grid.filled(grouped).some(({ text }) => isFieldLabel(text));
  // A block that begins with the names of its columns is divided by nothing above them; its own name may be printed in each row.
  const begins = grid
    .filled(named)
    .some(
      ({ at: { column } }) =>
        column <= label.at.column && grid.compact(named, column) !== grid.compact(grouped, column),
    );
  const divided = grouped > before && !begins && !isField;
  let group: string | null = null;
  for (let column = label.at.column + 1; column <= grid.lastColumn; column++) {
    const above = labelIn(grid, named, column);
    const dividing = divided ? labelIn(grid, grouped, column) : null;
    const opens =
      dividing !== null && dividing.value !== above?.value && grid.anchor(grouped, column).column === column;
    if (opens) group = dividing.value;
    const cells = new Map([...rows].map(([role, at]) => [role, readAs(role, grid.at(at, column), frame)] as const));
    const filled = [...cells.values()].some((cell) => cell.state === 'figure');
    // 资金使用单位 | 某局 over the headings of the money is none.
    if (!filled && (above === null || [...cells.values()].every(({ state }) => state === 'unreadable'))) continue;
    const own = above === null || isTotalLabel(bare(above.value)) ? null : budgetRole(above.value);
    if (above !== null && (own === 'weight' || own === 'stated' || own === 'rate')) {
      const cell = [...rows.values()].map((at) => readAs(own, grid.at(at, column), frame)).find(holds);
      if (cell !== undefined) ofWhole.set(own, cell);
      if (own !== 'rate') pointLabels.push(above);
      continue;
    }
    // What stands below no name is called like the first of its figures.
    const beside = others.map((at) =>
      besideUnder(grid.text(at, label.at.column), readAs('budget', grid.at(at, column), frame), rows.has('budget')),
    );
    const filledIn = beside.filter(({ cell }) => holds(cell));
    read.push(lineOf(above ?? located(label), group, cells, filledIn, onTop));
  }
  const lines = withBudgets(read);
  const whole = lines.find(({ role }) => role === 'total') ?? (lines.length === 1 ? lines[0] : undefined);
  const scored = lines.map((one) => (one === whole ? { ...one, ...Object.fromEntries(ofWhole) } : one));
  return lines.length === 0 ? null : blockOf(frame, scored, null, pointsInLabels(pointLabels));
}

/** The labels of the block: those left of it, then its headings. */
function blockLabels(
  grid: Grid,
  row: number,
  before: number,
  headings: readonly SheetCell[],
): readonly Located<string>[] {
  const left: Located<string>[] = [];
  for (let column = grid.firstColumn; column < before; column++) {
    const label = labelIn(grid, row, column);
    if (label !== null) left.push(label);
  }
  return [...left, ...headings.map(located)];
}

/** The tables of money between two rows (`end` not included), in the order of the sheet. */
export function readMoney(grid: Grid, start: number, end: number): readonly BudgetBlock[] {
  const found: BudgetBlock[] = [];
  for (let row = start; row < end; row++) {
    const block = blockAt(grid, row, start, end);
    if (block === null) continue;
    found.push(block);
    row = lastRowOf(block, row);
  }
  return found;
}

function lastRowOf(block: BudgetBlock | null, row: number): number {
  const rows = (block?.lines ?? []).flatMap(({ spent, budget }) => [spent?.at.row ?? 0, budget?.at.row ?? 0]);
  return largest(rows, row);
}

/**
 * The last row of the table of money that begins in a row: with nothing but headings, with labels and figures in turn, or
 * with the names of columns over 预算数 and 执行数; `null` where none does.
 *
 * @param scored whether the row has points as an indicator has: then only labels that tell the execution make it money.
 */
export function moneyFrom(grid: Grid, row: number, end: number, scored: boolean): number | null {
  if (tellsExecution(grid, row)) return lastRowOf(blockAt(grid, row, row, end), row);
  if (scored || grid.filled(row).some(({ value }) => typeof value !== 'string')) return null;
  if (namesMoney(grid, row)) return lastRowOf(blockAt(grid, row, row, end), row);
  const below = grid.filledFrom(row, 1, end);
  const block = below < end && moneyRoles(rolesIn(grid, below)) === 1 ? blockAt(grid, below, row, end) : null;
  const executed = block?.lines.some(({ budget, spent }) => holds(budget) && holds(spent)) === true;
  return executed ? lastRowOf(block, below) : null;
}

/**
 * Which of several tables tells how the year's budget was executed: one that is scored, else the first with a budget and
 * what was spent. Points that stand apart from the amounts are those of the whole: 预算执行率 | 95% | 得分 | 9.5.
 */
export function yearsMoney(blocks: readonly BudgetBlock[]): YearsMoney {
  const ofYear = blocks.filter(({ lines }) => !areYears(lines));
  const executed = ofYear.find(({ lines }) => lines.some(({ budget, spent }) => holds(budget) && holds(spent)));
  const scored = blocks.find((one) => one.scored !== null);
  const [points, total] = [scored?.scored ?? null, executed?.lines.find(({ role }) => role === 'total')];
  const apart = points !== null && total !== undefined && points.budget === null && points.spent === null;
  const years = (apart ? executed : scored) ?? executed ?? ofYear[0] ?? null;
  const others = blocks.filter((one) => one !== years && !(apart && one === scored));
  if (years === null || !apart) return { years, others };
  const whole = { ...total, rate: total.rate ?? points.rate, weight: points.weight, stated: points.stated };
  return {
    years: { ...years, lines: years.lines.map((one) => (one === total ? whole : one)), scored: whole },
    others,
  };
}

interface YearsMoney {
  readonly years: BudgetBlock | null;
  /** The other tables. */
  readonly others: readonly BudgetBlock[];
}

/** The block whose headings stand in a row; `null` where there are none. */
function blockAt(grid: Grid, row: number, start: number, end: number): BudgetBlock | null {
  const roles = rolesIn(grid, row);
  const pairs = pairsFrom(grid, row, end);
  if (pairs.length >= 2 && pairs.some(({ role }) => MONEY.includes(role))) return readPairs(grid, row, pairs, end);
  const [first] = roles;
  if (first === undefined) return null;
  const alone = roles.length === 1 && first.role === 'rate' ? readRateRow(grid, row, first.cell) : null;
  if (moneyRoles(roles) < 2)
    return alone ?? (MONEY.includes(first.role) && row > start ? readColumns(grid, row, first.cell, end) : null);
  return readRows(grid, row, roles, end);
}
