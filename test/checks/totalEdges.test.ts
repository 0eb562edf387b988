import { grade } from '../../src/checks/grade';
import { groupScore } from '../../src/checks/group-score';
import { totalFormula } from '../../src/checks/total-formula';
import { totalSum } from '../../src/checks/total-sum';
import { totalWeight } from '../../src/checks/total-weight';
import { review } from '../../src/review';
import { chooseRulebook } from '../../src/scoring';
import { sheetOf } from '../fixtures/corpus/read';
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

/** What is loud of a whole form. */
const loud = (text: string) =>
  review(sheetOf(text)).forms.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
  );

describe('marks of a hundred below a heading that weighs less', () => {
  const sharedText = (total: string, last = '30') =>
    `部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施
个性指标（80分）|产出指标（100分）|检查次数|≥20次|22次|50|50|
||合格率|≥95%|90%|20|18.95|原因：设备老化。改进措施：更新设备。
||知晓率|≥80%|92%|${last}|${last}|
共性指标（20分）|预算管理|预算执行率|≥95%|96%|20|20|
总分|||||100|${total}|`;
  const shared = (total: string, last?: string) => loud(sharedText(total, last));

  test.each([
    ['99.16', '30', []],
    ['98.16', '30', ['total-sum']],
    ['99.16', '25', ['group-weight', 'group-weight', 'total-sum']],
    ['118.95', '30', ['group-weight']],
  ])('%s with %s for the last', (total, last, expected) => expect(shared(total, last)).toEqual(expected));

  test('are said to add up to their share', () => {
    const [form] = review(sheetOf(sharedText('98.16'))).forms;
    expect(form?.findings.find(({ check }) => check === 'total-sum')?.message).toContain('个性指标 79.16');
  });
});

describe('a label in a row of its own above the blocks of its part', () => {
  const HEADING = '一级指标|分值|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施';
  const sheet = (rows: string) => `部门整体支出绩效自评表\n${HEADING}\n${rows}`;
  const POINTS = `个性指标|80
产出指标|50|数量指标|检查次数|≥20次|22次|25|25|
||质量指标|合格率|≥95%|96%|25|25|
效益指标|30|社会效益指标|知晓率|≥80%|92%|30|30|
共性指标|20
管理指标|20|预算管理|预算执行率|≥95%|98%|20|20|
总分||||||100|100|`;
  const MARKS = `共性指标|20|预算管理|预算执行率|≥95%|98%|20|20|
个性指标|80
产出指标|60|数量指标|检查次数|≥20次|22次|60|60|
效益指标|40|质量指标|合格率|≥95%|90%|40|37.9|设备老化；更新设备
总分||||||100|98.32|`;
  const ONE_COLUMN = `部门整体支出绩效自评表
一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分|偏差原因及改进措施
个性指标|||80
产出指标|||50
|数量指标|检查次数|25|≥20次|22次|25|
|质量指标|合格率|25|≥95%|96%|25|
效益指标|社会效益指标|知晓率|30|≥80%|92%|30|
共性指标|||20
管理指标|预算管理|预算执行率|20|≥95%|98%|20|
总分|||100|||100|`;
  const MARKS_OF_ALL = `部门整体支出绩效自评表
一级指标|权重|二级指标|权重|三级指标|权重|年度指标值|实际完成值|得分|偏差原因及改进措施
共性指标|20
管理指标|100|预算管理|100|预算执行率|100|≥95%|98%|100|
个性指标|80
产出指标|60|数量指标|30|检查次数|30|≥20次|22次|30|
||质量指标|30|合格率|30|≥95%|96%|30|
效益指标|40|社会效益指标|40|知晓率|40|≥80%|92%|40|
总分||||||||100|`;

  test.each([
    ['points', sheet(POINTS), []],
    ['a block that weighs too much', sheet(POINTS.replace('效益指标|30', '效益指标|35')), ['group-weight']],
    ['a wrong total', sheet(POINTS.replace('100|100|', '100|99|')), ['total-sum']],
    ['marks', sheet(MARKS), []],
    ['a wrong total of marks', sheet(MARKS.replace('98.32', '97.9')), ['total-sum']],
    ['one column of weights', ONE_COLUMN, []],
    ['a wrong total of one column', ONE_COLUMN.replace('|||100|||100|', '|||100|||99|'), ['total-sum']],
    [
      'an item without a score is none',
      ONE_COLUMN.replace('共性指标|||20\n', '').replace('个性指标|||80', '预算执行率|||10'),
      ['blank-score', 'total-weight'],
    ],
    ['marks at all levels', MARKS_OF_ALL, []],
    ['a wrong mark', MARKS_OF_ALL.replace('92%|40|', '92%|39|'), ['score-by-rule']],
  ])('%s', (_, text, expected) => expect(loud(text)).toEqual(expected));
});

