import { reasonContradiction } from '../../src/checks/reason-contradiction';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const WHY = '未达标原因：受疫情影响。改进措施：加强排班。';
const missed = (shortfall: string, evidence = WHY) =>
  departmentForm({
    shortfall,
    goals: [{ name: '热线接通率', target: '≥95%', actual: '94.07%', weight: 2.96, stated: 2.93, evidence }],
  });

/** Ways to say that not all was done, none of which says that all was. */
const NOT_ALL = [
  '受场地影响未全部完成，下一步加强督办。',
  '因供货推迟，没有全部完成，今后提前采购。',
  '人手紧张，不能全部按期完成，将增加人员。',
  '天气影响，未按期全部完成，下步加快进度。',
  '供货推迟，并非全部达标，今后加强验收。',
  '供货推迟，难以全部完成，今后提前采购。',
  '没有做到按时全部完成，今后提前安排。',
];

export default cases(reasonContradiction, {
  valid: [
    {
      name: '指标值是没有，完成值写无',
      silent: true,
      sheet: training(0, { target: '无有效投诉', actual: '无' }),
    },
    {
      name: '指标值也写没有',
      silent: true,
      sheet: training(0, { target: '没有有效投诉', actual: '没有' }),
    },
    {
      name: '完成值与指标值都写不涉及',
      silent: true,
      sheet: training(0, { target: '不涉及', actual: '不涉及' }),
    },
    {
      name: '满分，一段话以不涉及起头',
      silent: true,
      sheet: training(0, { evidence: '不涉及新增编制，全年按计划组织培训四期，学员二百一十人次，反映良好。' }),
    },
    {
      name: '满分，依据写没有发生问题',
      sheet: departmentForm({
        managed: [{ name: '资产管理', weight: 2, stated: 2, evidence: '无违规处置资产的情况。' }],
      }),
    },
    {
      name: '满分，说明写超额的原因',
      silent: true,
      sheet: training(0, { actual: '260人次', evidence: '因报名人数增加，多办一期。' }),
    },
    {
      name: '满分，说明写克服了滞后',
      silent: true,
      sheet: training(0, { evidence: '上半年进度滞后，后增加班次，按期完成。' }),
    },
    {
      name: '目标为0，完成值写无',
      silent: true,
      sheet: training(0, { name: '安全事故数', target: '0起', actual: '无' }),
    },
    { name: '总的原因已写', sheet: missed('受疫情影响，接通率未达标。') },
    { name: '全部达标而写“无”', sheet: departmentForm({ shortfall: '无' }) },
    {
      name: '管理工作扣分，目标都已完成',
      sheet: departmentForm({
        shortfall: '无',
        managed: [
          { name: '预算编制情况', weight: 3, stated: 2.5, evidence: '未达标原因：审核不严。改进措施：加强审核。' },
        ],
      }),
    },
    {
      name: '先说完成再说不足',
      sheet: missed('受疫情影响。', '任务全部完成，但未达标原因：话务量超预期。改进措施：加强排班。'),
    },
    ...NOT_ALL.map((evidence) => ({
      name: `扣了分，说明写“${evidence.split('，').find((part) => /全部/.test(part)) ?? ''}”`,
      sheet: training(0, { actual: '190人次', stated: 19, evidence }),
    })),
    ...[
      '原因：部分学员缺考，其余学员均已完成考核；改进措施：组织补考。',
      '质量无偏差，2名学员生病缺考，改进措施：补考。',
      '培训任务全部完成，合格率低系考试难度大；改进措施：加强辅导。',
      '机构改革，职能划转，移交后全部完成，今后及时调整目标。',
      '全部完成主体工程后尾款跨年支付，将加快支付。',
    ].map((evidence) => ({
      name: `只有一句说完成了，别的话是原因：${evidence}`,
      sheet: training(0, { actual: '190人次', stated: 19, evidence }),
    })),
    ...['培训人次因2人缺考略低，其他任务全部完成', '各项指标均已完成，仅热线接通率略低'].map((reason) => ({
      name: `未能完成原因写明了哪一项：${reason}`,
      sheet: missed(reason),
    })),
    {
      name: '满分而写不存在未达标',
      sheet: departmentForm({ managed: [{ name: '预算编制情况', evidence: '未达标原因：不存在未达标项目。' }] }),
    },
  ],
  invalid: [
    {
      name: '满分，依据写没有这项资金',
      sheet: departmentForm({
        managed: [{ name: '专项资金管理', weight: 2, stated: 2, evidence: '我局未有专项资金。' }],
      }),
      findings: [{ cell: 'J11', message: 'not-applicable', severity: 'info' }],
    },
    ...['年度培训任务全部完成，质量良好', '按计划培训190人次，不存在偏差'].map((evidence) => ({
      name: `全文都说完成了：${evidence}`,
      sheet: training(0, { actual: '190人次', stated: 19, evidence }),
      findings: [{ cell: 'H7', message: 'indicator', severity: 'warning' as const }],
    })),
    {
      name: '原因只有一句空话',
      sheet: training(0, { actual: '190人次', stated: 19, evidence: '原因：工作不到位；改进措施：提前安排场地。' }),
      findings: [{ cell: 'H7', message: 'vague', severity: 'info' }],
    },
    {
      name: '完成值写不涉及，仍记满分',
      sheet: training(0, { actual: '不涉及' }),
      findings: [{ cell: 'E7', message: 'not-applicable', severity: 'info', related: ['G7'] }],
    },
    {
      name: '有指标未完成而总的原因写“无”',
      sheet: missed('无'),
      findings: [{ cell: 'J4', message: 'narrative', severity: 'warning', found: '无', related: ['H11'] }],
    },
    {
      name: '有指标未完成而总的原因空着',
      sheet: missed(''),
      findings: [{ cell: 'J4', message: 'unanswered', severity: 'info', related: ['H11'] }],
    },
    {
      name: '扣了分而写不存在偏离',
      sheet: missed('受疫情影响。', '不存在偏离。'),
      findings: [{ cell: 'J11', message: 'indicator', severity: 'warning', related: ['I11'] }],
    },
    {
      name: '扣了分而写已全部完成',
      sheet: missed('受疫情影响。', '评分依据：各项任务已全部完成。'),
      findings: [{ cell: 'J11', message: 'indicator' }],
    },
  ],
});
