import { recognise } from '../../src/form/recognise';
import type { EvaluationForm } from '../../src/form/model';
import { sheet, type TestCell } from '../support/sheet';

const HEADINGS = ['一级指标', '二级指标', '三级指标', '分值', '得分'];
const ROWS = [
  ['产出指标', '数量指标', '培训人数', 60, 60],
  ['效益指标', '社会效益', '受益人数', 40, 38],
];

function form(...rows: readonly (readonly TestCell[])[]): EvaluationForm {
  const { forms } = recognise(sheet([['项目支出绩效自评表'], ...rows]));
  const [first] = forms;
  if (first === undefined) throw new Error('no form');
  return first;
}

describe('the total, wherever an office prints it', () => {
  test.each<[string, readonly (readonly TestCell[])[]]>([
    ['in the columns of the table', [['总分', null, null, 100, 98]]],
    ['the whole and the score, each behind its label', [['合计', 100, null, '自评得分', 98]]],
    ['the score in a cell with its label', [['合计', 100, null, null, '自评得分：98分']]],
    ['the score in a cell with its label, under another heading', [['合计', null, '自评得分：98分', 100, null]]],
    ['beside the grade', [['等级', '优', null, 100, 98]]],
    [
      'two rows',
      [
        ['合计', null, null, 100, null],
        ['自评得分', null, null, null, 98],
      ],
    ],
    [
      'two rows, of which the first is left empty',
      [
        ['合计', null, null, null, null],
        ['自评得分', null, null, 100, 98],
      ],
    ],
    [
      'two rows that say the same',
      [
        ['合计', null, null, 100, 98],
        ['自评得分', null, null, null, 98],
      ],
    ],
    ['the score behind its label, which stands where scores do', [['合计', null, null, 100, '自评得分', 98]]],
  ])('%s', (_, below) => {
    const { total } = form(HEADINGS, ...ROWS, ...below);
    expect([total?.weight?.value?.toNumber(), total?.stated?.value?.toNumber()]).toEqual([100, 98]);
  });

  test.each([
    ['98/96', 100, 98],
    ['96/98', 100, 98],
    ['98（96）', 100, 98],
    ['98/96', null, 98],
    // Neither is what the scores add up to.
    ['95/93', 100, undefined],
    // Out of a hundred, right and wrong.
    ['98/100', 100, 98],
    ['98/100', null, 98],
    ['97/100', 100, 97],
  ])('two figures in one cell, %s out of %s', (text, whole, expected) => {
    const { total } = form(HEADINGS, ...ROWS, ['总分', null, null, whole, text]);
    expect(total?.stated?.value?.toNumber()).toBe(expected);
    expect(total?.stated?.state).toBe(expected === undefined ? 'unreadable' : 'figure');
  });

  test('a score alone behind its label, where the weights are not added up', () => {
    const { total } = form(HEADINGS, ...ROWS, ['合计', null, '自评得分', null, 98]);
    expect([total?.weight, total?.stated?.value?.toNumber()]).toEqual([null, 98]);
  });

  test('a score alone behind its label, in the column of a level’s weights', () => {
    const headings = ['一级指标', '分值', '三级指标', '分值', '得分'];
    const { total } = form(
      headings,
      ['产出指标', 60, '培训人数', 60, 60],
      ['效益指标', 40, '知晓率', 40, 38],
      ['总分', 98],
    );
    expect([total?.weight, total?.stated?.value?.toNumber()]).toEqual([null, 98]);
  });

  test('two rows that add nothing up, in a form without scores', () => {
    const headings = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值'];
    const { total } = form(headings, ['产出指标', '数量指标', '培训人数', '60人', '60人'], ['合计'], ['总分']);
    expect([total?.label.value, total?.weight, total?.stated]).toEqual(['合计', null, null]);
  });

  test('a score in one cell behind 自评结果', () => {
    const { total, indicators } = form(HEADINGS, ...ROWS, ['自评结果：98分']);
    expect([total?.stated?.value?.toNumber(), indicators.length]).toEqual([98, 2]);
  });

  test('a score and grade alone, below the table', () => {
    const { total } = form(HEADINGS, ...ROWS, ['自评得分：98分', '等级：优']);
    expect([total?.weight, total?.stated?.value?.toNumber(), total?.grade?.value]).toEqual([null, 98, '优']);
  });

  test.each<[string, readonly TestCell[]]>([
    ['without a colon', ['总分 98 分']],
    ['behind an equals sign', ['总分=98']],
    ['with the full marks in brackets', ['总分（满分100分）：98分']],
    ['with the grade in the same cell', ['评价总分98分，评价等级：优']],
    ['behind the grade', ['自评等级：优', '自评得分：98分']],
    ['under the name of who scored', ['单位自评总得分', null, null, null, 98]],
    ['as 自评分数', ['自评分数', 98]],
  ])('a total below the table, %s', (_, row) => {
    const { total, indicators } = form(HEADINGS, ...ROWS, row);
    expect([total?.stated?.value?.toNumber(), indicators.length]).toEqual([98, 2]);
    expect(total?.grade?.value ?? '优').toBe('优');
  });

  test.each([
    ...[
      '五、总分',
      '（五）总分',
      '5.合计',
      '三、自评得分',
      '各项得分合计',
      '三级指标得分合计',
      '加权得分合计',
      '总体得分',
    ],
    ...['自我评分', '自评价得分', '自我评价得分', '单位自评分', '整体支出绩效自评得分', '绩效目标自评得分'],
  ])('the label %s before a figure alone', (label) => {
    const { total, indicators } = form(HEADINGS, ...ROWS, [label, 97]);
    expect([total?.stated?.value?.toNumber(), indicators.length]).toEqual([97, 2]);
  });

  test.each([
    ['自我评价得分', '≥90分', '95分'],
    ['绩效自评得分', 90, 96],
    ['总分', '90分', '92分'],
    ['合计', '良', '良'],
  ])('such a label with a target is the name of an item: %s | %s | %s', (...told) => {
    const heading = ['指标名称', '指标值', '完成值', '分值', '得分'];
    const items = [
      ['培训场次', '≥5场', '5场', 50, 50],
      [...told, 10, 10],
      ['受益人数', '≥100人', '100人', 40, 40],
    ];
    const { indicators, total } = form(heading, ...items, ['总分', null, null, 100, 100]);
    expect([indicators.length, total?.stated?.value?.toNumber()]).toEqual([3, 100]);
  });

  test.each(['财政评价得分', '三级指标得分', '五、评价结论', '各项得分'])('%s is no such label', (label) => {
    expect(form(HEADINGS, ...ROWS, [label, 97]).total).toBeNull();
  });

  test('总分100分 names the full marks where the score stands in its column', () => {
    const { total } = form(HEADINGS, ...ROWS, ['总分100分', null, null, null, 98]);
    expect(total?.stated?.value?.toNumber()).toBe(98);
    expect(form(HEADINGS, ...ROWS, ['总分100分']).total?.stated?.value ?? null).toBeNull();
  });

  test.each<[string, readonly TestCell[]]>([
    ['in one cell', ['自评总分：98分']],
    ['beside its label', ['自评总分', 98]],
    ['beside its label, with the grade', ['自评总分', 98, '等级', '优']],
  ])('above the table, %s', (_, row) => {
    expect(form(row, HEADINGS, ...ROWS).total?.stated?.value?.toNumber()).toBe(98);
  });

  test('a label without a figure above the table is no total', () => {
    expect(form(['自评总分'], HEADINGS, ...ROWS).total).toBeNull();
    expect(form(['自评总分', '待定'], HEADINGS, ...ROWS).total).toBeNull();
  });
});

