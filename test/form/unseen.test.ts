import { recognise } from '../../src/form/recognise';
import type { EvaluationForm } from '../../src/form/model';
import { formatAddress } from '../../src/sheet/address';
import { sheetOf } from '../fixtures/corpus/read';

const forms = (rows: string): readonly EvaluationForm[] => recognise(sheetOf(rows)).forms;

function read(rows: string): EvaluationForm {
  const [form, ...others] = forms(rows);
  if (form === undefined || others.length > 0) throw new Error(`${others.length + 1} forms`);
  return form;
}

const items = ({ indicators }: EvaluationForm) =>
  indicators.map(({ path, name, weight, target, actual, stated }) =>
    [...path, name.value, weight?.value?.toNumber() ?? '-', target?.text, actual?.text, stated?.value?.toNumber()].join(
      ' ',
    ),
  );
const total = ({ total: own }: EvaluationForm) => own?.stated && `${formatAddress(own.stated.at)} ${own.stated.text}`;

const HEADING = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const FIRST = `产出指标|数量指标|培训人次|≥200人次|210人次|30|30
产出指标|质量指标|合格率|≥95%|96%|30|30`;
const SECOND = `效益指标|社会效益|知晓率|≥90%|92%|40|38`;
const READ = [
  '产出指标 数量指标 培训人次 30 ≥200人次 210人次 30',
  '产出指标 质量指标 合格率 30 ≥95% 96% 30',
  '效益指标 社会效益 知晓率 40 ≥90% 92% 38',
];

describe('a table that goes on on another page', () => {
  test.each([
    ['with its heading', HEADING],
    ['with its title and heading', `项目支出绩效自评表\n${HEADING}`],
    ['called a continuation', `续表\n${HEADING}`],
  ])('%s', (_, page) => {
    const form = read(`项目支出绩效自评表\n${HEADING}\n${FIRST}\n${page}\n${SECOND}\n总分|||||100|98`);
    expect([items(form), total(form)?.split(' ')[1]]).toEqual([READ, '98']);
  });

  test('with a heading of two rows without merged areas, under words of nobody else', () => {
    const heading = '绩效指标|||年度指标值|实际完成值|分值|得分\n指标大类|指标小类|明细指标||||';
    const form = read(`项目支出绩效自评表\n${heading}\n${FIRST}\n续表\n${heading}\n${SECOND}\n总分|||||100|98`);
    expect(form.indicators.map(({ name }) => name.value)).toEqual(['培训人次', '合格率', '知晓率']);
  });

  test('beside a total that reaches over the heading of the second page', () => {
    const form = read(`项目名称|培训
${HEADING}|总分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60|98
项目支出绩效自评表|||||||^
${HEADING}|^
效益指标|社会效益|知晓率|≥90%|92%|40|38|^`);
    expect([form.indicators.length, total(form)]).toEqual([2, 'H3 98']);
  });

  test('with the points of its part in the heading of each page', () => {
    const heading = `年度绩效目标1（80分）|${HEADING}`;
    const rows = (text: string) =>
      text
        .split('\n')
        .map((line) => `|${line}`)
        .join('\n');
    const { targetBlocks } = read(
      `项目支出绩效自评表\n${heading}\n${rows(FIRST)}\n${heading}\n${rows(SECOND)}\n总分||||||100|98`,
    );
    expect(targetBlocks.map(({ indicators }) => indicators.length)).toEqual([3]);
  });

  test('with its total in the first row of the first page', () => {
    const form = read(`项目支出绩效自评表\n${HEADING}\n合计|||||100|98\n${FIRST}\n${HEADING}\n${SECOND}`);
    expect([items(form), total(form)]).toEqual([READ, 'G3 98']);
  });

  test('but a title over rows of its own begins another form', () => {
    const one = `项目支出绩效自评表\n项目名称|培训\n${HEADING}\n${FIRST}\n${SECOND}`;
    expect(forms(`${one}\n${one}`).map(items)).toEqual([READ, READ]);
  });
});

