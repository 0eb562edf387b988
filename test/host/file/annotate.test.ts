import { read } from '@e965/xlsx';
import type { PlannedComment } from '../../../src/advice/plan';
import { HostError } from '../../../src/host/host';
import { annotateWorkbook, annotationsIn } from '../../../src/host/file/annotate';
import { buildZip, readDirectory, readEntryBytes } from '../../../src/host/file/zip';
import { parseAddress } from '../../../src/sheet/address';
import { cpuTime } from '../../support/cpuTime';
import { differences, partsOf, rawPackage, relationshipsXml, workbookFile } from '../../support/workbook';

function comment(address: string, text = `【错误】${address}`): PlannedComment {
  const cell = parseAddress(address);
  if (cell === null) throw new Error(address);
  return { cell, severity: 'error', text };
}

const on = (...comments: PlannedComment[]) => new Map([['自评表', comments]]);
const NONE = new Map<string, PlannedComment[]>();

/** Comments as another program sees them: the address, who wrote it (which it gives as bytes), the text. */
function seen(bytes: Uint8Array): [string, string, string][] {
  const sheet = read(bytes, { type: 'array' }).Sheets['自评表'] ?? {};
  return Object.entries(sheet).flatMap(([address, cell]: [string, unknown]) => {
    if (typeof cell !== 'object' || cell === null || !('c' in cell) || !Array.isArray(cell.c)) return [];
    return cell.c.map((one: { a?: string; t?: string }): [string, string, string] => [
      address,
      Buffer.from(one.a ?? '', 'latin1').toString(),
      one.t ?? '',
    ]);
  });
}

const CELLS =
  '<cols><col min="1" max="3" width="20"/></cols><sheetData><row r="1" ht="40"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** A person's button with the HTML that Excel writes for it, and the box of a comment on a cell of row 1. */
