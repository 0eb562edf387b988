import { CHECKS } from '../../src/checks';
import { budgetBlock, type TestForm, type TestIndicator } from '../support/form';
import { findingsOf } from '../support/rows';

const ROW = {
  name: '预算执行率',
  path: ['产出指标', '数量指标'],
  weight: 100,
  stated: 100,
  definition: '预算执行数与预算数的比率。',
  standard: '按完成率×分值计分',
  target: '≥95%',
  actual: '100%',
  evidence: '预算数为100万元，执行数为100万元，执行率为100%。',
} satisfies TestIndicator;

const LINE = { initial: 100, budget: 100, spent: 100, rate: 1 };

const loud = (given: TestForm) =>
  findingsOf(CHECKS, given)
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, message }) => `${check} ${message}`);

const without = (...keys: (keyof typeof ROW)[]): TestIndicator =>
  Object.fromEntries(Object.entries(ROW).filter(([key]) => !keys.some((one) => one === key)));

const every = Object.keys(ROW).flatMap((key) => (Object.hasOwn(ROW, key) ? [key as keyof typeof ROW] : []));

test.each(every)('a table without a column for %s raises nothing', (key) => {
  expect(loud({ indicators: [without(key)], budget: budgetBlock([LINE]) })).toEqual([]);
});

test.each(every)('nor one of which only the name and %s are left', (key) => {
  const row = { name: ROW.name, [key]: ROW[key] };
  expect(loud({ indicators: [row] })).toEqual([]);
  expect(loud({ indicators: [row], budget: budgetBlock([{}]) })).toEqual([]);
});

test.each(['initial', 'budget', 'spent', 'rate'] as const)('nor a line of the money without %s', (key) => {
  const line = Object.fromEntries(Object.entries(LINE).filter(([name]) => name !== key));
  for (const one of [line, key === 'rate' ? {} : { [key]: LINE[key] }]) {
    expect(loud({ indicators: [ROW], budget: budgetBlock([one]) })).toEqual([]);
    expect(loud({ indicators: [ROW], budget: budgetBlock([LINE, { ...one, role: 'part' }]) })).toEqual([]);
    expect(loud({ indicators: [], budget: budgetBlock([{ ...one, role: 'part', group: '按资金来源' }]) })).toEqual([]);
  }
});

test('nor a form that is not filled in, or that holds nothing at all', () => {
  expect(loud({ indicators: [] })).toEqual([]);
  expect(loud({ indicators: [{ name: '培训人次' }, { name: '培训场次' }] })).toEqual([]);
});
