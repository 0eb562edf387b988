import { figureOf } from '../../form/cells';
import { countedBudget } from '../../form/money';
import type { Decimal } from 'decimal.js';
import type { BudgetLine, EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { HUNDRED } from '../../words/units';
import { lazily, once } from '../../sheet/remember';
import { short } from '../../sheet/text';
import { clean, nameOf } from './say';
import { sum } from '../../sheet/lists';

/** What counts once towards the total: an indicator, or the scored row of the budget block. */
export interface Part {
  readonly label: string;
  readonly kind: 'item' | 'bonus' | 'budget';
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
  /** `null` for the budget row. */
  readonly indicator: Indicator | null;
}

/** Which of a part's two figures is added up. */
export type Column = 'weight' | 'stated';

/** An indicator as what counts. */
export const partFor = once((indicator: Indicator): Part => {
  const { kind, weight, stated } = indicator;
  return { label: nameOf(indicator), kind, weight, stated, indicator };
});

/** Everything that counts towards the total, in the order of the sheet. */
export const partsOf = once((form: EvaluationForm): readonly Part[] => {
  const parts = form.indicators.map(partFor);
  const lines = countedBudget(form);
  const isDivided = (form.budget?.alsoScored.length ?? 0) > 0;
  const ofLine = (line: BudgetLine): Part => {
    const { label, weight, stated } = line;
    const isTask = form.otherMoney.some(({ alsoScored }) => alsoScored.includes(line));
    const name = isTask ? short(label.value) : isDivided ? `${short(label.value)}执行率` : '预算执行率';
    return { label: name, kind: 'budget', weight, stated, indicator: null };
  };
  return [...lines.map(ofLine), ...parts];
});

/** The (first) scored row of the budget block, where it counts towards the total. */
export const budgetPartOf = (form: EvaluationForm): Part | undefined =>
  partsOf(form).find(({ kind }) => kind === 'budget');

/** What the form prints as the sum of its weights, else 100. */
export const wholeWeight = ({ total }: EvaluationForm): Decimal => clean(figureOf(total?.weight) ?? HUNDRED);

/** Those cells that hold a figure. */
export function withFigures(cells: readonly (FigureCell | null)[]): FigureCell[] {
  return cells.flatMap((cell) => (cell === null || figureOf(cell) === null ? [] : [cell]));
}

/** What the figures of cells come to; those without one add nothing. */
export function sumCells(cells: readonly FigureCell[]): Decimal {
  return sum(cells.map(({ value }) => value));
}

/** The cells for the scores of those that have one. */
export function statedOf(parts: readonly Part[]): FigureCell[] {
  return parts.flatMap(({ stated }) => stated ?? []);
}

const sumsOf = once((parts: readonly Part[]) => {
  const of = (column: Column) => lazily(() => sum(parts.map((part) => figureOf(part[column]))));
  return { weight: of('weight'), stated: of('stated') };
});

/** The figures of one column that there are, added up. */
export function sumParts(parts: readonly Part[], column: Column): Decimal {
  return sumsOf(parts)[column]();
}
