import { doubtsAmong, differenceOf } from '../../src/advice/batch';
import { reportSheet } from '../../src/advice/report';
import { linesOf, type ReportSheet } from '../../src/advice/reportSheet';
import { gradesOf, summarySheets } from '../../src/advice/summary';
import { placed, received, recordIn } from '../support/received';
import { trainingIn } from '../fixtures/training';

/** The texts of a page, row by row. */
function textsOf(page: ReportSheet | undefined): string[] {
  return (page?.rows ?? []).map(({ cells }) => cells.filter((cell) => cell !== null && cell !== '').join('|'));
}

describe('the difference of a form', () => {
  test.each([
    ['94.65', '94.35', '0.3'],
    [null, '94.35', undefined],
    ['94.65', null, undefined],
  ])('stated %s, recomputed %s: %s', (stated, recomputed, difference) => {
    expect(differenceOf({ ...received().form, stated, recomputed })?.toString()).toBe(difference);
  });
});

describe('the summary', () => {
  const page = (...forms: Parameters<typeof summarySheets>[0]) => summarySheets(forms, [], '2024年1月5日')[0];

  test('has a row for each form; what is not known is left empty, a unit without a name is said', () => {
    const row = textsOf(
      page(received({ organisation: '', stated: '99', recomputed: null, grade: '', regraded: false })),
    )[4];
    expect(row).toMatch(/^1\|（表内没有写明）\|项目支出绩效自评表\|2023\|99\|100\|0\|0\|通过\|/);
  });

  test('names the project beside the unit', () => {
    expect(textsOf(page(received({ organisation: '水利局', project: '防汛经费' })))[4]).toMatch(
      /^1\|水利局\|防汛经费\|/,
    );
  });

  test('draws the largest differences first, with the file where no unit is named', () => {
    const drawn = page(
      received({ organisation: '水利局', stated: '101' }),
      received({ organisation: '', stated: '97' }, '无名.xlsx'),
      received({ organisation: '教育局' }),
    );
    expect(drawn?.charts.map(({ title }) => title)).toEqual(['自评与复算相差最大的单位（分）', '等级分布（份）']);
    const beside = (drawn?.rows ?? []).slice(3, 6).map(({ cells }) => cells.slice(16, 18));
    expect(beside).toEqual([
      ['单位', '差'],
      ['无名.xlsx', -3],
      ['水利局', 1],
    ]);
  });

  test('draws no differences where there are none', () => {
    expect(page(received())?.charts.map(({ title, at }) => [title, at.row])).toEqual([['等级分布（份）', 3]]);
  });

  test('has no colours for an empty list', () => {
    expect(page()?.highlights).toEqual([]);
    expect(page()?.filter?.rowCount).toBe(1);
  });

  test('counts grades in their order, unknown ones after them', () => {
    const forms = [received(), received({ grade: '' }), received({ grade: '合格' }), received({ grade: '' })];
    expect(gradesOf(forms).map(({ grade, count }) => `${grade}${count}`)).toEqual([
      '优1',
      '良0',
      '中0',
      '差0',
      '未定2',
      '合格1',
    ]);
  });

  test('says how many files there are, and names them without the folder that all lie in', () => {
    const [sheet, list] = summarySheets(
      [
        received(
          { findings: [placed({ arithmetic: '10 + 50 = 60，表内 58', found: '58', expected: '60' })] },
          '收到/一/甲.xlsx',
        ),
      ],
      [
        { file: '收到/乙.pdf', reason: '', read: false },
        { file: '收到/丙.xlsx', reason: '', read: true, unused: true },
      ],
      '',
    );
    expect(sheet?.rows[1]?.cells).toEqual([
      '共 3 个文件，核查 1 份自评表：要退回 1 份，通过 0 份；不用 1 份；1 个文件没有核查成。',
    ]);
    expect(sheet?.rows.slice(4, 7).map(({ cells }) => [cells[12], cells[14]])).toEqual([
      ['退回', '一/甲.xlsx'],
      ['读不了', '乙.pdf'],
      ['不用', '丙.xlsx'],
    ]);
    expect(list?.rows.at(-1)?.cells.slice(8, 11)).toEqual(['58', '60', '10 + 50 = 60']);
  });

  test('lists what should stand in a cell only where that follows from the sheet', () => {
    const figures = { expected: '100', found: '90' };
    const findings = [placed({ severity: 'error', ...figures }), placed({ severity: 'info', ...figures })];
    const [, list] = summarySheets([received({ findings })], [], '');
    expect(list?.rows.slice(-2).map(({ cells }) => cells.slice(8, 10))).toEqual([
      ['90', '100'],
      ['90', ''],
    ]);
  });

  test('asks to confirm what is in doubt', () => {
    const form = { organisation: '水利局' };
    const twice = [received({ ...form, contents: 1 }, '一.xlsx'), received({ ...form, contents: 2 }, '二.xlsx')];
    const cells = (page(...twice)?.rows ?? []).map((row) => row.cells[0]);
    expect(cells).toContain('请确认');
    expect(cells.at(-1)).toBe('“水利局” 2023 年度的自评表收到 2 份：“一.xlsx”、“二.xlsx”，请确认以哪份为准。');
  });

  test('lists all findings, with the reason of what was set aside; of very many the first', () => {
    const one = { ...received({ findings: [placed({}, '甲')] }), aside: new Map([['甲', '已核实']]) };
    const [, list] = summarySheets([one], [], '');
    expect(textsOf(list)[3]).toMatch(/\|自评表\|错误\|G7\|产出指标 › 数量指标\|得分不符\|.*\|已核实$/);
    const many = received({ findings: Array.from({ length: 20_001 }, (_, at) => placed({}, String(at))) });
    const [, long] = summarySheets([many], [], '');
    expect(textsOf(long)[1]).toBe('共 20001 条，列出前 20000 条。');
    expect(long?.rows).toHaveLength(20_003);
  });

  test('a long text that was found is cut in the list', () => {
    const [, list] = summarySheets([received({ findings: [placed({ found: '长'.repeat(200) })] })], [], '');
    expect(textsOf(list)[3]).toContain(`|${'长'.repeat(60)}…`);
  });
});