describe('several forms on a sheet', () => {
  const ONE = ['项目支出绩效自评表', '项目名称|培训', HEADING, ...FIRST.split('\n'), SECOND, '总分|||||100|98'];
  const wide = (line: string) => `${line}${'|'.repeat(6 - line.split('|').length + 1)}`;

  test('side by side, of which one begins some rows further down', () => {
    const left = [...ONE.slice(0, 2), '主管部门|农业农村局', ...ONE.slice(2)];
    const lines = left.map((line, at) => `${wide(line)}||${ONE[at] ?? ''}`);
    expect(forms(lines.join('\n')).map(items)).toEqual([READ, READ]);
  });

  test.each([
    ['at its end', 'O5 98', '||||||||合计|||||100|98'],
    ['below its beginning', 'G5 98', '合计|||||100|98'],
    ['with its name at the beginning and its figures at the end', 'O5 98', '合计|||||||||||||100|98'],
  ])('but one table that goes on beside itself, with one total %s', (_, place, last) => {
    const right = [HEADING, SECOND, ''];
    const lines = [HEADING, ...FIRST.split('\n')].map((line, at) => `${wide(line)}||${right[at] ?? ''}`);
    const [form, ...more] = forms(['项目支出绩效自评表', ...lines, last].join('\n'));
    expect([form && items(form), form && total(form), more.length]).toEqual([READ, place, 0]);
    expect(form?.groups.map(({ indicators, groups }) => indicators.length + groups.length)).toEqual([2, 1]);
  });

  test('one below the other without titles, with the money below the table', () => {
    const money = '资金|预算数|执行数|执行率\n财政拨款|100|95|95%';
    const each = [...ONE.slice(1), money].join('\n');
    const found = forms(`项目支出绩效自评表\n${each}\n${each}`);
    expect(found.map(({ budget }) => budget?.lines[0]?.budget && formatAddress(budget.lines[0].budget.at))).toEqual([
      'B9',
      'B17',
    ]);
  });

  test('one below the other without titles, with a total in the money above each table', () => {
    const money = '项目资金|预算数|执行数|执行率|分值|得分\n合计|100|95|95%|10|9.5';
    const [whose, ...table] = ONE.slice(1);
    const each = [whose, money, ...table].join('\n');
    const found = forms(`项目支出绩效自评表\n${each}\n\n${each}`);
    expect(found.map(({ budget }) => budget?.scored?.stated && formatAddress(budget.scored.stated.at))).toEqual([
      'F4',
      'F13',
    ]);
  });
});

