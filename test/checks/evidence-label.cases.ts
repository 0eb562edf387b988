import { evidenceLabel } from '../../src/checks/evidence-label';
import { cases } from '../support/checkTester';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { training } from '../fixtures/training';
import { departmentForm } from '../support/department';

const two = (evidence: string, name = '“三公经费”控制率', other = '公用经费控制率', said = `${other}为99.99%。`) =>
  departmentForm({
    managed: [
      { name: other, evidence: said },
      { name, evidence },
    ],
  });
/** The same words in two rows. */
const twice = (evidence: string, name?: string, other?: string) => two(evidence, name, other, evidence);
/** The sheet with one evidence cell for the rows 7 and 8. */
const shared = (form: SheetSnapshot) => ({
  ...form,
  merges: [...form.merges, { row: 6, column: 7, rowCount: 2, columnCount: 1 }],
});
const SPENT = '经费预算120万元，实际支出114万元。';

export default cases(evidenceLabel, {
  valid: [
    { name: '自己的名称', sheet: two('三公经费控制率为44.36%。') },
    { name: '自己的名称带引号', sheet: two('“三公经费”控制率为44.36%。') },
    { name: '简称', sheet: two('控制率为44.36%。') },
    { name: '与另一指标对照', sheet: two('公用经费控制率为99.99%，“三公经费”控制率为44.36%。') },
    { name: '两个比率', sheet: two('公用经费控制率为99.99%，总控制率为44.36%。') },
    { name: '引号里的是要求', sheet: two('按“公用经费控制率44%”的要求控制。') },
    { name: '不是比率的一行，写的是依据', sheet: two('公用经费控制率为44.36%。', '会议次数') },
    { name: '名称太短，哪一行都会写', sheet: two('满意率为92%。', undefined, '满意率') },
    { name: '一字不差，但很短', silent: true, sheet: twice('会议5次、调研8次。') },
    { name: '一字不差，但只有一个数', silent: true, sheet: twice('全年按规定完成各项工作共计12项。') },
    { name: '同一指标写了两遍，由别的项目说', silent: true, sheet: twice(SPENT, '会议次数', '“会议”次数') },
    { name: '两行合用一格说明', silent: true, sheet: shared(training(0, { evidence: SPENT })) },
  ],
  invalid: [
    {
      name: '抄了上一行的名称，还写了别的数',
      sheet: two('公用经费控制率为44%，涉及8个科室。', undefined, undefined, '公用经费控制率为99.99%，涉及44人。'),
      findings: [{ cell: 'J12', message: 'copied', severity: 'warning' }],
    },
    {
      name: '抄了名称很短的一行',
      sheet: two('总接通率为92%。', undefined, '总接通率'),
      findings: [{ cell: 'J12', message: 'copied', severity: 'warning' }],
    },
    {
      name: '整段抄了上一行',
      sheet: twice(SPENT),
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
