import { evidenceDate } from '../../src/checks/evidence-date';
import { training } from '../fixtures/training';
import type { RowSpec } from '../fixtures/spec';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const row = (evidence: string, more: Partial<RowSpec> = {}) =>
  training(0, {
    level2: '时效指标',
    name: '项目完成时间',
    target: '2023年10月底前',
    actual: '2023年10月20日',
    evidence,
    ...more,
  });
const late = (found: string) => [
  { cell: 'H7', message: 'late', severity: 'warning' as const, related: ['D7', 'E7'], found },
];

/** What the completion in E3 says of a training that ended on the 28th of November. */
const completed = (text: string) =>
  narrated('', text, [
    ['培训完成时间', '2023年12月底前', '2023年11月28日'],
    ['培训人次', '≥200人次', '210人次'],
  ]);

export default cases(evidenceDate, {
  valid: [
    ...['培训于2023年11月28日全部结束。', '培训工作于2023年11月28日完成。', '全部培训任务于2023年11月完成。'].map(
      (text) => ({
        name: `完成情况写的时间相同：${text}`,
        sheet: completed(text),
      }),
    ),
    ...['12月底前完成培训。', '第一期培训于6月10日结束。', '3月1日启动培训。', '12月20日完成资金支付。'].map(
      (text) => ({
        name: `完成情况写的是别的时间：${text}`,
        silent: true as const,
        sheet: completed(text),
      }),
    ),
    { name: '按期', sheet: row('项目于2023年10月20日完成。') },
    {
      name: '完成值写按时发放，是按时',
      sheet: row('补贴于2023年9月发放。', { name: '补贴发放时间', actual: '按时发放' }),
    },
    {
      name: '完成值写没有按时',
      silent: true,
      sheet: row('项目于2024年1月完成。', { actual: '未按期完成', stated: 18 }),
    },
    { name: '完成以后的事', silent: true, sheet: row('2024年1月20日完成决算审计。') },
    { name: '完成以后验收', silent: true, sheet: row('项目于2024年1月20日通过验收。') },
    { name: '完成的是验收', silent: true, sheet: row('2024年2月完成项目验收。') },
    { name: '写了两个日期', silent: true, sheet: row('项目于2023年3月开工，12月通过审计。') },
    { name: '另一批的事', silent: true, sheet: row('第二批于2023年12月15日完成。') },
    { name: '计划的日期', silent: true, sheet: row('计划于2024年4月完成。') },
    {
      name: '开工时间不是完成时间',
      silent: true,
      sheet: row('项目于2023年12月15日竣工。', { name: '项目开工时间' }),
    },
    {
      name: '完成值已经晚了，由别的项目说',
      silent: true,
      sheet: row('项目于2023年12月15日完成。', { actual: '2023年12月15日', stated: 18 }),
    },
    {
      name: '指标值是天数',
      silent: true,
      sheet: row('项目于2023年12月15日完成。', { target: '≤30天', actual: '按期完成' }),
    },
    {
      name: '指标值是每月的某一日',
      silent: true,
      sheet: row('补贴于2023年12月15日发放。', {
        name: '补贴发放时间',
        target: '每月10日前',
        actual: '每月10日前',
      }),
    },
    {
      name: '只写了月份，晚不晚看不出来',
      silent: true,
      sheet: row('项目于2023年10月完成。', { target: '2023年10月15日前', actual: '2023年10月10日' }),
    },
    { name: '只写了年份', silent: true, sheet: row('项目于2024年完成。') },
    { name: '写的是一段时间', silent: true, sheet: row('项目于2023年11月-12月完成。') },
    { name: '后面又有一个日期', silent: true, sheet: row('项目于2023年12月15日完成，2024年1月审计。') },
    {
      name: '完成的是项目，不是招标',
      silent: true,
      sheet: row('项目于2023年12月15日完成。', { name: '项目招标完成时间' }),
    },
    {
      name: '实际完成的是项目，不是招标',
      silent: true,
      sheet: row('项目实际于2023年12月15日完成。', { name: '项目招标完成时间' }),
    },
    {
      name: '没有写发放的是哪一项',
      silent: true,
      sheet: row('补贴于2023年12月15日发放。', { name: '城乡居民补贴发放时间' }),
    },
    {
      name: '完成的不是名称里的事',
      silent: true,
      sheet: row('补贴项目于2023年12月15日完成。', { name: '补贴发放时间' }),
    },
    { name: '完成值是数字', silent: true, sheet: row('项目于2023年12月15日完成。', { actual: '100%' }) },
  ],
  invalid: [
    ...(
      [
        ['培训于2023年12月28日全部结束。', '2023年12月28日'],
        ['2023年12月20日完成全部培训，培训210人次。', '2023年12月20日'],
      ] as const
    ).map(([text, found]) => ({
      name: `完成情况写的时间不同：${text}`,
      sheet: completed(text),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info' as const, related: ['E5'], found }],
    })),
    {
      name: '写明是实际发放的时间，就是本项的',
      sheet: row('实际于2023年12月15日发放。', { name: '城乡居民补贴发放时间' }),
      findings: late('2023年12月15日'),
    },
    {
      name: '完成值只写完成',
      sheet: row('项目于2024年3月完工。', { actual: '完成' }),
      findings: late('2024年3月'),
    },
    {
      name: '说明里还有别的数，格子里有空格',
      sheet: row('共3期， 项目于2023年12月15日完成 。', { target: ' 2023年10月底前', actual: '2023年10月20日 ' }),
      findings: late('2023年12月15日'),
    },
    { name: '晚于指标值', sheet: row('项目于2023年12月15日完成。'), findings: late('2023年12月15日') },
    { name: '没有写年份', sheet: row('项目12月15日才全部完成。'), findings: late('12月15日') },
    {
      name: '完成值写按期完成',
      sheet: row('因招标推迟，项目于2024年3月完工并通过验收。', { actual: '按期完成' }),
      findings: late('2024年3月'),
    },
    {
      name: '完成值写按时发放',
      sheet: row('补贴于2024年1月发放。', { name: '补贴发放时间', actual: '按时发放' }),
      findings: late('2024年1月'),
    },
    {
      name: '经批准延期的只作提示',
      sheet: row('因汛期影响，经批准延期，项目于2023年12月15日完成。'),
      findings: late('2023年12月15日').map((one) => ({ ...one, severity: 'info' as const })),
    },
    {
      name: '事情就是名称里的事',
      sheet: row('补贴资金于2023年12月15日发放到位。', { name: '补贴发放时间', actual: '2023年10月底' }),
      findings: late('2023年12月15日'),
    },
  ],
});