describe('the total', () => {
  test.each(['满分100分，得分98分', '总分100，自评得98.0分'])('in words behind what it is out of: %s', (text) => {
    const form = read(`项目支出绩效自评表\n${HEADING}\n${FIRST}\n${SECOND}\n合计|${text}`);
    expect([form.total?.stated?.value?.toNumber(), form.total?.stated?.at.column]).toEqual([98, 1]);
  });

  test('right below the money that stands below the table', () => {
    const form = read(`项目支出绩效自评表
${HEADING}
${FIRST}
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|100|100|98|40|98%|39.2
总分|||||100|99.2`);
    expect([form.budget?.lines.length, total(form)]).toEqual([1, 'G7 99.2']);
  });

  test('in the row below the heading, with the points taken off and the score in two rows', () => {
    const form = read(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|分值|扣分
合计||||100|2
自评得分|||||98
产出指标|培训人次|≥200人次|210人次|60|0
效益指标|知晓率|≥90%|86%|40|2`);
    expect([form.indicators.length, total(form)]).toEqual([2, 'F4 98']);
  });

  test('beside a table of two rows, where a column says what was taken off', () => {
    const form = read(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|分值|扣分|总计
产出指标|培训人次|≥200人次|210人次|60|0|98
效益指标|知晓率|≥90%|86%|40|2|^`);
    expect(form.indicators.map(({ stated }) => stated?.value?.toNumber())).toEqual([60, 38]);
    expect(total(form)).toBe('G3 98');
  });

  test('beside a table whose heading is printed again', () => {
    const heading = '一级指标|三级指标|年度指标值|实际完成值|分值|得分|总计';
    const form = read(`项目支出绩效自评表
${heading}
产出指标|培训人次|≥200人次|210人次|60|60|98
${heading}
效益指标|知晓率|≥90%|86%|40|38|`);
    expect(total(form)).toBe('G3 98');
  });

  test('under 自评结果 above all items', () => {
    const form = read(`项目支出绩效自评表\n${HEADING}\n自评结果|||||100|98\n${FIRST}\n${SECOND}`);
    expect([items(form), total(form)]).toEqual([READ, 'G3 98']);
  });

  test('under a label of its own, with the label of its score in another column', () => {
    const form = read(`项目支出绩效自评表\n${HEADING}\n${FIRST}\n${SECOND}\n自评结果||||自评得分|100|98`);
    expect([items(form), total(form)]).toEqual([READ, 'G6 98']);
  });

  test('as a figure with its unit is no part of the heading above it', () => {
    const form = read(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|得分
综合得分||||98分
产出指标（60分）|培训人次|≥200人次|210人次|60分
效益指标（40分）|知晓率|≥90%|86%|38分`);
    expect([form.indicators.length, total(form)]).toEqual([2, 'E3 98分']);
  });
});

describe('columns', () => {
  test('targets behind the names of the items', () => {
    const form = read(`项目支出绩效自评表
一级指标|三级指标|实际完成值|分值|得分
产出指标|培训人次≥200人次|210人次|20|20
产出指标|差错率不能超过5%|4.2%|10|10
产出指标|设施使用年限3年|4年|20|20
产出指标|为65岁以上老年人体检|已完成|5|5
产出指标|合格率95%|0.96|5|5
效益指标|知晓率（%）不低于90%（40分）|92%|40|38
总分|||100|98`);
    expect(form.indicators.map(({ target }) => target?.text)).toEqual([
      '≥200人次',
      '不能超过5%',
      '3年',
      undefined,
      '95%',
      '不低于90%',
    ]);
  });

  test('takes 小计 for the score where parts of it add up to it', () => {
    const form = read(`部门整体支出绩效自评表
评价内容|评价标准|分值|基础分|附加分|小计|扣分原因
预算编制|编制完整得满分|40|30|10|40|
预算执行|执行率达95%得满分|40|30|8|38|执行进度慢，下一步加快
资产管理|管理规范得满分|20|15|5|20|
合计||100|75|23|98|`);
    expect(form.questions).toEqual([]);
    expect(form.indicators.map(({ stated }) => stated?.value?.toNumber())).toEqual([40, 38, 20]);
  });

  test.each([
    [
      'the whole beside places, without a column of weights',
      `一级指标|三级指标|年度指标值|全年完成值|<|<|得分
^|^|^|城区|乡镇|合计|^
产出指标（60分）|培训人次|≥200人次|100|110|210人次|60
效益指标（40分）|知晓率|≥90%|||86%|38`,
      ['C', 'F'],
    ],
    [
      'the whole beside places, called 小计, without merged cells',
      `绩效指标||年度指标值|全年完成值|||评分
一级指标|三级指标|指标值|城区|乡镇|小计|得分
产出指标（60分）|培训人次|≥200人次|100|110|210人次|60
效益指标（40分）|知晓率|≥90%|||86%|38`,
      ['C', 'F'],
    ],
    [
      '年初 and 年末 below one 绩效指标值',
      `绩效指标||分值|绩效指标值||得分
一级指标|三级指标||年初|年末|
产出指标|培训人次|60|≥200人次|210人次|60
效益指标|知晓率|40|≥90%|86%|38`,
      ['D', 'E'],
    ],
    [
      'a type of each item behind its name',
      `一级指标|指标名称|指标类型|年度指标值|实际完成值|分值|得分
产出指标|培训人次|定量|≥200人次|210人次|30|30
产出指标|机制|定性|健全|健全|30|30
效益指标|知晓率|定量|≥90%|86%|40|38`,
      ['D', 'E'],
    ],
    [
      'numbers with a dash before the names under words of nobody else',
      `项目编次|考核内容|年度指标值|实际完成值|分值|得分
|一、产出指标|||60|60
1-1|1.培训人次|≥200人次|210人次|60|60
|二、效益指标|||40|38
2-1|1.知晓率|≥90%|86%|40|38`,
      ['C', 'D'],
    ],
    [
      'weights of the first level before a second and third level under words of nobody else',
      `一级指标|权重|考核方面|工作任务|年度指标值|实际完成值|分值|得分
产出指标|60|数量|培训人次|≥200人次|210人次|30|30
||质量|合格率|≥95%|96%|30|30
效益指标|40|社会|知晓率|≥90%|86%|40|38`,
      ['E', 'F'],
    ],
    [
      'the words of an actual value at the edge over nothing',
      `绩效指标完成情况|指标事项|年度指标值|完成值|分值|得分
|培训人次|≥200人次|210人次|60|60
|知晓率|≥90%|86%|40|38`,
      ['C', 'D'],
    ],
    [
      'a target called 目标 behind names under words of nobody else',
      `一级指标|指标事项|分值|指标目标|实际完成值|得分
产出指标|培训人次|60|≥200人次|210人次|60
效益指标|知晓率|40|≥90%|86%|38`,
      ['D', 'E'],
    ],
  ])('%s', (_, rows, columns) => {
    const form = read(`项目支出绩效自评表\n${rows}\n总分`);
    const [first] = form.indicators;
    expect(first?.name.value).toContain('培训人次');
    expect([first?.target, first?.actual].map((cell) => cell && formatAddress(cell.at).charAt(0))).toEqual(columns);
  });

  test('points under 分数 beside what is taken off are weights in every part of a table with its heading again', () => {
    const heading = '一级指标|三级指标|年度指标值|实际完成值|分数|扣分';
    const form = read(`项目支出绩效自评表
${heading}
产出指标|培训人次|≥200人次|210人次|60|0
${heading}
效益指标|知晓率|≥90%|86%|40|2
合计||||100|2
自评得分|||||98`);
    expect(
      form.indicators.map(({ weight, stated }) => [weight, stated].map((cell) => cell?.value?.toNumber())),
    ).toEqual([
      [60, 60],
      [40, 38],
    ]);
  });
});

test('a form without a title and without levels is one where it says whose it is and what was taken off', () => {
  const form = read(`实施单位|农业农村局
三级指标|年度指标值|实际完成值|分值|扣分
培训人次|≥200人次|210人次|60|0
知晓率|≥90%|86%|40|2`);
  expect(form.indicators.length).toBe(2);
});

test.each([
  ['of all items above it', `${FIRST}\n${SECOND}\n小计|||||97`, 3],
  ['of all items below it', `|||||97\n${FIRST}\n${SECOND}`, 3],
])('a score without a weight that is the sum %s but for a slip', (_, rows, count) => {
  const heading = '一级指标|二级指标|三级指标|年度指标值|实际完成值|得分';
  const unweighed = rows.replaceAll(/\|(?:30|40)(?=\|)/g, '');
  const { sums } = read(`项目支出绩效自评表\n${heading}\n${unweighed}\n总分|||||98`);
  expect(sums.map(({ indicators }) => indicators.length)).toEqual([count]);
});
