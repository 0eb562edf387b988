import { type BookType, utils, write } from '@e965/xlsx';
import { HostError } from '../../../src/host/host';
import { LIMITS } from '../../../src/host/limits';
import { readWorkbook, type WorkbookFile } from '../../../src/host/file/readWorkbook';
import { buildZip } from '../../../src/host/file/zip';
import { oleFile } from '../../support/ole';
import { type FixtureSheet, partsOf, rawPackage, relationshipsXml, workbookFile } from '../../support/workbook';

const FORM: FixtureSheet = {
  name: '自评表',
  rows: [
    ['部门整体支出绩效自评表', null, null],
    ['指标', '分值', '得分'],
    ['预算完成率', 2, { v: 1.99, z: '0.00' }],
    ['接通率', 2.96, { v: 0.9407, z: '0.00%' }],
    ['总分', { v: 4.96, f: 'SUM(B3:B4)' }, null],
  ],
  merges: ['A1:C1'],
};

function first(file: WorkbookFile) {
  const sheet = file.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet.snapshot;
}

function refusal(bytes: Uint8Array, name: string): HostError {
  try {
    readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** GBK as Excel and old systems in China write it; Node only reads it. */
const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le');

function gbk(value: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return new Uint8Array(
    Array.from(value).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [63]))),
  );
}

afterEach(() => jest.restoreAllMocks());

