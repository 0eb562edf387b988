import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';

/** What the year's money is: two sources, and what is wrong with it. */
interface Money {
  readonly budget: number;
  readonly spent: number;
  readonly rate: number;
}

const ITEMS = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`;

const IN_ORDER: Money = { budget: 100, spent: 98, rate: 98 };

/** Ways to print 80 + 20 budgeted and 78 + 20 spent. */
const LAYOUTS: readonly (readonly [string, ({ budget, spent, rate }: Money) => string])[] = [
  [
    'sources that nothing calls parts',
    ({ budget, spent, rate }) => `预算执行情况（万元）|资金来源|预算批复数|实际到位数|实际支出数|预算执行率
|资金总额|${budget}|${budget}|${spent}|${rate}%
|中央补助|80|80|78|97.5%
|地方资金|20|20|20|100%`,
  ],
  [
    'the sum last, under 小计',
    ({ budget, spent, rate }) => `资金执行情况（万元）|资金构成|年度预算|年度支出|支出率
|本级财政|80|78|97.5%
|上级补助|20|20|100%
|小计|${budget}|${spent}|${rate}%`,
  ],
  [
    'a column for each source, and one for the rate',
    ({ budget, spent, rate }) => `资金（万元）|财政拨款|其他资金|合计|执行率
预算数|80|20|${budget}|
执行数|78|20|${spent}|${rate}%`,
  ],
  [
    'pairs over two rows',
    ({ budget, spent, rate }) => `年初预算（万元）|${budget}|调整后预算（万元）|${budget}
