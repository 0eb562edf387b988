import { write } from '@e965/xlsx';
import { annotateWorkbook, annotationsIn, openWorkbook } from '../../../src/host/file/annotate';
import { readWorkbook } from '../../../src/host/file/readWorkbook';
import { buildZip, readDirectory, readEntryBytes, type NewPart } from '../../../src/host/file/zip';
import { oleFile, oleStream } from '../../support/ole';
import { partsOf, rawPackage, relationshipsXml, workbookFile } from '../../support/workbook';
import { zip64 } from '../../support/zip64';

const text = (content: string) => new TextEncoder().encode(content);
const rows = [
  ['自评表', null],
  ['分值', 3],
];
const xlsx = workbookFile([{ name: '自评表', rows }]);
const xls = workbookFile([{ name: '自评表', rows }], 'biff8');

/** The workbook with some of its parts changed, added or (by `null`) left out. */
function repacked(change: Readonly<Record<string, ((xml: string) => string) | null>>): Uint8Array {
  const parts = new Map(
    readDirectory(xlsx).map((entry): [string, NewPart] => [
      entry.name,
      { name: entry.name, content: readEntryBytes(xlsx, entry) },
    ]),
  );
  for (const [name, made] of Object.entries(change)) {
    const former = new TextDecoder().decode(parts.get(name)?.content ?? new Uint8Array(0));
    if (made === null) parts.delete(name);
    else parts.set(name, { name, content: text(made(former)) });
  }
  return buildZip([...parts.values()]);
}

const override = (part: string) => (xml: string) =>
  xml.replace('</Types>', `<Override PartName="${part}" ContentType="application/xml"/></Types>`);
const tab = (attributes: string) => (xml: string) => xml.replace('</sheets>', `<sheet ${attributes}/></sheets>`);

/** The workbook with its entries under other names. */
const renamed = (name: (former: string) => string) =>
  zip64(new Map([...partsOf(xlsx)].map(([former, xml]) => [name(former), xml])));

/** The workbook with its sheet led to by another target. */
const ledTo = (target: string) =>
  repacked({ 'xl/_rels/workbook.xml.rels': (xml) => xml.replace('"worksheets/sheet1.xml"', `"${target}"`) });

/** The workbook with its strings in an encoding that no program of Office writes. */
function inGbk(): Uint8Array {
  const parts = [...partsOf(xlsx)].map(([name, xml]): NewPart => {
    const strings = Buffer.from(xml.replace('UTF-8', 'GBK').replace('自评表', '@').replace('分值', '#'), 'latin1');
    const bytes = strings.toString('latin1').replace('@', '\xd7\xd4\xc6\xc0\xb1\xed').replace('#', '\xb7\xd6\xd6\xb5');
    return { name, content: name.endsWith('Strings.xml') ? Buffer.from(bytes, 'latin1') : text(xml) };
  });
  return buildZip(parts);
}

const commented = () =>
  repacked({
    'xl/sharedStrings.xml': (xml) => xml.replaceAll('<si>', '<!-- <si><t>x</t></si> --><si>'),
    'xl/worksheets/sheet1.xml': (xml) => xml.replace('<sheetData>', '<!-- c > <row> --><sheetData>'),
  });

/** A workbook of Excel 5 in Chinese; the writer knows no encodings, so that the bytes are put in afterwards. */
function excel5(): Uint8Array {
  const made: unknown = write(
    {
      SheetNames: ['a'],
      Sheets: { a: { A1: { t: 's', v: 'ABCDEF' }, B2: { t: 'n', v: 3 }, A2: { t: 's', v: 'x' }, '!ref': 'A1:B2' } },
    },
    { type: 'buffer', bookType: 'biff5' },
  );
  const file = Buffer.from(made as Uint8Array);
  Buffer.from('d7d4c6c0b1ed', 'hex').copy(file, file.indexOf('ABCDEF'));
  const codepage = file.indexOf(Buffer.from([0x42, 0, 2, 0]));
  file.writeUInt16LE(936, codepage + 4);
  return new Uint8Array(file);
}

