import { Decimal } from 'decimal.js';
import { factsOf } from '../../words/facts';
import type { BudgetBlock, BudgetLine, EvaluationForm, FigureCell } from '../../form/model';
import type { CellRef } from '../../sheet/snapshot';
import { moneyStated } from './moneyStated';
import { figureOf } from './parts';

/** A figure of the budget block in yuan, and what it is. */
export interface BlockAmount {
  readonly kind: 'budget' | 'spent' | 'balance';
  readonly cell: CellRef;
  readonly line: BudgetLine;
  readonly yuan: Decimal;
  /** Whether it is the year's whole money rather than a part of it. */
  readonly whole: boolean;
  /** Whether it is the budget of the beginning of the year, before adjustment. */
  readonly initial: boolean;
}

/**
 * The figures of the budget block in yuan; `balance` is budget less spent. Empty where the unit can't be told. A
 * block under 万元 whose figures stand in the texts as yuan is in yuan: that the heading is wrong is another finding.
 */
export function blockAmounts(form: EvaluationForm): readonly BlockAmount[] {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const amounts = form.budget === null ? [] : readAmounts(form, form.budget);
  remembered.set(form, amounts);
  return amounts;
}

const remembered = new WeakMap<EvaluationForm, readonly BlockAmount[]>();

function readAmounts(form: EvaluationForm, block: BudgetBlock): BlockAmount[] {
  const unit = unitOf(form, block);
  if (unit === null) return [];
  const wholes = wholeLines(block);
  const amounts: BlockAmount[] = [];
  for (const line of block.lines) {
    const whole = wholes.includes(line);
    const add = (kind: BlockAmount['kind'], cell: FigureCell | null, value: Decimal | null, initial = false) => {
      if (cell !== null && value !== null)
        amounts.push({ kind, cell: cell.cell, line, yuan: value.times(unit), whole, initial });
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

/** The lines that stand for the year's whole: totals, or a single filled one of the first group of parts. */
function wholeLines(block: BudgetBlock): readonly BudgetLine[] {
  const totals = block.lines.filter(({ role }) => role === 'total');
  if (totals.length > 0) return totals;
  const group = block.lines[0]?.group ?? null;
  const filled = block.lines.filter((line) => line.group === group && figureOf(line.budget) !== null);
  return filled.length === 1 ? filled : [];
}

function unitOf(form: EvaluationForm, block: BudgetBlock): Decimal | null {
  const raw = new Set<string>();
  for (const { budget, spent } of block.lines) {
    for (const value of [figureOf(budget), figureOf(spent)]) if (value?.gte(1e4)) raw.add(value.toString());
  }
  const asYuan = form.indicators.some(({ evidence }) =>
    factsOf(evidence).some(({ unit, value }) => unit === '元' && raw.has(value.toString())),
  );
  // In goals and targets a shorter figure may be anything: 5000元/人.
  const elsewhere = moneyStated(form).some(({ yuan }) => yuan.gte(1e5) && raw.has(yuan.toString()));
  return asYuan || elsewhere ? new Decimal(1) : block.unit;
}
