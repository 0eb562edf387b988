import { evidenceActual } from '../../src/checks/evidence-actual';
import { evidenceEquation } from '../../src/checks/evidence-equation';
import { evidenceProduct } from '../../src/checks/evidence-product';
import { evidenceRate } from '../../src/checks/evidence-rate';
import { evidenceScore } from '../../src/checks/evidence-score';
import { reasonContradiction } from '../../src/checks/reason-contradiction';
import { training } from '../fixtures/training';
import { expectReports } from '../support/checkTester';
import { departmentForm } from '../support/department';

const goal = (name: string, target: string, actual: string, evidence: string) =>
  departmentForm({ goals: [{ name, target, actual, evidence }] });
const told = (evidence: string) => goal('热线受理情况', '做好受理', '已完成', evidence);

describe('an actual value that the evidence contradicts', () => {
  test('in a sentence whose figure stands before its words', () => {
    expectReports(evidenceActual, goal('便民服务窗口建设数量', '≥5个', '5个', '4个便民服务窗口建设完成。'), [
      { cell: 'J11', message: 'differs', expected: '5个', found: '4个' },
    ]);
  });

  test.each(['接听热线来电5千件。', '接听热线来电5.1千件。'])('is none in thousands: %s', (evidence) => {
    expectReports(evidenceActual, goal('接听热线来电数量', '≥5000件', '5120件', evidence), []);
  });

  test('in thousands, by more than the rounding', () => {
    expectReports(evidenceActual, goal('接听热线来电数量', '≥5000件', '5120件', '接听热线来电6千件。'), [
      { cell: 'J11', message: 'differs', found: '6千件' },
    ]);
  });
});

describe('what a text reckons', () => {
  test('in figures without a percentage', () => {
    expectReports(evidenceEquation, told('每周受理：12×4=46'), [
      { cell: 'J11', message: 'equation', expected: '48', found: '46' },
    ]);
  });

  test.each([
    ['figures of different units', '全年受理2000件，为约定工作日（250天）的9倍。'],
    ['a figure without a unit', '全年受理量2000，为约定量（1000）的3倍。'],
    ['a base of nothing', '全年受理2000件，是上年（0件）的3倍。'],
    ['a multiple of something else', '全年受理2000件，约定1000件，效率达到去年的3倍。'],
    ['more than a multiple', '全年受理2500件，是约定服务量（1000件）的2倍多。'],
  ])('as no multiple: %s', (_, evidence) => expectNothing(evidence));

  const expectNothing = (evidence: string) => void expectReports(evidenceEquation, told(evidence), []);

  test('from a price and a count to the money of a sentence', () => {
    expectReports(evidenceProduct, told('为10户困难家庭每户补助5000元，发放资金60000元。'), [
      { cell: 'J11', message: 'product', expected: '50000元', found: '60000元' },
    ]);
  });

  test('with a figure that stands in no such relation', () => {
    expectReports(evidenceProduct, told('为10户困难家庭每户补助5000元，户主年收入60000元。'), []);
  });

  test('as a rate that other figures of the text give', () => {
    const evidence = '公用经费预算900元，实际支出800元，上级限额820元，公用经费控制率为97.56%。';
    const form = departmentForm({ managed: [{ name: '公用经费控制率', evidence }] });
    expectReports(evidenceRate, form, []);
  });
});

test('a score that follows from the rule stands; the text that claims another is to be mended', () => {
  const form = training(0, { evidence: '完成培训210人次，得18分。' });
  expectReports(evidenceScore, form, [
    { cell: 'H7', message: 'differs', severity: 'warning', expected: '18', found: '20', related: ['G7'] },
  ]);
});

test('a target that was missed in time belongs to 未能完成原因, though no proportion says how far', () => {
  const late = {
    name: '系统上线时间',
    target: '2021年6月底前',
    actual: '2021年9月',
    stated: 1,
    evidence: '原因：采购延期；改进措施：提前采购。',
  };
  const form = departmentForm({ shortfall: '无', goals: [late] });
  expectReports(reasonContradiction, form, [{ cell: 'J4', message: 'narrative', related: ['H11'] }]);
});
