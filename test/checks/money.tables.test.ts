import { budgetParts } from '../../src/checks/budget-parts';
import { budgetRate } from '../../src/checks/budget-rate';
import { evidenceAmount } from '../../src/checks/evidence-amount';
import type { BudgetBlock, FigureCell } from '../../src/form/model';
import { budgetBlock, form, located, type TestBudget } from '../support/form';
import { causesOfForm, saidOf } from '../support/rows';

/** Lines with their labels; the first is the total unless a group says otherwise. */
function block(...lines: readonly (TestBudget & { readonly label?: string })[]): BudgetBlock {
  const built = budgetBlock(lines);
  const named = built.lines.map((line, at) => {
    const label = lines[at]?.label;
    return label === undefined ? line : { ...line, label: located(label, label) };
  });
  return { ...built, lines: named, scored: built.scored === null ? null : (named[0] ?? null) };
}

const part = (budget: number, label = '财政拨款') => ({ budget, role: 'part', label }) as const;
const share = (group: string, ...amounts: readonly number[]) =>
  amounts.map((budget, at) => ({ budget, role: 'part', group, label: `${group}${at}` }) as const);

describe('a total and its parts', () => {
  test.each<[string, BudgetBlock, string[]]>([
    ['agree', block({ budget: 100 }, part(60), part(40)), []],
    ['may be less where not all parts are named', block({ budget: 100 }, part(60), part(30)), []],
    ['may never be more', block({ budget: 100 }, part(60), part(50)), ['total 110']],
    ['must agree where the rest is named', block({ budget: 100 }, part(60), part(30, '其他资金')), ['total 90']],
    ['of nothing', block({ budget: 100 }, part(0), part(0, '其他资金')), []],
    ['alone', block({ budget: 100 }), []],
    ['where two totals stand', block({ budget: 100 }, { budget: 90 }, part(60), part(50)), []],
    ['of which one divides another', block({ budget: 100 }, part(100), part(60), part(40), part(0, '其他资金')), []],
    ['each rounded', block({ budget: 100.01 }, part(60.01), part(40.02, '其他资金')), []],
    ['rounded more than that', block({ budget: 100.01 }, part(60.01), part(40.05, '其他资金')), ['total 100.06']],
    ['in whole figures, off by one', block({ budget: 100 }, part(60), part(41, '其他资金')), ['total 101']],
  ])('%s', (_, budget, expected) => expect(saidOf(budgetParts, {}, budget)).toEqual(expected));

  test('a part that can not be read says nothing', () => {
    const read = block({ budget: 100 }, part(60), part(50));
    const unread: FigureCell = {
      ...(read.lines[2]?.budget as FigureCell),
      value: null,
      state: 'unreadable',
      text: '约五十',
    };
    const lines = read.lines.map((line, at) => (at === 2 ? { ...line, budget: unread } : line));
    expect(saidOf(budgetParts, {}, { ...read, lines })).toEqual([]);
  });

  test('each column is added up by itself', () => {
    const lines = [
      { initial: 100, budget: 100, spent: 90 },
      { initial: 60, budget: 60, spent: 50, role: 'part', label: '财政拨款' },
      { initial: 40, budget: 50, spent: 45, role: 'part', label: '其他资金' },
    ] as const;
    expect(saidOf(budgetParts, {}, block(...lines))).toEqual(['total 110', 'total 95']);
  });
});

describe('money divided in several ways', () => {
  test.each<[string, BudgetBlock, number]>([
    ['alike', block(...share('按资金来源', 60, 40), ...share('按资金结构', 50, 50)), 0],
    ['one of two differs', block(...share('按资金来源', 60, 40), ...share('按资金结构', 50, 40)), 1],
    [
      'one of three differs',
      block(...share('按资金来源', 60, 40), ...share('按资金结构', 50, 40), ...share('按预算级次', 70, 30)),
      1,
    ],
    ['the total beside them', block({ budget: 100 }, ...share('按资金来源', 60, 40)), 0],
    ['a total that differs', block({ budget: 100 }, ...share('按资金来源', 60, 30)), 1],
    ['only one way', block(...share('按资金来源', 60, 40)), 0],
  ])('%s', (_, budget, count) => expect(saidOf(budgetParts, {}, budget)).toHaveLength(count));

  test('the way that the others outvote is the wrong one', () => {
    const budget = block(
      ...share('按资金来源', 60, 30),
      ...share('按资金结构', 50, 50),
      ...share('按预算级次', 70, 30),
    );
    expect(saidOf(budgetParts, {}, budget)).toEqual(['dimensions 70']);
  });
});

