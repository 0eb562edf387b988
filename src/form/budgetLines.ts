import { Decimal } from 'decimal.js';
import { formatAddress } from '../sheet/address';
import { readFigure, readRate } from '../words/figure';
import { moneyUnitIn } from '../words/money';
import { sum } from '../sheet/lists';
import { remember } from '../sheet/remember';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { figureCell, figureInLabel, labelsOf } from './cells';
import type { RoleCell } from './budgetColumns';
import type { Grid } from './grid';
import { usualRole } from './headingWords';
import type { BudgetBlock, BudgetLine, EvidenceCell, FigureCell, Located } from './model';
import { BUDGET_HEADINGS, BUDGET_TOTAL_WORDS, BUDGET_WORDS, type BudgetRole } from './vocabulary/budget';
import { weightInLabel } from './weightInLabel';
import { compact } from '../sheet/text';
import { bare } from './words';

export const MONEY: readonly BudgetRole[] = ['initial', 'budget', 'spent', 'rate'];
const LONGEST_HEADING = 24;
/** No form weighs the execution of its budget more. */
export const MOST_OF_BUDGET = 20;
/**
 * 得分计算方法 is how points are reckoned, not the points; 资金使用情况 names the block, 资金到位率 and 资金使用合规性 items;
 * 上年决算数 is another year's.
 */
const NO_FIGURE = /方法|办法|公式|情况$|性$|到位率$|^(?:上年|去年)(?!结转)/;

/** 预算执行（E/C×100%): a heading that says which columns are divided. */
const QUOTIENT = /(?:执行|完成|支出|支付)\([A-Z]\/[A-Z](?:[×x*]100%)?\)$/i;

const OF_YEAR = /^20[0-9]{2}年度?(?=预算|支出|执行|决算)/;

export const budgetRole = remember((text: string): BudgetRole | null => {
  const heading = bare(text).replace(OF_YEAR, '');
  if (heading === '' || heading.length > LONGEST_HEADING) return null;
  const known = BUDGET_HEADINGS.find(([, whole]) => whole.test(heading));
  if (known !== undefined) return known[0];
  if (NO_FIGURE.test(heading)) return null;
  if (QUOTIENT.test(compact(text))) return 'rate';
  // Columns of points and reasons are headed like those of the indicators.
  const usual = usualRole(heading);
  if (usual === 'weight' || usual === 'stated' || usual === 'evidence') return usual;
  return BUDGET_WORDS.find(([, words]) => words.every((word) => word.test(heading)))?.[0] ?? null;
});

export function rolesIn(grid: Grid, row: number): readonly RoleCell[] {
  const named = grid.filled(row).flatMap((cell) => {
    const role = typeof cell.value === 'string' ? budgetRole(cell.text) : null;
    return role === null ? [] : [{ role, cell, year: OF_YEAR.exec(bare(cell.text))?.[0].slice(0, 4) }];
  });
  // 2022年支出 beside 2023年支出 is another year's.
  return named.filter(({ year }) => named.every((other) => (other.year ?? '') <= (year ?? other.year ?? '')));
}

export function moneyRoles(roles: readonly RoleCell[]): number {
  return new Set(roles.filter(({ role }) => MONEY.includes(role)).map(({ role }) => role)).size;
}

/** 调整后预算数 is the budget, 预算调整数 beside it may be by how much it was changed. */
export const isChanged = (heading: string): boolean => /调整后|全年/.test(bare(heading));

/**
 * By how much the budget was changed in the year, and whether upwards: 1 for 年中追加 and 调整数, -1 for 调减数; `null` for
 * 调整预算数, which is the budget itself.
 */
export function changeIn(heading: string): 1 | -1 | null {
  const text = bare(heading);
  return !CHANGE.test(text) ? null : /减|收回/.test(text) && !/增减/.test(text) ? -1 : 1;
}

const CHANGE =
  /^(?:年中|当年|本年|财政|其中:?){0,2}(?:预算)?(?:(?:[追调核增][加增减]|压减|减少|收回)(?:预算)?|(?:增减)?调整)(?:数|额|金额|资金)?$/;

/** Whether 预算调整数 beside 年初预算数 tells the change: what was spent is nearer to what both make than to it. Else it may be the budget after it. */
export function isOnlyChange(initial: FigureCell | null, change: FigureCell | null, spent: FigureCell | null): boolean {
  if (!change?.value) return true;
  const above = (spent?.value ?? new Decimal(0)).minus(change.value);
  return above.gt(0) && above.gt(above.minus(initial?.value ?? 0).abs());
}

