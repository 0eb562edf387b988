import { directionOf } from '../../src/scoring/direction';
import { inOneUnit } from '../../src/scoring/sameUnit';
import type { Relation } from '../../src/words/quantity';
import { form, quantity } from '../support/form';

function direction(name: string, relation: Relation | null = null, level2 = '数量指标'): string {
  const [indicator] = form({ indicators: [{ name, path: ['产出指标', level2] }] }).indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return directionOf(indicator, relation);
}

test.each<[string, Relation, string]>([
  ['投诉率', '>=', 'higher'],
  ['投诉率', '>', 'higher'],
  ['培训人数', '<', 'lower'],
  ['培训人数', '<=', 'lower'],
  ['培训人数', '=', 'exact'],
  ['安全事故发生率', '=', 'exact-cost'],
  ['单位成本', '=', 'exact-cost'],
  ['成本节约率', '=', 'exact'],
])('%s with the sign %s: %s', (name, relation, expected) => expect(direction(name, relation)).toBe(expected));

test.each([
  ['投诉率', 'low-name'],
  ['投诉率（%）', 'low-name'],
  ['（年度）投诉率', 'low-name'],
  ['投诉率：', 'low-name'],
  ['违法案件数', 'low-name'],
  ['查处违法案件数', 'unknown'],
  ['投诉办结率', 'unknown'],
  ['事故演练次数', 'unknown'],
  ['单位成本', 'cost'],
  ['成本节约率', 'unknown'],
  ['支出实际完成率', 'unknown'],
  ['项目支出金额', 'cost'],
  ['培训人数', 'unknown'],
])('%s without a sign: %s', (name, expected) => expect(direction(name)).toBe(expected));

test.each<[string, Relation | null, string]>([
  ['补助标准', null, 'cost'],
  ['补助标准', '=', 'exact-cost'],
  ['补助标准达标率', null, 'unknown'],
  ['补助标准', '>=', 'higher'],
  ['成本节约额', '>=', 'higher'],
  ['项目总成本', '>=', 'cost'],
  ['设备采购费用', '>', 'cost'],
])('%s among the costs, sign %s: %s', (name, relation, expected) =>
  expect(direction(name, relation, '成本指标')).toBe(expected),
);

describe('a target and an actual value in one unit', () => {
  const pair = (target: string, actual: string): string => {
    const found = inOneUnit(quantity(target), quantity(actual));
    return found === null ? 'none' : `${found.target.toFixed()} ${found.actual.toFixed()}`;
  };

  test.each([
    ['100人次', '100次', '100 100'],
    ['3个', '3项', '3 3'],
    ['10公里', '9000米', '10 9'],
    ['5000元/户·年', '4800元/户', '5000 4800'],
    ['4800元/户', '5000元/户·年', '4800 5000'],
    ['每人5元', '5元', '5 5'],
    ['100人', '100次', 'none'],
    ['3个', '3次', 'none'],
    ['5000元/户', '48元/人', 'none'],
    ['5个', '5元', 'none'],
    ['5户次', '5户', 'none'],
    ['2022年12月', '5个', 'none'],
    ['5个', '很好', 'none'],
    ['', '5个', 'none'],
    ['5个', '', 'none'],
  ])('%s and %s: %s', (target, actual, expected) => expect(pair(target, actual)).toBe(expected));

  // A bare figure is taken in the other's 万 or as it stands, whichever is nearer.
  test.each([
    ['5万元', '5', '50000 50000'],
    ['5', '5万元', '50000 50000'],
    ['5万元', '50000', '50000 50000'],
    ['5万元', '0', '50000 0'],
    ['0万元', '5', '0 5'],
    ['5亿元', '5', '500000000 500000000'],
    ['5千元', '5', '5000 5000'],
    ['5千元', '5000', '5000 5000'],
    ['700万次', '805', '7000000 8050000'],
    ['700万次', '8050000', '7000000 8050000'],
  ])('%s beside %s: %s', (target, actual, expected) => expect(pair(target, actual)).toBe(expected));
});
