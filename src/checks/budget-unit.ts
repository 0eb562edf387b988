import { Decimal } from 'decimal.js';
import { factsOf } from '../form/facts';
import type { BudgetBlock } from '../form/model';
import { figureOf } from './common/parts';
import { nameOf, points, short } from './common/words';
import type { Check, CheckInput, Report } from './finding';

const WAN = new Decimal(10_000);
/** 一万亿元: more than any department of a place spends in a year. */
const IMPLAUSIBLE = new Decimal('1e12');
/** Short figures such as 2,000 occur in texts by chance; these do not. */
const LEAST_DIGITS = 5;

interface Proof {
  readonly figure: Decimal;
  readonly name: string;
}

function amountsOf(block: BudgetBlock): Decimal[] {
  const cells = block.lines.flatMap(({ initial, budget, spent }) => [budget, spent, initial]);
  return cells.flatMap((cell) => figureOf(cell) ?? []).filter((figure) => figure.isPositive() && !figure.isZero());
}

/** An indicator whose text states a figure of the block as so many yuan. */
function stated(input: CheckInput, amounts: readonly Decimal[], yuanInOne: Decimal): Proof | null {
  const byYuan = new Map(
    amounts
      .filter((figure) => figure.precision() >= LEAST_DIGITS)
      .map((figure) => [figure.times(yuanInOne).toString(), figure] as const),
  );
  if (byYuan.size === 0) return null;
  for (const indicator of input.form.indicators) {
    for (const { unit, value } of factsOf(indicator.evidence)) {
      const figure = unit === '元' ? byYuan.get(value.toString()) : undefined;
      if (figure !== undefined) return { figure, name: nameOf(indicator) };
    }
  }
  return null;
}

function review(input: CheckInput, block: BudgetBlock): Report | null {
  const { unit, heading } = block;
  const amounts = amountsOf(block);
  if (unit === null || heading === null || amounts.length === 0) return null;
  const largest = Decimal.max(...amounts);
  const data = { heading: short(heading.value), figure: points(largest) };
  if (unit.equals(WAN)) {
    if (largest.lessThan(1e6)) return null;
    const proof = stated(input, amounts, new Decimal(1));
    if (proof !== null && stated(input, amounts, WAN) === null) {
      return { cell: heading.cell, message: 'yuan', data: { ...data, figure: points(proof.figure), name: proof.name } };
    }
    return largest.times(WAN).lessThan(IMPLAUSIBLE) ? null : { cell: heading.cell, message: 'implausible', data };
  }
  if (!unit.equals(1) || largest.greaterThanOrEqualTo(1e6)) return null;
  const proof = stated(input, amounts, WAN);
  if (proof === null || stated(input, amounts, unit) !== null) return null;
  return { cell: heading.cell, message: 'wan', data: { ...data, figure: points(proof.figure), name: proof.name } };
}

export const budgetUnit: Check = {
  id: 'budget-unit',
  title: '资金表的金额单位与数字相符',
  severity: 'warning',
  explain:
    '资金表标题写万元而数字是元（或相反）的，用指标依据里写明单位的同一金额来判断；没有这样的依据、只是数额大得不可能的，也作提示。',
  messages: {
    yuan: {
      title: '资金表单位应为元',
      message: '“{heading}”标明万元，但 {figure} 在“{name}”的依据里是以元计的，请改正单位或换算数字。',
    },
    wan: {
      title: '资金表单位应为万元',
      message: '“{heading}”标明元，但 {figure} 在“{name}”的依据里是以万元计的，请改正单位或换算数字。',
    },
    implausible: {
      title: '资金表单位可能有误',
      message: '“{heading}”标明万元，{figure} 万元超过一万亿元，数字可能是以元计的，请核对单位。',
    },
  },
  *run(input) {
    const report = input.form.budget === null ? null : review(input, input.form.budget);
    if (report !== null) yield report;
  },
};
