import type { EvaluationForm } from '../../src/form/model';
import { recognise } from '../../src/form/recognise';
import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';

const snapshotOf = (rows: string) => sheetOf(`项目支出绩效自评表\n${rows}`);

function read(rows: string): EvaluationForm {
  const [form] = recognise(snapshotOf(rows)).forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

const items = (rows: string) => read(rows).indicators.map(({ path, name }) => [...path, name.value].join('/'));
const loud = (rows: string) =>
  review(snapshotOf(rows)).forms.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ check, message }) => `${check} ${message}`),
  );
const subtotals = (rows: string) => read(rows).groups.map(({ name, stated }) => `${name} ${stated?.text ?? '-'}`);

const HEAD = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const OUTPUT = '产出指标|数量指标|培训人次|≥200人次|210人次|50|50';
const BENEFIT = '效益指标|社会效益指标|知晓率|≥90%|92%|30|30\n|满意度指标|满意率|≥90%|81%|20|18';
const TOTAL = '总分|||||100|98';
const NAMES = ['产出指标/数量指标/培训人次', '效益指标/社会效益指标/知晓率', '效益指标/满意度指标/满意率'];

describe('a row that holds only sums', () => {
  test.each<[string, string, string[]]>([
    ['above all', `|||||100|98\n${OUTPUT}\n${BENEFIT}`, ['产出指标 -', '效益指标 -']],
    ['below each block', `${OUTPUT}\n|||||50|50\n${BENEFIT}\n|||||50|48`, ['产出指标 50', '效益指标 48']],
    ['between the blocks', `${OUTPUT}\n|||||50|48\n${BENEFIT}`, ['产出指标 -', '效益指标 48']],
    ['below all', `${OUTPUT}\n${BENEFIT}\n|||||100|98`, ['产出指标 -', '效益指标 -']],
    [
      'that names the block below it',
      `产出指标小计|||||50|50\n${OUTPUT}\n效益指标小计|||||50|48\n${BENEFIT}`,
      ['产出指标 50', '效益指标 48'],
    ],
    [
      'with the label that each row of its block repeats',
      `产出指标|||||50|50\n${OUTPUT}\n效益指标|||||50|48\n${BENEFIT.replace('|满意度指标', '效益指标|满意度指标')}`,
      ['产出指标 50', '效益指标 48'],
    ],
    [
      'with the label that says the points of the block in its rows',
      `产出指标|||||50|50\n${OUTPUT.replace('产出指标', '产出指标（50分）')}\n${BENEFIT}`,
      ['产出指标 50', '效益指标 -'],
    ],
    ['with its name', `${OUTPUT}\n小计|||||50|50\n${BENEFIT}\n小计|||||50|48`, ['产出指标 50', '效益指标 48']],
  ])('%s is no indicator', (_, body, expected) => {
    const rows = `${HEAD}\n${body}\n${TOTAL}`;
    expect(items(rows)).toEqual(NAMES);
    expect(subtotals(rows)).toEqual(expected);
    expect(loud(rows)).toEqual([]);
  });

  test.each([
    ['below each block', `${OUTPUT}\n合计|||||50|50\n${BENEFIT}\n合计|||||50|48`],
    ['above a heading that is printed again', `${OUTPUT}\n合计|||||50|50\n${HEAD}\n${BENEFIT}\n合计|||||50|48`],
    ['with the name of its block', `${OUTPUT}\n产出指标合计|||||50|50\n${BENEFIT}\n效益指标合计|||||50|48`],
    ['above what tells the total', `${OUTPUT}\n合计|||||50|50\n${BENEFIT}\n合计|||||50|48\n自评总分：98分`],
  ])('合计 %s is none of the whole', (_, body) => {
    const rows = `${HEAD}\n${body}`;
    expect(items(rows)).toEqual(NAMES);
    expect(subtotals(rows)).toEqual(['产出指标 50', '效益指标 48']);
    expect(loud(rows)).toEqual([]);
    expect(loud(rows.replace('|50|48', '|50|47'))).toEqual([
      'group-score “效益指标”得分为 47，下面各项得分之和为 48，请核对小计和各项得分。',
    ]);
  });

  test('合计 of a block may leave out the execution above it', () => {
    const block = BENEFIT.replace('30|30', '20|20');
    const rows = `${HEAD}\n预算执行率||预算执行率|100%|100%|10|10\n${OUTPUT}\n合计|||||50|50\n${block}\n合计|||||40|38`;
    expect(subtotals(rows)).toEqual(['预算执行率 -', '产出指标 50', '效益指标 38']);
    expect(loud(rows)).toEqual([]);
  });

  test('repeated or not, its points and those in the label of its rows are both held', () => {
    const rows = (sum: string, label: string) =>
      `${HEAD}\n产出指标|||||${sum}\n${OUTPUT.replace('产出指标', label)}\n${BENEFIT}\n${TOTAL}`;
    expect(loud(rows('50|48', '产出指标'))).toEqual([
      'group-score “产出指标”得分为 48，下面各项得分之和为 50，请核对小计和各项得分。',
    ]);
    expect(loud(rows('|50', '产出指标（60分）')).map((said) => said.split(' ')[0])).toEqual(['group-weight']);
  });

  test('of a block whose label has its points in a column of their own', () => {
    const head = '一级指标|分值|三级指标|年度指标值|实际完成值|分值|得分';
    const rows = (sum: string) => `${head}
产出指标|50|培训人次|≥200人次|210人次|30|30
^|^|合格率|≥90%|92%|20|20
小计|||||${sum}
效益指标|50|知晓率|≥90%|92%|50|50
小计|||||50|50
总分|||||100|100`;
    expect(loud(rows('50|50'))).toEqual([]);
    expect(review(snapshotOf(rows('50|50'))).forms[0]?.coverage.figures.unheld).toEqual([]);
    expect(loud(rows('50|47')).map((said) => said.split(' ')[0])).toEqual(['group-score']);
  });

  test('is none either where 序号 counts it and the total', () => {
    const counted = [`|||||100|98`, ...OUTPUT.split('\n'), ...BENEFIT.split('\n'), TOTAL].map(
      (row, at) => `${at + 1}|${row}`,
    );
    const rows = `序号|${HEAD}\n${counted.join('\n')}`;
    expect(items(rows)).toEqual(NAMES);
    expect(loud(rows)).toEqual([]);
  });

  describe('above headings of other names, two of which weigh the same', () => {
    const rows = (process: string, output: string) => `指标小类|三级指标|年度指标值|实际完成值|分值|得分
决策小计||||20|20
1.项目立项|立项依据|充分|充分|20|20
过程小计||||${process}
1.资金管理|资金使用|合规|合规|20|20
产出小计||||${output}
1.数量指标|培训人次|≥200人次|210人次|20|20
2.时效指标|完成及时率|100%|100%|10|10
效益小计||||30|30
1.社会效益指标|知晓率|≥90%|92%|20|20
2.满意度指标|满意率|≥90%|93%|10|10
总计||||100|100`;
    test('each is of what stands below it', () => {
      expect(loud(rows('20|20', '30|30'))).toEqual([]);
      expect(review(snapshotOf(rows('20|20', '30|30'))).forms[0]?.coverage.figures.unheld).toEqual([]);
    });
    test.each([
      ['20|19', '30|30'],
      ['20|20', '30|28'],
    ])('%s and %s are held against it', (process, output) => {
      expect(loud(rows(process, output)).map((said) => said.split(' ')[0])).toEqual(['group-score']);
    });
  });

  test('that does not add up is said by the name of its block', () => {
    const rows = `${HEAD}\n${OUTPUT}\n${BENEFIT}\n|||||50|47\n${TOTAL}`;
    expect(loud(rows)).toEqual(['group-score “效益指标”得分为 47，下面各项得分之和为 48，请核对小计和各项得分。']);
  });

  describe('below items that no heading holds together', () => {
    const rows = (score: string) => `绩效指标|评价方面|指标名称|年度指标值|实际完成值|分值|得分
|数量指标|培训人次|≥200人次|210人次|20|20
|质量指标|合格率|≥90%|81%|20|18
||||| 40|${score}
|社会效益指标|知晓率|≥90%|92%|21|21
||办事人次|≥100人次|120人次|19|19
||||| 40|40
|满意度指标|满意率|≥90%|93%|20|20
总分|||||100|98`;
    test('it is of these, though the heading below weighs the same', () => expect(loud(rows('38'))).toEqual([]));
    test('and held against these', () => expect(loud(rows('37'))[0]).toMatch(/^group-score /));
  });

  test('beside 10 points of the budget', () => {
    const rows = `项目资金（万元）||全年预算数|全年执行数|执行率|分值|得分
|年度资金总额|10|10|100%|10|10
${HEAD}
|||||90|90
产出指标|数量指标|培训人次|≥200人次|210人次|50|50
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`;
    expect(read(rows).indicators).toHaveLength(2);
    expect(loud(rows)).toEqual([]);
  });
});

