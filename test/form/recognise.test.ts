import { recognise } from '../../src/form/recognise';
import { projectIn } from '../../src/form/headFields';
import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { only, rows } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

describe('what is a form', () => {
  test('three levels, each with its weight, and a second heading in mid-table', () => {
    const form = only(
      sheet(
        [
          ['部门整体支出绩效自评表'],
          ['（2023年度）'],
          ['单位名称', '测试局'],
          [
            '一级\n指标',
            '分 值',
            '二级指标',
            '分值',
            '三级指标',
            '分值',
            '指标解释',
            null,
            '得分/自评分',
            '评分依据、未达标原因、改进措施',
          ],
          [
            '管理',
            45,
            '资金管理',
            16,
            '预算完成率',
            2,
            '完成数与预算数的比率',
            null,
            1.9,
            '未达标原因：结转。改进措施：加快。',
          ],
          [null, null, null, null, '决算公开', 3, '是否公开', null, 3, '已公开'],
          [null, null, '采购管理', 29, '采购执行率', '２．０', '采购金额与预算的比率', null, '2分', '按时'],
          [
            '一级指标',
            '分值',
            '二级指标',
            '分值',
            '三级指标',
            '分值',
            '年度指标值',
            '实际完成指标值',
            '得分/自评分',
            '评分依据、未达标原因、改进措施',
          ],
          ['履职', 50, '热线', 50, '接通率', 50, '≥95%', '94.07%', 49.51, '…'],
          ['加减分项', 5, '工作表现', 5, '受表彰', 5, '受表扬的，每项加2.5分', null, 2.5, '通报表扬'],
          ['总分', 100, null, null, null, null, null, '自评得分', 58.91],
          ['注：测试。'],
        ],
        { merges: ['A5:A7', 'C5:C6', 'G4:H4', 'G5:H5', 'G6:H6', 'G7:H7'] },
      ),
    );
    expect(rows(form)).toEqual([
      '管理/资金管理/预算完成率 2 1.9 E5 F5 I5',
      '管理/资金管理/决算公开 3 3 E6 F6 I6',
      '管理/采购管理/采购执行率 2 2 E7 F7 I7',
      '履职/热线/接通率 50 49.51 E9 F9 I9',
      '加减分项/工作表现/受表彰 5 2.5 E10 F10 I10',
    ]);
    expect(form.groups.map(({ name, weight }) => [name, weight?.value?.toNumber()])).toEqual([
      ['管理', 45],
      ['履职', 50],
      ['加减分项', 5],
    ]);
    expect(form.indicators.map(({ kind }) => kind)).toEqual(['item', 'item', 'item', 'item', 'bonus']);
    expect([form.total?.weight?.value?.toNumber(), form.total?.stated?.value?.toNumber()]).toEqual([100, 58.91]);
    expect([form.title?.value, form.year?.value, form.organisation?.value]).toEqual([
      '部门整体支出绩效自评表',
      2023,
      '测试局',
    ]);
    expect(form.indicators[3]?.target?.value).toMatchObject({ kind: 'number', relation: '>=', unit: '%' });
    expect(form.indicators[4]).toMatchObject({
      target: null,
      actual: null,
      definition: { value: '受表扬的，每项加2.5分' },
    });
    expect(form.indicators[0]?.evidence).toMatchObject({ shortfallReason: '结转。', improvement: '加快。' });
  });

  test('a form without a score column is recognised and said to have none', () => {
    const form = only(
      sheet([
        ['转移支付区域绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'],
        ['产出', '数量', '次数', '10次', '10次', null],
      ]),
    );
    expect([form.scored, form.indicators.length, form.indicators[0]?.stated]).toEqual([false, 1, null]);
  });

  test.each([
    ['（2022 年度）', 2022],
    ['二〇二三年度', 2023],
    ['年度：2021', 2021],
  ])('the year of %s', (text, year) => {
    const table = [
      ['一级指标', '三级指标', '分值', '得分'],
      ['产出', '次数', 100, 100],
    ];
    expect(only(sheet([['项目支出绩效自评表'], [text], ...table])).year?.value).toBe(year);
  });

  test('two forms below one another', () => {
    const one = [
      ['项目支出绩效自评表', null, null, null, null],
      ['一级指标', '二级指标', '三级指标', '分值', '得分'],
      ['产出', '数量', '次数', 100, 100],
      ['总分', null, null, 100, 100],
    ];
    expect(recognise(sheet([...one, [], ...one])).forms.map(({ area }) => area.row)).toEqual([0, 5]);
    expect(recognise(sheet([...one, [], ...one.slice(1)])).forms.map((form) => form.indicators.length)).toEqual([1, 1]);
  });
});

describe('a heading again below whose form it is, without a title and a total between', () => {
  const part = (name: string, weights: readonly [number, number]) => `项目名称|${name}
一级指标|三级指标|目标值|完成值|分值|得分
产出|里程|10公里|10公里|${weights[0]}|${weights[0]}
满意度|满意度|≥90%|95%|${weights[1]}|${weights[1]}
`;

  test.each<[string, readonly [number, number], number]>([
    ['two forms, where the items of each weigh a whole', [60, 40], 2],
    ['two forms, the points for the budget apart', [50, 40], 2],
    ['one form on two pages, where they weigh it together', [30, 20], 1],
  ])('%s', (_, weights, forms) => {
    const sheets = sheetOf(`项目支出绩效自评表\n${part('甲', weights)}${part('乙', weights)}`);
    expect(recognise(sheets).forms).toHaveLength(forms);
  });

  test('one form on two pages, with what both weigh in its last row', () => {
    const sheets = sheetOf(`项目支出绩效自评表\n${part('甲', [50, 30])}${part('甲', [10, 10])}合计||||100|100`);
    expect(recognise(sheets).forms).toHaveLength(1);
  });
});

