import { scoreCoefficient } from '../../src/checks/score-coefficient';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** 得分系数 of a row of 60 and one of 40 points, both at full marks. */
const factored = (first: string, second: string) =>
  sheetOf(`部门整体绩效自评表
指标名称|指标值|完成值|得分系数（%）|指标权重|指标得分
培训人次|≥200人次|210人次|${first}|60|60
知晓率|≥90%|90%|${second}|40|40
总分||||100|100`);

export default cases(scoreCoefficient, {
  valid: [
    { name: '系数写作百分数', sheet: factored('100', '100') },
    { name: '系数写作小数', sheet: factored('1', '1') },
  ],
  invalid: [
    {
      name: '得分系数与得分不符',
      sheet: factored('100', '73'),
      findings: [{ cell: 'D4', message: 'differs', expected: '1', found: '0.73' }],
    },
  ],
});
