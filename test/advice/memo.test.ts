import { cellsOfRow, linesOfText, memoFor, memoLines, memoText, titleLines } from '../../src/advice/memo';
import type { FormRecord } from '../../src/advice/record';
import type { Finding } from '../../src/checks/finding';
import { placed, received } from '../support/received';

/** The memo on forms that have one finding each, or what is given. */
function memoOn(...changes: readonly Partial<FormRecord>[]) {
  const memo = memoFor(changes.map((change, at) => received({ findings: [placed()], ...change }, `${at + 1}.xlsx`)));
  if (memo === null) throw new Error('no memo');
  return memo;
}

function rowOn(change: Partial<Finding>, where: Partial<ReturnType<typeof placed>> = {}) {
  const asked = { ...placed({ message: '二', ...change }), ...where };
  const memo = memoFor([received({ findings: [placed({ message: '一' }), asked] })], { questions: true });
  const row = memo?.forms[0]?.rows[1];
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('a row of the table', () => {
  const cell = { row: 6, column: 6 };

  test('says which cell, what stands there, what should, and the arithmetic, with the item named once and in full', () => {
    expect(
      rowOn({
        expected: '2.93',
        found: '2.66',
        message: '“培训人次”按规则应得 2.93 分，表内 2.66 分，请改正得分。',
        arithmetic: '94.07 ÷ 95 × 2.96 = 2.93，表内 2.66',
      }),
    ).toEqual({
      cell: 'G7',
      stated: '2.66',
      expected: '2.93',
      words: '培训人次：按规则应得 2.93 分，表内 2.66 分，请改正得分。算式：94.07 ÷ 95 × 2.96 = 2.93。',
    });
  });

  test.each<[string, Partial<Finding>, string]>([
    ['a fault that asks for nothing', {}, '培训人次：二。请核实并修改或说明。'],
    ['a question', { severity: 'info' }, '培训人次：二。请予说明。'],
    ['what asks by itself', { message: '请写明计算过程' }, '培训人次：请写明计算过程。'],
    ['a proposal', { severity: 'info', message: '建议全表统一' }, '培训人次：建议全表统一。'],
  ])('asks for what is to be done: %s', (_, change, words) => expect(rowOn(change).words).toBe(words));

  test('gives what a fix would enter, and leaves out what is too long for a cell', () => {
    const fix = { cell, before: '1', after: 2, label: '改为 2' };
    expect(rowOn({ fix })).toMatchObject({ expected: '2' });
    expect(rowOn({ found: '长'.repeat(50), expected: '短' })).toMatchObject({ stated: '', expected: '短' });
  });

  test('what stands at no item is named by its place, the total by its cell', () => {
    expect(rowOn({}, { item: '', place: '产出指标 › 数量指标' }).words).toMatch(/^产出指标—数量指标：二/);
    for (const place of ['总分', '指标']) expect(rowOn({}, { item: '', place }).words).toMatch(/^二/);
  });

  test('names an item once, without the full stop behind it', () => {
    const message = '“培训人次”、“合格率”得满分，请确认';
    expect(rowOn({ message }).words).toBe('“培训人次”、“合格率”得满分，请确认。');
    expect(rowOn({}, { item: '落实补助。' }).words).toMatch(/^落实补助：二/);
  });

  test('writes out the names that the pane cuts, where only one item begins so', () => {
    const long = '全市基层公共服务设施维护和管理人员培训覆盖情况';
    const other = '全市基层公共服务设施维护经费';
    const words = (message: string, where = {}) => {
      const [item] = received().form.items;
      if (item === undefined) throw new Error('no item');
      const items = [long, other].map((name) => ({ ...item, name, path: [`各级${long}指标`] }));
      const asked = { ...placed({ message }), ...where };
      return memoFor([received({ items, findings: [asked] })])?.forms[0]?.rows[0]?.words ?? '';
    };
    expect(words(`与“${long.slice(0, 16)}…”重复`)).toContain(`与“${long}”重复`);
    expect(words(`与“${other.slice(0, 10)}…”重复`)).toContain(`与“${other.slice(0, 10)}…”重复`);
    expect(words('甲', { item: '', place: `产出 › 各级${long}…` })).toMatch(new RegExp(`^产出—各级${long}指标：甲`));
  });

  test('few cells are named, many are counted', () => {
    const related = Array.from({ length: 8 }, (_, at) => ({ row: 7 + at, column: 6 }));
    expect(rowOn({ related: related.slice(0, 2) }).cell).toBe('G7、G8、G9');
    expect(rowOn({ related }).cell).toBe('G7 等 9 格');
  });

  test('keeps its four cells whatever signs stand in them', () => {
    const memo = memoOn({ findings: [placed({ found: '1｜2', message: '甲｜乙' })] });
    const rows = linesOfText(memoText(memo)).filter(({ kind }) => kind === 'row');
    expect(rows.map(({ text }) => cellsOfRow(text).length)).toEqual([4, 4]);
    expect(cellsOfRow(`${rows[1]?.text ?? ''}｜补充`).at(-1)).toMatch(/｜补充$/);
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

  test('says what should stand there only where that follows from the sheet', () => {
    const figures = { expected: '100', found: '90' };
    const fix = { label: '改为 100', cell: { row: 6, column: 6 }, before: '90', after: 100 };
    const findings = [
      placed({ severity: 'error', ...figures }),
      placed({ severity: 'warning', ...figures, fix }),
      placed({ severity: 'warning', ...figures }),
      placed({ severity: 'info', ...figures }),
    ];
    const [form] = memoFor([received({ findings })], { questions: true })?.forms ?? [];
    expect(form?.rows.map(({ stated, expected }) => [stated, expected])).toEqual([
      ['90', '100'],
      ['90', '100'],
      ['90', ''],
      ['90', ''],
    ]);
  });

  test('counts questions where they are put', () => {
    const findings = [placed({ severity: 'warning', message: '一' }), placed({ severity: 'info', message: '二' })];
    const form = received({ findings, stated: null, sumOfStated: null, recomputed: null });
    expect(memoFor([form], { questions: true })?.forms[0]?.overview).toBe('经核查，缺项或前后矛盾 1 处，需说明 1 处。');
  });
});

describe('the heading', () => {
  test.each<[string, Partial<FormRecord>[], string, string]>([
    [
      'one form',
      [{ organisation: '水利局', year: 2023 }],
      '关于水利局2023年度项目支出绩效自评表的退回修改意见',
      '水利局：',
    ],
    [
      'without a year',
      [{ organisation: '水利局', year: null }],
      '关于水利局项目支出绩效自评表的退回修改意见',
      '水利局：',
    ],
    [
      'without a unit',
      [{ organisation: '', year: 2023 }],
      '关于2023年度项目支出绩效自评表的退回修改意见',
      '（单位名称）：',
    ],
    [
      'one unit, two forms',
      [{ organisation: '水利局' }, { organisation: '水利局' }],
      '关于水利局2023年度绩效自评表的退回修改意见',
      '水利局：',
    ],
    [
      'two units, two years',
      [
        { organisation: '水利局', year: 2022 },
        { organisation: '教育局', year: 2023 },
      ],
      '关于绩效自评表的退回修改意见',
      '各有关单位：',
    ],
  ])('%s', (_, forms, title, addressee) => expect(memoOn(...forms)).toMatchObject({ title, addressee }));
});

test('of several forms each is a numbered part, and is so again after the editor', () => {
  const memo = memoOn({ organisation: '水利局' }, { organisation: '教育局', year: null });
  const headings = memoLines(memo).filter(({ kind }) => kind === 'heading1');
  expect(headings.map(({ text }) => text)).toEqual([
    '一、水利局2023年度项目支出绩效自评表（1.xlsx）',
    '二、教育局项目支出绩效自评表（2.xlsx）',
  ]);
  expect(memo.opening).toContain('其中 2 份需要修改和说明');
  expect(memoText(memo)).not.toContain('三、有关要求');
  expect(linesOfText(memoText(memo))).toEqual(memoLines(memo).map(({ kind, text }) => ({ kind, text: text.trim() })));
});

describe('files', () => {
  const back = (file: string, organisation = '水利局') =>
    received({ findings: [placed()], organisation }, `2023年 收到/${file}`);
  const headings = (...files: ReturnType<typeof back>[]) => memoFor(files)?.forms.map(({ heading }) => heading);

  test('are called without the folder, unless two have one name', () => {
    expect(headings(back('第一批/甲.xlsx'))).toEqual(['水利局2023年度项目支出绩效自评表（甲.xlsx）']);
    expect(headings(back('一/甲.xlsx'), back('二/甲.xlsx'))).toEqual([
      '水利局2023年度项目支出绩效自评表（一/甲.xlsx）',
      '水利局2023年度项目支出绩效自评表（二/甲.xlsx）',
    ]);
  });

  test('of one unit are its own', () => {
    expect(memoFor([back('甲.xlsx'), back('乙.xlsx')])?.opening).toMatch(/^你单位报送的.*其中 2 份/);
    expect(memoFor([back('甲.xlsx'), back('乙.xlsx', '教育局')])?.opening).toMatch(/^各单位报送的/);
  });

  test('that could not be read are asked for again', () => {
    const unread = [{ file: '2023年 收到/信访局.xlsx', reason: '文件设有打开密码，无法读取，请取消密码', read: false }];
    const memo = memoFor([back('甲.xlsx')], { unread });
    expect(memo).toMatchObject({ addressee: '各有关单位：', title: '关于2023年度绩效自评表的退回修改意见' });
    const lines = memo === null ? [] : memoLines(memo).map(({ text }) => text);
    const at = lines.indexOf('二、以下文件读不出，请重新报送');
    expect(lines[at + 1]).toBe('信访局.xlsx：文件设有打开密码，无法读取。');
  });
});

describe('the lines of the title end between words', () => {
  test.each([
    [['关于水利局绩效自评表的退回修改意见']],
    [['关于2021年度部门整体支出', '绩效自评表的退回修改意见']],
    [['关于广州市政务服务数据管理局2021年度', '部门整体支出绩效自评表的退回修改意见']],
    // Words that are longer than a line are left to the program that sets it.
    [[`关于${'某'.repeat(30)}局2021年度项目支出绩效自评表的退回修改意见`]],
    [['由人改成的别的标题，没有这些词，也长得一行放不下，照原样放']],
  ])('%j', (lines) => {
    expect(titleLines(lines.join(''))).toEqual(lines);
  });
});
