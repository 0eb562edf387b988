import { rowReckoning } from '../../src/checks/row-reckoning';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** Two rows of 60 and 40 points with one column that is reckoned from the others. */
const form = (
  heading: string,
  first: string,
  second: string,
  [target, actual]: readonly [string, string] = ['≥90%', '81%'],
) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|${heading}|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|${first}|60|60|
效益指标|社会效益指标|知晓率|${target}|${actual}|${second}|40|36|宣传不够。改进措施：多宣传
总分||||||100|96|`);

/** What was reached in each half of the year, and in the year. */
const halves = (first: string, second: string, actual: string, other = '210人次') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|上半年完成值|下半年完成值|全年完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|90|120|${other}|60|60|
效益指标|社会效益指标|服务人数|≥300人|${first}|${second}|${actual}|40|40|
总分|||||||100|100|`);

const taken = (row: string) =>
  sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|扣分原因
培训人次|≥200人次|210人次|60|0|
知晓率|≥90%|81%|40|4|宣传不够
${row}`);

const reviewed = (difference: string, total: string, first = '-1') =>
  sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|复核得分|差异|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|40|39|${first}|
产出指标|质量指标|合格率|≥90%|81%|20|18|18|0|设备老化
效益指标|社会效益指标|知晓率|≥90%|81%|40|36|35.5|${difference}|宣传不够
总分|||||100|94|${total}|`);

/** The same with 10 points for the execution of the budget, of which the form has 9; the reviewer gives the indicators 85. */
const withMoney = (total: string) =>
  sheetOf(`项目支出绩效自评表
项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|100|100|90|10|90%|9
一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|复核得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|49|
效益指标|社会效益指标|知晓率|≥90%|81%|40|36|36|宣传不够。改进措施：多宣传
总分|||||100|95|${total}|`);

export default cases(rowReckoning, {
  valid: [
    { name: '扣分是分值减得分', sheet: form('扣分', '0', '4') },
    { name: '扣分写成负数', sheet: form('扣分值', '0', '-4') },
    { name: '没有扣分的不写', sheet: form('失分', '', '4') },
    { name: '完成率', sheet: form('完成率', '115%', '90%') },
    { name: '完成率封顶', sheet: form('完成率（%）', '100', '90') },
    { name: '完成率保留一位小数', sheet: form('完成程度', '115.0%', '90.0%') },
    { name: '越低越好的完成率各有算法', sheet: form('完成率', '115%', '90%', ['≤10件', '11件']) },
    { name: '越低越好的完成率，另一种算法', sheet: form('完成率', '115%', '90.91%', ['≤10件', '11件']) },
    { name: '偏差率带符号', sheet: form('偏差率', '15%', '-10%') },
    { name: '偏差率不带符号', sheet: form('偏离度', '15%', '10%') },
    { name: '上半年、下半年之和是全年', sheet: halves('100', '250', '350人') },
    { name: '下半年是累计数', sheet: halves('100', '350', '350人') },
    {
      name: '只写扣分，没有得分一栏',
      sheet: sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|扣分原因
培训人次|≥200人次|210人次|60|0|
知晓率|≥90%|81%|40|4|宣传不够
合计|||100|4|`),
    },
    { name: '扣分合计，下面另写得分', sheet: taken('合计|||100|4|\n自评得分||||96|') },
    { name: '复核得分和差异，合计写成负数', sheet: reviewed('-0.5', '92.5|-1.5') },
    { name: '差异是自评减复核', sheet: reviewed('0.5', '92.5|1.5', '1') },
    { name: '完成率写成小数，保留一位', sheet: form('完成率', '1.2', '0.9') },
    { name: '没有一行各期之和是全年', silent: true, sheet: halves('100', '250', '370人', '230人次') },
    { name: '差异一栏多半另有算法', sheet: reviewed('-9', '92.5|-12', '-3') },
    { name: '复核总分含执行率的得分', sheet: withMoney('94') },
    { name: '复核时执行率少给了一分', silent: true, sheet: withMoney('93') },
    { name: '完成值只有文字', sheet: form('完成率', '115%', '85%', ['明显提高', '明显提高']) },
  ],
  invalid: [
    {
      name: '扣分算错',
      sheet: form('扣分', '0', '3'),
      findings: [
        { cell: 'F4', message: 'deduction', severity: 'error', expected: '4', found: '3', related: ['G4', 'H4'] },
      ],
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
      name: '达到指标值的完成率不是它的倒数',
      sheet: form('完成率', '115%', '111.1%'),
      findings: [{ cell: 'F4', message: 'completion', severity: 'warning', expected: '90%' }],
    },
    {
      name: '复核总分超出各项之和与执行率的分值',
      sheet: withMoney('96'),
      findings: [{ cell: 'H7', message: 'sum', severity: 'error', expected: '85', found: '96' }],
    },
    {
      name: '复核总分比各项之和还少',
      sheet: withMoney('84'),
      findings: [{ cell: 'H7', message: 'sum', severity: 'error', expected: '85', found: '84' }],
    },
    {
      name: '越低越好的完成率与各种算法都不符',
      sheet: form('完成率', '115%', '70%', ['≤10件', '11件']),
      findings: [{ cell: 'F4', message: 'completion', severity: 'info', expected: '110%' }],
    },
    {
      name: '上半年、下半年之和不是全年',
      sheet: halves('100', '250', '370人'),
      findings: [{ cell: 'G4', message: 'period', severity: 'warning', expected: '350', related: ['E4', 'F4'] }],
    },
    {
      name: '扣分合计写错，下面的得分是对的',
      sheet: taken('合计|||100|3|\n自评得分||||96|'),
      findings: [{ cell: 'E5', message: 'sum', severity: 'error', expected: '4', found: '3' }],
    },
    {
      name: '复核得分合计写错',
      sheet: reviewed('-0.5', '93|-1.5'),
      findings: [{ cell: 'H6', message: 'sum', severity: 'error', expected: '92.5', found: '93' }],
    },
    {
      name: '差异与别的行的算法不符',
      sheet: reviewed('-1.5', '92.5|-2.5'),
      findings: [{ cell: 'I5', message: 'difference', severity: 'error', expected: '-0.5', related: ['H5', 'G5'] }],
    },
    {
      name: '偏差率算错',
      sheet: form('偏差率', '5%', '-10%'),
      findings: [{ cell: 'F3', message: 'deviation', severity: 'warning', expected: '15%' }],
    },
  ],
});
