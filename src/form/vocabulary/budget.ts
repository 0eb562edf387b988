/** What a row or column of the budget block holds. */
export type BudgetRole = 'initial' | 'carried' | 'budget' | 'spent' | 'rate' | 'weight' | 'stated' | 'evidence';

/** Headings of the budget block that say their role only as a whole. */
export const BUDGET_HEADINGS: readonly (readonly [BudgetRole, RegExp])[] = [
  [
    'budget',
    /^(?:(?:支出|全年|年度|本年|当年|调整(?:后的?)?|项目总?|经费|总|核定)?预算(?:经费)?|预算安排|合同金额|小计)$/,
  ],
  [
    'spent',
    /^(?:(?:全年|年度|本年|当年|累计|实际)?(?:支出|执行)|(?:实际|累计|已)(?:支付|使用|支出)|(?:支出)?决算|决算支出|执行数|实支数)$/,
  ],
];

/** Labels of the line that holds the year's whole. */
export const BUDGET_TOTAL_WORDS: readonly string[] = ['总额', '合计', '总计', '整体支出'];

/** Words that decide a heading of the budget block not in the table, tried in this order; all patterns must fit. */
export const BUDGET_WORDS: readonly (readonly [BudgetRole, readonly RegExp[]])[] = [
  ['carried', [/上年结转|上年结余|年初结转|年初结余/]],
  ['budget', [/可(?:执行|支出|使用)|应支付/, /数|额|金额|资金/]],
  ['rate', [/(?<!未)(?:执行|完成|支付|付款|支出|使用|实现)/, /率|进度|比例/]],
  ['initial', [/年初|期初|批复/, /预算|批复|安排/]],
  ['spent', [/(?<![未待])(?:执行|支出|(?<!转移)支付|已付|决算|拨付|使用)/, /数|额|金额|资金/]],
  ['budget', [/预算|到位|安排|下达|发行/, /数|额|资金|年预算/]],
];

/** Labels of money that is a part of the whole: 基本支出, 财政拨款, 其他资金. */
export const BUDGET_PART = /(?:基本支出|项目支出|拨款|资金|结转|收入|补助|转移支付|市本级支出)$/;
