import { columnSum } from '../../src/checks/column-sum';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { taken, reviewed } from '../support/reckonedForms';

/** The same with 10 points for the execution of the budget, of which the form has 9; the reviewer gives the indicators 85. */
const withMoney = (total: string) =>
  sheetOf(`项目支出绩效自评表
项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|100|100|90|10|90%|9
一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|复核得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|49|
效益指标|社会效益指标|知晓率|≥90%|81%|40|36|36|宣传不够。改进措施：多宣传
总分|||||100|95|${total}|`);

export default cases(columnSum, {
  valid: [
    {
      name: '只写扣分，没有得分一栏',
      sheet: sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|扣分原因
培训人次|≥200人次|210人次|60|0|
知晓率|≥90%|81%|40|4|宣传不够
合计|||100|4|`),
    },
    { name: '扣分合计，下面另写得分', sheet: taken('合计|||100|4|\n自评得分||||96|') },
    { name: '扣分合计写在“自评结果”一行', sheet: taken('自评结果|||100|4|\n自评得分||||96|') },
    { name: '复核得分和差异，合计写成负数', sheet: reviewed('-0.5', '92.5|-1.5') },
    { name: '复核总分含执行率的得分', sheet: withMoney('94') },
    { name: '复核时执行率少给了一分', silent: true, sheet: withMoney('93') },
  ],
  invalid: [
    {
      name: '复核总分超出各项之和与执行率的分值',
      sheet: withMoney('96'),
      findings: [{ cell: 'H7', message: 'differs', severity: 'error', expected: '85', found: '96' }],
    },
    {
      name: '复核总分比各项之和还少',
      sheet: withMoney('84'),
      findings: [{ cell: 'H7', message: 'differs', severity: 'error', expected: '85', found: '84' }],
    },
    {
      name: '扣分合计写错，下面的得分是对的',
      sheet: taken('合计|||100|3|\n自评得分||||96|'),
      findings: [{ cell: 'E5', message: 'differs', severity: 'error', expected: '4', found: '3' }],
    },
    {
      name: '“自评结果”一行的扣分合计写错',
      sheet: taken('自评结果|||100|3|\n自评得分||||96|'),
      findings: [{ cell: 'E5', message: 'differs', severity: 'error', expected: '4', found: '3' }],
    },
    {
      name: '复核得分合计写错',
      sheet: reviewed('-0.5', '93|-1.5'),
      findings: [{ cell: 'H6', message: 'differs', severity: 'error', expected: '92.5', found: '93' }],
    },
  ],
});
