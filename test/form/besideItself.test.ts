import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { describeWhole, loud, type Whole } from '../support/wholeForms';

/** A table that goes on beside itself, right behind its last column. */
const ROWS = `培训人次|≥200人次|210人次|15|15|知晓率|≥80%|92%|30|30
培训期数|≥5期|5期|15|15|满意度|≥90%|95%|20|20
合格率|≥95%|90%|20|18.95|||||`;
const NAMES = '三级指标|年度指标值|实际完成值|分值|得分';
const REASON = ['|18.95|||||', '|18.95|设备老化，已更换；下一步加强检修||||||'] as const;
const withReasons = (rows: string) =>
  rows
    .replaceAll('|15|知', '|15||知')
    .replaceAll('|15|满', '|15||满')
    .replace(...REASON)
    .replaceAll(/\|(30|20)\n/g, '|$1|\n');

const FAULTS: Whole['faults'] = [
  ['5期|15|15', '4期|15|15', 'score-by-rule: “培训期数”'],
  ['95%|20|20', '85%|20|20', 'score-by-rule: “满意度”'],
  ['98.95', '98.05', 'total-sum'],
];

const form = (heading: string, rows: string, total: string) =>
  `项目支出绩效自评表\n（2023年度）\n${heading}\n${rows}\n${total}`;

const WHOLE: readonly Whole[] = [
  {
    name: 'the same headings, one total at the end',
    rows: form(`${NAMES}|偏差原因|${NAMES}|偏差原因`, withReasons(ROWS), '总分|||||||||100|98.95|'),
    faults: FAULTS,
  },
  {
    name: 'the same headings, one total at the beginning',
    rows: form(`${NAMES}|偏差原因|${NAMES}|偏差原因`, withReasons(ROWS), '总分|||100|98.95'),
    faults: FAULTS,
  },
  {
    name: 'headings that say the same in other words',
    rows: form(
      `${NAMES}|偏差原因|指标名称|目标值|完成值|分值|得分|原因分析`,
      withReasons(ROWS),
      '总分|||||||||100|98.95|',
    ),
    faults: FAULTS,
  },
  {
    name: 'a sum below each part and one of both',
    rows: form(
      `${NAMES}|偏差原因|${NAMES}|偏差原因`,
      `${withReasons(ROWS)}\n合计|||50|48.95||合计|||50|50`,
      '总分|||100|98.95',
    ),
    faults: FAULTS,
  },
  {
    name: 'a sum below each part and none of both',
    rows: form(`${NAMES}|偏差原因|${NAMES}|偏差原因`, withReasons(ROWS), '合计|||50|48.95||合计|||50|50'),
    faults: FAULTS.slice(0, 2),
  },
  {
    name: 'rows numbered once, at the left',
    rows: form(
      `序号|${NAMES}|${NAMES}`,
      ROWS.split('\n')
        .map((row, at) => `${at + 1}|${row}`)
        .join('\n'),
      '总分|||||||||100|98.95',
    ),
    faults: FAULTS,
  },
  {
    name: 'remarks once, at the right',
    rows: form(`${NAMES}|${NAMES}|备注`, ROWS.replace(/$/gm, '|'), '总分||||||||100|98.95|'),
    faults: FAULTS,
  },
  {
    name: 'an empty column within one part',
    rows: form(`${NAMES}|${NAMES}`, ROWS, '总分||||||||100|98.95').replace(/^([^|\n]+)\|/gm, '$1||'),
    faults: FAULTS,
  },
];

describeWhole(WHOLE);

/** Another table beside a form, from a row on, behind an empty column. */
const OTHER = ['科室|人数|经费', '办公室|12|34.5', '财务科|5|20', '合计|17|54.5'];
const ALONE = `项目支出绩效自评表
（2023年度）
三级指标|年度指标值|实际完成值|分值|得分|偏差原因
培训人次|≥200人次|210人次|30|30|
培训期数|≥5期|4期|20|16|场地不足，少办1期；下一步提前落实场地。
知晓率|≥80%|92%|30|30|
满意度|≥90%|95%|20|20|
总分|||100|96|`;

const besides = (rows: string, other: readonly string[], from: number) =>
  rows
    .split('\n')
    .map((row, at) => {
      const own = row.split('|');
      return [...own, ...Array<string>(7 - own.length).fill(''), other[at - from] ?? ''].join('|');
    })
    .join('\n');

describeWhole(
  [0, 1, 2, 3, 4].map((from) => ({
    name: `another table beside a form from row ${from + 1} on`,
    rows: besides(ALONE, OTHER, from),
    faults: [
      ['4期|20|16', '4期|20|20', 'score-by-rule'],
      ['100|96', '100|98', 'total-sum'],
    ],
  })),
);

test('reasons behind an empty column are of the form', () => {
  const rows = ALONE.replace('得分|偏差原因', '得分||偏差原因')
    .replace('16|', '16||')
    .replaceAll(/\|(30|20|96)\|\n/g, '|$1||\n');
  expect(loud(rows)).toEqual([]);
});

test('two forms side by side without totals, each below its title, are two', () => {
  const untotalled = ALONE.split('\n').slice(0, -1);
  const rows = besides(untotalled.join('\n'), untotalled, 0);
  expect(review(sheetOf(rows)).forms).toHaveLength(2);
  expect(loud(rows)).toEqual([]);
});

test('two forms side by side, each of which weighs a hundred, are two', () => {
  const rows = form(
    `${NAMES}|${NAMES}`,
    `培训人次|≥200人次|210人次|60|60|培训人次|≥100人次|110人次|60|60
满意度|≥90%|95%|40|40|满意度|≥90%|95%|40|40`,
    '总分|||100|100|总分|||100|100',
  );
  expect(review(sheetOf(rows)).forms).toHaveLength(2);
});

const HEADING = '二级指标|指标事项|年度指标值|实际完成值|分值|得分';
const WIDTH = HEADING.split('|').length;
const across = (text: string) => text + '|<'.repeat(WIDTH - 1);
const wide = (text: string) => text + '|'.repeat(WIDTH - 1);
/** A form whose heading is printed again in each block, below it its class over the whole width. */
const inBlocks = (first: string, ...project: readonly string[]) => [
  across('项目支出绩效自评表'),
  ...project,
  HEADING,
  across('产出指标'),
  `数量指标|${first}|≥200人次|210人次|60|60`,
  HEADING,
  across('效益指标'),
  '社会效益指标|知晓率|≥80%|92%|40|40',
  `总分||||100|100`,
];

test.each([
  ['with their rows on the same height', ['项目名称|甲||||'], ['项目名称|乙||||']],
  ['with the second one row lower', ['项目名称|甲||||'], ['项目名称|乙||||', '主管部门|丙||||']],
  ['with the first one row lower', ['项目名称|甲||||', '主管部门|丙||||'], ['项目名称|乙||||']],
])('two forms with classes over their whole width, %s, are two', (_, one, other) => {
  const [left, right] = [inBlocks('培训人次', ...one), inBlocks('讲座人次', ...other)];
  const rows = Array.from(left.length > right.length ? left : right, (__, at) =>
    [left[at] ?? wide(''), right[at] ?? wide('')].join('||'),
  );
  const { forms } = review(sheetOf(rows.join('\n')));
  expect(forms.map(({ form: { indicators } }) => indicators.map(({ name }) => name.value))).toEqual([
    ['培训人次', '知晓率'],
    ['讲座人次', '知晓率'],
  ]);
});
