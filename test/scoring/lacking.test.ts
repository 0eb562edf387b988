import { Decimal } from 'decimal.js';
import { BUILT_IN, chooseRulebook, rescore } from '../../src/scoring';
import { valueAt } from '../../src/scoring/edit';
import { nameAt } from '../../src/scoring/places';
import { readRulebook } from '../../src/scoring/readRulebook';
import type { Rule, Rulebook } from '../../src/scoring/rulebook';
import { inOneUnit } from '../../src/scoring/sameUnit';
import { budgetBlock, form, quantity, type TestForm, type TestIndicator } from '../support/form';

const GENERAL = chooseRulebook(form({ indicators: [] })).rulebook;

function withRule(rule: Rule, change: Partial<Rulebook> = {}): Rulebook {
  return { ...GENERAL, ...change, indicators: [{ match: {}, rule }] };
}

function scored(row: TestIndicator, rulebook: Rulebook, given: Partial<TestForm> = {}) {
  const [score] = rescore(form({ indicators: [row], ...given }), rulebook, '').indicators;
  if (score === undefined) throw new Error('no score');
  return score;
}

function budgetScored(rulebook: Rulebook) {
  const budget = budgetBlock([{ budget: 100, spent: 90, weight: 10, stated: 9 }]);
  return rescore(form({ indicators: [], budget }), rulebook, '').budget;
}

describe('the scored budget line by a rule that needs an indicator is a person’s', () => {
  test.each<[string, Rule]>([
    ['a target', { kind: 'target', below: 'proportion', above: 'either' }],
    ['a printed one', { kind: 'printed' }],
    ['words', { kind: 'qualitative' }],
  ])('%s', (_, execution) => expect(budgetScored({ ...GENERAL, execution })).toMatchObject({ origin: 'judged' }));

  test('a rulebook without a rule for it', () => {
    expect(budgetScored({ ...GENERAL, execution: null })).toMatchObject({ origin: 'judged' });
  });
});

describe('a rule whose figure is not there', () => {
  const tiers: Rule = {
    kind: 'tiers',
    rate: ['actual'],
    unit: '篇',
    tiers: [
      { low: 10, high: null, points: 5 },
      { low: null, high: 10, points: 0 },
    ],
  };

  test('bands in a counting word without an actual value', () => {
    expect(scored({ weight: 5, stated: 5 }, withRule(tiers))).toMatchObject({
      origin: 'judged',
      unread: '依据里没有找到计分所用的数值，请人工判断',
    });
  });

  test.each<[string, Rule]>([
    ['bands', tiers],
    ['words', { kind: 'qualitative' }],
    ['a printed rule', { kind: 'printed' }],
  ])('%s without a weight', (_, rule) => {
    const row = { stated: 5, target: '完成', actual: '完成', standard: '完成得满分，未完成不得分' };
    expect(scored(row, withRule(rule))).toMatchObject({ origin: 'judged', value: new Decimal(5) });
  });

  test('words without an actual value', () => {
    expect(scored({ weight: 5, target: '制度健全' }, withRule({ kind: 'qualitative' })).unread).toBe(
      '没有填写实际完成情况',
    );
    const target = withRule({ kind: 'target', below: 'proportion', above: 'either' });
    expect(scored({ weight: 5, target: '制度健全' }, target).unread).toBe('没有填写实际完成值');
  });
});

test('a rulebook may begin the lowest band where the middle one begins', () => {
  const { unmet, ...bands } = GENERAL.qualitative;
  expect(unmet).toBeDefined();
  const score = scored(
    { weight: 10, stated: 4, target: '完成', actual: '未完成' },
    withRule({ kind: 'qualitative' }, { qualitative: bands }),
  );
  expect(score.accepted.map(({ high }) => high.toString())).toEqual(['5']);
  expect(score.rule.words).toContain('未达成得0至50%（不含）');
});

test('a count with very many steps names none', () => {
  const rule: Rule = { kind: 'count', start: 'zero', each: 0.7, cap: 10, penalty: 0.3, penaltyCap: 10 };
  expect(scored({ weight: 10, stated: 3 }, withRule(rule)).accepted).toEqual([]);
});

