import { evaluation, targets } from '../fixtures/targets';
import { changed, TRAINING } from '../fixtures/training';
import type { RowSpec } from '../fixtures/spec';
import { sheetOf } from '../fixtures/corpus/read';
import { sheet } from '../support/sheet';
import { held, told } from '../support/sides';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

const rows = (at: number, change: Partial<RowSpec>) => changed(new Map([[at, change]]));
const without = (at: number) => TRAINING.filter((_, index) => index !== at);

describe('in order', () => {
  test.each<[string, SheetSnapshot, SheetSnapshot]>([
    ['the same', targets(), evaluation()],
    ['with weights', targets({ weights: true }), evaluation()],
    ['with targets of several years beside those of the year', targets({ longTerm: true }), evaluation()],
    ['a target in words for its sign', targets({ rows: rows(1, { target: '不低于95%' }) }), evaluation()],
    ['a target in another scale', targets({ rows: rows(0, { target: '≥0.02万人次' }) }), evaluation()],
    ['a goal with other punctuation', targets({ goals: '培训200人次,合格率达到95%' }), evaluation()],
    ['money in yuan', targets({ money: '1000000元' }), evaluation()],
    ['money in a sentence', targets({ money: '年度资金总额：100万元' }), evaluation()],
    [
      'money of several years before it',
      targets({ money: '实施期资金总额：300万元', then: '年度资金总额：100万元' }),
      evaluation(),
    ],
    ['服务对象满意度 for 满意度', targets({ rows: rows(3, { level2: '服务对象满意度指标' }) }), evaluation()],
    ['no year', targets({ year: null }), evaluation()],
    ['the approved table', targets({ title: '项目支出绩效目标批复表' }), evaluation()],
    ['numbered names', targets({ rows: rows(0, { name: '指标1：培训人次' }) }), evaluation()],
    ['a heading without 指标', targets({ rows: rows(3, { level1: '满意度' }) }), evaluation()],
  ])('%s', (_, old, now) => expect(told(old, now)).toEqual([]));

  test('says how much was held', () => {
    const { held: looks } = held(targets({ weights: true }), evaluation());
    // Year, money, goal, and name, target and weight of four indicators.
    expect(looks.map(({ what }) => what).sort()).toEqual(
      ['goal', 'money', 'year', ...TRAINING.flatMap(() => ['name', 'target', 'weight'])]
        .map((what) => (what === 'goal' ? 'text' : what))
        .sort(),
    );
    expect(looks.every(({ verdict }) => verdict === 'agrees')).toBe(true);
  });
});

describe('one difference', () => {
  test.each<[string, SheetSnapshot, SheetSnapshot, string]>([
    ['a lower floor', targets({ rows: rows(0, { target: '≥500人次' }) }), evaluation(), 'lowered warning D11'],
    ['a higher floor', targets({ rows: rows(0, { target: '≥100人次' }) }), evaluation(), 'raised info D11'],
    [
      'a larger limit',
      targets({ rows: rows(2, { name: '人均成本', target: '≤2000元' }) }),
      evaluation({ rows: rows(2, { name: '人均成本', target: '≤3000元' }) }),
      'lowered warning D13',
    ],
    [
      'a later date',
      targets({ rows: rows(2, { name: '完工时间', target: '2022年6月前' }) }),
      evaluation({ rows: rows(2, { name: '完工时间', target: '2022年12月前' }) }),
      'lowered warning D13',
    ],
    [
      'another figure without a sign',
      targets({ rows: rows(1, { target: '98%' }) }),
      evaluation({ rows: rows(1, { target: '95%' }) }),
      'target info D12',
    ],
    ['words for a figure', targets({ rows: rows(0, { target: '有所增加' }) }), evaluation(), 'target info D11'],
    ['another unit', targets({ rows: rows(0, { target: '≥200场' }) }), evaluation(), 'unit info D11'],
    ['another weight', targets({ weights: true, rows: rows(0, { weight: 25 }) }), evaluation(), 'weight info F11'],
    ['an indicator that is gone', targets(), evaluation({ rows: without(1) }), 'missing warning -'],
    ['one that came', targets({ rows: without(1) }), evaluation(), 'added info C12'],
    ['more money', targets({ money: 120 }), evaluation(), 'money info C6'],
    ['another goal', targets({ goals: '培训500人次，合格率达到95%。' }), evaluation(), 'goal info B8'],
    ['another year', targets({ year: 2021 }), evaluation(), 'year warning A2'],
    [
      'a name in other words',
      targets({ rows: rows(2, { name: '参训学员年末就业率' }) }),
      evaluation({ rows: rows(2, { name: '参训学员年底就业率' }) }),
      'renamed info C13',
    ],
    [
      'a name of which only the figures stayed',
      targets({ rows: rows(2, { name: '培训后就业率' }) }),
      evaluation(),
      'renamed info C13',
    ],
  ])('%s', (_, old, now, said) => expect(told(old, now)).toEqual([said]));

  test('says what was written on both sides', () => {
    const { differences } = held(targets({ rows: rows(0, { target: '≥500人次' }) }), evaluation());
    expect(differences[0]?.message).toBe(
      '“培训人次”的指标值“≥200人次”低于绩效目标申报表的“≥500人次”，请核实是否经过批准。',
    );
    expect(differences[0]?.before).toMatchObject({ sheet: '申报表', text: '≥500人次' });
  });

  test('a renamed one that is only guessed is said to be so', () => {
    const { differences } = held(targets({ rows: rows(2, { name: '培训后就业率' }) }), evaluation());
    expect(differences).toMatchObject([{ kind: 'renamed', certainty: 'possible' }]);
    expect(differences[0]?.message).toContain('可能由');
  });
});

