import { completionRate } from '../../src/checks/completion-rate';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { form } from '../support/reckonedForms';

/** A column of percentages without their sign, one of them below 1 %. */
const small = (rate: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|偏差率（%）|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|15|60|60|
效益指标|社会效益指标|惠及户数|≥1800户|1816户|${rate}|40|40|
总分||||||100|100|`);

/** Targets without a sign, the last of them with this rate. */
const unsigned = (name: string, rate: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|完成率|分值|得分|未完成原因
产出指标|数量指标|培训人次|200人次|230人次|115%|30|30|
产出指标|数量指标|发放手册|1000册|1100册|110%|30|30|
产出指标|数量指标|${name}|12000人|11400人|${rate}|40|38|人手不足，下一步加强组织。
总分||||||100|98|`);

export default cases(completionRate, {
  valid: [
    { name: '完成率', sheet: form('完成率', '115%', '90%') },
    { name: '没有写符号的完成率', sheet: unsigned('检查人数', '95%') },
    { name: '完成率封顶', sheet: form('完成率（%）', '100', '90') },
    { name: '完成率保留一位小数', sheet: form('完成程度', '115.0%', '90.0%') },
    { name: '越低越好的完成率各有算法', sheet: form('完成率', '115%', '90%', ['≤10件', '11件']) },
    { name: '越低越好的完成率，另一种算法', sheet: form('完成率', '115%', '90.91%', ['≤10件', '11件']) },
    { name: '偏差率带符号', sheet: form('偏差率', '15%', '-10%') },
    { name: '偏差率不带符号', sheet: form('偏离度', '15%', '10%') },
    { name: '偏差是与指标值相差多少', sheet: form('偏差', '30', '-9', ['≥90%', '81%']) },
    { name: '相差的百分点带百分号', sheet: form('偏差值', '30', '-9.0%', ['≥90%', '81%']) },
    { name: '相差的不带符号', sheet: form('偏差情况（%）', '30', '9', ['≥90%', '81%']) },
    { name: '没有复核得分的差额', sheet: form('差额', '30', '-9', ['≥90%', '81%']) },
    { name: '越低越好的相差多少', sheet: form('偏差', '30', '0.15', ['≤1.5万元', '1.65万元']) },
    { name: '完成率写成小数，保留一位', sheet: form('完成率', '1.2', '0.9') },
    { name: '一栏都写百分数的，不足 1% 的也是', sheet: small('0.89') },
    { name: '完成值只有文字', sheet: form('完成率', '115%', '85%', ['明显提高', '明显提高']) },
  ],
  invalid: [
    {
      name: '没有写符号的完成率算错，其他行看得出算法',
      sheet: unsigned('检查人数', '98%'),
      findings: [{ cell: 'F5', message: 'completion', severity: 'warning', expected: '95%' }],
    },
    {
      name: '没有写符号，看不出越多越好的只问',
      sheet: unsigned('失业人数', '98%'),
      findings: [{ cell: 'F5', message: 'completion', severity: 'info' }],
    },
    {
      name: '完成率算错',
      sheet: form('完成率', '105%', '90%'),
      findings: [{ cell: 'F3', message: 'completion', severity: 'warning', expected: '115%', found: '105%' }],
    },
    {
      name: '完成率差一点，超出写出的小数位',
      sheet: form('完成率', '116.2%', '90%'),
      findings: [{ cell: 'F3', message: 'completion', severity: 'warning', expected: '115%', found: '116.2%' }],
    },
    {
      name: '完成率正好差一个百分点',
      sheet: form('完成率（%）', '115', '89'),
      findings: [{ cell: 'F4', message: 'completion', severity: 'warning', expected: '90%', found: '89' }],
    },
    {
      name: '不足 1% 的偏差率算错',
      sheet: small('0.98'),
      findings: [{ cell: 'F4', message: 'deviation', severity: 'warning', expected: '0.89%', found: '0.98' }],
    },
    {
      name: '达到指标值的完成率不是它的倒数',
      sheet: form('完成率', '115%', '111.1%'),
      findings: [{ cell: 'F4', message: 'completion', severity: 'warning', expected: '90%' }],
    },
    {
      name: '越低越好的完成率与各种算法都不符',
      sheet: form('完成率', '115%', '70%', ['≤10件', '11件']),
      findings: [{ cell: 'F4', message: 'completion', severity: 'info', expected: '110%' }],
    },
    {
      name: '比率指标的完成率就是完成值，只问',
      sheet: form('完成率', '115%', '81%'),
      findings: [{ cell: 'F4', message: 'completion', severity: 'info', expected: '90%', found: '81%' }],
    },
    {
      name: '偏差率算错',
      sheet: form('偏差率', '5%', '-10%'),
      findings: [{ cell: 'F3', message: 'deviation', severity: 'warning', expected: '15%' }],
    },
    {
      name: '其他行是相差多少，这一行不是',
      sheet: form('偏差', '30', '-19', ['≥90%', '81%']),
      findings: [{ cell: 'F4', message: 'difference', severity: 'warning', expected: '-9', found: '-19' }],
    },
    {
      name: '没有一行看得出偏差怎样算',
      sheet: form('偏差', '7', '-19', ['≥90%', '81%']),
      findings: [
        { cell: 'F3', message: 'deviation', severity: 'info', expected: '15%' },
        { cell: 'F4', message: 'deviation', severity: 'info', expected: '-10%' },
      ],
    },
  ],
});
