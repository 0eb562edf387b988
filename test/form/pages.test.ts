import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { loud } from '../support/wholeForms';

/** Forms in order, each with a fault and the rows of its heading. */
const FORMS: readonly { name: string; rows: string; heading: readonly number[]; fault: readonly [string, string] }[] = [
  {
    name: 'weights that are shares of the heading they stand below',
    rows: `项目支出绩效自评表
（2023年度）
一级指标|权重|三级指标|权重|年度指标值|实际完成值|得分|偏差原因
产出指标|0.5|培训人次|0.3|≥200人次|210人次|15|
||培训期数|0.3|≥5期|4期|12|场地不足，少办1期；下一步提前落实场地。
||合格率|0.4|≥95%|98%|20|
效益指标|0.3|知晓率|0.4|≥80%|92%|12|
||提升率|0.6|≥80%|92%|18|
满意度指标|0.2|满意度|1|≥90%|95%|20|
总分||||||97|`,
    heading: [2],
    fault: ['4期|12|', '4期|15|'],
  },
  {
    name: 'labels with points over the rows below them',
    rows: `预算项目绩效自评表
2023
指标名称|目标|完成|满分|自评|未达标说明
一、产出（60分）
（一）数量（30分）
1.接入测站数|≥120处|126处|20|20
2.巡检次数|≥4次|5次|10|10
（二）质量（30分）
3.数据到报率|≥98%|97.02%|20|19.8|汛期3处测站通信中断，已加装双信道
4.设备完好率|≥90%|95%|10|10
二、效益（40分）
5.预警发布准确率|≥90%|93%|40|40
合计|||100|99.8`,
    heading: [2],
    fault: ['93%|40|40', '83%|40|40'],
  },
  {
    name: 'a list whose numbers say what belongs to what',
    rows: `XX大学2022年度专项经费绩效自评表
编号|指标|目标|完成情况|权重|得分|证明材料页码
1|产出指标|||60|59.4
1.1|数量指标|||40|40
1.1.1|资助创新项目数|40项|42项|25|25|P3-P10
1.1.2|发表论文数|25篇|27篇|15|15|P11-P20
1.2|质量指标|||20|19.4
1.2.1|结题率|100%|97%|20|19.4|P21
2|效益指标|||40|40
2.1|学生获奖数|10项|11项|25|25|P26
2.2|就业率|≥95%|96.2%|15|15|P30
总分||||100|99.4`,
    heading: [1],
    fault: ['11项|25|25', '9项|25|25'],
  },
  {
    name: 'a heading of two rows, of which a page may print the first alone',
    rows: `项目支出绩效自评表
（2023年度）
绩效指标||指标值||分值|得分|偏差原因
一级指标|三级指标|年度指标值|实际完成值|||
产出指标|培训人次|≥200人次|210人次|30|30|
|培训期数|≥5期|4期|20|16|场地不足，少办1期；下一步提前落实场地。
效益指标|知晓率|≥80%|92%|30|30|
|满意度|≥90%|95%|20|20|
总分||||100|96|`,
    heading: [2, 3],
    fault: ['4期|20|16', '4期|20|20'],
  },
];

const checksIn = (rows: readonly string[]) => loud(rows.join('\n')).map((said) => said.split(':')[0]);

describe.each(FORMS)('a heading printed again below any row: $name', ({ rows, heading, fault }) => {
  const printed = rows.split('\n');
  const again = heading.flatMap((_, count) => [heading.slice(0, count + 1)]);
  const last = Math.max(...heading);
  const places = printed.map((_, at) => at).filter((at) => at > last + 1 && at < printed.length);
  const cases = again.flatMap((of) => places.map((at) => [of.length, at] as const));

  test.each(cases)('%i of its rows above row %i', (count, at) => {
    const paged = (text: string) => {
      const lines = text.split('\n');
      return [...lines.slice(0, at), ...heading.slice(0, count).map((row) => lines[row] ?? ''), ...lines.slice(at)];
    };
    expect(checksIn(paged(rows))).toEqual([]);
    expect(checksIn(paged(rows.replace(...fault)))).toEqual(['score-by-rule']);
  });
});