test('a name that shares nothing with the other one is no renaming for the same rate, which many have', () => {
  const old = targets({ rows: rows(2, { name: '企业税收贡献' }) });
  expect(told(old, evaluation())).toEqual(['missing warning -', 'added info C13']);
});

test.each<[string, string, string]>([
  ['part of the other', '参训后就业情况改善', '就业情况改善'],
  ['with more behind it', '长效机制', '长效机制健全性'],
])('a name that is %s may be a renaming where the target is in words', (_, was, is) => {
  const words = { target: '明显改善', actual: '明显改善' };
  const old = targets({ rows: rows(2, { name: was, ...words }) });
  expect(told(old, evaluation({ rows: rows(2, { name: is, ...words }) }))).toEqual(['renamed info C13']);
});

test('what is missing is told with the sign and the unit that stand in columns of their own', () => {
  const old = sheet([
    ['项目支出绩效目标表'],
    ['项目名称', '职业技能培训'],
    ['一级指标', '二级指标', '三级指标', '指标符号', '指标值', '计量单位'],
    ['产出指标', '数量指标', '培训人次', '≥', 200, '人次'],
    ['产出指标', '质量指标', '巡查覆盖面', '≥', 80, '%'],
  ]);
  const { differences } = held(old, evaluation());
  expect(differences.find(({ kind }) => kind === 'missing')?.message).toContain('“巡查覆盖面”（≥80%）');
});

test('a name that shares nothing with the other one may be a renaming where the figure is telling', () => {
  const old = targets({ rows: rows(0, { name: '参加课程的下岗职工' }) });
  expect(told(old, evaluation())).toEqual(['renamed info C11']);
});

test.each([
  ['2022年11月底前', '2022年11月30日前'],
  ['12月底前', '2022年12月31日前'],
  ['2022年2月底前', '2022年2月28日前'],
])('the end of a month is its last day: %s and %s', (before, after) => {
  const at = (target: string) => rows(2, { name: '完工时间', target });
  expect(told(targets({ rows: at(before) }), evaluation({ rows: at(after) }))).toEqual([]);
});

test('less is asked by a larger limit and a later date, which are not called lower themselves', () => {
  for (const [before, after] of [
    ['≤2000元', '≤3000元'],
    ['2022年6月前', '2022年12月前'],
  ] as const) {
    const at = (target: string) => rows(2, { name: '完工与成本', target });
    const [difference] = held(targets({ rows: at(before) }), evaluation({ rows: at(after) })).differences;
    expect(difference?.message).toContain(`“${after}”的要求低于绩效目标申报表的“${before}”`);
  }
});

test('one figure in two units of money is asked about as a slip of the unit', () => {
  const yuan = evaluation();
  const inYuan = {
    ...yuan,
    values: yuan.values.map((row) => row.map((value) => (value === '项目资金（万元）' ? '项目资金（元）' : value))),
    texts: yuan.texts.map((row) => row.map((text) => (text === '项目资金（万元）' ? '项目资金（元）' : text))),
  };
  expect(held(targets(), inYuan).differences.map(({ message }) => message)).toEqual([
    '年初预算数 100元 与绩效目标申报表的年度资金总额 100万元 不同，请核实金额单位是否写错。',
  ]);
});

test('two that may both be meant are not guessed between', () => {
  const passed = (name: string, weight: number): RowSpec => ({
    level2: '质量指标',
    name,
    target: '≥95%',
    actual: '96%',
    weight,
    stated: weight,
  });
  const now = TRAINING.flatMap((row, index) =>
    index === 1 ? [passed('理论合格率', 15), passed('实操合格率', 15)] : [row],
  );
  expect(told(targets(), evaluation({ rows: now }))).toEqual(['missing warning -', 'added info C12', 'added info C13']);
});

test('a target is told with the sign and the unit that stand in columns of their own', () => {
  const approved = sheetOf(`项目支出绩效目标批复表
（2022年度）
项目名称|职业技能培训
一级指标|二级指标|三级指标|指标性质|指标值|度量单位
产出指标|数量指标|培训人次|≥|500|人次`);
  expect(held(approved, evaluation()).differences[0]?.message).toContain('“≥200人次”低于绩效目标批复表的“≥500人次”');
});

test('units in a column of their own are named where the figures are written alike', () => {
  const own = (unit: string) =>
    sheetOf(`项目支出绩效目标申报表
（2022年度）
项目名称|职业技能培训
一级指标|二级指标|三级指标|符号|指标值|计量单位
产出指标|数量指标|培训人次|≥|200|${unit}`);
  const [said] = held(own('期'), evaluation()).differences;
  expect(said).toMatchObject({ kind: 'unit', message: expect.stringContaining('“≥200人次”') as string });
  expect(said?.message).toContain('“≥200期”');
});

test.each(['★培训人次', '（1）培训人次', '①培训人次', '指标1-1：培训人次', '培训人次（人次）', '培训人次（20分）'])(
  '%s is the same name, marked',
  (name) => expect(told(targets({ rows: rows(0, { name }) }), evaluation())).toEqual([]),
);

test('where rows have no name nothing is called missing, added or renamed', () => {
  const nameless = evaluation({ rows: TRAINING.map((row, at) => (at % 2 === 0 ? row : { ...row, name: '' })) });
  expect(told(targets(), nameless).filter((one) => /missing|added|renamed/.test(one))).toEqual([]);
});