const drawing = (...columns: number[]) =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030" type="#_x0000_t201"><v:textbox><div style='text-align:center'>核查<br></div></v:textbox><x:ClientData ObjectType="Button"><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>${columns
    .map(
      (column) =>
        `<v:shape id="_x0000_s${1040 + column}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`;

/** A workbook in which somebody commented on A1 of 自评表; `text` is the comment's XML. */
function commented(text: string, authors = '<author>张三</author>', extra: Record<string, string> = {}): Uint8Array {
  const plain = partsOf(rawPackage(CELLS));
  const types = (plain.get('[Content_Types].xml') ?? '').replace(
    '</Types>',
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="${COMMENTS_TYPE}"/></Types>`,
  );
  return rawPackage(`${CELLS}<legacyDrawing r:id="rId2"/>`, {
    '[Content_Types].xml': types,
    'xl/comments1.xml': `<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>${authors}</authors><commentList><comment ref="A1" authorId="0">${text}</comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': drawing(0),
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([
      ['rId1', 'comments', '../comments1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      [
        'rId7',
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
    ]),
    'xl/threadedComments/threadedComment1.xml':
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"></ThreadedComments>',
    ...extra,
  });
}

describe('an annotated copy', () => {
  const source = workbookFile([
    {
      name: '自评表',
      rows: [
        ['指标', '得分'],
        ['接通率', { v: 2.66, z: '0.00' }],
      ],
      merges: ['A3:B3'],
    },
    { name: '附表', rows: [[1]] },
  ]);

  test('shows the comments, and every other part is as it was', () => {
    const copy = annotateWorkbook(
      source,
      on(comment('B2', '【错误】接通率\n94.07 ÷ 95 × 2.96 = 2.93 <"&'), comment('A1')),
    );
    expect(seen(copy).sort()).toEqual([
      ['A1', '自评表助手', '【自评表助手】\n【错误】A1'],
      ['B2', '自评表助手', '【自评表助手】\n【错误】接通率\n94.07 ÷ 95 × 2.96 = 2.93 <"&'],
    ]);
    expect(differences(source, copy)).toEqual([
      '~[Content_Types].xml',
      '+xl/comments1.xml',
      '+xl/drawings/vmlDrawing1.vml',
      '+xl/worksheets/_rels/sheet1.xml.rels',
      '~xl/worksheets/sheet1.xml',
    ]);
    const element = / *<legacyDrawing [^>]*\/>/;
    expect(partsOf(copy).get('xl/worksheets/sheet1.xml')).toMatch(element);
    expect(partsOf(copy).get('xl/worksheets/sheet1.xml')?.replace(element, '')).toBe(
      partsOf(source).get('xl/worksheets/sheet1.xml'),
    );
  });

  test('keeps the compressed bytes of the parts that it does not touch', () => {
    const copy = annotateWorkbook(source, on(comment('B2')));
    const packed = (bytes: Uint8Array) =>
      new Map(
        readDirectory(bytes).map(({ name, headerOffset, compressedSize }) => [
          name,
          Buffer.from(bytes.subarray(headerOffset, headerOffset + 30 + name.length + compressedSize)).toString('hex'),
        ]),
      );
    const [before, after] = [packed(source), packed(copy)];
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet2.xml', 'docProps/app.xml']) {
      expect(after.get(name)).toBe(before.get(name));
      expect(before.get(name)).toBeDefined();
    }
  });

  test('annotated again has only the new comments, annotated alike is the same, without comments is the source', () => {
    const copy = annotateWorkbook(source, on(comment('B2', '旧'), comment('A1')));
    const again = annotateWorkbook(copy, on(comment('B2', '新')));
    expect(seen(again)).toEqual([['B2', '自评表助手', '【自评表助手】\n新']]);
    expect(differences(again, annotateWorkbook(again, on(comment('B2', '新'))))).toEqual([]);
    expect(differences(source, annotateWorkbook(again, NONE))).toEqual([]);
    expect(annotateWorkbook(source, NONE)).toEqual(source);
  });

  test('is the same each time', () => {
    expect(annotateWorkbook(source, on(comment('B2')))).toEqual(annotateWorkbook(source, on(comment('B2'))));
  });

  test('has boxes that are larger for longer texts and no character that XML forbids', () => {
    const copy = annotateWorkbook(source, on(comment('A1', '短'), comment('B2', `${'长'.repeat(300)}\u0001\ud800`)));
    const heights = [...(partsOf(copy).get('xl/drawings/vmlDrawing1.vml') ?? '').matchAll(/height:([0-9.]+)pt/g)];
    const [short, long] = heights.map(([, height]) => Number(height));
    expect(long).toBeGreaterThan(3 * (short ?? 0));
    expect(seen(copy).map(([, , text]) => text)).toContain(`【自评表助手】\n${'长'.repeat(300)}`);
  });

  test.each([
    ['at the end', '<pageMargins left="1"/>', '', '<pageMargins left="1"/>'],
    ['before tables', '<drawing r:id="rId9"/>', '<tableParts count="0"/>', '<drawing r:id="rId9"/>'],
    ['before controls', '', '<mc:AlternateContent xmlns:mc="m"><controls/></mc:AlternateContent>', '</sheetData>'],
    [
      'before the extensions of the sheet, not those of a format',
      '<conditionalFormatting><cfRule><extLst/></cfRule></conditionalFormatting>',
      '<extLst><ext/></extLst>',
      '</conditionalFormatting>',
    ],
  ])('names its boxes in the sheet where the schema wants it: %s', (_, before, after, last) => {
    const copy = annotateWorkbook(rawPackage(CELLS + before + after), on(comment('A1')));
    const sheet = partsOf(copy).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain(`${last}<legacyDrawing `);
    expect(sheet.replace(/<legacyDrawing [^>]*\/>/, '')).toContain(CELLS + before + after);
  });

  test('follows the prefixes that a writer gave to its elements', () => {
    const prefixed =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const copy = annotateWorkbook(rawPackage(prefixed), on(comment('A1')));
    expect(partsOf(copy).get('xl/worksheets/sheet1.xml')).toContain('</x:sheetData><x:legacyDrawing xmlns:r=');
  });
});