describe('the last row', () => {
  const total = (rows: string) => read(rows).total?.label.value;

  test('that adds up all above it is the total, whatever it is called', () => {
    const rows = `${HEAD}\n${OUTPUT}\n${BENEFIT}\n自评结果|||||100|98`;
    expect(items(rows)).toEqual(NAMES);
    expect(total(rows)).toBe('自评结果');
    expect(loud(rows)).toEqual([]);
  });

  test('with half of all points is an item', () => {
    const rows = '一级指标|三级指标|分值|得分\n产出指标|培训|25|25\n|场次|25|25\n|影响|50|50';
    expect(read(rows).indicators).toHaveLength(3);
    expect(total(rows)).toBeUndefined();
  });

  test('a total may stand beside the table, or in one cell with its label', () => {
    const head = `${HEAD}|总得分`;
    const beside = `${head}\n${OUTPUT}|98\n${BENEFIT}`;
    const inOne = `${HEAD}\n${OUTPUT}\n${BENEFIT}\n得分总计：98分`;
    expect([beside, inOne].map((rows) => read(rows).total?.stated?.value?.toNumber())).toEqual([98, 98]);
    expect([beside, inOne].flatMap(loud)).toEqual([]);
  });
});

describe('rows that tell an indicator in detail', () => {
  test('are no indicators, and keep target and actual value', () => {
    const rows = `${HEAD}
产出指标|数量指标|培训人次|≥200人次|210人次|50|50
||其中：初级|≥100人次|110人次||
||中级|≥100人次|100人次||
效益指标|社会效益指标|★知晓率|||50|50
||城区|≥90%|92%||
||农村|≥80%|85%||
总分|||||100|100`;
    const { indicators } = read(rows);
    expect(indicators.map(({ name, parts }) => [name.value, ...parts.map((part) => part.name.value)])).toEqual([
      ['培训人次', '其中:初级', '中级'],
      ['★知晓率', '城区', '农村'],
    ]);
    expect(indicators[1]?.parts[1]).toMatchObject({ target: { text: '≥80%' }, actual: { text: '85%' } });
    expect(loud(rows)).toEqual([]);
  });

  test('are more than the first of them where the points stand in the names', () => {
    const rows = `一级指标|三级指标|年度指标值|实际完成值|得分
产出指标（60分）|培训人次（30分）|≥200人次|210人次|30
^|其中：初级|≥100人次|110人次|
^|中级|≥100人次|100人次|
^|合格率（30分）|≥90%|92%|
效益指标（40分）|知晓率（40分）|≥90%|92%|40`;
    const { indicators } = read(rows);
    expect(indicators.map(({ name, parts }) => [name.value, parts.length])).toEqual([
      ['培训人次', 2],
      ['合格率', 0],
      ['知晓率', 0],
    ]);
    expect(loud(rows).map((said) => said.split(' ')[0])).toEqual(['blank-score']);
  });

  test('below a weight that spans them too', () => {
    const rows = `${HEAD}
产出指标|数量指标|种植面积|10亩|10亩|100|100
||红薯|6亩|6亩|^|^
||玉米|4亩|4亩|^|^
总分|||||100|100`;
    expect(read(rows).indicators.map(({ parts }) => parts.length)).toEqual([2]);
  });

  test('a row of a new block that has neither weight nor score is none', () => {
    const rows = `${HEAD}\n${OUTPUT}\n效益指标|社会效益指标|知晓率|≥90%|92%||\n${TOTAL}`;
    expect(read(rows).indicators).toHaveLength(2);
  });
});

