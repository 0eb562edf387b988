import { budgetRate } from '../../src/checks/budget-rate';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { TRAINING, funded, training, trainingIn } from '../fixtures/training';
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

/** A whole of 100 of which 98 was spent, over two parts. */
const parted = (first: Partial<MoneySpec>, second: Partial<MoneySpec>, total: Partial<MoneySpec> = {}) =>
  funded({ spent: 98, rate: '98.00%', stated: 9.8, ...total }, [
    { label: '其中：财政拨款', initial: 60, budget: 60, spent: 59, rate: '98.33%', ...first },
    { label: '其他资金', initial: 40, budget: 40, spent: 39, rate: '97.50%', ...second },
  ]);
const empty = { initial: null, budget: null, spent: null };

/** A table of tasks beside the year's money. */
const tasked = (rate: string, more = '') =>
  sheetOf(`部门整体绩效自评表
年度主要任务|任务名称|主要内容|预算金额（万元）|执行金额（万元）|执行率|
|任务1|重大项目前期|30|27|${rate}|${more}
预算情况（万元）|||全年预算数|全年执行数|执行率|得分（10分）
|部门预算总额||100|90|90%|9
|其中：财政拨款||100|90|90%|-
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
满意度指标|满意度|学员满意度|≥90%|95%|30|30
总分|||||100|99`);

export default cases(budgetRate, {
  valid: [
    { name: '相符', sheet: block(['98.75%', null, '98.33%', '99%']) },
    ...['***', 'XX', '×××'].map((secret) => ({
      name: `金额因保密隐去：${secret}`,
      silent: true as const,
      sheet: funded({ initial: secret, budget: secret, spent: secret, rate: '100%', stated: 10 }, []),
    })),
    { name: '只写整数', sheet: funded({ spent: 86.2, rate: '86%', stated: 8.62 }) },
    {
      name: '都取整，按两位小数的格式显示',
      sheet: funded({ budget: 148, spent: 46, rate: '31.00%', stated: 3.11 }, [
        { label: '其中：中央资金', budget: 102, spent: 0, rate: '0.00%' },
        { label: '地方资金', budget: 46, spent: 46, rate: '100.00%' },
      ]),
    },
    { name: '截去尾数', sheet: block(['98.7%', null, '98.33%', '99.00%']) },
    { name: '按万元取整后的执行率', sheet: funded({ budget: 63.33, spent: 57.1, rate: '90.17%', stated: 9.02 }) },
    {
      name: '还没有填的资金表，执行率为 0',
      silent: true,
      sheet: funded({ initial: null, budget: null, spent: null, rate: '0%', stated: 0 }),
    },
    {
      name: '没有资金表',
      silent: true,
      sheet: training(null, {}, { budget: null, total: { weight: 90, stated: 90 } }),
    },
    { name: '各项任务的执行率', sheet: tasked('90%') },
    { name: '没有钱的行写 0%', sheet: funded({}, [{ label: '其他资金', budget: 0, spent: 0, rate: '0.00%' }]) },
  ],
  invalid: [
    {
      name: '金额是短横，执行率却写 100%',
      sheet: funded({ initial: '—', budget: '—', spent: '—', rate: '100%', stated: 10 }, []),
      findings: [{ cell: 'G5', message: 'without-budget', severity: 'error' }],
    },
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
      name: '旁边有两位小数，98.33% 写成 98.00%',
      sheet: block(['98.75%', null, '98.00%', '99.00%']),
      findings: [{ cell: 'E8', message: 'differs', expected: '98.33%', found: '98%' }],
    },
    {
      name: '都取整，差了一个百分点',
      sheet: funded({ budget: 148, spent: 46, rate: '32.00%', stated: 3.11 }),
      findings: [{ cell: 'G5', message: 'differs', expected: '31.08%', found: '32%' }],
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
      name: '各项任务的执行率算错：只提示',
      sheet: tasked('95%'),
      findings: [
        { cell: 'F3', message: 'differs', severity: 'info', expected: '90%', found: '95%', related: ['D3', 'E3'] },
      ],
    },
    {
      name: '各项任务的执行率算错，另有两项的执行率就是它们的金额之商',
      sheet: tasked('95%', '\n|任务2|技术服务|20|19|95%|\n|任务3|运行维护|50|44|88%|'),
      findings: [
        { cell: 'F3', message: 'differs', severity: 'warning', expected: '90%', found: '95%', related: ['D3', 'E3'] },
      ],
    },
    {
      name: '执行率是公式，不给改数',
      sheet: funded({ spent: 86.2, rate: { value: '96.20%', formula: '=TEXT(0.962,"0.00%")' }, stated: 9.62 }),
      findings: [{ cell: 'G5', message: 'differs', expected: '86.2%', fix: null }],
    },
    {
      name: '执行率写成小数，不给改数',
      sheet: funded({ spent: 86.2, rate: 0.962, stated: 9.62 }),
      findings: [{ cell: 'G5', message: 'differs', expected: '86.2%', fix: null }],
    },
    {
      name: '两个执行率各错各的',
      sheet: parted({ rate: '89.33%' }, { rate: '79.50%' }),
      findings: [
        { cell: 'G6', message: 'differs', expected: '98.33%', related: ['D6', 'E6'], fix: '98.33%' },
        { cell: 'G7', message: 'differs', expected: '97.5%', related: ['D7', 'E7'], fix: '97.5%' },
      ],
    },
    {
      name: '两个执行率都错，只有一个与相邻一格相符',
      sheet: parted({ rate: '98.00%' }, { rate: '79.50%' }),
      findings: [
        { cell: 'G6', message: 'differs', expected: '98.33%' },
        { cell: 'G7', message: 'differs', expected: '97.5%' },
      ],
    },
    {
      name: '一部分的执行数没有填，另一部分的执行率算错',
      sheet: parted({ rate: '89.33%' }, { spent: null }),
      findings: [
        { cell: 'E7', message: 'no-spent', related: ['G7'] },
        { cell: 'G6', message: 'differs', expected: '98.33%' },
      ],
    },
    {
      name: '一部分的执行数没有填，其他各行没有余下这一笔',
      sheet: parted({}, { spent: null }, { spent: 59, rate: '59.00%', stated: 5.9 }),
      findings: [{ cell: 'E7', message: 'no-spent', severity: 'warning', related: ['G7'] }],
    },
    {
      name: '两部分的预算数和执行数都没有填',
      sheet: parted(empty, empty),
      findings: [{ cell: 'D6', message: 'no-amounts', severity: 'warning', related: ['E6', 'D7', 'E7', 'G6', 'G7'] }],
    },
    {
      name: '执行率写了下一格的数',
      sheet: parted({ rate: '97.50%' }, {}, { rate: '98.33%' }),
      findings: [{ cell: 'G5', message: 'shifted', related: ['G6'] }],
    },
    {
      name: '后面两格错了一格',
      sheet: parted({ rate: '98.00%' }, { rate: '98.33%' }),
      findings: [{ cell: 'G6', message: 'shifted', related: ['G7'] }],
    },
  ],
});