describe("a person's comments", () => {
  const texts: readonly [string, string, string][] = [
    ['plain', '<text><t>请核对</t></text>', '请核对'],
    [
      'styled',
      '<text><r><rPr><b/><sz val="9"/></rPr><t>张三:</t></r><r><t xml:space="preserve"> 请核对</t></r></text>',
      '张三: 请核对',
    ],
    ['with readings', '<text><r><rPr><b/></rPr><t>请核对</t></r><phoneticPr fontId="1"/></text>', '请核对'],
    ['empty', '<text/>', ''],
  ];

  test.each(texts)('stay as they are beside ours (%s)', (_, xml, text) => {
    const source = commented(xml);
    const copy = annotateWorkbook(source, on(comment('B1')));
    const comments = seen(copy);
    expect(comments).toContainEqual(['B1', '自评表助手', '【自评表助手】\n【错误】B1']);
    if (text !== '') expect(comments).toContainEqual(['A1', '张三', text]);
    expect(partsOf(copy).get('xl/drawings/vmlDrawing1.vml')).toContain('核查<br>');
    expect(partsOf(copy).get('xl/worksheets/sheet1.xml')).toBe(partsOf(source).get('xl/worksheets/sheet1.xml'));
    expect(differences(source, annotateWorkbook(copy, NONE))).toEqual([]);
  });

  test.each(texts)('are followed by ours on the same cell, which goes again (%s)', (_, xml, text) => {
    const source = commented(xml);
    const copy = annotateWorkbook(source, on(comment('A1', '得分不符')));
    expect(seen(copy)).toEqual([['A1', '张三', `${text}\n【自评表助手】\n得分不符`]]);
    const again = annotateWorkbook(copy, on(comment('A1', '已改')));
    expect(seen(again)).toEqual([['A1', '张三', `${text}\n【自评表助手】\n已改`]]);
    // An empty element may come back with an end tag of its own.
    const cleared = annotateWorkbook(again, NONE);
    if (text === '') expect(seen(cleared)).toEqual(seen(source));
    else expect(differences(source, cleared)).toEqual([]);
  });

  const ours = '\n【自评表助手】\n【错误】得分不符\n算式：1 ÷ 2\n\n【提醒】没有原因';
  const saved: readonly [string, string, string][] = [
    ['in one run', `<text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">请核对${ours}</t></r></text>`, '请核对'],
    ['as plain text', `<text><t xml:space="preserve">请核对${ours}</t></text>`, '请核对'],
    [
      'in runs that divide our name',
      `<text><r><t>请核对</t></r><r><t xml:space="preserve">\n【自评</t></r><r><t xml:space="preserve">${ours.slice(4)}</t></r></text>`,
      '请核对',
    ],
    [
      'with an answer below',
      `<text><t xml:space="preserve">请核对${ours}\n\n已经核对过了</t></text>`,
      '请核对\n\n已经核对过了',
    ],
  ];
  test.each(saved)('are told from ours when another program saved the copy %s', (_, xml, text) => {
    const source = commented(xml);
    expect(seen(annotateWorkbook(source, NONE))).toEqual([['A1', '张三', text]]);
    const again = annotateWorkbook(source, on(comment('A1', '已改')));
    expect(seen(again)).toEqual([['A1', '张三', `${text}\n【自评表助手】\n已改`]]);
    expect([...annotationsIn(source).values()].flat().map((one) => one.text)).toEqual([ours.slice(9)]);
  });

  const thread = (replies: string) =>
    `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2022-03-01T08:00:00.00" personId="{P}" id="{T}"><text>为什么没有满分？</text></threadedComment>${replies}</ThreadedComments>`;

  test('in a thread get ours as a reply, which goes again', () => {
    const source = commented('<text><t>[线程批注]</t></text>', '<author>tc={T}</author>', {
      'xl/threadedComments/threadedComment1.xml': thread(''),
    });
    const copy = annotateWorkbook(source, on(comment('A1', '得分 < 应得')));
    const parts = partsOf(copy);
    expect(parts.get('xl/threadedComments/threadedComment1.xml')).toMatch(
      /为什么没有满分？<\/text><\/threadedComment><threadedComment ref="A1" dT="2022-03-01T08:00:00.00" personId="(\{[-0-9A-F]{36}\})" id="\{[-0-9A-F]{36}\}" parentId="\{T\}"><text>【自评表助手】\n得分 &lt; 应得<\/text>/,
    );
    expect(parts.get('xl/persons/person1.xml')).toContain('displayName="自评表助手"');
    const standIn = (bytes: Uint8Array) =>
      partsOf(bytes)
        .get('xl/comments1.xml')
        ?.replace(/<(?!\/?t\b)[^>]*>/g, '');
    const said = (text: string) => `<t>[线程批注]</t><t xml:space="preserve">\n【自评表助手】\n${text}</t>`;
    expect(standIn(copy)).toContain(said('得分 &lt; 应得'));
    expect([...annotationsIn(copy).values()].flat().map(({ text }) => text)).toEqual(['得分 < 应得']);
    expect(annotateWorkbook(copy, on(comment('A1', '得分 < 应得')))).toEqual(copy);
    expect(standIn(annotateWorkbook(copy, on(comment('A1', '已改'))))).toContain(said('已改'));
    expect(differences(source, annotateWorkbook(copy, NONE))).toEqual([]);
  });
});

test('a reply that a program without threads kept only in what stood in for the thread is ours all the same', () => {
  const xml = '<text><t xml:space="preserve">[线程批注]\n\n注释:\n    为什么？\n【自评表助手】\n【错误】旧</t></text>';
  const source = commented(xml, '<author>tc={T}</author>');
  expect([...annotationsIn(source).values()].flat().map(({ text }) => text)).toEqual(['【错误】旧']);
  expect(seen(annotateWorkbook(source, on(comment('A1', '新'))))).toEqual([
    ['A1', 'tc={T}', '[线程批注]\n\n注释:\n    为什么？\n【自评表助手】\n新'],
  ]);
});

test("thousands of comments, each after a person's, take time in proportion to their number", () => {
  const cells = (count: number) => Array.from({ length: count }, (_, row) => `A${row + 1}`);
  const annotated = (count: number): number => {
    const notes = cells(count).map((at) => `<comment ref="${at}" authorId="0"><text><t>请核对</t></text></comment>`);
    const file = commented('', undefined, {
      'xl/comments1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张三</author></authors><commentList>${notes.join('')}</commentList></comments>`,
    });
    return cpuTime(() => annotateWorkbook(file, on(...cells(count).map((at) => comment(at)))));
  };
  annotated(200);
  expect(annotated(8_000) / annotated(1_000)).toBeLessThan(30);
});