describe('two forms beside one another', () => {
  const one = (name: string, total: number | null) => [
    ['项目名称', name, null, '主管部门', '县交通局'],
    ['一级指标', '二级指标', '三级指标', '分值', '得分'],
    ['产出', '数量', `${name}里程`, 100, 98],
    ...(total === null ? [] : [['总分', null, null, 100, total]]),
  ];
  const beside = (left: TestCell[][], right: TestCell[][]) =>
    sheet([['项目支出绩效自评表'], ...left.map((cells, row) => [...cells, null, ...(right[row] ?? [])])]);

  test('each is a form of its own with the figures of its columns', () => {
    const snapshot = beside(one('公路', 98), one('桥梁', 97));
    const { forms } = review(snapshot);
    expect(forms.map(({ form }) => projectIn(snapshot, form.area)?.value)).toEqual(['公路', '桥梁']);
    expect(forms.map(({ form }) => form.total?.stated?.value?.toNumber())).toEqual([98, 97]);
    expect(forms.map(({ coverage }) => coverage.figures.total)).toEqual([4, 4]);
    expect(forms.map(({ findings }) => findings.some(({ check }) => check === 'total-sum'))).toEqual([false, true]);
  });

  test('a table that goes on beside itself is none of its own', () => {
    expect(recognise(beside(one('公路', 98), one('桥梁', null))).forms.length).toBeLessThan(2);
  });
});

describe('what is no form', () => {
  test.each<[string, (string | number | null)[][], RegExp]>([
    ['nothing', [], /空/],
    [
      'a ledger',
      [
        ['日期', '摘要', '金额'],
        ['1月', '办公费', 100],
      ],
      /没有找到绩效自评表的标题/,
    ],
    [
      'a row for each project',
      [
        ['2023年度部门项目支出绩效自评汇总表'],
        ['序号', '项目名称', '预算数', '执行数', '自评得分'],
        [1, '农村公路养护', 120, 118, 96],
        [2, '公益林补偿', 80, 80, 98],
      ],
      /每行是一个项目/,
    ],
    [
      'what is watched in the year, in columns that say no more than each other',
      [
        ['项目支出绩效运行监控表'],
        ['一级指标', '三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况', '完成目标可能性'],
        ['产出指标', '养护里程', '≥100公里', '60公里', '100公里', '确定能'],
        ['效益指标', '满意度', '≥90%', '—', '92%', '确定能'],
      ],
      /是绩效运行监控表，不是绩效自评表/,
    ],
    ['a title without a table', [['项目支出绩效自评表'], ['请见附件']], /没有找到指标表的表头/],
    [
      'targets only',
      [['绩效目标申报表'], ['一级指标', '二级指标', '三级指标', '指标值', '分值'], ['产出', '数量', '次数', '10', 10]],
      /申报表/,
    ],
    [
      'headings one below the other',
      [
        ['项目支出绩效自评表'],
        ['一级指标', '产出指标', '效益指标'],
        ['三级指标', '里程', '满意度'],
        ['年度指标值', '≥10公里', '≥90%'],
        ['实际完成值', '10公里', '95%'],
        ['得分', 60, 40],
      ],
      /行列互换/,
    ],
    ['scores of pupils', [['期末成绩表'], ['姓名', '指标', '分值', '得分'], ['甲', '语文', 100, 90]], /成绩表/],
    [
      'a person’s targets without a title',
      [
        ['指标名称', '目标值', '完成值', '分值', '得分'],
        ['签单', '10单', '12单', 60, 60],
        ['回款', '90%', '95%', 40, 40],
      ],
      /没有“绩效自评表”一类的标题/,
    ],
    [
      'personal marks without a title',
      [
        ['指标名称', '分值', '得分'],
        ['出勤', 10, 9],
      ],
      /不能认定/,
    ],
  ])('%s', (_, cells, reason) => {
    const { forms, none } = recognise(sheet(cells));
    expect(forms).toEqual([]);
    expect(none?.reason).toMatch(reason);
  });
});

describe('a table below the total of another', () => {
  const HEADING = '指标名称|计算符号|指标值|实际完成值|计量单位|权重|实际得分|偏差原因及改进措施';
  const goals = (second: string) =>
    recognise(
      sheetOf(`部门整体支出绩效自评表
目标1：举办文化活动
${HEADING}
举办活动|≥|50|45|场|60|54|场地受限，下一步提前落实
群众参与人次|≥|10|11|万人次|40|40|
合计|||||100|94|
${second}
新建厕所|=|4|4|座|60|60|
旅游收入|≥|8|7|亿元|40|35|客流不足，下一步加强营销
合计|||||100|95|`),
    ).forms.map(({ indicators }) => indicators.map(({ name }) => name.value));
  const FIRST = ['举办活动', '群众参与人次'];

  test('of the same heading is one as well, though nothing says so again', () => {
    expect(goals(`目标2：完善旅游设施\n${HEADING}`)).toEqual([FIRST, ['新建厕所', '旅游收入']]);
  });

  test('of the same heading is none where its title says what else it is', () => {
    expect(goals(`考核评分表\n${HEADING}`)).toEqual([FIRST]);
  });

  test('of another heading needs a title of its own', () => {
    expect(goals(`目标2：完善旅游设施\n${HEADING.replace('指标名称', '事项')}`)).toEqual([FIRST]);
  });
});
