import { describeWhole, loud, type Whole } from '../support/wholeForms';

const TABLE = `一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`;

const ARRIVED = `科技计划项目绩效自评表
资金来源|预算（万元）|实际到位（万元）|实际支出（万元）|结余（万元）|到位率|支出率
财政拨款|300|300|285|15|100%|95%
单位自筹|200|180|180|0|90%|100%
合计|500|480|465|15|96%|96.88%
${TABLE}`;

const LEFT = `部门整体支出绩效自评表
资金（万元）|年初预算数|全年预算数|全年执行数|结转结余|执行率
年度资金总额|1100|1100|1045|55|95%
其中：基本支出|620|620|620|0|100%
项目支出|480|480|425|55|88.54%
${TABLE}`;

const WHOLE: readonly Whole[] = [
  {
    name: '结余 and 到位率 beside the amounts',
    rows: ARRIVED,
    faults: [
      ['480|465|15|96%', '480|465|15|97%', 'budget-parts: “合计”的到位率应为 480 ÷ 500 = 96%'],
      ['180|180|0|90%', '180|180|0|95%', 'budget-parts: “单位自筹”的到位率'],
      ['300|300|285|15', '300|300|285|25', 'budget-parts: “财政拨款”的结余'],
    ],
  },
  {
    name: '类别 over the lines of money, which is a level of indicators elsewhere',
    rows: `部门整体支出绩效自评表
资金（万元）|类别|年初预算数|全年预算数|全年执行数|分值|执行率|得分
|部门支出总额|1100|1100|1045|10|95%|9.5
|其中：基本支出|620|620|620|—|100%|—
|项目支出|480|480|425|—|88.54%|—
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出|数量指标|建设桥梁|≥3座|3座|50|50
|效益|社会效益|受益人口|≥9000人|9300人|40|40
合计||||||100|99.5`,
    faults: [
      ['425|—|88.54%', '435|—|88.54%', 'budget-parts: '],
      ['95%|9.5', '95%|9.8', 'execution-score: '],
    ],
  },
  {
    name: '结转结余 that is left of the budget',
    rows: LEFT,
    faults: [
      ['1045|55', '1045|65', 'budget-parts: “年度资金总额”的结转结余应为 1100 − 1045 = 55'],
      ['425|55', '425|45', 'budget-parts: “项目支出”的结转结余'],
      ['620|620|0', '620|620|10', 'budget-parts: “其中:基本支出”的结转结余'],
    ],
  },
];

describeWhole(WHOLE);

test('a wrong amount is told once', () => {
  expect(loud(ARRIVED.replace('合计|500|480', '合计|500|490'))).toHaveLength(1);
});

test.each([
  ['money of former years', LEFT.replace('结转结余', '上年结转')],
  ['money of which nobody knows what it is left of', LEFT.replace('1045|55', '1045|95').replace('425|55', '425|95')],
])('%s is accused of nothing', (_, rows) => {
  expect(loud(rows)).toEqual([]);
});