describe('a label over the whole width', () => {
  test.each<[string, string, string[]]>([
    [
      'in the column of the first level',
      `${HEAD}
产出指标（50分）|<|<|<|<|<|<
|数量指标|培训人次|≥200人次|210人次|50|50
效益指标（50分）|<|<|<|<|<|<
|社会效益指标|知晓率|≥90%|92%|50|50
总分|||||100|100`,
      ['产出指标/数量指标/培训人次', '效益指标/社会效益指标/知晓率'],
    ],
    [
      'over a table without first levels',
      `二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（50分）|<|<|<|<|<
数量指标|培训人次|≥200人次|210人次|50|50
效益指标（50分）|<|<|<|<|<
社会效益指标|知晓率|≥90%|92%|50|50
总分||||100|100`,
      ['产出指标/数量指标/培训人次', '效益指标/社会效益指标/知晓率'],
    ],
    [
      'over one column of names, without merges',
      `三级指标|年度指标值|实际完成值|分值|得分
产出指标（50分）||||
培训人次|≥200人次|210人次|50|50
效益指标||||
知晓率|≥90%|92%|50|50
总分|||100|100`,
      ['产出指标/培训人次', '效益指标/知晓率'],
    ],
  ])('%s groups what stands below it', (_, rows, expected) => {
    expect(items(rows)).toEqual(expected);
    expect(read(rows).groups[0]?.weight?.value?.toNumber()).toBe(50);
    expect(loud(rows)).toEqual([]);
  });
});

