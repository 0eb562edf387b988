import { linesOfText, memoFor, memoLines, memoText } from '../../src/advice/memo';
import type { FormRecord } from '../../src/advice/record';
import type { Finding } from '../../src/checks/finding';
import { placed, received } from '../support/received';

/** The memo on forms that have one finding each, or what is given. */
function memoOn(...changes: readonly Partial<FormRecord>[]) {
  const memo = memoFor(changes.map((change, at) => received({ findings: [placed()], ...change }, `${at + 1}.xlsx`)));
  if (memo === null) throw new Error('no memo');
  return memo;
}

function linesOn(change: Partial<Finding>) {
  const memo = memoFor([received({ findings: [placed({ message: '一' }), placed(change)] })], { questions: true });
  return memo?.forms[0]?.sections[0]?.items[1]?.lines ?? [];
}

describe('what is asked for', () => {
  const cell = { row: 6, column: 7 };
  test.each<[string, Partial<Finding>, string]>([
    [
      'a figure to be put right',
      { fix: { cell, before: '1', after: 2, label: '改为 2' } },
      '请核实，无误后将 H7 改为 2。',
    ],
    ['a text that is missing', { suggestions: [{ cell, label: '未达标原因', text: '' }] }, '请在 H7 补充未达标原因。'],
    ['a fault without a fix', {}, '请核实并修改或说明。'],
    ['a question', { severity: 'info' }, '请予说明。'],
    ['what asks by itself', { message: '请写明计算过程' }, '核查情况：请写明计算过程。'],
  ])('%s', (_, change, last) => expect(linesOn({ message: '二', ...change }).at(-1)).toBe(last));

  test('at most seven cells are named, and how many there are', () => {
    const related = Array.from({ length: 8 }, (_, at) => ({ row: 7 + at, column: 6 }));
    expect(linesOn({ message: '二', related })[0]).toBe('单元格：G7、G8、G9、G10、G11、G12、G13 等 9 格');
  });
});

describe('the overview', () => {
  const overview = (change: Partial<FormRecord>) => memoOn(change).forms[0]?.overview;
  test('names the totals that there are', () => {
    const findings = [placed({ message: '一' }), placed({ severity: 'warning', message: '二' })];
    expect(overview({ findings, stated: '99', sumOfStated: '98', recomputed: '97' })).toBe(
      '自评总分 99 分，各项得分合计 98 分，按评分规则复算 97 分。经核查，计算或规则不符 1 处，缺项或前后矛盾 1 处。',
    );
    expect(overview({ stated: null, sumOfStated: null, recomputed: null })).toBe('经核查，计算或规则不符 1 处。');
  });

  test('counts questions where they are put', () => {
    const findings = [placed({ severity: 'warning', message: '一' }), placed({ severity: 'info', message: '二' })];
    const form = received({ findings, stated: null, sumOfStated: null, recomputed: null });
    expect(memoFor([form], { questions: true })?.forms[0]?.overview).toBe('经核查，缺项或前后矛盾 1 处，需说明 1 处。');
  });
});

describe('the heading', () => {
  test.each<[string, Partial<FormRecord>[], string, string]>([
    ['one form', [{ unit: '水利局', year: 2023 }], '关于水利局2023年度项目支出绩效自评表的退回修改意见', '水利局：'],
    ['without a year', [{ unit: '水利局', year: null }], '关于水利局项目支出绩效自评表的退回修改意见', '水利局：'],
    ['without a unit', [{ unit: '', year: 2023 }], '关于2023年度项目支出绩效自评表的退回修改意见', '各有关单位：'],
    [
      'one unit, two forms',
      [{ unit: '水利局' }, { unit: '水利局' }],
      '关于水利局2023年度绩效自评表的退回修改意见',
      '水利局：',
    ],
    [
      'two units, two years',
      [
        { unit: '水利局', year: 2022 },
        { unit: '教育局', year: 2023 },
      ],
      '关于绩效自评表的退回修改意见',
      '各有关单位：',
    ],
  ])('%s', (_, forms, title, addressee) => expect(memoOn(...forms)).toMatchObject({ title, addressee }));
});

test('of several forms each is a numbered part, and is so again after the editor', () => {
  const memo = memoOn({ unit: '水利局' }, { unit: '教育局', year: null });
  const headings = memoLines(memo).filter(({ kind }) => kind === 'heading1');
  expect(headings.map(({ text }) => text)).toEqual([
    '一、水利局2023年度项目支出绩效自评表（1.xlsx）',
    '二、教育局项目支出绩效自评表（2.xlsx）',
  ]);
  expect(memo.opening).toContain('其中 2 份需要修改和说明');
  expect(memoText(memo)).not.toContain('三、有关要求');
  expect(linesOfText(memoText(memo))).toEqual(memoLines(memo).map(({ kind, text }) => ({ kind, text: text.trim() })));
});
