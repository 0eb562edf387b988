import { grade } from '../../src/checks/grade';
import { groupScore } from '../../src/checks/group-score';
import { totalFormula } from '../../src/checks/total-formula';
import { totalSum } from '../../src/checks/total-sum';
import { totalWeight } from '../../src/checks/total-weight';
import { review } from '../../src/review';
import { chooseRulebook } from '../../src/scoring';
import { department } from '../fixtures/render';
import type { FormSpec } from '../fixtures/spec';
import { changed, TRAINING, training, trainingIn } from '../fixtures/training';
import { expectReports } from '../support/checkTester';
import { form } from '../support/form';
import { sheet } from '../support/sheet';

const summed = (formula: string, value = 100): Partial<FormSpec> => ({ total: { stated: { value, formula } } });

describe('a total whose formula', () => {
  test('does more than add is not followed', () => {
    expectReports(totalFormula, training(null, {}, summed('=H5+AVERAGE(G7:G10)', 32.5)), []);
  });

  test('adds the subtotals only leaves nothing out', () => {
    expectReports(totalFormula, trainingIn('L12', summed('=H5+G7+G10+G12')), []);
  });

  test('adds the items only counts no subtotal', () => {
    expectReports(totalFormula, trainingIn('L12', summed('=H5+G8+G9+G11+G13')), []);
  });

  test('points at another formula is followed to the cells that that one adds', () => {
    const { values, formulas } = trainingIn('L12', summed('=H5+G7+G10+G12'));
    const inner = new Map([
      ['G7', '=SUM(G8:G9)'],
      ['G10', '=SUM(G11:G11)'],
      ['G12', '=#REF!'],
    ]);
    const rows = values.map((row, at) =>
      row.map((value, column) => ({
        value,
        formula: (column === 6 ? inner.get(`G${at + 1}`) : undefined) ?? formulas[at]?.[column] ?? '',
      })),
    );
    expectReports(totalFormula, sheet(rows), []);
  });
});

describe('a total that is not the sum', () => {
  test('but the whole that a bonus may not pass', () => {
    const rows = [
      ...changed(new Map([[0, { weight: 30, stated: 30 }]])),
      { level1: '加减分项', level2: '加减分项', name: '工作受表彰', weight: 5, stated: 2.5, bonus: true },
    ];
    const whole = { weight: 100, stated: 100 };
    expectReports(totalSum, department({ rows, budget: null, total: whole }), []);
    expectReports(totalSum, department({ rows, budget: null, total: { ...whole, stated: 101 } }), [
      { cell: 'I10', message: 'unexplained', expected: '102.5', found: '101' },
    ]);
  });

  test('follows the budget row where its points come on top of 100', () => {
    const rows = changed(new Map([[0, { weight: 30, stated: 30 }]]));
    const spec = { rows, total: { weight: null, stated: 100 } };
    expectReports(totalWeight, training(null, {}, spec), [{ cell: 'F6', message: 'budget-extra' }]);
    const loud = review(training(null, {}, spec)).forms.flatMap(({ findings }) => findings);
    expect(loud.map(({ check, follows = [] }) => [check, ...follows.map((one) => one.check)])).toEqual([
      ['total-weight', 'total-sum'],
    ]);
  });

  test('by a cent in a subtotal says nothing there', () => {
    expectReports(groupScore, trainingIn('L12', { groupScores: new Map([['产出指标', 50.01]]) }), []);
  });
});

describe('a grade', () => {
  const graded = (stated: number, letter: string, weight = 100) =>
    trainingIn('L4', { total: { weight, stated, grade: letter } });
  const { rulebook } = chooseRulebook(form({ indicators: [] }));

  test('is held against no bands where the chosen rulebook has none', () => {
    const settings = { rulebook: { ...rulebook, grades: null } };
    expectReports(grade, graded(100, '差'), [], settings);
  });

  test('below all bands of the chosen rulebook has no right name', () => {
    const settings = { rulebook: { ...rulebook, grades: [{ name: '优', from: 101 }] } };
    expectReports(grade, graded(100, '差'), [], settings);
  });

  test('of a whole of nothing says nothing', () => {
    expectReports(grade, graded(100, '差', 0), []);
  });

  test('is held against the stated total alone while no item has its score', () => {
    const rows = TRAINING.map((row) => ({ ...row, stated: null }));
    const blank = (letter: string) =>
      trainingIn('L4', { rows, budget: null, total: { weight: 90, stated: 85, grade: letter } });
    expectReports(grade, blank('优'), []);
    expectReports(grade, blank('差'), [{ cell: 'J9', message: 'differs', expected: '优' }]);
  });
});
