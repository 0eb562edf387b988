import { recognise } from '../../src/form/recognise';
import type { EvaluationForm } from '../../src/form/model';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sheet } from '../support/sheet';

function only(snapshot: SheetSnapshot): EvaluationForm {
  const { forms, none } = recognise(snapshot);
  expect(none).toBeNull();
  const [form, second] = forms;
  expect(second).toBeUndefined();
  if (form === undefined) throw new Error('no form');
  return form;
}

/** One line for each indicator: path, name, weight, score and their cells. */
function rows(form: EvaluationForm): string[] {
  return form.indicators.map(({ path, name, weight, stated }) => {
    const cells = [name, weight, stated].map((cell) => (cell === null ? '' : formatAddress(cell.cell))).join(' ');
    return `${[...path, name.value].join('/')} ${weight?.value?.toString() ?? '-'} ${stated?.value?.toString() ?? '-'} ${cells}`;
  });
}

describe('where the columns stand', () => {
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
    expect([form.title?.value, form.year?.value, form.unit?.value]).toEqual(['部门整体支出绩效自评表', 2023, '测试局']);
    expect(form.indicators[3]?.target?.value).toMatchObject({ kind: 'number', relation: '>=', unit: '%' });
    expect(form.indicators[4]).toMatchObject({
      target: null,
      actual: null,
      definition: { value: '受表扬的，每项加2.5分' },
    });
    expect(form.indicators[0]?.evidence).toMatchObject({ shortfallReason: '结转。', improvement: '加快。' });
  });

  test.each<[string, (string | number | null)[][], string[]]>([
    [
      'weight before the target, block weights in the labels',
      [
        ['绩效目标自评表'],
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '分值',
          '年度指标值',
          '全年实际值',
          '得分',
          '未完成原因及拟采取的改进措施',
        ],
        ['产出指标(50分)', '数量指标', '培训人数', 50, '≥10人', '12人', 50],
        ['效益指标（40分）', '社会效益', '知晓率', 40, '≥90%', '95%', 40],
        ['总分', null, null, 90, null, null, 90],
      ],
      ['产出指标/数量指标/培训人数 50 50 C3 D3 G3', '效益指标/社会效益/知晓率 40 40 C4 D4 G4'],
    ],
    [
      'target split over three columns',
      [
        ['2022年度项目支出绩效自评表'],
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '指标性质',
          '指标值',
          '度量单位',
          '实际完成值',
          '分值',
          '得分',
          '偏差原因分析及改进措施',
        ],
        ['产出指标', '数量指标', '人数', '≧', 735, '人次', 735, 50, 50],
        ['合计', null, null, null, null, null, null, 100, 50, '优'],
      ],
      ['产出指标/数量指标/人数 50 50 C3 H3 I3'],
    ],
    [
      'no levels, total at the top',
      [
        ['部门整体绩效自评表'],
        ['自评总分', 98],
        [
          '指标名称',
          '计量单位',
          '指标性质',
          '年初指标值',
          '调整指标值',
          '全年完成值',
          '得分系数（%）',
          '指标权重',
          '指标得分',
        ],
        ['服务人数', '人', '≥', 100, null, 98, 98, 100, 98],
      ],
      ['服务人数 100 98 A4 H4 I4'],
    ],
    [
      'no weights',
      [
        ['部门整体绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
        ['产出指标', '数量', '场次', '10场', '10场', 20],
        ['总分', null, null, null, null, 20],
      ],
      ['产出指标/数量/场次 - 20 C3  F3'],
    ],
    [
      'process table',
      [['绩效评价评分表'], ['评价内容', '分值', '自评分', '复核分', '评价标准'], ['制度健全', 5, 5, 4, '健全得5分']],
      ['制度健全 5 5 A3 B3 C3'],
    ],
    [
      'converted scores',
      [
        ['项目绩效自评表'],
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '符号',
          '预期指标值',
          '单位',
          '实际完成值',
          '单项指标得分',
          '权重占比',
          '折算得分',
        ],
        ['产出', '数量', '次数', '≥', 10, '次', 9, 90, '20%', 18],
      ],
      ['产出/数量/次数 20 18 C3 I3 J3'],
    ],
    [
      'rules printed in the sheet',
      [
        ['部门整体支出绩效评价评分表'],
        ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因和其他说明'],
        ['投入(15分)', '预算配置(15分)', '控制率', '≤100%计5分', 5, 5],
      ],
      ['投入/预算配置/控制率 5 5 C3 E3 F3'],
    ],
    [
      'headings over two rows',
      [
        ['项目支出绩效自评表'],
        ['绩效指标', null, null, '指标值', null, '自评', null],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        ['产出', '数量', '次数', '10次', '10次', 10, 10],
      ],
      ['产出/数量/次数 10 10 C4 F4 G4'],
    ],
    [
      'labels repeated in every row',
      [
        ['项目支出绩效自评表'],
        ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '得分'],
        ['产出', 20, '数量', 20, '次数', 10, 10],
        ['产出', 20, '数量', 20, '人数', 10, 9],
        [],
        ['效益', 10, '社会', 10, '影响', 10, 9],
      ],
      ['产出/数量/次数 10 10 E3 F3 G3', '产出/数量/人数 10 9 E4 F4 G4', '效益/社会/影响 10 9 E6 F6 G6'],
    ],
    [
      'block scores in the column of the items, template rows and notes',
      [
        ['区域绩效目标自评表'],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '全年实际完成值', '分值', '得分'],
        ['产出指标', null, null, null, null, 20, '[20]'],
        [null, '数量指标', '次数', '10', '10', 10, 10],
        [null, null, '指标2：', null, null, null, null],
        [null, null, '……', null, null, null, null],
        [null, '质量指标', '合格率', '100%', '100%', 10, 10],
        ['说明：无'],
      ],
      ['产出指标/数量指标/次数 10 10 C4 F4 G4', '产出指标/质量指标/合格率 10 10 C7 F7 G7'],
    ],
    [
      'items that have two levels only',
      [
        ['项目支出绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '分值', '得分', '年度指标值', '实际完成值'],
        ['预算执行率', null, null, 10, 9.5, null, null],
        ['产出', '数量', '次数', 10, 10, '10', '10'],
        ['满意度', '服务对象满意度', null, 10, 10, '≥90%', '95%'],
        [null, '生态效益', null, null, 0, null, null],
      ],
      ['预算执行率 10 9.5 A3 D3 E3', '产出/数量/次数 10 10 C4 D4 E4', '满意度/服务对象满意度 10 10 B5 D5 E5'],
    ],
    [
      'scores told apart by what stands over them',
      [
        ['项目支出绩效自评表'],
        ['一级指标', '三级指标', '分值', '自评', '复核', '指标值'],
        [null, null, null, '得分', '得分', null],
        ['产出', '次数', 10, 9, 8, '10次'],
      ],
      ['产出/次数 10 9 B4 C4 D4'],
    ],
    [
      'a weight column of the second level before the third',
      [
        ['项目支出绩效自评表'],
        ['一级指标', '二级指标', '分值', '三级指标', '得分', '实际完成值'],
        ['产\n出', '数量', 20, '热线\n接通率', 10, '9'],
        [null, null, null, '次数', 9, '9'],
      ],
      ['产出/数量/热线接通率 - 10 D3  E3', '产出/数量/次数 - 9 D4  E4'],
    ],
    [
      'a block of targets named beside its levels',
      [
        ['湖北省项目自评表'],
        ['年度绩效目标1(80分)', '一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
        [null, '产出指标', '数量指标', '场次', '10场', '10场', 40],
        [null, '效益指标', '社会效益', '人次', '100', '100', 40],
        ['总分', null, null, null, null, null, 100],
        ['偏差大或目标未完成原因分析', '无'],
        ['改进措施及结果应用方案', '加强管理'],
      ],
      ['产出指标/数量指标/场次 - 40 D3  G3', '效益指标/社会效益/人次 - 40 D4  G4'],
    ],
  ])('%s', (_, cells, expected) => {
    expect(rows(only(sheet(cells)))).toEqual(expected);
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

test('an unanswered question of the form has a place', () => {
  const { narrative } = only(
    sheet([
      ['部门整体支出绩效自评表'],
      ['年度整体绩效目标', '办好事项', '整体绩效目标完成情况', '已办', '未能完成原因', null],
      ['一级指标', '三级指标', '分值', '得分'],
      ['产出', '次数', 100, 100],
    ]),
  );
  expect(narrative.shortfallReason).toMatchObject({ value: '', cell: { row: 1, column: 5 } });
});

describe('the budget block', () => {
  const table = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出', '数量', '次数', '10', '10', 90, 90],
  ];

  test('lines of money below headings, the first scored', () => {
    const { budget } = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        [null, '年度资金总额', 100, 120, 90, 10, '75%', 7.5],
        [null, '其中：当年财政拨款', 100, 120, 90, '—', '75%', '—'],
        [null, '其他资金', null, null, null, null, null, null],
        ...table,
      ]),
    );
    expect(budget?.unit?.toNumber()).toBe(10000);
    expect(budget?.lines.map(({ label, role }) => [label.value, role])).toEqual([
      ['年度资金总额', 'total'],
      ['其中:当年财政拨款', 'part'],
      ['其他资金', 'part'],
    ]);
    expect([budget?.scored?.weight?.value?.toNumber(), budget?.scored?.stated?.value?.toNumber()]).toEqual([10, 7.5]);
    expect(budget?.scored?.rate?.value?.toNumber()).toBe(0.75);
  });

  test('headings of money with nothing but words below them name no block', () => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数'],
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '培训人数', 100, 100],
        ['总分', null, 100, 100],
      ]),
    );
    expect(form.budget).toBeNull();
    expect(form.indicators).toHaveLength(1);
  });

  test('the weight may stand in the block label or in the heading of the score', () => {
    const weight = (label: string, score: string): number | undefined =>
      only(
        sheet([
          ['项目支出绩效自评表'],
          [label, '年度预算数（万元）', '年初预算', '调整后预算数', '预算执行数', '预算执行率', score, '原因'],
          [null, '总额', 238, 251, 251, '100%', null, null],
          ...table,
        ]),
      ).budget?.scored?.weight?.value?.toNumber();
    expect(weight('预算执行情况(10分)', '得分')).toBe(10);
    expect(weight('预算执行情况', '得分(20分*执行率)')).toBe(20);
  });

  test('an amount with a unit of its own is brought to the unit of its block', () => {
    const { budget } = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目资金（万元）', null, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        [null, '年度资金总额', '620.82万元', '5000000元', '10分', '80.5%', 8.05],
        ...table,
      ]),
    );
    expect([budget?.scored?.budget, budget?.scored?.spent].map((cell) => cell?.value?.toNumber())).toEqual([
      620.82, 500,
    ]);
  });

  test('sources in columns, named by two rows above', () => {
    const { budget } = only(
      sheet([
        ['部门整体支出绩效自评表'],
        ['年度部门整体支出规模（万元）', null, '按资金来源', null, '按资金结构', null],
        [null, null, '财政拨款', '其他资金', '基本支出', '项目支出'],
        [null, '全年预算数', 300, null, 100, 200],
        [null, '全年执行数', 290, null, 95, 195],
        [null, '完成率', '96.67%', null, '95%', '97.5%'],
        ...table,
      ]),
    );
    expect(
      budget?.lines.map(({ label, group, budget: sum, rate }) => [
        label.value,
        group,
        sum?.value?.toNumber(),
        rate?.value?.toNumber(),
      ]),
    ).toEqual([
      ['财政拨款', '按资金来源', 300, 0.9667],
      ['其他资金', '按资金来源', undefined, undefined],
      ['基本支出', '按资金结构', 100, 0.95],
      ['项目支出', '按资金结构', 200, 0.975],
    ]);
    expect(budget?.scored).toBeNull();
  });

  test('sources in columns at the top of the sheet, named by one row above', () => {
    const { budget } = only(
      sheet([[null, '财政拨款', '其他资金'], ['全年预算数', 300, 20], ['全年执行数', 290, 20], ...table]),
    );
    expect(budget?.lines.map(({ label, group, spent }) => [label.value, group, spent?.value?.toNumber()])).toEqual([
      ['财政拨款', null, 290],
      ['其他资金', null, 20],
    ]);
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
    ['a title without a table', [['项目支出绩效自评表'], ['请见附件']], /没有找到指标表的表头/],
    [
      'targets only',
      [['绩效目标申报表'], ['一级指标', '二级指标', '三级指标', '指标值', '分值'], ['产出', '数量', '次数', '10', 10]],
      /申报表/,
    ],
    ['scores of pupils', [['期末成绩表'], ['姓名', '指标', '分值', '得分'], ['甲', '语文', 100, 90]], /成绩表/],
    [
      'personal marks without a title',
      [
        ['指标名称', '分值', '得分'],
        ['出勤', 10, 9],
      ],
      /不能认定/,
    ],
    [
      'two columns for the score',
      [['项目支出绩效自评表'], ['一级指标', '三级指标', '分值', '得分', '得分'], ['产出', '次数', 10, 10, 9]],
      /分不清/,
    ],
  ])('%s', (_, cells, reason) => {
    const { forms, none } = recognise(sheet(cells));
    expect(forms).toEqual([]);
    expect(none?.reason).toMatch(reason);
  });
});