describe('what is in doubt', () => {
  const sentences = (...forms: Parameters<typeof doubtsAmong>[0]) => doubtsAmong(forms).map(({ sentence }) => sentence);

  test('forms without a unit are never taken for one department’s', () => {
    expect(sentences(received({ organisation: '' }), received({ organisation: '' }))).toEqual([]);
  });

  test.each([
    [['收到/一.xlsx', '收到/甲/二.xlsx'], '“一.xlsx”、“二.xlsx”'],
    [['收到/甲/表.xlsx', '收到/乙/表.xlsx'], '“甲/表.xlsx”、“乙/表.xlsx”'],
  ])('files are called without their folders where that tells them apart: %s', (files, called) => {
    const forms = files.map((file) => received({ organisation: '水利局', year: null }, file));
    expect(sentences(...forms)).toEqual([`“水利局”的自评表收到 2 份：${called}，内容相同。`]);
  });

  test('without a year the sentence names none; in one file it names the file', () => {
    const forms = [received({ organisation: '水利局', year: null }), received({ organisation: '水利局', year: null })];
    expect(sentences(...forms)).toEqual(['“水利局”的自评表收到 2 份：同一文件 “来文.xlsx”，内容相同。']);
  });

  test('of many files the first four are named, and how many there are', () => {
    const forms = ['一', '二', '三', '四', '五'].map((name) => received({ organisation: '水利局' }, name));
    expect(sentences(...forms)[0]).toContain('收到 5 份：“一”、“二”、“三”、“四” 等 5 个，');
  });
});

describe('a text over several lines', () => {
  test.each([
    ['', 4, []],
    ['一二三', 4, ['一二', '三']],
    ['abcd，e', 4, ['abcd，', 'e']],
  ])('%s in %i', (text, width, lines) => expect(linesOf(text, width)).toEqual(lines));
});

