import { largest } from '../sheet/lists';
import { Decimal } from 'decimal.js';
import { formatAddress } from '../sheet/address';
import type { SheetCell } from '../sheet/snapshot';
import { readFigure, readRate } from '../words/figure';
import { moneyUnitIn } from '../words/money';
import { changeIn } from './budgetWords';
import { figureCell } from './cells';
import type { BudgetBlock, BudgetLine, FigureCell, Located } from './model';
import { BUDGET_TOTAL_WORDS, type BudgetRole } from './vocabulary/budget';
import { bare } from './words';

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

/** Among the lines of a division 年度资金总额 is the whole; 财政拨款合计 and 项目支出合计 are of parts. */
const isOfAll = (name: string, word: string): boolean =>
  /^(?:本?年度?|全年|当年|项目|部门)*(?:资金|预算|经费)?$/.test(name.slice(0, -word.length));

export function lineOf(
  label: Located<string>,
  group: string | null,
  cells: LineCells,
  others: readonly Beside[] = [],
  carriedOnTop = false,
): Line {
  const name = bare(label.value);
  const carried = cells.get('carried');
  const isTotal = BUDGET_TOTAL_WORDS.some((word) => name.endsWith(word) && (group === null || isOfAll(name, word)));
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

/** Whether 预算调整数 beside 年初预算数 tells the change: what was spent is nearer to what both make than to it. Else it may be the budget after it. */
export function isOnlyChange(initial: FigureCell | null, change: FigureCell | null, spent: FigureCell | null): boolean {
  if (!change?.value) return true;
  const above = (spent?.value ?? new Decimal(0)).minus(change.value);
  return above.gt(0) && above.gt(above.minus(initial?.value ?? 0).abs());
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
  const most = largest(lines.map(({ beside }) => beside.length));
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
