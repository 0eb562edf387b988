import { budgetParts } from '../../src/checks/budget-parts';
import { budgetRate } from '../../src/checks/budget-rate';
import { evidenceAmount } from '../../src/checks/evidence-amount';
import { evidenceDenominator } from '../../src/checks/evidence-denominator';
import { lowExecution } from '../../src/checks/low-execution';
import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { department } from '../fixtures/render';
import type { MoneySpec } from '../fixtures/spec';
import { changed, funded, TRAINING, training } from '../fixtures/training';
import { expectReports } from '../support/checkTester';
import { departmentForm } from '../support/department';
import { sheet, type TestCell } from '../support/sheet';

const part = (label: string, amount: number | null, spent = amount): MoneySpec => ({
  label,
  initial: amount,
  budget: amount,
  spent,
});

describe('money', () => {
  test('of the parts that do not add up, a blank one is not pointed at', () => {
    const lines = [part('其中：财政拨款', 60), part('上年结转资金', null), { ...part('其他资金', 40), budget: 30 }];
    expectReports(budgetParts, funded({}, lines), [{ cell: 'D5', message: 'total', related: ['D6', 'D8'] }]);
  });

  test('of a division that differs from the others, a blank line is neither mended nor pointed at', () => {
    const line = (group: string, label: string, amount: number | null): MoneySpec => ({
      group,
      label,
      budget: amount,
      spent: amount,
      rate: amount === null ? null : '100%',
    });
    const lines = [
      line('按资金来源', '财政拨款', 800),
      line('按资金结构', '其他支出', null),
      line('按资金结构', '基本支出', 310),
      line('按资金结构', '项目支出', 500),
      line('按预算级次', '市本级支出', 800),
    ];
    const form = department({ rows: TRAINING, budget: { lines }, total: { weight: 90, stated: 90 } });
    expectReports(budgetParts, form, [
      { cell: 'E6', message: 'dimensions', expected: '300', found: '310', related: ['F6'] },
      { cell: 'E7', message: 'dimensions', expected: '300', found: '310', related: ['F7'] },
    ]);
  });

  test('a rate that is a figure is put right as a figure', () => {
    const rate = { value: 0.9, text: '90.00%' };
    expectReports(budgetRate, funded({ spent: 96, rate, stated: 9.6 }), [
      { cell: 'G5', message: 'differs', expected: '96%', fix: 0.96 },
    ]);
  });

  test('spending of which the block states no total contradicts no text', () => {
    const evidence = '全年预算100万元，执行数80万元。';
    const rows = changed(new Map([[1, { name: '预算完成率', evidence }]]));
    const lines = [part('其中：财政拨款', 60, 50), part('其他资金', 40, 32)];
    expectReports(evidenceAmount, funded({ spent: null, rate: null, stated: 10 }, lines, { rows }), []);
  });
});

describe('the execution of one source of money', () => {
  const rows = (evidence: string) => changed(new Map([[1, { name: '预算完成率', evidence }]]));
  const sources = [part('其中：财政拨款', 80, 72), part('其他资金', 20, 20)];
  const form = (evidence: string) => funded({ spent: 92, rate: '92%', stated: 9.2 }, sources, { rows: rows(evidence) });

  test.each(['财政拨款执行率90%。', '财政拨款执行率92%。', '全年执行率92%。'])('%s', (evidence) => {
    expectReports(evidenceAmount, form(evidence), []);
  });

  test('that no line has', () => {
    expectReports(evidenceAmount, form('财政拨款执行率97%。'), [{ cell: 'H10', message: 'execution', found: '97%' }]);
  });

  test('that a standard asks for is not what was reached', () => {
    expectReports(evidenceAmount, form('按照全年预算执行进度100%的要求推进。'), []);
  });
});

describe('amounts as texts write them', () => {
  const money = (evidence: string) =>
    departmentForm({ budget: [392_951_003, 392_533_097], managed: [{ name: '预算完成率', evidence }] });

  test.each(['全年预算3.93亿元，执行数3.92亿元。', '全年预算39295万元，执行数392533千元。'])('%s', (evidence) => {
    expectReports(evidenceAmount, money(evidence), []);
  });

  test('in 亿元, by more than the rounding', () => {
    expectReports(evidenceAmount, money('全年预算3.95亿元。'), [
      { cell: 'J11', message: 'amount', expected: '392951003', found: '395000000' },
    ]);
  });
});

/** What is loud at the evidence, with what only follows from it. */
function loudIn(form: SheetSnapshot): string[] {
  const findings = review(form).forms.flatMap((one) => one.findings);
  return findings
    .filter(({ severity, check }) => severity !== 'info' && check.startsWith('evidence-'))
    .map(({ check, messageId, follows }) =>
      [`${check} ${messageId}`, ...(follows ?? []).map((one) => one.check)].join(' → '),
    );
}

test('a figure that contradicts the block is at fault, not the rate that was taken with the right one', () => {
  const form = departmentForm({
    budget: [10_000_000, 9_500_000],
    managed: [{ name: '预算完成率', evidence: '全年预算数为1000万元，执行数为960万元，预算完成率95%。' }],
  });
  expectReports(evidenceAmount, form, [{ cell: 'J11', message: 'amount', expected: '9500000', found: '9600000' }]);
  expect(loudIn(form)).toEqual(['evidence-amount amount → evidence-rate']);
});

test('so is a budget that contradicts the block', () => {
  const form = departmentForm({
    budget: [10_000_000, 9_500_000],
    managed: [{ name: '预算完成率', evidence: '全年预算数为1080万元，执行数为950万元，预算完成率95%。' }],
  });
  expectReports(evidenceAmount, form, [{ cell: 'J11', message: 'amount', expected: '10000000', found: '10800000' }]);
  expect(loudIn(form)).toEqual(['evidence-amount amount → evidence-rate']);
});

describe('a carry-over that can be held against no budget', () => {
  const row = (denominator: string) => ({
    name: '结转结余率',
    definition: `当年度结转结余额与${denominator}的比率。`,
    evidence: '年末结转结余资金1.1万元，结转结余率为100%。',
    stated: 2,
  });

  test('a form without a budget block', () => {
    expectReports(evidenceDenominator, departmentForm({ managed: [row('当年度预算总额')] }), []);
  });

  test('the budget of a part', () => {
    const form = departmentForm({ budget: [10_000_000, 9_989_000], managed: [row('当年度项目预算总额')] });
    expectReports(evidenceDenominator, form, []);
  });
});

describe('low spending', () => {
  test('is noted at what was spent where the block has no rate', () => {
    const rows: TestCell[][] = [
      ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数'],
      [null, '年度资金总额', 100, 100, 80],
    ];
    const { values } = department({ rows: TRAINING, budget: null, total: { weight: 90, stated: 90 } });
    const form = sheet([...values.slice(0, 3), ...rows, ...values.slice(3)]);
    expectReports(lowExecution, form, [{ cell: 'E5', message: 'nowhere', severity: 'info', found: '80' }]);
  });

  test('is none where all was spent', () => {
    expectReports(lowExecution, training(), []);
  });
});
