import { evidenceDifference } from '../../src/checks/evidence-difference';
import { training } from '../fixtures/training';
import type { RowSpec } from '../fixtures/spec';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

/** 190 of 200人次 at 19 of 20 points, with what is said of it. */
const short = (evidence: string, row: Partial<RowSpec> = {}) =>
  training(0, { target: '≥200人次', actual: '190人次', stated: 19, evidence, ...row });
const over = (evidence: string) => training(0, { target: '≥200人次', actual: '260人次', evidence });
const cost = (actual: string, evidence: string, name = '项目成本', target = '≤100万元') =>
  training(0, { level2: '成本指标', name, target, actual, evidence });
/** What the completion in E3 says of two rows. */
const completed = (text: string) =>
  narrated('', text, [
    ['培训人次', '≥200人次', '210人次'],
    ['道路养护里程', '15公里', '15.6公里'],
  ]);
const WHY = '原因：部分学员请假。改进措施：提前安排。';
const differs = (expected: string, found: string) => [
  { cell: 'H7', message: 'differs', severity: 'info' as const, expected, found, related: ['D7', 'E7'] },
];

export default cases(evidenceDifference, {
  valid: [
    {
      name: '完成情况里写在各项后面的完成率、超额的数',
      sheet: completed('培训210人次，完成年度目标的105%，养护农村公路15.6公里，超额完成0.6公里。'),
    },
    { name: '完成情况只写到百分之几以上', silent: true, sheet: completed('培训210人次，完成目标的102%以上。') },
    { name: '完成情况里几项一起写的完成率', sheet: completed('养护道路15.6公里、培训210人次，完成目标的100%。') },
    {
      name: '完成情况两处写到同一项，其中一部分的完成率',
      silent: true,
      sheet: completed('培训人次210人次，其中一季度完成年度目标的32%；培训人次增长3%。'),
    },
    { name: '比目标少的相符', sheet: short(`较目标少10人次。${WHY}`) },
    {
      name: '换了单位，相符',
      sheet: short('其余1200米正在施工。', { target: '12公里', actual: '10.8公里', stated: 18 }),
    },
    { name: '完成率相符', sheet: short(`实际完成190人次，完成率95%。${WHY}`) },
    {
      name: '未到货的是几个，不是几个百分点',
      silent: true,
      sheet: short('2个合作社设备未到货，已订货。', { target: '≥70%', actual: '68.6%', stated: 19.6 }),
    },
    { name: '超出目标的比例相符', sheet: over('超出目标30%，因新增一期。') },
    { name: '超额完成的数相符', sheet: over('超额完成目标60人次，因新增一期。') },
    { name: '节约的相符', sheet: cost('96.5万元', '节约资金3.5万元。') },
    {
      name: '率低于目标，写的是百分点',
      sheet: short(`低于目标2个百分点。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
    },
    {
      name: '率低于目标，写的是完成目标的比例',
      silent: true,
      sheet: short(`完成目标的97.89%。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
    },
    {
      name: '其余的百分之几是全部的',
      sheet: short(`剩余7%待验收后拨付。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
    },
    {
      name: '没有做的后来做了',
      silent: true,
      sheet: training(0, { target: '200人次', actual: '200人次', evidence: '10人次当时未培训，已于12月补训。' }),
    },
    { name: '约数不作判断', silent: true, sheet: short(`较目标少约20人次。${WHY}`) },
    { name: '写了几个，不作判断', silent: true, sheet: short(`甲班差6人次，乙班差5人次。${WHY}`) },
    { name: '两处没有做到，不作判断', silent: true, sheet: short(`5人次未培训，4人次待补训。${WHY}`) },
    { name: '没有做到的相符', sheet: short('因疫情2期取消，导致10人次未参训。下一步补训。') },
    { name: '没有发现问题的不是没有做到', silent: true, sheet: short(`15人次未发现问题。${WHY}`) },
    { name: '目标的百分之几相符', sheet: short(`培训190人次，为目标的95%。${WHY}`) },
    { name: '别的单位的事', silent: true, sheet: short(`2个班未完成。${WHY}`) },
    { name: '报名的人没有来', silent: true, sheet: short(`报名210人次，20人次没有来。${WHY}`) },
    { name: '节约的就是目标说的', silent: true, sheet: cost('75万元', '节约75万元。', '节约成本') },
    { name: '少做的相符', sheet: short(`因停电少培训10人次。${WHY}`) },
    { name: '少做的是别的事', silent: true, sheet: short(`因停电少发放20套教材，误工少。${WHY}`) },
    { name: '减少的不是与目标相比', silent: true, sheet: short(`因停电减少20人次。${WHY}`) },
    { name: '其余的后来怎样没有写', silent: true, sheet: short(`其余20人次为线上。${WHY}`) },
    { name: '比预算压减的和占比，相符', sheet: cost('96万元', '较预算压减4万元，压减4%。') },
    {
      name: '结余的又分两处',
      silent: true,
      sheet: cost('90万元', '结余5万元结转下年，5万元收回。'),
    },
    {
      name: '说明里的目标相符',
      sheet: short(`合格率未达到95%的预期目标。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
    },
    {
      name: '没有达到的不是目标',
      silent: true,
      sheet: short(`甲班未达到90%的平均水平。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
    },
    ...['2022年合格率低于95%。', '2020年合格率仅89%，未达到95%，今年达到。', '合格率低于95%的2个标段已返工。'].map(
      (evidence) => ({
        name: `${evidence}不是说本行没有达到`,
        silent: true as const,
        sheet: training(0, { name: '合格率', target: '≥95%', actual: '96%', evidence }),
      }),
    ),
    { name: '较上年少的不是与目标比', silent: true, sheet: short(`较上年少培训20人次。${WHY}`) },
    { name: '取消的是别的单位的', silent: true, sheet: short(`取消培训2期。${WHY}`) },
  ],
  invalid: [
    {
      name: '完成值已达到指标值，却写比目标少',
      sheet: training(0, { target: '≥200人次', actual: '200人次', evidence: '较目标少10人次。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'warning', found: '10人次', related: ['D7', 'E7'] }],
    },
    {
      name: '目标经批准调减过，比原计划少的只作提示',
      sheet: training(0, { target: '≥200人次', actual: '200人次', evidence: '较年初计划少10人次，已经批准调减目标。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', found: '10人次', related: ['D7', 'E7'] }],
    },
    {
      name: '没有做的是别的，只作提示',
      sheet: training(0, {
        name: '整改隐患数',
        target: '200处',
        actual: '200处',
        evidence: '尚有10处未整改的隐患列入下年计划。',
      }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', found: '10处', related: ['D7', 'E7'] }],
    },
    {
      name: '完成值已达到指标值，却写还有没做的',
      sheet: training(0, { name: '建成道路长度', target: '≥10公里', actual: '10公里', evidence: '尚有2公里未建成。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'warning', found: '2公里', related: ['D7', 'E7'] }],
    },
    {
      name: '没有做的未必是本行的事，只作提示',
      sheet: training(0, { name: '采购设备数量', target: '20台', actual: '20台', evidence: '2台未到货。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', found: '2台', related: ['D7', 'E7'] }],
    },
    {
      name: '做了的和没有做的合起来是指标值，说的未必是本行的事，只作提示',
      sheet: training(0, {
        name: '采购车辆',
        target: '10辆',
        actual: '10辆',
        evidence: '计划采购10辆，到货8辆，剩余2辆待交付。',
      }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', found: '2辆', related: ['D7', 'E7'] }],
    },
    {
      name: '完成值已达到指标值，却写只完成目标的九成',
      sheet: training(0, { target: '≥200人次', actual: '200人次', evidence: '完成年度目标的90%。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', found: '90%', related: ['D7', 'E7'] }],
    },
    ...['9月完成目标任务的90%，年底全部完成。', '前10个月完成计划的90%，全年超额完成。'].map((evidence) => ({
      name: `${evidence}只是那时的，只作提示`,
      sheet: training(0, { target: '≥200人次', actual: '200人次', evidence }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'info' as const, found: '90%', related: ['D7', 'E7'] }],
    })),
    {
      name: '当时比目标少，后来补足，只作提示',
      sheet: training(0, { target: '≥200人次', actual: '200人次', evidence: '9月较目标少10人次，12月补足。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', found: '10人次', related: ['D7', 'E7'] }],
    },
    ...['取消培训20人次', '受天气影响20人次未参训', '20人次因工作原因请假', '剩余20人次'].map((told) => ({
      name: `${told}，不符`,
      sheet: short(`${told}。${WHY}`),
      findings: differs('10人次', '20人次'),
    })),
    {
      name: '完成情况里写在各项后面的完成率、超额的数不符',
      sheet: completed('培训210人次，完成年度目标的115%，养护农村公路15.6公里，超额完成1.6公里。'),
      findings: [
        { cell: 'E3', message: 'differs', severity: 'info', expected: '105%', found: '115%', related: ['D5', 'E5'] },
        {
          cell: 'E3',
          message: 'differs',
          severity: 'info',
          expected: '0.6公里',
          found: '1.6公里',
          related: ['D6', 'E6'],
        },
      ],
    },
    { name: '超额完成的不符', sheet: over('超额完成80人次，因新增一期。'), findings: differs('60人次', '80人次') },
    {
      name: '比预算压减的不符，占比相符',
      sheet: cost('96万元', '较预算压减6万元，压减4%。'),
      findings: differs('4万元', '6万元'),
    },
    {
      name: '说明里的目标不是本行的',
      sheet: short(`合格率未达到97%的预期目标。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
      findings: [
        { cell: 'H7', message: 'aim', severity: 'info' as const, expected: '95%', found: '97%', related: ['D7', 'E7'] },
      ],
    },
    {
      name: '说明里没有达到的目标不是本行的，没有写“的”',
      sheet: short(`未达到220人次目标。${WHY}`),
      findings: [
        { cell: 'H7', message: 'aim', severity: 'info', expected: '200人次', found: '220人次', related: ['D7', 'E7'] },
      ],
    },
    { name: '比目标少的不符', sheet: short(`较目标少20人次。${WHY}`), findings: differs('10人次', '20人次') },
    {
      name: '其余没有完成的不符',
      sheet: short('其余20人次因疫情影响，尚未培训。'),
      findings: differs('10人次', '20人次'),
    },
    { name: '没有完成的不符', sheet: short('20人次未完成，因疫情影响。'), findings: differs('10人次', '20人次') },
    ...[
      '少培训20人次',
      '少完成20人次',
      '与目标相差20人次',
      '缺口20人次',
      '仍差20人次',
      '较计划减少20人次',
      '有20人次放弃培训',
      '导致20人次未参训',
    ].map((told) => ({
      name: `${told}，不符`,
      sheet: short(`${told}。${WHY}`),
      findings: differs('10人次', '20人次'),
    })),
    ...['为目标的98%', '仅完成目标的98%', '占年度计划的98%'].map((told) => ({
      name: `${told}，不符`,
      sheet: short(`${told}。${WHY}`),
      findings: differs('95%', '98%'),
    })),
    {
      name: '每人的成本超出的不符',
      sheet: cost('572元/人', '超出目标32元，因物价上涨。', '人均成本', '≤550元/人'),
      findings: differs('22元', '32元'),
    },
    { name: '完成率不符', sheet: short(`完成率98%。${WHY}`), findings: differs('95%', '98%') },
    { name: '超出目标的比例不符', sheet: over('超出目标20%，因新增一期。'), findings: differs('30%', '20%') },
    { name: '节约的不符', sheet: cost('96.5万元', '节约资金5.5万元。'), findings: differs('3.5万元', '5.5万元') },
    { name: '超支的不符', sheet: cost('104万元', '因材料涨价，超支6万元。'), findings: differs('4万元', '6万元') },
    {
      name: '率低于目标的百分点不符',
      sheet: short(`低于目标3个百分点。${WHY}`, { target: '≥95%', actual: '93%', stated: 19.58 }),
      findings: differs('2%', '3个百分点'),
    },
  ],
});
