import { sheetOf } from '../fixtures/corpus/read';
import { only, rows } from '../support/recognised';

const TITLE = '项目支出绩效自评表';
const itemsOf = (text: string) => rows(only(sheetOf(`${TITLE}\n${text}`))).map((line) => line.split(' ').slice(0, 3));

/** Items in cells that hold nothing but texts, in a table whose classes are printed in each row. */
const inTexts = (name: string, [target, actual]: readonly [string, string], standard: string) => `
绩效指标|一级指标|二级指标|指标名称|计划指标值|实际达到值|评分规则|分值|得分系数|实得分|未完成原因
绩效指标|产出指标|质量指标|合格率|≥99%|99%|达到99%得满分|'60|100%|'60|无
绩效指标|产出指标|质量指标|${name}|${target}|${actual}|${standard}|'10|100%|'10|无
绩效指标|效益指标|社会效益指标|知晓率|≥90%|94%|达到90%得满分|'30|100%|'30|无
合计|||||||100||100|`;

test.each([
  ['课程建设达标情况', ['达到省级标准', '达到省级标准'], '达到预期得满分，未达到不得分'],
  ['促进教育公平', ['成效显著', '达成预期指标'], '达到预期得满分，未达到不得分'],
  ['满意度得分情况', ['目标值', '完成值'], '完成情况'],
] as const)('an item in words like those of headings is no heading: %s', (name, values, standard) => {
  const paths = ['产出指标/质量指标/合格率', `产出指标/质量指标/${name}`, '效益指标/社会效益指标/知晓率'];
  expect(itemsOf(inTexts(name, values, standard))).toEqual([
    [paths[0], '60', '60'],
    [paths[1], '10', '10'],
    [paths[2], '30', '30'],
  ]);
});

const MONEY = `资金（万元）||年初批复数|全年预算金额|决算数|分值|执行率|得分
|年度资金总额|120|120|108|10|90%|9`;
const BELOW_TOTAL = `
一级指标|二级指标|三级指标|绩效标准|完成值|得分|分值|原因
合计|<|<|||98|100|
产出指标|质量指标|档案差错率|不超过0.5%|0.5|40|40|
^|时效指标|项目按期完成率|不低于95%|95|9|10|一次延期
小计|<|<|||49|50|
效益指标|生态效益|污水处理率|不低于95%|99|40|40|
小计|<|<|||40|40|`;
const TASKS = `
任务名称||预算数|执行数|执行率
|购置设备|80|72|90%
|开展培训|40|36|90%`;

test.each([
  ['items below their total', BELOW_TOTAL, []],
  ['items below their total, with tasks behind them', BELOW_TOTAL + TASKS, ['购置设备', '开展培训']],
])('no row of %s is money', (_, text, labels) => {
  const { otherMoney } = only(sheetOf(`${TITLE}\n${MONEY}${text}`));
  expect(otherMoney.flatMap(({ lines }) => lines.map(({ label }) => label.value))).toEqual(labels);
});
