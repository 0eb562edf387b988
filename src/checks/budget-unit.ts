import { Decimal } from 'decimal.js';
import { ONE, TEN_THOUSAND } from '../words/units';
import type { BudgetBlock, EvaluationForm } from '../form/model';
import { moneyStated } from '../form/money';
import { type FilledCell, withFigures } from '../form/cells';
import { agreement, amountLike, statedAt } from './common/say';
import { short } from '../sheet/text';
import type { Check, Report, Outcome, Way } from './finding';

/** 一万亿元: more than any department of a place spends in a year. */
const IMPLAUSIBLE = new Decimal('1e12');
/** Short figures such as 2,000 occur in texts by chance; these do not. */
const LEAST_DIGITS = 5;
/** Digits that suffice where the amount is in the right unit already. */
const TELLING_DIGITS = 2;
/** 十亿元 under 万元, a few thousand under 元: there even a round figure in a text is no chance. */
const MANY_WAN = 1e5;
const FEW_YUAN = 1e4;

/** The amounts of the block that are more than nothing. */
const amountsOf = ({ lines }: BudgetBlock): FilledCell[] =>
  withFigures(lines.flatMap(({ initial, budget, spent }) => [budget, spent, initial])).filter(({ value }) =>
    value.gt(0),
  );

/** Places of the form that state an amount of the block, taken as so many yuan, each with the amount. */
function statements(form: EvaluationForm, amounts: readonly FilledCell[], yuanInOne: Decimal) {
  const byYuan = new Map(amounts.map((cell) => [cell.value.times(yuanInOne).toString(), cell]));
  return moneyStated(form).flatMap((money) => {
    const cell = byYuan.get(money.yuan.toString());
    return cell === undefined ? [] : [{ ...money, cell }];
  });
}

/** The amounts of the block against those that texts state. */
function* review(form: EvaluationForm, block: BudgetBlock): Iterable<Outcome> {
  const { moneyUnit, heading } = block;
  const amounts = amountsOf(block);
  if (moneyUnit === null || heading === null || amounts.length === 0) return;
  const stated = statements(form, amounts, moneyUnit);
  for (const { cell, place, name, written, start } of stated) {
    if (cell.value.precision() < TELLING_DIGITS) continue;
    const arithmetic = `${amountLike(cell.value, cell)} 与“${name}”写的${written}相符`;
    yield agreement([heading, cell, place], arithmetic, start === null ? [] : statedAt(place, [{ start }]));
  }
  const largest = Decimal.max(...amounts.map(({ value }) => value));
  const inWan = moneyUnit.equals(TEN_THOUSAND);
  if (inWan ? largest.lessThan(MANY_WAN) : !moneyUnit.equals(1) || largest.greaterThanOrEqualTo(1e6)) return;
  const least = inWan ? MANY_WAN : largest.lessThan(FEW_YUAN) ? 0 : Infinity;
  const telling = amounts.filter(({ value }) => value.precision() >= LEAST_DIGITS || value.gte(least));
  const [proof] = stated.length > 0 ? [] : statements(form, telling, inWan ? ONE : TEN_THOUSAND);
  // What the cells show tells how their thousands are written.
  const text = amounts.map((cell) => cell.text).join(' ');
  const data = { heading: short(heading.value), figure: amountLike(proof?.cell.value ?? largest, { text }) };
  if (proof !== undefined) {
    const { name, written } = proof;
    yield { cell: heading.at, message: inWan ? 'yuan' : 'wan', data: { ...data, name, written } };
  } else if (inWan && largest.times(TEN_THOUSAND).greaterThanOrEqualTo(IMPLAUSIBLE)) {
    yield { cell: heading.at, message: 'implausible', data };
  }
}

/** Less than this of a budget is hardly spent because its unit is wrong. */
const LEAST_SPENT = '0.3';

/** A line of the block that has one amount in yuan and another in 万元: 1000000 beside 100, of which 98 were spent. */
function mixedIn({ lines }: BudgetBlock): Report | null {
  for (const { label, initial, budget, spent } of lines) {
    const pairs = [
      { amounts: [initial, budget], least: '1' },
      { amounts: [budget ?? initial, spent], least: LEAST_SPENT },
    ];
    for (const { amounts, least } of pairs) {
      const [one, other] = withFigures(amounts).filter(({ value }) => value.gt(0));
      if (one === undefined || other === undefined) continue;
      const [a, b] = [one.value, other.value];
      const shares = [b.times(TEN_THOUSAND).div(a), b.div(a.times(TEN_THOUSAND))];
      if (!shares.some((share) => share.gte(least) && share.lte(1))) continue;
      const data = { name: short(label.value), one: short(one.text), other: short(other.text) };
      const times = a.gt(b) ? TEN_THOUSAND : ONE.div(TEN_THOUSAND);
      const ways: Way[] = [[[other.at, b.times(times)]], [[one.at, a.div(times)]]];
      return { cell: other.at, message: 'mixed', data, related: [one.at], found: other.text, ways };
    }
  }
  return null;
}

export const budgetUnit: Check = {
  id: 'budget-unit',
  mends: 'money',
  title: '资金表的金额单位与数字相符',
  severity: 'warning',
  explain:
    '资金表标题写万元而数字是元（或相反）的，用年度目标、完成情况、指标值、完成值和依据里写明单位的同一金额来判断；没有这样的金额、只是数额大得不可能的，也作提示。',
  messages: {
    yuan: {
      title: '资金表单位应为元',
      message:
        '“{heading}”标明万元，但表中的 {figure} 与“{name}”写的{written}是同一笔钱，按万元计相差一万倍，请改正单位或换算数字。',
    },
    wan: {
      title: '资金表单位应为万元',
      message:
        '“{heading}”标明元，但表中的 {figure} 与“{name}”写的{written}是同一笔钱，按元计相差一万倍，请改正单位或换算数字。',
    },
    mixed: {
      title: '“{name}”的金额单位不一致',
      message: '“{name}”一行既有 {one}，又有 {other}，相差一万倍左右，请核对是元还是万元。',
    },
    implausible: {
      title: '资金表单位可能有误',
      message: '“{heading}”标明万元，{figure} 万元超过一万亿元，数字可能是以元计的，请核对单位。',
    },
  },
  *run({ form }) {
    if (form.budget === null) return;
    yield mixedIn(form.budget);
    yield* review(form, form.budget);
  },
};
