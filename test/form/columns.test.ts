import type { FigureCell } from '../../src/form/model';
import { recognise } from '../../src/form/recognise';
import { sheetOf } from '../fixtures/corpus/read';
import { only, rows } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

type Rows = readonly (readonly TestCell[])[];

describe('headings over two rows', () => {
  const data: TestCell[] = ['产出', '次数', 10, 9, '已验收', 8, '属实', '10次'];

  test('with merged cells over those that belong together', () => {
    const form = only(
      sheet(
        [
          ['项目支出绩效自评表'],
          ['一级指标', '三级指标', '分值', '自评', null, '复核', null, '指标值'],
          [null, null, null, '得分', '备注', '得分', null, null],
          data,
        ],
        { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3'] },
      ),
    );
    expect(rows(form)).toEqual(['产出/次数 10 9 B4 C4 D4']);
    expect(form.headers[0]?.columns.map(({ role }) => role)).toEqual([
      ...['level1', 'level3', 'weight', 'stated', 'evidence', 'reviewed', 'target'],
    ]);
  });

  test('without merged cells: what stands to the left is over them', () => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        ['一级指标', '三级指标', '分值', '自评', null, '复核', null, '指标值'],
        [null, null, null, '得分', '备注', '得分', '备注', null],
        data,
      ]),
    );
    expect(rows(form)).toEqual(['产出/次数 10 9 B4 C4 D4']);
    expect(form.indicators[0]?.evidence).toMatchObject({ unlabelled: '已验收', at: { row: 3, column: 4 } });
  });
});

test.each([
  ['in brackets', '得分（分值）', '60（60）', '36（40）', '96（100）'],
  ['behind a stroke', '得分/分值', '60/60', '36/40', '96/100'],
  ['before a stroke', '分值/得分', '60/60', '40/36', '100/96'],
  ['with its unit', '得分（满分）', '60分（满分60分）', '36分（满分40分）', '96分（100分）'],
])('score and weight in one cell, %s', (_, heading, first, second, total) => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|${heading}
产出指标|数量指标|培训人次|≥200人次|230人次|${first}
效益指标|社会效益指标|知晓率|≥90%|81%|${second}
总分|||||${total}`),
  );
  const points = (cell: FigureCell | null) => cell?.value?.toNumber();
  expect(form.indicators.map(({ weight, stated }) => [points(weight), points(stated)])).toEqual([
    [60, 60],
    [40, 36],
  ]);
  expect([points(form.total?.weight ?? null), points(form.total?.stated ?? null)]).toEqual([100, 96]);
});

test.each([
  ['满分', 60, '扣4分', 36],
  ['得满分', 60, '扣减4', 36],
  ['不扣分', 60, '得36分', 36],
  ['60分（满分）', 60, '36分（扣4分）', 36],
  ['全分', 60, '不得分', 0],
  ['60（满分）', 60, '0', 0],
  ['未扣分', 60, '得一半分', 20],
  ['本项得满分', 60, '得80%分值', 32],
  ['得分：60分', 60, '计零分', 0],
])('scores told in words: %s is %d, %s is %d', (first, all, second, some) => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|230人次|60|${first}
效益指标|社会效益指标|知晓率|≥90%|81%|40|${second}`),
  );
  expect(form.indicators.map(({ stated }) => stated?.value?.toNumber())).toEqual([all, some]);
});

test('words that tell no points are no score', () => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|230人次|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|40|酌情扣分`),
  );
  expect(form.indicators[1]?.stated).toMatchObject({ state: 'unreadable', value: null });
});

test.each(['；', '，', '\n', ' '])('target and actual value in one cell, parted by %j', (mark) => {
  const form = only(
    sheet([
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '目标值及完成情况', '分值', '得分'],
      ['产出指标', '数量指标', '培训人次', `目标值：≥200人次${mark}完成值：187人次`, 60, 56],
      ['效益指标', '社会效益指标', '知晓率', `目标值：≥90%${mark}完成值：95%`, 40, 40],
    ]),
  );
  expect(form.indicators.map(({ target, actual }) => [target?.text, actual?.text])).toEqual([
    ['≥200人次', '187人次'],
    ['≥90%', '95%'],
  ]);
});

test('a class where the name belongs: the name is what stands under the contents', () => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|指标名称|指标内容|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|230人次|30|30
产出指标|数量指标|培训期数|≥3期|3期|30|30
效益指标|社会效益指标|知晓率|≥90%|95%|40|40`),
  );
  expect(form.indicators.map(({ name, path }) => [...path, name.value].join('/'))).toEqual([
    '产出指标/数量指标/培训人次',
    '产出指标/数量指标/培训期数',
    '效益指标/社会效益指标/知晓率',
  ]);
});