test('a tag with a name of hundreds of thousands of letters takes no time', () => {
  const file = rawPackage(CELLS, {
    'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet ${'a'.repeat(300_000)} name="自评表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  });
  expect(cpuTime(() => annotateWorkbook(file, on(comment('A1'))))).toBeLessThan(2_000);
});

describe('comments of ours that came another way', () => {
  test('are known by their text when a program forgot who wrote them', () => {
    const resaved = commented('<text><r><t>【自评表</t></r><r><t>助手】\n旧</t></r></text>', '<author> </author>');
    expect(seen(annotateWorkbook(resaved, on(comment('A1', '新'))))).toEqual([
      ['A1', '自评表助手', '【自评表助手】\n新'],
    ]);
    expect(seen(annotateWorkbook(resaved, NONE))).toEqual([]);
  });

  const threads = (reply: string) =>
    `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="{P}" id="{T}"><text>【自评表助手】\n旧</text></threadedComment>${reply}</ThreadedComments>`;
  const inExcel = (reply: string) =>
    commented('<text><t>[线程批注]</t></text>', '<author>tc={T}</author>', {
      'xl/threadedComments/threadedComment1.xml': threads(reply),
    });

  test('are replaced when they were put in Excel', () => {
    const copy = annotateWorkbook(inExcel(''), on(comment('A1', '新')));
    expect(seen(copy)).toEqual([['A1', '自评表助手', '【自评表助手】\n新']]);
    expect(partsOf(copy).get('xl/threadedComments/threadedComment1.xml')).not.toContain('旧');
  });

  test('stay with the answer of a person', () => {
    const reply =
      '<threadedComment ref="A1" personId="{Q}" id="{R}" parentId="{T}"><text>已改</text></threadedComment>';
    const source = inExcel(reply);
    expect(differences(source, annotateWorkbook(source, NONE))).toEqual([]);
  });
});

describe('a file that can not be annotated', () => {
  test.each([
    ['.xls', workbookFile([{ name: '自评表', rows: [[1]] }], 'biff8'), /另存为 .xlsx/],
    ['.csv', new TextEncoder().encode('a,b'), /./],
    ['a cut one', workbookFile([{ name: '自评表', rows: [[1]] }]).slice(0, 900), /损坏/],
    ['one with a broken sheet', rawPackage('<sheetData><row r="1"><c r="A1"'), /损坏/],
  ])('%s gets a sentence', (_, bytes, sentence) => {
    const annotate = () => annotateWorkbook(bytes, on(comment('A1')));
    expect(annotate).toThrow(HostError);
    expect(annotate).toThrow(sentence);
  });
});

test('a workbook whose parts are in UTF-16 is annotated; what is not changed keeps its bytes', () => {
  const parts = partsOf(rawPackage(CELLS));
  const utf16 = (xml: string) =>
    new Uint8Array(Buffer.from(`\ufeff${xml.replace(/encoding="[^"]*"/i, 'encoding="UTF-16"')}`, 'utf16le'));
  const packed = buildZip([...parts].map(([name, xml]) => ({ name, content: utf16(xml) })));
  const copy = annotateWorkbook(packed, on(comment('B1')));
  expect(seen(copy).map(([address]) => address)).toEqual(['B1']);
  const workbook = (bytes: Uint8Array) => {
    const entry = readDirectory(bytes).find(({ name }) => name === 'xl/workbook.xml');
    return entry === undefined ? null : readEntryBytes(bytes, entry);
  };
  expect(workbook(copy)).toEqual(workbook(packed));
  expect(
    annotationsIn(copy)
      .get('自评表')
      ?.map(({ text }) => text),
  ).toEqual(['【错误】B1']);
});

const twoTabs = (state: string) =>
  rawPackage(CELLS, {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="旧表" sheetId="1" ${state} r:id="rId1"/><sheet name="自评表" sheetId="2" r:id="rId1"/></sheets></workbook>`,
  });

test.each(['', 'state="hidden"'])(
  'the comments of two tabs with the same cells (%s) are kept, whichever has them',
  (state) => {
    const copy = annotateWorkbook(twoTabs(state), on(comment('A1')));
    expect(annotationsIn(copy).get('自评表')).toEqual([comment('A1')]);
  },
);

test('comments for a sheet whose part is not found are refused, not dropped', () => {
  const parts = { 'xl/_rels/workbook.xml.rels': relationshipsXml([]) };
  expect(() => annotateWorkbook(rawPackage(CELLS, parts), on(comment('A1')))).toThrow('批注写不进去');
});
