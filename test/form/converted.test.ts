import { review } from '../../src/review';
import { cellsOf, sheetOfCells } from '../fixtures/corpus/read';
import { describeWhole } from '../support/wholeForms';

/** Forms as a converter, a scanner or a bilingual office leaves them. */
describeWhole([
  {
    name: 'labels of money with a space behind every character',
    rows: `社会保险基金绩效自评表
（2023年度）
基金收支(万元)|预算数|执行数|完成率
基 金 收 入|52000|53100|102.12%
基 金 支 出|41000|40500|98.78%
三级指标|指标值|完成值|分值|得分|说明
参 保 人 数|≥21万人|21.3万人|60|60|
满 意 度|≥90%|92%|40|40|
合 计|||100|100|`,
    faults: [
      ['40500|98.78%', '40500|97.78%', 'budget-rate'],
      ['92%|40|40', '82%|40|40', 'score-by-rule'],
    ],
  },
  {
    name: 'labels with their translation behind them',
    rows: `项目支出绩效自评表
（2023年度）
一级指标 གནས་རིམ་དང་པོ།|三级指标|年度指标值 ལོ་འདིའི།|实际完成值 ངོས།|分值 སྐར་གྲངས།|得分 ཐོབ།|原因 རྒྱུ་མཚན།
产出指标|建设村数|≥5个|5个|50|50|
效益指标|受益群众|≥1200人|1100人|40|36.67|搬迁推迟；年内完成入住
满意度指标|群众满意度|≥90%|97%|10|10|
总分 བསྡོམས།||||100|96.67|
单位负责人：|张三||2024|3|20|`,
    faults: [
      ['40|36.67', '40|40', 'score-by-rule'],
      ['100|96.67', '100|97.67', 'total-sum'],
    ],
  },
  {
    name: 'a total in the row below its label',
    rows: `项目支出绩效自评表
（2023年度）
一级指标|三级指标|指标值|完成值|分值|得分|原因
产出指标|培训人次|≥200人次|210人次|50|50|
效益指标|知晓率|≥80%|76%|40|38|宣传不足；加强宣传
满意度指标|满意度|≥90%|95%|10|10|

三、自评总分
98分`,
    faults: [
      ['98分', '98.9分', 'total-sum'],
      ['40|38', '40|40', 'score-by-rule'],
    ],
  },
  ...['项目', '考评事项', '工作'].map((heading) => ({
    name: `items below ${heading}, with points and words alone`,
    rows: `市直单位预算绩效自评表
2023年度
${heading}|分值|自评分|说明
绩效目标申报|30|30|按时
绩效监控|30|30|按时
绩效自评|40|40|按时
扣分项：审计发现问题|0|-2|审计发现1个问题，扣2分
最终得分|100|98|`,
    faults: [
      ['100|98', '100|97', 'total-sum'],
      ['30|30|按时', '30|32|按时', 'score-range'],
    ] as const,
  })),
  ...['2021年完成|2022年完成|2023年完成', '二〇二一年完成|二〇二二年完成|二〇二三年完成'].map((years) => ({
    name: `three years with what they come to: ${years}`,
    rows: `中期绩效自评表（三年期项目）
项目名称：数字乡村建设（2021—2023年）
一级指标|三级指标|${years}|累计完成|总目标值|分值|得分
产出指标|建成站点数（个）|10|12|9|31|≥30|40|40
|培训人数（人）|200|250|260|710|≥700|30|30
效益指标|惠及农户（户）|1000|1500|1600|4100|≥4000|30|30
合计|||||||100|100`,
    faults: [
      ['12|9|31', '12|9|33', 'period-sum'],
      ['1600|4100', '1400|3900', 'score-by-rule'],
    ] as const,
  })),
]);

test.each([
  ['20↵16', '100|96', []],
  ['20↵16', '100|98', ['total-sum']],
  ['20↵26', '100|106', ['score-range']],
])('several items in one row, each with its points on a line of its own: %j', (scores, total, checks) => {
  const rows = cellsOf(`项目支出绩效自评表
（2023年度）
一级指标|三级指标|指标值|完成值|分值|得分|原因
产出指标|培训人次↵培训期数|≥200人次↵≥5期|210人次↵4期|20↵20|${scores}|少办1期，场地不足；下一步落实场地
|合格率|≥95%|97%|20|20|
效益指标|知晓率|≥80%|92%|30|30|
满意度指标|满意度|≥90%|92%|10|10|
总分||||${total}|`).map((row) => row.map((text) => text.replaceAll('↵', '\n')));
  const { forms } = review(sheetOfCells(rows));
  const loud = forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));
  expect(loud.map(({ check }) => check)).toEqual(checks);
});

const totalled = (scores: string, below: string, row = '总分') =>
  sheetOfCells(
    cellsOf(`项目支出绩效自评表
（2023年度）
一级指标|三级指标|指标值|完成值|分值|得分|原因
产出指标|培训人次|≥200人次|210人次|60|${scores}|
效益指标|知晓率|≥80%|92%|30|30|
满意度指标|满意度|≥90%|92%|10|10|
${row}
${below}`).map((cells) => cells.map((text) => text.replaceAll('↵', '\n'))),
  );

test.each([
  ['98', '98'],
  ['|||||98', '98'],
  ['3', undefined],
  ['|||||3', undefined],
  ['||98', undefined],
])('below a total without a figure %j is the total, or the number of a page: %s', (below, total) => {
  const { forms } = review(totalled('60', below));
  expect(forms[0]?.form.total?.stated?.value?.toString()).toBe(total);
  const said = forms.flatMap(({ findings }) => findings.map(({ check }) => check));
  expect(said.includes('total-sum')).toBe(total !== undefined);
});

test.each([
  ['30↵30', '60'],
  ['30↵28', undefined],
  ['60↵58', undefined],
])('two scores in the cell of one row of 60, %j, are added up where they come to that: %s', (scores, score) => {
  const { forms } = review(totalled(scores, '', '总分||||100|98'));
  expect(forms[0]?.form.indicators[0]?.stated?.value?.toString()).toBe(score);
});