test.each(['年末完成', '全年完成', '本年实际', '年末值'])('what was reached under %s', (heading) => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年初计划|${heading}|分值|得分
产出指标|数量指标|培训人次|200|230|60|60
效益指标|社会效益指标|知晓率|90|81|40|36`),
  );
  expect(form.indicators.map(({ target, actual }) => [target?.text, actual?.text])).toEqual([
    ['200', '230'],
    ['90', '81'],
  ]);
});

describe('a heading that comes twice', () => {
  const filledIn = (scores: readonly TestCell[]) =>
    recognise(
      sheet([
        ['项目支出绩效自评表'],
        ['一级指标', '三级指标', '分值', '得分', '得分'],
        ['产出', '次数', 10, ...scores],
      ]),
    );

  test('both filled in: which one is meant can not be told, and is asked', () => {
    const [form] = filledIn([9, 10]).forms;
    expect(form && rows(form)).toEqual(['产出/次数 10 - B3 C3 ']);
    expect(form?.scored).toBe(false);
    expect(
      form?.questions.map(({ role, candidates }) => [role, candidates.map(({ at: cell }) => cell.column)]),
    ).toEqual([['stated', [3, 4]]]);
  });

  test.each<[string, readonly TestCell[], string]>([
    ['only the second filled in', [null, 9], '产出/次数 10 9 B3 C3 E3'],
    ['neither filled in yet', [null, null], '产出/次数 10 - B3 C3 D3'],
  ])('%s: that one, else the first', (_, scores, expected) => {
    const [form] = filledIn(scores).forms;
    expect(form && rows(form)).toEqual([expected]);
  });
});

describe('where the points stand', () => {
  test.each<[string, Rows, string[]]>([
    [
      'in the name of the item, in forms without a column for them',
      [
        ['一级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
        ['产出指标', '场次（20分）', '10场', '10场', 20],
      ],
      ['产出指标/场次 20 20 B3 B3 E3'],
    ],
    [
      'as shares of the whole, in forms with converted scores',
      [
        ['一级指标', '三级指标', '指标值', '实际完成值', '单项指标得分', '权重', '折算得分'],
        ['产出', '次数', '10次', '10次', 100, 0.2, 20],
        ['产出', '人数', '10人', '10人', 100, { value: 0.005, text: '0.5%' }, 0.5],
      ],
      ['产出/次数 20 20 B3 F3 G3', '产出/人数 0.5 0.5 B4 F4 G4'],
    ],
    [
      'in a row of the template that was used without naming it',
      [
        ['一级指标', '三级指标', '分值', '年度指标值', '实际完成值', '得分'],
        ['产出', '次数', 100, '10次', '10次', 90],
        [null, '指标2：', null, '5次', '5次', 10],
        [null, '指标3：', null, null, null, 0],
      ],
      ['产出/次数 100 90 B3 C3 F3', '产出/指标2: - 10 B4 C4 F4'],
    ],
    [
      'beside a second level with nothing below it, where words follow the total',
      [
        ['年度绩效目标1（100分）', '一级指标', '二级指标', '三级指标', '年初目标值', '实际完成值', '得分'],
        [null, '产出指标', '数量指标', '场次', '10场', '10场', 90],
        [null, '满意度指标', null, null, '≥90%', '95%', 10],
        ['总分', null, null, null, null, null, 100],
        [null, null, '主管部门意见', '同意'],
      ],
      ['产出指标/数量指标/场次 - 90 D3  G3', '满意度指标 - 10 B4  G4'],
    ],
  ])('%s', (_, table, expected) => {
    expect(rows(only(sheet([['项目支出绩效自评表'], ...table])))).toEqual(expected);
  });

  test('an item that is named at a higher level than others belongs to none of the headings before it', () => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '分值', '得分', '实际完成值'],
        ['产出指标（50分）', '数量指标', '场次', 50, 50, '10场'],
        ['效益指标（40分）', '社会效益', '影响', 20, 20, '10次'],
        [null, '生态效益', null, 20, 20, '绿化'],
        ['满意度指标（10分）', null, null, 10, 10, '95%'],
      ]),
    );
    expect(form.indicators.map(({ path, name }) => [...path, name.value].join('/'))).toEqual([
      ...['产出指标/数量指标/场次', '效益指标/社会效益/影响', '效益指标/生态效益', '满意度指标(10分)'],
    ]);
    expect(form.groups.map(({ name }) => name)).toEqual(['产出指标', '效益指标']);
  });
});

describe('points in labels, without a column for them', () => {
  const form = (rows: string) => only(sheetOf(`项目支出绩效自评表\n${rows}`));
  const HEAD = '年度绩效目标1（80分）|一级指标|三级指标|年初目标值(A)|实际完成值(B)|得分';

  test('weigh an item that stands alone below them, and no other', () => {
    const { indicators } = form(`${HEAD}
|产出指标（50分）|场次|10场|10场|30
||合格率|90%|95%|20
|满意度指标（30分）|满意度|90%|95%|30`);
    expect(indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([undefined, undefined, 30]);
    expect(indicators[2]?.weight?.at).toEqual({ row: 4, column: 1 });
  });

  test('beside the levels are those of the whole block', () => {
    const { targetBlocks } = form(`${HEAD}
|产出指标|场次|10场|10场|30
|满意度指标|满意度|90%|95%|50`);
    expect(
      targetBlocks.map(({ label, weight, indicators }) => [label.value, weight.value?.toNumber(), indicators.length]),
    ).toEqual([['年度绩效目标1(80分)', 80, 2]]);
    expect(targetBlocks[0]?.weight.at).toEqual({ row: 1, column: 0 });
  });

  const outer = (first: string, second: string) =>
    form(`类别|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
${first}|投入|预算管理|制度健全性|健全|健全|20|20
${second}|产出指标|数量指标|场次|10场|10场|50|50
|满意度指标|满意度|满意度|90%|95%|30|30
总分||||||100|100`).targetBlocks.map(({ label, weight, indicators }) => [
      label.at.row,
      weight.value?.toNumber(),
      indicators.length,
    ]);

  test('before all levels are those of the rows beside them, where they are not numbered', () => {
    const read = [
      [2, 20, 1],
      [3, 80, 2],
    ];
    expect(outer('共性指标（20）', '个性指标（80）')).toEqual(read);
    expect(outer('共性指标20分', '个性指标80分')).toEqual(read);
    expect(outer('任务（1）', '任务（2）')).toEqual([]);
    // So many people, it may be.
    expect(outer('文化科（35）', '旅游科（40）')).toEqual([]);
    expect(outer('共性指标', '个性指标（80）')).toEqual([]);
  });
});

describe('a subtotal', () => {
  const groups = (table: Rows) =>
    only(sheet([['项目支出绩效自评表'], ...table])).groups.flatMap((group) =>
      [group, ...group.groups].map(({ name, stated }) => `${name} ${stated?.value?.toString() ?? '-'}`),
    );

  test('in the column of the second level is its score', () => {
    expect(
      groups([
        ['一级指标', '二级指标', '三级指标', '分值', '得分'],
        ['产出指标', '数量指标', '培训人数', 60, 59],
        [null, '小计', null, 60, 59],
      ]),
    ).toEqual(['产出指标 -', '数量指标 59']);
  });

  test('in a table without second levels is that of the first', () => {
    expect(
      groups([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '培训人数', 60, 59],
        [null, '小计', 60, 59],
      ]),
    ).toEqual(['产出指标 59']);
  });

  test('of several blocks together is that of none, also where an item lacks its weight', () => {
    expect(
      groups([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '培训人数', 60, 59],
        ['效益指标', '受益人数', null, 39],
        ['小计', null, 100, 98],
      ]),
    ).toEqual(['产出指标 -', '效益指标 -']);
  });

  test('above all levels, or in a table without scores, is the score of nothing', () => {
    expect(
      groups([
        ['一级指标', '三级指标', '指标值', '实际完成值', '备注'],
        ['小计', null, null, null, null],
        ['产出指标', '培训人数', '60人', '60人', null],
        [null, '小计', null, null, null],
      ]),
    ).toEqual(['产出指标 -']);
  });
});

test.each(['自评分数', '部门自评得分', '县级自评得分', '单位自评得分'])(
  '%s over a column heads the scores of the items',
  (heading) => {
    const form = only(
      sheetOf(`绩效自评表
一级指标|分值|二级指标|分值|三级指标|指标值|完成值|分值|${heading}
产出指标|60|数量指标|60|培训人次|≥200人次|230人次|60|60
效益指标|40|社会效益指标|40|知晓率|≥90%|81%|40|36
合计|||||||100|96`),
    );
    expect(rows(form).map((row) => row.split(' ').slice(1, 3).join(' '))).toEqual(['60 60', '40 36']);
  },
);

test.each([
  ['核定分值', '得分'],
  ['分值', '评价分值'],
  ['评价分值', '自评得分'],
])('%s beside %s are the weights and the scores', (weights, scores) => {
  const form = only(
    sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|${weights}|${scores}
产出指标|数量指标|培训人次|≥200人次|230人次|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|40|36
合计|||||100|96`),
  );
  expect(form.indicators.map(({ weight, stated }) => [weight?.text, stated?.text])).toEqual([
    ['60', '60'],
    ['40', '36'],
  ]);
});

