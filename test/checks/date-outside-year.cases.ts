import { dateOutsideYear } from '../../src/checks/date-outside-year';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';

const sheetOf = (target: string, actual: string, year = 2022) =>
  training(2, { name: '完工时间', target, actual }, { year });

export default cases(dateOutsideYear, {
  valid: [
    { name: '日期在年度之内', sheet: sheetOf('2022年12月底前', '2022年11月') },
    { name: '跨年度项目，指标值在以后', sheet: sheetOf('2023年6月底前', '2023年5月') },
    { name: '闰年的2月29日', sheet: sheetOf('2024年12月底前', '2024年2月29日', 2024) },
    { name: '第十三个月工资', silent: true, sheet: training(2, { evidence: '已发放2023年13月份工资' }) },
    { name: '农历二月三十', silent: true, sheet: training(2, { evidence: '农历2月30日举办庙会' }) },
    { name: '没有年份的2月29日', silent: true, sheet: sheetOf('12月底前', '2月29日') },
    { name: '日期没有年份', silent: true, sheet: sheetOf('12月底前', '11月') },
  ],
  invalid: [
    {
      name: '标题是往年的',
      sheet: training(null, {}, { title: '2021年度项目支出绩效自评表', year: 2022 }),
      findings: [{ cell: 'A2', message: 'heading', severity: 'info', related: ['A1'] }],
    },
    {
      name: '平年的2月29日',
      sheet: training(2, { name: '完工时间', target: '2023年12月底前', actual: '2023年2月29日' }),
      findings: [{ cell: 'E9', message: 'impossible', severity: 'warning' }],
    },
    {
      name: '依据里没有这一天',
      sheet: training(2, { evidence: '2023年11月31日完成验收' }),
      findings: [{ cell: 'H9', message: 'impossible', severity: 'warning' }],
    },
    {
      name: '指标值是往年的日期',
      sheet: sheetOf('2021年12月底前', '2022年11月'),
      findings: [{ cell: 'D9', message: 'before', severity: 'info' }],
    },
    {
      name: '完成在往年',
      sheet: sheetOf('2022年12月底前', '2021年11月3日'),
      findings: [{ cell: 'E9', message: 'early', severity: 'info' }],
    },
    {
      name: '完成在年度之后',
      sheet: sheetOf('2022年12月底前', '2023年2月'),
      findings: [{ cell: 'E9', message: 'after' }],
    },
  ],
});
