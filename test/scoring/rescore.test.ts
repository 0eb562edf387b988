import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { deepFreeze } from '../support/sheet';
import { budgetBlock, form, type TestForm } from '../support/form';

function total(given: TestForm, rulebook: Partial<Rulebook> = {}) {
  const { stated, sumOfStated, recomputed, grade, cap } = rescore(form(given), { ...FALLBACK, ...rulebook }, '').total;
  return [stated, sumOfStated, recomputed, grade, cap].map((part) => part?.toString() ?? null);
}

const REACHED = { target: '≥10个', actual: '10个' };

describe('the total, both ways', () => {
  test('scores of items, bonus and budget are added exactly', () => {
    const indicators = [
      { ...REACHED, weight: 0.3, stated: 0.1 },
      { ...REACHED, weight: 0.3, stated: 0.2 },
      { kind: 'bonus' as const, weight: 5, stated: 2.5 },
    ];
    const budget = budgetBlock([{ budget: 100, spent: 50, weight: 10, stated: 5.5 }]);
    expect(total({ indicators, budget, total: 8.31 })).toEqual(['8.31', '8.3', '8.1', '差', null]);
  });

  test.each<[number | null, string, string]>([
    [93, '93', '88'],
    [97, '97', '92'],
    [95, '97', '92'],
    [null, '97', '92'],
  ])(
    'a penalty without a sign, %d stated: taken off where the stated total takes it off',
    (stated, sum, recomputed) => {
      const indicators = [
        { target: '≥10个', actual: '8个', weight: 50, stated: 45 },
        { weight: 50, stated: 50 },
        { kind: 'bonus' as const, name: '减分项', weight: 5, stated: 2 },
      ];
      const given = { indicators, ...(stated !== null && { total: stated }) };
      expect(total(given).slice(1, 3)).toEqual([sum, recomputed]);
    },
  );

  test('a blank score is not zero: the recomputed one counts, and without one the grade is open', () => {
    expect(
      total({ indicators: [{ ...REACHED, weight: 10, stated: null }], total: 9, totalWeight: 10 }).slice(1, 4),
    ).toEqual([null, '10', '优']);
    const row = { weight: 10, stated: null, target: '有效', actual: '' };
    expect(total({ indicators: [{ ...REACHED, weight: 10, stated: 10 }, row] }).slice(1, 4)).toEqual([
      '10',
      '10',
      null,
    ]);
  });

  test('nothing to add', () => {
    expect(total({ indicators: [] })).toEqual([null, null, null, null, null]);
  });

  test.each([
    [92, '优'],
    [80, '良'],
    [79.99, '中'],
    [12, '差'],
  ])('a total of %d is %s', (stated, grade) => {
    expect(total({ indicators: [{ weight: 100, stated }], total: stated })[3]).toBe(grade);
  });

  test('grades are out of the form’s own whole', () => {
    expect(total({ indicators: [{ weight: 40, stated: 38 }], total: 38, totalWeight: 40 })[3]).toBe('优');
    // No grade for a form that has no total.
    expect(total({ indicators: [{ weight: 40, stated: 38 }] })[3]).toBeNull();
    expect(total({ indicators: [{ weight: 100, stated: 90 }], total: 90, totalWeight: 120 })[3]).toBe('中');
    expect(
      total({ indicators: [{ weight: 40, stated: 38 }], total: 38, totalWeight: 40 }, { grades: null })[3],
    ).toBeNull();
  });

  test.each([
    [75, '89', '良'],
    [65, '79', '中'],
    [95, null, '优'],
  ])('execution of %d%% caps the total', (spent, cap, grade) => {
    const budget = budgetBlock([{ budget: 100, spent }]);
    const caps = [
      { below: 80, total: 89 },
      { below: 70, total: 79 },
    ];
    expect(total({ indicators: [{ weight: 100, stated: 96 }], budget, total: 96 }, { caps }).slice(3)).toEqual([
      grade,
      cap,
    ]);
  });
});

describe('the scored row of the budget', () => {
  function budget(line: Parameters<typeof budgetBlock>[0][number]) {
    const scored = rescore(
      form({ indicators: [], budget: budgetBlock([{ weight: 10, ...line }]) }),
      FALLBACK,
      '',
    ).budget;
    const accepted = scored?.accepted.map(({ high }) => high.toDecimalPlaces(2).toString());
    return { value: scored?.value?.toString() ?? null, arithmetic: scored?.arithmetic ?? null, accepted };
  }

  test('spent ÷ budget × weight', () => {
    expect(budget({ budget: 43.2, spent: 37.24 })).toMatchObject({
      value: '8.62',
      arithmetic: '37.24 ÷ 43.2 × 10 = 8.62',
    });
  });

  test('at most the weight', () => {
    expect(budget({ budget: 100, spent: 120 }).value).toBe('10');
  });

  test('the rounded rate is accepted too, a wrong one is not', () => {
    expect(budget({ budget: 43.2, spent: 37.24, rate: 0.86 }).accepted).toEqual(
      expect.arrayContaining(['8.62', '8.6']),
    );
    expect(budget({ budget: 43.2, spent: 37.24, rate: 0.95 }).accepted).not.toContain('9.5');
  });

  test('a rate by the initial budget is accepted where the form takes it so', () => {
    const found = budget({ initial: 80, budget: 100, spent: 60, rate: 0.75 });
    expect([found.value, found.accepted]).toEqual(['6', ['6', '7.5']]);
    expect(budget({ initial: 80, budget: 100, spent: 60, rate: 0.6 }).accepted).toEqual(['6']);
  });

  test('the initial budget stands in for a blank one; a rate alone is enough', () => {
    expect(budget({ initial: 50, spent: 25 }).value).toBe('5');
    expect(budget({ rate: 0.978 }).arithmetic).toBe('97.8% × 10 = 9.78');
  });

  test('no budget, no score', () => {
    expect(budget({ budget: 0, spent: 0, stated: 10 })).toMatchObject({ value: '10', arithmetic: null });
  });

  test.each([
    ['the one by which its score follows from its rate', 90, 9.7, '10', 'computed'],
    ['whatever the indicators leave', 85, 9.7, '10', 'computed'],
    ['what the indicators leave, where the score follows from none', 90, 9.2, '10', 'computed'],
    ['none, where the indicators leave an unusual one', 83, 9.2, undefined, 'judged'],
    ['none, where they leave nothing', 100, 9.7, undefined, 'judged'],
  ])('a weight that is not printed: %s', (_, items, stated, weight, basis) => {
    const found = rescore(
      form({
        indicators: [{ weight: items, stated: items }],
        budget: budgetBlock([{ budget: 100, spent: 97, stated }]),
        total: items + stated,
        totalWeight: 100,
      }),
      FALLBACK,
      '',
    ).budget;
    expect([found?.weight?.toString(), found?.origin]).toEqual([weight, basis]);
  });

  test('without a scored row there is none', () => {
    const block = budgetBlock([{ budget: 100, spent: 50 }]);
    expect(rescore(form({ indicators: [], budget: block }), FALLBACK, '').budget).toBeNull();
  });
});

test('nothing that is given is changed, and the order of the sheet is kept', () => {
  const given = deepFreeze(
    form({ indicators: [{ name: '甲', ...REACHED, weight: 5 }, { name: '乙' }, { name: '丙' }] }),
  );
  const scores = rescore(given, deepFreeze(FALLBACK), '因为');
  expect(scores.indicators.map(({ indicator }) => indicator.name.value)).toEqual(['甲', '乙', '丙']);
  expect([scores.why, scores.rulebook, scores.form]).toEqual(['因为', FALLBACK, given]);
});
