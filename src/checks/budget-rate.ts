import { Decimal } from 'decimal.js';
import type { BudgetBlock, FigureCell } from '../form/model';
import { formatPercent } from '../sheet/format';
import { unfilled } from './common/blankMoney';
import { exactRate, ratesIn, type RateMismatch } from './common/moneyRates';
import { amountLike, cellsOf } from './common/say';
import { short, saysPercent } from '../sheet/text';
import { restated } from '../words/written';
import type { Check, Report } from './finding';
import { isAgreement } from './run';

/** Rates shifted by one cell still agree with their neighbours' figures to the two decimals that forms show. */
const NEAR = new Decimal('0.0001');

/** Whether each wrong rate is the right one of the line before (or after) it: the row was shifted by one cell. */
function isShifted({ lines }: BudgetBlock, rates: readonly RateMismatch[], by: 1 | -1): boolean {
  return rates.every(({ line, stated }) => {
    const beside = lines[lines.indexOf(line) + by];
    const neighbour = beside === undefined ? null : exactRate(beside);
    return neighbour !== null && stated.minus(neighbour.rate).abs().lessThanOrEqualTo(NEAR);
  });
}

/** Of a percentage that stands as text two decimals are shown; a fraction keeps a few more. */
function fixFor(cell: FigureCell, stated: Decimal, expected: Decimal): Report['fix'] {
  if (cell.formula !== '' || !saysPercent(cell.text)) return undefined;
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
    related: cellsOf([line.budget, line.spent, scored ? line.stated : null]),
    arithmetic: `${quotient} = ${right}，表内 ${found}`,
    expected: right,
    found,
    // Or the rate is right, and the amount is not.
    ways: cellsOf([line.spent]).map((place) => [[place, stated.times(exact.budget)] as const]),
    ...(fix !== undefined && { fix }),
  };
}

const TOLD_AT_MOST = 8;

/** What is to stand in each cell: “项目支出”99.86%、“转移支付”不填（没有预算）. */
function rightRates(rates: readonly RateMismatch[]): string {
  const right = ({ line, exact }: RateMismatch) =>
    `“${short(line.label.value)}”${exact === null ? '不填（没有预算）' : formatPercent(exact.rate)}`;
  return `${rates.slice(0, TOLD_AT_MOST).map(right).join('、')}${rates.length > TOLD_AT_MOST ? '等' : ''}`;
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
      message: '从“{name}”起，{count} 个执行率与相邻一格的数字相符而与本格不符，填写时错了一格，请逐格改为：{rates}。',
    },
  },
  *run({ form: { budget: block, otherMoney } }) {
    for (const rates of otherMoney.map(ratesIn)) {
      // What another table says is known where others of its rates are those of their amounts.
      const severity = rates.filter(isAgreement).length > 1 ? 'warning' : 'info';
      for (const one of rates) yield isAgreement(one) ? one : { ...differs(one, false), severity };
    }
    if (block === null) return;
    const outcomes = ratesIn(block);
    yield* outcomes.filter(isAgreement);
    const lacking = unfilled(block);
    yield lacking;
    const rates = outcomes.flatMap((one) => (isAgreement(one) || (lacking && one.exact === null) ? [] : [one]));
    const [first, ...others] = rates;
    if (first !== undefined && others.length > 0 && ([-1, 1] as const).some((by) => isShifted(block, rates, by))) {
      const data = { name: short(first.line.label.value), count: String(rates.length), rates: rightRates(rates) };
      yield { cell: first.rate.at, message: 'shifted', data, related: others.map(({ rate }) => rate.at) };
      return;
    }
    for (const mismatch of rates) {
      const behind = block.lines.slice(block.lines.indexOf(mismatch.line) + 1);
      const report = differs(mismatch, mismatch.line === block.scored);
      yield mismatch.exact === null ? { ...report, related: cellsOf(behind.map(({ rate }) => rate)) } : report;
    }
  },
};
