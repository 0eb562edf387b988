import { Decimal } from 'decimal.js';
import type { Rule } from '../../src/scoring/rulebook';
import { printedRule } from '../../src/scoring/printed';
import { readCondition } from '../../src/scoring/printed/condition';
import { shapeOf } from '../../src/words/shape';
import { indicator, type TestIndicator } from '../support/form';

const RATE = ['actual', 'evidence'] as const;

function read(standard: string, weight: number | null, row: TestIndicator = {}) {
  const given = indicator({ name: '预算调整率', standard, ...(weight === null ? {} : { weight }), ...row });
  return printedRule(given, weight === null ? null : new Decimal(weight));
}

const judged = (...steps: number[]): Rule => ({
  kind: 'judged',
  note: '按表内评分标准，由人工判断',
  ...(steps.length === 0 ? {} : { steps }),
});

const deduction = (from: number, better: 'higher' | 'lower', points: number): Rule => ({
  kind: 'deduction',
  rate: RATE,
  from,
  better,
  step: 1,
  points,
});

describe('from where points are taken off', () => {
  test.each<[string, Rule]>([
    ['低于90%每降低1个百分点扣0.2分', deduction(90, 'higher', 0.2)],
    ['≤100%计5分；超过100%部分每超过1个百分点扣0.5分', deduction(100, 'lower', 0.5)],
    ['以100%为标准。每超过一个百分点扣0.5分', deduction(100, 'lower', 0.5)],
    ...['≥90%得5分，每低1个百分点扣0.5分，据此赋分', '按档赋分，≥90%得5分，每低1个百分点扣0.5分'].map(
      (standard): [string, Rule] => [standard, deduction(90, 'higher', 0.5)],
    ),
  ])('%s', (standard, rule) => expect(read(standard, 5)?.rule).toEqual(rule));

  test.each([
    ['≤100%计5分，每超过一个百分点扣0.5分；每降低一个百分点扣1分', '合不成一条规则'],
    ['≤100%计5分；≤110%计3分，每超过1个百分点扣0.5分', '合不成一条规则'],
    ['≤100%计5分，每超过一个百分点扣0.5分；①②各1分', '合不成一条规则'],
    ['≤100%计5分，每超过一个百分点扣0.5分；每发现一项扣1分', '合不成一条规则'],
    ['≤100%得50%的分值，每超过一个百分点扣0.5分', '满分2.5分与分值5分不同'],
    ['超过100%且情况严重的每超过一个百分点扣0.5分', '读不懂'],
  ])('%s is left to a person', (standard, reason) => {
    const found = read(standard, 5);
    expect([found?.rule, found?.unread.includes(reason)]).toEqual([null, true]);
  });
});

describe('what is counted', () => {
  const count = (more: object): Rule => ({ kind: 'count', start: 'zero', each: 0, penalty: 0, ...more });

  test.each<[string, Rule]>([
    ['每发现一项扣1分，最多不超过3分', count({ start: 'weight', penalty: 1, penaltyCap: 3 })],
    ['每项加1分，最多不超过2分；每例扣1分，最多不超过3分', count({ each: 1, cap: 2, penalty: 1, penaltyCap: 3 })],
    ['每项加1分，最多加2分；每例加1分，最多加2分', count({ each: 1, cap: 2 })],
  ])('%s', (standard, rule) => expect(read(standard, 5)?.rule).toEqual(rule));

  test.each([
    ['每项加1分；完成得满分', '合不成一条规则'],
    ['每项扣1分，每例扣2分', '不止一种'],
    ['由评委打分；每多1篇加0.5分，最高加5分', '由人工判断'],
    ['由考核组打分；每多1篇加0.5分，最高加5分', '由人工判断'],
  ])('%s is left to a person', (standard, reason) => {
    const found = read(standard, 5);
    expect([found?.rule, found?.unread.includes(reason)]).toEqual([null, true]);
  });
});

describe('parts that are added up', () => {
  test.each<[string, number, Rule]>([
    ['1、甲得10分；2、乙得2分。', 12, judged(0, 2, 10, 12)],
    ['1、制度健全得3分', 3, judged()],
    ['1、制度健全得3分；较好得2分', 3, judged(2, 3)],
    ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬各1分', 13, judged(...Array.from({ length: 14 }, (_, points) => points))],
    // So many sums that their names would be no help.
    ['①②各1分；①②各1.1分；①②各1.3分；①②各1.7分；①②各2.3分', 14.8, judged()],
  ])('%s', (standard, weight, rule) => expect(read(standard, weight)?.rule).toEqual(rule));

  test('more clauses than any rule has are not read', () => {
    expect(read('完成得1分；'.repeat(61), 5)).toMatchObject({ rule: null, unread: '评分标准太长' });
  });
});