test('a deduction shows how its rate came about', () => {
  const rule: Rule = { kind: 'deduction', rate: ['budget'], from: 95, better: 'higher', step: 1, points: 1 };
  const budget = budgetBlock([{ budget: 3, spent: 2.8 }]);
  const score = scored({ name: '预算执行率', weight: 10, stated: 8 }, withRule(rule), { budget });
  expect(score.arithmetic).toBe('2.8 ÷ 3 = 93.33%，10 − 2 × 1 = 8');
});

test('a printed rule is quoted in short', () => {
  const standard = `${'按季度报送，'.repeat(12)}每缺一次扣1分`;
  expect(scored({ weight: 5, standard }, withRule({ kind: 'printed' })).rule.source).toMatch(/…”$/);
});

describe('caps by execution', () => {
  const caps = [
    { below: 80, total: 89 },
    { below: 70, total: 79 },
  ];
  const capBy = (spent: number) => {
    const budget = budgetBlock([{ budget: 100, spent, weight: 10, stated: 1 }]);
    return rescore(form({ indicators: [], budget }), { ...GENERAL, caps }, '').total.cap?.toString();
  };
  test.each([
    [60, '79'],
    [75, '89'],
    [90, undefined],
  ])('%i%% of the budget: %s', (spent, cap) => expect(capBy(spent)).toBe(cap));
});

describe('dates', () => {
  const rule = withRule({ kind: 'target', below: 'proportion', above: 'either' });
  const held = (target: string, actual: string, year?: number) => {
    const score = scored({ weight: 5, stated: 5, target, actual }, rule, year === undefined ? {} : { year });
    return score.unread ?? score.arithmetic;
  };
  test.each<[string, string, string, number | undefined, string]>([
    ['no year anywhere', '6月底前', '5月', undefined, '按期完成'],
    ['a year in one of them', '2022年6月底前', '5月', undefined, '实际完成时间不完整'],
    ['the year of the form', '2022年6月底前', '5月', 2022, '按期完成'],
  ])('%s', (_, target, actual, year, said) => expect(held(target, actual, year)).toContain(said));
});

describe('ranges', () => {
  const rule = withRule({ kind: 'target', below: 'proportion', above: 'either' });
  test.each([
    ['at least, all of it', '≥10%', '10-20%', 'computed'],
    ['at least, not all of it', '≥15%', '10-20%', 'judged'],
    ['at most, all of it', '≤20%', '10-20%', 'computed'],
    ['exactly one figure', '=15%', '10-20%', 'judged'],
    ['within', '10-20%', '12-15%', 'computed'],
    ['against words', '10-20%', '若干', 'judged'],
  ])('%s', (_, target, actual, basis) => {
    expect(scored({ weight: 5, stated: 5, target, actual }, rule).origin).toBe(basis);
  });
});

test('a strict limit that is just reached may get nothing where a miss does', () => {
  const rule = withRule({ kind: 'target', below: 'zero', above: 'zero' });
  const at = (target: string) => scored({ weight: 5, stated: 0, target, actual: '5个' }, rule).arithmetic;
  expect(at('>5个')).toContain('没有超过目标值，不得分');
  expect(at('<5个')).toContain('没有低于目标值，不得分');
});

test('nothing beside nothing in 万 is nothing', () => {
  expect(inOneUnit(quantity('0万元'), quantity('0'))).toMatchObject({ actual: new Decimal(0) });
});

test('what stands at a place of a rulebook, and how it is called', () => {
  const [first] = BUILT_IN;
  expect(valueAt(first, ['name', 0])).toBeUndefined();
  expect(nameAt(['id'])).toBe('代号');
  expect(nameAt(['caps', 0, 'total'])).toBe('总分不超过');
});

test('a file that is no JSON is told where', () => {
  expect(readRulebook('{"a": }')).toMatchObject({
    errors: [{ message: expect.stringMatching(/^第 1 行第 \d+ 列起/) as string }],
  });
});