test('a label over the whole width that a heading repeats in each block is no indicator', () => {
  const rows = `绩效指标完成情况|<|<|<|<
绩效指标|年初目标值|实际结果|分值|得分
培训人次|≥200人次|210人次|50|50
绩效指标完成情况|<|<|<|<
绩效指标|年初目标值|实际结果|分值|得分
知晓率|≥90%|92%|50|50
总分|||100|100`;
  expect(items(rows).map((item) => item.split('/').at(-1))).toEqual(['培训人次', '知晓率']);
  expect(loud(rows)).toEqual([]);
});

test('a sentence over the columns for points, beside its label, is no indicator', () => {
  const rows = `${HEAD}
${OUTPUT}
${BENEFIT}
未完成指标说明|满意率受人员调整影响|<|<|<|<|<`;
  expect(items(rows)).toEqual(NAMES);
});

test('a numbered label over the whole width stands below the one with the higher number', () => {
  const rows = `三级指标|分值|指标值|完成值|得分
一、产出指标（60分）|<|<|<|<
（一）数量指标|<|<|<|<
1.巡查次数|40|≥48次|52次|40
（二）质量指标|<|<|<|<
2.整改率|20|≥95%|97%|20
二、效益指标（40分）|<|<|<|<
3.知晓率|40|≥90%|92%|40
合计|100|||100`;
  expect(items(rows)).toEqual([
    '一、产出指标/(一)数量指标/1.巡查次数',
    '一、产出指标/(二)质量指标/2.整改率',
    '二、效益指标/3.知晓率',
  ]);
  expect(loud(rows)).toEqual([]);
});

test('a heading that is printed again over few rows says what it said before', () => {
  const head = '指标类别|二级指标|绩效目标|年度指标值|实际完成值|分值|得分';
  const rows = `${head}
产出指标|数量指标|培训人次|≥200人次|210人次|25|25
|质量指标|合格率|≥95%|96%|25|25
${head}
效益指标|社会效益指标|知晓率|≥90%|92%|30|30
${head}
满意度指标|满意度指标|满意率|≥90%|81%|20|18
总分|||||100|98`;
  expect(items(rows).at(-1)).toBe('满意度指标/满意度指标/满意率');
  expect(loud(rows).filter((finding) => !finding.startsWith('missing'))).toEqual([]);
});

test('绩效指标 at the left edge over nothing is no level of a list', () => {
  const rows = `年度绩效指标|三级指标|年度指标值|实际完成值|分值|得分
|一、产出指标|||60|60
|1.培训人次|≥200人次|210人次|60|60
|二、效益指标|||40|40
|2.知晓率|≥90%|92%|40|40
|合计|||100|100`;
  expect(items(rows)).toEqual(['一、产出指标/1.培训人次', '二、效益指标/2.知晓率']);
  expect(loud(rows)).toEqual([]);
});

