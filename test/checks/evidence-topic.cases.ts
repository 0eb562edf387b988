import { evidenceTopic } from '../../src/checks/evidence-topic';
import { cases } from '../support/checkTester';
import { departmentForm, type ManagedRow } from '../support/department';

const managed = (row: ManagedRow) => departmentForm({ managed: [row] });
const MEASURE = '改进措施：加强预测。';

export default cases(evidenceTopic, {
  valid: [
    { name: '有该事项', sheet: managed({ name: '专项资金管理情况', evidence: '专项资金按制度管理，没有违规。' }) },
    {
      name: '原因说的是收入',
      sheet: managed({
        name: '财政拨款收入预决算差异率',
        stated: 1.5,
        evidence: `未达标原因：上级补助收入未下达，支出减少。${MEASURE}`,
      }),
    },
    {
      name: '依据说的是时间',
      sheet: departmentForm({
        goals: [
          { name: '报告按期完成率', target: '≥95%', actual: '100%', evidence: '出具的报告均合格，且都在时限内。' },
        ],
      }),
    },
    ...['任务均在年度内完成并验收合格。', '12月20日全部验收合格。', '各项目均未超期，质量达标。'].map((evidence) => ({
      name: `依据说的是时间：${evidence}`,
      sheet: departmentForm({ goals: [{ name: '项目按期完成率', target: '≥95%', actual: '100%', evidence }] }),
    })),
    {
      name: '满意度写在括号里，考核的是投诉',
      sheet: departmentForm({
        goals: [{ name: '群众投诉率（满意度）', target: '≤1%', actual: '0%', evidence: '没有投诉。' }],
      }),
    },
    {
      name: '满意度就是满意度',
      sheet: departmentForm({ goals: [{ name: '群众满意度', target: '≥95%', actual: '97%', evidence: '没有投诉。' }] }),
    },
  ],
  invalid: [
    {
      name: '考核收入，原因说结转',
      sheet: managed({
        name: '财政拨款收入预决算差异率',
        stated: 1.5,
        evidence: `未达标原因：个别项目存在年度结转。${MEASURE}`,
      }),
      findings: [{ cell: 'J11', message: 'spending', severity: 'info' }],
    },
    {
      name: '考核按期，依据说合格',
      sheet: departmentForm({
        goals: [
          {
            name: '报告按期完成率',
            target: '≥95%',
            actual: '100%',
            evidence: '2021年共出具489份报告，合格性占比100%。',
          },
        ],
      }),
      findings: [{ cell: 'J11', message: 'quality', severity: 'info' }],
    },
    {
      name: '用投诉衡量满意度',
      sheet: departmentForm({
        goals: [
          { name: '服务对象满意度，有效投诉人次/总人次*100%', target: '≤5%', actual: '0%', evidence: '有效投诉为0。' },
        ],
      }),
      findings: [{ cell: 'E11', message: 'complaints', severity: 'info' }],
    },
  ],
});