describe('a sum of a hundred below each project of a table', () => {
  const projects = (last: string) =>
    loud(`财政衔接资金项目绩效自评表
序号|项目名称|一级指标|二级指标|三级指标|目标值|完成值|分值|自评得分|未完成原因
1|道路硬化|产出|数量|硬化里程|5公里|5.1公里|50|50|
1|道路硬化|效益|社会|受益人口|≥800人|856人|50|50|
1|道路硬化|小计|||||100|100|
2|饮水工程|产出|数量|蓄水池|3口|3口|60|60|
2|饮水工程|效益|社会|受益户数|≥120户|125户|40|40|
2|饮水工程|小计|||||${last}|`);

  test.each([
    ['100|100', []],
    ['100|99', ['group-score']],
  ])('%s', (last, expected) => expect(projects(last)).toEqual(expected));
});

describe('a total of the items below money that is scored apart', () => {
  const apart = (weight: number, total: string) =>
    loud(`项目支出绩效自评表
资金来源|全年预算数|全年执行数|预算执行率%|自评得分||
年度资金总额|520|494|95|9.5||
一级指标|三级指标|目标值|完成值|分值|得分|原因
产出|监测断面|≥30个|30个|${weight}|${weight}|
效益|断面达标率|≥90%|81%|40|36|上游来水污染，下一步治理
合计||||${total}|`);

  test.each([
    ['all in order', 50, '90|86', []],
    ['a wrong weight', 52, '90|88', ['total-weight']],
    ['a wrong sum', 50, '90|87', ['total-sum']],
    ['a weight that holds the money’s points, a score that leaves them out', 50, '100|86', ['total-sum']],
  ])('%s', (_, weight, total, expected) => expect(apart(weight, total)).toEqual(expected));
});

describe('a whole in a row of its own below the total of the items', () => {
  const whole = (rows: string) =>
    loud(`项目支出绩效自评表
资金（万元）|总预算|120|实际执行|114|执行率|0.95|分值|10|得分|9.5
一级指标|权重|三级指标|权重|指标值|完成值|得分|原因
产出|50|维护设备|50|≥300台|310台|50|
效益|40|处置率|40|≥90%|81%|36|宣传不够，下一步多宣传
合计|90||90|||86|
${rows}`);

  test.each([
    ['is both', '总得分||||||95.5|', []],
    ['is less than the items have', '总得分||||||85.5|', ['total-sum']],
    ['is more than both', '总得分||||||96.5|', ['total-sum']],
  ])('%s', (_, rows, expected) => expect(whole(rows)).toEqual(expected));

  test.each([
    ['holds the points of the execution', '94.5', []],
    ['does not: only the total is wrong', '84.5', ['total-sum']],
  ])('that %s, which have a row of their own', (_, total, expected) =>
    expect(
      loud(`项目支出绩效自评表
一级指标|三级指标|指标值|完成值|分值|得分|原因
产出|维护设备|≥300台|310台|50|50|
效益|处置率|≥90%|81%|40|36|宣传不够，下一步多宣传
合计||||90|86|
预算执行率得分||8.5
自评得分||${total}`),
    ).toEqual(expected),
  );
});

describe('a last row that nobody can read', () => {
  const ended = (last: string, total: string) =>
    loud(`2022年度项目自评表
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分
|产出指标|数量指标|培训人数|≥200人|210人|30
||质量指标|合格率|≥95%|96%|20
|效益指标|社会效益|知晓率|≥80%|85%|20
|满意度指标|满意度|满意度|≥90%|95%|10
${last}
总分||||||${total}`);

  test.each([
    ['预算执行情况（20分）|||||98%|19.6', '99.6', []],
    ['预算执行情况（20分）|||||98%|19.6', '98.6', ['total-sum']],
    ['预算执行情况||||100%|98%|19.6', '99.6', []],
    ['||||||', '99.6', ['total-sum']],
  ])('%s, %s', (last, total, expected) => expect(ended(last, total)).toEqual(expected));
});

test('what the points of a block come to is no score of its own', () => {
  const counted = (total: number) =>
    loud(`2023年度项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人数|≥100人|100人|40|40
^|质量指标|合格率|≥90%|95%|30|30
产出得分||||||70
满意度指标|满意度指标|满意度|≥90%|95%|30|30
总分|||||100|${total}`);
  expect(counted(100)).toEqual([]);
  expect(counted(170)).toEqual(['total-sum']);
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
