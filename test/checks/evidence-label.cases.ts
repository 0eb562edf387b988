import { evidenceLabel } from '../../src/checks/evidence-label';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const two = (evidence: string) =>
  departmentForm({
    managed: [
      { name: '公用经费控制率', evidence: '公用经费控制率为99.99%。' },
      { name: '“三公经费”控制率', evidence },
    ],
  });

export default cases(evidenceLabel, {
  valid: [
    { name: '自己的名称', sheet: two('三公经费控制率为44.36%。') },
    { name: '自己的名称带引号', sheet: two('“三公经费”控制率为44.36%。') },
    { name: '简称', sheet: two('控制率为44.36%。') },
    { name: '与另一指标对照', sheet: two('公用经费控制率为99.99%，“三公经费”控制率为44.36%。') },
    { name: '两个比率', sheet: two('公用经费控制率为99.99%，总控制率为44.36%。') },
  ],
  invalid: [
    {
      name: '整段抄了上一行',
      sheet: departmentForm({
        managed: [
          { name: '公用经费控制率', evidence: '经费预算120万元，实际支出114万元。' },
          { name: '“三公经费”控制率', evidence: '经费预算120万元，实际支出114万元。' },
        ],
      }),
      findings: [{ cell: 'J12', message: 'same', severity: 'info', related: ['E11'] }],
    },
    {
      name: '写的是另一指标，数字也是另一行的：可能拿它作依据',
      sheet: two('公用经费控制率为99.99%，三公支出也已压减。'),
      findings: [{ cell: 'J12', message: 'copied', severity: 'info', related: ['E11'] }],
    },
    {
      name: '抄了上一行的名称',
      sheet: two('公用经费控制率为44.36%。'),
      findings: [{ cell: 'J12', message: 'copied', severity: 'warning', related: ['E11'] }],
    },
  ],
});