test('分值 beside the score under 评分情况 is the weight, also where the levels have theirs', () => {
  const form = only(
    sheetOf(`绩效自评表
绩效指标|<|<|<|<|目标值|完成值|评分情况|<
一级指标|分值|二级指标|分值|三级指标|^|^|分值|自评分数
产出指标|60|数量指标|60|培训人次|≥200人次|230人次|40|40
^|^|^|^|培训场次|≥10场|9场|20|18
效益指标|40|社会效益指标|40|知晓率|≥90%|81%|40|36
合计|<|<|<|<|<|<|100|94`),
  );
  expect(form.indicators.map(({ weight, stated }) => [weight?.text, stated?.text])).toEqual([
    ['40', '40'],
    ['20', '18'],
    ['40', '36'],
  ]);
});

test('权重 beside 分值 that says the same in points is no question', () => {
  const form = only(
    sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|权重（%）|分值|得分
产出指标|数量指标|培训人次|≥200人次|230人次|50%|50|50
效益指标|社会效益指标|知晓率|≥90%|95%|50%|50|50
合计|||||100%|100|100`),
  );
  expect(form.questions).toEqual([]);
  expect(form.indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([50, 50]);
});

test.each([
  ['权重', '分值'],
  ['权重系数', '分值'],
])('%s of 0.2 behind the names and %s of 20 beside it weigh the items, and no level', (shares, points) => {
  const form = only(
    sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|${shares}|${points}|得分
产出指标|数量指标|培训人次|≥200人次|230人次|0.2|20|20
产出指标|数量指标|培训期数|≥2期|2期|0.2|20|20
效益指标|社会效益指标|知晓率|≥90%|95%|0.6|60|60
合计|||||1|100|100`),
  );
  expect(form.questions).toEqual([]);
  expect(form.groups.map(({ weight }) => weight)).toEqual([null, null]);
  expect(form.indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([20, 20, 60]);
});