/** Whether a row has headings or labels of at least two kinds of money, as the budget block has. */
export function namesMoney(grid: Grid, row: number): boolean {
  return moneyRoles(rolesIn(grid, row)) >= 2;
}

/** What names the block, and the yuan in one unit of its figures. */
export type Frame = Pick<BudgetBlock, 'heading' | 'moneyUnit'>;

const UNITLESS: readonly BudgetRole[] = ['weight', 'stated'];

export function readAs(role: BudgetRole, cell: SheetCell, { moneyUnit }: Frame): FigureCell {
  if (role === 'rate') return figureCell(cell, readRate);
  return figureCell(cell, (amount) => readFigure(amount, UNITLESS.includes(role) ? null : moneyUnit));
}

/** The same below or beside its heading, in the unit of the block: 1185000 of 执行数（元） is 118.5 in one of 万元. */
export function readUnder(heading: SheetCell, role: BudgetRole, cell: SheetCell, frame: Frame): FigureCell {
  const own = UNITLESS.includes(role) || role === 'rate' ? null : moneyUnitIn(heading.text);
  const read = readAs(role, cell, own === null ? frame : { ...frame, moneyUnit: own });
  if (own === null || frame.moneyUnit === null || own.eq(frame.moneyUnit)) return read;
  return { ...read, value: read.value?.times(own).div(frame.moneyUnit) ?? null };
}

export type LineCells = ReadonlyMap<BudgetRole, FigureCell>;

/** An amount beside the budget that may be a part of it or the budget itself: 当年安排; by its words `onTop` of it: 上年结转, 调整数. */
export interface Beside {
  readonly cell: FigureCell;
  readonly onTop: boolean;
  /** Whether its words leave open that it is the budget after the change: 调整数. */
  readonly isOpen?: boolean;
}

/** A line with those amounts. */
export interface Line extends BudgetLine {
  readonly beside: readonly Beside[];
}

/** An amount below or beside a heading that is not the budget's: what was taken away is less than nothing. */
export function besideUnder(heading: string, cell: FigureCell, budgeted: boolean): Beside {
  const change = changeIn(heading);
  const taken = change === -1 && cell.value?.gt(0) === true;
  const onTop = change !== null && !budgeted;
  return { cell: taken ? { ...cell, value: cell.value.neg() } : cell, onTop, isOpen: /调整/.test(bare(heading)) };
}

export function lineOf(
  label: Located<string>,
  group: string | null,
  cells: LineCells,
  others: readonly Beside[] = [],
  carriedOnTop = false,
): Line {
  const name = bare(label.value);
  const carried = cells.get('carried');
  const isTotal = BUDGET_TOTAL_WORDS.some((word) => (group === null ? name.endsWith(word) : name === word));
  return {
    label,
    group,
    role: isTotal && !name.startsWith('其中') ? 'total' : 'part',
    initial: cells.get('initial') ?? null,
    budget: cells.get('budget') ?? null,
    spent: cells.get('spent') ?? null,
    rate: cells.get('rate') ?? null,
    weight: cells.get('weight') ?? null,
    stated: cells.get('stated') ?? null,
    beside: [...(carried === undefined ? [] : [{ cell: carried, onTop: carriedOnTop }]), ...others],
  };
}

/** 当年安排 380 and 上年结转 120 are 500, reckoned from both cells. */
function added(a: FigureCell | null | undefined, b: FigureCell | undefined): FigureCell | null {
  if (!a?.value || !b?.value) return a ?? null;
  return { ...a, value: a.value.plus(b.value), formula: `=${formatAddress(b.at)}+${formatAddress(a.at)}` };
}

const HALF_PERCENT = '0.0051';

type BudgetOf = (line: Line) => FigureCell | null | undefined;

/** How many rates these budgets bear out. */
function ratesBorneOut(lines: readonly Line[], budgetOf: BudgetOf, rateOf = ({ rate }: Line) => rate?.value): number {
  return lines.filter((one) => {
    const [budget, spent, rate] = [budgetOf(one)?.value, one.spent?.value, rateOf(one)];
    return budget?.gt(0) && spent && rate && spent.div(budget).minus(rate).abs().lt(HALF_PERCENT);
  }).length;
}

