import { actualMissing } from '../../src/checks/actual-missing';
import { cases } from '../support/checkTester';
import { departmentForm, type GoalRow } from '../support/department';

const goals = (...actuals: (string | null)[]) =>
  departmentForm({
    goals: actuals.map((actual, index): GoalRow => ({ name: `第${index + 1}类培训期数`, target: '≥3期', actual })),
  });

export default cases(actualMissing, {
  valid: [
    { name: '都填了', sheet: goals('3期', '4期') },
    { name: '全表不填', sheet: goals(null, null, null) },
  ],
  invalid: [
    {
      name: '一个没有填',
      sheet: goals('3期', null, '5期'),
      findings: [{ cell: 'H12', message: 'blank', severity: 'warning', related: ['I12'] }],
    },
  ],
});
