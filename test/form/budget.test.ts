import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sheetOf } from '../fixtures/corpus/read';
import { only } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

const loudIn = (rows: SheetSnapshot) =>
  review(rows).forms.flatMap(({ findings }) =>
    findings.flatMap(({ check, severity }) => (severity === 'info' ? [] : [check])),
  );

describe('the budget among several amounts', () => {
  test.each([
    [
      'what was carried over and this year’s, as the rates say',
      `上年结转数|当年安排数|支出数|执行率
|年度资金总额|120|380|450|90%
|财政拨款|100|300|360|90%`,
      [500, 400],
    ],
    [
      'the same without rates',
      `上年结转|当年安排数|支出数
|年度资金总额|120|380|450
|财政拨款|100|300|360`,
      [500, 400],
    ],
    [
      'the whole beside its two parts',
      `上年结转|当年安排数|全年预算数|支出数|执行率
|年度资金总额|120|380|500|450|90%
|财政拨款|100|300|400|360|90%`,
      [500, 400],
    ],
    [
      'the whole in which what was carried over is',
      `上年结转|全年预算数|支出数
|年度资金总额|120|500|450
|财政拨款|100|400|360`,
      [500, 400],
    ],
    [
      'what was carried over and an amount that no heading calls the budget, though one line had nothing carried over',
      `上年结转|当年安排|本年支出|结余|执行率
|年度资金总额|20|980|950|50|95%
|中央资金|0|500|490|10|98%
|省级资金|20|480|460|40|92%`,
      [1000, 500, 500],
    ],
    [
      'what was changed in the year',
      `年初预算数|预算调整数|支出数|执行率
|年度资金总额|500|-100|360|90%
|财政拨款|400|0|360|90%`,
      [400, 400],
    ],
    [
      'the budget after the change, where a rate is wrong',
      `年初预算数|调整后预算数|支出数|执行率
|年度资金总额|500|400|360|92%
|财政拨款|400|400|360|90%`,
      [400, 400],
    ],
    [
      'the column that the rates are of, whatever heads it',
      `计划投入|实际支出|支出比例
|年度资金总额|500|450|90%
|财政拨款|400|360|90%`,
      [500, 400],
    ],
    [
      'what may be spent',
      `年初预算数|全年可执行数|执行数|执行率
|年度资金总额|600|500|450|90%
|财政拨款|400|400|360|90%`,
      [500, 400],
    ],
    [
      'what was to be paid, beside what was',
      `应支付数|已支付数|未支付数|支付率
|年度资金总额|500|450|50|90%
|财政拨款|400|360|40|90%`,
      [500, 400],
    ],
    [
      'what the initial one and a change make, though one line alone has a rate',
      `年初预算数|调整数|执行数|执行率
|年度资金总额|500|80|522|90%
|财政拨款|400|80|432|`,
      [580, 480],
    ],
    [
      'the same with what was taken away, without a minus',
      `年初预算数|年中追加|调减数|执行数|执行率
|年度资金总额|500|100|20|522|90%
|财政拨款|400|100|20|432|90%`,
      [580, 480],
    ],
    [
      'the same where the rates are wrong',
      `年初预算数|调整数|执行数|执行率
|年度资金总额|500|80|522|85%
|财政拨款|400|80|432|86%`,
      [580, 480],
    ],
    [
      'what the initial one and what was carried over make',
      `年初预算数|上年结转|执行数
|年度资金总额|500|80|522
|财政拨款|400|80|432`,
      [580, 480],
    ],
    [
      '预算调整数 that is only the change: more was spent',
      `年初预算数|预算调整数|执行数
|年度资金总额|500|80|522
|财政拨款|400|80|432`,
      [580, 480],
    ],
    [
      '预算调整数 that is the budget after the change',
      `年初预算数|预算调整数|执行数
|年度资金总额|500|580|522
|财政拨款|400|480|432`,
      [580, 480],
    ],
    [
      '预算调整数 that is the budget after the change, though a little more was spent',
      `年初预算数|预算调整数|执行数
|年度资金总额|600|580|590
|财政拨款|500|480|490`,
      [580, 480],
    ],
    [
      'the initial one, of which what was carried over is a part',
      `年初预算数|其中：上年结转|执行数
|年度资金总额|580|80|522
|财政拨款|480|80|432`,
      [undefined, undefined],
    ],
    [
      'the initial one, of which the points are, not what was carried over too',
      `年初预算数|上年结转|执行数|分值|得分
|年度资金总额|580|80|522|10|9
|财政拨款|480|80|432||`,
      [580, 480],
    ],
    [
      'what was carried over too, of which the points are',
      `年初预算数|上年结转|执行数|分值|得分
|年度资金总额|500|80|522|10|9
|财政拨款|400|80|432||`,
      [580, 480],
    ],
    [
      'what is called so beside all changes',
      `年初预算数|追加|追减|全年预算数|执行数
|年度资金总额|500|100|20|580|522
|财政拨款|400|100|20|480|432`,
      [580, 480],
    ],
    [
      'what was allotted, where the rates of what was spent are of that',
      `预算数|财政拨付数|支出数|执行率
|年度资金总额|600|580|522|90%
|财政拨款|500|480|432|90%`,
      [580, 480],
    ],
    [
      'what was taken back, and what was added',
      `年初预算数|年中收回|年中增加|执行数|执行率
|年度资金总额|600|40|20|522|90%
|财政拨款|500|40|20|432|`,
      [580, 480],
    ],
    [
      'this year’s beside what came and was spent since the beginning',
      `累计到位|累计支出|本年预算|本年支出|执行率
|年度资金总额|1580|1400|580|522|90%
|财政拨款|900|800|480|432|80%`,
      [580, 480],
    ],
    [
      'no column where no rate is of it',
      `计划投入|实际支出|支出比例
|年度资金总额|600|450|90%
|财政拨款|300|360|90%`,
      [undefined, undefined],
    ],
  ])('%s', (_, block, budgets) => {
    const { budget } = only(
      sheetOf(`项目支出绩效自评表
项目资金（万元）|资金来源|${block}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出|数量|次数|10次|10次|100|100`),
    );
    expect(budget?.lines.map((line) => line.budget?.value?.toNumber())).toEqual(budgets);
  });
});

