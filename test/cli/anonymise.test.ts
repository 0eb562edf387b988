import { anonymised } from '../../src/cli/anonymise/anonymise';
import { disguiser } from '../../src/cli/anonymise/disguise';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { workbookFile, type FixtureSheet } from '../support/workbook';

function fixture({ name, values, merges }: SheetSnapshot): FixtureSheet {
  const areas = merges.map(({ row, column, rowCount, columnCount }) =>
    [
      { row, column },
      { row: row + rowCount - 1, column: column + columnCount - 1 },
    ]
      .map(formatAddress)
      .join(':'),
  );
  return { name, rows: values, merges: areas };
}

function copyOf(sheets: readonly FixtureSheet[]) {
  const bytes = workbookFile(sheets);
  const copy = anonymised(bytes, '表.xlsx', 'salt');
  const read = (from: Uint8Array) => readWorkbook(from, '表.xlsx').sheets.map(({ snapshot }) => snapshot);
  return { ...copy, before: read(bytes), after: read(copy.bytes) };
}

/** What officers and developers talk about: where what is found, without words. */
const found = (snapshot: SheetSnapshot) =>
  review(snapshot).forms.flatMap(({ findings }) =>
    findings.map(({ check, messageId, cell, related }) => [check, messageId, ...[cell, ...related].map(formatAddress)]),
  );

const numbers = ({ values }: SheetSnapshot) => values.flat().filter((value) => typeof value === 'number');

describe('an anonymous copy', () => {
  const wrong = sheetOf((FORMS_IN_ORDER[0]?.rows ?? '').replace('95.00%|9.5', '95.00%|8'));

  test.each([
    ['a wrong form', wrong] as const,
    ...FORMS_IN_ORDER.slice(1, 5).map(({ name, rows }) => [name, sheetOf(rows)] as const),
  ])(
    'of %s is found the same with, keeps figures and merged areas, and loses its names',
    (_name, sheet) => {
      const { before, after, kept, forms, findings } = copyOf([fixture(sheet)]);
      const [was, is] = [before[0], after[0]];
      if (was === undefined || is === undefined) throw new Error('no sheet');
      expect(found(is)).toEqual(found(was));
      expect([forms, findings]).toEqual([1, found(was).length]);
      expect(numbers(is)).toEqual(numbers(was));
      expect(is.merges).toEqual(was.merges);
      const { organisation } = review(was).forms[0]?.form ?? {};
      expect(organisation?.value).toMatch(/./);
      const written = is.values.flat().join('\n');
      if (!kept.includes(`表1!${formatAddress(organisation?.at ?? { row: 0, column: 0 })}`))
        expect(written).not.toContain(organisation?.value);
      // What a finding is about may have to stay; the other cells lose their words.
      expect(kept.length).toBeLessThan(5);
    },
    60_000,
  );

  test('shows its figures as the original does, and holds no formula that names anything', () => {
    const { after } = copyOf([
      {
        name: '某局',
        rows: [
          ['项目支出绩效自评表'],
          [
            { v: 0.9407, z: '0.00%' },
            { v: 392951003.55, z: '#,##0.00' },
            { v: 3, f: 'SUM(1,2)' },
            { v: 3, f: 'LEN("某某局")' },
            { v: 45292, z: 'yyyy"年"m"月"d"日"' },
          ],
        ],
      },
    ]);
    expect(after[0]?.name).toBe('表1');
    expect(after[0]?.texts[1]).toEqual(['94.07%', '392,951,003.55', '3', '3', '2024年1月1日']);
    expect(after[0]?.formulas[1]).toEqual(['', '', '=SUM(1,2)', '', '']);
  });

  test('leaves hidden sheets out', () => {
    const { after } = copyOf([
      { name: '自评表', rows: [['甲']] },
      { name: '名单', rows: [['张三']], hidden: true },
    ]);
    expect(after.map(({ name }) => name)).toEqual(['表1']);
  });
});

describe('words', () => {
  const disguise = disguiser('salt');

  test.each([
    '≥95%',
    '不得低于2023年12月30日',
    '一级指标',
    '年度指标值',
    '实际完成值',
    '未达标原因、改进措施',
    '全年预算数（A）',
    '392,951,003.55万元',
    '预算完成率',
    '5.5亩，80头',
  ])('%s is what a form is read by, and stays', (text) => expect(disguise(text, 'words')).toBe(text));

  test.each(['红星镇', '张某某', '白云路小学', '亩头', 'Zhang San'])('%s goes', (text) => {
    const written = disguise(text, 'words');
    expect(written).toHaveLength(text.length);
    for (let at = 0; at < text.length; at += 1) if (text[at] !== ' ') expect(written[at]).not.toBe(text[at]);
  });

  test('a name is the same name everywhere, and another one under another salt', () => {
    expect(disguise('红星镇的红星镇', 'words')).toMatch(/^(...)的\1$/);
    expect(disguiser('other')('红星镇水务所', 'words')).not.toBe(disguise('红星镇水务所', 'words'));
  });

  test('telephones, identity numbers and accounts become noughts; figures stay', () => {
    expect(disguise('13800138000，020-83125678，44010619800101123X，6222020200112233445', 'words')).toBe(
      '00000000000，000-00000000，00000000000000000x，0000000000000000000',
    );
    expect(disguise('392951003.55，12345678901.5', 'words')).toBe('392951003.55，12345678901.5');
  });
});
