import { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { AmountColumn, BudgetLine, Indicator } from '../form/model';
import { reachedQuantity } from '../scoring/sameUnit';
import { compact, short } from '../sheet/text';
import { cellIsRoundingOf } from '../words/written';
import { amountLike, compared, nameOf, percentText } from './common/say';
import type { Check, Outcome } from './finding';

/** Rates of the year's money with the ways to reckon them, the usual one first: the difference of two amounts, and by what it is divided. */
const RATES: readonly (readonly [
  RegExp,
  readonly (readonly [one: AmountColumn, other: AmountColumn, under: AmountColumn])[],
])[] = [
  [
    /^(?:部门|单位|年度)?预算调整率$/,
    [
      ['budget', 'initial', 'initial'],
      ['budget', 'initial', 'budget'],
    ],
  ],
  [
    /^(?:部门|单位|年度|资金)?(?:结转结余|结余结转|结转|结余)(?:资金)?率$/,
    [
      ['budget', 'spent', 'budget'],
      ['initial', 'spent', 'initial'],
    ],
  ],
];

/** A row whose actual value the year's money gives too; `null` where it is none, or the money is not all there. */
function held(indicator: Indicator, line: BudgetLine): Outcome | null {
  const { actual, name } = indicator;
  const quantity = reachedQuantity(indicator);
  const [, ways = []] = RATES.find(([words]) => words.test(compact(name.value))) ?? [];
  if (actual === null || quantity?.unit !== '%') return null;
  const reckoned = ways.flatMap(([one, other, under]) => {
    const [a, b, whole] = [line[one], line[other], line[under]];
    const [x, y, all] = [a, b, whole].map(figureOf);
    if (!x || !y || !whole || !all?.gt(0)) return [];
    const percent = x.minus(y).abs().div(all).times(100);
    const [more, less, base] = [Decimal.max(x, y), Decimal.min(x, y), all].map((amount) => amountLike(amount, whole));
    const arithmetic = `（${more} − ${less}） ÷ ${base} = ${percentText(percent)}`;
    return [{ percent, arithmetic, places: [a, b], holds: cellIsRoundingOf(actual, quantity.value.abs(), percent) }];
  });
  const own = reckoned.find(({ holds }) => holds) ?? reckoned[0];
  if (own === undefined) return null;
  const { percent, arithmetic, places, holds } = own;
  const data = { name: nameOf(indicator), written: short(actual.text), arithmetic };
  const differs = { message: 'row', data, arithmetic, expected: percentText(percent), found: actual.text.trim() };
  return compared(holds, actual, places, differs, arithmetic);
}

export const derivedRate: Check = {
  id: 'derived-rate',
  title: '预算调整率、结转结余率与资金表相符',
  severity: 'info',
  explain:
    '指标表里“预算调整率”“结转结余率”一行的完成值，与资金表的年初预算数、全年预算数、执行数算出来的比较（按书写的位数认可舍入，除以年初数或全年数都可以）。各地口径不同、有的调整不计在内，不同的只请人核实。',
  messages: {
    row: {
      title: '“{name}”的完成值与资金表算出来的不同',
      message: '“{name}”完成值为{written}，按资金表为 {arithmetic}，请核实口径和完成值。',
    },
  },
  *run({ form }) {
    const line = form.budget?.lines.find(({ role }) => role === 'total');
    if (line === undefined) return;
    for (const indicator of form.indicators) yield held(indicator, line);
  },
};
