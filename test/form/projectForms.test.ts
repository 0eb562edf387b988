import type { BudgetBlock } from '../../src/form/model';
import { recognise } from '../../src/form/recognise';
import { sheetOf } from '../fixtures/corpus/read';
import { only } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

const TABLE = `
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|养护里程|≥12公里|12公里|100|100|`;

describe('what stands above the table', () => {
  test.each([['年度|2023'], ['项目名称|道路养护|预算年度：|2023年'], ['主管部门|市交通局|评价年度|2023年度']])(
    'the year in a cell of its own: %s',
    (row) => {
      expect(only(sheetOf(`项目支出绩效自评表\n${row}${TABLE}`)).year?.value).toBe(2023);
    },
  );

  test.each([
    ['填报日期：2023年3月8日', null],
    ['单位名称：水务所||填表时间：|2023年3月8日', null],
    ['填报日期：2023年3月8日\n项目名称|2022年道路养护', 2022],
    ['2023年道路养护项目|填报日期：2024年3月8日', 2023],
  ])('when the form was filled in is not the year that it is about: %s', (rows, year) => {
    expect(only(sheetOf(`项目支出绩效自评表\n${rows}${TABLE}`)).year?.value ?? null).toBe(year);
  });

  test('a year that only counts something is none', () => {
    expect(only(sheetOf(`项目支出绩效自评表\n年度|三年${TABLE}`)).year).toBeNull();
  });

  test('in a form that is not filled in the next label is not the name of the unit', () => {
    expect(only(sheetOf(`项目支出绩效自评表\n主管部门||实施单位|${TABLE}`)).organisation).toBeNull();
  });
});

describe('the table', () => {
  test('a template that nobody filled in is no form: its total is no indicator', () => {
    const { forms, none } = recognise(
      sheetOf(`
项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标（50分）|数量指标|指标1：||||||
||……||||||
满意度指标（10分）|满意度指标|指标1：||||||
总分|||||100||`),
    );
    expect(forms).toEqual([]);
    expect(none?.reason).toContain('还没有填写的空表');
  });

  test('the levels may be called 目标', () => {
    const form = only(
      sheetOf(`
项目绩效目标自评表
一级目标|二级目标|三级目标|指标目标值|实际完成值|权重|得分
产出目标|数量|养护里程|≥12公里|12公里|100|100`),
    );
    expect(form.indicators.map(({ path, name }) => [...path, name.value])).toEqual([['产出目标', '数量', '养护里程']]);
  });

  test('得分计算方法 is how points are reckoned; 同上 is what the cell above says', () => {
    const form = only(
      sheetOf(`
项目支出绩效自评表
项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分计算方法|得分
|年度资金总额|50|50|10|100%||10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分计算方法|得分
产出指标|数量指标|养护里程|≥12公里|12公里|60|每少1公里扣2分|60
|质量指标|合格率|≥95%|96%|30|同上|30`),
    );
    expect(form.indicators.map(({ standard, stated }) => [standard?.value, stated?.value?.toNumber()])).toEqual([
      ['每少1公里扣2分', 60],
      ['每少1公里扣2分', 30],
    ]);
    expect(form.budget?.scored?.stated?.value?.toNumber()).toBe(10);
  });

  test('headings that reach down over a second row are read once; reasons stand under one heading in several columns', () => {
    const rows: TestCell[][] = [
      ['项目绩效自评表'],
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '全年实际值',
        '分值',
        '得分',
        '偏差原因分析',
        null,
        '改进措施',
      ],
      [null, null, null, null, null, null, null, '经费保障', '人员保障'],
      ['产出指标', '数量指标', '养护里程', '≥12公里', '11公里', 100, 91.67, null, '人员不足', '增加人员'],
    ];
    const down = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'J'].map((column) => `${column}2:${column}3`);
    const form = only(sheet(rows, { merges: [...down, 'H2:I2'] }));
    expect(form.headers).toHaveLength(1);
    const [indicator] = form.indicators;
    expect(indicator?.demand).toEqual({ reason: true, improvement: true });
    expect(indicator?.evidence).toMatchObject({ shortfallReason: '人员不足', improvement: '增加人员' });
  });
});

describe('below the table', () => {
  const graded = (row: string) =>
    only(sheetOf(`项目支出绩效自评表${TABLE}\n总分|||||100|100\n${row}`)).total?.grade?.value ?? null;

  test.each([
    ['自评等级|优', '优'],
    ['评价等级：良好', '良好'],
    ['等级||||中', '中'],
    ['备注|优', null],
    ['存在问题|良好', null],
  ])('a grade in a row of its own: %s', (row, grade) => expect(graded(row)).toBe(grade));
});

describe('the money in pairs of label and figure', () => {
  const lines = (block: BudgetBlock | null): string[] =>
    (block?.lines ?? []).map(({ label, role, budget, spent, rate }) =>
      [label.value, role, budget?.value, spent?.value, rate?.value].map((part) => part?.toString() ?? '-').join(' '),
    );

  test('over merged cells, with its parts below and the rate under a heading above', () => {
    const rows: TestCell[][] = [
      ['项目支出绩效自评表'],
      ['二、预算执行情况（万元）', '预算安排情况', null, '资金执行情况', null, '预算执行进度'],
      [null, '预算数：', 86, '执行数：', 83.42, '97%'],
      [null, '其中：财政资金', 80, '其中：财政资金', 80],
      [null, '其他', 6, '其他', 3.42],
      ...sheetOf(TABLE).values.map((row) => [...row]),
    ];
    const form = only(sheet(rows, { merges: ['A2:A5', 'B2:C2', 'D2:E2', 'F3:F5'] }));
    expect(lines(form.budget)).toEqual([
      '二、预算执行情况(万元) total 86 83.42 0.97',
      '其中:财政资金 part 80 80 -',
      '其他 part 6 3.42 -',
    ]);
  });

  test('each figure behind a label of two columns', () => {
    const rows: TestCell[][] = [
      ['项目支出绩效自评表'],
      ['预算执行情况（万元）', '预算数', null, 86, '执行数', null, 83.42],
      ...sheetOf(TABLE).values.map((row) => [...row]),
    ];
    const form = only(sheet(rows, { merges: ['B2:C2', 'E2:F2'] }));
    expect(lines(form.budget)).toEqual(['预算执行情况(万元) total 86 83.42 -']);
  });

  test('a pair of something else between them', () => {
    const form = only(
      sheetOf(`项目支出绩效自评表
当年预算数（万元）|86
上级补助比例|30%
预算执行数（万元）|83.42|预算执行率|97%${TABLE}`),
    );
    expect(lines(form.budget)).toEqual(['当年预算数(万元) total 86 83.42 0.97']);
  });
});
