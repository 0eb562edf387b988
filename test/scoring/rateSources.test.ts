import { describeRule, FALLBACK } from '../../src/scoring';
import { lineRates, ratesOf } from '../../src/scoring/rateSources';
import { executionOf, wholeExecution } from '../../src/form/money';
import type { Rule, Tier } from '../../src/scoring/rulebook';
import type { BudgetLine } from '../../src/form/model';
import { figure, indicator, located } from '../support/form';

interface Money {
  readonly initial?: number | null;
  readonly budget?: number | null;
  readonly spent?: number | null;
  readonly rate?: number;
  readonly group?: string;
  readonly role?: 'total' | 'part';
}

function line({ initial, budget, spent, rate, group, role }: Money): BudgetLine {
  const cell = (value: number | null | undefined) => (value === undefined ? null : figure(value));
  return {
    label: located('资金', '资金'),
    group: group ?? null,
    role: role ?? 'part',
    initial: cell(initial),
    budget: cell(budget),
    spent: cell(spent),
    rate: cell(rate),
    weight: null,
    stated: null,
  };
}

const written = (execution: ReturnType<typeof executionOf>): string =>
  execution === null ? 'none' : `${execution.spent.toFixed()} / ${execution.budget.toFixed()}`;

test.each<[string, Money, string]>([
  ['both', { budget: 100, spent: 90 }, '90 / 100'],
  ['nothing spent', { budget: 100, spent: 0 }, '0 / 100'],
  ['only the initial budget', { initial: 80, budget: null, spent: 60 }, '60 / 80'],
  ['no budget', { spent: 60 }, 'none'],
  ['no amount spent', { budget: 100, spent: null }, 'none'],
  ['a budget of nothing', { budget: 0, spent: 0 }, 'none'],
  ['less than nothing', { budget: 100, spent: -1 }, 'none'],
])('the execution of a line: %s', (_, money, expected) => expect(written(executionOf(line(money)))).toBe(expected));

describe('the execution of the whole money', () => {
  const whole = (lines: readonly Money[], scored: Money | null = null): string =>
    written(
      wholeExecution({
        heading: null,
        moneyUnit: null,
        lines: lines.map(line),
        scored: scored === null ? null : line(scored),
        evidence: null,
        alsoScored: [],
        asksReason: false,
      }),
    );
  const total = { role: 'total', budget: 100, spent: 90 } as const;

  test.each<[string, readonly Money[], string]>([
    ['a total', [total, { budget: 60, spent: 50 }], '90 / 100'],
    ['two totals that agree', [total, total], '90 / 100'],
    ['two totals that differ in what was spent', [total, { ...total, spent: 91 }], 'none'],
    ['two totals that differ in the budget', [total, { ...total, budget: 101 }], 'none'],
    ['a second total without figures', [total, { role: 'total' }], 'none'],
    [
      'the first group of parts',
      [
        { group: '来源', budget: 60, spent: 50 },
        { group: '来源', budget: 40, spent: 40 },
        { group: '来源' },
        { group: '结构', budget: 70, spent: 60 },
      ],
      '90 / 100',
    ],
    [
      'a part without its budget',
      [
        { group: '来源', budget: 60, spent: 50 },
        { group: '来源', budget: null, spent: 40 },
      ],
      'none',
    ],
    [
      'a part of which nothing is said to be spent',
      [
        { group: '来源', budget: 60, spent: 50 },
        { group: '来源', budget: 40, spent: null },
      ],
      'none',
    ],
    ['parts of nothing', [{ group: '来源', budget: 0, spent: 0 }], 'none'],
    [
      'parts of no group',
      [
        { budget: 60, spent: 50 },
        { budget: 40, spent: 40 },
      ],
      'none',
    ],
    ['no line', [], 'none'],
  ])('%s', (_, lines, expected) => expect(whole(lines)).toBe(expected));

  test('the scored line goes before all', () => {
    expect(whole([total], { budget: 50, spent: 40 })).toBe('40 / 50');
    expect(whole([total], { budget: 50, spent: null })).toBe('none');
    expect(written(wholeExecution(null))).toBe('none');
  });
});