/** What the words put on top is added, unless it is no change but the budget after it, or the points are those without it. */
function usualOf(lines: readonly Line[], own: BudgetOf, onTop: BudgetOf): BudgetOf | null {
  const first = lines.find(({ beside }) => beside.some((cell) => cell.onTop));
  if (first === undefined) return null;
  const open = first.beside.findIndex((cell) => cell.onTop && cell.isOpen);
  const change = first.beside[open]?.cell ?? null;
  if (change !== null && !isOnlyChange(own(first) ?? null, change, first.spent)) return (one) => one.beside[open]?.cell;
  const share = ({ stated, weight }: Line) => (weight?.value?.gt(0) ? stated?.value?.div(weight.value) : null);
  return ratesBorneOut(lines, own, share) > 0 ? own : onTop;
}

/**
 * The lines with what the rates are of as their budget: the amount that is called so, one beside it, or a sum of them;
 * without rates what the words put on top of it (上年结转, 年中追加) is added.
 */
export function withBudgets(lines: readonly Line[]): readonly BudgetLine[] {
  const most = Math.max(0, ...lines.map(({ beside }) => beside.length));
  const called = ({ budget }: Line) => budget;
  const own = ({ budget, initial }: Line) => budget ?? initial;
  const besides = Array.from({ length: most }, (_, at) => at);
  const sums = besides.map((at) => (one: Line) => {
    // Where no heading says whose the budget is: 上年结转 · 当年安排.
    const none = own(one) === null && at > 0;
    return added(none ? one.beside[at]?.cell : own(one), one.beside[none ? 0 : at]?.cell);
  });
  // Alone before added up: 0 of 预算调整数 adds nothing to the 877.37 beside it.
  const alone = besides.map((at) => (one: Line) => one.beside[at]?.cell);
  const withInitial = (one: Line) => added(one.budget, one.initial ?? undefined);
  const onTop = (one: Line) =>
    one.beside.filter((cell) => cell.onTop).reduce((whole, { cell }) => added(whole, cell), own(one));
  // A 0 among other budgets, to which the initial one is added, shows nothing of them.
  const budgeted = lines.filter(({ budget }) => budget?.value?.gt(0));
  const isAdded = budgeted.length === 0 || ratesBorneOut(budgeted, withInitial) > 0;
  const ways = [called, ...alone, ...sums, ...(isAdded ? [withInitial] : [])];
  const usual = usualOf(lines, own, onTop) ?? called;
  const way = ways.reduce(
    (best, next) => (ratesBorneOut(lines, next) > ratesBorneOut(lines, best) ? next : best),
    usual,
  );
  return lines.map(({ beside, ...one }) => ({ ...one, budget: way({ ...one, beside }) ?? one.budget }));
}

export const holds = (cell: FigureCell | null): boolean => cell?.state === 'figure';

/** The label that names the block's money unit, else the first; the unit may stand in a row above: 金额单位：万元. */
export function frameOf(grid: Grid, row: number, labels: readonly Located<string>[]): Frame {
  const named = labels.find(({ value }) => moneyUnitIn(value) !== null);
  if (named !== undefined) return { heading: named, moneyUnit: moneyUnitIn(named.value) };
  return { heading: labels[0] ?? null, moneyUnit: moneyUnitAbove(grid, row) };
}