实际支出（万元）|${spent}|预算执行率（%）|${rate}`,
  ],
  [
    'pairs in one row, with blank cells where nothing is merged',
    ({ budget, spent, rate }) => `预算数（万元）||${budget}|执行数（万元）|${spent}||执行率|${rate}%`,
  ],
];

const loudOf = (rows: string) => {
  const { forms } = review(sheetOf(`项目支出绩效自评表\n（2023年度）\n${rows}`));
  // What only follows from another finding is told with it.
  return forms.flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ check, follows = [] }) => [check, ...follows.map((one) => one.check)]),
  );
};

const loud = (money: string, items = ITEMS) => loudOf(`${money}\n${items}`);

describe.each(LAYOUTS)('%s', (name, print) => {
  test('in order', () => expect(loud(print(IN_ORDER))).toEqual([]));
  test('a wrong rate', () => expect(loud(print({ ...IN_ORDER, rate: 93 }))).toEqual(['budget-rate']));
  test('more spent than there was', () =>
    expect(loud(print({ budget: 80, spent: 98, rate: 122.5 }))).toContain('budget-spending'));
  if (name.startsWith('pairs')) return;
  test('a budget that is not the sum of its sources', () =>
    expect(loud(print({ budget: 105, spent: 98, rate: 93.33 }))).toContain('budget-parts'));
});

describe('a rate in a row of labels and amounts', () => {
  test.each([
    ['支出预算|100|决算支出|95|执行率', '95%', '93%'],
    ['债券发行额|8000|本年支出额|7600|支出进度|', '95%', '90%'],
    ['合同金额|480000|已付金额|456000|付款比例|', '95%', '90%'],
    ['项目总预算（元）|480000|实际使用（元）|456000|资金使用率|', '95%', '90%'],
    ['预算经费|48万元|实际支出|45.6万元|预算执行率|', '95%', '90%'],
    ['收入预算|480000|支出决算|456000|预算执行率|', '95%', '90%'],
    ['资金规模|480000|已支付|456000|支付率|', '95%', '90%'],
  ])('%s', (labels, right, wrong) => {
    expect(loud(`资金情况（元）|${labels}${right}`)).toEqual([]);
    expect(loud(`资金情况（元）|${labels}${wrong}`)).toEqual(['budget-rate']);
  });
});

test.each(['项目总投资|3000000', '资产总额|50000000'])('%s is no budget of the year', (label) =>
  expect(loud(`资金情况（元）|${label}|实际支出|456000|执行率|95%`)).toEqual([]),
);

describe('points in a row of labels and amounts', () => {
  const pairs = (score: number) =>
    `预算金额|100|实际支出|98|预算执行率|98%|权重|10|得分|${score}
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|60|60
效益指标|知晓率|≥90%|92%|30|30
总分||||100|99.8`;
  test('in order', () => expect(loudOf(pairs(9.8))).toEqual([]));
  test('more than they may be', () => expect(loudOf(pairs(98))).toEqual(['score-range', 'total-sum']));
  test('more than their label says', () =>
    expect(loudOf(pairs(98).replace('|权重|10|得分|', '|得分（10分）|'))).toEqual(['execution-score', 'total-sum']));
});

describe('a rate of what arrived', () => {
  const pairs = (label: string, rate: string) => `资金（万元）|预算安排|120|${label}|100|实际支出|95|支出率${rate}`;

  test.each(['实际到位', '到位资金', '到位数'])('%s', (label) => {
    expect(loud(pairs(label, '95%'))).toEqual([]);
    expect(loud(pairs(label, '79.17%'))).toEqual([]);
    expect(loud(pairs(label, '90%'))).toEqual(['budget-rate']);
  });
});

describe('the points for the execution apart from the amounts', () => {
  const items = (total: string) => ITEMS.replace('60|60', '50|50').replace('100|100', `100|${total}`);

  test.each<[string, string, string, readonly string[]]>([
    ['weight and score behind the rate', '预算执行率（10分）|90%|10|9', '99', []],
    ['a target before the rate', '预算执行率|≥95%|95%|10|9.5', '99.5', []],
    ['the weight in the label only', '预算执行率（10分）|90%|9', '99', []],
    ['below the amounts', '项目资金|全年预算数|100|全年执行数|90\n预算执行率（10分）|90%|9', '99', []],
    ['told in a sentence', '资金执行|全年预算100万元，执行90万元，执行率90%，得9分', '99', []],
    ['told in one cell', '预算执行率得分：9分', '99', []],
    ['under a heading of no known words', '全年资金|安排|花费|执行率|计分\n|100万|90万|90%|9', '99', []],
    [
      'for income and expenditure',
      '收支|收入预算|收入决算|支出预算|支出决算|执行率|得分\n|95|95|100|90|90%|9',
      '99',
      [],
    ],
    [
      'other points under a heading of no known words',
      '全年资金|安排|花费|执行率|计分\n|100万|90万|90%|8',
      '99',
      ['total-sum', 'total-weight'],
    ],
    ['too many points for the rate', '预算执行率（10分）|90%|10|10', '100', ['execution-score']],
    ['a total that holds other points', '预算执行率得分：9分', '98', ['total-sum']],
    ['nothing of the execution', '项目内容|培训', '99', ['total-sum', 'total-weight']],
  ])('%s', (_, above, total, checks) => {
    const found = loud(above, items(total));
    expect([...found].sort()).toEqual(checks);
  });
});

describe('money below the table of indicators', () => {
  const NINETY = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥90%|92%|40|40|`;
  const below = (spent: number, rate: number, points: number): readonly (readonly [string, string])[] => [
    ['in one line', `预算数（万元）|100|执行数|${spent}|执行率|${rate}%|得分|${points}`],
    [
      'in a column for each source',
      `资金（万元）|财政拨款|其他资金|合计|执行率|分值|得分|
预算数|80|20|100||||
执行数|${spent - 20}|20|${spent}|${rate}%|10|${points}|`,
    ],
  ];

  test.each(below(98, 98, 9.8))('%s is no indicator', (_, money) => {
    expect(loudOf(`自评总分|99.8\n${NINETY}\n${money}`)).toEqual([]);
  });
  test.each(below(98, 93, 9.8))('%s with a wrong rate', (_, money) => {
    expect(loudOf(`自评总分|99.8\n${NINETY}\n${money}`)).toEqual(['budget-rate']);
  });
  test.each(below(98, 98, 9))('%s with a wrong score', (_, money) => {
    expect(loudOf(`自评总分|99\n${NINETY}\n${money}`)).toEqual(['execution-score']);
  });
  test('in a form without points is no indicator either', () => {
    const rows = (rate: string) => `一级指标|三级指标|年度指标值|实际完成值|未完成原因
产出指标|培训人次|≥200人次|210人次|
效益指标|知晓率|≥90%|92%|
资金（万元）|全年预算数|全年执行数|执行率|
合计|100|96.64|${rate}|
财政拨款|60|57.98|96.63%|
其他资金|40|38.66|96.65%|`;
    expect(loudOf(rows('96.64%'))).toEqual([]);
    expect(loudOf(rows('93.64%'))).toEqual(['budget-rate']);
  });
  test('indicators called like budget and spending are indicators', () => {
    const items = NINETY.replace('培训人次|≥200人次|210人次', '资金拨付及时率|≥85%|85%').replace(
      '知晓率',
      '任务完成率',
    );
    expect(loudOf(`自评总分|90\n${items}\n产出指标|数量指标|预算完成率|100%|100%|10|10|`)).toEqual(['total-sum']);
  });
});

