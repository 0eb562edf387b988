import { formatAddress } from '../../src/sheet/address';
import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { only } from '../support/recognised';

const HEADING = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施';
const ITEMS = `产出指标|数量指标|培训人次|≥200人次|210人次|60|60|
效益指标|社会效益指标|知晓率|≥90%|92%|30|30|
总分|||||100|99.75|`;
const WHY = '原因：尾款下年支付。改进措施：加快支付。';
const paired = (rate: string, score: string) => `项目支出绩效自评表
年初预算数（万元）|250||预算调整数（万元）|0
调整后预算数（万元）|250||全年执行数（万元）|243.75
结余资金（万元）|6.25||分值|10
执行率|${rate}||自评得分|${score}
预算执行偏差原因及改进措施|${WHY}
${HEADING}
${ITEMS}`;
const inColumns = (parts: string) => `项目支出绩效自评表
项目资金（万元）|年度资金总额|其中：财政拨款|其他资金
年初预算数|250|200|50
预算调整数|0|0|0
调整后预算数|250|200|50
全年执行数|250|${parts}
结余资金|0|0|0
${HEADING}
${ITEMS.replace('60|60', '70|70').replace('99.75', '100')}`;
const ofYears = (rate: string) => `项目支出绩效自评表
项目预算250万元，实际支出250万元。
${HEADING}
${ITEMS.replace('60|60', '70|70').replace('99.75', '100')}
年度|预算金额（万元）|支出金额（万元）|执行率
2021年|200|200|100%
2022年|225|225|${rate}`;
const fourth = (score: number) => `项目支出绩效自评表
一级指标|二级指标|三级指标|四级指标|年度指标值|实际完成值|分值|得分|偏差原因分析
产出指标|数量指标|培训情况|培训人次|≥200人次|210人次|70|${score}|
效益指标|社会效益指标|宣传情况|知晓率|≥90%|92%|30|30|
总分||||||100|${score + 30}|`;
const led = (score: number) => `项目支出绩效自评表
绩效指标|一级指标|二级指标名称|指标名称|年度指标值|实际完成值|参考分|自评分数|偏差原因分析
绩效指标|产出指标|数量指标|指标1：培训人次|≥200人次|210人次|30|${score}|
绩效指标|||指标2：讲座场次|≥20场|21场|40|40|
绩效指标|||||||70|${score + 40}
绩效指标|效益指标|社会效益指标|指标3：知晓率|≥90%|92%|30|30|
绩效指标|||||||30|30
合计||||||100|${score + 70}|
年度|预算金额（万元）|支出金额（万元）|执行率
2021年|200|200|100%`;
const unscored = (actual: string) => `项目支出绩效自评表
指标内容|年度指标值|实际完成值|未完成原因|改进措施
培训人次|≥200人次|${actual}||
知晓率|≥90%|92%||`;
const standard = (head: string) => `项目支出绩效自评表
序号|二级指标|指标内容|${head}|实际完成值|分值|得分
1|数量指标|培训人次|≥200人次|210人次|70|70
2|社会效益指标|知晓率|≥90%|92%|30|30
合计|||||100|100`;

const banded = (second: number) => `项目支出绩效自评表
序号|指标类型|具体指标|年度指标值|实际完成值|得分|未完成原因|改进措施
一、产出指标（40分）
产出指标小计|||||40||
1|数量指标|培训人次|≥200人次|210人次|20||
2|数量指标|讲座场次|≥20场|21场|20||
二、效益指标（40分）
效益指标小计|||||${second}||
3|社会效益指标|知晓率|≥90%|77%|19.11|宣传不够|加强宣传
4|社会效益指标|满意度|≥90%|92%|20||`;
const weighed = (label: string) => `项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
${label}|培训人次|≥200人次|210人次|70|70|
效益指标|知晓率|≥90%|92%|30|30|
总分||||100|100|`;

