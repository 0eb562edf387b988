import { saysPercent } from '../../sheet/text';
import { Decimal } from 'decimal.js';
import type { AmountColumn, BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import type { Agreement } from '../finding';
import { figureOf, withFigure } from '../../form/cells';
import { budgetOf } from '../../form/money';
import { agreement, points } from './say';
import { formatPercent } from '../../sheet/format';
import { largest } from '../../sheet/lists';
import { isMasked } from '../../words/figure';
import { isRounded, slackOf } from '../../words/written';

/** A stated execution rate that is not what its own line gives. */
export interface RateMismatch {
  readonly line: BudgetLine;
  readonly rate: FigureCell;
  readonly stated: Decimal;
  /** `null` where the line has no budget to divide by. */
  readonly exact: ReturnType<typeof exactRate>;
}

/** Decimals of a rate in percent, as displayed: 2 for `99.89%`, 0 for `100%`, 1 for `0.958`. */
function percentPlaces(cell: FigureCell): number {
  const value = figureOf(cell);
  const [, decimals = ''] = /\.([0-9]{1,20})/.exec(cell.text) ?? [];
  if (value === null || saysPercent(cell.text)) return decimals.length;
  const shown = Number.parseFloat(cell.text);
  const asFraction =
    Number.isFinite(shown) && Math.abs(shown - value.toNumber()) < Math.abs(shown - value.times(100).toNumber());
  return asFraction ? Math.max(0, decimals.length - 2) : decimals.length;
}

/** Whether a fraction is that rate with so many decimals of a percent; the amounts may have been rounded before, whole ones were not. */
function isRate(
  stated: Decimal,
  { spent, budget, rate }: NonNullable<RateMismatch['exact']>,
  decimals: number,
): boolean {
  const places = Math.max(budget.decimalPlaces(), spent.decimalPlaces());
  const step = new Decimal(places === 0 ? 0 : `1e-${places}`);
  const slack = slackOf(rate, [
    [spent, step],
    [budget, step],
  ]);
  return isRounded(stated, new Decimal(`1e-${decimals + 2}`), rate, slack.plus(NOISE));
}

/** What the last of six decimals of a fraction leaves out. */
const NOISE = '5e-7';

/** What was spent of what there was and the fraction that it makes, by a line's own amounts, or with some of them `instead`; `null` where it has none to divide by. */
export function exactRate(line: BudgetLine, instead: Partial<Record<AmountColumn, Decimal>> = {}) {
  const budget = instead.budget ?? budgetOf(line);
  const spent = instead.spent ?? figureOf(line.spent);
  if (budget === null || spent === null || !budget.isPositive() || budget.isZero()) return null;
  return { spent, budget, rate: spent.div(budget) };
}

/** Whether a line's stated rate is that of its amounts, or of some of them `instead`. */
export function isRateOf(line: BudgetLine, instead: Partial<Record<AmountColumn, Decimal>>): boolean {
  const [rate, exact] = [withFigure(line.rate), exactRate(line, instead)];
  return rate !== null && exact !== null && isRate(rate.value, exact, percentPlaces(rate));
}

/** Rates that nowhere show a decimal other than 0 are whole percents, as a format of two decimals prints them: 31.00%. */
const areWhole = (lines: readonly BudgetLine[]): boolean =>
  lines.every(({ rate }) => figureOf(rate)?.times(100).isInteger() !== false);

function rateOf(line: BudgetLine, places: number, whole: boolean): RateMismatch | Agreement | null {
  const cell = withFigure(line.rate);
  // A rate beside which the form asks for no amounts.
  const alone = line.initial === null && line.budget === null && line.spent === null;
  if (cell === null || alone) return null;
  const stated = cell.value;
  const exact = exactRate(line);
  if ([line.budget ?? line.initial, line.spent].every((amount) => isMasked(amount?.text ?? ''))) return null;
  if (exact === null) {
    const money = [line.budget, line.initial].some((amount) => !(figureOf(amount)?.isZero() ?? true));
    const spentOnly = !(figureOf(line.spent)?.isZero() ?? true);
    // 0% and 100% of nothing are customary; a budget that can't be read says nothing.
    const customary = stated.isZero() || (stated.equals(1) && line.budget?.state === 'figure');
    const unreadable = line.budget?.state === 'unreadable' || line.spent?.state === 'unreadable';
    const filled = [line.budget ?? line.initial, line.spent].every((amount) => figureOf(amount) !== null);
    if (!money && !spentOnly && customary && filled)
      return agreement([line.budget ?? line.initial, line.spent, cell], '0 ÷ 0');
    return money || spentOnly || customary || unreadable ? null : { line, rate: cell, stated, exact };
  }
  const own = whole && !stated.isZero() && !stated.equals(1) ? 0 : percentPlaces(cell);
  // 100% beside 99.89% claims that all was spent; 86% beside them is only rounded.
  const needed = stated.equals(1) ? Math.max(own, places) : own;
  if (!isRate(stated, exact, needed)) return { line, rate: cell, stated, exact };
  const quotient = () => `${points(exact.spent)} ÷ ${points(exact.budget)} = ${formatPercent(exact.rate)}`;
  return agreement([figureOf(line.budget) === null ? line.initial : line.budget, line.spent, cell], quotient);
}

/** The stated rates, each as what its own line gives or as something else. */
export function ratesIn({ lines }: BudgetBlock): (RateMismatch | Agreement)[] {
  const places = largest(lines.flatMap(({ rate }) => (rate === null ? [] : [percentPlaces(rate)])));
  const whole = areWhole(lines);
  return lines.flatMap((line) => rateOf(line, Math.min(places, 2), whole) ?? []);
}
