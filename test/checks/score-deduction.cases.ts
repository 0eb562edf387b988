import { scoreDeduction } from '../../src/checks/score-deduction';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { form } from '../support/reckonedForms';

/** The score is above its weight, of which its own check tells. */
const above = sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|得分|扣分原因
培训人次|≥200人次|200人次|60|3|60|
知晓率|≥90%|91%|40|-4|44|
总分|||100||104|`);

export default cases(scoreDeduction, {
  valid: [
    { name: '扣分是分值减得分', sheet: form('扣分', '0', '4') },
    { name: '扣分写成负数', sheet: form('扣分值', '0', '-4') },
    { name: '没有扣分的不写', sheet: form('失分', '', '4') },
  ],
  invalid: [
    {
      name: '扣分算错',
      sheet: form('扣分', '0', '3'),
      findings: [
        {
          cell: 'F4',
          message: 'differs',
          severity: 'error',
          expected: '4',
          found: '3',
          related: ['G4', 'H4'],
          ways: ['H4=37', 'G4=39'],
        },
      ],
    },
    {
      name: '一项扣分算错，另一项得分超过分值',
      sheet: above,
      findings: [{ cell: 'E3', message: 'differs', severity: 'error', expected: '0', found: '3' }],
      others: ['score-range'],
    },
  ],
});