test('a subtotal is the score of the group above it, and no indicator', () => {
  const found = form(
    HEADINGS,
    ['产出指标', '数量指标', '培训人数', 60, 60],
    ['产出指标小计', null, null, 60, 59],
    ['效益指标', '社会效益', '受益人数', 40, 38],
    ['小计', null, null, 40, 37],
    ['总分', null, null, 100, 98],
  );
  expect(found.groups.map(({ name, stated }) => [name, stated?.value?.toNumber()])).toEqual([
    ['产出指标', 59],
    ['效益指标', 37],
  ]);
  expect(found.indicators.map(({ name }) => name.value)).toEqual(['培训人数', '受益人数']);
});

describe('money in one row, each figure behind its label', () => {
  const figures = (row: readonly TestCell[]) => {
    const { budget } = form(row, HEADINGS, ...ROWS);
    const [line] = budget?.lines ?? [];
    const read = [line?.budget, line?.spent, line?.rate].map((cell) => cell?.value?.toNumber());
    return [budget?.heading?.value, budget?.moneyUnit?.toNumber(), line?.role, ...read];
  };

  test('with the name of the block before them', () => {
    const row = ['项目资金（万元）', '全年预算数', 120, '全年执行数', 110, '执行率', '91.67%'];
    expect(figures(row)).toEqual(['项目资金(万元)', 10_000, 'total', 120, 110, 0.9167]);
  });

  test('without one', () => {
    expect(figures(['全年预算数', 120, '全年执行数', 110])).toEqual([
      '全年预算数',
      undefined,
      'total',
      120,
      110,
      undefined,
    ]);
  });

  test('in the first row of the sheet', () => {
    const { forms } = recognise(sheet([['全年预算数', 120, '全年执行数', 110], HEADINGS, ...ROWS]));
    expect(forms[0]?.budget?.lines.map(({ spent }) => spent?.value?.toNumber())).toEqual([110]);
  });

  test('two figures of one kind are no block', () => {
    const row = ['全年预算数', 120, '调整后预算数', 110, '全年执行数', null];
    expect(form(row, HEADINGS, ...ROWS).budget).toBeNull();
  });

  test('one figure alone is no block', () => {
    expect(form(['资金', '全年预算数', 120, '执行率', null], HEADINGS, ...ROWS).budget).toBeNull();
  });
});

