import { recognise } from '../../src/form/recognise';
import type { EvaluationForm } from '../../src/form/model';
import { sheetOf } from '../fixtures/corpus/read';

function read(rows: string): EvaluationForm {
  const [form] = recognise(sheetOf(`部门整体支出绩效自评表\n${rows}`)).forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

const items = ({ indicators }: EvaluationForm) =>
  indicators.map(({ path, name, weight, stated }) =>
    [...path, name.value, weight?.value?.toNumber(), stated?.value?.toNumber()].join(' '),
  );

describe('headings of several rows', () => {
  const BODY = `
投入|40|预算|40|编制|15|编制的情况|按要求编制|15|
投入|40|预算|40|执行|25|执行的情况|按要求执行|24|付款较晚
产出|60|履职|60|任务|60|任务的情况|按要求完成|60|
合计|100||100||100|||99|`;
  const READ = ['投入 预算 编制 15 15', '投入 预算 执行 25 24', '产出 履职 任务 60 60'];

  test.each([
    [
      'three rows, merged',
      `评价指标|<|<|<|<|<|指标说明|评分标准|自评分数|扣分说明
一级指标|<|二级指标|<|三级指标|<|^|^|^|^
名称|权重(%)|名称|权重(%)|名称|权重(%)|^|^|^|^`,
    ],
    [
      'three rows, without merges',
      `评价指标||||||指标说明|评分标准|自评分数|扣分说明
一级指标||二级指标||三级指标|||||
名称|权重(%)|名称|权重(%)|名称|权重(%)||||`,
    ],
    [
      'two rows, with the explanation below the level',
      `一级指标|<|二级指标|<|三级指标|<|<|评分标准|自评得分|扣分原因
指标|权重|指标|权重|指标|权重|说明|^|^|^`,
    ],
    [
      'two rows, without merges',
      `一级指标||二级指标||三级指标|||评分标准|自评得分|扣分原因
指标|权重|指标|权重|指标|权重|说明|||`,
    ],
  ])('%s', (_, heading) => {
    const form = read(heading + BODY);
    expect(items(form)).toEqual(READ);
    expect(form.groups.map(({ name, weight }) => [name, weight?.value?.toNumber()])).toEqual([
      ['投入', 40],
      ['产出', 60],
    ]);
    expect(form.indicators[0]?.definition?.text).toBe('编制的情况');
    expect(form.indicators[1]?.evidence?.shortfallReason).toBe('付款较晚');
    expect(form.indicators[1]?.demand.reason).toBe(true);
  });
});

describe('levels below a heading that spans them', () => {
  test.each([
    [
      'a level that no word names, over bands of the first one',
      `绩效指标|<|指标值|实际值|评分情况|<
考核方面|分项指标|^|^|分值|自评得分
产出指标|||||
数量指标|培训|20次|20次|30|30
质量指标|合格率|90%|92%|30|30
效益指标|||||
社会效益|知晓率|90%|92%|40|40
合计||||100|100`,
      ['产出指标 数量指标 培训 30 30', '产出指标 质量指标 合格率 30 30', '效益指标 社会效益 知晓率 40 40'],
    ],
    [
      'the weights of a level beside it',
      `绩效指标|<|<|<|指标值|实际值|评分情况|<
指标分类|分值|二级绩效指标|三级指标|^|^|指标分值|自评得分
产出指标|60|数量指标|培训|20次|20次|30|30
||质量指标|合格率|90%|92%|30|30
效益指标|40|社会效益|知晓率|90%|92%|40|40
合计||||||100|100`,
      ['产出指标 数量指标 培训 30 30', '产出指标 质量指标 合格率 30 30', '效益指标 社会效益 知晓率 40 40'],
    ],
    [
      'letters and units below the headings',
      `绩效指标及分值||||目标值|完成值|完成率|权重|得分
一级|二级|三级|单位|（A）|（B）|B/A|（分）|（分）
产出|数量|培训|次|20|20|100%|30|30
|质量|合格率|%|90|90|100%|30|30
效益|社会|知晓率|%|90|90|100%|40|40
合计|||||||100|100`,
      ['产出 数量 培训 30 30', '产出 质量 合格率 30 30', '效益 社会 知晓率 40 40'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(items(read(rows))).toEqual(expected);
  });
});

describe('all levels in one column', () => {
  test.each([
    [
      'headings weigh what stands below them',
      `评价内容|分值|自评分
一、编制（40分）|40|39
1.完整|20|20
2.及时|20|19
二、执行|60|60
1、支付|60|60
合计|100|99`,
      ['一、编制 1.完整 20 20', '一、编制 2.及时 20 19', '二、执行 1、支付 60 60'],
    ],
    [
      'a row that was reached weighs by chance what the numbered heading below it does',
      `评价内容|目标值|完成值|分值|自评分
一、数量|||30|30
新建里程|5公里|5公里|20|20
养护里程|8公里|8公里|10|10
二、质量|||10|10
合格率|≥95%|96%|10|10
三、满意度|||60|59
满意率|≥90%|92%|60|59
合计|||100|99`,
      ['一、数量 新建里程 20 20', '一、数量 养护里程 10 10', '二、质量 合格率 10 10', '三、满意度 满意率 60 59'],
    ],
    [
      'headings that are weighed in their labels alone, with remarks between',
      `评价内容|分值|自评分|备注
一、编制（40分）|||
|||分两项评价
1.完整|40|39|
二、执行（60分）|||
1、支付|60|60|
合计|100|99|`,
      ['一、编制 1.完整 40 39', '二、执行 1、支付 60 60'],
    ],
    [
      'headings alone in their rows over scores without weights',
      `评价内容|评价标准|自评分
一、编制（40分）||
完整|按要求编制|40
二、执行（60分）||
支付|按要求支付|60
合计||100`,
      ['一、编制 完整 40 40', '二、执行 支付 60 60'],
    ],
    [
      'headings without points',
      `评价内容|分值|自评分
一、编制||
完整|40|40
二、执行||
支付|60|60
合计|100|100`,
      ['一、编制 完整 40 40', '二、执行 支付 60 60'],
    ],
    [
      'items without numbers that make up their heading',
      `评价内容|分值|自评分
一、编制|40|40
完整|20|20
及时|20|20
二、执行|60|60
支付|60|60
合计|100|100`,
      ['一、编制 完整 20 20', '一、编制 及时 20 20', '二、执行 支付 60 60'],
    ],
    [
      'the numbers in a column of their own',
      `序号|评价内容|分值|自评分
一|编制|40|40
1|完整|20|20
2|及时|20|20
二|执行|60|60
1|支付|60|60
|合计|100|100`,
      ['编制 完整 20 20', '编制 及时 20 20', '执行 支付 60 60'],
    ],
    [
      'three levels',
      `评价内容|分值|自评分
一、管理|40|40
（一）编制|40|40
1.完整|40|40
二、产出|60|60
（一）任务|60|60
1.数量|60|60
合计|100|100`,
      ['一、管理 (一)编制 1.完整 40 40', '二、产出 (一)任务 1.数量 60 60'],
    ],
    [
      'a numbered item whose name begins with a figure',
      `评价内容|分值|自评分
一、产出|60|60
1.差错率|30|30
2.0-6岁儿童管理率|30|30
二、效果|40|40
1.满意度|40|40
合计|100|100`,
      ['一、产出 1.差错率 30 30', '一、产出 2.0-6岁儿童管理率 30 30', '二、效果 1.满意度 40 40'],
    ],
    [
      'four levels, with an item beside a heading',
      `评价内容|分值|自评分
一、产出|60|60
（一）职责|60|60
1.普法|40|40
①下乡|22|22
②进校|18|18
2.援助|20|20
二、效果|40|40
1.满意度|40|40
合计|100|100`,
      [
        '一、产出 (一)职责 1.普法 ①下乡 22 22',
        '一、产出 (一)职责 1.普法 ②进校 18 18',
        '一、产出 (一)职责 2.援助 20 20',
        '二、效果 1.满意度 40 40',
      ],
    ],
    [
      'items numbered with a point before a figure, and decimal numbers',
      `评价内容|分值|自评分
一、产出|60|60
（一）数量|30|30
1.管理率|20|20
2.65岁以上老年人管理率|10|10
（二）质量|30|30
1.1完整|10|10
1.2及时|20|20
二、效果|40|40
1.满意度|40|40
合计|100|100`,
      [
        '一、产出 (一)数量 1.管理率 20 20',
        '一、产出 (一)数量 2.65岁以上老年人管理率 10 10',
        '一、产出 (二)质量 1.1完整 10 10',
        '一、产出 (二)质量 1.2及时 20 20',
        '二、效果 1.满意度 40 40',
      ],
    ],
    [
      'a type of each item in a column of its own',
      `三级指标|权重|指标类型|指标值|完成值|自评分
一、产出|60||||60
1.数量|30|定量|≥20次|20次|30
2.质量|30|定量|≥90%|92%|30
二、效果|40||||40
1.满意度|40|定量|≥90%|92%|40
合计|100||||100`,
      ['一、产出 1.数量 30 30', '一、产出 2.质量 30 30', '二、效果 1.满意度 40 40'],
    ],
    [
      'classes without numbers above their items, with the sums of weights and scores, as budget systems print a tree',
      `指标名称|计算符号|指标值|度量单位|实际完成值|权重|实际得分|备注
产出指标|||||60|59.25|
数量指标|||||30|29.25|
培训人数|≥|100|人次|95|15|14.25|报名不足
编印资料|＝|2000|册|2000|15|15|
质量指标|||||30|30|
培训合格率|≥|95|%|98|30|30|
效益指标|||||30|30|
社会效益指标|||||30|30|
群众知晓率|≥|90|%|93|30|30|
成本指标|||||10|10|
经济成本指标|||||5|5|
人均培训费|≤|400|元|380|5|5|
生态环境成本指标|||||5|5|
用纸量|≤|20|箱|20|5|5|`,
      [
        '产出指标 数量指标 培训人数 15 14.25',
        '产出指标 数量指标 编印资料 15 15',
        '产出指标 质量指标 培训合格率 30 30',
        '效益指标 社会效益指标 群众知晓率 30 30',
        '成本指标 经济成本指标 人均培训费 5 5',
        '成本指标 生态环境成本指标 用纸量 5 5',
      ],
    ],
    [
      'a class of the first level directly above its items, once those before have all the weight of theirs',
      `指标名称|指标值|完成值|权重|得分
效益指标|||90|90
社会效益指标|||90|90
群众知晓率|≥90%|93%|90|90
满意度指标|||10|10
参训人员满意度|≥90%|96%|10|10`,
      ['效益指标 社会效益指标 群众知晓率 90 90', '满意度指标 参训人员满意度 10 10'],
    ],
    [
      'classes of the second level among the names, beside a column for the first',
      `一级指标|指标名称|指标值|完成值|权重|得分
产出指标|数量指标|||50|50
|培训人数|≥100人次|105人次|20|20
|编印资料|2000册|2000册|30|30
|质量指标|||40|40
|培训合格率|≥95%|98%|40|40
满意度指标|服务对象满意度指标|||10|10
|参训人员满意度|≥90%|96%|10|10`,
      [
        '产出指标 数量指标 培训人数 20 20',
        '产出指标 数量指标 编印资料 30 30',
        '产出指标 质量指标 培训合格率 40 40',
        '满意度指标 服务对象满意度指标 参训人员满意度 10 10',
      ],
    ],
    [
      'classes and items numbered in the column before, items that say no target',
      `序号|指标名称|分值|评分标准|得分
一|投入|60||59
1|编制|20|完整得20分|20
2|执行|40|执行率×40|39
二|效果|40||40
1|满意度|40|≥85%得40分|40`,
      ['投入 编制 20 20', '投入 执行 40 39', '效果 满意度 40 40'],
    ],
    [
      'numbers of all levels in the column before',
      `编号|指标|权重|目标|实际|得分
1|产出|60|||58
1.1|数量|40|||38
1.1.1|大棚|20|100座|100座|20
1.1.2|培训|20|500人|450人|18
1.2|质量|20|||20
1.2.1|合格率|20|100%|100%|20
2|效益|40|||40
2.1|增收|40|≥1000元|1200元|40`,
      ['产出 数量 大棚 20 20', '产出 数量 培训 20 18', '产出 质量 合格率 20 20', '效益 增收 40 40'],
    ],
    [
      'classes above items whose actual values, or all they say, are not filled in yet',
      `指标名称|指标值|完成值|权重|得分
产出指标|||60|60
数量指标|||30|30
培训人数|≥100人次||30|30
质量指标|||30|30
合格率|||30|30
效益指标|||40|40
社会效益|||40|40
知晓率|≥90%|95%|40|40`,
      ['产出指标 数量指标 培训人数 30 30', '产出指标 质量指标 合格率 30 30', '效益指标 社会效益 知晓率 40 40'],
    ],
    [
      'items that are called like classes, whose targets were left blank: nothing weighs twice',
      `指标名称|指标值|完成值|权重|得分
培训人数|≥100人次|105人次|30|30
成本指标|||10|10
编印资料|2000册|2000册|30|30
社会效益|||20|20
群众知晓率|≥90%|95%|10|10
合计|||100|100`,
      ['培训人数 30 30', '成本指标 10 10', '编印资料 30 30', '社会效益 20 20', '群众知晓率 10 10'],
    ],
    [
      'the same beside columns of their classes, the next one with as many points',
      `一级指标|二级指标|三级指标|指标值|完成值|权重|得分
产出指标|数量指标|培训人数|≥100人次|105人次|50|50
效益指标|社会效益|社会效益指标|||20|20
|可持续影响|持续影响指标|有效|有效|20|20
满意度|服务对象满意度|群众满意度|≥90%|95%|10|10`,
      [
        '产出指标 数量指标 培训人数 50 50',
        '效益指标 社会效益 社会效益指标 20 20',
        '效益指标 可持续影响 持续影响指标 20 20',
        '满意度 服务对象满意度 群众满意度 10 10',
      ],
    ],
    [
      'the same in a table without targets',
      `指标|分值|评分标准|得分|扣分原因
决策|20|科学得满分|20|
过程|20|规范得满分|20|
产出数量|20|完成得满分|18|未全部完成
社会效益|20|显著得满分|20|
满意度|20|≥90%得满分|20|
合计|100||98|`,
      ['决策 20 20', '过程 20 20', '产出数量 20 18', '社会效益 20 20', '满意度 20 20'],
    ],
    [
      'a class that tells what was to be reached is an item, and so is one at the end',
      `指标名称|指标值|完成值|权重|得分
培训人数|≥100人次|105人次|50|50
社会效益|明显|明显|40|40
服务对象满意度|||10|10`,
      ['培训人数 50 50', '社会效益 40 40', '服务对象满意度 10 10'],
    ],
    [
      'numbered items that are no headings',
      `评价内容|分值|自评分
一、完整|20|20
二、及时|20|20
三、支付|60|60
合计|100|100`,
      ['一、完整 20 20', '二、及时 20 20', '三、支付 60 60'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(items(read(rows))).toEqual(expected);
  });
});

describe('小计 left of the names', () => {
  const HEAD = '序号|评价项目|评价内容|标准分|自评分';

  test('states the score of the item above it, and is no indicator', () => {
    const form = read(`${HEAD}
1|预算管理|编制|20|20
2|预算管理|执行|20|19
小计|||40|39
3|履职产出|任务|60|60
小计|||60|60
合计|||100|99`);
    expect(items(form)).toHaveLength(3);
    expect(form.groups.map(({ stated }) => stated?.value?.toNumber())).toEqual([39, 60]);
  });

  test('one that sums up several items is none’s, unless its weight says whose it is', () => {
    const form = read(`${HEAD}
1|预算管理|编制|20|20
2|财务管理|制度|20|19
小计|||40|39
3|履职产出|任务|30|30
4|履职效果|满意|30|30
小计|||30|30
合计|||100|99`);
    expect(form.groups.map(({ stated }) => stated?.value?.toNumber())).toEqual([undefined, undefined, undefined, 30]);
  });
});

test.each([
  [
    'converted scores',
    `一级指标|二级指标|三级指标|符号|预期指标值|单位|实际完成值|单项指标得分|权重占比|折算得分
产出指标|数量指标|场次|≥|5|场|5|100|0.6|60
产出指标|质量指标|合格率|≥|95|%|95|100|0.4|40
合计||||||||1|100`,
  ],
  [
    'scores in points',
    `一级指标|二级指标|三级指标|权重|目标值|完成值|得分
产出指标|数量指标|场次|0.6|≥5场|5场|60
产出指标|质量指标|合格率|0.4|≥95%|95%|40
合计|||1|||100`,
  ],
])('weights in shares of 1 are points out of 100, the total’s too: %s', (_, rows) => {
  const { indicators, total } = read(rows);
  expect(indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([60, 40]);
  expect([total?.weight?.value?.toNumber(), total?.stated?.value?.toNumber()]).toEqual([100, 100]);
});

test('shares that leave out the budget’s and stand in rows of sums too are points as well', () => {
  const { indicators, groups } = read(`一级指标|二级指标|三级指标|权重|目标值|完成值|得分
产出指标|数量指标|场次|0.3|≥5场|5场|30
产出指标|质量指标|合格率|0.3|≥95%|95%|30
小计|||0.6|||60
效益指标|社会效益|知晓率|0.3|≥95%|95%|30
小计|||0.3|||30`);
  expect(indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([30, 30, 30]);
  expect(groups.flatMap(({ weight }) => weight?.value?.toNumber() ?? [])).toEqual([60, 30]);
});

describe('lines of money', () => {
  const lines = ({ budget }: EvaluationForm) =>
    budget?.lines.map(({ label, group, role, budget: money, spent }) =>
      [group, role, label.value, money?.value?.toNumber(), spent?.value?.toNumber()].join(' '),
    );
  const TABLE = `
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|场次|≥5场|5场|90|90
总分|||||100|99.7`;

  test.each([
    ['merged', '^|^|^|总额|财政拨款|其他资金|总额|财政拨款|其他资金|^|^'],
    ['repeated', '年度主要任务|任务名称|完成情况|总额|财政拨款|其他资金|总额|财政拨款|其他资金|执行率|得分'],
  ])('amounts divided by their source below one heading, %s', (_, second) => {
    const form = read(`年度主要任务|任务名称|完成情况|预算数（万元）|<|<|执行数（万元）|<|<|执行率|得分
${second}
^|保障运转|已完成|400|400|0|390|390|0|97.5%|-
^|开展服务|已完成|200|150|50|192|150|42|96%|-
^|金额合计|<|600|550|50|582|540|42|97%|9.7${TABLE}`);
    expect(lines(form)).toEqual([' part 保障运转 400 390', ' part 开展服务 200 192', ' total 金额合计 600 582']);
    expect(form.budget?.scored?.stated?.value?.toNumber()).toBe(9.7);
  });

  test.each([
    ['按收入性质分', '按支出性质分'],
    ['资金来源', '支出结构：'],
  ])('what the money is divided by, beside the names of the lines: %s', (sources, kinds) => {
    const form = read(`年度预算（万元）|||年初预算数|全年预算数|全年执行数|执行率|分值|得分
|年度支出合计||500|600|582|97%|10|9.7
|${sources}|其中：一般公共预算|500|550|540|98.18%||
||政府性基金|0|50|42|84%||
|${kinds}|其中：基本支出|300|300|300|100%||
||项目支出|200|300|282|94%||${TABLE}`);
    expect(lines(form)).toEqual([
      ' total 年度支出合计 600 582',
      expect.stringMatching(/^按\S+ part 其中:一般公共预算 550 540$/),
      expect.stringMatching(/^按\S+ part 政府性基金 50 42$/),
      expect.stringMatching(/^按支出\S+ part 其中:基本支出 300 300$/),
      expect.stringMatching(/^按支出\S+ part 项目支出 300 282$/),
    ]);
  });

  test('what the money is divided by, before the names of the lines or in a row of its own', () => {
    const form = read(`部门预算资金（万元）||年初预算数|全年预算数|全年执行数|执行率|分值|得分
|部门预算总额|500|600|582|97%|10|9.7
|1、资金来源：（1）财政资金|500|550|540|98.18%||
|（2）其他资金|0|50|42|84%||
|按支出性质分：||||||
|基本支出|300|300|300|100%||
|项目支出|200|300|282|94%||${TABLE}`);
    expect(lines(form)).toEqual([
      ' total 部门预算总额 600 582',
      '按资金来源 part 1、资金来源:(1)财政资金 550 540',
      '按资金来源 part (2)其他资金 50 42',
      '按支出性质 part 基本支出 300 300',
      '按支出性质 part 项目支出 300 282',
    ]);
  });
});

test('省级 and the like before the label of the unit', () => {
  expect(
    read(`省级预算部门名称|某某局\n一级指标|二级指标|三级指标|分值|得分\n产出|数量|场次|100|100`).organisation?.value,
  ).toBe('某某局');
});

test('a level whose labels hold their weights, says its heading', () => {
  const form = read(`一级指标及分值|二级指标和分值|三级指标|分值|自评得分
管理（40分）|编制（40分）|编制合理|40|40
产出（60分）|数量（60分）|服务场次|60|60
合计|||100|100`);
  expect(items(form)).toEqual(['管理 编制 编制合理 40 40', '产出 数量 服务场次 60 60']);
});

test('合计 below each block, and 总计 below all: only the last is the total', () => {
  const form = read(`一级指标|二级指标|分值|自评得分
投入|目标|10|10
投入|配置|10|9
合计||20|19
产出|完成|80|80
合计||80|80
总计||100|99`);
  expect(items(form)).toEqual(['投入 目标 10 10', '投入 配置 10 9', '产出 完成 80 80']);
  expect(form.groups.map(({ stated }) => stated?.value?.toNumber())).toEqual([19, 80]);
  expect([form.total?.weight?.value?.toNumber(), form.total?.stated?.value?.toNumber()]).toEqual([100, 99]);
});

test('money below the total, summed up by a 合计 of its own, makes no block of the table', () => {
  const form = read(`一级指标|二级指标|分值|自评得分
投入|目标|40|40
产出|完成|60|60
合计||100|100

资金来源||预算数|执行数
财政拨款||500|500
合计||500|500`);
  expect(items(form)).toHaveLength(2);
  expect(form.total?.stated?.value?.toNumber()).toBe(100);
});

test.each([
  [
    '考核内容 groups the rows that it spans',
    '预算管理|编制|20|20\n|执行|20|20\n履职|任务|60|60',
    '预算管理 编制 20 20',
  ],
  ['考核内容 is merged', '预算管理|编制|20|20\n^|执行|20|20\n履职|任务|60|60', '预算管理 编制 20 20'],
  ['a text beside each item groups nothing', '编制|要求|20|20\n执行|要求|20|20\n任务|要求|60|60', '编制 20 20'],
])('two columns that may name the items: %s', (_, rows, first) => {
  const [heading] = first.startsWith('预算管理') ? ['考核内容|考核指标'] : ['评价指标|评价内容'];
  expect(items(read(`${heading}|分值|自评得分\n${rows}\n合计||100|100`))[0]).toBe(first);
});

test('a weight in the label is the item’s where the weights of the level above stand before the names', () => {
  const form = read(`一级指标|分值|二级指标|分值|三级指标|评分标准|得分
决策|20|立项|10|依据充分性（5分）|依据充分得5分|5
||||程序规范性（5分）|程序规范得5分|4
||目标|10|目标合理性（10分）|合理得10分|9
产出|80|数量|80|完成率（80分）|按完成率得分|78
合计|100||100|||96`);
  expect(items(form)).toEqual([
    '决策 立项 依据充分性 5 5',
    '决策 立项 程序规范性 5 4',
    '决策 目标 目标合理性 10 9',
    '产出 数量 完成率 80 78',
  ]);
});

describe('bare figures behind the names of all items', () => {
  const form = (rows: string) =>
    read(`预算资金（万元）|||预算数|执行数|得分
年度资金总额|||100|100|10
一级指标|二级指标|三级指标|指标值|完成值|得分
${rows}
总分|||||100`);
  const weights = (rows: string) => form(rows).indicators.map(({ weight }) => weight?.value?.toNumber() ?? null);
  const body = (output: string, first: string, second: string, benefit: string) =>
    `${output}|数量|${first}|≥12台|12台|25
|质量|${second}|≥96%|97%|25
${benefit}|效益|亩均增产(40)|≥20公斤|21公斤|40`;

  test.each([
    [
      'that make the whole are points',
      body('产出指标(50)', '农机(25)', '良种覆盖率【25】', '效益指标(40)'),
      [25, 25, 40],
    ],
    ['under a wrong heading', body('产出指标(55)', '农机(25)', '良种覆盖率(25)', '效益指标(40)'), [25, 25, 40]],
    [
      'one wrong, under right headings',
      body('产出指标(50)', '农机(26)', '良种覆盖率(25)', '效益指标(40)'),
      [26, 25, 40],
    ],
    ['under headings without', body('产出指标', '农机(25)', '良种覆盖率(25)', '效益指标'), [25, 25, 40]],
    ['that make no whole are counts', body('产出指标(2)', '农机(12)', '良种覆盖率(3)', '效益指标'), [null, null, null]],
    ['that one name lacks', body('产出指标(50)', '农机(25)', '良种覆盖率', '效益指标'), [null, null, null]],
  ])('%s', (_name, rows, expected) => {
    expect(weights(rows)).toEqual(expected);
  });

  test('leave the name', () => {
    const names = form(body('产出指标(50)', '农机(25)', '良种覆盖率(25)', '效益指标(40)')).indicators;
    expect(names.map(({ name }) => name.value)).toEqual(['农机', '良种覆盖率', '亩均增产']);
  });
});