export function pointsInLabels(labels: readonly Located<string>[]): FigureCell | null {
  for (const label of labels) {
    const inLabel = weightInLabel(label.value);
    const product = /[(（]([0-9]{1,3})分?[*×x]/.exec(label.value)?.[1];
    if (inLabel !== null) return figureInLabel(label, inLabel.weight);
    if (product !== undefined) return figureInLabel(label, new Decimal(product));
  }
  return null;
}

export function blockOf(
  frame: Frame,
  read: readonly BudgetLine[],
  evidence: EvidenceCell | null,
  labelWeight: FigureCell | null,
): BudgetBlock {
  const { moneyUnit, lines } = inOneUnit(frame, read);
  const whole = wholeOf(lines, frame, labelWeight);
  // A rate over several lines is that of the whole.
  const owned = lines.map((one) => {
    const along = sharing(one.rate, lines);
    const owner = whole === null ? (along.find(({ role }) => role === 'total') ?? along[0]) : null;
    return along.length < 2 || one === owner ? one : { ...one, rate: null };
  });
  const weighted = (whole ? [whole, ...owned] : owned).map((entry) =>
    entry.role === 'total' && labelWeight !== null && entry.stated !== null && !holds(entry.weight)
      ? { ...entry, weight: labelWeight }
      : entry,
  );
  const scorable = weighted.filter((entry) => entry.stated !== null && (holds(entry.weight) || holds(entry.stated)));
  const scored = scorable.find(({ role }) => role === 'total') ?? scorable[0] ?? null;
  return { ...frame, moneyUnit, lines: weighted, scored, evidence, asksReason: false };
}

/** The lines over which the cell of a rate or of points reaches. */
const sharing = (cell: FigureCell | null, lines: readonly BudgetLine[]): readonly BudgetLine[] =>
  lines.filter(({ rate, stated }) => cell !== null && [rate, stated].some((one) => one && sameCell(one.at, cell.at)));

/**
 * The whole of lines of which none is it, where their points are its: they reach over several lines, or stand beside the
 * first and do not follow from what was spent of that one alone. Its amounts are sums, where the points follow from them.
 */
function wholeOf(lines: readonly BudgetLine[], { heading }: Frame, labelWeight: FigureCell | null): BudgetLine | null {
  const parts = lines.filter(({ budget, initial }) => (budget ?? initial)?.value?.gt(0));
  const [first, other] = lines.filter(({ stated }) => holds(stated));
  const label = heading ?? first?.label;
  if (!first?.stated?.value || label === undefined || parts.length < 2) return null;
  if (lines.some(({ role, group }) => role === 'total' || group !== null)) return null;
  const over = sharing(first.stated, lines).length > 1;
  if (other !== undefined && !over) return null;
  const [stated, weight] = [first.stated.value, first.weight?.value ?? labelWeight?.value];
  const follows = (budget?: Decimal | null, spent?: Decimal | null) =>
    budget?.gt(0) &&
    spent &&
    weight
      ?.times(Decimal.min(1, spent.div(budget)))
      .minus(stated)
      .abs()
      .lt('0.011');
  const others = lines.filter((one) => one !== first);
  // The first may be the whole of the others without being called so.
  const isWhole = (['initial', 'budget', 'spent'] as const).some(
    (column) => first[column]?.value?.gt(0) && sum(others.map((one) => one[column]?.value)).eq(first[column].value),
  );
  if (!over && (isWhole || follows((first.budget ?? first.initial)?.value, first.spent?.value))) return null;
  const total = (column: 'initial' | 'budget' | 'spent') => sum(lines.map((one) => one[column]?.value));
  const isTold = over || follows(total('budget').gt(0) ? total('budget') : total('initial'), total('spent'));
  const amount = (column: 'initial' | 'budget' | 'spent'): FigureCell | null => {
    const cell = isTold ? lines.find((one) => holds(one[column]))?.[column] : undefined;
    return cell ? { ...cell, at: label.at, value: total(column), text: total(column).toString() } : null;
  };
  const rate = sharing(first.rate, lines).length > 1 ? first.rate : null;
  return {
    ...first,
    label,
    role: 'total',
    initial: amount('initial'),
    budget: amount('budget'),
    spent: amount('spent'),
    rate,
  };
}

/** Amounts that carry their units themselves, all in the largest of those: 1613.48万元; as they are where one has none. */
function inOneUnit(frame: Frame, lines: readonly BudgetLine[]): Pick<BudgetBlock, 'moneyUnit' | 'lines'> {
  const unitIn = (cell: FigureCell) => moneyUnitIn(cell.text.replace(/[0-9.,\s]/g, ''));
  const amounts = lines.flatMap(({ initial, budget, spent }) => [initial, budget, spent]);
  const units = amounts.flatMap((cell) => (cell?.state === 'figure' ? [unitIn(cell)] : []));
  const known = units.filter((unit) => unit !== null);
  if (frame.moneyUnit !== null || known.length === 0 || known.length < units.length) return { ...frame, lines };
  const moneyUnit = Decimal.max(...known);
  const inUnit = (cell: FigureCell | null) =>
    cell && { ...cell, value: cell.value?.times(unitIn(cell) ?? moneyUnit).div(moneyUnit) ?? null };
  return {
    moneyUnit,
    lines: lines.map((one) => ({
      ...one,
      initial: inUnit(one.initial),
      budget: inUnit(one.budget),
      spent: inUnit(one.spent),
    })),
  };
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
