import { Decimal } from 'decimal.js';
import type { BudgetLine, FigureCell } from '../form/model';
import { budgetOf, wholeExecution } from '../form/money';
import { isMoneyExplained, isSaidSomewhere } from './common/sentences';
import { agreement, cellsOf, clean, points } from './common/say';
import { figuresAcross, headingOf, rowOf } from './common/across';
import { budgetRole } from '../form/budgetWords';
import { figureOf } from '../form/cells';
import { short } from '../sheet/text';
import type { Check, CheckInput, Report } from './finding';

/** Words by which a text says why more was spent than there was, or why there was more or less than at first. */
const CHANGE = /超支|超出|追加|追减|调[增减整剂]|增加|新增|压减|收回|变更|结转|年中|上年|垫付|缺口|上级.{0,6}下达/;

/** The same in the reason of a row, where 政策调整 and 新增任务 say why that row fell short: about money, or about nothing else. */
const CHANGE_OF_MONEY =
  /超支|追[加减]|结转|垫付|缺口|(?:预算|资金|经费|拨款|支出|投资)[^，。；]{0,10}(?:调[增减整剂]|增加|新增|压减|收回|变更|超出)|(?:调[增减整剂]|增加|新增|压减|收回|变更|超出?|年中|上年|上级)[^，。；]{0,10}(?:预算|资金|经费|拨款|支出|投资|[0-9]万元)/;

/** One unit in the last digit shown is rounding: 99.996 of 99.995 is not more. */
function isMore(spent: Decimal, budget: Decimal): boolean {
  const places = Math.min(6, Math.max(spent.decimalPlaces(), budget.decimalPlaces()));
  return spent.minus(budget).gt(new Decimal(`1e-${places}`));
}

/** Whether more came in than was planned, and enough: 计划安排资金 | 700 | 实际到位资金 | 720 | 实际支出 | 710. */
function isCovered(input: CheckInput, line: BudgetLine, spent: Decimal): boolean {
  const isEnough = (cell: FigureCell) => figureOf(cell)?.gte(spent) === true;
  return figuresAcross(input, rowOf(line)).some(
    (cell) => isEnough(cell) && budgetRole(headingOf(input, cell)) === 'budget',
  );
}

/** The lines of money that was to be spent, with what was. */
function spentIn(lines: readonly BudgetLine[]) {
  return lines.flatMap((line) => {
    const [spent, budget] = [figureOf(line.spent), budgetOf(line)];
    const isPaid = !/(?:收入|结余)(?!.*支出)/.test(line.label.value);
    return isPaid && spent !== null && budget?.gt(0) === true ? [{ line, spent, budget }] : [];
  });
}

function over(input: CheckInput, found: ReturnType<typeof spentIn>): Report | null {
  const whole = wholeExecution(input.form.budget);
  const isTotal = ({ role }: BudgetLine) => role === 'total';
  const first = found.find(({ line }) => isTotal(line)) ?? found[0];
  if (first === undefined) return null;
  const { line, spent, budget } = first;
  // What was spent of one part may have come from another; the budget of the year's beginning may have been raised.
  const exceeds =
    whole === null
      ? isTotal(line) || input.form.budget?.lines.some(isTotal) !== true
      : isMore(whole.spent, whole.budget);
  const sure = exceeds && figureOf(line.budget) !== null && !isCovered(input, line, spent);
  const data = {
    name: short(line.label.value),
    spent: points(spent),
    budget: points(budget),
    rate: `${points(spent.div(budget).times(100).toDecimalPlaces(2))}%`,
  };
  return {
    cell: line.spent?.at ?? line.label.at,
    message: 'over',
    ...(!sure && { severity: 'info' as const }),
    data,
    related: [...cellsOf([line.budget]), ...cellsOf(found.filter((one) => one !== first).map((one) => one.line.spent))],
    arithmetic: `${data.spent} ÷ ${data.budget} = ${data.rate}`,
    found: data.spent,
  };
}

/** 330000 and 329998.6 are no change that anyone asks about. */
const LEAST_CHANGE = '0.01';

function changed(lines: readonly BudgetLine[]): Report | null {
  const line = lines.find(({ role }) => role === 'total') ?? lines[0];
  const [initial, budget] = [figureOf(line?.initial), figureOf(line?.budget)];
  if (!line?.budget || initial === null || budget === null) return null;
  if (clean(budget).eq(clean(initial)) || budget.minus(initial).abs().lt(initial.abs().times(LEAST_CHANGE)))
    return null;
  const data = { initial: points(initial), budget: points(budget) };
  return { cell: line.budget.at, message: 'changed', severity: 'info', data, related: cellsOf([line.initial]) };
}

export const budgetSpending: Check = {
  id: 'budget-spending',
  mends: 'money',
  title: '超支和预算调整有说明',
  severity: 'warning',
  explain:
    '全年执行数大于全年预算数、年初预算与全年预算不同的，应在资金表的说明、未完成原因或指标的原因里说明；只有某一部分超出的、只有年初预算的，作为问题提出。',
  messages: {
    over: {
      title: '“{name}”支出超过预算没有说明',
      message: '“{name}”执行数 {spent} 超过预算数 {budget}（{rate}），表内没有说明原因，请核对数字或补充说明。',
    },
    changed: {
      title: '预算调整没有说明',
      message: '年初预算数为 {initial}，全年预算数为 {budget}，表内没有说明调整原因，请确认是否需要补充。',
    },
  },
  *run(input) {
    const { budget } = input.form;
    if (budget === null) return;
    const spent = spentIn(budget.lines);
    const exceeding = spent.filter((one) => isMore(one.spent, one.budget));
    const explained = isMoneyExplained(input.form) || isSaidSomewhere(input, CHANGE, CHANGE_OF_MONEY);
    for (const one of spent) {
      if (explained || !exceeding.includes(one)) yield agreement([one.line.budget ?? one.line.initial, one.line.spent]);
    }
    if (explained) return;
    const reports = [over(input, exceeding), changed(budget.lines)];
    yield* reports.filter((report) => report !== null);
  },
};