describe('a rate and its line', () => {
  test.each<[string, BudgetBlock, string[]]>([
    ['exact', block({ budget: 100, spent: 50, rate: 0.5 }), []],
    ['another', block({ budget: 100, spent: 50, rate: 0.6 }), ['differs 50%']],
    ['by the budget of the beginning where there is no other', block({ initial: 100, spent: 50, rate: 0.5 }), []],
    ['rounded to whole percent', block({ budget: 100, spent: 49.6, rate: 0.5 }), []],
    ['with more digits than fit', block({ budget: 100, spent: 50, rate: 0.509 }), ['differs 50%']],
    ['rounded up to the whole', block({ budget: 100, spent: 99.6, rate: 1 }), []],
    [
      'the whole beside rates of two decimals',
      block({ budget: 100, spent: 99.6, rate: 1 }, { budget: 200, spent: 198.24, rate: 0.9912 }),
      ['differs 99.6%'],
    ],
    [
      'whole percent beside rates of two decimals',
      block({ budget: 100, spent: 85.6, rate: 0.86 }, { budget: 200, spent: 198.24, rate: 0.9912 }),
      [],
    ],
    ['nothing of nothing', block({ budget: 0, spent: 0, rate: 0 }), []],
    ['all of nothing', block({ budget: 0, spent: 0, rate: 1 }), []],
    ['half of nothing', block({ budget: 0, spent: 0, rate: 0.5 }), ['without-budget']],
    ['half of what is not filled in', block({ budget: null, spent: null, rate: 0.5 }), ['no-amounts warning']],
    ['half of what the form does not ask for', block({ rate: 0.5 }), []],
    ['beside a budget of which nothing is said', block({ budget: 100, rate: 0.5 }), []],
    ['beside spending without a budget', block({ spent: 5, rate: 0.5 }), []],
    ['none', block({ budget: 100, spent: 50 }), []],
  ])('%s', (_, budget, expected) => expect(saidOf(budgetRate, {}, budget)).toEqual(expected));

  test('that follows from an amount which another finding mends stands with it', () => {
    const budget = block(
      { budget: 100, spent: 88, rate: 0.8 },
      { budget: 60, spent: 48, role: 'part', label: '财政拨款' },
      { budget: 40, spent: 32, role: 'part', label: '其他资金' },
    );
    expect(saidOf(budgetParts, {}, budget)).toEqual(['total 80']);
    expect(causesOfForm(form({ indicators: [{ weight: 100, stated: 100 }], budget }))).toEqual([
      'budget-parts → budget-rate',
    ]);
  });

  test('so does that of a part whose amount is wrong', () => {
    const budget = block(
      { budget: 100, spent: 80, rate: 0.8 },
      { budget: 60, spent: 55, rate: 0.8, role: 'part', label: '财政拨款' },
      { budget: 40, spent: 32, rate: 0.8, role: 'part', label: '其他资金' },
    );
    expect(causesOfForm(form({ indicators: [{ weight: 100, stated: 100 }], budget }))).toEqual([
      'budget-parts → budget-rate',
    ]);
  });

  test('that has nothing to do with the wrong amount stands beside it', () => {
    const budget = block(
      { budget: 100, spent: 88, rate: 0.8 },
      { budget: 60, spent: 48, rate: 0.7, role: 'part', label: '财政拨款' },
      { budget: 40, spent: 32, rate: 0.8, role: 'part', label: '其他资金' },
    );
    expect(causesOfForm(form({ indicators: [{ weight: 100, stated: 100 }], budget }))).toEqual([
      'budget-parts → budget-rate',
      'budget-rate',
    ]);
  });

  test('a score that follows from such an amount follows from it', () => {
    const budget = block(
      { budget: 100, spent: 88, rate: 0.8, weight: 10, stated: 8 },
      { budget: 60, spent: 48, role: 'part', label: '财政拨款' },
      { budget: 40, spent: 32, role: 'part', label: '其他资金' },
    );
    expect(causesOfForm(form({ indicators: [{ weight: 90, stated: 90 }], budget }))).toEqual([
      'budget-parts → budget-rate → execution-score',
    ]);
  });
});

describe('the money of a text beside a block of parts', () => {
  const row = { name: '预算完成率', evidence: '全年预算1080元，支出990元' };
  test.each<[string, BudgetBlock, string[]]>([
    [
      'the only filled line of the first division',
      block({ budget: 0.1, spent: 0.099, role: 'part', group: '甲' }),
      ['amount 1000'],
    ],
    [
      'two filled lines',
      block(
        { budget: 0.1, spent: 0.099, role: 'part', group: '甲' },
        { budget: 0.2, spent: 0.1, role: 'part', group: '甲' },
      ),
      [],
    ],
    ['a block in yuan under 万元', block({ budget: 1000, spent: 990 }), ['amount 10000000', 'amount 9900000']],
  ])('%s', (_, budget, expected) => expect(saidOf(evidenceAmount, row, budget)).toEqual(expected));

  test('figures that stand in the texts as yuan are yuan, whatever the heading says', () => {
    const evidence = '全年预算10800000元，支出9900000元';
    const budget = block({ budget: 10_000_000, spent: 9_900_000 });
    expect(saidOf(evidenceAmount, { name: '预算完成率', evidence }, budget)).toEqual(['amount 10000000']);
  });
});