test.each([
  ['年中完成值', '年末完成值'],
  ['上半年完成值', '年末完成值'],
  ['1-6月完成值', '全年完成值'],
  ['一至六月完成情况', '实际完成情况'],
])('%s is of a part of the year, %s what was reached', (part, whole) => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|${part}|${whole}|分值|得分
产出指标|数量指标|培训人次|≥200人次|90人次|230人次|60|60
效益指标|社会效益指标|知晓率|≥90%|40%|81%|40|36
总分||||||100|96`),
  );
  expect(form.questions).toEqual([]);
  expect(form.indicators.map(({ actual }) => actual?.text)).toEqual(['230人次', '81%']);
});

test.each([
  ['目标量', '完成量'],
  ['年度计划量', '实际完成量'],
  ['任务数', '累计完成量'],
  ['任务数', '已完成任务数'],
])('%s is what was to be reached, %s what was', (target, actual) => {
  const form = only(
    sheetOf(`绩效自评表
评价内容|评价类别|评价指标|单位|分值|${actual}|${target}|得分
产出|数量|新增耕地|公顷|60|12|10|60
效益|满意度|群众满意度|%|40|92|90|40
合计||||100|||100`),
  );
  expect(form.indicators.map((one) => [one.target?.text, one.actual?.text])).toEqual([
    ['10', '12'],
    ['90', '92'],
  ]);
});

test('where the last level holds a dash the level above names the row', () => {
  const form = only(
    sheetOf(`绩效自评表
一级指标|二级指标|三级指标|分值|评价标准|得分
种植（60分）|种植面积（60分）|——|60|种满可种面积得满分|60
档案（40分）|档案（40分）|生产档案|40|档案齐全|40
合计|||100||100`),
  );
  expect(form.indicators.map(({ name }) => name.value)).toEqual(['种植面积', '生产档案']);
});

test.each([
  ['乡镇自验', '区县考评'],
  ['单位自查', '主管部门复查'],
])('%s is the score of the unit, %s the reviewer’s, whatever the scores are', (own, reviewer) => {
  const form = only(
    sheetOf(`绩效自评表
一级指标|二级指标|三级指标|分值|评价标准|${own}|${reviewer}
种植（60分）|种植（60分）|种植面积|60|种满可种面积得满分|61|60
档案（40分）|档案（40分）|生产档案|40|档案齐全|40|40
合计|||100||100|100`),
  );
  expect(form.indicators.map(({ stated }) => stated?.value?.toNumber())).toEqual([61, 40]);
});

test('a wrong figure makes no names of 绩效指标 at the edge beside 三级指标', () => {
  const form = only(
    sheetOf(`项目支出绩效自评表
|||||||项目总得分|99
绩效指标|一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分
|产出指标（40分）|数量指标|培训人次|20|≥200人次|210人次|20
|||检查次数|8|≥8次|9次|
||质量指标|合格率|20|100%|100%|20
|效益指标（40分）|社会效益|知晓率|40|≥90%|92%|40
|满意度指标（20分）|满意度|满意度|20|≥95%|94%|19
填表人：某某
联系电话：1234567`),
  );
  expect(form.indicators.map(({ name }) => name.value)).toEqual(['培训人次', '检查次数', '合格率', '知晓率', '满意度']);
});
