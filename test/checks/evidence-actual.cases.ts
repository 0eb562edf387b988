import { evidenceActual } from '../../src/checks/evidence-actual';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm, type GoalRow } from '../support/department';

const goal = (row: Omit<GoalRow, 'target'> & { target?: string }) =>
  departmentForm({ goals: [{ target: '≥10%', ...row }] });

/** A rate that is told by its figures only: what it is, another one, and how loudly that is told. */
const COUNTED = [
  ['投诉件下降率', '5%', '12.5%', '投诉由80件降至76件。', 'warning'],
  ['人均收入增长率', '6%', '5.5%', '人均收入由20000元增长到21200元，扣除价格因素。', 'info'],
  ['死亡率下降', '下降4%', '下降5.2%', '死亡由25人降至24人。', 'info'],
  ['诈骗案件同比下降', '下降3%', '下降8.4%', '发案数由2022年的500起降至485起。', 'info'],
  ['货物吞吐量增长率', '4.67%', '6.7%', '吞吐量1256万吨，上年1200万吨。', 'info'],
  ['数据准确率', '98.4%', '99.5%', '抽查1000条，差错16条。', 'warning'],
  ['办结及时率', '97.5%', '99%', '办结120件，逾期3件。', 'warning'],
  ['路灯完好率', '96%', '98%', '检查路灯500盏，损坏20盏。', 'warning'],
  ['路灯完好率', '96%', '98%', '检查路灯500盏，损坏20盏，当日修复。', 'info'],
  ['数据准确率', '95%', '98%', '初审500条，错误25条，更正后复核达标。', 'info'],
  ['办件及时率', '97.5%', '100%', '受理120件，群众逾期领取3件。', 'info'],
  ['工单办理及时率', '95%', '98%', '受理工单1000件，超时50件，多为节假日来件。', 'info'],
  ['任务按期完成率', '91.67%', '100%', '全年12项任务11项按期完成。', 'warning'],
  ['信访事项按期答复率', '96.32%', '99.2%', '应答复1250件，按期答复1204件。', 'warning'],
  ['救助对象满意度', '87.24%', '93.4%', '发放问卷500份，收回有效问卷486份，满意424份。', 'info'],
] as const;

