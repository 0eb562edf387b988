import { fullMarksText } from '../../src/checks/full-marks-text';
import { standards } from '../fixtures/render';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';

const told = (evidence: string) => training(0, { evidence });
/** A row scored by a printed standard, with its evidence. */
const judged = (standard: string, evidence: string) =>
  standards({
    rows: [
      { level1: '管理', level2: '预算管理', name: '信息公开', standard, weight: 10, stated: 10, evidence },
      { name: '资产管理', standard: '由评价组评定', weight: 90, stated: 90, evidence: '账实相符。' },
    ],
  });
const OPEN = '按规定公开得10分，未公开不得分';
const SOUND = '健全得10分，不健全得0分';
const valid = (name: string, evidence: string) => ({ name, sheet: told(evidence) });

export default cases(fullMarksText, {
  valid: [
    { name: '没有说明', silent: true, sheet: training() },
    { name: '不存在未完成', silent: true, sheet: told('无未完成情况') },
    valid('写明完成了', '全年举办四期，参训人员均有签到记录'),
    valid('不存在不达标的', '各期培训均有签到，不存在质量不达标情况'),
    valid('没有未完成的', '各期培训没有未完成的，资料齐全'),
    valid('滞后已经追上', '前期工作滞后，经协调最终按期举办'),
    valid('另有尾款未付', '培训按期举办，尾款尚未完成支付'),
    valid('说的是上年', '上年未完成目标，本年提前安排了场地'),
    valid('说的是规则', '未完成目标的每少一人扣0.5分'),
    valid('未完成的已经补上', '上半年未完成计划，下半年补课后全部完成'),
    valid('上半年少，下半年补上', '上半年仅完成80人次，下半年加快进度完成130人次'),
    ...['投诉次数', '不合格率'].map((name) => ({
      name: `越低越好的，低于目标正是达到：${name}`,
      sheet: training(0, { name, target: '≤5%', actual: '3%', evidence: '全年为3%，低于目标' }),
    })),
    valid('说的是怎样算未完成', '培训人次如未达到目标值须说明，今年签到齐全'),
    { name: '做到了评分标准要求的', sheet: judged(OPEN, '已按规定公开。') },
    { name: '评分标准说的是扣分，酌情的不算', sheet: judged('未成立工作小组，酌情处理', '未成立工作小组。') },
    { name: '没有成立的是别的', sheet: judged('未成立工作小组扣8分', '检查组未成立。') },
    { name: '评分标准说的是不该有的', sheet: judged('受到批评的，每次扣1分', '未受到批评。') },
    { name: '没有做不到的', sheet: judged(SOUND, '无不健全的情况。') },
    {
      name: '没有得满分的写原因，理所当然',
      silent: true,
      sheet: training(0, { actual: '180人次', stated: 18, evidence: '实际仅完成180人次，因场地改造少办一期' }),
    },
  ],
  invalid: [
    {
      name: '得满分，却写实际仅完成',
      sheet: told('因场地改造少办一期，实际仅完成培训185人次'),
      findings: [{ cell: 'H7', message: 'missed', severity: 'info', related: ['G7', 'E7'] }],
      others: ['evidence-actual'],
    },
    {
      name: '得满分，却写未按期完成',
      sheet: told('受疫情影响，培训未按期完成'),
      findings: [{ cell: 'H7', message: 'missed' }],
    },
    {
      name: '得满分，却写低于目标',
      sheet: told('参训人数低于年初目标'),
      findings: [{ cell: 'H7', message: 'missed' }],
    },
    {
      name: '得满分，却写没有按时公开',
      sheet: judged(OPEN, '预决算未按时公开。'),
      findings: [{ cell: 'G5', message: 'missed' }],
    },
    {
      name: '得满分，却写工作滞后',
      sheet: told('前期审批时间长，培训工作滞后'),
      findings: [{ cell: 'H7', message: 'missed' }],
    },
    {
      name: '得满分，却写没有足额到位',
      sheet: told('市级资金未足额到位，其余按计划进行'),
      findings: [{ cell: 'H7', message: 'missed' }],
    },
    {
      name: '得满分，却写没有做到评分标准要求的',
      sheet: judged(OPEN, '当年未按规定公开。'),
      findings: [{ cell: 'G5', message: 'missed', severity: 'info', found: '当年未按规定公开' }],
    },
    {
      name: '得满分，却写与评分标准要求的相反',
      sheet: judged(SOUND, '制度不健全。'),
      findings: [{ cell: 'G5', message: 'missed', found: '制度不健全' }],
    },
    ...(
      [
        ['成立工作小组；未成立工作小组扣8分', '未成立工作小组，由办公室兼管。'],
        ['①不公开预算不得分；②不公开决算得0分', '不公开决算。'],
        ['2.没有台账计0分', '没有台账。'],
        ['没有台账酌情扣5分', '没有台账。'],
      ] as const
    ).map(([standard, evidence]) => ({
      name: `得满分，却写评分标准要扣分的：${standard}`,
      sheet: judged(standard, evidence),
      findings: [{ cell: 'G5', message: 'missed', severity: 'info' as const }],
    })),
    ...(
      [
        ['设立台账的得满分', '未设立台账。'],
        ['设立台账3.5分；否则不得分', '未设立台账。'],
        ['发生事故的，扣5分；制度健全计10分', '制度不健全。'],
        ['制度健全得10分，其余酌情', '制度不健全。'],
      ] as const
    ).map(([standard, evidence]) => ({
      name: `得满分，却写与评分标准要求的相反：${standard}`,
      sheet: judged(standard, evidence),
      findings: [{ cell: 'G5', message: 'missed', severity: 'info' as const }],
    })),
    {
      name: '得满分，却写未达到目标',
      sheet: training(3, { evidence: '问卷回收较少，未达到目标值，拟增加调查' }),
      findings: [{ cell: 'H10', message: 'missed' }],
    },
  ],
});
