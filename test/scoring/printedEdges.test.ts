import { Decimal } from 'decimal.js';
import { printedRule } from '../../src/scoring/printed';
import { indicator, type TestIndicator } from '../support/form';

function read(standard: string, weight: number | null = 5, row: TestIndicator = {}) {
  const printed = indicator({ name: '预算调整率', standard, weight, ...row });
  return printedRule(printed, weight === null ? null : new Decimal(weight));
}

/** Bands as `80..90]=3`; a bracket for a bound that belongs to the band where that is not usual. */
function bands(standard: string): string[] | null {
  const rule = read(standard)?.rule;
  if (rule?.kind !== 'tiers') return null;
  return rule.tiers.map(
    ({ low, lowOpen, high, highClosed, points }) =>
      `${low ?? ''}${lowOpen === true ? ')' : ''}..${high ?? ''}${highClosed === true ? ']' : ''}=${points ?? ''}`,
  );
}

test.each([
  ['below the least band, in any order', '80%-90%得3分；≥90%得5分；其余不得分', ['80..90=3', '90..=5', '..80=0']],
  ['the bound itself, where the band leaves it out', '>80%得5分；其余不得分', ['80)..=5', '..80]=0']],
  ['above the greatest band, in any order', '5%-10%得3分；≤5%得5分；其余不得分', ['5)..10]=3', '..5]=5', '10)..=0']],
  ['from the bound on, where the band leaves it out', '<10%得5分；其余不得分', ['..10=5', '10..=0']],
])('the rest is %s', (_, standard, found) => expect(bands(standard)).toEqual(found));

test.each<[string, string, number | null, TestIndicator, string]>([
  ['figures without a unit, for a name that is no rate', '≥9得5分；<9不得分', 5, { name: '培训次数' }, '单位'],
  ['a case among bands', '≥90%得5分；较差得1分', 5, {}, '“较差”读不懂'],
  ['two bands that are open below', '<60%不得分；≤50%得5分', 5, {}, '重叠'],
  ['two deductions', '≤100%得满分；每超过1个百分点扣1分；每低1%扣2分', 5, {}, '合不成'],
  ['a deduction from a part of an unknown weight', '≤100%得60%的分值，每超过1个百分点扣0.5分', null, {}, '合不成'],
  ['a deduction that begins with another', '低于90%扣2分；每降低1个百分点扣0.5分', 5, {}, '合不成'],
  ['a deduction of an unknown weight', '≥90%不扣分；<90%扣2分', null, {}, '没有分值'],
  ['a clause of a paragraph', `${'按照有关规定'.repeat(30)}得5分`, 5, {}, '读不懂'],
  ['very many clauses', '每项加1分；'.repeat(61), 5, {}, '太长'],
  ['a condition that is not understood before a step', '3次以上且每超过1个百分点扣1分', 5, {}, '读不懂'],
])('%s: a person judges, and the reason is said', (_, standard, weight, row, reason) => {
  const found = read(standard, weight, row);
  expect(found?.rule).toBeNull();
  expect(found?.unread).toContain(reason);
});

test('shares of a weight that is not known are a person’s', () => {
  expect(read('制度健全得满分，制度缺失不得分', null)?.rule).toEqual({
    kind: 'judged',
    note: '按表内评分标准，由人工判断',
  });
});

test('full marks for what was reached need a second case that gets none', () => {
  const row = { target: '10个', actual: '8个' };
  expect(read('完成得满分', 5, row)?.rule).toMatchObject({ kind: 'judged' });
  expect(read('完成得5分，部分完成得3分，未完成不得分', 5, row)?.rule).toMatchObject({
    kind: 'judged',
    steps: [0, 3, 5],
  });
  expect(read('完成得5分，未完成不得分', 5, row)?.rule).toMatchObject({ kind: 'target' });
});

test.each([
  [
    'points that each brings',
    '每完成一项得1分，最多5分',
    { kind: 'count', start: 'zero', each: 1, penalty: 0, cap: 5 },
  ],
  ['the whole in other words', '共5分。≥90%得5分；<90%不得分', { kind: 'tiers' }],
])('%s', (_, standard, rule) => expect(read(standard)?.rule).toMatchObject(rule));
