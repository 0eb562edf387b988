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
    unit: { value: '市人社局' },
    project: { value: '职业技能培训' },
    goals: { text: '培训200人次，合格率达到95%。' },
    money: { amount: { text: '100' }, label: { value: '年度资金总额' } },
  });
  expect(table?.money?.unit?.toString()).toBe('10000');
  expect(
    table?.indicators.map(({ name, path, target, weight }) => [...path, name.value, target?.text, weight?.text]),
  ).toEqual([
    ['产出指标', '数量指标', '培训人次', '≥200人次', '20'],
    ['产出指标', '质量指标', '考核合格率', '≥95%', '30'],
    ['效益指标', '社会效益指标', '学员就业率', '≥80%', '30'],
    ['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '10'],
  ]);
});

test('of targets of several years and of the year, the year’s are taken', () => {
  const [table] = recogniseTargets(targets({ longTerm: true }));
  expect(table?.indicators.map(({ target }) => target?.text)).toEqual(['≥200人次', '≥95%', '≥80%', '≥90%']);
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
