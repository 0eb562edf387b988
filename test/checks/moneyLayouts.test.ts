import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';

/** What the year's money is: two sources, and what is wrong with it. */
interface Money {
  readonly budget: number;
  readonly spent: number;
  readonly rate: number;
}

const ITEMS = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`;

const IN_ORDER: Money = { budget: 100, spent: 98, rate: 98 };

/** Ways to print 80 + 20 budgeted and 78 + 20 spent. */
const LAYOUTS: readonly (readonly [string, ({ budget, spent, rate }: Money) => string])[] = [
  [
    'sources that nothing calls parts',
    ({ budget, spent, rate }) => `预算执行情况（万元）|资金来源|预算批复数|实际到位数|实际支出数|预算执行率
|资金总额|${budget}|${budget}|${spent}|${rate}%
|中央补助|80|80|78|97.5%
|地方资金|20|20|20|100%`,
  ],
  [
    'the sum last, under 小计',
    ({ budget, spent, rate }) => `资金执行情况（万元）|资金构成|年度预算|年度支出|支出率
|本级财政|80|78|97.5%
|上级补助|20|20|100%
|小计|${budget}|${spent}|${rate}%`,
  ],
  [
    'pairs over two rows',
    ({ budget, spent, rate }) => `年初预算（万元）|${budget}|调整后预算（万元）|${budget}
实际支出（万元）|${spent}|预算执行率（%）|${rate}`,
  ],
];

const loud = (money: string) => {
  const { forms } = review(sheetOf(`项目支出绩效自评表\n（2023年度）\n${money}\n${ITEMS}`));
  // What only follows from another finding is told with it.
  return forms.flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ check, follows = [] }) => [check, ...follows.map((one) => one.check)]),
  );
};

describe.each(LAYOUTS)('%s', (name, print) => {
  test('in order', () => expect(loud(print(IN_ORDER))).toEqual([]));
  test('a wrong rate', () => expect(loud(print({ ...IN_ORDER, rate: 93 }))).toEqual(['budget-rate']));
  test('more spent than there was', () =>
    expect(loud(print({ budget: 80, spent: 98, rate: 122.5 }))).toContain('budget-spending'));
  if (name === 'pairs over two rows') return;
  test('a budget that is not the sum of its sources', () =>
    expect(loud(print({ budget: 105, spent: 98, rate: 93.33 }))).toContain('budget-parts'));
});