test.each([
  ['sums above their rows, two of which weigh the same', banded(39.11), banded(38.61), 'F8'],
  ['points behind 指标 in a label', weighed('产出指标70分'), weighed('产出指标75分'), 'A3'],
  ['money in pairs, a row below the other', paired('97.5%', '9.75'), paired('90%', '9.75'), 'B5'],
  ['money in pairs, with a score of its own', paired('97.5%', '9.75'), paired('97.5%', '9'), 'E5'],
  ['money in columns, a change above the changed budget', inColumns('200|50'), inColumns('200|40'), 'B6'],
  ['money of other years below the table', ofYears('100%'), ofYears('90%'), 'D9'],
  ['items named by a fourth level', fourth(70), fourth(71), 'H3'],
  ['the heading of the table again in each row, over sums without a label', led(30), led(31), 'H3'],
  ['targets and results without points', unscored('210人次'), unscored('190人次'), 'D3'],
])('%s', (_, right, wrong, cell) => {
  const told = (rows: string) => {
    const { forms, none } = review(sheetOf(rows));
    expect([forms.length, none]).toEqual([1, null]);
    return forms.flatMap(({ findings }) => findings);
  };
  expect(told(right).filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(told(wrong).map((finding) => formatAddress(finding.cell))).toContain(cell);
});

test.each([
  ['a fourth level', fourth(70), ['培训人次', '知晓率']],
  ['below 指标名称 beside 二级指标名称', led(30), ['培训人次', '讲座场次', '知晓率']],
  ['指标内容', unscored('210人次'), ['培训人次', '知晓率']],
])('names of items from %s', (_, rows, names) => {
  const { indicators } = only(sheetOf(rows));
  expect(indicators.map(({ name }) => name.value.replace(/^指标[0-9]:/, ''))).toEqual(names);
});

test.each(['绩效标准', '年度指标值'])('%s is the target', (head) => {
  expect(only(sheetOf(standard(head))).indicators.map(({ target }) => target?.text)).toEqual(['≥200人次', '≥90%']);
});

test('points of the money are not the total of the form', () => {
  const form = only(sheetOf(paired('97.5%', '9.75')));
  expect(form.totalAbove).toBeNull();
  expect(form.budget?.scored?.stated?.text).toBe('9.75');
});

test.each(['全年预算数', '预算金额', '预算安排'])(
  'of 预算调整数 and %s in columns the budget is the whole',
  (heading) => {
    const form = only(
      sheetOf(`项目支出绩效自评表
项目资金|年初预算数|预算调整数|${heading}|全年执行数|执行率
年度资金总额|250|0|250|243.75|97.5%
${HEADING}
${ITEMS}`),
    );
    expect(form.budget?.lines.map(({ budget }) => budget && formatAddress(budget.at))).toEqual(['D3']);
  },
);

test.each([
  ['预算执行偏差原因及改进措施|年中新增任务，按规定程序追加预算', []],
  ['预算执行偏差原因及改进措施|尾款下年支付', ['changed']],
])('%s in a row of its own tells why the budget was changed, or does not', (why, told) => {
  const sheet = sheetOf(`项目支出绩效自评表
项目资金|年初预算数|全年预算数|全年执行数|执行率
年度资金总额|200|250|250|100%
${why}
${HEADING}
${ITEMS}`);
  const findings = review(sheet).forms.flatMap((one) => one.findings);
  expect(findings.filter(({ check }) => check === 'budget-spending').map(({ messageId }) => messageId)).toEqual(told);
});

test('items named 资金到位率 and 资金使用合规性 below a blank row are no table of money', () => {
  const form = only(
    sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分|未完成原因
决策（20分）|项目立项|立项依据充分性|充分|充分|20|无

过程（20分）|资金管理|资金到位率|≥98%|98%|10|无
||资金使用合规性|符合要求|符合要求|10|无

产出（60分）|数量指标|培训人次|≥200人次|210人次|60|无
总分（100分）|||||100|`),
  );
  expect(form.indicators.map(({ name }) => name.value)).toEqual([
    '立项依据充分性',
    '资金到位率',
    '资金使用合规性',
    '培训人次',
  ]);
  expect(form.budget).toBeNull();
});

test.each([
  '示例|数量指标|办班期数',
  '填报示例：产出指标|数量指标|办班期数',
  '产出指标|数量指标|办班期数（示例）',
  '例：产出指标|数量指标|办班期数',
])('a row that shows how the form is filled in is no item: %s', (example) => {
  const { indicators, groups } = only(
    sheetOf(`项目支出绩效自评表\n${HEADING}\n${example}|≥10期|8期|10|8|原因：……\n${ITEMS}`),
  );
  expect(indicators.map(({ name }) => name.value)).toEqual(['培训人次', '知晓率']);
  expect(groups.map(({ name }) => name)).toEqual(['产出指标', '效益指标']);
});

test('rows that are called examples are items where the others weigh less than a form does', () => {
  const items = ITEMS.replace('培训人次', '示例：培训人次').replace('知晓率', '知晓率（示例）');
  expect(only(sheetOf(`项目支出绩效自评表\n${HEADING}\n${items}`)).indicators).toHaveLength(2);
});

test('blocks with a heading, a name with points and 合计 each are one table under 总得分', () => {
  const block = (name: string, weight: number) => `${name}（${weight}分）\n${HEADING}
产出指标|数量指标|${name}人次|≥200人次|210人次|${weight}|${weight}|
合计|||||${weight}|${weight}|`;
  const { findings, form } = review(
    sheetOf(`部门整体绩效自评表\n${block('一、培训', 40)}\n${block('二、就业', 60)}\n总得分||||||100|`),
  ).forms[0] ?? { findings: [], form: null };
  expect(form?.indicators.map(({ weight }) => weight?.value?.toNumber())).toEqual([40, 60]);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('典型示例数量 is an item', () => {
  const sheet = sheetOf(`项目支出绩效自评表\n${HEADING}\n${ITEMS.replace('培训人次', '典型示例数量')}`);
  expect(only(sheet).indicators[0]?.name.value).toBe('典型示例数量');
});

describe('a heading that is printed again over items that weigh all that those before it do', () => {
  const items = (weight: number) => `产出指标|数量指标|培训人次|≥200人次|210人次|${weight}|${weight}|
效益指标|社会效益指标|知晓率|≥90%|92%|40|40|`;
  const forms = (rows: string) =>
    review(sheetOf(`项目支出绩效自评表\n${rows}`)).forms.map(({ form }) => form.indicators.length);

  test('begins another form, whose total is not printed either', () => {
    expect(forms(`${HEADING}\n${items(60)}\n${HEADING}\n${items(60)}`)).toEqual([2, 2]);
    expect(forms(`${HEADING}\n${items(60)}\n${HEADING}\n${items(60)}\n${HEADING}\n${items(60)}`)).toEqual([2, 2, 2]);
  });

  test('goes on where they weigh less, have no block in common, or a total is told of all', () => {
    const parts = (weight: string) =>
      `产出（50%）|数量|培训人次|≥200人次|210人次|60|60|\n产出（50%）|质量|${weight}|≥90%|92%|40|40|`;
    expect(forms(`${HEADING}\n${parts('合格率')}\n${HEADING}\n${parts('知晓率').replaceAll('产出', '效益')}`)).toEqual([
      4,
    ]);
    expect(forms(`${HEADING}\n${items(10)}\n${HEADING}\n${items(10)}`)).toEqual([4]);
    expect(forms(`${HEADING}\n${items(60)}\n${HEADING}\n${items(60)}\n总分|||||200|200|`)).toEqual([4]);
  });
});

test('基金收入 and 基金支出 are two sides, of which neither is a part of the other', () => {
  const { findings, form } =
    review(
      sheetOf(`社会保险基金预算绩效自评表
预算执行情况||年初预算数|调整预算数|决算数|完成率|分值|得分
基金收入||52600|53100|53420.5|100.6%|5|5
其中：财政补贴收入||31200|31500|31500|100%||
基金支出||41200|41200|41200|100%|5|5
${HEADING}
产出指标|数量指标|参保人数|≥32万人|32.6万人|60|60|
效益指标|社会效益指标|知晓率|≥90%|92%|30|30|
总分|||||100|100|`),
    ).forms[0] ?? {};
  expect(form?.budget?.lines.map(({ role }) => role)).toEqual(['part', 'part', 'part']);
  expect(findings?.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
