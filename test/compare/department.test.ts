import { againstProjects, moneyOf, type FormMoney } from '../../src/compare/department';
import { department } from '../fixtures/render';
import { evaluation, targets } from '../fixtures/targets';
import { TRAINING } from '../fixtures/training';
import { formatAddress } from '../../src/sheet/address';
import { sheet } from '../support/sheet';
import { onlySide } from '../support/sides';

function money(snapshot: Parameters<typeof onlySide>[0]): FormMoney {
  const found = moneyOf(onlySide(snapshot), snapshot, '自评.xlsx');
  if (found === null) throw new Error('no money');
  return found;
}

const project = (name: string, budget: number, spent = budget, rest: Parameters<typeof evaluation>[0] = {}) =>
  money(evaluation({ project: name, money: budget, spent, ...rest }));

const whole: FormMoney = {
  identity: { kind: 'form', organisation: '市人社局', department: '', project: '', year: 2022 },
  file: '部门.xlsx',
  sheet: '自评表',
  department: true,
  project: '',
  cell: { row: 0, column: 0 },
  budget: { yuan: '3000000', cell: { row: 6, column: 3 } },
  spent: { yuan: '2500000', cell: { row: 6, column: 4 } },
  listed: [],
  items: [],
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

test('a project whose department is named beside its own unit is the department’s', () => {
  const under = {
    ...project('甲', 300, 250),
    identity: { ...whole.identity, organisation: '市就业中心', department: '市人社局', project: '甲' },
  };
  expect(againstProjects(whole, [under])).toMatchObject({ counted: 1, left: [] });
});

test('sums that differ stand at the department’s own amounts', () => {
  const { differences } = againstProjects(whole, [project('甲', 150, 90), project('乙', 200, 160)]);
  expect(differences).toMatchObject([
    { kind: 'projects-budget', severity: 'warning', after: { cell: { row: 6, column: 3 }, text: '300 万元' } },
  ]);
});

test('a table of targets has no money of the year', () => {
  expect(moneyOf(onlySide(targets()), targets(), '申报.xlsx')).toBeNull();
});

describe('what the department names and the projects have', () => {
  const form = (...rows: readonly (readonly [string, string, string])[]) =>
    money(
      sheet([
        ['部门整体支出绩效自评表'],
        ['（2022年度）'],
        ['部门名称', null, '市人社局'],
        ['年度主要任务', '任务名称', '主要内容', '预算数（万元）', '执行数（万元）'],
        [null, '职业技能培训', '培训城乡劳动者', 100, 90],
        [null, '公共就业服务项目', '招聘会与窗口服务', 200, 190],
        [null, '合计', null, 300, 280],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        ...rows.map(([name, target, actual]) => ['产出指标', '数量指标', name, target, actual, 50, 50]),
        ['总分', null, null, null, null, 100, 100],
      ]),
    );
  const plain = form(['招聘会场次', '≥5场', '6场'], ['举办培训期数', '≥4期', '4期']);
  const told = (department: FormMoney, ...projects: readonly FormMoney[]) =>
    againstProjects(department, projects).differences.flatMap(({ kind, after, message }) =>
      kind.startsWith('projects-') ? [] : [[kind, after === null ? '-' : formatAddress(after.cell), message]],
    );

  test('each has its form: nothing', () => {
    expect(told(plain, project('职业技能培训', 100), project('公共就业服务', 200))).toEqual([]);
  });

  test('one has none, and one is not named', () => {
    expect(told(plain, project('职业技能培训', 100), project('道路养护', 10))).toEqual([
      ['no-form', 'B6', '部门的表里列了“公共就业服务项目”，没有收到它的自评表，请核实。'],
      ['not-listed', '-', '收到“道路养护”的自评表，部门的表里没有列这个项目，请核实。'],
    ]);
  });

  test('a department that lists no projects says nothing of them', () => {
    expect(told({ ...plain, listed: [] }, project('道路养护', 10))).toEqual([]);
  });

  test('an indicator in both with other figures is a question', () => {
    const own = form(['培训人次', '≥300人次', '310人次'], ['学员就业率', '≥80%', '85%']);
    const projects = [project('职业技能培训', 100), project('公共就业服务', 200, 200, { rows: TRAINING.slice(1) })];
    expect(told(own, ...projects)).toEqual([
      ['figures', 'D9', expect.stringContaining('部门的表写“≥300人次”，“职业技能培训”的自评表写“≥200人次”')],
      ['figures', 'E9', expect.stringContaining('“310人次”')],
    ]);
  });

  test('one that several projects have may be their sum', () => {
    const own = form(['培训人次', '≥400人次', '420人次'], ['服务对象满意度', '≥80%', '85%']);
    expect(told(own, project('职业技能培训', 100), project('公共就业服务', 200))).toEqual([]);
  });
});