const MARKS = [
  '续表',
  '（续表）',
  '续表1',
  '附表2（续）',
  '接上页',
  '下页续',
  '第2页',
  '第 1 页 共 2 页',
  '第1页/共2页',
  '— 2 —',
  '－12－',
  '————',
  '---|---|---',
];

describe.each(FORMS)('what a printed page adds: $name', ({ rows, heading, fault }) => {
  const printed = rows.split('\n');
  const last = Math.max(...heading);
  const places = printed.map((_, at) => at).filter((at) => at > last + 1 && at < printed.length);
  const pages = [...MARKS, ['第1页', printed[0], printed[1], '续表', ...heading.map((row) => printed[row])].join('\n')];

  test.each(pages)('%s', (mark) => {
    for (const at of places) {
      const paged = (text: string) => text.split('\n').flatMap((line, row) => (row === at ? [mark, line] : [line]));
      expect(checksIn(paged(rows))).toEqual([]);
      expect(checksIn(paged(rows.replace(...fault)))).toEqual(['score-by-rule']);
    }
  });
});

test('合计 of a block above a heading that lacks one of the columns is none of the whole', () => {
  const rows = `项目支出绩效自评表
（2023年度）
一级指标|三级指标|年度指标值|实际完成值|分值|得分|责任科室
产出指标|检查次数|≥20次|22次|20|20|办公室
|检查家数|≥20家|25家|20|20|办公室
合计||||40|40|
一级指标|三级指标|年度指标值|实际完成值|分值|得分|
效益指标|知晓率|≥80%|92%|30|30|宣传科
|满意度|≥80%|92%|30|30|宣传科
合计||||60|60|
总分||||100|100|`;
  expect(loud(rows)).toEqual([]);
  expect(loud(rows.replace('60|60', '60|58'))).toHaveLength(1);
});

test('a heading of other words between two of the same begins a table of its own', () => {
  const forms = review(
    sheetOf(`部门整体支出绩效自评表
（2023年度）
三级指标|指标解释|分值|得分|评分依据
预算编制|编制是否规范|20|20|编制规范
三级指标|年度指标值|分值|得分|实际完成值
培训人次|≥200人次|40|40|210人次
三级指标|指标解释|分值|得分|评分依据
公众参与|是否公开|40|40|已公开
总分||100|100`),
  ).forms;
  expect(forms.map(({ form }) => form.indicators.map(({ target }) => target?.text))).toEqual([
    [undefined, '≥200人次', undefined],
  ]);
});

describe('two projects in one sheet, each summed up by 小计', () => {
  const HEADING = '一级指标|三级指标|指标值|实际完成值|分值|得分|原因分析';
  const SHEET = `绩效自评表
项目1：馆藏文物保护
预算数|80|执行数|76|执行率|95%
${HEADING}
产出|修复文物|≥40件|42件|60|60|
效益|文物展出率|≥15%|13.5%|40|36|展厅改造期间停展两月
小计|<|<|<|100|96|
项目2：免费开放补助
预算数|300|执行数|300|执行率|100%
${HEADING}
产出|免费开放天数|≥300天|310天|60|60|
效益|接待观众|≥50万人次|48万人次|40|38.4|上半年限流
小计|<|<|<|100|98.4|`;
  test('are two forms with totals', () => {
    expect(review(sheetOf(SHEET)).forms.map(({ form }) => form.total?.stated?.text)).toEqual(['96', '98.4']);
    expect(loud(SHEET)).toEqual([]);
  });

  test.each([
    ['100|96|', '100|98|'],
    ['100|98.4|', '100|98.9|'],
    ['40|38.4|', '40|40|'],
  ])('%s instead of %s is found', (right, wrong) => {
    expect(loud(SHEET.replace(right, wrong))).not.toEqual([]);
  });

  test('are one where a total of both follows', () => {
    const both = review(sheetOf(`${SHEET}\n合计|<|<|<|200|194.4|`));
    expect(both.forms).toHaveLength(1);
  });
});