test.each([
  ['in one row', '年初预算数|500|调整数|80|执行数|522|执行率|90%', 580],
  ['with a wrong rate', '年初预算数|500|调整数|80|执行数|522|执行率|80%', 580],
  ['of two rows, 0 of 预算调整数', '年初预算|580|预算调整数|0\n预算数（A）|580|执行数|522\n执行率|80%|得分|8', 580],
  ['in rows, after it', '|合计|财政拨款\n年初预算数|600|500\n预算调整数|580|480\n执行数|522|432', 580],
  ['in one row, after it, and more was spent', '年初预算数|600|预算调整数|580|执行数|590', 580],
  ['in rows', '|合计|财政拨款\n年初预算数|500|400\n调整数|80|80\n执行数|522|432\n执行率|90%|90%', 580],
])('labels and figures in turn %s: the budget is what the change makes of it', (_, money, expected) => {
  const { budget } = only(
    sheetOf(`项目支出绩效自评表
${money}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出|数量|次数|10次|10次|100|100`),
  );
  expect(budget?.lines[0]?.budget?.value?.toNumber()).toBe(expected);
});

test('小计 and 合计得分 below the items are no money', () => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|三级指标|实际完成值|得分
产出|培训人次≥50人次（60分）|52人次|60
满意度|群众满意度≥90%（40分）|95%|40
小计|||100
合计得分|||100`),
  );
  expect([form.budget, form.total?.stated?.value?.toNumber()]).toEqual([null, 100]);
});

describe('the budget block', () => {
  const table = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出', '数量', '次数', '10', '10', 90, 90],
  ];

  test('a row of labels and points below the lines is none of them, and scores the whole', () => {
    const { budget } = only(
      sheet([
        ['项目支出绩效自评表'],
        ['部门预算（万元）', '收入', '年初预算', '调整预算', '决算数', '支出', '年初预算', '调整预算', '决算数'],
        [null, '财政拨款', 2000, 2200, 2150, '基本支出', 1200, 1250, 1240],
        [null, '其他收入', 100, 100, 95, '项目支出', 900, 1050, 1005],
        [null, '合计', 2100, 2300, 2245, '合计', 2100, 2300, 2245],
        ['预算执行率', '97.61%', '分值', 10, '得分', 9.76],
        ...table,
      ]),
    );
    expect(budget?.lines.map(({ label, role }) => [label.value, role])).toEqual([
      ['财政拨款', 'part'],
      ['其他收入', 'part'],
      ['合计', 'total'],
    ]);
    expect([budget?.scored?.weight?.value?.toNumber(), budget?.scored?.stated?.value?.toNumber()]).toEqual([10, 9.76]);
  });

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
    expect(budget?.moneyUnit?.toNumber()).toBe(10000);
    expect(budget?.lines.map(({ label, role }) => [label.value, role])).toEqual([
      ['年度资金总额', 'total'],
      ['其中:当年财政拨款', 'part'],
      ['其他资金', 'part'],
    ]);
    expect([budget?.scored?.weight?.value?.toNumber(), budget?.scored?.stated?.value?.toNumber()]).toEqual([10, 7.5]);
    expect(budget?.scored?.rate?.value?.toNumber()).toBe(0.75);
  });

  test.each<[string, string, TestCell[][]]>([
    [
      'in every amount',
      '10000',
      [
        ['项目资金', null, '年初预算数', '全年预算数', '全年执行数'],
        [null, '年度资金总额', '100万元', '120万元', '90万元'],
      ],
    ],
    [
      'beside the names of columns',
      '10000',
      [
        ['年度支出规模（万元）', null, '年度资金总额', '财政拨款'],
        [null, '全年预算数', 120, 120],
        [null, '全年执行数', 90, 90],
      ],
    ],
  ])('the unit stands %s', (_, unit, money) => {
    expect(only(sheet([['项目支出绩效自评表'], ...money, ...table])).budget?.moneyUnit?.toString()).toBe(unit);
  });

  test.each([
    ['each with its own are in the largest', '900000元', 10_000, 90],
    ['one of which has none name none', '90', undefined, 90],
  ])('amounts in different units, %s', (_, amount, unit, expected) => {
    const money = [
      ['项目资金', null, '年初预算数', '全年预算数', '全年执行数', '执行率'],
      [null, '年度资金总额', '100万元', '120万元', amount, '75%'],
    ];
    const rows = sheet([['项目支出绩效自评表'], ...money, ...table]);
    const { budget } = only(rows);
    expect(budget?.moneyUnit?.toNumber()).toBe(unit);
    expect(budget?.lines[0]?.spent?.value?.toNumber()).toBe(expected);
    expect(loudIn(rows)).toEqual([]);
  });

  test.each<[string, string, string, number | undefined, string[]]>([
    ['over all lines', '354.6|10|8.7|87%', '^|^|^', 580, []],
    ['over all lines, and are wrong', '354.6|10|9.7|87%', '^|^|^', 580, ['execution-score']],
    ['over all lines beside a wrong rate', '354.6|10|8.7|88%', '^|^|^', 580, ['budget-rate']],
    ['beside the first', '354.6|10|8.7|', '||', 580, []],
    ['beside the first with the rate of all', '354.6|10|8.7|87%', '||', 580, []],
    ['beside the first with a rate of nothing', '354.6|10|8.7|89%', '||', 580, ['budget-rate']],
    ['beside the first with its own rate', '354.6|10|8.7|93.32%', '||', 580, []],
    ['beside the first, and are of it alone', '380|10|10|', '||', 380, []],
    ['beside the first, and follow from nothing', '354.6|10|7|', '||', undefined, []],
  ])('of lines without a whole the points stand %s', (_, first, other, whole, loud) => {
    const rows = sheetOf(`项目支出绩效自评表
项目资金（万元）|来源|全年预算数|全年执行数|分值|得分|执行率
|中央资金|380|${first}
|省级资金|200|150|${other}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出|数量|次数|10次|10次|90|90`);
    expect(only(rows).budget?.scored?.budget?.value?.toNumber()).toBe(whole);
    expect(loudIn(rows)).toEqual(loud);
  });

  test.each([
    [9.61, []],
    [7.61, ['execution-score']],
  ])(
    'of lines the first of which is the whole of the others the points are %d, though nothing calls it so',
    (points, loud) => {
      const rows = sheetOf(`项目支出绩效自评表
项目资金（万元）|年度投资|专项债券资金|项目资本金
全年预算数|1246.01|706.26|539.75
执行数|1197.35|688.74|508.61
权重|10||
执行率|96.09%|97.52%|94.23%
得分|${points}||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出|数量|次数|10次|10次|90|90`);
      expect(only(rows).budget?.scored?.budget?.value?.toNumber()).toBe(1246.01);
      expect(loudIn(rows)).toEqual(loud);
    },
  );

  const merged = (rate: string) => `资金|来源|预算数|执行数|执行率|分值|得分
|财政拨款|500|430|${rate}|10|8.7
|其他资金|80|74.6|^|^|^
|合计|580|504.6|^|^|^`;
  const both = (spent: string) => `部门收支（万元）|收入预算|||支出预算||
|合计|财政|其他|合计|基本|项目
预算数|580|500|80|580|320|260
决算数|580|500|80|504.6|320|${spent}
完成率|100%|100%|100%|87%|100%|71%`;

  test.each<[string, string, string[]]>([
    ['one rate over the parts and the whole below them', merged('87%'), []],
    ['the same, and it is wrong', merged('86%'), ['budget-rate']],
    ['what came in beside what was spent, each with its sum', both('184.6'), []],
    ['the same, where one amount is off', both('164.6'), ['budget-parts']],
  ])('%s', (_, money, loud) => {
    const rows = `部门整体支出绩效自评表\n${money}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出|数量|次数|10次|10次|90|90`;
    expect(loudIn(sheetOf(rows))).toEqual(loud);
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

  // Such a heading, which a score alone stands below, once kept the recognition from ever ending.
  test('headings of money with words below them and the score of an item name no block', () => {
    const form = only(
      sheet([
        ['项目支出绩效自评表'],
        [null, '预算数', '执行数', '得分（20分×执行率）'],
        ['产出指标', '培训人数', '≥10人', 64],
        ['一级指标', '三级指标', '指标值', '分值', '得分'],
        ['产出指标', '培训期数', '≥3期', 100, 100],
      ]),
    );
    expect(form.budget).toBeNull();
    expect(form.indicators.map(({ name }) => name.value)).toEqual(['培训期数']);
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

  test('amounts divided by their source, the whole behind its parts', () => {
    const { budget } = only(
      sheet([
        ['部门整体支出绩效自评表'],
        ['任务名称', '预算数（万元）', null, null, '执行数（万元）', null, null],
        [null, '财政拨款', '其他资金', '小计', '财政拨款', '其他资金', '小计'],
        ['道路养护', 150, 30, 180, 145, 26, 171],
        ...table,
      ]),
    );
    const [line] = budget?.lines ?? [];
    expect([line?.budget, line?.spent].map((cell) => cell?.value?.toNumber())).toEqual([180, 171]);
  });

  test('figures below the first line that nothing names are no line', () => {
    const { budget } = only(
      sheet([
        ['项目支出绩效自评表'],
        ['全年预算数', '全年执行数', '执行率'],
        [120, 90, '75%'],
        [20, 10, '50%'],
        ...table,
      ]),
    );
    expect(budget?.lines.map(({ spent }) => spent?.value?.toNumber())).toEqual([90]);
  });

  test.each<[string, string, string[]]>([
    ['in order', '100|109|80|20|309|309|100%', []],
    ['of few amounts', '||12.5||12.5|12.5|100%', []],
    ['whose rate is off', '||309||309|290|100%', ['budget-rate']],
  ])('sources in one line with their sum, %s: 合计 is no score', (_, money, expected) => {
    const rows = sheetOf(`财政预算支出项目绩效目标自评表
项目资金|来源|中央（万元）|省、地（万元）|本级（万元）|其他（万元）|合计（万元）|执行数（万元）|执行率
||${money}
一级指标|二级指标|三级指标|年初指标值|年终完成值|自评分||
产出指标|数量指标|养护里程|300公里|300公里|60|||
满意度指标|满意度指标|群众满意度|≥90%|95%|40|||
总分|||||100|||`);
    expect(loudIn(rows)).toEqual(expected);
    expect(only(rows).budget?.scored).toBeNull();
  });

  test.each(['拨付数|2023年执行数', '累计执行数|2023年执行数', '财政拨付数|1-12月支出数', '下达数|12月末执行数'])(
    'of %s the second was spent in the year',
    (headings) => {
      const rows = sheetOf(`项目支出绩效自评表（2023年度）
资金来源|全年预算数|${headings}|执行率|分值|得分
年度资金总额|100|100|90|90%|10|9
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|50|50
效益指标|知晓率|≥80%|92%|40|40
总分||||100|99`);
      expect(loudIn(rows)).toEqual([]);
    },
  );

  test.each<[string, string, string]>([
    ['三季度执行率', '70%', '65%'],
    ['执行率目标', '95%', '95%'],
    ['执行差额', '11', '5'],
    ['6月末执行数', '104.5', '80'],
    ['2022年决算数', '189', '145'],
    ['上年执行数', '189', '145'],
    ['累计执行率', '95%', '97.06%'],
  ])('%s before the year’s own amounts and rate is none of them', (heading, whole, part) => {
    const ITEMS = `一级指标|三级指标|年度指标值|实际完成值|分值|得分||
产出指标|培训人次|≥200人次|210人次|50|50||
效益指标|知晓率|≥80%|92%|40|40||
总分||||100|99.5||`;
    const columns = (rate: string) => `资金来源|${heading}|年初预算数|全年预算数|全年执行数|执行率|分值|得分
年度资金总额|${whole}|200|220|209|${rate}|10|9.5
其中：财政拨款|${part}|150|170|165|97.06%||
其他资金|${whole}|50|50|44|88%||`;
    const rows = (rate: string) => `项目|年度资金总额|其中：财政拨款|其他资金
${heading}|${whole}|${part}|${whole}
全年预算数|220|170|50
全年执行数|209|165|44
执行率|${rate}|97.06%|88%
分值|10||
得分|9.5||`;
    const pairs = (rate: string) =>
      `预算情况（万元）|${heading}|${whole}|全年预算数|220|全年执行数|209\n|执行率|${rate}|分值|10|得分|9.5`;
    for (const money of [columns, rows, pairs]) {
      const found = (rate: string) => loudIn(sheetOf(`项目支出绩效自评表\n${money(rate)}\n${ITEMS}`));
      expect(found('95%')).toEqual([]);
      expect(found('85%')).toEqual(['budget-rate']);
    }
  });

  test('转移支付预算数 and 转移支付执行数 one below the other, the rate beside', () => {
    const rows = (rate: string) =>
      sheetOf(`2021年转移支付区域绩效目标自评表
预算执行情况（万元）|转移支付预算数(A)|5.8万|预算执行率(B/A)|${rate}
^|转移支付执行数(B)|5.8万||
一级指标|二级指标|三级指标|指标值|完成值
产出指标|数量指标|抽验批次|≥3|7
满意度指标|满意度指标|公众满意度|≥80%|85%`);
    const line = only(rows('100%')).budget?.lines[0];
    expect([line?.budget?.text, line?.spent?.text, line?.rate?.text]).toEqual(['5.8万', '5.8万', '100%']);
    const checks = review(rows('90%')).forms.flatMap(({ findings }) => findings.map(({ check }) => check));
    expect(checks).toContain('budget-rate');
  });

  test.each([
    ['once', null, null],
    ['in each row', '年度部门整体支出规模（万元）', '按资金来源'],
  ])('sources in columns, named by two rows above, the names of the block printed %s', (_, block, group) => {
    const { budget } = only(
      sheet([
        ['部门整体支出绩效自评表'],
        ['年度部门整体支出规模（万元）', block, '按资金来源', group, '按资金结构', null],
        [block, block, '财政拨款', '其他资金', '基本支出', '项目支出'],
        [block, '全年预算数', 300, null, 100, 200],
        [block, '全年执行数', 290, null, 95, 195],
        [block, '完成率', '96.67%', null, '95%', '97.5%'],
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

  test('sources in columns right below the texts of the year, which divide nothing', () => {
    const { budget } = only(
      sheet([
        ['部门整体支出绩效自评表'],
        ['年度整体绩效目标', '完成全年工作。', '整体绩效目标完成情况', '各项任务按计划完成。', '未能完成原因', '无'],
        [null, null, '财政拨款', '其他资金', '基本支出', '项目支出'],
        [null, '全年预算数', 300, null, 100, 200],
        [null, '全年执行数', 290, null, 95, 195],
        ...table,
      ]),
    );
    expect(budget?.lines.map(({ group }) => group)).toEqual([null, null, null, null]);
  });

  test('sources in columns whose block begins with their names: what stands above divides nothing', () => {
    const { budget } = only(
      sheet([
        ['项目支出绩效自评表'],
        ['项目负责人', '李敏', null, '自评时间', '2024年3月', null],
        ['年度支出规模（万元）', null, '资金总额', '中央资金', '省级资金', '县级资金'],
        [null, '全年预算数', 300, 100, 150, 50],
        [null, '全年执行数', 300, 100, 150, 50],
        ...table,
      ]),
    );
    expect(budget?.lines.map(({ label, group, role }) => [label.value, group, role])).toEqual([
      ['资金总额', null, 'total'],
      ['中央资金', null, 'part'],
      ['省级资金', null, 'part'],
      ['县级资金', null, 'part'],
    ]);
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

test('who filled the form in, named above money that stands in columns, divides no money', () => {
  const form = only(
    sheet([
      ['项目支出绩效自评表'],
      ['主管部门', null, '农业农村局', null, '实施单位', '农技推广中心'],
      ['项目资金（万元）', null, '年度资金总额', '财政拨款', '其他资金'],
      [null, '全年预算数', 577.6, 450.45, 127.15],
      [null, '全年执行数', 577.6, 450.45, 127.15],
      [null, '执行率', '100%', '100%', '100%'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ['产出指标', '数量指标', '养护里程', '≥12公里', '12公里', 100, 100, null],
    ]),
  );
  expect(form.budget?.lines.map(({ group }) => group)).toEqual([null, null, null]);
});

test('the reason stands beside the whole where the whole comes last', () => {
  const { budget } = only(
    sheet([
      ['项目支出绩效自评表'],
      ['资金情况（万元）', null, '全年预算数', '全年执行数', '执行率', '未完成原因'],
      [null, '财政拨款', 60, 48, '80%', null],
      [null, '其他资金', 40, 30, '75%', null],
      [null, '资金合计', 100, 78, '78%', '尾款按合同下年支付'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出', '数量', '次数', '10', '10', 100, 100],
    ]),
  );
  expect(budget?.evidence?.text).toBe('尾款按合同下年支付');
});

describe('several tables of money', () => {
  const tasks = [
    ['年度主要任务', null, '任务名称', '主要内容', null, '预算金额（万元）', '执行金额（万元）'],
    [null, null, '任务1', '重大项目前期', null, 30, 20],
  ];
  const year = [
    ['预算情况（万元）', null, null, '全年预算数', '全年执行数', '执行率', '得分（10分）'],
    [null, '部门预算总额', null, 100, 90, '90%', 9],
    [null, '其中：财政拨款', null, 100, 90, '90%', '-'],
  ];
  const table = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出', '数量', '次数', '10', '10', 90, 90],
    ['总分', null, null, null, null, 100, 99],
  ];
  test.each([
    ['first', [...tasks, ...year]],
    ['last', [...year, ...tasks]],
  ])('the one that is scored tells of the year; the other stands %s', (_, money) => {
    const { budget, otherMoney } = only(sheet([['部门整体绩效自评表'], ...money, ...table]));
    expect(budget?.lines.map(({ label }) => label.value)).toEqual(['部门预算总额', '其中:财政拨款']);
    expect(otherMoney.map(({ lines }) => lines.map(({ label }) => label.value))).toEqual([['任务1']]);
  });

  test('of the others, what does not add up is told where another column does', () => {
    const costs = (total: number) =>
      sheet([
        ['部门整体绩效自评表'],
        ...year,
        ['“三公”经费（万元）', null, '上年决算数', '本年预算数', '本年决算数', null, null],
        [null, '公务接待费', 5, 4, 3, null, null],
        [null, '公车运行费', 12, 11, 10, null, null],
        [null, '合计', 17, total, 13, null, null],
        ...table,
      ]);
    const found = (total: number) =>
      review(costs(total)).forms.flatMap(({ findings }) =>
        findings
          .filter(({ check }) => check === 'budget-parts')
          .map(({ severity, message }) => `${severity} ${message}`),
      );
    expect(found(15)).toEqual([]);
    expect(found(16)).toEqual(['warning “合计”的全年预算数为 16，各部分之和为 15，请核对。']);
  });
});

test.each([
  ['赋分', '评分'],
  ['得分上限', '实际分值'],
  ['标准得分', '自评得分'],
  ['标准分', '自评'],
  ['应得分', '实际得分'],
])('weight and score of the money are headed as in the table: %s, %s', (weight, score) => {
  const form = only(
    sheet([
      ['项目支出绩效自评表'],
      ['资金情况（万元）', '全年预算数', '全年执行数', weight, '执行率', score],
      ['年度资金总额', 100, 90, 10, '90%', 9],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', weight, score],
      ['产出', '次数', '≥10次', '10次', 90, 90],
      ['总分', null, null, null, 100, 99],
    ]),
  );
  expect(form.budget?.scored?.weight?.text).toBe('10');
  expect(form.budget?.scored?.stated?.text).toBe('9');
});

test('points for execution that an item has too count once, where the items alone weigh 100', () => {
  const form = (weight: number, total: number) =>
    sheet([
      ['部门整体绩效自评表'],
      ['部门支出（万元）', '全年预算数', '全年执行数', '执行率', '执行率得分'],
      [null, 100, 90, '90%', 9],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出', '次数', '≥10次', '10次', weight, weight],
      ['管理', '预算执行率', '100%', '90%', 10, 9],
      ['总分', null, null, null, 100, total],
    ]);
  expect(only(form(90, 99)).budget?.scored).toBeNull();
  expect(only(form(80, 98)).budget?.scored).not.toBeNull();
});

test.each([
  ['自评总分', 98, null],
  ['得分', 9.9, '9.9'],
])('%s %s beside the money is its points only where it may be', (heading, stated, points) => {
  const form = only(
    sheet([
      ['项目支出绩效自评表'],
      ['年度预算安排（万元）', '本年支出', '支出率', heading],
      [120, 118.8, '99%', stated],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出', '次数', '≥10次', '10次', 90, 90],
      ['总分', null, null, null, 100, 98],
    ]),
  );
  expect(form.budget?.lines.map(({ budget, spent }) => [budget?.text, spent?.text])).toEqual([['120', '118.8']]);
  expect(form.budget?.scored?.stated?.text ?? null).toBe(points);
});

test('points behind the name of the block are no amount', () => {
  const form = only(
    sheet([
      ['财政项目支出绩效自评表'],
      ['项目资金\n预算执行\n10分', '当年年度预算', 100, '年度执行数', 92, '执行率', '92%'],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出', '次数', '≥10次', '10次', 90, 90],
    ]),
  );
  expect(form.budget?.lines.map(({ budget, spent }) => [budget?.text, spent?.text])).toEqual([['100', '92']]);
});

test('a heading that divides what was spent by the budget is over the rate', () => {
  const rows = (rate: string) =>
    sheetOf(`项目支出绩效自评表
项目资金|年初预算|调整预算|决算数|决算数/调整预算|分值|得分
（万元）|680|720|703.44|${rate}|10|9.77
一级指标|三级指标|年度指标值|实际完成值|分值|得分|原因
产出指标|网点数量|≥180个|186个|60|60|
满意度指标|满意度|≥85%|88.2%|30|30|
总分||||100|99.77|`);
  expect(only(rows('97.70%')).budget?.lines.map(({ rate }) => rate?.text)).toEqual(['97.70%']);
  expect(loudIn(rows('97.70%'))).toEqual([]);
  expect(loudIn(rows('87.93%'))).toEqual(['budget-rate']);
});

test.each([
  ['决算数/年初预算|决算数/调整预算', '108%|90%', []],
  ['决算数/年初预算|决算数/调整预算', '108%|95%', ['budget-rate']],
  ['决算数/调整预算|决算数/年初预算', '95%|108%', ['budget-rate']],
  ['年初预算执行率|全年预算执行率', '108%|90%', []],
  ['年初预算执行率|备注', '108%|', []],
])('of %s over %s the one of the budget is its rate', (headings, rates, loud) => {
  expect(
    loudIn(
      sheetOf(`项目支出绩效自评表
项目资金|年初预算|调整预算|决算数|${headings}
（万元）|100|120|108|${rates}
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|网点数量|≥180个|186个|60|60
满意度指标|满意度|≥85%|88.2%|40|40
总分||||100|100`),
    ),
  ).toEqual(loud);
});

test.each([
  ['预算数', '90%', []],
  ['预算数', '100%', []],
  ['预算数', '95%', ['budget-rate']],
  ['年初预算数', '90%', ['budget-rate']],
])('a rate may be of %s beside 调整后预算数: %s', (before, rate, loud) => {
  expect(
    loudIn(
      sheetOf(`项目支出绩效自评表
项目资金（万元）|${before}|调整后预算数|执行数|执行率
年度资金总额|100|90|90|${rate}
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|网点数量|≥180个|186个|60|60
满意度指标|满意度|≥85%|88.2%|40|40
总分||||100|100`),
    ),
  ).toEqual(loud);
});

test.each([
  ['预算数', '调整后预算数', 900, 860],
  ['预算数', '全年预算数', 900, 860],
  // Neither is after the change: the first is the budget.
  ['预算数', '到位数', undefined, 900],
])('%s beside %s', (one, other, initial, budget) => {
  const { lines } =
    only(
      sheetOf(`项目支出绩效自评表
资金情况（万元）|${one}|${other}|执行数|分值|得分
年度资金总额|900|860|817|10|9.5
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|管网长度|≥12公里|12.4公里|60|60
满意度指标|满意度|≥85%|88.2%|30|30
总分||||100|99.5`),
    ).budget ?? {};
  expect(lines?.map((line) => [line.initial?.value?.toNumber(), line.budget?.value?.toNumber()])).toEqual([
    [initial, budget],
  ]);
});