describe('all or nothing, where target and actual value stand in the row', () => {
  const row = { target: '10个', actual: '8个' };
  test.each<[string, TestIndicator, Rule]>([
    ['完成得满分，未完成不得分', row, { kind: 'target', below: 'zero', above: 'zero' }],
    ['完成得满分，未完成不得分', { target: '10个', actual: ' ' }, judged(0, 5)],
    ['1、完成得5分；2、未完成不得分', row, judged(0, 5)],
    ['完成得满分，未完成不得分；部分完成得1分', row, judged(0, 1, 5)],
    ['较好得满分，较差不得分', row, judged(0, 5)],
    ['完成得满分，未完成得1分', row, judged(1, 5)],
    ['完成得2分，优秀得5分', row, judged(2, 5)],
    ['完成得满分', row, judged()],
  ])('%s with %j', (standard, more, rule) => expect(read(standard, 5, more)?.rule).toEqual(rule));
});

describe('bands, in whatever order', () => {
  test.each<[string, object[]]>([
    [
      '80%-90%得3分；≥90%得5分；其余不得分',
      [
        { low: 80, high: 90, points: 3 },
        { low: 90, high: null, points: 5 },
        { low: null, high: 80, points: 0 },
      ],
    ],
    [
      '5%-10%得3分；≤5%得5分；其余不得分',
      [
        { low: 5, lowOpen: true, high: 10, highClosed: true, points: 3 },
        { low: null, high: 5, highClosed: true, points: 5 },
        { low: 10, lowOpen: true, high: null, points: 0 },
      ],
    ],
    [
      '>80%得5分；其余不得分',
      [
        { low: 80, lowOpen: true, high: null, points: 5 },
        { low: null, high: 80, highClosed: true, points: 0 },
      ],
    ],
    [
      '<10%得5分；其余不得分',
      [
        { low: null, high: 10, points: 5 },
        { low: 10, high: null, points: 0 },
      ],
    ],
  ])('%s', (standard, tiers) => expect(read(standard, 5)?.rule).toEqual({ kind: 'tiers', rate: RATE, tiers }));
});

describe('by proportion', () => {
  test.each(['≤100%得满分；按完成率×分值计分', '①②各1分；按完成率×分值计分'])('%s is left to a person', (standard) => {
    const found = read(standard, 5);
    expect([found?.rule, found?.unread.includes('按比例计分的基数')]).toEqual([null, true]);
  });
});

test.each<[string, Rule]>([
  ['≤100%计5分，每超过一个百分点扣0.5分', deduction(100, 'lower', 0.5)],
  ['完成得满分；未完成不得分', judged()],
  ['1、甲得1分；2、乙得2分', judged(0, 1, 2, 3)],
  ['得分=执行率×3分', { kind: 'proportion', rate: RATE }],
  [
    '本项满分5分。≥90%得5分；其余得2分',
    {
      kind: 'tiers',
      rate: RATE,
      tiers: [
        { low: 90, high: null, points: 5 },
        { low: null, high: 90, points: 2 },
      ],
    },
  ],
])('without a weight beside it the rule is read as it is printed: %s', (standard, rule) => {
  expect(read(standard, null)?.rule).toEqual(rule);
});

test('a part of a weight that is not known can not be taken off', () => {
  const found = read('≤100%得50%的分值，每超过一个百分点扣0.5分', null);
  expect([found?.rule, found?.unread]).toEqual([null, '评分标准的几个部分合不成一条规则，请人工判断']);
});

test.each([
  ['=80%且<90%得3分', 80, 80, '且<90%得3分'],
  ['=80%且≥90%得3分', 80, 80, '且≥90%得3分'],
  ['80%≤完成率<90得4分', 80, 90, '得4分'],
])('%s: a condition ends before what does not belong to it', (clause, low, high, rest) => {
  const shape = shapeOf(clause);
  const found = readCondition(shape);
  expect([
    found?.condition?.low?.at,
    found?.condition?.high?.at,
    shape.written(found?.end ?? 0, shape.text.length),
  ]).toEqual([low, high, rest]);
});