test.each([
  [
    '合计|||100|98\n加分项|创新|获得表彰|4|2\n减分项|违规|审计问题|-5|0\n总得分||||100',
    ['获得表彰', '审计问题'],
    '100',
  ],
  ['基础分合计|||100|98\n加分|创新|获得表彰|4|2\n最终得分||||100', ['获得表彰'], '100'],
  ['合计|||100|98\n扣分|||/|2\n加分|||/|1\n最终得分||||97', ['扣分', '加分'], '97'],
  ['合计|||100|98\n自评得分||||98', [], '98'],
  ['奖励|表彰|获得表彰|加分|2\n惩罚|通报|被通报|每次扣0.5分|-0.5\n总得分|||100|99.5', ['获得表彰', '被通报'], '99.5'],
  ['合计|||100|98\n折算百分制得分||||98', [], '98'],
])('bonus and penalty between a sum and the total: %s', (end, bonus, total) => {
  const rows = `一级指标|二级指标|三级指标|分值|得分
产出指标|数量指标|培训人次|50|50
效益指标|社会效益|知晓率|50|48
${end}`;
  const form = read(rows);
  expect(form.indicators.filter(({ kind }) => kind === 'bonus').map(({ name }) => name.value)).toEqual(bonus);
  expect(form.indicators).toHaveLength(2 + bonus.length);
  expect(form.total?.stated?.text).toBe(total);
  expect(loud(rows).filter((finding) => !finding.startsWith('missing'))).toEqual([]);
});

describe('a row that tells target and actual value', () => {
  test.each(['数量指标', ''])('is an indicator though its name is blank, with “%s” above it', (level) => {
    const rows = `${HEAD}\n产出指标|${level}||≥5场|5场|50|50\n||培训人次|≥200人次|210人次|50|48\n${TOTAL}`;
    expect(items(rows)).toHaveLength(2);
    expect(read(rows).groups.map(({ weight }) => weight)).toEqual([null]);
  });
});

describe('rows numbered below a numbered one of the same column', () => {
  const SCORES = '一级指标|二级指标|三级指标|年初目标值|实际完成值|得分';
  const WEIGHTS = '一级指标|二级指标|三级指标|年初目标值|实际完成值|分值|得分';
  const table = (heading: string, areas: string, trials: string, behind = '') => `${heading}
产出指标|数量指标|一、示范区|≥2000亩|2000亩|${areas}
||1、水稻|≥500亩|500亩|5${behind && '|5'}
||2、玉米|≥1500亩|1500亩|10${behind && '|10'}
||二、试验|≥15组|15组|${trials}
||1、水稻试验|≥5组|5组|5${behind && '|5'}
||2、玉米试验|≥10组|10组|10${behind && '|10'}
||三、调查户数|≥300户|300户|20${behind && '|20'}
|质量指标|到位率|≥80%|85%|20${behind && '|20'}
满意度指标|满意度指标|满意率|≥90%|95%|30${behind && '|30'}`;
  const NUMBERED = [
    '产出指标/数量指标/一、示范区/1、水稻',
    '产出指标/数量指标/一、示范区/2、玉米',
    '产出指标/数量指标/二、试验/1、水稻试验',
    '产出指标/数量指标/二、试验/2、玉米试验',
    '产出指标/数量指标/三、调查户数',
    '产出指标/质量指标/到位率',
    '满意度指标/满意度指标/满意率',
  ];

  test.each([
    ['scores', `${table(SCORES, '15', '15')}\n总分|||||100`],
    ['weights and scores', `${table(WEIGHTS, '15|15', '15|15', 'x')}\n总分|||||100|100`],
  ])('are what its %s are made up of', (_, rows) => {
    expect(items(rows)).toEqual(NUMBERED);
    expect(loud(rows)).toEqual([]);
  });

  test('are so with a slip in one score, which is told', () => {
    const rows = `${table(SCORES, '14', '15')}\n总分|||||100`;
    expect(items(rows)).toEqual(NUMBERED);
    expect(loud(rows)).toEqual(['group-score “一、示范区”得分为 14，下面各项得分之和为 15，请核对小计和各项得分。']);
  });

  test('are items beside it where they make up something else', () => {
    const rows = `${table(SCORES, '5', '5')}\n总分|||||100`.replace('满意率|≥90%|95%|30', '满意率|≥90%|95%|20');
    expect(items(rows)).toContain('产出指标/数量指标/一、示范区');
    expect(items(rows)).toContain('产出指标/数量指标/1、水稻');
  });
});