test.each<[string, Money, readonly string[]]>([
  ['by its amounts', { budget: 300, spent: 100 }, ['33.3333 100 ÷ 300']],
  [
    'the rate as it is stated, rounded',
    { budget: 300, spent: 100, rate: 0.3333 },
    ['33.3333 100 ÷ 300', '33.33 33.33%'],
  ],
  ['the rate as it is stated, exactly', { budget: 200, spent: 100, rate: 0.5 }, ['50 100 ÷ 200']],
  [
    'the initial budget, if the rate is by it',
    { initial: 200, budget: 300, spent: 100, rate: 0.5 },
    ['33.3333 100 ÷ 300', '50 100 ÷ 200'],
  ],
  ['a rate by neither', { initial: 200, budget: 300, spent: 100, rate: 0.7 }, ['33.3333 100 ÷ 300']],
  ['no initial budget', { initial: 0, budget: 300, spent: 100, rate: 0.7 }, ['33.3333 100 ÷ 300']],
  ['only a rate', { rate: 0.9 }, ['90 90%']],
  ['a rate below nothing', { rate: -0.1 }, []],
  ['nothing', {}, []],
])('the rates of a line: %s', (_, money, expected) => {
  const found = lineRates(line(money)).map(
    ({ figure: percent, words }) => `${percent.toDecimalPlaces(4).toFixed()} ${words}`,
  );
  expect(found).toEqual(expected);
});

describe('rules in words', () => {
  const words = (rule: Rule) => describeRule(rule, FALLBACK);

  test.each<[Tier, string]>([
    [{ low: 90, high: null, points: 5 }, '不低于90%得5分'],
    [{ low: 90, lowOpen: true, high: null, points: 5 }, '高于90%得5分'],
    [{ low: 80, high: 90, points: 3 }, '不低于80%且低于90%得3分'],
    [{ low: null, high: 60, points: 0 }, '低于60%不得分'],
    [{ low: null, high: 100, highClosed: true, share: 1 }, '不超过100%得满分'],
    [{ low: 100, high: 100, highClosed: true, share: 0.5 }, '等于100%得分值的50%'],
    [{ low: null, high: null, share: 0 }, '任何情况得分值的0%'],
  ])('a band %j: %s', (tier, expected) =>
    expect(words({ kind: 'tiers', rate: ['actual'], tiers: [tier] })).toBe(expected),
  );

  test.each<[Extract<Rule, { kind: 'count' }>, string]>([
    [{ kind: 'count', start: 'weight', each: 0, penalty: 1 }, '从满分起，每出现一项扣1分，扣完为止'],
    [{ kind: 'count', start: 'weight', each: 0, penalty: 1, penaltyCap: 3 }, '从满分起，每出现一项扣1分，最多扣3分'],
    [{ kind: 'count', start: 'zero', each: 2, penalty: 0 }, '每项加2分'],
    [{ kind: 'count', start: 'zero', each: 2, cap: 6, penalty: 0 }, '每项加2分，最多加6分'],
  ])('counting %j: %s', (rule, expected) => expect(words(rule)).toBe(expected));
});

describe('the rate of a printed rule', () => {
  const standard = '得分=重点工作完成率×分值';

  test('is the one that the text states under its name', () => {
    const [rate] = ratesOf(indicator({ standard, evidence: '重点工作完成率98%。' }), null, ['evidence']);
    expect(rate?.words).toBe('98%');
  });

  test.each([
    ['完成年度计划得满分，未完成按比例扣分', '95'],
    ['得分=河长巡河率×分值', undefined],
  ])('is the completion of the row itself where the rule names no other: %s', (own, percent) => {
    const row = indicator({ name: '河流治理', standard: own, evidence: '已治理19公里，完成率95%。' });
    expect(ratesOf(row, null, ['evidence'])[0]?.figure.toString()).toBe(percent);
  });

  test.each([
    ['压缩60%以上得5分，每低5%扣1分', '52.5'],
    ['比例压缩60%以上得5分，每低5%扣1分', undefined],
    ['达到60%以上得5分，每低5%扣1分', undefined],
  ])('is told by the word that is bounded: %s', (bounded, percent) => {
    const row = indicator({ standard: bounded, evidence: '法定时限20个工作日，承诺时限9.5个工作日，压缩52.5%。' });
    expect(ratesOf(row, null, ['evidence'])[0]?.figure.toString()).toBe(percent);
  });

  const told = '抽检210批次，合格202批次';
  test.each([
    ['抽检合格率100%', ['96.19', '100']],
    ['抽检合格率96.2%', ['96.19', '96.2']],
    ['抽检210批次，合格202批次', ['96.19']],
    ['见签到表', ['96.19']],
  ])('beside %s is that of a telling actual value, and each where the two disagree', (evidence, percents) => {
    const row = indicator({ name: '合格率', standard: '得分=合格率×分值', actual: told, evidence });
    const rates = ratesOf(row, null, ['evidence']);
    expect(rates.map(({ figure }) => figure.toDecimalPlaces(2).toString())).toEqual(percents);
  });

  test('is not looked for in a text of so many figures that it is a table', () => {
    const table = Array.from({ length: 61 }, (_, at) => `第${at + 1}组办理${at + 10}件`).join('，');
    expect(ratesOf(indicator({ standard, evidence: `重点工作完成率98%，${table}。` }), null, ['evidence'])).toEqual([]);
  });
});
