import { evidenceScore } from '../../src/checks/evidence-score';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { TRAINING, trainingIn } from '../fixtures/training';
import { departmentForm } from '../support/department';

const scored = (weight: number, stated: number, evidence: string) =>
  departmentForm({ managed: [{ name: '制度健全性', weight, stated, evidence }] });
const WHY = '未达标原因：审核不严。改进措施：加强审核。';

const honoured = (stated: number, evidence: string) =>
  trainingIn('L1', {
    budget: null,
    rows: [
      ...TRAINING,
      {
        level1: '加减分项',
        level2: '工作表现加减分',
        name: '工作受表彰或批评',
        weight: 10,
        stated,
        bonus: true,
        evidence,
      },
    ],
    total: { weight: 100, stated: 90 + stated },
  });

export default cases(evidenceScore, {
  valid: [
    { name: '加的分与得分相符', sheet: honoured(5, '获省级表彰，加2.5分；获市级表彰，加2.5分。') },
    { name: '写的是加分的规则', silent: true, sheet: honoured(5, '每项表彰加2.5分，最多加5分，共两项。') },
    { name: '得3分满分', sheet: scored(3, 3, '制度健全。因此，得3分满分。') },
    {
      name: '扣的分是复核人扣的',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|三级指标|指标值|完成值|分值|自评得分|复核得分|扣分说明
产出指标|培训人次|≥200人次|210人次|80|80|79|扣1分，档案不全
满意度指标|学员满意度|≥90%|95%|20|20|20|
总分||||100|100|99`),
    },
    { name: '得满分', sheet: scored(3, 3, '制度健全，因此得满分。') },
    { name: '评分为1.78分', sheet: scored(2, 1.78, `因此，该项评分为1.78分。${WHY}`) },
    { name: '扣的与得的都写了', sheet: scored(4, 3, `2处不准确，每处扣0.5分，共扣1分，得3分。${WHY}`) },
    { name: '逐项扣，又写共扣', sheet: scored(4, 3, `档案不全，扣0.5分，更新慢，扣0.5分，共扣1分，得3分。${WHY}`) },
    ...['试卷100分满分，平均92分。', '5分满分的测评平均4.5分。'].map((evidence) => ({
      name: `满分的是别的事：${evidence}`,
      silent: true as const,
      sheet: scored(3, 3, evidence),
    })),
    { name: '逐项扣分', sheet: scored(3, 2.3, `档案不全，扣0.5分；更新不及时，扣0.2分。${WHY}`) },
    { name: '各部分分别得分', sheet: scored(4, 4, '制度健全，得2分；执行有效，得2分。') },
    { name: '各部分分别得分，最后是全部', sheet: scored(4, 3, `制度健全，得2分；执行较好，得1分；共得3分。${WHY}`) },
    { name: '规则里的分不是得分', silent: true, sheet: scored(3, 3, '每发现一起扣0.5分，扣完为止，本年未发现。') },
    { name: '别的考核的分', silent: true, sheet: scored(3, 3, '在市级考核中得98分，名列第一。') },
    { name: '别的考核高于分值的分', silent: true, sheet: scored(3, 3, '考核得12分，名列第一。') },
    { name: '因什么扣的分', sheet: scored(4, 3, `因迟报扣1分。${WHY}`) },
    ...[
      '因不属于本单位职责不扣2分。',
      '制度缺失扣1分，因资料不全扣1分。',
      '因2项制度未修订各扣0.5分。',
      '因部分制度未修订扣1分，因整改及时加0.5分。',
      '因上年度资料迟报扣1分，本年度已整改。',
      '因综合考核扣2分，今年已整改。',
      '在市级考核中，该项得分10分。',
      '该项得80分，折算得分。',
    ].map((evidence) => ({
      name: `另有所指或没有读全：${evidence}`,
      silent: true as const,
      sheet: scored(4, 4, evidence),
    })),
    { name: '因什么每次扣分是规则', silent: true, sheet: scored(4, 4, '因迟报每次扣1分。') },
  ],
  invalid: [
    {
      name: '扣的分和得的分说的是同一个得分',
      sheet: scored(3, 3, '入库材料缺1份批复，扣1分，得2分。'),
      findings: [{ cell: 'I11', message: 'differs', severity: 'warning', expected: '2', found: '3' }],
    },
    {
      name: '写明本项的得分高于分值：提问',
      sheet: scored(3, 3, '制度健全。因此，该项评分为4分。'),
      findings: [{ cell: 'J11', message: 'differs', severity: 'info', expected: '4', found: '3', related: ['I11'] }],
    },
    ...[
      '发生一起，不得分；本年未发生。',
      '若未制定制度，不得分。',
      '缺一项，扣2分；实际不缺。',
      '上级考核，得2.2分，列全市第一。',
      '其中制度2分，得2分。',
      '按评分标准，完成的得3分，未完成的，不得分。',
      '计2分，另加1分。',
    ].map((evidence) => ({
      name: `可能是规则、一部分或别人的分：${evidence}`,
      sheet: scored(3, 3, evidence),
      findings: [{ cell: 'I11', message: 'differs', severity: 'info' as const }],
    })),
    {
      name: '一处得分、一处扣分，未必是全部',
      sheet: scored(4, 3, `制度健全，得2分；执行不力，扣1分。${WHY}`),
      findings: [{ cell: 'I11', message: 'differs', severity: 'info' }],
    },
    ...['资料不齐，扣1分。', '自评得2分。'].map((evidence) => ({
      name: `前面只说情况：${evidence}`,
      sheet: scored(3, 3, evidence),
      findings: [{ cell: 'I11', message: 'differs', severity: 'warning' as const }],
    })),
    {
      name: '因什么扣了分，却得满分',
      sheet: scored(4, 4, '因迟报扣1分。'),
      findings: [{ cell: 'I11', message: 'differs', severity: 'warning', expected: '3', found: '4' }],
    },
    {
      name: '扣的分与得的分矛盾',
      sheet: scored(6, 5, `往来款清理不及时，扣2分，得5分。${WHY}`),
      findings: [{ cell: 'J11', message: 'differs', severity: 'info', related: ['I11'] }],
    },
    {
      name: '一项表彰加2.5分，得分却是5分：提问',
      sheet: honoured(5, '获市级表彰一次，加2.5分。'),
      findings: [{ cell: 'I9', message: 'added', severity: 'info', found: '5' }],
    },
    {
      name: '各部分得分之和不是得分：提问',
      sheet: scored(4, 4, '制度健全，得2分；执行较好，得1分。'),
      findings: [{ cell: 'I11', message: 'differs', severity: 'info', expected: '3', found: '4' }],
    },
    {
      name: '得分与所写不同',
      sheet: scored(3, 3, '制度健全。因此，得2分。'),
      findings: [{ cell: 'I11', message: 'differs', severity: 'warning', expected: '2', found: '3', related: ['J11'] }],
    },
    {
      name: '写满分而得分不满',
      sheet: scored(4, 3.5, '制度健全。因此，该项评分为4分满分。'),
      findings: [{ cell: 'I11', message: 'differs', severity: 'warning', expected: '4', found: '3.5' }],
    },
    {
      name: '写不得分而有分',
      sheet: scored(3, 3, '未制定制度，因此不得分。'),
      findings: [{ cell: 'I11', message: 'differs', expected: '0' }],
    },
    {
      name: '扣的分数与得分不符',
      sheet: scored(3, 2.5, `档案不全，扣0.2分。${WHY}`),
      findings: [{ cell: 'I11', message: 'differs', expected: '2.8', found: '2.5' }],
    },
    {
      name: '相差0.01分只作提示',
      sheet: scored(2, 1.78, `因此，该项评分为1.77分。${WHY}`),
      findings: [{ cell: 'I11', message: 'differs', severity: 'info' }],
    },
    {
      name: '满分不是分值',
      sheet: scored(4, 4, '制度健全。因此，该项评分为3分满分。'),
      findings: [{ cell: 'J11', message: 'full', severity: 'warning', expected: '4', found: '3' }],
    },
  ],
});