test('a unit in brackets behind a name is that of its bare figures', () => {
  const [item] = read(`${HEAD}\n产出指标|数量指标|培训期数（期）|≥20|21|50|50\n${BENEFIT}`).indicators;
  expect([item?.target, item?.actual].map((one) => one?.value)).toMatchObject([{ unit: '期' }, { unit: '期' }]);
});

test('a heading with its own explanation and the sum of its items is none of them', () => {
  const rows = `一级指标|二级指标|指标解释|分值|得分|评分依据
投入||反映项目立项情况|30|30|
^|立项规范性|程序是否合规|15|15|
^|目标合理性|目标是否合理|15|15|
产出||反映项目产出情况|70|69|
^|完成率|完成数/计划数|35|34|少完成1次，今后补上
^|及时率|按时完成情况|35|35|
总分|||100|99|`;
  expect(items(rows)).toEqual(['投入/立项规范性', '投入/目标合理性', '产出/完成率', '产出/及时率']);
  expect(loud(rows)).toEqual([]);
});

test('nor are headings of two levels with their explanations', () => {
  const rows = `一级指标|二级指标|三级指标|评分标准|分值|得分|说明
投入|||投入类指标|20|20|
|预算||预算编制类指标|20|20|
||编制规范|规范得10分，否则0分|10|10|
||编制及时|及时得10分，否则0分|10|10|
产出|||产出类指标|80|80|
|数量||数量类指标|80|80|
||培训|完成得40分，否则0分|40|40|
||检查|完成得40分，否则0分|40|40|
总分||||100|100|`;
  expect(items(rows)).toEqual(['投入/预算/编制规范', '投入/预算/编制及时', '产出/数量/培训', '产出/数量/检查']);
  expect(loud(rows)).toEqual([]);
});

test.each(['', '组织领导', '^'])('小计 beside the name of its heading is no item, with “%s” below it', (label) => {
  const rows = `类别|项目|考核标准|标准分|自评分|扣分原因
组织领导|小计||20|20|
${label}|成立机构|成立得10分|10|10|
${label}|专人负责|明确得10分|10|10|
业务工作|培训|每次4分，10次40分|40|40|
业务工作|宣传|每篇1分，40篇|40|39|少1篇，今后补上
业务工作|小计||80|79|
合计|||100|99|`;
  expect(items(rows)).toEqual(['组织领导/成立机构', '组织领导/专人负责', '业务工作/培训', '业务工作/宣传']);
  expect(loud(rows)).toEqual([]);
});

test.each([
  '产出指标|小计||60|60|',
  '产出指标|数量指标|小计|40|40|\n|质量指标|小计|20|20|',
  '产出指标|数量指标|小计|40|40|',
  '|数量指标|小计|40|40|',
])('小计 of either level: %s', (sums) => {
  const [first = '', second] = sums.split('\n');
  const rows = `一级指标|二级指标|三级指标|分值|得分|说明
${first.startsWith('|') ? `产出指标|小计||60|60|\n${first}` : first}
|数量指标|培训人数|20|20|
||检查次数|20|20|
${second ?? '|质量指标|||'}
|质量指标|验收情况|20|20|
效益指标|社会效益|知晓率|20|18|宣传不足，今后加强
|满意度|满意度|20|20|
合计|||100|98|`;
  expect(items(rows).map((one) => one.split('/').at(-1))).toEqual([
    '培训人数',
    '检查次数',
    '验收情况',
    '知晓率',
    '满意度',
  ]);
  expect(loud(rows)).toEqual([]);
});

test('an item without its name, in the row in which its headings begin, is none of them', () => {
  const rows = `一级指标|二级指标|三级指标|指标解释|分值|得分|评分依据
管理效能|资金管理||预算编制是否规范|30|30|编制规范
||预算执行|执行是否按计划|20|20|按计划执行
履职效能|产出|任务完成|是否完成全年任务|50|50|全部完成
总分||||100|100|`;
  expect(items(rows)).toEqual(['管理效能/资金管理/', '管理效能/资金管理/预算执行', '履职效能/产出/任务完成']);
  expect(loud(rows)).toEqual([]);
});

