import { sampleForm } from '../../src/workbench/sample';
import { only } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

const TABLE: TestCell[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '养护里程', '≥12公里', '12公里', 100, 100, null],
];

function narrative(...above: TestCell[][]) {
  return only(sheet([['项目支出绩效自评表'], ...above, ...TABLE])).narrative;
}

describe('the question why the goals were missed', () => {
  test('an unanswered one has a place', () => {
    const row = ['年度整体绩效目标', '办好事项', '整体绩效目标完成情况', '已办', '未能完成原因', null];
    expect(narrative(row).shortfallReason).toMatchObject({ value: '', cell: { row: 1, column: 5 } });
  });

  test('偏差原因 in a row of its own asks it too', () => {
    expect(narrative(['偏差原因', '雨季停工']).shortfallReason).toMatchObject({ value: '雨季停工' });
  });

  test.each<[string, TestCell]>([
    ['not filled in', null],
    ['filled in', '尾款未付'],
  ])('a column 偏差原因 of the money, %s, does not ask it', (_, reason) => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '偏差原因'],
        [null, '年度资金总额', 120, 90, '75%', reason],
        ...TABLE,
      ]),
    );
    expect(form.narrative.shortfallReason).toBeNull();
    expect(form.budget?.evidence).toMatchObject({ text: reason ?? '', cell: { row: 2, column: 5 } });
  });

  test('nor does one in the last column of the sheet', () => {
    const headings = ['全年预算数', '全年执行数', '执行率', null, null, null, null, '偏差原因'];
    expect(narrative(headings, [120, 90, '75%', null, null, null, null, '尾款未付']).shortfallReason).toBeNull();
  });

  test('an answer beside it, in a row of pairs, is one', () => {
    const row = ['全年预算数', 120, '全年执行数', 90, '偏差原因', '尾款未付'];
    expect(narrative(row).shortfallReason?.value).toBe('尾款未付');
  });

  test('nor does one beside pairs of labels and figures', () => {
    expect(narrative(['全年预算数', 120, '全年执行数', 90, '偏差原因', null]).shortfallReason).toBeNull();
  });
});

test('a sentence that names the target values is no heading of a table', () => {
  const { snapshot } = sampleForm(new Map([['J5', '年度目标中，“热线接通率”没有完成，由于来电增长；已增加坐席。']]));
  const form = only(snapshot);
  expect(form.headers.map(({ row }) => row)).toEqual([10, 32]);
  expect(form.indicators).toHaveLength(39);
});
