import { actualMissing } from '../../src/checks/actual-missing';
import { render } from '../fixtures/render';
import { changed, training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm, type GoalRow } from '../support/department';

const goals = (...actuals: (string | null)[]) =>
  departmentForm({
    goals: actuals.map((actual, index): GoalRow => ({ name: `第${index + 1}类培训期数`, target: '≥3期', actual })),
  });

const worded = (...targets: string[]) =>
  departmentForm({
    goals: targets.map((target, index): GoalRow => ({ name: `第${index + 1}类任务`, target, actual: '完成' })),
  });

export default cases(actualMissing, {
  valid: [
    { name: '都填了', sheet: goals('3期', '4期') },
    { name: '全表不填', silent: true, sheet: goals(null, null, null) },
    { name: '“完成”对100%、对期限', sheet: worded('100%', '2022年12月底前') },
  ],
  invalid: [
    {
      name: '一个没有填',
      sheet: goals('3期', null, '5期'),
      findings: [{ cell: 'H12', message: 'blank', severity: 'warning', related: ['I12'] }],
    },
    {
      name: '一个打勾，没有数字',
      sheet: goals('3期', '√', '5期'),
      findings: [{ cell: 'H12', message: 'worded', severity: 'info' }],
    },
    {
      name: '不打分的表有一个没有填',
      sheet: render('L10', { rows: changed(new Map([[1, { actual: null }]])) }).sheet,
      findings: [{ cell: 'E6', message: 'unscored', severity: 'warning' }],
    },
    {
      name: '填了完成值，没有指标值',
      sheet: training(1, { target: null }),
      findings: [{ cell: 'D8', message: 'target', severity: 'info' }],
    },
    {
      name: '指标值是数字，完成值只写“完成”，几项一条',
      sheet: worded('≥3期', '≥90%'),
      findings: [{ cell: 'H11', message: 'worded', severity: 'info', related: ['H12'] }],
    },
  ],
});
