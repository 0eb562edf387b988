import { budgetUnit } from '../../src/checks/budget-unit';
import type { MoneySpec } from '../fixtures/spec';
import { cases } from '../support/checkTester';
import { project } from '../fixtures/render';
import { TRAINING, changed, trainingIn } from '../fixtures/training';
import { sheet, type TestCell } from '../support/sheet';

const block = (heading: string, amount: number, evidence: string | null) =>
  trainingIn('L1', {
    budget: {
      heading,
      lines: [{ group: '按资金来源', label: '财政拨款', budget: amount, spent: amount, rate: '100%' }],
    },
    rows: changed(new Map([[0, { evidence }]]), TRAINING),
    total: { weight: 90, stated: 90 },
  });
/** A project's money with what its goals and a cost indicator say of it. */
const told = (
  heading: string,
  amount: TestCell,
  goals: string,
  cost: [string, string],
  more: readonly MoneySpec[] = [],
) => {
  const { values } = project({
    budget: {
      heading,
      lines: [
        { label: '年度资金总额', initial: amount, budget: amount, spent: amount, weight: 10, rate: '100%', stated: 10 },
        ...more,
      ],
    },
    rows: changed(new Map([[0, { level2: '成本指标', name: '培训成本', target: cost[0], actual: cost[1] }]])),
  });
  return sheet([...values.slice(0, 2), ['年度总体目标', null, goals], ...values.slice(2)]);
};
const SPENT = '全年预算3928510.55元，全部用于培训。';

export default cases(budgetUnit, {
  valid: [
    { name: '元，依据也是元', sheet: block('部门整体支出规模（元）', 3928510.55, SPENT) },
    { name: '万元，数字也是万元', sheet: block('部门整体支出规模（万元）', 392.85, '全年预算392.85万元。') },
    {
      name: '目标里的金额与资金表相符',
      sheet: told('项目资金（万元）', 320, '安排资金320万元。', ['≤320万元', '320万元']),
    },
    {
      name: '人均标准与资金数碰巧相同',
      silent: true,
      sheet: told('项目资金（万元）', 5000, '培训200人。', ['≤5000元/人', '5000元/人']),
    },
    { name: '数字大，但没有依据', silent: true, sheet: block('部门整体支出规模（万元）', 3928510.55, '按计划完成。') },
    {
      name: '金额只有一位有效数字，相同不说明什么',
      silent: true,
      sheet: told('项目资金（万元）', 300, '安排资金300万元。', ['≤1.6万元/期', '1.6万元/期']),
    },
    {
      name: '数额不大，人均标准碰巧相同',
      silent: true,
      sheet: told('项目资金（万元）', 51_234, '培训200人。', ['≤51234元/人', '51234元/人']),
    },
    {
      name: '单位是千元，相同的数是别的钱',
      silent: true,
      sheet: told('项目资金（千元）', 320, '培训200人。', ['≤320万元', '320万元']),
    },
    {
      name: '有一笔相符，另一个数只是碰巧相同',
      sheet: told(
        '项目资金（万元）',
        320_500,
        '安排资金320500万元。',
        ['≤51234元/人', '51234元/人'],
        [
          { label: '其中：财政拨款', initial: 269_266, budget: 269_266, spent: 269_266, rate: '100%' },
          { label: '其他资金', initial: 51_234, budget: 51_234, spent: 51_234, rate: '100%' },
        ],
      ),
    },
  ],
  invalid: [
    {
      name: '标明万元，实为元，只有其中一行的数在别处写了',
      sheet: told(
        '项目资金（万元）',
        '3,251,234',
        '培训200人。',
        ['≤51234元', '51234元'],
        [
          { label: '其中：财政拨款', initial: '3,200,000', budget: '3,200,000', spent: '3,200,000', rate: '100%' },
          { label: '其他资金', initial: '51,234', budget: '51,234', spent: '51,234', rate: '100%' },
        ],
      ),
      findings: [{ cell: 'A5', message: 'yuan', severity: 'warning' }],
    },
    {
      name: '一行里年初是元，全年是万元',
      sheet: project({
        rows: TRAINING,
        budget: {
          lines: [
            {
              label: '年度资金总额',
              initial: 1_000_000,
              budget: 100,
              spent: 100,
              weight: 10,
              rate: '100%',
              stated: 10,
            },
          ],
        },
      }),
      findings: [{ cell: 'D5', message: 'mixed', severity: 'warning', ways: ['D5=1000000', 'C5=100'] }],
    },
    {
      name: '执行数是元，预算数是万元',
      sheet: project({
        rows: TRAINING,
        budget: {
          lines: [
            { label: '年度资金总额', initial: 100, budget: 100, spent: 980_000, weight: 10, rate: '98%', stated: 9.8 },
          ],
        },
        total: { stated: 99.8 },
      }),
      findings: [{ cell: 'E5', message: 'mixed', severity: 'warning', ways: ['E5=98', 'D5=1000000'] }],
    },
    {
      name: '其中一行的执行数是元，合计、执行率跟着不对，只说这一处',
      sheet: project({
        rows: TRAINING,
        budget: {
          lines: [
            { label: '年度资金总额', initial: 100, budget: 100, spent: 98, weight: 10, rate: '98%', stated: 9.8 },
            { label: '财政拨款', initial: 60, budget: 60, spent: 60, rate: '100%' },
            { label: '其他资金', initial: 40, budget: 40, spent: 380_000, rate: '95%' },
          ],
        },
        total: { stated: 99.8 },
      }),
      findings: [{ cell: 'E7', message: 'mixed', severity: 'warning' }],
    },
    {
      name: '标明万元，实为元',
      sheet: block('部门整体支出规模（万元）', 3928510.55, SPENT),
      findings: [{ cell: 'A4', message: 'yuan', severity: 'warning' }],
    },
    {
      name: '标明万元，目标里是同一笔钱',
      // 支出320万元 is the block's own figure, once its unit is right.
      sheet: told('项目资金（万元）', 3_200_000, '安排资金320万元，全年支出320万元。', ['≤1.6万元/期', '1.6万元/期']),
      findings: [{ cell: 'A5', message: 'yuan', severity: 'warning' }],
    },
    {
      name: '标明元，成本指标里是同一笔钱',
      sheet: told('项目资金（元）', 320, '培训200人。', ['≤320万元', '320万元']),
      findings: [{ cell: 'A5', message: 'wan' }],
    },
    {
      name: '标明元，实为万元',
      sheet: block('部门整体支出规模（元）', 392.85, '全年预算3928500元，全部用于培训。'),
      findings: [{ cell: 'A4', message: 'wan' }],
    },
    {
      name: '大得不可能',
      sheet: block('部门整体支出规模（万元）', 392851000.55, '按计划完成。'),
      findings: [{ cell: 'A4', message: 'implausible' }],
    },
  ],
});
