import { actualMissing } from '../../src/checks/actual-missing';
import { render } from '../fixtures/render';
import { changed } from '../fixtures/training';
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
    {
      name: '不打分的表有一个没有填',
      sheet: render('L10', { rows: changed(new Map([[1, { actual: null }]])) }).sheet,
      findings: [{ cell: 'E6', message: 'unscored', severity: 'warning' }],
    },
  ],
});