describe('a form saved as any kind of workbook', () => {
  test.each<BookType>(['xlsx', 'xlsm', 'biff8', 'ods', 'xlml'])(
    '%s: values, displayed texts, formulas, merges',
    (kind) => {
      const snapshot = first(readWorkbook(workbookFile([FORM], kind), `自评表.${kind === 'biff8' ? 'xls' : kind}`));
      expect(snapshot).toMatchObject({ name: '自评表', origin: { row: 0, column: 0 }, rowCount: 5, columnCount: 3 });
      expect(snapshot.values[2]).toEqual(['预算完成率', 2, 1.99]);
      expect(snapshot.values[3]?.[2]).toBe(0.9407);
      // The writer used here leaves formulas out of .xls.
      if (kind !== 'biff8') expect(snapshot.formulas[4]).toEqual(['', '=SUM(B3:B4)', '']);
      expect(snapshot.merges).toEqual([{ row: 0, column: 0, rowCount: 1, columnCount: 3 }]);
      if (kind !== 'ods') expect(snapshot.texts[3]?.[2]).toBe('94.07%');
    },
  );

  test.each([
    ['an empty line', '\r\n'],
    ['headers', 'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n'],
  ])('what a web page sent after %s is read', (_, before) => {
    const sent = Buffer.concat([Buffer.from(before), workbookFile([FORM])]);
    expect(first(readWorkbook(new Uint8Array(sent), 'a.xlsx')).values[2]).toEqual(['预算完成率', 2, 1.99]);
  });

  test('an .ods of nothing but its cells is read', () => {
    const parts = [...partsOf(workbookFile([FORM], 'ods'))].filter(([name]) => name !== 'styles.xml');
    const bare = buildZip(parts.map(([name, content]) => ({ name, content: text(content) })));
    expect(first(readWorkbook(bare, 'a.ods')).values[2]).toEqual(['预算完成率', 2, 1.99]);
  });

  test('only .xlsx and .xlsm can be annotated', () => {
    const annotatable = (kind: BookType) => readWorkbook(workbookFile([FORM], kind), `a.${kind}`).annotatable;
    expect([annotatable('xlsx'), annotatable('xlsm'), annotatable('biff8'), annotatable('ods')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['UTF-8', text('指标,得分\n"接通率, 全年",94.07%\n预算,"1,234.50"\n编号,007\n')],
    ['UTF-8 with its mark', text('\ufeff指标,得分\r\n"接通率, 全年",94.07%\r\n预算,"1,234.50"\r\n编号,007')],
    ['GBK', gbk('指标,得分\n"接通率, 全年",94.07%\n预算,"1,234.50"\n编号,007\n')],
    ['UTF-16 without its mark', utf16('指标,得分\n"接通率, 全年",94.07%\n预算,"1,234.50"\n编号,007\n')],
    ['UTF-16 of the other order', utf16('指标,得分\n"接通率, 全年",94.07%\n预算,"1,234.50"\n编号,007\n').swap16()],
    ['tabs', text('指标\t得分\n接通率, 全年\t94.07%\n预算\t1,234.50\n编号\t007\n')],
  ])('.csv in %s', (_, bytes) => {
    const snapshot = first(readWorkbook(bytes, '自评表.csv'));
    expect(snapshot.name).toBe('自评表');
    expect(snapshot.values).toEqual([
      ['指标', '得分'],
      ['接通率, 全年', 0.9407],
      ['预算', 1234.5],
      ['编号', '007'],
    ]);
    expect(snapshot.texts[1]?.[1]).toBe('94.07%');
  });

  const HTML = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><table><tr><td colspan="2">绩效自评表</td></tr><tr><td>接通率</td><td>94.07%</td></tr><tr><td>得分</td><td>2.66</td></tr></table></body></html>`;

  test.each([
    ['UTF-8', text(HTML('utf-8'))],
    ['GBK', gbk(HTML('gb2312'))],
    ['UTF-8 that says it is GBK', text(HTML('gbk'))],
  ])('a web page saved as .xls in %s', (_, bytes) => {
    const snapshot = first(readWorkbook(bytes, '自评表.xls'));
    expect(snapshot.values).toEqual([
      ['绩效自评表', null],
      ['接通率', 0.9407],
      ['得分', 2.66],
    ]);
    expect(snapshot.merges).toEqual([{ row: 0, column: 0, rowCount: 1, columnCount: 2 }]);
  });
});

test('the tables of a page stand one below the other, with what their cells span and say', () => {
  const page = `<!DOCTYPE html><html><head><style>td{mso-number-format:"0"}</style></head><body>
    <table><tr><th colspan=2>自评表<!-- <td>x</td> --></th></tr></table>
    <table><tr><td rowspan="2">产出&nbsp;指标</td><td>数量：<br>
      100&lt;120 &#x2265;</td><tr><td><table><tr><td>内</td><td>层</td></tr></table></td></tr><tr><td>95%<td>a < b</table></body>`;
  const snapshot = first(readWorkbook(text(page), '网页.xls'));
  expect(snapshot.values).toEqual([
    ['自评表', null],
    ['产出 指标', '数量：\n100<120 ≥'],
    [null, '内 层'],
    [0.95, 'a < b'],
  ]);
  expect(snapshot.merges).toEqual([
    { row: 0, column: 0, rowCount: 1, columnCount: 2 },
    { row: 1, column: 0, rowCount: 2, columnCount: 1 },
  ]);
});

describe('a snapshot', () => {
  const sheetData = (cells: string) => rawPackage(`<dimension ref="A1:XFD1048576"/><sheetData>${cells}</sheetData>`);

  test('is cut to what is filled in, whatever the sheet says of its size', () => {
    const { snapshot } = readWorkbook(
      sheetData(
        '<row r="3"><c r="B3"><v>5</v></c><c r="C3" s="0"/></row><row r="4"><c r="D4" t="inlineStr"><is><t>甲</t></is></c></row><row r="900000"><c r="A900000" s="0"/></row>',
      ),
      'a.xlsx',
    ).sheets[0] ?? { snapshot: null };
    expect(snapshot).toMatchObject({ origin: { row: 2, column: 1 }, rowCount: 2, columnCount: 3 });
    expect(snapshot?.values).toEqual([
      [5, null, null],
      [null, null, '甲'],
    ]);
  });

  test('leaves a stray cell at the end of the grid out and says so', () => {
    const sheet = readWorkbook(
      sheetData(
        '<row r="1"><c r="A1"><v>5</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      ),
      'a.xlsx',
    ).sheets[0];
    expect(sheet?.snapshot).toMatchObject({ rowCount: 1, columnCount: 1 });
    expect(sheet?.notes).toEqual(['工作表太宽，只核查了 SR 列以前的内容']);
  });

  test('is cut after thousands of rows, and a workbook after hundreds of tabs, with a note that says where', () => {
    const rows = Array.from({ length: 6_000 }, (_, row) => [`第${row + 1}行`]);
    const [long] = readWorkbook(workbookFile([{ name: '自评表', rows }]), 'a.xlsx').sheets;
    expect(long?.snapshot.rowCount).toBe(5_000);
    expect(long?.notes).toEqual([expect.stringContaining('只核查了第 5000 行以前的内容')]);
    for (const kind of ['xlsx', 'biff8'] as const) {
      const tabs = Array.from({ length: 220 }, (_, tab) => ({
        name: `表${tab + 1}`,
        rows: [[tab + 1]],
        hidden: tab === 0,
      }));
      const { sheets } = readWorkbook(workbookFile(tabs, kind), 'a');
      expect(sheets.map(({ snapshot }) => snapshot.values[0]?.[0])).toEqual(
        tabs.slice(0, 200).map((_, tab) => tab + 1),
      );
      // The first is hidden, and what is hidden is not shown.
      expect(sheets[0]?.notes).toEqual([]);
      expect(sheets[1]?.notes).toEqual([expect.stringContaining('工作簿有 220 张工作表，只核查了前 200 张')]);
    }
  });

  test('gives each cell of an array of formulas that of the first', () => {
    const array = '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="B1"><v>1</v></c>';
    const snapshot = first(
      readWorkbook(
        sheetData(`<row r="1">${array}</row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>`),
        'a.xlsx',
      ),
    );
    expect(snapshot.formulas).toEqual([
      ['=B1:B2*2', ''],
      ['=B1:B2*2', ''],
    ]);
  });

  test('gives error values as their texts and blank formulas as nothing', () => {
    const snapshot = first(
      readWorkbook(
        sheetData(
          '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="b"><v>1</v></c></row>',
        ),
        'a.xlsx',
      ),
    );
    expect(snapshot.values[0]).toEqual(['#DIV/0!', null, true]);
    expect(snapshot.formulas[0]).toEqual(['=1/0', '=""', '']);
  });

  test('keeps a merged area no larger than what is filled in', () => {
    const snapshot = first(
      readWorkbook(
        rawPackage(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:A1048576"/><mergeCell ref="B2:XFD2"/></mergeCells>',
        ),
        'a.xlsx',
      ),
    );
    expect(snapshot.merges).toEqual([{ row: 0, column: 0, rowCount: 2, columnCount: 1 }]);
  });

  test('keeps no merged area that overlaps one before it, however many do', () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`);
    const over = Array.from({ length: 3_000 }, (_, row) => `<mergeCell ref="A${row + 1}:A3000"/>`);
    const sheet = `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A2:A3"/><mergeCell ref="A3:A3000"/>${over.join('')}</mergeCells>`;
    const merges = first(readWorkbook(rawPackage(sheet), 'a.xlsx')).merges;
    expect(merges.map(({ row, rowCount }) => [row, rowCount])).toEqual([
      [0, 2],
      [2, 2_998],
    ]);
  });

  test('takes labels and sheet names that are words of the language', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const file = readWorkbook(
      workbookFile(names.filter((name) => name !== '__proto__').map((name) => ({ name, rows: [names] }))),
      'a.xlsx',
    );
    expect(file.sheets.map(({ name }) => name)).toEqual(['constructor', 'toString']);
    expect(file.sheets[0]?.snapshot.values).toEqual([names]);
    const proto = rawPackage('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>', {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets></workbook>',
    });
    expect(first(readWorkbook(proto, 'a.xlsx'))).toMatchObject({ name: '__proto__', values: [[7]] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('marks hidden sheets', () => {
    const file = readWorkbook(workbookFile([FORM, { name: '字典', rows: [['优']], hidden: true }]), 'a.xlsx');
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['自评表', false],
      ['字典', true],
    ]);
  });
});

describe('an old workbook with formulas', () => {
  const u16 = (value: number) => [value & 255, value >> 8];
  /** 总分 of 4.96 with the formula of the given parts, and what stands behind them. */
  const old = (parts: readonly number[], behind: readonly number[] = []): Uint8Array => {
    const sheet = utils.aoa_to_sheet([
      ['预算完成率', 2],
      ['接通率', 2.96],
    ]);
    utils.sheet_add_aoa(sheet, [['总分', 4.96]], { origin: 'A3' });
    Object.assign(sheet['B3'] as object, { bf: [...u16(parts.length), ...parts, ...behind] });
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, sheet, '自评表');
    return new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  };
  const SUM = [0x25, ...u16(0), ...u16(1), ...u16(0xc001), ...u16(0xc001), 0x19, 0x10, 0, 0];

  test('the formula is read', () => {
    const { values, formulas } = first(readWorkbook(old(SUM), 'a.xls'));
    expect([values[2]?.[1], formulas[2]?.[1]]).toEqual([4.96, '=SUM(B1:B2)']);
  });

  test('one that holds a list refers to nothing; its value is read', () => {
    const list = [0x20, 0, 0, 0, 0, 0, 0, 0];
    const bytes = old(list, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x14, 0x40]);
    expect(first(readWorkbook(bytes, 'a.xls')).values[2]?.[1]).toBe(4.96);
  });

  test('Excel 95 is read, older ones are not', () => {
    const file = (bookType: BookType) => workbookFile([{ name: 'Form', rows: [['Score', 2.5]] }], bookType);
    expect(first(readWorkbook(file('biff5'), 'a.xls')).values).toEqual([['Score', 2.5]]);
  });
});

describe('a file that is not read', () => {
  const xlsx = workbookFile([FORM]);
  const xls = workbookFile([FORM], 'biff8');
  const circle = xls.slice();
  const table = new DataView(circle.buffer);
  // The second sector of the file follows the first one, and the first the second.
  [1, 0].forEach((next, sector) => table.setUint32((table.getUint32(76, true) + 1) * 512 + 4 * sector, next, true));
  const padded = (magic: string) => new Uint8Array([...Buffer.from(magic, 'latin1'), ...new Uint8Array(600)]);
  const ole = (stream: string) => oleFile([[stream, new Uint8Array(5_000)]]);
  const zip = (...names: string[]) => buildZip(names.map((name) => ({ name, content: text('<a/>') })));

  const PICTURES = ['[Content_Types].xml', ...Array.from({ length: 5_000 }, (_, index) => `xl/media/${index}.png`)];
  const tab = (id: string) => `<sheet name="自评表" sheetId="${id}" r:id="rId${id}"/>`;
  const twins = rawPackage('<sheetData/>', {
    'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${tab('1')}${tab('2')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
    ]),
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ['empty', new Uint8Array(0), 'a.xlsx', /空的/],
    ['of the right length with nothing in it', new Uint8Array(9_000), 'a.xlsx', /空字节/],
    ['a lock file', text('x'), 'dir/~$a.xlsx', /临时文件/],
    ['cut', xlsx.slice(0, xlsx.length - 200), 'a.xlsx', /损坏/],
    ['cut in the middle', xlsx.slice(0, xlsx.length / 2), 'a.xlsx', /损坏/],
    ['a cut .xls', xls.slice(0, 600), 'a.xls', /损坏/],
    ['an .xls whose sectors follow each other in a circle', circle, 'a.xls', /损坏/],
    ['locked', ole('EncryptedPackage'), 'a.xlsx', /密码/],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'a.xlsx', /Word 文档/],
    ['an old Word document', ole('WordDocument'), 'a.xls', /Word 文档/],
    ['a zip of files', zip('a.txt'), 'a.xlsx', /压缩包/],
    ['a PDF', padded('%PDF-1.7'), 'a.xlsx', /^这是 PDF 文件，/],
    ['a picture', padded('\x89PNG\r\n'), 'a.xls', /^这是图片（PNG），/],
    ['a SYLK file', text('ID;PWXL;N;E\r\nC;Y1;X1;K"自评表"\r\nE\r\n'), 'a.xls', /^这是 SYLK 表格/],
    ['a DIF file', text('TABLE\r\n0,1\r\n"EXCEL"\r\n'), 'a.xls', /^这是 DIF 表格/],
    ['a package of thousands of pictures', zip(...PICTURES), 'a.xlsx', /有 5001 个图片/],
    ['a sheet part without anything in it', rawPackage('<?xml version="1.0"?>'), 'a.xlsx', /损坏/],
    ['two tabs of one name', twins, 'a.xlsx', /损坏/],
    ['bytes of no kind', new Uint8Array(300).fill(7), 'a.bin', /读不出工作表/],
    ['a program text', text('let a = 1'), 'a.js', /读不出工作表/],
    ['a page without a table', text('<html><body>请登录</body></html>'), 'a.xls', /网页/],
    ['a binary workbook', zip('[Content_Types].xml', 'xl/workbook.bin'), 'a.xlsb', /xlsb/],
  ])('%s', (_, bytes, name, sentence) => {
    const error = refusal(bytes, name);
    expect(error.message).toMatch(sentence);
    expect(error.message).toContain('请');
    expect(error.message).not.toMatch(/\n|Error|undefined/);
  });

  /** A zip with a part of 500,000 bytes, of which the directory says another size. */
  const claiming = (size: number): Uint8Array => {
    const bytes = buildZip([
      { name: '[Content_Types].xml', content: text('<Types/>') },
      { name: 'xl/workbook.xml', content: new Uint8Array(500_000) },
    ]);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 500_000) view.setUint32(at, size, true);
    }
    return bytes;
  };

  test('a zip that unpacks to more than the limit, without unpacking it', () => {
    expect(refusal(claiming(LIMITS.entryBytes + 1), 'a.xlsx')).toMatchObject({ code: 'too-large' });
  });

  test('a zip that lies about its sizes', () => {
    expect(refusal(claiming(50), 'a.xlsx')).toMatchObject({ code: 'unreadable' });
  });

  test.each(['<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row', '<x:sheetData >\n<x:row r="1">'])(
    'a sheet that ends within its rows: %s',
    (inside) => {
      expect(refusal(rawPackage(inside), 'a.xlsx')).toMatchObject({ code: 'unreadable' });
    },
  );

  test.each([
    ['one column', /<Table[^>]*>/, '$&<Column ss:Width="60" ss:Span="1000000000"/>'],
    ['a merged row', /<Cell/, '<Cell ss:MergeAcross="99999999"'],
    ['a merged area', /<Cell/, '<Cell ss:MergeAcross="16000" ss:MergeDown="99999"'],
  ])('an XML workbook in which %s stands for a billion', (_, place, bomb) => {
    const sound = new TextDecoder().decode(workbookFile([{ name: 'a', rows: [['x', 1]] }], 'xlml'));
    expect(refusal(text(sound.replace(place, bomb)), 'a.xls')).toMatchObject({ code: 'too-large' });
  });

  const RICH = 'table:number-rows-repeated="1000000"';
  const NAMESPACES =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
  const inner = (row: string, cell: string, prefix = 'table') =>
    `<office:body><office:spreadsheet><${prefix}:table table:name="a"><${prefix}:table-row ${row}><${prefix}:table-cell ${cell} office:value-type="float" office:value="1"><text:p>1</text:p></${prefix}:table-cell></${prefix}:table-row></${prefix}:table></office:spreadsheet></office:body>`;
  const ods = (inside: string) =>
    buildZip([
      {
        name: 'content.xml',
        content: text(`<office:document-content ${NAMESPACES}>${inside}</office:document-content>`),
      },
      { name: 'META-INF/manifest.xml', content: text('<manifest/>') },
    ]);
  const WIDE = 'table:number-columns-repeated="1000"';
  test.each<[string, Uint8Array, string]>([
    ['a million rows', ods(inner(RICH, WIDE)), 'a.ods'],
    ['a billion rows', ods(inner('table:number-rows-repeated="1000000000"', WIDE)), 'a.ods'],
    ['10^30 rows', ods(inner(`table:number-rows-repeated="1${'0'.repeat(30)}"`, WIDE)), 'a.ods'],
    ['a number with a sign', ods(inner('table:number-rows-repeated="+1000000"', WIDE)), 'a.ods'],
    ['a number with a reference', ods(inner('table:number-rows-repeated="&#49;000000"', WIDE)), 'a.ods'],
    ['quotes of the other kind', ods(inner("table:number-rows-repeated = '1000000'", WIDE)), 'a.ods'],
    ['a > before it', ods(inner(`table:style-name=">" ${RICH}`, `table:style-name=">" ${WIDE}`)), 'a.ods'],
    ['a long attribute before it', ods(inner(`table:style-name="${'x'.repeat(5_000)}" ${RICH}`, WIDE)), 'a.ods'],
    [
      'one flat file',
      text(`<?xml version="1.0"?><office:document ${NAMESPACES}>${inner(RICH, WIDE)}</office:document>`),
      'a.xls',
    ],
  ])('an OpenDocument sheet in which a few tags stand for more cells than the memory holds: %s', (_, bomb, name) => {
    expect(refusal(bomb, name)).toMatchObject({ code: 'too-large' });
  });

  const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  test.each<[string, Uint8Array, string]>([
    [
      'a link over the whole grid',
      rawPackage(`${cell}<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>`),
      'a.xlsx',
    ],
    [
      'merged areas over the whole grid',
      rawPackage(`${cell}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000)}</mergeCells>`),
      'a.xlsx',
    ],
    ['tags that never end', rawPackage(`<sheetData><row r="1">${'<c '.repeat(50_000)}</row></sheetData>`), 'a.xlsx'],
    [
      'cells that reach over each other',
      text(`<table>${`<tr>${'<td rowspan=500 colspan=2>x</td>'.repeat(20)}</tr>`.repeat(300)}</table>`),
      'a.xls',
    ],
    ['open angle brackets', text(`<table>${'<'.repeat(100_000)}`), 'a.xls'],
    ['open quotes', text('"a,'.repeat(50_000)), 'a.csv'],
  ])('hostile ones are read in no time: %s', (_, bytes, name) => {
    const start = performance.now();
    expect(readWorkbook(bytes, name).sheets).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('damaged ones give a sentence or a sheet, and never hang', () => {
    // The parser of .xls names records that it does not know on the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const sources: readonly [string, Uint8Array][] = [
      ['a.xlsx', xlsx],
      ['a.xls', xls],
      ['a.ods', workbookFile([FORM], 'ods')],
    ];
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (const [name, source] of sources) {
      for (let round = 0; round < 120; round += 1) {
        const bytes = round % 4 === 0 ? source.slice(0, random(source.length)) : source.slice();
        for (let flips = 0; flips < 1 + (round % 5); flips += 1) {
          const at = random(bytes.length || 1);
          if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
        }
        const start = performance.now();
        try {
          expect(readWorkbook(bytes, name).sheets.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
        }
        expect(performance.now() - start).toBeLessThan(2_000);
      }
    }
  });
});
