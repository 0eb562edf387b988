import { Decimal } from 'decimal.js';
import { once } from '../sheet/remember';
import type { CellRef } from '../sheet/snapshot';
import { short } from '../sheet/text';
import { factsOf } from '../words/facts';
import { figureOf, numberOf } from './cells';
import type { BudgetBlock, BudgetLine, EvaluationForm, FigureCell, Indicator, Located } from './model';

/** What was spent of what there was, in the unit of the budget block. */
export interface Execution {
  readonly spent: Decimal;
  readonly budget: Decimal;
}

/** Whether an item is called like the execution of the budget, which other forms score in their block of money. */
export const namesExecution = (name: string): boolean => /执行|支出/.test(name);

/** What there was to spend: the year's budget, for which the initial one stands in where it is blank. */
export const budgetOf = ({ budget, initial }: BudgetLine): Decimal | null => figureOf(budget) ?? figureOf(initial);

/** Spent and budget of one line. */
export function executionOf(line: BudgetLine): Execution | null {
  const budget = budgetOf(line);
  const spent = figureOf(line.spent);
  return budget === null || spent === null || budget.lte(0) || spent.lt(0) ? null : { spent, budget };
}

/** The filled lines of the first group of parts (按资金来源), or of those without a group. */
function firstParts(block: BudgetBlock): readonly BudgetLine[] {
  const group = block.lines[0]?.group ?? null;
  return block.lines.filter((line) => line.group === group && (figureOf(line.budget) ?? figureOf(line.spent)) !== null);
}

/**
 * The execution of the year's whole money: of the scored line or the total line, else the sum of the first group of
 * parts (按资金来源). `null` where a figure is missing or two totals differ.
 */
export function wholeExecution(block: BudgetBlock | null): Execution | null {
  if (block === null) return null;
  if (block.scored !== null && block.alsoScored.length === 0) return executionOf(block.scored);
  const totals = block.lines.filter(({ role }) => role === 'total');
  const [first, ...others] = totals.map(executionOf);
  if (first !== undefined) {
    const same = others.every((one) => one !== null && first?.spent.eq(one.spent) && first.budget.eq(one.budget));
    return same ? first : null;
  }
  const parts = block.scored === null ? firstParts(block) : [block.scored, ...block.alsoScored];
  let sum: Execution = { spent: new Decimal(0), budget: new Decimal(0) };
  for (const line of parts) {
    const budget = figureOf(line.budget);
    const spent = figureOf(line.spent);
    if (budget === null || spent === null) return null;
    sum = { spent: sum.spent.plus(spent), budget: sum.budget.plus(budget) };
  }
  const isWhole = block.scored !== null || (parts[0]?.group ?? null) !== null;
  return isWhole && sum.budget.gt(0) ? sum : null;
}

/** An amount of money that a form states outside its budget block, with its unit. */
export interface MoneyStated {
  /** Where it stands: 年度总体目标, or the indicator's name. */
  readonly name: string;
  /** As it is written: 320万元. */
  readonly written: string;
  readonly yuan: Decimal;
  /** The cell that states it, and where in its text; `null` where the cell holds nothing else. */
  readonly place: Located<unknown>;
  readonly start: number | null;
}

function ofText(name: string, cell: Located<unknown> | null): MoneyStated[] {
  return factsOf(cell).flatMap(({ unit, value, text, start }) =>
    unit === '元' && cell !== null ? [{ name, written: text, yuan: value, place: cell, start }] : [],
  );
}

function ofValues(indicator: Indicator): MoneyStated[] {
  return [indicator.target, indicator.actual].flatMap((cell) => {
    const money = numberOf(cell);
    if (cell === null || money?.unit !== '元') return [];
    const [name, written] = [short(indicator.name.value), short(cell.text)];
    return [{ name, written, yuan: money.value, place: cell, start: null }];
  });
}

/** Every amount of money that goals, results, targets, actual values and evidence name, in the order of the sheet. */
export const moneyStated = once((form: EvaluationForm): readonly MoneyStated[] => [
  ...ofText('年度目标', form.narrative.goals),
  ...ofText('目标完成情况', form.narrative.completion),
  ...form.indicators.flatMap((indicator) => [
    ...ofValues(indicator),
    ...ofText(short(indicator.name.value), indicator.evidence),
  ]),
]);

/** A figure of the budget block in yuan, and what it is. */
export interface BlockAmount {
  readonly kind: 'budget' | 'spent' | 'balance';
  readonly at: CellRef;
  readonly line: BudgetLine;
  readonly yuan: Decimal;
  /** Whether it is the year's whole money rather than a part of it. */
  readonly whole: boolean;
  /** Whether it is the budget of the beginning of the year, before adjustment. */
  readonly initial: boolean;
}

/**
 * The scored rows of the budget, nearly always one, and of the year's tasks, where their points are added to those of the
 * items; none where the total takes the items as a share and adds them apart.
 */