const PURL = 'http://purl.oclc.org/ooxml';
/** In the strict flavour of the format, with the tab of a chart beside the form. */
function strict(): Map<string, string> {
  const made = [...partsOf(xlsx)].map(([name, xml]): [string, string] => [
    name,
    xml
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${PURL}/spreadsheetml/main`)
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        `${PURL}/officeDocument/relationships`,
      ),
  ]);
  const parts = new Map(made);
  const change = (name: string, from: string, to: string) =>
    parts.set(name, (parts.get(name) ?? '').replace(from, to + from));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml';
  change('[Content_Types].xml', '</Types>', `<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="${type}"/>`);
  change('xl/workbook.xml', '</sheets>', '<sheet name="图表1" sheetId="7" r:id="rId77"/>');
  const relation = `<Relationship Id="rId77" Type="${PURL}/officeDocument/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>`;
  change('xl/_rels/workbook.xml.rels', '</Relationships>', relation);
  return parts.set(
    'xl/chartsheets/sheet1.xml',
    `<chartsheet xmlns="${PURL}/spreadsheetml/main"><sheetViews/></chartsheet>`,
  );
}

test.each<[string, () => Uint8Array]>([
  ['in a zip of 64-bit figures', () => zip64(partsOf(xlsx))],
  ['in the strict flavour with the tab of a chart', () => zip64(strict())],
])('a workbook %s gets comments too, and the copy is read', (_, bytes) => {
  const cell = { row: 1, column: 1 };
  const copy = annotateWorkbook(bytes(), new Map([['自评表', [{ cell, severity: 'error', text: '【错误】分值' }]]]));
  expect(annotationsIn(copy).get('自评表')).toEqual([{ cell, severity: 'error', text: '【错误】分值' }]);
  for (const file of [bytes(), copy]) {
    const { sheets } = readWorkbook(file, 'a.xlsx');
    expect(sheets.map(({ name, snapshot }) => [name, snapshot.values])).toEqual([['自评表', rows]]);
  }
});

const table = '<table><tr><td>自评表</td><td></td></tr><tr><td>分值</td><td>3</td></tr></table>';

test.each<[string, () => Uint8Array, string]>([
  [
    'with threaded comments',
    () =>
      repacked({
        '[Content_Types].xml': override('/xl/persons/person.xml'),
        'xl/persons/person.xml': () => '<personList/>',
      }),
    'a.xlsx',
  ],
  [
    'with a type for a part that is gone',
    () => repacked({ '[Content_Types].xml': override('/xl/calcChain.xml') }),
    'a.xlsx',
  ],
  [
    'whose parts are all in UTF-16',
    () => {
      const utf16 = (xml: string) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
      return buildZip([...partsOf(xlsx)].map(([name, xml]) => ({ name, content: utf16(xml) })));
    },
    'a.xlsx',
  ],
  ['with comments in its strings', commented, 'a.xlsx'],
  ['with its strings in GBK', inGbk, 'a.xlsx'],
  ['with entries from the root on', () => renamed((name) => `/${name}`), 'a.xlsx'],
  ['with entries from where it stood on', () => renamed((name) => `./${name}`), 'a.xlsx'],
  ['with a target by way of the folder above', () => ledTo('../xl/./worksheets/sheet1.xml'), 'a.xlsx'],
  ['with a target in quoted letters', () => ledTo('worksheets/%73heet1.xml'), 'a.xlsx'],
  ['with a target as Windows writes it', () => ledTo('worksheets\\sheet1.xml'), 'a.xlsx'],
  ['without its styles', () => repacked({ 'xl/styles.xml': null }), 'a.xlsx'],
  [
    'with the tab of an old module',
    () => repacked({ 'xl/workbook.xml': tab('name="Module1" sheetId="9" state="veryHidden" r:id=""') }),
    'a.xlsx',
  ],
  ['with its stream in capitals', () => oleFile([['WORKBOOK', oleStream(xls, 'Workbook')]]), 'a.xls'],
  [
    'with a Word document in it',
    () =>
      oleFile([
        ['Workbook', oleStream(xls, 'Workbook')],
        ['MBD0001/WordDocument', new Uint8Array(5_000)],
      ]),
    'a.xls',
  ],
  ['of Excel 5 in code page 936', excel5, 'a.xls'],
  ['of Excel 5 without a container', () => oleStream(excel5(), 'Book'), 'a.xls'],
  [
    'as a page with > in an attribute',
    () => text(`<html><body>${table.replace('<td>自评表', '<td title="得分>0">自评表')}</body></html>`),
    'a.xls',
  ],
  ['as a page that begins with a comment', () => text(`<!-- made by a program -->${table}`), 'a.xls'],
  ['as a page that begins with a <div>', () => text(`<div>${table}</div>`), 'a.xls'],
  [
    'as a page with a table around the form',
    () => text(`<html><table><tr><td>${table}</td></tr></table></html>`),
    'a.xls',
  ],
  [
    'as a page in several parts',
    () =>
      text(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<html>${table}</html>`).toString('base64')}\r\n--b--\r\n`,
      ),
    'a.mht',
  ],
  ['as text with bars', () => text('自评表|\r\n分值|3\r\n'), 'a.csv'],
  ['as text that says what separates it', () => text('sep=;\r\n自评表;\r\n分值;3\r\n'), 'a.csv'],
  ['as text in GBK with the mark of UTF-8', () => Buffer.from('efbbbfd7d4c6c0b1ed2c0ab7d6d6b52c330a', 'hex'), 'a.csv'],
  ['as text cut within its last character', () => text('自评表,\n分值,3\n合计').slice(0, -1), 'a.csv'],
  [
    'as text between tabs below a title, with commas in it',
    () => text('自评表\n分值\t3\n金额\t1,234,567.00\n'),
    'a.txt',
  ],
])('a workbook %s is read', (_, bytes, name) => {
  const { texts } = readWorkbook(bytes(), name).sheets[0]?.snapshot ?? { texts: [] };
  expect(texts[0]?.[0]).toBe('自评表');
  expect(texts[1]?.[1]).toBe('3');
});

test.each<[string, () => Uint8Array]>([
  ['by way of the folder above', () => ledTo('../xl/./worksheets/sheet1.xml')],
  ['as Windows writes it', () => ledTo('worksheets\\sheet1.xml')],
  ['in other letters', () => ledTo('Worksheets/Sheet1.xml')],
])('a sheet that is led to %s gets its comments where its part is', (_, bytes) => {
  const cell = { row: 1, column: 1 };
  const copy = annotateWorkbook(bytes(), new Map([['自评表', [{ cell, severity: 'error', text: '【错误】分值' }]]]));
  expect([...partsOf(copy).keys()]).toContain('xl/worksheets/_rels/sheet1.xml.rels');
  expect(annotationsIn(copy).get('自评表')).toHaveLength(1);
});

test('a format in the figures of a place shows no dollar', () => {
  const made = workbookFile([{ name: '自评表', rows: [[{ v: 2.5, z: '[$-804]0.00' }]] }]);
  expect(readWorkbook(made, 'a.xlsx').sheets[0]?.snapshot.texts).toEqual([['2.50']]);
});

test('cells are read whatever became of the comments, and that none can be written is said', () => {
  const relation = relationshipsXml([['rId1', 'comments', '../comments1.xml']]);
  const bytes = repacked({
    'xl/worksheets/_rels/sheet1.xml.rels': () => relation,
    'xl/comments1.xml': () => '<comments><broken',
  });
  expect(openWorkbook(bytes, 'a.xlsx').file.sheets[0]?.snapshot.values).toEqual(rows);
  const comments = [{ cell: { row: 1, column: 1 }, severity: 'error', text: '【错误】分值' } as const];
  expect(() => annotateWorkbook(bytes, new Map([['自评表', comments]]))).toThrow('写不进去');
});

test('a total whose formula was never computed is computed, and what can not be is said', () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>4.5</v></c><c r="C1"><f>SUM(A1:B1)</f></c><c r="D1"><f>VLOOKUP(A1,B:B,1)</f></c><c r="E1" t="str"><f>IF(A1=3,"","x")</f><v></v></c></row></sheetData>';
  const [read] = readWorkbook(rawPackage(sheet), 'a.xlsx').sheets;
  expect(read?.snapshot.values[0]).toEqual([3, 4.5, 7.5, null, null]);
  expect(read?.snapshot.texts[0]?.[2]).toBe('7.5');
  expect(read?.notes).toEqual([expect.stringMatching(/^1 个公式没有保存计算结果/)]);
});

test.each(['BM', 'MZ'])('text that begins with %s is text', (start) => {
  const { snapshot } = readWorkbook(text(`${start}单位,3\n`), 'a.csv').sheets[0] ?? {};
  expect(snapshot?.texts).toEqual([[`${start}单位`, '3']]);
});

test('entries of a zip that share their bytes are damage, not hundreds of megabytes', () => {
  const zip = buildZip([
    { name: '[Content_Types].xml', content: text('<Types/>') },
    { name: 'xl/workbook.xml', content: text('<workbook/>') },
  ]);
  const [, second] = readDirectory(zip);
  const bytes = Buffer.from(zip);
  const at = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  expect(bytes.readUInt32LE(at + 42)).toBe(second?.headerOffset);
  bytes.writeUInt32LE(0, at + 42);
  expect(() => readWorkbook(new Uint8Array(bytes), 'a.xlsx')).toThrow('损坏');
});

test.each<[string, () => Uint8Array]>([
  [
    'two parts of one name',
    () =>
      Buffer.from(
        Buffer.from(repacked({ 'xl/workbooK.xml': () => '<workbook/>' }))
          .toString('latin1')
          .replaceAll('workbooK', 'workbook'),
        'latin1',
      ),
  ],
  [
    'cells called in small letters',
    () => repacked({ 'xl/worksheets/sheet1.xml': (xml) => xml.replace(/ r="[A-Z](?=[0-9])/g, (r) => r.toLowerCase()) }),
  ],
])('a workbook with %s is damaged, not empty', (_, bytes) => {
  expect(() => readWorkbook(bytes(), 'a.xlsx')).toThrow('损坏');
});