test.each<[string, readonly (readonly TestCell[])[], RegExp]>([
  ['another table with the same columns', [['项目支出绩效目标申报表'], HEADINGS, ...ROWS], /绩效目标申报表/],
  ['a heading with nothing below', [['项目支出绩效自评表'], HEADINGS], /没有一行要打分的指标/],
  [
    'a table of targets',
    [['项目支出绩效自评表'], ['一级指标', '三级指标', '指标值', '分值'], ['产出', '次数', '10次', 10]],
    /没有认出得分（自评分）列和实际完成值列，无从核对/,
  ],
  ['targets without results', [['项目支出绩效自评表'], HEADINGS.slice(0, 4), ['产出', '数量', '次数', 10]], /表头/],
  ['nothing', [], /空的/],
])('%s is no self-evaluation, and the reason is said', (_, rows, reason) => {
  const { forms, none } = recognise(sheet(rows));
  expect(forms).toEqual([]);
  expect(none?.reason).toMatch(reason);
});

describe('the grade in one cell with the total', () => {
  const row = (text: string) => form(HEADINGS, ...ROWS, ['总分', null, null, 100, text]);

  test.each<[text: string, grade: string | null]>([
    ['98（良）', '良'],
    ['98分/优', '优'],
    ['98 良好', '良好'],
    ['98，良', '良'],
    ['优（98分）', '优'],
    // What grades there are is no grade.
    ['98（优、良、中、差）', null],
    ['98（优良率）', null],
    ['98', null],
  ])('%s: %s', (text, grade) => {
    const { total } = row(text);
    expect([total?.stated?.value?.toNumber(), total?.grade?.value ?? null]).toEqual([98, grade]);
  });

  test.each(['总分（等级）', '总分及等级', '自评总分和评价等级'])('below the label %s', (label) => {
    const { total } = form(HEADINGS, ...ROWS, [label, null, null, 100, '98（良）']);
    expect([total?.stated?.value?.toNumber(), total?.grade?.value]).toEqual([98, '良']);
  });

  test('above the table, whatever is below it', () => {
    const { total } = form(['项目名称', '培训', null, '自评得分（等级）', '98（良）'], HEADINGS, ...ROWS, [
      '总分',
      null,
      null,
      100,
      98,
    ]);
    expect(total?.grade?.value).toBe('良');
  });
});
