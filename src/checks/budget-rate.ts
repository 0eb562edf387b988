import { Decimal } from 'decimal.js';
import type { BudgetBlock, FigureCell } from '../form/model';
import type { CellRef } from '../sheet/snapshot';
import { formatPercent } from '../sheet/format';
import {
  linesText,
  restOf,
  reviewBudget,
  reviewOtherMoney,
  unfilledIn,
  type RateMismatch,
  type UnfilledLine,
} from './common/budget';
import { cellsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { amountLike, points } from './common/words';
import { short } from '../sheet/text';
import { restated } from '../words/written';
import type { Check, Report, Way } from './finding';

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

/** Of a percentage that stands as text two decimals are shown; a fraction keeps a few more. */
function fixFor(cell: FigureCell, stated: Decimal, expected: Decimal): Report['fix'] {
  if (cell.formula !== '' || !/[%％]/.test(cell.text)) return undefined;
  const after = restated(cell, stated, expected.toDecimalPlaces(cell.storedAsText ? 4 : 6));
  return after === null
    ? undefined
    : { cell: cell.at, before: cell.text, after, label: `改为 ${formatPercent(expected)}` };
}

function differs({ line, rate, stated, exact }: RateMismatch, scored: boolean): Report {
  const found = formatPercent(stated);
  const data = { name: short(line.label.value), stated: found };
  if (exact === null) return { cell: rate.at, message: 'without-budget', data, found };
  const like = line.budget ?? rate;
  const quotient = `${amountLike(exact.spent, like)} ÷ ${amountLike(exact.budget, like)}`;
  const right = formatPercent(exact.rate);
  const fix = fixFor(rate, stated, exact.rate);
  return {
    cell: rate.at,
    message: 'differs',
    data: { ...data, expected: right, quotient },
    related: [line.budget, line.spent, scored ? line.stated : null].flatMap((place) =>
      place !== null && figureOf(place) !== null ? [place.at] : [],
    ),
    arithmetic: `${quotient} = ${right}，表内 ${found}`,
    expected: right,
    found,
    // Or the rate is right, and the amount is not.
    ways: cellsOf([line.spent]).map((place) => [[place, stated.times(exact.budget)] as const]),
    ...(fix !== undefined && { fix }),
  };
}

/** What may belong there: what the other amounts leave for one line, else what the rates give. */
function waysToFill(block: BudgetBlock, open: readonly UnfilledLine[]): Way[] {
  const [first, ...others] = open;
  const rest = first === undefined || others.length > 0 ? [] : restOfLine(block, first);
  const byRate = open.flatMap(({ line: { rate, budget, initial }, cells: [cell, ...more] }) => {
    const [part, whole] = [figureOf(rate), figureOf(budget) ?? figureOf(initial)];
    if (cell === undefined || more.length > 0 || part === null || whole === null) return [];
    return [[cell.at, part.times(whole)] as const];
  });
  return [rest, byRate].filter((way) => way.length > 0);
}

function restOfLine(block: BudgetBlock, { line, cells }: UnfilledLine): Way {
  return cells.flatMap((cell) => {
    const rest = restOf(block, line, cell === line.spent ? 'spent' : cell === line.budget ? 'budget' : 'initial');
    return rest?.gt(0) === true ? [[cell.at, rest] as const] : [];
  });
}

/** Amounts that were not filled in though rates or scores were, all of them at once; `null` where there are none. */
function unfilled(block: BudgetBlock): Report | null {
  const open = unfilledIn(block);
  const [first] = open;
  const cells = open.flatMap((one) => one.cells);
  const [cell] = cells;
  // One part alone of which the others leave nothing rather has the rate of a neighbour.
  const alone =
    open.length === 1 && cells.length > 1 && first?.line.role === 'part' && restOfLine(block, first).length === 0;
  if (first === undefined || cell === undefined || alone) return null;
  const says = open.flatMap(({ line }) => {
    const [rate, score] = [figureOf(line.rate), figureOf(line.stated)];
    if (rate !== null) return [`执行率却填了 ${formatPercent(rate)}`];
    return score === null ? [] : [`得分却填了 ${points(score)}`];
  });
  const both = cells.length > open.length;
  return {
    cell: cell.at,
    message: both ? 'no-amounts' : 'no-spent',
    severity: 'warning',
    data: { ...linesText(open.map(({ line }) => line)), says: says[0] ?? '' },
    related: cellsOf([
      ...cells.slice(1),
      ...open.flatMap(({ line }) => [line.rate, line.stated].filter((one) => figureOf(one) !== null)),
    ]),
    ways: waysToFill(block, open),
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
    'no-amounts': {
      title: '资金没有填',
      message: '“{name}”{more}没有填预算数和执行数，{says}，请补填。',
    },
    'no-spent': {
      title: '执行数没有填',
      message: '“{name}”{more}没有填执行数，{says}，请补填。',
    },
    shifted: {
      title: '执行率错了一格',
      message: '从“{name}”起，{count} 个执行率与相邻一格的数字相符而与本格不符，填写时错了一格，请逐格改正。',
    },
  },
  *run(input) {
    const block = input.form.budget;
    const { rates: all, quotients } = reviewBudget(input);
    yield* quotients;
    for (const other of reviewOtherMoney(input)) {
      yield* other.quotients;
      for (const mismatch of other.rates) yield { ...differs(mismatch, false), severity: 'info' };
    }
    if (block === null) return;
    const lacking = unfilled(block);
    if (lacking !== null) yield lacking;
    const rates = lacking === null ? all : all.filter(({ exact }) => exact !== null);
    const [first, ...others] = rates;
    if (first === undefined) return;
    if (others.length > 0 && (isShifted(block, rates, -1) || isShifted(block, rates, 1))) {
      const data = { name: short(first.line.label.value), count: String(rates.length) };
      yield { cell: first.rate.at, message: 'shifted', data, related: others.map(({ rate }) => rate.at) };
      return;
    }
    for (const mismatch of rates) {
      const report = differs(mismatch, mismatch.line === block.scored);
      yield mismatch.exact === null ? { ...report, related: following(block, mismatch) } : report;
    }
  },
};
