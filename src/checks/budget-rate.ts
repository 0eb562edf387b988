import { Decimal } from 'decimal.js';
import type { BudgetBlock, FigureCell } from '../form/model';
import type { CellRef } from '../sheet/snapshot';
import { formatPercent } from '../sheet/format';
import { reviewBudget, reviewOtherMoney, type RateMismatch } from './common/budget';
import { cellsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { amountLike } from './common/words';
import { short } from '../sheet/text';
import type { Check, Report } from './finding';

/** Rates shifted by one cell still agree with their neighbours' figures to the two decimals that forms show. */
const NEAR = new Decimal('0.0001');

/** Whether each wrong rate is the right one of the line before (or after) it: the row was shifted by one cell. */
function isShifted(block: BudgetBlock, rates: readonly RateMismatch[], by: 1 | -1): boolean {
  const exact = block.lines.map(({ budget, spent }) => {
    const whole = figureOf(budget);
    const part = figureOf(spent);
    return whole === null || part === null || whole.isZero() ? null : part.div(whole);
  });
  return rates.every(({ line, stated }) => {
    const neighbour = exact[block.lines.indexOf(line) + by] ?? null;
    return neighbour !== null && stated.minus(neighbour).abs().lessThanOrEqualTo(NEAR);
  });
}

/** Cells of the rate row from one line on, blank ones too. */
function following(block: BudgetBlock, mismatch: RateMismatch): CellRef[] {
  return cellsOf(block.lines.slice(block.lines.indexOf(mismatch.line) + 1).map(({ rate }) => rate));
}

/** A percentage that stands as text keeps its form; a figure becomes the fraction. */
function fixFor(cell: FigureCell, expected: Decimal): Report['fix'] {
  const text = formatPercent(expected);
  if (cell.formula !== '' || !/[%％]/.test(cell.text)) return undefined;
  const after = cell.storedAsText ? text : expected.toDecimalPlaces(6).toNumber();
  return { cell: cell.cell, before: cell.text, after, label: `改为 ${text}` };
}

function differs({ line, cell, stated, exact }: RateMismatch, scored: boolean): Report {
  const found = formatPercent(stated);
  const data = { name: short(line.label.value), stated: found };
  if (exact === null) return { cell: cell.cell, message: 'without-budget', data, found };
  const like = line.budget ?? cell;
  const quotient = `${amountLike(exact.spent, like)} ÷ ${amountLike(exact.budget, like)}`;
  const right = formatPercent(exact.rate);
  const fix = fixFor(cell, exact.rate);
  return {
    cell: cell.cell,
    message: 'differs',
    data: { ...data, expected: right, quotient },
    related: [line.budget, line.spent, scored ? line.stated : null].flatMap((place) =>
      place !== null && figureOf(place) !== null ? [place.cell] : [],
    ),
    arithmetic: `${quotient} = ${right}，表内 ${found}`,
    expected: right,
    found,
    // Or the rate is right, and the amount is not.
    ways: cellsOf([line.spent]).map((place) => [[place, stated.times(exact.budget)] as const]),
    ...(fix !== undefined && { fix }),
  };
}

export const budgetRate: Check = {
  id: 'budget-rate',
  mends: 'money',
  title: '执行率等于执行数除以预算数',
  severity: 'error',
  explain:
    '资金表每一行的执行率（完成率）用该行的全年执行数除以全年预算数复算，四舍五入和截尾都算对。没有预算数却有执行率、整行错位一格的，也在这里提示。',
  messages: {
    differs: {
      title: '“{name}”执行率不对',
      message: '“{name}”的执行率应为 {quotient} = {expected}，表内为 {stated}，请改正。',
    },
    'without-budget': {
      title: '“{name}”没有预算数却有执行率',
      message: '“{name}”没有预算数和执行数，执行率却填了 {stated}；这一行可能错了位，请连同后面各格一起核对。',
    },
    shifted: {
      title: '执行率错了一格',
      message: '从“{name}”起，{count} 个执行率与相邻一格的数字相符而与本格不符，填写时错了一格，请逐格改正。',
    },
  },
  *run(input) {
    const block = input.form.budget;
    const { rates, quotients } = reviewBudget(input);
    yield* quotients;
    for (const other of reviewOtherMoney(input)) {
      yield* other.quotients;
      for (const mismatch of other.rates) yield { ...differs(mismatch, false), severity: 'info' };
    }
    const [first, ...others] = rates;
    if (block === null || first === undefined) return;
    if (others.length > 0 && (isShifted(block, rates, -1) || isShifted(block, rates, 1))) {
      const data = { name: short(first.line.label.value), count: String(rates.length) };
      yield { cell: first.cell.cell, message: 'shifted', data, related: others.map(({ cell }) => cell.cell) };
      return;
    }
    for (const mismatch of rates) {
      const report = differs(mismatch, mismatch.line === block.scored);
      yield mismatch.exact === null ? { ...report, related: following(block, mismatch) } : report;
    }
  },
};
