import { blockFacts } from '../../src/advice/filling';
import { blockAmounts, wholeExecution, wholeMoney } from '../../src/form/money';
import { budgetBlock, form, type TestBudget } from '../support/form';

const built = (budget: readonly TestBudget[]) => form({ indicators: [], budget: budgetBlock(budget) });

describe('the year’s whole money', () => {
  test.each<[string, readonly TestBudget[], string | null]>([
    [
      'the total line',
      [
        { budget: 100, spent: 90 },
        { role: 'part', group: '来源', budget: 60, spent: 55 },
      ],
      '90/100',
    ],
    [
      'the sum of the first group of parts where there is no total',
      [
        { role: 'part', group: '来源', budget: 60, spent: 55 },
        { role: 'part', group: '来源', budget: 40, spent: 35 },
        { role: 'part', group: '结构', budget: 10, spent: 5 },
      ],
      '90/100',
    ],
    ['the scored line', [{ role: 'part', budget: 50, spent: 40, weight: 10 }], '40/50'],
    [
      'nothing where two totals differ',
      [
        { budget: 100, spent: 90 },
        { budget: 100, spent: 80 },
      ],
      null,
    ],
    ['nothing where a part has no figure', [{ role: 'part', group: '来源', budget: 60 }], null],
  ])('is %s', (_what, budget, whole) => {
    const read = built(budget);
    const execution = wholeExecution(read.budget);
    expect(execution && `${execution.spent.toFixed()}/${execution.budget.toFixed()}`).toBe(whole);
    // What is scored is what is stated again in 填报, in yuan.
    expect(wholeMoney(read)?.spent.toNumber()).toBe(execution?.spent.times(10_000).toNumber());
    expect(blockFacts(read)).toHaveLength(whole === null ? 0 : 3);
  });

  test('its lines are told from those of parts', () => {
    const amounts = blockAmounts(
      built([
        { budget: 100, spent: 90 },
        { role: 'part', group: '来源', budget: 60, spent: 55 },
      ]),
    );
    expect(amounts.map(({ kind, whole, yuan }) => [kind, whole, yuan.toNumber()])).toEqual([
      ['budget', true, 1_000_000],
      ['spent', true, 900_000],
      ['balance', true, 100_000],
      ['budget', false, 600_000],
      ['spent', false, 550_000],
      ['balance', false, 50_000],
    ]);
  });
});
