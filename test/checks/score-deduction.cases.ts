import { scoreDeduction } from '../../src/checks/score-deduction';
import { cases } from '../support/checkTester';
import { form } from '../support/reckonedForms';

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
        { cell: 'F4', message: 'differs', severity: 'error', expected: '4', found: '3', related: ['G4', 'H4'] },
      ],
    },
  ],
});