test('one cell of points over several names that classes have too weighs and scores once', () => {
  const rows = (total: string) => `一级指标|二级指标|三级指标|分值|得分
产出|完成情况|完成数量|30|30
^|^|完成质量|20|20
效益|项目效益|经济效益|40|38
^|^|社会效益|^|^
^|^|可持续影响|^|^
^|^|服务对象满意度|10|10
总分|||100|${total}`;
  expect(items(rows('98')).map((one) => one.split('/').at(-1))).toEqual([
    '完成数量',
    '完成质量',
    '经济效益',
    '服务对象满意度',
  ]);
  expect(loud(rows('98'))).toEqual([]);
  expect(loud(rows('97')).map((said) => said.split(' ')[0])).toEqual(['total-sum']);
});

test('the lower row of a heading, printed again above a page, is no item', () => {
  const lower = '一级指标|权重|二级指标|权重|三级指标|权重||';
  const rows = (again: string) => `评价指标|<|<|<|<|<|评分标准|自评得分
${lower}
决策|40|预算|40|编制|15|按要求编制得15分|15
${again}||||执行|25|按要求执行得25分|25
产出|60|履职|60|任务|60|按要求完成得60分|60
合计|100||100||100||100`;
  const names = ['编制', '执行', '任务'];
  for (const again of ['', `${lower}\n`]) {
    expect(items(rows(again)).map((one) => one.split('/').at(-1))).toEqual(names);
    expect(loud(rows(again))).toEqual([]);
  }
});

test.each(['<|<|<', '||'])('a row named left of the headings is an item beside them: %s', (names) => {
  const rows = (benefit: string) => `绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
^|产出指标（60分）|数量指标|培训人次|≥200人次|210人次|60|60
^|效益指标（${benefit}分）|社会效益|知晓率|≥90%|92%|30|30
预算执行率（10分）|${names}|100%|95%|10|9.5
总分||||||100|99.5`;
  expect(items(rows('30')).map((one) => one.split('/').at(-1))).toEqual(['培训人次', '知晓率', '预算执行率(10分)']);
  expect(loud(rows('30'))).toEqual([]);
  expect(loud(rows('40')).map((said) => said.split(' ')[0])).toContain('group-weight');
  // Beside numbers it is still the name.
  const numbered = rows('30').replace(/^/gm, (_, at: number) => (at === 0 ? '序号|' : `${at}|`));
  expect(loud(numbered)).toEqual([]);
});

describe('rows above the total that say again what those above them score', () => {
  const MONEY = '资金（万元）||全年预算数|全年执行数|分值|执行率|得分\n年度资金总额||200|180|10|90%|9';
  const of = (rows: string, total: number) =>
    `${MONEY}\n${HEAD}\n${OUTPUT}\n效益指标|社会效益指标|知晓率|≥90%|92%|40|40\n${rows}\n总分|||||100|${total}`;

  test.each([
    ['of the items and of the money', '预算执行得分|||||10|9\n绩效指标得分|||||90|90'],
    ['with numbers', '一、预算执行得分|||||10|9\n二、绩效指标得分|||||90|90'],
    ['of the items alone', '绩效指标得分|||||90|90'],
    ['of each block', '产出指标得分|||||50|50\n效益指标得分|||||40|40\n预算执行得分|||||10|9'],
  ])('%s are no items', (_, rows) => {
    expect(items(of(rows, 99))).toHaveLength(2);
    expect(loud(of(rows, 99))).toEqual([]);
  });

  test.each(['得分', '合计', '得分合计', '得分小计'])('the same below each block: 产出指标%s', (word) => {
    const rows = (score: number) =>
      `${HEAD}\n${OUTPUT}\n产出指标${word}|||||50|${score}\n${BENEFIT}\n效益指标${word}|||||50|48\n${TOTAL}`;
    expect(items(rows(50))).toEqual(NAMES);
    expect(loud(rows(50))).toEqual(loud(`${HEAD}\n${OUTPUT}\n${BENEFIT}\n${TOTAL}`));
    expect(loud(rows(49)).filter((told) => told.startsWith('group-score'))).toHaveLength(1);
  });

  test('an item called so that tells what was reached stays one', () => {
    const rows = `${HEAD}\n产出指标|考核|考核得分|≥90分|95分|50|50\n||考核名次|前3名|第2名|50|50\n总分|||||100|100`;
    expect(items(rows)).toHaveLength(2);
  });

  test('one that is not their sum is told', () => {
    expect(loud(of('预算执行得分|||||10|9\n绩效指标得分|||||90|88', 97)).map((told) => told.split(' ')[0])).toEqual([
      'group-score',
      'total-sum',
    ]);
  });

  test.each([
    ['指标名称|分值|得分\n党建|50|50\n省级考核得分|50|50\n总分|100|100', ['党建', '省级考核得分']],
    ['指标名称|分值|得分\n产出得分|50|50\n效益得分|50|50\n总分|100|100', ['产出得分', '效益得分']],
  ])('items called so that the total needs stay items', (rows, names) => {
    expect(items(rows)).toEqual(names);
    expect(loud(rows)).toEqual([]);
  });
});