describe('points for the execution that no cell states', () => {
  const rows = (total: number, head: string, items: string) =>
    `项目资金（万元）|全年预算数|全年执行数|执行率\n年度资金总额|100|98|98%\n${head}\n${items}\n总分||||||${total}`;
  const HEAD = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
  const IN_COLUMN = `产出指标|数量指标|培训人次|≥200人次|210人次|50|50\n效益指标|社会效益|知晓率|≥90%|92%|40|40`;
  const IN_LABELS = `产出指标|数量指标|培训人次（50分）|≥200人次|210人次|50\n效益指标|社会效益|知晓率（40分）|≥90%|92%|40`;

  test.each([
    ['whose items have a column of weights', HEAD, IN_COLUMN],
    ['whose items are weighed by their names', HEAD.replace('|分值', ''), IN_LABELS],
  ])('of a form %s and whose total prints no weight', (_, head, items) => {
    const shorter = (text: string) => (head === HEAD ? text : text.replace('总分||||||', '总分|||||'));
    expect(loudOf(shorter(rows(99.8, head, items)))).toEqual([]);
    expect(loudOf(shorter(rows(94, head, items)))).toContain('total-sum');
  });
});

describe('points of each source of the money', () => {
  const sheetWith = (lines: string, total: string) =>
    `项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n${lines}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|40|40|
总分|||||100|${total}|`;
  const FUND = '|财政拨款|100|100|95|5|95%|4.75';
  const REST = '|其他资金|50|50|45|5|90%|4.5';
  const WHOLE = '|年度资金总额|150|150|140';

  test.each([
    ['both count', [FUND, REST], '99.25', []],
    ['below a whole without points', [WHOLE, FUND, REST], '99.25', []],
    ['a wrong total', [FUND, REST], '97.25', ['total-sum']],
    ['a wrong score of the second', [FUND, REST.replace('|4.5', '|4')], '98.75', ['execution-score']],
    [
      'both repeat the ten points of the whole',
      [FUND, REST].map((line) => line.replace(/5\|(9.%)\|.*/, '10|$1|9.33')),
      '99.33',
      [],
    ],
  ])('%s', (_, lines, total, expected) => expect(loudOf(sheetWith(lines.join('\n'), total))).toEqual(expected));
});

describe('points of each kind of spending, none weighed', () => {
  const sheetWith = (total: string) =>
    `项目|预算数（万元）|执行数（万元）|执行率|得分
基本支出|1500|1500|100%|10
项目支出|800|760|95%|9.5
指标|目标值|完成值|分值|得分|说明
审计项目完成数|≥30个|32个|40|40|
审计整改率|≥90%|93%|40|40|
总分|||100|${total}|`;

  test('both count where the total has them both', () => expect(loudOf(sheetWith('99.5'))).toEqual([]));
  test('or it is wrong', () => expect(loudOf(sheetWith('97.5'))).toEqual(['total-sum']));
});

describe('points of the tasks of the year', () => {
  const sheetWith = (second: string, total: string) =>
    `年度预算（万元）|预算数|执行数|执行率|分值|得分||
基本支出|2150|2150|100%||||
项目支出|1500|1455|97%||||
合计|3650|3605|98.77%|20|19.75||
年度主要任务完成情况（20分）|任务名称|主要内容|预算数|执行数|完成情况|分值|得分
|任务1|公共文化服务|800|790|完成|10|10
|任务2|文物保护|700|665|完成|10|${second}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|送戏下乡|≥200场|216场|30|30|
效益指标|社会效益指标|覆盖率|≥95%|97%|30|30|
总分|||||100|${total}|`;

  test.each([
    ['10', '99.75', []],
    ['9', '98.75', []],
    ['10', '98', ['total-sum']],
  ])('%s in %s', (second, total, expected) => expect(loudOf(sheetWith(second, total))).toEqual(expected));
});

