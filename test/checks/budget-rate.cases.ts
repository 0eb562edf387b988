import { budgetRate } from '../../src/checks/budget-rate';
import { cases } from '../support/checkTester';
import { TRAINING, funded, trainingIn } from '../fixtures/training';
import type { MoneySpec } from '../fixtures/spec';

const line = (
  group: string,
  label: string,
  budget: number | null,
  spent: number | null,
  rate: string | null,
): MoneySpec => ({ group, label, budget, spent, rate });
const block = (rates: readonly (string | null)[], basic = 295) =>
  trainingIn('L1', {
    budget: {
      lines: [
        line('按资金来源', '财政拨款', 800, basic + 495, rates[0] ?? null),
        line('按资金来源', '其他资金', null, null, rates[1] ?? null),
        line('按资金结构', '基本支出', 300, basic, rates[2] ?? null),
        line('按资金结构', '项目支出', 500, 495, rates[3] ?? null),
      ],
    },
    rows: TRAINING,
    total: { weight: 90, stated: 90 },
  });

export default cases(budgetRate, {
  valid: [
    { name: '相符', sheet: block(['98.75%', null, '98.33%', '99%']) },
    { name: '只写整数', sheet: funded({ spent: 86.2, rate: '86%', stated: 8.62 }) },
    { name: '截去尾数', sheet: block(['98.7%', null, '98.33%', '99.00%']) },
    { name: '按万元取整后的执行率', sheet: funded({ budget: 63.33, spent: 57.1, rate: '90.17%', stated: 9.02 }) },
    {
      name: '还没有填的资金表，执行率为 0',
      silent: true,
      sheet: funded({ initial: null, budget: null, spent: null, rate: '0%', stated: 0 }),
    },
    { name: '没有钱的行写 0%', sheet: funded({}, [{ label: '其他资金', budget: 0, spent: 0, rate: '0.00%' }]) },
  ],
  invalid: [
    {
      name: '执行率算错，得分按错的算',
      sheet: funded({ spent: 86.2, rate: '96.20%', stated: 9.62 }),
      findings: [
        {
          cell: 'G5',
          message: 'differs',
          severity: 'error',
          expected: '86.2%',
          found: '96.2%',
          related: ['D5', 'E5', 'H5'],
          fix: '86.2%',
        },
      ],
    },
    {
      name: '旁边都有两位小数，99.86% 写成 100%',
      sheet: block(['98.75%', null, '98.33%', '100%']),
      findings: [{ cell: 'F8', message: 'differs', expected: '99%', found: '100%' }],
    },
    {
      name: '96% 写成 97%，恰差一个百分点',
      sheet: funded({ spent: 96, rate: '97%', stated: 9.6 }),
      findings: [{ cell: 'G5', message: 'differs', expected: '96%', found: '97%' }],
    },
    {
      name: '99.6% 写成 100%',
      sheet: block(['99.22%', null, '100%', '99%'], 298.8),
      findings: [{ cell: 'E8', message: 'differs', expected: '99.6%', found: '100%' }],
    },
    {
      name: '没有预算却有执行率',
      sheet: block(['98.75%', '98.75%', '98.33%', '99%']),
      findings: [{ cell: 'D8', message: 'without-budget', related: ['E8', 'F8'] }],
    },
    {
      name: '预算数和执行数都没有填，几行执行率只提示一次',
      sheet: funded({ initial: null, budget: null, spent: null, rate: '100%', stated: 10 }, [
        { label: '其中：财政拨款', initial: null, budget: null, spent: null, rate: '100%' },
      ]),
      findings: [
        { cell: 'D5', message: 'no-amounts', severity: 'warning', related: ['E5', 'D6', 'E6', 'G5', 'H5', 'G6'] },
      ],
    },
    {
      name: '没有执行率，得分却是满分',
      sheet: funded({ initial: null, budget: null, spent: null, rate: null, stated: 10 }),
      findings: [{ cell: 'D5', message: 'no-amounts', severity: 'warning', related: ['E5', 'H5'] }],
    },
    {
      name: '只有执行数没有填',
      sheet: funded({ spent: null, rate: '98%', stated: 9.8 }),
      findings: [{ cell: 'E5', message: 'no-spent', severity: 'warning', related: ['G5', 'H5'] }],
    },
    {
      name: '一部分没有填，按其他分法还差这一笔，不另说合计不符',
      sheet: trainingIn('L1', {
        budget: {
          lines: [
            line('按资金来源', '财政拨款', 800, 790, '98.75%'),
            line('按资金结构', '基本支出', null, null, '98.33%'),
            line('按资金结构', '项目支出', 500, 495, '99%'),
          ],
        },
        rows: TRAINING,
        total: { weight: 90, stated: 90 },
      }),
      findings: [{ cell: 'D6', message: 'no-amounts', severity: 'warning', related: ['D7', 'D8'] }],
    },
    {
      name: '后面两格错了一格',
      sheet: funded({ spent: 98, rate: '98.00%', stated: 9.8 }, [
        { label: '其中：财政拨款', initial: 60, budget: 60, spent: 59, rate: '98.00%' },
        { label: '其他资金', initial: 40, budget: 40, spent: 39, rate: '98.33%' },
      ]),
      findings: [{ cell: 'G6', message: 'shifted', related: ['G7'] }],
    },
  ],
});
