import { chooseRulebook, FALLBACK, rescore } from '../../src/scoring';
import { directionOf } from '../../src/scoring/direction';
import type { Rulebook } from '../../src/scoring/rulebook';
import { budgetBlock, form, indicator, type TestForm } from '../support/form';

describe('the whole of a form', () => {
  function grade(given: TestForm, more: Partial<Rulebook> = {}): string | null {
    return rescore(form({ total: 1, ...given }), { ...FALLBACK, ...more }, '').total.grade;
  }

  test('a bonus is no part of it', () => {
    const bonus = { kind: 'bonus', weight: 5, stated: 0 } as const;
    expect(grade({ indicators: [{ weight: 100, stated: 90 }, bonus] })).toBe('优');
  });

  test('the scored row of the budget is', () => {
    const budget = budgetBlock([{ budget: 12, spent: 5, weight: 12, stated: 5 }]);
    expect(grade({ indicators: [{ weight: 108, stated: 95 }], budget, totalWeight: 120 })).toBe('良');
  });

  test('below all grades there is none', () => {
    expect(grade({ indicators: [{ weight: 100, stated: 50 }] }, { grades: [{ name: '优', from: 90 }] })).toBeNull();
  });

  test('the least of the caps that hold counts, in whatever order they stand', () => {
    const caps = [
      { below: 70, total: 79 },
      { below: 80, total: 89 },
    ];
    const given = form({
      indicators: [{ weight: 100, stated: 96 }],
      budget: budgetBlock([{ budget: 100, spent: 65 }]),
    });
    expect(rescore(given, { ...FALLBACK, caps }, '').total.cap?.toString()).toBe('79');
  });

  test('a rulebook without a rule for the budget leaves its row to a person', () => {
    const budget = budgetBlock([{ budget: 10, spent: 5, weight: 10, stated: 5 }]);
    expect(rescore(form({ indicators: [], budget }), { ...FALLBACK, execution: null }, '').budget).toMatchObject({
      origin: 'judged',
    });
  });
});

test('a rule is for the indicators that its conditions name, and for no others', () => {
  const rulebook: Rulebook = {
    ...FALLBACK,
    indicators: [
      { match: { path: ['成本'] }, rule: { kind: 'judged', note: '成本' } },
      { match: { has: ['definition'] }, rule: { kind: 'judged', note: '有解释' } },
    ],
  };
  const rows = [{ path: ['成本指标'] }, { definition: '反映完成情况' }, { definition: ' ' }, {}];
  const scores = rescore(form({ indicators: rows }), rulebook, '');
  expect(scores.indicators.map(({ rule }) => rule.words)).toEqual([
    '成本',
    '有解释',
    '没有公开的评分规则，由人工判断',
    '没有公开的评分规则，由人工判断',
  ]);
});

describe('the rulebook for a form', () => {
  const own: Rulebook = { ...FALLBACK, id: 'own', name: '本地规则', fits: [{ lacks: ['weight', 'definition'] }] };

  test('lacks all the columns that it must lack, and says so', () => {
    const choice = chooseRulebook(form({ indicators: [], columns: { target: '目标值' } }), [own]);
    expect([choice.rulebook.id, choice.why]).toEqual(['own', '没有分值一列，与“本地规则”一致。']);
    const columns = { target: '目标值', weight: '分值' };
    expect(chooseRulebook(form({ indicators: [], columns }), [own]).rulebook.id).not.toBe('own');
  });
});

test.each([
  ['群众投诉率（%）', 'presumed-lower'],
  ['群众投诉件数。；', 'presumed-lower'],
  ['群众投诉率：', 'presumed-lower'],
  [`${'某'.repeat(80)}投诉率`, 'presumed-lower'],
  ['服务覆盖率（%）', 'presumed-higher'],
])('what %s counts is known by how its name ends: %s', (name, direction) => {
  expect(directionOf(indicator({ name }), null)).toBe(direction);
});