describe('a row for the execution among the items', () => {
  const sheetWith = (row: string, total: string) =>
    `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|30|30|
${row}
总分|||||100|${total}|`;

  test.each([
    ['预算执行情况||||98%|20|19.6|年底结余', '99.6', []],
    ['预算执行情况||||98%|20|20|', '100', ['score-by-rule']],
    ['预算执行情况|98%||||20|19.6|年底结余', '99.6', []],
    ['预算执行情况|98%||||20|20|', '100', ['score-by-rule']],
    ['预算执行率||98%|||20|19|年底结余', '99', ['score-by-rule']],
    ['项目管理|预算执行率|98%|||20|20|', '100', ['score-by-rule']],
    ['项目管理|预算执行率||≥95%|98%|20|20|', '100', []],
  ])('%s', (row, total, expected) => expect(loudOf(sheetWith(row, total))).toEqual(expected));

  test('without a target or a rule in the sheet full marks are only how most places would not score it', () => {
    const { forms } = review(sheetOf(`项目支出绩效自评表\n${sheetWith('预算执行情况||||98%|20|20|', '100')}`));
    const severities = forms[0]?.findings.flatMap(({ check, severity }) => (check === 'score-by-rule' ? severity : []));
    expect(severities).toEqual(['warning']);
  });

  test('says what was spent, and needs no target', () => {
    const { forms } = review(
      sheetOf(`项目支出绩效自评表\n${sheetWith('预算执行情况|98%||||20|19.6|年底结余', '99.6')}`),
    );
    expect(forms[0]?.form.indicators.at(-1)?.name.value).toBe('预算执行情况');
    expect(forms[0]?.findings.filter(({ check }) => check === 'actual-missing')).toEqual([]);
  });
});

describe('完成数 beside 预算数', () => {
  const items = `一级指标|二级指标|三级指标|计划数|完成数|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|40|40|`;
  const sheetWith = (rate: string, score: string) =>
    `项目资金（万元）||预算数|完成数|完成比率|分值|得分
|年度资金总额|150|147|${rate}|10|${score}
|其中：财政拨款|100|98|98%||
|其他资金|50|49|98%||
${items}
总分|||||100|${(90 + Number(score)).toString()}|`;

  test('is what was spent', () => expect(loudOf(sheetWith('98%', '9.8'))).toEqual([]));
  test('is divided by it', () => expect(loudOf(sheetWith('97%', '9.7'))).toContain('budget-rate'));

  const inOneRow = (rate: string) =>
    `预算数|150|实际完成数|147|执行率|${rate}||得分|9.8
${items}
总分||||||||99.8`;
  test('in one row is what was spent', () => expect(loudOf(inOneRow('98%'))).toEqual([]));
  test('in one row is divided by it', () => expect(loudOf(inOneRow('95%'))).toContain('budget-rate'));

  test.each([
    '任务|预算数（万元）|计划数|完成数|完成率|分值|得分\n培训|100|10|10|100%|10|10',
    '任务|预算数（万元）|完成数（场）|完成率|分值|得分\n培训|100|10|100%|10|10',
    '任务|预算数（万元）|完成数|分值|得分\n培训|100|10|10|10',
  ])('is what was done of tasks: %s', (tasks) =>
    expect(loudOf(`${tasks}\n${items}\n总分|||||100|100|`)).not.toContain('execution-score'),
  );
});

describe('amounts that carry their units, with a bare 0 among them', () => {
  const sheetWith = (rate: string) => `资金情况||全年预算数|全年执行数|分值|执行率|得分
|基本支出|101.31万元|94.42万元||93.20%|
|项目支出|0|0|||
|合计|101.31万元|94.42万元|10|93.20%|9.32
年度总体目标|目标完成情况：全年预算执行率达到${rate}，各项工作有序开展。
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|40|40|
总分|||||100|99.32|`;
  test('are held against the rate of a text', () =>
    expect([loudOf(sheetWith('93.20%')), loudOf(sheetWith('100%'))]).toEqual([[], ['stated-execution']]));
});