export default cases(evidenceActual, {
  valid: [
    ...COUNTED.map(([name, actual, , evidence]) => ({
      name: `按说明里的数算得的率，相符：${evidence}`,
      sheet: training(0, { name, target: '≥2%', actual, evidence }),
    })),
    {
      name: '其中一部分的增减不是全部的',
      silent: true,
      sheet: training(0, {
        name: '投诉件下降率',
        target: '≥5%',
        actual: '12.5%',
        evidence: '其中物业投诉由80件降至76件。',
      }),
    },
    {
      name: '超过全部的按 100% 写',
      sheet: training(0, { name: '建成率', target: '≥90%', actual: '100%', evidence: '计划建成20座，建成21座。' }),
    },
    { name: '同一比率', sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '满意率97.52%。' }) },
    { name: '依据写得粗些', sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '满意率97.5%。' }) },
    { name: '完成值写得粗些', sheet: goal({ name: '市民满意率', actual: '98%', evidence: '满意率97.52%。' }) },
    {
      name: '完成值的单位写在指标值里，依据写得细些',
      sheet: training(0, { name: '种植面积', target: '≥2万亩', actual: 2.1, evidence: '种植20860亩。' }),
    },
    {
      name: '完成值是负数，依据写降低',
      sheet: training(0, { name: '能耗降低率', target: '≤-5%', actual: '-5.2%', evidence: '能耗降低5.2%。' }),
    },
    {
      name: '共多少的是别的，后面的才是完成值',
      silent: true,
      sheet: training(0, { name: '发放户数', target: '≥500户', actual: '560户', evidence: '全县共580户，发放560户。' }),
    },
    {
      name: '超额完成的是其中的一部分，相符',
      sheet: training(0, { name: '培训人次', actual: '210人次', evidence: '全年培训210人次，超额完成10人次。' }),
    },
    {
      name: '完成值写成小数，依据写得细些',
      sheet: training(0, { name: '培训合格率', target: '≥80%', actual: 0.81, evidence: '合格率81.2%。' }),
    },
    {
      name: '约定的比率',
      silent: true,
      sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '合同约定“满意率达到95%以上”，已达标。' }),
    },
    {
      name: '目标',
      silent: true,
      sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '满意率不低于95%。' }),
    },
    {
      name: '只写了两个数，相符',
      sheet: goal({ name: '抽检合格率', actual: '98%', evidence: '抽检50批次，合格49批次。' }),
    },
    {
      name: '应种多少、实种多少，相符',
      sheet: goal({ name: '疫苗接种率', actual: '96.81%', evidence: '应种5620针次，实种5441针次。' }),
    },
    {
      name: '其余几个不到期限',
      sheet: goal({ name: '案件办结率', actual: '100%', evidence: '受理12件，办结10件，2件未到期限。' }),
      silent: true,
    },
    {
      name: '应到、实到的是别的',
      sheet: goal({ name: '考试合格率', actual: '98%', evidence: '应参会60人，实参会57人。' }),
      silent: true,
    },
    {
      name: '完成的正是本行的事，数相同',
      sheet: training(0, { name: '培训人次', target: '≥200人次', actual: '210人次', evidence: '完成培训210人次' }),
    },
    {
      name: '截至12月底就是全年',
      sheet: goal({ name: '资金支付率', actual: '87.6%', evidence: '截至12月底支付率87.6%。' }),
    },
    {
      name: '截至6月底不是全年',
      silent: true,
      sheet: goal({ name: '资金支付率', actual: '87.6%', evidence: '截至6月底支付率47.6%。' }),
    },
    {
      name: '同比提高的不是完成值',
      silent: true,
      sheet: goal({ name: '资金支付率', actual: '87.6%', evidence: '支付率提高4.2%。' }),
    },
    {
      name: '计划的数不是完成值',
      silent: true,
      sheet: training(0, { name: '培训人次', target: '≥200人次', actual: '210人次', evidence: '计划完成200人次' }),
    },
    {
      name: '项目已完工的未必是全部，也不作判断',
      silent: true,
      sheet: training(0, { name: '实施项目数量', target: '5个', actual: '5个', evidence: '3个项目已完工。' }),
    },
    {
      name: '完成的是别的事',
      silent: true,
      sheet: training(0, { name: '培训人次', target: '≥200人次', actual: '210人次', evidence: '完成体检190人次' }),
    },
    {
      name: '下降率由前后两数算得，相符',
      sheet: training(0, { name: '能耗下降率', target: '≥3%', actual: '4%', evidence: '由100吨下降到96吨' }),
    },
    {
      name: '三个数里哪两个相除说不准',
      silent: true,
      sheet: goal({ name: '按期办结率', actual: '95%', evidence: '受理400件，办结390件，其中按期办结380件。' }),
    },
    {
      name: '另一个比率',
      silent: true,
      sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '回访率80%。' }),
    },
    {
      name: '上年的数',
      silent: true,
      sheet: goal({ name: '市民满意率', actual: '97.52%', evidence: '上年满意率为90%。' }),
    },
    {
      name: '同一数量',
      sheet: goal({
        name: '支撑评价系统的大厅数量',
        target: '140个',
        actual: '179个',
        evidence: '已支撑评价系统的大厅179个。',
      }),
    },
    {
      name: '只写实际完成，数相同',
      sheet: training(0, {
        actual: '180人次',
        stated: 18,
        evidence: '原因：年初目标200人次，实际完成180人次。措施：加快。',
      }),
    },
    {
      name: '只写实际完成，单位不同',
      silent: true,
      sheet: training(0, { actual: '180人次', stated: 18, evidence: '原因：实际完成5期，少开1期。措施：加快。' }),
    },
    {
      name: '实际完成的是别的事',
      silent: true,
      sheet: training(0, { actual: '180人次', stated: 18, evidence: '原因：实际完成回访150人次。措施：加快。' }),
    },
    ...['仅培训180人次', '共培训180人次', '累计培训180人次'].map((told) => ({
      name: `${told}，数相同`,
      sheet: training(0, { actual: '180人次', stated: 18, evidence: `原因：资金未到位，${told}。措施：加快。` }),
    })),
    ...['培训约200人次', '培训人次突破200人次', '培训人次逾200人次'].map((evidence) => ({
      name: `${evidence}，不是确数`,
      silent: true as const,
      sheet: training(0, { name: '培训人次', target: '≥200人次', actual: '210人次', evidence }),
    })),
    ...['仅接待150人次', '共发放150人次', '每期仅培训50人次', '其中仅培训150人次', '上半年仅培训50人次'].map(
      (told) => ({
        name: `${told}，不是本行的全部`,
        silent: true as const,
        sheet: training(0, { actual: '180人次', stated: 18, evidence: `原因：资金未到位，${told}。措施：加快。` }),
      }),
    ),
    ...['人均培训2人次。', '户均培训2人次。', '各期均50人次。', '每期培训50人次。'].map((evidence) => ({
      name: evidence,
      silent: true,
      sheet: training(0, { name: '培训人次', actual: '210人次', evidence }),
    })),
    {
      name: '没有完成的数量',
      silent: true,
      sheet: goal({
        name: '道路硬化改造数量',
        target: '10条',
        actual: '9条',
        stated: 1.8,
        evidence: '原因：1条道路硬化改造未完工。措施：加快施工。',
      }),
    },
    {
      name: '分项的数量',
      silent: true,
      sheet: goal({ name: '举办业务培训期数', target: '3期', actual: '5期', evidence: '其中举办业务培训线上2期。' }),
    },
    ...(
      [
        ['完成值没有单位', '培训190人次。', { target: '≥200', actual: 210 }],
        ['完成值是约数', '培训190人次。', { name: '培训人次', actual: '约210人次' }],
        ['数量不由两数算', '检查路灯500盏，损坏20盏。', { name: '路灯完好数', target: '≥480盏', actual: '490盏' }],
      ] as const
    ).map(([name, evidence, more]) => ({ name, silent: true as const, sheet: training(0, { evidence, ...more }) })),
    {
      name: '完成值写的是至少，依据写得更多',
      sheet: training(0, { name: '培训人次', actual: '≥210人次', evidence: '培训230人次。' }),
    },
    {
      name: '完成值写的是至多，依据写得更少',
      sheet: training(0, { name: '有效投诉次数', target: '≤5次', actual: '≤4次', evidence: '有效投诉3次。' }),
    },
  ],
  invalid: [
    {
      name: '完成值是负数，依据没有写是降低',
      sheet: training(0, { name: '能耗变化率', target: '≤-5%', actual: '-5.2%', evidence: '能耗变化率5.2%。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '-5.2%', found: '5.2%' }],
    },
    {
      name: '完成值写的是至少，依据写得更少',
      sheet: training(0, { name: '培训人次', actual: '≥210人次', evidence: '培训190人次。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '210人次', found: '190人次' }],
    },
    {
      name: '完成值写的是至多，依据写得更多',
      sheet: training(0, { name: '有效投诉次数', target: '≤5次', actual: '≤4次', evidence: '有效投诉5次。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '4次', found: '5次' }],
    },
    {
      name: '数在前面，格子里有空格',
      sheet: training(0, { name: '培训人次', actual: ' 210人次 ', evidence: '190人次参加培训。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '210人次', found: '190人次' }],
    },
    ...COUNTED.map(([name, , actual, evidence, severity]) => ({
      name: `按说明里的数算得的率，不符：${evidence}`,
      sheet: training(0, { name, target: '≥2%', actual, evidence }),
      findings: [{ cell: 'H7', message: 'counted', severity }],
    })),
    {
      name: '超额完成的是其中的一部分',
      sheet: training(0, { name: '培训人次', actual: '210人次', evidence: '全年培训230人次，超额完成10人次。' }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info', expected: '210人次', found: '230人次' }],
    },
    {
      name: '完成值写成小数',
      sheet: training(0, { name: '培训合格率', target: '≥80%', actual: 0.81, evidence: '合格率71%。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '81%', found: '71%' }],
    },
    {
      name: '几项的数与全年的数都写了，全年的数与完成值不同',
      sheet: training(0, { name: '培训人次', actual: '210人次', evidence: '线上90人次，线下100人次，全年共190人次。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '210人次', found: '190人次' }],
    },
    {
      name: '做了的和没有做的合起来是指标值',
      sheet: training(0, { name: '培训人次', actual: '200人次', evidence: '已培训190人次，其余10人次未培训。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '200人次', found: '190人次' }],
      others: ['evidence-difference'],
    },
    {
      name: '两个数之外是没有做到的：其余2个正在整改',
      sheet: training(0, {
        name: '问题整改率',
        target: '100%',
        actual: '100%',
        evidence: '发现问题40个，整改38个，其余2个正在整改。',
      }),
      findings: [{ cell: 'H7', message: 'counted', severity: 'warning', expected: '95%' }],
    },
    {
      name: '两个数之外还有别的字，只作提示',
      sheet: training(0, {
        name: '信访办结率',
        target: '100%',
        actual: '100%',
        evidence: '受理信访60件，当场办结57件。',
      }),
      findings: [{ cell: 'H7', message: 'counted', severity: 'info', expected: '95%' }],
    },
    {
      name: '没有人这样取整',
      sheet: training(0, { name: '种植面积', target: '≥5万亩', actual: '5万亩', evidence: '全年种植4.7万亩。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '5万亩', found: '4.7万亩' }],
    },
    {
      name: '截至12月底的比率不同',
      sheet: goal({ name: '资金支付率', actual: '87.6%', evidence: '截至12月底支付率86.7%。' }),
      findings: [{ cell: 'J11', message: 'differs', expected: '87.6%', found: '86.7%' }],
    },
    ...[
      '上半年停课两个月，全年培训190人次。',
      '全年190人次。',
      '按计划完成190人次。',
      '全年均按计划实施，共培训190人次。',
      '均已完成，实际培训190人次。',
    ].map((evidence) => ({
      name: evidence,
      sheet: training(0, { name: '培训人次', target: '≥180人次', actual: '210人次', evidence }),
      findings: [{ cell: 'H7', message: 'differs', expected: '210人次', found: '190人次' }],
    })),
    ...['合格率均为93%。', '均及时抽检，抽检合格率93%。'].map((evidence) => ({
      name: evidence,
      sheet: training(0, { name: '抽检合格率', target: '≥90%', actual: '95%', evidence }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '95%', found: '93%' }],
    })),
    {
      name: '只写了两个数，除出来不是完成值',
      sheet: training(0, { name: '抽检合格率', target: '≥95%', actual: '98%', evidence: '抽检50批次，合格46批次。' }),
      findings: [{ cell: 'H7', message: 'counted', severity: 'warning', expected: '92%', found: '98%' }],
    },
    {
      name: '应种多少、实种多少，除出来不是完成值：只问',
      sheet: goal({ name: '疫苗接种率', actual: '98.6%', evidence: '应种5620针次，实种5441针次。' }),
      findings: [{ cell: 'J11', message: 'counted', severity: 'info', expected: '96.81%', found: '98.6%' }],
    },
    {
      name: '完成几个、剩余几个，除出来不是完成值：只问',
      sheet: goal({ name: '整改完成率', actual: '96%', evidence: '25个问题完成整改22个，剩余3个需长期整改。' }),
      findings: [{ cell: 'J11', message: 'counted', severity: 'info', expected: '88%', found: '96%' }],
    },
    {
      name: '其余几个说的是没有达到的，除出来不是完成值：只问',
      sheet: goal({ name: '水质达标率', actual: '91.67%', evidence: '12个断面10个达标，2个断面总磷超标。' }),
      findings: [{ cell: 'J11', message: 'counted', severity: 'info', expected: '83.33%', found: '91.67%' }],
    },
    {
      name: '完成培训的人次与完成值不同',
      sheet: training(0, { name: '培训人次', target: '≥200人次', actual: '210人次', evidence: '完成培训190人次' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning' }],
    },
    {
      name: '原因里写的实际培训与完成值不同',
      sheet: training(0, { actual: '210人次', evidence: '原计划200人次，实际培训190人次。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '210人次', found: '190人次' }],
    },
    {
      name: '原因里写的实际完成与完成值不同',
      sheet: training(0, {
        actual: '180人次',
        stated: 18,
        evidence: '原因：年初目标200人次，实际仅完成150人次。措施：加快。',
      }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '180人次', found: '150人次' }],
    },
    {
      name: '仅做了多少，与完成值不同',
      sheet: training(0, { actual: '180人次', stated: 18, evidence: '原因：资金未到位，仅培训150人次。措施：加快。' }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning', expected: '180人次', found: '150人次' }],
    },
    {
      name: '比率不同',
      sheet: goal({ name: '市民满意率', actual: '98.52%', evidence: '满意率97.52%。' }),
      findings: [
        { cell: 'J11', message: 'differs', severity: 'warning', expected: '98.52%', found: '97.52%', related: ['H11'] },
      ],
    },
    {
      name: '数量不同',
      sheet: goal({
        name: '支撑评价系统的大厅数量',
        target: '140个',
        actual: '197个',
        evidence: '目前评价系统已支撑179个大厅。',
      }),
      findings: [{ cell: 'J11', message: 'differs', severity: 'warning', expected: '197个', found: '179个' }],
    },
    ...(
      [
        ['培训合格率', '首次考核培训合格率92%，补考后全部合格'],
        ['培训合格率', '培训合格率92%，补考后全部合格'],
        ['就业率', '本科生就业率83%'],
        ['一般预算执行率', '政府性基金预算执行率83%'],
      ] as const
    ).map(([name, evidence]) => ({
      name: `${evidence}：还有别的字，未必是这一项的全部`,
      sheet: training(0, { name, target: '≥80%', actual: '98%', evidence }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info' as const }],
    })),
    ...(
      [
        ['培训合格率', '2023年本单位实际培训合格率为92%'],
        ['就业率', '目前总体就业率达到83%'],
      ] as const
    ).map(([name, evidence]) => ({
      name: `${evidence}：没有别的字`,
      sheet: training(0, { name, target: '≥80%', actual: '98%', evidence }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning' as const }],
    })),
    ...(
      [
        ['培训人次', '本单位培训80人次，其余为下属单位人员'],
        ['培训人次', '按计划培训150人次，另外增加50人次'],
      ] as const
    ).map(([name, evidence]) => ({
      name: `${evidence}：写的未必是全部，或者不只是本年`,
      sheet: training(0, { name, actual: '200人次', evidence }),
      findings: [{ cell: 'H7', message: 'reached', severity: 'info' as const }],
    })),
    ...(
      [
        ['培训人次', '已培训190人次，其余正在培训'],
        ['培训人次', '培训190人次，全部合格'],
      ] as const
    ).map(([name, evidence]) => ({
      name: `${evidence}：写的就是全部`,
      sheet: training(0, { name, actual: '200人次', evidence }),
      findings: [{ cell: 'H7', message: 'differs', severity: 'warning' as const }],
    })),
    ...(
      [
        ['累计带动就业1200人', { message: 'reached', severity: 'info' }],
        ['全年累计带动就业1200人', { message: 'differs', severity: 'warning' }],
      ] as const
    ).map(([evidence, found]) => ({
      name: `${evidence}，完成值小得多`,
      sheet: training(0, { name: '带动就业人数', target: '≥100人', actual: '120人', evidence }),
      findings: [{ cell: 'H7', ...found }],
    })),
    {
      name: '得分按依据写的数算的：完成值写错了，得分不另说',
      sheet: goal({ name: '市民满意率', target: '≥95%', actual: '79.52%', evidence: '满意率97.52%。' }),
      findings: [{ cell: 'J11', message: 'differs', severity: 'warning' }],
    },
    {
      name: '得分与两个数都不符，是另一处差错',
      sheet: goal({ name: '市民满意率', target: '≥95%', actual: '79.52%', evidence: '满意率90.52%。' }),
      findings: [{ cell: 'J11', message: 'differs', severity: 'warning' }],
      others: ['score-by-rule'],
    },
  ],
});
