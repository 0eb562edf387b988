import { Decimal } from 'decimal.js';
import type { BudgetBlock, FigureCell } from '../form/model';
import { moneyStated, type MoneyStated } from '../form/money';
import { figureOf } from '../form/cells';
import { amountLike } from './common/words';
import { short } from '../sheet/text';
import type { Check, CheckInput, Report, Outcome, Way } from './finding';
import { agreement, statedAt } from './common/agree';

const WAN = new Decimal(10_000);
/** 一万亿元: more than any department of a place spends in a year. */
const IMPLAUSIBLE = new Decimal('1e12');
/** Short figures such as 2,000 occur in texts by chance; these do not. */
const LEAST_DIGITS = 5;
/** Digits that suffice where the amount is in the right unit already. */
const TELLING_DIGITS = 2;
/** 十亿元 under 万元, a few thousand under 元: there even a round figure in a text is no chance. */
const MANY_WAN = 1e5;
const FEW_YUAN = 1e4;

interface Proof extends MoneyStated {
  readonly figure: Decimal;
}

function cellsOf({ lines }: BudgetBlock): FigureCell[] {
  return lines.flatMap(({ initial, budget, spent }) => [budget, spent, initial].filter((cell) => cell !== null));
}

/** What the cells of the block show, which tells how its thousands are written. */
function textsOf(block: BudgetBlock): string {
  return cellsOf(block)
    .map(({ text }) => text)
    .join(' ');
}

function amountsOf(block: BudgetBlock): Decimal[] {
  return cellsOf(block)
    .flatMap((cell) => figureOf(cell) ?? [])
    .filter((figure) => figure.isPositive() && !figure.isZero());
}

/** A place of the form that states a figure of the block as so many yuan. */
function stated({ form }: CheckInput, amounts: readonly Decimal[], yuanInOne: Decimal): Proof | null {
  const byYuan = new Map(amounts.map((figure) => [figure.times(yuanInOne).toString(), figure] as const));
  for (const money of moneyStated(form)) {
    const figure = byYuan.get(money.yuan.toString());
    if (figure !== undefined) return { ...money, figure };
  }
  return null;
}

/** Amounts of the block that a text states as well, in the unit that the block names. */
function* confirmations(input: CheckInput, block: BudgetBlock): Iterable<Outcome> {
  const { heading, moneyUnit } = block;
  if (moneyUnit === null) return;
  const byYuan = new Map<string, FigureCell>();
  for (const cell of cellsOf(block)) {
    const figure = figureOf(cell);
    if (figure !== null && figure.precision() >= TELLING_DIGITS) {
      byYuan.set(figure.times(moneyUnit).toString(), cell);
    }
  }
  for (const { yuan, place, name, written, start } of moneyStated(input.form)) {
    const cell = byYuan.get(yuan.toString());
    if (cell === undefined) continue;
    const stated = start === null ? [] : statedAt(place, [{ start }]);
    yield agreement(
      [heading, cell, place],
      () => `${amountLike(cell.value ?? yuan, cell)} 与“${name}”写的${written}相符`,
      stated,
    );
  }
}

function review(input: CheckInput, block: BudgetBlock): Report | null {
  const { moneyUnit, heading } = block;
  const amounts = amountsOf(block);
  if (moneyUnit === null || heading === null || amounts.length === 0) return null;
  const inWan = moneyUnit.equals(WAN);
  const largest = Decimal.max(...amounts);
  if (inWan ? largest.lessThan(MANY_WAN) : !moneyUnit.equals(1) || largest.greaterThanOrEqualTo(1e6)) return null;
  const few = !inWan && largest.lessThan(FEW_YUAN);
  const telling = amounts.filter(
    (figure) => few || figure.precision() >= LEAST_DIGITS || (inWan && figure.greaterThanOrEqualTo(MANY_WAN)),
  );
  const proof =
    stated(input, amounts, moneyUnit) === null ? stated(input, telling, inWan ? new Decimal(1) : WAN) : null;
  const { at: cell } = heading;
  const data = {
    heading: short(heading.value),
    figure: amountLike(proof?.figure ?? largest, { text: textsOf(block) }),
  };
  if (proof !== null) {
    const { name, written } = proof;
    return { cell, message: inWan ? 'yuan' : 'wan', data: { ...data, name, written } };
  }
  const implausible = inWan && largest.times(WAN).greaterThanOrEqualTo(IMPLAUSIBLE);
  return implausible ? { cell, message: 'implausible', data } : null;
}

/** Less than this of a budget is hardly spent because its unit is wrong. */
const LEAST_SPENT = '0.3';

/** A line of the block that has one amount in yuan and another in 万元: 1000000 beside 100, of which 98 were spent. */
function mixedIn({ lines }: BudgetBlock): Report | null {
  for (const { label, initial, budget, spent } of lines) {
    const own = budget ?? initial;
    const pairs = [
      { one: initial, other: budget, least: '1' },
      { one: own, other: spent, least: LEAST_SPENT },
    ];
    for (const { one, other, least } of pairs) {
      const [a, b] = [figureOf(one), figureOf(other)];
      if (one === null || other === null || a === null || b === null || a.lte(0) || b.lte(0)) continue;
      const shares = [b.times(WAN).div(a), b.div(a.times(WAN))];
      if (!shares.some((share) => share.gte(least) && share.lte(1))) continue;
      const data = { name: short(label.value), one: short(one.text), other: short(other.text) };
      const times = a.gt(b) ? WAN : new Decimal(1).div(WAN);
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
  *run(input) {
    const block = input.form.budget;
    if (block === null) return;
    yield* confirmations(input, block);
    for (const report of [mixedIn(block), review(input, block)]) if (report !== null) yield report;
  },
};
