import { budgetUnit } from '../../src/checks/budget-unit';
import { cases } from '../support/checkTester';
import { TRAINING, changed, trainingIn } from '../fixtures/training';

const block = (heading: string, amount: number, evidence: string | null) =>
  trainingIn('L1', {
    budget: {
      heading,
      lines: [{ group: '按资金来源', label: '财政拨款', budget: amount, spent: amount, rate: '100%' }],
    },
    rows: changed(new Map([[0, { evidence }]]), TRAINING),
    total: { weight: 90, stated: 90 },
  });
const SPENT = '全年预算3928510.55元，全部用于培训。';

export default cases(budgetUnit, {
  valid: [
    { name: '元，依据也是元', sheet: block('部门整体支出规模（元）', 3928510.55, SPENT) },
    { name: '万元，数字也是万元', sheet: block('部门整体支出规模（万元）', 392.85, '全年预算392.85万元。') },
    { name: '数字大，但没有依据', sheet: block('部门整体支出规模（万元）', 3928510.55, '按计划完成。') },
  ],
  invalid: [
    {
      name: '标明万元，实为元',
      sheet: block('部门整体支出规模（万元）', 3928510.55, SPENT),
      findings: [{ cell: 'A4', message: 'yuan', severity: 'warning' }],
    },
    {
      name: '标明元，实为万元',
      sheet: block('部门整体支出规模（元）', 392.85, '全年预算3928500元，全部用于培训。'),
      findings: [{ cell: 'A4', message: 'wan' }],
    },
    {
      name: '大得不可能',
      sheet: block('部门整体支出规模（万元）', 392851000.55, '按计划完成。'),
      findings: [{ cell: 'A4', message: 'implausible' }],
    },
  ],
});
