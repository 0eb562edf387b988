import { againstProjects, moneyOf, type FormMoney } from '../../src/compare/department';
import { department } from '../fixtures/render';
import { evaluation, targets } from '../fixtures/targets';
import { TRAINING } from '../fixtures/training';
import { onlySide } from '../support/sides';

function money(snapshot: Parameters<typeof onlySide>[0]): FormMoney {
  const found = moneyOf(onlySide(snapshot));
  if (found === null) throw new Error('no money');
  return found;
}

const project = (name: string, budget: number, spent = budget, rest: Parameters<typeof evaluation>[0] = {}) =>
  money(evaluation({ project: name, money: budget, spent, ...rest }));

const whole: FormMoney = {
  identity: { kind: 'form', unit: '市人社局', project: '', year: 2022 },
  department: true,
  project: '',
  budget: { yuan: '3000000', cell: { row: 6, column: 3 } },
  spent: { yuan: '2500000', cell: { row: 6, column: 4 } },
};

const verdicts = (...projects: readonly FormMoney[]) =>
  againstProjects(whole, projects).sums.map(({ what, verdict }) => `${what} ${verdict}`);

test('projects that add up to the department', () => {
  expect(verdicts(project('甲', 100, 90), project('乙', 200, 160))).toEqual(['budget agrees', 'spent agrees']);
});

test('what rounding to 0.01万元 leaves is none', () => {
  expect(verdicts(project('甲', 100.004, 90), project('乙', 200, 160))).toEqual(['budget agrees', 'spent agrees']);
});

test('more than the department has', () => {
  const { sums } = againstProjects(whole, [project('甲', 150, 90), project('乙', 200, 160)]);
  expect(sums[0]).toMatchObject({
    verdict: 'differs',
    message: '2 个项目的预算数合计 350 万元，部门的项目支出预算数为 300 万元，项目比部门多 50 万元，请核实。',
  });
});

test('less than the department has is a question', () => {
  expect(verdicts(project('甲', 100, 90))).toEqual(['budget asks', 'spent asks']);
});

test('other years, other units and second copies are not counted, and named', () => {
  const { counted, left } = againstProjects(whole, [
    project('甲', 300, 250),
    project('甲', 300, 250),
    project('乙', 10, 10, { year: 2021 }),
    project('丙', 10, 10, { unit: '市水利局' }),
  ]);
  expect(counted).toBe(1);
  expect(left).toEqual([
    '“甲”收到不止一份，只计一次',
    '“乙”是 2021 年度的，没有计入',
    '“丙”的单位与部门不同，没有计入',
  ]);
});

test('the department’s money is its 项目支出, in yuan', () => {
  const snapshot = department({
    rows: TRAINING,
    budget: {
      heading: '年度部门整体支出规模（万元）',
      lines: [
        { label: '支出合计', budget: 800, spent: 700, rate: '87.5%' },
        { label: '基本支出', group: '按资金结构', budget: 500, spent: 450, rate: '90%' },
        { label: '项目支出', group: '按资金结构', budget: 300, spent: 250, rate: '83.33%' },
      ],
    },
  });
  expect(money(snapshot)).toMatchObject({ department: true, budget: { yuan: '3000000' }, spent: { yuan: '2500000' } });
});

test('a table of targets has no money of the year', () => {
  expect(moneyOf(onlySide(targets()))).toBeNull();
});
