import { Decimal } from 'decimal.js';
import type { BudgetLine, EvaluationForm, FigureCell, Indicator, IndicatorGroup } from '../form/model';
import { rescore } from '../scoring';
import { formatPercent } from '../sheet/format';
import { cellKey } from '../sheet/snapshot';
import type { CheckInput } from './finding';

/** Figures that are to stand in cells instead of what stands there, by the cell's key. Rates are fractions. */
export type Mends = ReadonlyMap<number, Decimal>;

function mendCell<T extends FigureCell | null>(cell: T, mends: Mends, rate = false): T {
  const value = cell === null ? undefined : mends.get(cellKey(cell.cell));
  if (cell === null || value === undefined) return cell;
  const text = rate ? formatPercent(value) : value.toString();
  return { ...cell, state: 'figure', value, text, storedAsText: false };
}

function mendIndicator(indicator: Indicator, mends: Mends): Indicator {
  const weight = mendCell(indicator.weight, mends);
  const stated = mendCell(indicator.stated, mends);
  return weight === indicator.weight && stated === indicator.stated ? indicator : { ...indicator, weight, stated };
}

function mendGroup(group: IndicatorGroup, mends: Mends, mended: (indicator: Indicator) => Indicator): IndicatorGroup {
  return {
    ...group,
    weight: mendCell(group.weight, mends),
    stated: mendCell(group.stated, mends),
    groups: group.groups.map((inner) => mendGroup(inner, mends, mended)),
    indicators: group.indicators.map(mended),
  };
}

function mendLine(line: BudgetLine, mends: Mends): BudgetLine {
  return {
    ...line,
    initial: mendCell(line.initial, mends),
    budget: mendCell(line.budget, mends),
    spent: mendCell(line.spent, mends),
    rate: mendCell(line.rate, mends, true),
    weight: mendCell(line.weight, mends),
    stated: mendCell(line.stated, mends),
  };
}

/** Cells of the money, whose change may change every score. */
function touchesMoney({ budget }: EvaluationForm, mends: Mends): boolean {
  const lines = budget?.lines ?? [];
  return lines.some((line) =>
    [line.initial, line.budget, line.spent, line.rate, line.weight, line.stated].some(
      (cell) => cell !== null && mends.has(cellKey(cell.cell)),
    ),
  );
}

/**
 * The form with other figures in some of its cells, scored anew: what would be found if they were mended. The form that
 * was given stays as it is; rows that no mend touches are the same objects.
 */
export function mendedInput({ form, scores, snapshot }: CheckInput, mends: Mends): CheckInput {
  const changed = new Map<Indicator, Indicator>();
  for (const indicator of form.indicators) {
    const mended = mendIndicator(indicator, mends);
    if (mended !== indicator) changed.set(indicator, mended);
  }
  const mended = (indicator: Indicator) => changed.get(indicator) ?? indicator;
  let { budget } = form;
  if (budget !== null && touchesMoney(form, mends)) {
    const lines = budget.lines.map((line) => mendLine(line, mends));
    const scored = budget.scored === null ? null : (lines[budget.lines.indexOf(budget.scored)] ?? null);
    budget = { ...budget, lines, scored };
  }
  const { total } = form;
  const after: EvaluationForm = {
    ...form,
    budget,
    indicators: form.indicators.map(mended),
    groups: form.groups.map((group) => mendGroup(group, mends, mended)),
    targetBlocks: form.targetBlocks.map((block) => ({ ...block, indicators: block.indicators.map(mended) })),
    sums: form.sums.map(({ weight, stated, indicators }) => ({
      weight: mendCell(weight, mends),
      stated: mendCell(stated, mends),
      indicators: indicators.map(mended),
    })),
    total: total && { ...total, weight: mendCell(total.weight, mends), stated: mendCell(total.stated, mends) },
  };
  return { form: after, scores: rescore(after, scores.rulebook, scores.why, scores), snapshot };
}

const FIGURE = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?%?$/;

/** A figure as a finding has it, in the unit of its cell: a percentage is a fraction. */
export function valueOf(text: string | number | undefined): Decimal | null {
  if (typeof text === 'number') return new Decimal(text);
  if (text === undefined || !FIGURE.test(text)) return null;
  return text.endsWith('%') ? new Decimal(text.slice(0, -1)).div(100) : new Decimal(text);
}