describe('labels with what stands beside them', () => {
  const MONEY = `资金来源|年初预算数|全年预算数|全年执行数|执行率|分值|得分
年度资金总额|100|100|98|98%|10|9.8
其中：财政拨款|100|100|98|98%`;
  const ITEMS = '产出指标|数量指标|培训人次|≥200人次|210人次|50|50\n效益指标|社会效益指标|知晓率|≥80%|92%|40|40';
  const WHOLE = `${HEAD}\n${ITEMS}`;

  test.each([
    '项目负责人|王明|联系电话|0571-88886666|邮编|310000',
    '在职人数|86|离退休人数|32|编制数|90',
    '单位编码|101001|单位性质|行政单位',
    '申报时的得分|98|<|<|<|<|<',
    '评价基准日|45291|<|<|<|<|<',
  ])('below the money are no money: %s', (row) => {
    const rows = `${MONEY}\n${row}\n${WHOLE}\n总分|||||100|99.8`;
    expect(read(rows).budget?.lines.map(({ label }) => label.value)).toEqual(['年度资金总额', '其中:财政拨款']);
    expect(loud(rows)).toEqual([]);
  });

  test.each([
    '甲县项目|100|100|未支付|0%',
    '其他资金|见附件|20|20|100%',
    '市本级|20|20|结转下年|',
    '县级配套|20|<|未到位|0%',
    '单位自筹|20|20|取消|',
    '社会捐赠|无|<|<|<|<|<',
  ])('are money where they say so: %s', (row) => {
    const rows = `${MONEY}\n${row}\n${WHOLE}\n总分|||||100|99.8`;
    expect(read(rows).budget?.lines.map(({ label }) => label.value)).toHaveLength(3);
  });

  test.each(['十', '待定', '优'])('%s for the weight of an item with a target of its own is a fault', (weight) => {
    const rows = `${WHOLE.replace('40|40', `${weight}|`)}\n总分|||||100|50`;
    expect(items(rows)).toHaveLength(2);
    expect(loud(rows).some((message) => message.startsWith('weight-missing'))).toBe(true);
  });

  test('the points of a reviewer over the whole width, below the total, are those of no item', () => {
    const rows = `一级指标|二级指标|三级指标|评分标准|分值|得分
产出|数量|培训人次|培训200人次以上得50分|50|50
效果|满意度|群众满意度|满意度90%以上得30分|30|30
^|社会效益|知晓率|知晓率80%以上得20分|20|19
合计||||100|99
财政部门复核得分|94.5|<|<|<|<`;
    expect(items(rows)).toHaveLength(3);
    expect(loud(rows)).toEqual([]);
  });

  test.each(['审核意见|||同意自评结果|审核人|张三|', '自评小组|||3人|评价日期|2024年4月2日|'])(
    'below the total are no indicators: %s',
    (row) => {
      const rows = `${WHOLE.replace('40|40', '50|50')}\n总分|||||100|100\n${row}`;
      expect(items(rows)).toHaveLength(2);
      expect(loud(rows)).toEqual([]);
    },
  );

  test('between the items are none', () => {
    const rows = `${HEAD}\n${ITEMS.replace('\n', '\n|责任科室|办公室|主任|张三|日期|\n').replace('40|40', '50|50')}\n总分|||||100|100`;
    expect(items(rows)).toHaveLength(2);
    expect(loud(rows)).toEqual([]);
  });
});

test.each(['财务负责人：', '经办人（签字）：', '分管领导签字：', '制表人：', '审核人：'])(
  'a row that signs the form with %s and a day in cells is no item',
  (label) => {
    expect(items(`${HEAD}\n${OUTPUT}\n${BENEFIT}\n${label}|张三||2024||3|20`)).toEqual(NAMES);
  },
);