export function countedBudget({ budget, otherMoney, mixed }: EvaluationForm): readonly BudgetLine[] {
  const tasks = otherMoney.flatMap(({ alsoScored }) => alsoScored);
  return mixed === null && budget?.scored ? [budget.scored, ...budget.alsoScored, ...tasks] : tasks;
}

/**
 * The figures of the budget block in yuan; `balance` is budget less spent. Empty where the unit can't be told. A
 * block under 万元 whose figures stand in the texts as yuan is in yuan: that the heading is wrong is another finding.
 */
export const blockAmounts = once((form: EvaluationForm): readonly BlockAmount[] =>
  form.budget === null ? [] : readAmounts(form, form.budget),
);

function readAmounts(form: EvaluationForm, block: BudgetBlock): BlockAmount[] {
  const unit = moneyUnitOf(form, block);
  if (unit === null) return [];
  const wholes = wholeLines(block);
  const amounts: BlockAmount[] = [];
  for (const line of block.lines) {
    const whole = wholes.includes(line);
    const add = (kind: BlockAmount['kind'], cell: FigureCell | null, value: Decimal | null, initial = false) => {
      if (cell !== null && value !== null)
        amounts.push({ kind, at: cell.at, line, yuan: value.times(unit), whole, initial });
    };
    const budget = figureOf(line.budget);
    const spent = figureOf(line.spent);
    add('budget', line.budget, budget);
    add('budget', line.initial, figureOf(line.initial), true);
    add('spent', line.spent, spent);
    if (budget !== null && spent !== null) add('balance', line.spent, budget.minus(spent));
  }
  return amounts;
}

/**
 * The lines that each stand for the year's whole: totals and the scored one, or a single filled one of the first group
 * of parts.
 */
function wholeLines(block: BudgetBlock): readonly BudgetLine[] {
  const wholes = block.lines.filter(
    (line) => line.role === 'total' || (line === block.scored && block.alsoScored.length === 0),
  );
  if (wholes.length > 0) return wholes;
  const parts = firstParts(block).filter(({ budget }) => figureOf(budget) !== null);
  return parts.length === 1 ? parts : [];
}

/** The whole year's money in yuan; `null` where a figure or the unit can't be told. */
export function wholeMoney(form: EvaluationForm): Execution | null {
  const execution = wholeExecution(form.budget);
  const unit = form.budget === null ? null : moneyUnitOf(form, form.budget);
  if (execution === null || unit === null) return null;
  return { spent: execution.spent.times(unit), budget: execution.budget.times(unit) };
}

function moneyUnitOf(form: EvaluationForm, block: BudgetBlock): Decimal | null {
  const raw = new Set<string>();
  for (const { budget, spent } of block.lines) {
    for (const value of [figureOf(budget), figureOf(spent)]) if (value?.gte(1e4)) raw.add(value.toString());
  }
  const asYuan = form.indicators.some(({ evidence }) =>
    factsOf(evidence).some(({ unit, value }) => unit === '元' && raw.has(value.toString())),
  );
  // In goals and targets a shorter figure may be anything: 5000元/人.
  const elsewhere = moneyStated(form).some(({ yuan }) => yuan.gte(1e5) && raw.has(yuan.toString()));
  return asYuan || elsewhere ? new Decimal(1) : block.moneyUnit;
}

/**
 * Execution in percent of the whole, and of every line where the words name a source of money. Where the divisions of
 * the block disagree, another check says so: then any of their sums may be the right one.
 */
export function executionsOf(amounts: readonly BlockAmount[], label: string): Decimal[] {
  const lines = label.includes('财政') ? amounts.filter(({ whole }) => !whole) : [];
  const budgets = wholesOf(amounts, 'budget');
  const spent = wholesOf(amounts, 'spent');
  const pairs = [...budgets.flatMap((under) => spent.map((over) => [over, under] as const)), ...linePairs(lines)];
  return pairs.filter(([, under]) => under.gt(0)).map(([over, under]) => over.div(under).times(100));
}

function linePairs(amounts: readonly BlockAmount[]): (readonly [Decimal, Decimal])[] {
  return amounts.flatMap((budget) => {
    if (budget.kind !== 'budget') return [];
    const spent = amounts.filter(({ kind, line }) => kind === 'spent' && line === budget.line);
    return spent.map(({ yuan }) => [yuan, budget.yuan] as const);
  });
}

/** What stands for the year's whole, and what each division of the money adds up to. */
function wholesOf(amounts: readonly BlockAmount[], kind: BlockAmount['kind']): Decimal[] {
  const alike = amounts.filter((amount) => amount.kind === kind);
  const sums = new Map<string, Decimal>();
  for (const { line, yuan, initial } of alike) {
    if (line.group === null || line.role === 'total' || initial) continue;
    sums.set(line.group, (sums.get(line.group) ?? new Decimal(0)).plus(yuan));
  }
  return [...alike.filter(({ whole }) => whole).map(({ yuan }) => yuan), ...sums.values()];
}