describe('the report of one form', () => {
  test('has scores, findings with links, what was set aside and why, and what was not checked', () => {
    const sum = { arithmetic: '1 + 1 = 2', expected: '2', found: '3' };
    const findings = [
      placed(sum, '甲'),
      placed({ ...sum, severity: 'info', title: '“甲项”请核对', message: '“甲项”为 3。' }, '丙'),
      placed({ message: '另一处。' }, '乙'),
    ];
    const one = received({ findings, unchecked: ['总分一格没有数字，没有核对总分。'] });
    const page = reportSheet({ ...one, aside: new Map([['乙', '已与单位核实']]) }, [], '2024年1月5日');
    const texts = textsOf(page);
    expect(texts).toEqual(expect.arrayContaining(['一、得分情况', '总分一格没有数字，没有核对总分。']));
    expect(texts).toContain('单位|某市某局');
    expect(texts).toContain('2|2|50|产出指标|一致|50|50');
    const place = 'G7|产出指标 › 数量指标';
    expect(texts).toContain(`1|错误|${place}|得分不符\n得分与完成值不符。\n算式：1 + 1 = 2|2|3`);
    // Nobody knows what should stand there, and its item is named once.
    expect(texts).toContain(`2|提示|${place}|“甲项”请核对\n为 3。\n算式：1 + 1 = 2|3`);
    expect(texts.find((text) => text.includes('另一处'))).toMatch(/已与单位核实$/);
    expect(page.links.map(({ target }) => target)).toEqual(findings.map(() => ({ row: 6, column: 6 })));
    expect(page.rows[page.print.headRow ?? 0]?.cells.at(-1)).toBe('理由');
  });

  test('tells the reason also of what an earlier version set aside, under a key of its own', () => {
    const one = placed({}, '丙');
    const aside = new Map([[one.formerKey, '按本地办法']]);
    const texts = textsOf(reportSheet({ ...received({ findings: [one] }), aside }, [], ''));
    expect(texts).toContainEqual(expect.stringMatching(/^1\|错误\|.*\|按本地办法$/s));
    expect(texts).toContain('发现|错误 0 处，提醒 0 处，提示 0 处；不处理 1 处');
  });

  test('lists of a form of very many figures only those that do not agree', () => {
    const line = { cell: { row: 1, column: 1 }, what: '得分', value: '5', how: '5 ≤ 5' };
    const ledger = Array.from({ length: 6000 }, (_, at) => ({
      ...line,
      verdict: at % 1000 === 0 ? ('differs' as const) : ('agrees' as const),
    }));
    const texts = textsOf(reportSheet(received(), ledger, ''));
    expect(texts).toContain('共 6000 个数字，这里只列不符、待核实和无从核对的 6 个。');
    expect(texts.filter((text) => text.includes('✗ 不符'))).toHaveLength(6);
    expect(texts.filter((text) => text.includes('✓ 相符'))).toEqual([]);
  });

  test('of a form in order says that nothing was found and everything was checked', () => {
    const page = reportSheet(received({ unchecked: [] }), [], '');
    expect(textsOf(page).filter((text) => text === '无。')).toHaveLength(3);
    expect(page.links).toEqual([]);
  });

  test('says what the form does not name, and shows no scores where it has none', () => {
    const form = { ...recordIn(trainingIn('L10')), title: '', organisation: '', year: null };
    const texts = textsOf(reportSheet(received(form), [], ''));
    expect(texts).toEqual(expect.arrayContaining(['单位|表内没有写明', '年度|表内没有写明', form.kind]));
    expect(texts).toContain('总分|自评 无，各项之和 无，按规则复算 无');
    expect(texts).not.toContain('一、得分情况');
  });

  test('leaves out a score that is nowhere, and puts indicators without headings under their own', () => {
    const items = received().form.items.map((item) => ({ ...item, path: [], stated: null }));
    const texts = textsOf(reportSheet(received({ items, sumOfStated: null }), [], ''));
    expect(texts).toContain('1|5|100|指标|无从比较|100');
    expect(texts).toContain('5|合计|无从比较|无|100');
  });
});

describe('the page of what is wrong in many forms', () => {
  const wrong = (points: string | null) => [{ ...placed(), points }];
  const pageOf = (...forms: Parameters<typeof summarySheets>[0]) => summarySheets(forms, [], '')[2];

  test('counts forms, places and points by type, the most frequent first, with a chart', () => {
    const missing = placed({ check: 'missing-reason', severity: 'warning', title: '扣分未写原因', message: '没有写' });
    const page = pageOf(
      received({ findings: [...wrong('0.27'), missing] }),
      received({ findings: wrong('1.5') }),
      received({ findings: [] }),
    );
    expect(textsOf(page).slice(2)).toEqual([
      '问题类型|份数|占全部|处数|涉及分数',
      expect.stringMatching(/^得分不符\|2\|0\.66\d*\|2\|1\.77$/),
      expect.stringMatching(/^扣分未写原因\|1\|0\.33\d*\|1\|0$/),
    ]);
    expect(page?.charts).toHaveLength(1);
  });

  test('leaves out questions and what was set aside', () => {
    const question = placed({ severity: 'info' }, 'a');
    const aside = { ...received({ findings: [placed({}, 'b'), question] }), aside: new Map([['b', '已核实']]) };
    expect(textsOf(pageOf(aside))).toHaveLength(3);
    expect(pageOf(aside)?.charts).toEqual([]);
  });
});
