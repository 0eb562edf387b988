import { recognise } from '../../src/form/recognise';
import { sampleForm } from '../../src/workbench/sample';
import { sheetOf } from '../fixtures/corpus/read';
import { only } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

const TABLE: TestCell[][] = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '养护里程', '≥12公里', '12公里', 100, 100, null],
];

function narrative(...above: TestCell[][]) {
  return only(sheet([['项目支出绩效自评表'], ...above, ...TABLE])).narrative;
}

describe('the question why the goals were missed', () => {
  test('an unanswered one has a place', () => {
    const row = ['年度整体绩效目标', '办好事项', '整体绩效目标完成情况', '已办', '未能完成原因', null];
    expect(narrative(row).shortfallReason).toMatchObject({ value: '', at: { row: 1, column: 5 } });
  });

  test('labels side by side over a row that is not filled in have their places there', () => {
    const labels = ['年度整体绩效目标', '完成情况', '未能完成原因'];
    const { goals, completion, shortfallReason } = narrative(labels, [null]);
    expect([goals, completion, shortfallReason].map((one) => one?.at)).toEqual(
      [0, 1, 2].map((column) => ({ row: 2, column })),
    );
  });

  test('behind a label for both rows, with merged cells', () => {
    const rows: TestCell[][] = [
      ['项目支出绩效自评表'],
      ['年度绩效目标完成情况', '年度整体绩效目标', null, '完成情况', null, '未能完成原因', null, null],
      [],
      ...TABLE,
    ];
    const merges = ['A2:A3', 'B2:C2', 'D2:E2', 'F2:H2', 'B3:C3', 'D3:E3', 'F3:H3'];
    const { goals, completion, shortfallReason } = only(sheet(rows, { merges })).narrative;
    expect([goals, completion, shortfallReason].map((one) => one?.at)).toEqual(
      [1, 3, 5].map((column) => ({ row: 2, column })),
    );
  });

  test('偏差原因 in a row of its own asks it too', () => {
    expect(narrative(['偏差原因', '雨季停工']).shortfallReason).toMatchObject({ value: '雨季停工' });
  });

  test.each<[string, TestCell]>([
    ['not filled in', null],
    ['filled in', '尾款未付'],
  ])('a column 偏差原因 of the money, %s, does not ask it', (_, reason) => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '偏差原因'],
        [null, '年度资金总额', 120, 90, '75%', reason],
        ...TABLE,
      ]),
    );
    expect(form.narrative.shortfallReason).toBeNull();
    expect(form.budget?.evidence).toMatchObject({ text: reason ?? '', at: { row: 2, column: 5 } });
  });

  test('nor does one in the last column of the sheet', () => {
    const headings = ['全年预算数', '全年执行数', '执行率', null, null, null, null, '偏差原因'];
    expect(narrative(headings, [120, 90, '75%', null, null, null, null, '尾款未付']).shortfallReason).toBeNull();
  });

  test('an answer beside it, in a row of pairs, is one', () => {
    const row = ['全年预算数', 120, '全年执行数', 90, '偏差原因', '尾款未付'];
    expect(narrative(row).shortfallReason?.value).toBe('尾款未付');
  });

  test('nor does one beside pairs of labels and figures', () => {
    expect(narrative(['全年预算数', 120, '全年执行数', 90, '偏差原因', null]).shortfallReason).toBeNull();
  });
});

test('a sentence that names the target values is no heading of a table', () => {
  const { snapshot } = sampleForm(new Map([['J5', '年度目标中，“热线接通率”没有完成，由于来电增长；已增加坐席。']]));
  const form = only(snapshot);
  expect(form.headers.map(({ row }) => row)).toEqual([10, 32]);
  expect(form.indicators).toHaveLength(39);
});

describe('goals and what became of them in rows of their own', () => {
  const goals = (rows: string) => {
    const [form] = recognise(
      sheetOf(
        `项目支出绩效自评表\n${rows}\n一级指标|三级指标|指标值|完成值|分值|得分\n产出|养护里程|≥12公里|12公里|100|100`,
      ),
    ).forms;
    return [form?.narrative.goals?.value, form?.narrative.completion?.value];
  };

  test.each([
    [
      'below their headings',
      `年度总体目标|预期目标|实际完成情况
^|目标1：改建公路50公里|完成情况1：改建52公里
^|目标2：安装护栏30公里|完成情况2：安装护栏31公里`,
    ],
    [
      'beside their labels, without merged cells',
      `年度总体目标|目标1：改建公路50公里|完成情况|完成情况1：改建52公里
|目标2：安装护栏30公里||完成情况2：安装护栏31公里
项目资金（万元）|预算数|执行数|执行率
年度资金总额|100|98|98%`,
    ],
  ])('%s', (_, rows) => {
    expect(goals(rows)).toEqual([
      '目标1:改建公路50公里\n目标2:安装护栏30公里',
      '完成情况1:改建52公里\n完成情况2:安装护栏31公里',
    ]);
  });

  test('end where something else begins', () => {
    const rows = `预期目标|实际完成情况
改建公路50公里，安装护栏|改建公路52公里，安装护栏
项目负责人及联系电话|王某，联系电话见封面
部门年度预算执行数总额|部门年度预算执行率情况`;
    expect(goals(rows)[0]).not.toContain('部门年度预算');
  });
});

describe('the reason below the table', () => {
  const reason = (below: string) =>
    recognise(
      sheetOf(`项目支出绩效自评表
一级指标|三级指标|指标值|完成值|分值|得分
产出|养护里程|≥12公里|11公里|60|55
效益|满意度|≥90%|92%|40|40
总分||||100|95
${below}`),
    ).forms[0]?.narrative.shortfallReason?.value;

  test.each([
    ['未完成原因|雨季停工', '雨季停工'],
    ['未完成原因：雨季停工', '雨季停工'],
    ['偏差大或目标未完成原因分析|雨季停工', '雨季停工'],
    ['未完成原因|\n改进措施|汛后补做', ''],
    ['其他需要说明的事项|无', undefined],
  ])('%s', (below, expected) => {
    expect(reason(below)).toBe(expected);
  });
});

test('完成情况 over a column beside money tells of tasks, and is not what the form reached', () => {
  const tasks: TestCell[][] = [
    ['年度主要任务', '任务名称', '完成情况', '预算数（万元）', '执行数（万元）'],
    [null, '饮水安全', '已完成', 650, 632],
    ['年度总体目标', '预期目标', null, null, '完成情况'],
    [null, '新增受益人口5000人', null, null, '新增受益人口5230人'],
  ];
  expect(narrative(...tasks).completion?.value).toBe('新增受益人口5230人');
});
