import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import { hiddenAt, type HiddenLines } from '../../src/sheet/snapshot';
import { sheetOf } from '../fixtures/corpus/read';
import { sheet } from '../support/sheet';

const FORM = `
项目支出绩效自评表|<|<|<|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|培训人次|≥200人次|210人次|40|40|
产出指标|质量指标|培训合格率|≥95%|96%|30|30|
效益指标|社会效益指标|政策知晓率|≥80%|85%|10|10|
满意度指标|服务对象满意度|学员满意度|≥90%|91%|20|20|
总分|||||100|100|
`;

const none: HiddenLines = { rows: [], columns: [] };
const saidOf = (rows: string, hidden: Partial<HiddenLines>) =>
  review({ ...sheetOf(rows), hidden: { ...none, ...hidden } }).forms.flatMap(({ findings }) =>
    findings.map(({ severity, cell, message }) => `${severity} ${formatAddress(cell)} ${message}`),
  );

describe('hidden rows', () => {
  test('a hidden item counts, as in SUM', () => {
    expect(saidOf(FORM, { rows: [3] })).toEqual([]);
  });

  test('a finding on a hidden row says where it stands', () => {
    const [said, ...others] = saidOf(FORM.replace('96%|30|30|', '96%|30|35|'), { rows: [3] });
    expect(others).toEqual([]);
    expect(said).toMatch(/^error G4 .*；该单元格在隐藏行。/);
  });

  test('a finding on a row that is seen says which hidden cells take part', () => {
    const rows = FORM.replace('总分|||||100|100|', '总分|||||100|75|');
    const said = saidOf(rows, { rows: [3] });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^error G7 .*；其中G4在隐藏行。/);
    expect(saidOf(rows, { rows: [9] })[0]).not.toContain('隐藏');
  });

  test('where many are hidden, how many', () => {
    const rows = `${FORM.replace('总分|||||100|100|', '')}总分|||||100|55|`.replace(
      /满意度指标.*\n/,
      ['甲', '乙'].map((name) => `满意度指标|服务对象满意度|${name}满意度|≥90%|91%|10|10|\n`).join(''),
    );
    expect(saidOf(rows, { rows: [2, 3, 4, 5, 6] }).join()).toContain('；其中5格在隐藏行列。');
  });

  test.each([
    ['above', '总分|||||100|97|\n总分|||||100|100|', 6],
    ['below', '总分|||||100|100|\n总分|||||100|97|', 7],
  ])('a hidden total %s one that is seen gives way to it', (_, totals, hiddenRow) => {
    const rows = FORM.replace('总分|||||100|100|', totals);
    expect(saidOf(rows, { rows: [hiddenRow] })).toEqual([]);
    expect(saidOf(rows.replace('|100|100|', '|100|98|'), { rows: [hiddenRow] })).toHaveLength(1);
  });

  test('the only total counts, hidden or not', () => {
    expect(saidOf(FORM.replace('100|100|', '100|97|'), { rows: [6] })).toEqual([
      expect.stringMatching(/^error G7 .*；该单元格在隐藏行。/),
    ]);
  });

  test('a hidden total above the table is none of this year', () => {
    const rows = FORM.replace('\n一级指标', '\n自评总分|97|||||||\n一级指标');
    expect(saidOf(rows, { rows: [1] })).toEqual([]);
    expect(saidOf(rows, {})).toHaveLength(1);
  });
});

describe('hidden columns', () => {
  const twice = (rows: string) =>
    rows
      .trim()
      .split('\n')
      .map((line) => {
        const cells = line.split('|');
        const score = line.startsWith('一级') ? '得分' : String(Number(cells[6]) - 3);
        return line.startsWith('项目') ? `${line}|<` : [...cells.slice(0, 6), score, ...cells.slice(6)].join('|');
      })
      .join('\n');

  test('a copy of the scores of last year gives way to those that are seen', () => {
    expect(saidOf(twice(FORM), { columns: [6] })).toEqual([]);
    const [said] = saidOf(twice(FORM.replace('96%|30|30|', '96%|30|35|')), { columns: [6] });
    expect(said).toMatch(/^error H4 /);
    expect(said).not.toContain('隐藏');
  });

  test('the only column of its kind is read, hidden or not, and its findings say so', () => {
    expect(saidOf(FORM, { columns: [5, 6] })).toEqual([]);
    const [said] = saidOf(FORM.replace('96%|30|30|', '96%|30|35|'), { columns: [6] });
    expect(said).toMatch(/^error G4 .*；该单元格在隐藏列。/);
  });
});

test('what is merged is seen by any of its cells', () => {
  const snapshot = {
    ...sheet(
      [
        ['a', 'b'],
        [null, 'c'],
      ],
      { merges: ['A1:A2'] },
    ),
    hidden: { rows: [0], columns: [1] },
  };
  const at = (row: number, column: number) => hiddenAt(snapshot, { row, column });
  expect([at(0, 0), at(0, 1), at(1, 1), at(1, 0)]).toEqual([null, '隐藏行', '隐藏列', null]);
});
