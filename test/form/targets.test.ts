import { departmentIn } from '../../src/form/headFields';
import { recogniseTargets } from '../../src/form/targets';
import { review } from '../../src/review';
import { evaluation, targets } from '../fixtures/targets';
import { trainingIn } from '../fixtures/training';
import { EVERY_LAYOUT } from '../fixtures/generated';
import { sheet } from '../support/sheet';

test('a 绩效目标申报表 is read with its money, goal and indicators', () => {
  const [table] = recogniseTargets(targets({ weights: true }));
  expect(table).toMatchObject({
    kind: '绩效目标申报表',
    year: { value: 2022 },
    organisation: { value: '市人社局' },
    project: { value: '职业技能培训' },
    goals: { text: '培训200人次，合格率达到95%。' },
    money: { amount: { text: '100' }, label: { value: '年度资金总额' } },
  });
  expect(table?.money?.moneyUnit?.toString()).toBe('10000');
  expect(
    table?.indicators.map(({ name, path, target, weight }) => [...path, name.value, target?.text, weight?.text]),
  ).toEqual([
    ['产出指标', '数量指标', '培训人次', '≥200人次', '20'],
    ['产出指标', '质量指标', '考核合格率', '≥95%', '30'],
    ['效益指标', '社会效益指标', '学员就业率', '≥80%', '30'],
    ['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '10'],
  ]);
});

test('the year’s money is told from that of the whole project', () => {
  const [title = [], ...rows] = targets().values;
  const [table] = recogniseTargets(
    sheet([[...title], ['项目资金总额（万元）', null, null, 300], ...rows.map((row) => [...row])]),
  );
  expect(table?.money).toMatchObject({ amount: { text: '100' }, label: { value: '年度资金总额' } });
});

test.each(['主管部门', '项目主管部门名称', '主管单位', '预算部门'])('the department is named beside %s', (label) => {
  const snapshot = sheet([['项目支出绩效自评表'], [label, '市人社局']]);
  expect(departmentIn(snapshot, { row: 0, column: 0, rowCount: 2, columnCount: 2 })?.value).toBe('市人社局');
});

test('of targets of several years and of the year, the year’s are taken', () => {
  const [table] = recogniseTargets(targets({ longTerm: true }));
  expect(table?.indicators.map(({ target }) => target?.text)).toEqual(['≥200人次', '≥95%', '≥80%', '≥90%']);
});

const namesIn = (rows: Parameters<typeof sheet>[0]) =>
  recogniseTargets(sheet([['项目绩效目标申报表'], ...rows])).map(({ indicators, goals }) => ({
    goals: goals?.value,
    items: indicators.map(({ name, path, target }) => [...path, name.value, target?.text]),
  }));

test.each<[string, string[], string[][]]>([
  [
    '绩效指标 in every row is the title of the table, and 指标内容 the name',
    ['绩效指标', '一级指标', '二级指标', '指标内容', '指标值'],
    [
      ['绩效指标', '产出指标', '数量指标', '培训人次', '≥200人次'],
      ['绩效指标', '产出指标', '质量指标', '考核合格率', '≥95%'],
    ],
  ],
  [
    '绩效指标 that stands once',
    ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
    [
      ['绩效指标', '产出指标', '数量指标', '培训人次', '≥200人次'],
      ['', '产出指标', '质量指标', '考核合格率', '≥95%'],
    ],
  ],
  [
    '指标内容 beside the third level explains it',
    ['一级指标', '二级指标', '三级指标', '指标值', '指标内容'],
    [
      ['产出指标', '数量指标', '培训人次', '≥200人次', '签到表统计'],
      ['产出指标', '质量指标', '考核合格率', '≥95%', '成绩单统计'],
    ],
  ],
])('%s', (_, heading, rows) => {
  expect(namesIn([heading, ...rows])[0]?.items).toEqual([
    ['产出指标', '数量指标', '培训人次', '≥200人次'],
    ['产出指标', '质量指标', '考核合格率', '≥95%'],
  ]);
});

test('a table without levels is known by its title', () => {
  const [table] = namesIn([
    ['当年绩效目标', '培训200人次。'],
    ['指标名称', '计量单位', '指标性质', '指标值', '指标权重', '是否核心指标'],
    ['培训人次', '人次', '≥', 200, 60, '是'],
    ['考核合格率', '%', '≥', 95, 40, '否'],
  ]);
  expect(table).toEqual({
    goals: '培训200人次。',
    items: [
      ['培训人次', '200'],
      ['考核合格率', '95'],
    ],
  });
});

test.each([
  [
    'below their labels',
    [
      ['总体目标', '中期目标', '年度目标'],
      [null, '三年培训600人次。', '培训200人次。'],
    ],
  ],
  ['beside their labels', [['总体目标', '中期目标', '三年培训600人次。', '年度目标', '培训200人次。']]],
])('of the goals of several years and of the year, the year’s is taken: %s', (_, rows) => {
  const heading = ['一级指标', '二级指标', '三级指标', '指标值'];
  expect(namesIn([...rows, heading, ['产出指标', '数量指标', '培训人次', '≥200人次']])[0]?.goals).toBe('培训200人次。');
});

test.each([
  ['in their first rows', null],
  ['in each row', '技能培训'],
])('a table that lists projects is one table for each of them, named %s', (_, again) => {
  const tables = recogniseTargets(
    sheet([
      ['2022年部门预算项目绩效目标表'],
      [null, null, null, null, null, null, '单位：万元'],
      ['项目名称', '预算金额', '年度绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
      ['技能培训', 100, '培训200人次。', '产出指标', '数量指标', '培训人次', '≥200人次'],
      [again, null, null, null, '质量指标', '考核合格率', '≥95%'],
      ['河道清淤', 80, '清淤20公里。', '产出指标', '数量指标', '清淤长度', '≥20公里'],
    ]),
  );
  expect(
    tables.map(({ year, project, goals, money, indicators }) => ({
      year: year?.value,
      project: project?.value,
      goals: goals?.value,
      money: `${money?.amount.text ?? ''} × ${money?.moneyUnit?.toString() ?? ''}`,
      items: indicators.map(({ name, target }) => `${name.value} ${target?.text ?? ''}`),
    })),
  ).toEqual([
    {
      year: 2022,
      project: '技能培训',
      goals: '培训200人次。',
      money: '100 × 10000',
      items: ['培训人次 ≥200人次', '考核合格率 ≥95%'],
    },
    { year: 2022, project: '河道清淤', goals: '清淤20公里。', money: '80 × 10000', items: ['清淤长度 ≥20公里'] },
  ]);
});

test('it is no self-evaluation, and is named as what it is', () => {
  const { forms, none } = review(targets());
  expect(forms).toEqual([]);
  expect(none?.reason).toBe('这张表是绩效目标申报表，有 4 项指标和指标值，没有得分，可以用来与自评表核对');
});

test.each(EVERY_LAYOUT)('a self-evaluation is no table of targets: %s', (layout) => {
  const snapshot = trainingIn(layout);
  const { forms } = review(snapshot);
  expect(
    recogniseTargets(
      snapshot,
      forms.map(({ form }) => form.area),
    ),
  ).toEqual([]);
});

test('neither is what only looks alike', () => {
  expect(recogniseTargets(evaluation())).toEqual([]);
  expect(
    recogniseTargets(
      sheet([
        ['类别', '名称', '目标'],
        ['甲', '乙', '丙'],
      ]),
    ),
  ).toEqual([]);
});
