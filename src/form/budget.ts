import { Decimal } from 'decimal.js';
import { readFigure, readRate } from '../words/figure';
import { moneyUnitIn } from '../words/money';
import { formatAddress } from '../sheet/address';
import { remember } from '../sheet/remember';
import { isBlank, type SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { figureCell, figureInLabel, labelIn, labelsOf, located } from './cells';
import { columnsBelow, dimensionIn, lastHeadingRow, type RoleCell } from './budgetColumns';
import { demandOf, splitEvidence } from './evidence';
import type { Grid } from './grid';
import { usualRole } from './headingWords';
import type { BudgetBlock, BudgetLine, EvidenceCell, FigureCell, Located } from './model';
import { BUDGET_HEADINGS, BUDGET_PART, BUDGET_TOTAL_WORDS, BUDGET_WORDS, type BudgetRole } from './vocabulary/budget';
import { NARRATIVE_LABELS } from './vocabulary/labels';
import { weightInLabel } from './weightInLabel';
import { bare, isOrganisationLabel, isTotalLabel } from './words';

const MONEY: readonly BudgetRole[] = ['initial', 'budget', 'spent', 'rate'];
const isNarrative = (text: string) => Object.values(NARRATIVE_LABELS).some((words) => words.test(text));
const LONGEST_HEADING = 24;
/** No form weighs the execution of its budget more. */
export const MOST_OF_BUDGET = 20;
/** 得分计算方法 is how points are reckoned, not the points; 资金使用情况 names the block; 上年决算数 is another year's. */
const NO_FIGURE = /方法|办法|公式|情况$|^(?:上年|去年)(?!结转)/;

export const budgetRole = remember((text: string): BudgetRole | null => {
  const heading = bare(text);
  if (heading === '' || heading.length > LONGEST_HEADING) return null;
  const known = BUDGET_HEADINGS.find(([, whole]) => whole.test(heading));
  if (known !== undefined) return known[0];
  if (NO_FIGURE.test(heading)) return null;
  // Columns of points and reasons are headed like those of the indicators.
  const usual = usualRole(heading);
  if (usual === 'weight' || usual === 'stated' || usual === 'evidence') return usual;
  return BUDGET_WORDS.find(([, words]) => words.every((word) => word.test(heading)))?.[0] ?? null;
});

function rolesIn(grid: Grid, row: number): readonly RoleCell[] {
  return grid.filled(row).flatMap((cell) => {
    const role = typeof cell.value === 'string' ? budgetRole(cell.text) : null;
    return role === null ? [] : [{ role, cell }];
  });
}

function moneyRoles(roles: readonly RoleCell[]): number {
  return new Set(roles.filter(({ role }) => MONEY.includes(role)).map(({ role }) => role)).size;
}

/** Whether a row has headings or labels of at least two kinds of money, as the budget block has. */
export function namesMoney(grid: Grid, row: number): boolean {
  return moneyRoles(rolesIn(grid, row)) >= 2;
}

/** What names the block, and the yuan in one unit of its figures. */
type Frame = Pick<BudgetBlock, 'heading' | 'moneyUnit'>;

const UNITLESS: readonly BudgetRole[] = ['weight', 'stated'];

function read(role: BudgetRole, cell: SheetCell, { moneyUnit }: Frame): FigureCell {
  if (role === 'rate') return figureCell(cell, readRate);
  return figureCell(cell, (amount) => readFigure(amount, UNITLESS.includes(role) ? null : moneyUnit));
}

type LineCells = ReadonlyMap<BudgetRole, FigureCell>;

/** A line with amounts beside its budget that may be a part of it or the budget itself: 上年结转, 当年安排, 调整数. */
interface Line extends BudgetLine {
  readonly beside: readonly FigureCell[];
}

function line(
  label: Located<string>,
  group: string | null,
  cells: LineCells,
  others: readonly FigureCell[] = [],
): Line {
  const name = bare(label.value);
  const isTotal = group === null && BUDGET_TOTAL_WORDS.some((word) => name.endsWith(word)) && !name.startsWith('其中');
  return {
    label,
    group,
    role: isTotal ? 'total' : 'part',
    initial: cells.get('initial') ?? null,
    budget: cells.get('budget') ?? null,
    spent: cells.get('spent') ?? null,
    rate: cells.get('rate') ?? null,
    weight: cells.get('weight') ?? null,
    stated: cells.get('stated') ?? null,
    beside: [cells.get('carried'), ...others].filter((cell) => cell !== undefined),
  };
}

/** 当年安排 380 and 上年结转 120 are 500, reckoned from both cells. */
function added(a: FigureCell | null, b: FigureCell | null | undefined): FigureCell | null {
  if (!a?.value || !b?.value) return a;
  return { ...a, value: a.value.plus(b.value), formula: `=${formatAddress(b.cell)}+${formatAddress(a.cell)}` };
}

const HALF_PERCENT = '0.0051';

/** How many rates these budgets bear out. */
function ratesBorneOut(lines: readonly Line[], budgetOf: (line: Line) => FigureCell | null | undefined): number {
  return lines.filter((one) => {
    const [budget, spent, rate] = [budgetOf(one)?.value, one.spent?.value, one.rate?.value];
    return budget?.gt(0) && spent && rate && spent.div(budget).minus(rate).abs().lt(HALF_PERCENT);
  }).length;
}

/**
 * The lines with what the rates are of as their budget: the amount that is called so, one beside it, or the sum of two;
 * without rates what was carried over belongs to what is called this year's only (`carriedOver`).
 */
function withBudgets(lines: readonly Line[], carriedOver: boolean): readonly BudgetLine[] {
  const most = Math.max(0, ...lines.map(({ beside }) => beside.length));
  const called = ({ budget }: Line) => budget;
  const ways = [
    ...Array.from({ length: most }, (_, at) => (one: Line) => added(one.budget, one.beside[at])),
    ...Array.from({ length: most }, (_, at) => (one: Line) => one.beside[at]),
    (one: Line) => added(one.budget, one.initial),
  ];
  const usual = (carriedOver && ways[0]) || called;
  const way = ways.reduce(
    (best, next) => (ratesBorneOut(lines, next) > ratesBorneOut(lines, best) ? next : best),
    usual,
  );
  return lines.map(({ beside, ...one }) => ({ ...one, budget: way({ ...one, beside }) ?? one.budget }));
}

const holds = (cell: FigureCell | null): boolean => cell?.state === 'figure';

/** Headings in one row, a line of money in each row below: 年初预算数 · 全年预算数 · 全年执行数 · 分值 · 执行率 · 得分. */
function readRows(grid: Grid, row: number, roles: readonly RoleCell[], end: number): BudgetBlock | null {
  const lastRow = lastHeadingRow(grid, row, roles, end);
  const firstLine = grid.filledFrom(lastRow, 1, end);
  const columns = columnsBelow(grid, lastRow, roles, (role, column) => {
    const below = figureCell(grid.at(firstLine, column));
    return below.state !== 'unreadable' || role === 'rate' || role === 'evidence';
  });
  if (columns.size === 0) return null;
  const headings = [...columns.values()].map(({ heading }) => heading);
  const first = Math.min(...headings.map(({ at }) => at.column));
  const labels = blockLabels(grid, row, first, headings);
  const names = grid.filled(row).find(({ at, text }) => at.column < first && bare(text).endsWith('名称'));
  const frame = frameOf(grid, row, labels);
  const chosen = [...columns.values()].map(({ column }) => column);
  // Of a column whose heading says nothing known the rates tell whether they are of it: 计划投入.
  const others = grid.filled(row).filter(({ at, text }) => {
    const role = chosen.includes(at.column) ? 'chosen' : budgetRole(text);
    return role === 'budget' || (role === null && figureCell(grid.at(firstLine, at.column)).state === 'figure');
  });
  const lines: Line[] = [];
  let evidence: EvidenceCell | null = null;
  const asks = demandOf(columns.get('evidence')?.heading.text ?? '').reason;
  let group: string | null = null;
  for (let below = firstLine; below < end; below = grid.filledFrom(below, 1, end)) {
    if (beginsPart(grid, below)) break;
    const own = lineLabel(grid, below, first, names?.at.column ?? null);
    const dimension = own === null ? null : dimensionIn(compact(own.value));
    const label = own ?? (lines.length === 0 ? (labels[0] ?? null) : null);
    const cells = new Map<BudgetRole, FigureCell>();
    for (const [role, { column }] of columns) {
      if (role !== 'evidence') cells.set(role, read(role, grid.at(below, column), frame));
    }
    const filled = [...cells.values()].some((cell) => cell.state === 'figure' || cell.state === 'placeholder');
    if (
      label === null ||
      (!filled && (isNarrative(bare(label.value)) || [...cells.values()].some((cell) => cell.state === 'unreadable')))
    )
      break;
    if (dimension !== null) ({ group } = dimension);
    if (dimension?.name === '' && !filled) continue;
    const beside = others.map(({ at }) => read('budget', grid.at(below, at.column), frame));
    lines.push(line(label, group, cells, beside));
    const reason = columns.get('evidence');
    if (reason === undefined) continue;
    const cell = grid.at(below, reason.column);
    // The reason may stand beside any line, usually the first or the total.
    if (evidence === null || (evidence.text.trim() === '' && !isBlank(cell)))
      evidence = splitEvidence(cell.at, located(cell).text, reason.heading.text);
  }
  if (lines.length === 0) return null;
  const carriedOver = columns.has('carried') && !/全年|调整|总/.test(columns.get('budget')?.heading.text ?? '');
  const budgeted = withBudgets(lines, carriedOver);
  return { ...block(frame, withTotal(budgeted), evidence, pointsInLabels(labels)), asksReason: asks };
}

/** （二）绩效指标 alone in its row. */
function beginsPart(grid: Grid, row: number): boolean {
  const [first, ...others] = grid.filled(row);
  return (
    first !== undefined && others.length === 0 && /^[(]?[一二三四五六七八九十]{1,2}[)、.]/.test(compact(first.text))
  );
}

/** The label of a line: in the column of names, else the last one before its figures that is not the block's own. */
function lineLabel(grid: Grid, row: number, before: number, names: number | null): Located<string> | null {
  const named = labelIn(grid, row, names);
  if (named !== null && names !== null && grid.startsInRow(row, names)) return named;
  for (let column = before - 1; column >= grid.firstColumn; column--) {
    const label = labelIn(grid, row, column);
    if (label !== null && grid.startsInRow(row, column) && figureCell(grid.at(row, column)).state !== 'figure')
      return label;
  }
  return null;
}

/**
 * Without a line that calls itself the whole, the last is it where the others add up to it, else the first where the others
 * are its parts: 其中, or amounts that add up to it.
 */
function withTotal(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  const [first, ...others] = lines;
  if (first === undefined || lines.some(({ role }) => role === 'total')) return lines;
  const last = lines.at(-1);
  const above = lines.slice(0, -1);
  if (last !== undefined && above.length > 1 && (bare(last.label.value) === '小计' || addsUp(last, above))) {
    return [...above, { ...last, role: 'total' }];
  }
  const name = bare(first.label.value);
  const whole = others.length === 0 || !BUDGET_PART.test(name) || bare(others[0]?.label.value ?? '').startsWith('其中');
  if (name.startsWith('其中') || !(whole || addsUp(first, others))) return lines;
  return [{ ...first, role: 'total' }, ...others];
}

function addsUp(whole: BudgetLine, parts: readonly BudgetLine[]): boolean {
  const sum = parts.reduce((total, { budget }) => total.plus(budget?.value ?? 0), new Decimal(0));
  return whole.budget?.value?.isPositive() === true && !whole.budget.value.isZero() && sum.equals(whole.budget.value);
}

/** A label and its figure, beside it or behind it in one cell: 全年预算数 | 120, 得分9.5. */
interface Pair extends RoleCell {
  readonly figure: SheetCell;
}

const LABEL_AND_FIGURE = /^([^0-9]{2,12}?):?([0-9][0-9.,]{0,20}(?:%|万元|亿元|元|分)?)$/;

function pairsIn(grid: Grid, row: number): readonly Pair[] {
  return grid.filled(row).flatMap((cell): Pair[] => {
    const { column } = cell.at;
    const [, label, figure = ''] = LABEL_AND_FIGURE.exec(grid.compact(row, column)) ?? [];
    const role = typeof cell.value === 'string' ? budgetRole(label ?? cell.text) : null;
    const holder =
      label === undefined
        ? grid.at(row, column + (grid.areaOf(row, column)?.columnCount ?? 1))
        : { ...cell, text: figure, value: figure };
    const { state, value } = figureCell(holder);
    if (role === null || state !== 'figure') return [];
    // 自评得分 | 96 is the total.
    const isTotal = role === 'stated' && (isTotalLabel(bare(cell.text)) || value?.gt(MOST_OF_BUDGET) === true);
    return isTotal ? [] : [{ role, cell, figure: holder }];
  });
}

/** Pairs of a row and of the one below it, where it goes on: 当年预算数 | 120 over 预算执行数 | 110 | 执行率 | 91.7%. */
function pairsFrom(grid: Grid, row: number, end: number): readonly Pair[] {
  const own = pairsIn(grid, row);
  if (own.length === 0) return own;
  const below = grid.filledFrom(row, 1, end);
  const next = below < end ? pairsIn(grid, below) : [];
  const goesOn = next.every(({ role }) => own.every((pair) => pair.role !== role));
  return goesOn && own.length + next.length > 2 ? [...own, ...next] : own;
}

/** Labels and figures in turn: 全年预算数 | 120 | 全年执行数 | 110 | 执行率 | 91.7%. */
function readPairs(grid: Grid, row: number, pairs: readonly Pair[], end: number): BudgetBlock | null {
  const [first] = pairs;
  if (first === undefined) return null;
  const left = labelIn(grid, row, grid.firstColumn);
  const label =
    left !== null && pairs.every(({ cell }) => cell.at.column > grid.firstColumn) ? left : located(first.cell);
  const frame = frameOf(grid, row, [label]);
  const cells = new Map<BudgetRole, FigureCell>();
  for (const { role, cell, figure } of pairs) {
    const moneyUnit = moneyUnitIn(cell.text) ?? frame.moneyUnit;
    if (!cells.has(role)) cells.set(role, read(role, figure, { ...frame, moneyUnit }));
  }
  const last = Math.max(...pairs.map(({ cell }) => cell.at.row));
  const parts = partsBelow(grid, last, first.cell.at.column, cells, frame, end);
  const rate = rateAbove(grid, row);
  if (rate !== null && !cells.has('rate')) cells.set('rate', rate);
  const above = labelIn(grid, row - 1, grid.firstColumn);
  const weight = pointsInLabels(above === null ? [label] : [label, above]);
  return cells.size < 2 ? null : block(frame, [{ ...line(label, null, cells), role: 'total' }, ...parts], null, weight);
}

/** 其中：财政资金 | 120 | 其中：财政资金 | 110 below pairs, as long as figures stand below all of theirs. */
function partsBelow(
  grid: Grid,
  row: number,
  labelColumn: number,
  above: LineCells,
  frame: Frame,
  end: number,
): readonly BudgetLine[] {
  const lines: BudgetLine[] = [];
  for (let below = grid.filledFrom(row, 1, end); below < end; below = grid.filledFrom(below, 1, end)) {
    const label = labelIn(grid, below, labelColumn);
    const cells = new Map([...above].map(([role, { cell }]) => [role, read(role, grid.at(below, cell.column), frame)]));
    const filled = [...cells.values()].every(({ state, cell }) => state === 'figure' && cell.row === below);
    if (label === null || !filled) break;
    lines.push({ ...line(label, null, cells), role: 'part' });
  }
  return lines;
}

/** 预算执行进度 as the heading of a column beside pairs that stand in the rows below. */
function rateAbove(grid: Grid, row: number): FigureCell | null {
  let above = row - 1;
  while (above > grid.firstRow && grid.filled(above).length === 0) above--;
  const heading = above < grid.firstRow ? undefined : rolesIn(grid, above).find(({ role }) => role === 'rate');
  const cell = heading === undefined ? null : figureCell(grid.at(row, heading.cell.at.column), readRate);
  return cell?.state === 'figure' ? cell : null;
}

/** Whether a row says whose form it is: 主管部门, 实施单位. What stands there divides no money. */
function namesUnits(grid: Grid, row: number): boolean {
  return grid.filled(row).some(({ text }) => isOrganisationLabel(text));
}

/** 全年预算数, 全年执行数, 完成率 one below the other; a line of money in each column, named in the rows above. */
function readColumns(grid: Grid, row: number, label: SheetCell, end: number): BudgetBlock | null {
  const rows = new Map<BudgetRole, number>();
  for (let below = row; below < end; below = grid.filledFrom(below, 1, end)) {
    const role = budgetRole(grid.text(below, label.at.column));
    if (role === null || rows.has(role)) break;
    rows.set(role, below);
  }
  if (rows.size < 2) return null;
  const before = grid.firstRow - 1;
  const named = grid.filledFrom(row, -1, before);
  const grouped = grid.filledFrom(Math.max(named, grid.firstRow), -1, before);
  const top = Math.max(grouped, grid.firstRow);
  // Without groups over the columns the heading stands beside their names.
  const labels = [top, named].flatMap((at) => (at < top ? [] : blockLabels(grid, at, label.at.column, [])));
  const frame = frameOf(grid, top, labels);
  const lines: BudgetLine[] = [];
  // A block that begins with the names of its columns is divided by nothing above them.
  const begins = grid.filled(named).some(({ at }) => at.column <= label.at.column);
  const divided = grouped > before && !begins && !namesUnits(grid, grouped);
  let group: string | null = null;
  for (let column = label.at.column + 1; column <= grid.lastColumn; column++) {
    const above = labelIn(grid, named, column);
    const over = divided ? labelIn(grid, grouped, column) : null;
    const opens = over !== null && over.value !== above?.value && grid.anchor(grouped, column).column === column;
    if (opens) group = over.value;
    const cells = new Map([...rows].map(([role, at]) => [role, read(role, grid.at(at, column), frame)] as const));
    const filled = [...cells.values()].some((cell) => cell.state === 'figure');
    if (!filled && above === null) continue;
    const name = above ?? located(grid.at(named, column));
    lines.push(line(name, group, cells));
  }
  return lines.length === 0 ? null : block(frame, lines, null, null);
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

/** The label that names the block's money unit, else the first; the unit may stand in a row above: 金额单位：万元. */
function frameOf(grid: Grid, row: number, labels: readonly Located<string>[]): Frame {
  const named = labels.find(({ value }) => moneyUnitIn(value) !== null);
  if (named !== undefined) return { heading: named, moneyUnit: moneyUnitIn(named.value) };
  return { heading: labels[0] ?? null, moneyUnit: moneyUnitAbove(grid, row) };
}

function pointsInLabels(labels: readonly Located<string>[]): FigureCell | null {
  for (const label of labels) {
    const inLabel = weightInLabel(label.value);
    const product = /[(（]([0-9]{1,3})分?[*×x]/.exec(label.value)?.[1];
    if (inLabel !== null) return figureInLabel(label, inLabel.weight);
    if (product !== undefined) return figureInLabel(label, new Decimal(product));
  }
  return null;
}

function block(
  frame: Frame,
  lines: readonly BudgetLine[],
  evidence: EvidenceCell | null,
  labelWeight: FigureCell | null,
): BudgetBlock {
  const weighted = lines.map((entry) =>
    entry.role === 'total' && labelWeight !== null && entry.stated !== null && !holds(entry.weight)
      ? { ...entry, weight: labelWeight }
      : entry,
  );
  const scorable = weighted.filter((entry) => entry.stated !== null && (holds(entry.weight) || holds(entry.stated)));
  const scored = scorable.find(({ role }) => role === 'total') ?? scorable[0] ?? null;
  const moneyUnit = frame.moneyUnit ?? moneyUnitInCells(lines);
  return { ...frame, moneyUnit, lines: weighted, scored, evidence, asksReason: false };
}

/** The money unit that every amount carries itself: 1613.48万元; `null` where one has none or another one. */
function moneyUnitInCells(lines: readonly BudgetLine[]): Decimal | null {
  const amounts = lines.flatMap(({ initial, budget, spent }) => [initial, budget, spent]);
  const units = amounts.flatMap((cell) =>
    cell?.state === 'figure' ? [moneyUnitIn(cell.text.replace(/[0-9.,\s]/g, ''))] : [],
  );
  const [unit] = units;
  return unit !== undefined && unit !== null && units.every((one) => one?.eq(unit) === true) ? unit : null;
}

/** The money unit named last in the rows above one: 金额单位：万元. */
export function moneyUnitAbove(grid: Grid, row: number, from = row - ROWS_TO_UNIT): Decimal | null {
  let unit: Decimal | null = null;
  for (const { value } of labelsOf(grid, Math.max(from, grid.firstRow), row, LONGEST_UNIT))
    unit = moneyUnitIn(value) ?? unit;
  return unit;
}

const ROWS_TO_UNIT = 6;
const LONGEST_UNIT = 40;

/** The tables of money between two rows (`end` not included), in the order of the sheet. */
export function readMoney(grid: Grid, start: number, end: number): readonly BudgetBlock[] {
  const found: BudgetBlock[] = [];
  for (let row = start; row < end; row++) {
    const block = blockAt(grid, row, start, end);
    if (block === null) continue;
    found.push(block);
    row = Math.max(
      row,
      ...block.lines.flatMap(({ spent, budget }) => [spent, budget].map((cell) => cell?.cell.row ?? 0)),
    );
  }
  return found;
}

/**
 * Which of several tables tells how the year's budget was executed: one that is scored, else the first with a budget and
 * what was spent. Points that stand apart from the amounts are those of the whole: 预算执行率 | 95% | 得分 | 9.5.
 */
export function yearsMoney(blocks: readonly BudgetBlock[]): YearsMoney {
  const executed = blocks.find(({ lines }) => lines.some(({ budget, spent }) => holds(budget) && holds(spent)));
  const scored = blocks.find((one) => one.scored !== null);
  const [points, total] = [scored?.scored ?? null, executed?.lines.find(({ role }) => role === 'total')];
  const apart = points !== null && total !== undefined && points.budget === null && points.spent === null;
  const years = (apart ? executed : scored) ?? executed ?? blocks[0] ?? null;
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
  if (moneyRoles(roles) < 2)
    return MONEY.includes(first.role) && row > start ? readColumns(grid, row, first.cell, end) : null;
  return readRows(grid, row, roles, end);
}
