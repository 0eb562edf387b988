import { partSum } from '../../src/checks/part-sum';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** An item with two rows in detail, each as target and actual value. */
const parted = (whole: string, first: string, second: string, lead = '其中：', other = lead) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|维护电站|${whole}|60|60
||${lead}河东镇|${first}||
||${other}河西镇|${second}||
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`);

export default cases(partSum, {
  valid: [
    { name: '各行之和就是这一项', sheet: parted('26座|26座', '14座|14座', '12座|12座') },
    { name: '换了单位', sheet: parted('2.6万亩|2.6万亩', '14000亩|14000亩', '12000亩|12000亩') },
    {
      name: '这一项写的是整数',
      sheet: parted('≤100万元|95万元', '≤60万元|58.32万元', '≤40万元|36.71万元'),
    },
    { name: '只列了一部分', silent: true, sheet: parted('36座|36座', '14座|14座', '12座|12座') },
    { name: '比率不相加', silent: true, sheet: parted('≥90%|95%', '≥90%|96%', '≥90%|94%') },
    { name: '有一行没有写数', silent: true, sheet: parted('26座|26座', '14座|14座', '全部|全部') },
    { name: '有一行的单位不同', silent: true, sheet: parted('14座|14座', '14座|14座', '12人次|12人次') },
    { name: '只有第一行写“其中”', silent: true, sheet: parted('26座|26座', '14座|14座', '13座|13座', '其中：', '') },
    {
      name: '只有一行，不是全部',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|维护电站|26座|26座|60|60
||其中：河东镇|26座|20座||
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`),
    },
  ],
  invalid: [
    {
      name: '有一行的指标值是不少于',
      sheet: parted('26座|26座', '≥14座|140座', '12座|12座'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info', expected: '152' }],
    },
    {
      name: '完成值不是各行之和，指标值是',
      sheet: parted('26座|26座', '14座|140座', '12座|12座'),
      findings: [
        { cell: 'E3', message: 'differs', severity: 'warning', expected: '152', found: '26座', related: ['E4', 'E5'] },
      ],
    },
    {
      name: '各行的指标值都是不少于，完成值未必是各行之和',
      sheet: parted('≥200座|230座', '≥50座|60座', '≥150座|150座'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info', expected: '210' }],
    },
    {
      name: '“其中”各行之和比这一项还多',
      sheet: parted('26座|26座', '14座|14座', '13座|13座'),
      findings: [{ cell: 'D3', message: 'differs', severity: 'info', expected: '27' }],
    },
  ],
});
