import { evidenceRate } from '../../src/checks/evidence-rate';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { departmentForm, type ManagedRow } from '../support/department';

const managed = (row: ManagedRow) => departmentForm({ managed: [row] });

const spending = (evidence: string) =>
  managed({
    name: '公用经费控制率',
    definition: '部门（单位）本年度实际支出的公用经费总额与预算安排的公用经费总额的比率。',
    evidence,
  });
const adjusted = (rate: string) =>
  managed({
    name: '预算调整率',
    definition: '（预算调整数/年初预算数）×100%',
    evidence: `年初预算5200万元，调整后预算5586万元，调整率${rate}。`,
  });
const controlled = (rate: string) =>
  managed({ name: '“三公”经费控制情况', evidence: `“三公”经费预算32万元，实际支出18.64万元，控制率${rate}。` });
const assets = (evidence: string) =>
  managed({
    name: '固定资产利用率',
    definition: '部门（单位）实际在用固定资产总额与所有固定资产总额的比率。',
    evidence,
  });

export default cases(evidenceRate, {
  valid: [
    { name: '调整率的两数是调整前后的预算', sheet: adjusted('7.42%') },
    { name: '控制率是支出占预算', sheet: controlled('58.25%') },
    { name: '比率前面没有字', sheet: managed({ name: '在职人员控制率', evidence: '在职46人，编制50人，92%。' }) },
    {
      name: '没有字的百分数旁边另有写明的比率',
      sheet: managed({ name: '培训合格率', evidence: '培训300人，合格285人，合格率95%，其中女性120人，40%。' }),
    },
    {
      name: '没有字的百分数说的是后面一项',
      silent: true,
      sheet: managed({ name: '项目合格率', evidence: '20个项目19个合格，10个优良，50%。' }),
    },
    { name: '算式写在文中', sheet: managed({ name: '非税收入完成率', evidence: '完成率：941.41%/9=104.60%。' }) },
    { name: '写成句子的完成值', sheet: training(1, { actual: '参加考核200人，合格192人，合格率96%' }) },
    {
      name: '满意的几档相加',
      sheet: managed({
        name: '群众满意度',
        evidence: '发放问卷200份，非常满意120份，满意68份，不满意12份，满意度94%。',
      }),
    },
    ...[
      ['满意的几档按程度折算', '群众满意度', '发放问卷200份，非常满意120份，满意68份，不满意12份，满意度80%。'],
      [
        '满意的几档除以有效问卷',
        '群众满意度',
        '回访群众200人，有效问卷190份，非常满意100人，满意60人，基本满意22人，满意度95.79%。',
      ],
      [
        '两处办结的除以没有撤回的',
        '按期办结率',
        '受理事项200件，按期办结现场件100件、按期办结网上件60件，另有撤回后剩190件，按期办结率84.21%。',
      ],
      ['故障的是正常以外的', '设备故障率', '运行设备200台，正常196台，设备故障率2%。'],
      ['没有开的只有2期', '按期开班率', '计划20期，按期开班17期，按期开班率10%，2期因场地原因推迟。'],
      ['差额除以决算数', '财政拨款收入预决算差异率', '收入决算数为110万元，收入调整预算数为100万元，差异率为9.09%。'],
    ].map(([name = '', row = '', evidence = '']) => ({
      name,
      silent: true as const,
      sheet: managed({ name: row, evidence }),
    })),
    { name: '四舍五入', sheet: spending('公用经费预算为900元，实际支出为800.1元，公用经费控制率为88.90%。') },
    {
      name: '万元已经舍入，比率按元算',
      sheet: spending('公用经费预算1369万元，实际支出1262.42万元，公用经费控制率92.22%。'),
    },
    {
      name: '引号里的名称是金额的名称',
      sheet: managed({
        name: '“三公经费”控制率',
        evidence: '预算安排“三公经费”20.15万元，实际支出“三公经费”17.52万元，控制率86.95%。',
      }),
    },
    ...['年初预算1000万元，调整80万元', '年初预算1000万元，调整至1080万元'].map((evidence) => ({
      name: evidence,
      sheet: managed({ name: '预算调整率', evidence: `${evidence}，预算调整率8%。` }),
    })),
    ...[
      ['抽检合格率', '抽检500批次，不合格15批次，合格率97%。'],
      ['质量达标率', '验收项目100个，一次性合格97个，质量达标率97%。'],
      ['项目完成及时率', '完成项目16个，按期完成14个，及时率87.5%。'],
      ['会议费控制率', '会议费预算24.1万元，支出18.2万元，会议费控制率75.52%。'],
      ['职工培训率', '在职人员150人，参加培训138人次，培训率92%。'],
    ].map(([name = '', evidence = '']) => ({ name: evidence, sheet: managed({ name, evidence }) })),
    { name: '截尾', sheet: spending('公用经费预算为900元，实际支出为899.95元，公用经费控制率为99.99%。') },
    { name: '万元与元', sheet: spending('公用经费预算90万元，实际支出800000元，公用经费控制率88.89%。') },
    {
      name: '分项之外另有合计',
      sheet: spending('公用经费预算500万元，其中办公费200万元、差旅费300万元；实际支出400万元，公用经费控制率80%。'),
    },
    { name: '整体没有写“共”字', sheet: managed({ name: '培训合格率', evidence: '培训300人，合格285人，合格率95%。' }) },
    {
      name: '文中另写完成率',
      sheet: managed({ name: '职责履行率', evidence: '年度重点工作12项，完成9项，完成率75%。' }),
    },
    {
      name: '编制与在职',
      sheet: managed({ name: '在职人员控制率', evidence: '编制数50人，在职48人，在职人员控制率96%。' }),
    },
    {
      name: '非税收入不是否定',
      sheet: managed({
        name: '非税收入预算完成率',
        evidence: '非税收入预算100万元，实际收入105.3万元，完成率105.3%。',
      }),
    },
    {
      name: '回收的问卷不是满意的',
      silent: true,
      sheet: managed({ name: '群众满意度', evidence: '发放问卷200份，收回190份，满意度96%。' }),
    },
    {
      name: '两数之外还有一数',
      silent: true,
      sheet: managed({ name: '培训合格率', evidence: '培训300人，实考298人，合格285人，合格率95%。' }),
    },
    { name: '没有写比率', silent: true, sheet: spending('公用经费预算90万元，实际支出80万元。') },
    { name: '没有写两数', silent: true, sheet: spending('公用经费控制率88.89%。') },
    {
      name: '两组数各有比率，说的不是一个',
      silent: true,
      sheet: spending('上半年控制率40%，全年控制率88.89%，预算90万元。'),
    },
    {
      name: '在用与原值',
      sheet: assets('资产原值197823733.30元，其中在用资产的原值为197273890.80元，资产利用率为99.72%。'),
    },
    {
      name: '部分满意也算满意',
      sheet: departmentForm({
        goals: [
          {
            name: '市民满意率',
            target: '≥95%',
            actual: '97.52%',
            evidence: '有效评价共3708460件，其中非常满意3128845件，满意350247件，基本满意137550件，满意率97.52%。',
          },
        ],
      }),
    },
    {
      name: '差异率是差额的比率',
      sheet: managed({
        name: '财政拨款收入预决算差异率',
        evidence: '收入决算数为392533097.08元，收入调整预算数为392951003.55元，差异率为0.11%。',
      }),
    },
    {
      name: '合同约定的比率不是完成的比率',
      sheet: managed({
        name: '公用经费控制率',
        evidence: '《采购合同》约定“控制率达到95%以下”。公用经费预算90万元，实际支出80万元，控制率88.89%。',
      }),
    },
    {
      name: '与上年比较的比率是另一回事',
      silent: true,
      sheet: managed({
        name: '公用经费控制率',
        definition: '本年度实际支出的公用经费总额与预算安排的公用经费总额的比率。',
        evidence: '公用经费预算100万元，支出90万元，公用经费变动率为-5%。',
      }),
    },
  ],
  invalid: [
    {
      name: '调整率由调整前后的预算算得，写错了',
      sheet: adjusted('4.72%'),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'error', expected: '7.42%' }],
    },
    {
      name: '比率前面没有字，写错了',
      sheet: managed({ name: '重点工作完成率', evidence: '重点工作20项，完成19项，76%。' }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '95%', found: '76%' }],
    },
    {
      name: '控制率由支出和预算算得，写错了',
      sheet: controlled('52.58%'),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '58.25%' }],
    },
    {
      name: '一项的算式不成立，另一项的比率算错',
      sheet: departmentForm({
        managed: [
          { name: '非税收入完成率', evidence: '完成率：941.41%/9=110.60%。' },
          { name: '培训合格率', evidence: '培训300人，合格285人，合格率93%。' },
        ],
      }),
      findings: [{ cell: 'J12', message: 'wrong', severity: 'warning', expected: '95%', found: '93%' }],
      others: ['evidence-equation'],
    },
    ...(
      [
        ['抽检合格率', '抽检500批次，不合格25批次，合格率97%。', '95%', '97%', 'warning'],
        ['质量达标率', '验收项目100个，一次性合格93个，质量达标率97%。', '93%', '97%', 'warning'],
        ['会议费控制率', '会议费预算24.1万元，支出21.2万元，会议费控制率75.52%。', '87.97%', '75.52%', 'warning'],
        ['项目开工率', '年初计划20个项目，调出2个，开工18个，开工率100%。', '90%', '100%', 'info'],
        ['案件办结率', '受理案件120件，撤回20件，办结96件，办结率96%。', '80%', '96%', 'info'],
        ['投诉处理率', '收到20起，处理18起，移交2起，处理率100%。', '90%', '100%', 'info'],
        ['培训合格率', '参训200人，合格人数190人，优秀6人，合格率98%。', '95%', '98%', 'info'],
        ['成活率', '栽植10000株，成活8800株，补植后成活率90%。', '88%', '90%', 'info'],
        ['满意度', '问卷500份，平均得分96分，非常满意420份，满意度96%。', '84%', '96%', 'info'],
        ['按期开班率', '计划20期，按期开班17期，按期开班率90%，2期因场地原因推迟。', '85%', '90%', 'info'],
      ] as const
    ).map(([name, evidence, expected, found, severity]) => ({
      name: evidence,
      sheet: managed({ name, evidence }),
      findings: [{ cell: 'J11', message: 'wrong', severity, expected, found }],
    })),
    ...['调整60万元', '调整至1060万元'].map((adjusted) => ({
      name: `预算调整率算错，${adjusted}`,
      sheet: managed({ name: '预算调整率', evidence: `年初预算1000万元，${adjusted}，预算调整率8%。` }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning' as const, expected: '6%', found: '8%' }],
    })),
    {
      name: '引号里的名称是金额的名称，比率算错',
      sheet: managed({
        name: '“三公经费”控制率',
        evidence: '预算安排“三公经费”20.15万元，实际支出“三公经费”17.52万元，控制率80%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '86.95%', found: '80%' }],
    },
    {
      name: '万元的舍入也差不出这么多',
      sheet: spending('公用经费预算1369万元，实际支出1262.42万元，公用经费控制率92.3%。'),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'error' }],
    },
    {
      name: '回收率算错',
      sheet: managed({ name: '工作满意情况', evidence: '发放问卷200份，收回180份，回收率92%。' }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '90%', found: '92%' }],
    },
    {
      name: '满意的几档与满意度不符',
      sheet: managed({
        name: '群众满意度',
        evidence: '发放问卷200份，非常满意120份，满意68份，不满意12份，满意度96%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '94%', found: '96%' }],
    },
    {
      name: '满意度比最高的一档还低',
      sheet: managed({
        name: '群众满意度',
        evidence: '发放问卷200份，非常满意120份，满意68份，不满意12份，满意度59%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '94%', found: '59%' }],
    },
    {
      name: '一个也没有，比率却很高',
      sheet: managed({ name: '培训合格率', evidence: '培训100人，合格0人，合格率95%。' }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '0%', found: '95%' }],
    },
    {
      name: '指标解释写明是两数之比，比率是其余的',
      sheet: spending('公用经费预算90万元，实际支出80万元，公用经费控制率11.11%。'),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'error', expected: '88.89%', found: '11.11%' }],
    },
    {
      name: '完成值里的比率算错',
      sheet: training(1, { actual: '参加考核210人，合格180人，合格率96%' }),
      findings: [{ cell: 'E8', message: 'wrong', severity: 'warning', expected: '85.71%', found: '96%' }],
    },
    ...(
      [
        ['培训合格率', '培训300人，合格258人，合格率95%。', '86%'],
        ['职责履行率', '年度重点工作12项，完成9项，完成率100%。', '75%'],
        ['在职人员控制率', '编制数50人，在职53人，在职人员控制率96%。', '106%'],
        ['重点支出安排率', '重点支出800万元，项目总支出1000万元，安排率88%。', '80%'],
        ['非税收入预算完成率', '非税收入预算100万元，实际收入105.3万元，完成率153%。', '105.3%'],
      ] as const
    ).map(([name, evidence, expected]) => ({
      name: `${name}算错`,
      sheet: managed({ name, evidence }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning' as const, expected }],
    })),
    {
      name: '两处办结的不像满意那样按程度折算',
      sheet: managed({
        name: '按期办结率',
        evidence: '受理事项200件，按期办结现场件100件、按期办结网上件60件，按期办结率70%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'info', expected: '80%', found: '70%' }],
    },
    {
      name: '两数颠倒',
      sheet: assets('资产原值197273890.80元，其中在用资产的原值为197823733.30元，资产利用率为99.72%。'),
      findings: [{ cell: 'J11', message: 'swapped', severity: 'error' }],
    },
    {
      name: '两数颠倒，公式由名称得知',
      sheet: managed({ name: '公用经费控制率', evidence: '公用经费预算90万元，实际支出80万元，控制率112.5%。' }),
      findings: [{ cell: 'J11', message: 'swapped', severity: 'error' }],
    },
    {
      name: '比率写错一位',
      sheet: spending('公用经费预算为190800467.90元，实际支出为169725206.40元，公用经费控制率为89.95%。'),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'error', expected: '88.95%', found: '89.95%' }],
    },
    {
      name: '差异率写错，公式由名称得知，只作警告',
      sheet: managed({
        name: '财政拨款收入预决算差异率',
        evidence: '收入决算数为392533097.08元，收入调整预算数为392951003.55元，差异率为0.21%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '0.11%', found: '0.21%' }],
    },
    {
      name: '分项的比率写错',
      sheet: managed({
        name: '公用经费控制率',
        evidence: '公用经费预算100万元，支出90万元，控制率90%；办公费预算40万元，支出30万元，支出率57%。',
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning', expected: '75%', found: '57%' }],
    },
    {
      name: '满意件数与满意率不符',
      sheet: departmentForm({
        goals: [
          {
            name: '市民满意率',
            target: '≥95%',
            actual: '97.52%',
            evidence: '有效评价共3708460件，其中非常满意3128845件，满意250247件，基本满意137550件，满意率97.52%。',
          },
        ],
      }),
      findings: [{ cell: 'J11', message: 'wrong', severity: 'warning' }],
    },
  ],
});
