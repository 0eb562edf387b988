import { unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { DEPARTMENT, newForm } from '../../src/advice/newForm';
import { recordOf } from '../../src/advice/record';
import { summarySheets } from '../../src/advice/summary';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { cellAt } from '../../src/sheet/snapshot';
import { review } from '../../src/review';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { changedCopy, savedWorkbook, workbookFile, type SourceFile } from '../../src/workbench/page/saving';
import { sampleForm, sampleWorkbook } from '../../src/workbench/sample';
import { openExcel } from '../support/excel';
import { userComment } from '../support/recordedHost';

const TOTAL = { row: 51, column: 8 };

function sample(): EmulatedWorkbook {
  return new EmulatedWorkbook('示例.xlsx', sampleWorkbook());
}

function reopened(bytes: Uint8Array): { workbook: EmulatedWorkbook; file: SourceFile } {
  const sheets = readWorkbook(bytes, 'copy.xlsx').sheets.map(({ snapshot }) => snapshot);
  return {
    workbook: new EmulatedWorkbook(
      'copy.xlsx',
      sheets.map((snapshot) => ({ snapshot })),
    ),
    file: { bytes, sheets },
  };
}

function partsThatDiffer(a: Uint8Array, b: Uint8Array): string[] {
  const [before, after] = [unzipSync(a), unzipSync(b)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? []))).sort();
}

function openedSheets(bytes: Uint8Array) {
  return readWorkbook(bytes, 'a.xlsx').sheets.map(({ snapshot }) => ({ snapshot }));
}

/** The same file with its styles in a namespace that has a prefix, as some programs write them. */
function prefixedStyles(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const styles = new TextDecoder().decode(parts['xl/styles.xml']);
  const prefixed = styles.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
  return zipSync({ ...parts, 'xl/styles.xml': new TextEncoder().encode(prefixed) });
}

test('a new file holds what the emulated workbook holds', async () => {
  const workbook = sample();
  workbook.userEdit(workbook.active, TOTAL, '=SUM(I12:I32)');
  userComment(workbook, workbook.active, TOTAL, '请核对');
  const bytes = await workbookFile(workbook);
  const [form, notes] = readWorkbook(bytes, 'copy.xlsx').sheets.map(({ snapshot }) => snapshot);
  if (form === undefined || notes === undefined) throw new Error('sheets are missing');
  expect([form.name, notes.name]).toEqual(['自评表', '填表说明']);
  expect(form.merges).toHaveLength(sampleWorkbook()[0]?.snapshot.merges.length ?? 0);
  expect(cellAt(form, TOTAL).formula).toBe('=SUM(I12:I32)');
  expect(cellAt(form, TOTAL).value).toBeCloseTo(42.15);
  expect(cellAt(form, { row: 7, column: 2 })).toMatchObject({ value: 392951003.55, text: '392,951,003.55' });
  expect(annotationsIn(bytes).get('自评表')).toEqual([expect.objectContaining({ cell: TOTAL, text: '请核对' })]);
});

describe('a copy of an opened file', () => {
  let original: Uint8Array;
  beforeAll(async () => {
    original = await workbookFile(sample());
  });

  test('is the file itself while nothing was changed', async () => {
    const { workbook, file } = reopened(original);
    expect(partsThatDiffer(original, (await changedCopy(workbook, file)) ?? new Uint8Array())).toEqual([]);
  });

  test('says what of the file it does not hold', async () => {
    const { workbook, file } = reopened(original);
    expect((await savedWorkbook(workbook, null)).lost).toBe('');
    expect((await savedWorkbook(workbook, file)).lost).toBe('');
    const area = { ...TOTAL, rowCount: 1, columnCount: 1 };
    workbook.active.conditionalFormats = [{ id: 'ours', area, formula: '=TRUE', fill: '#FFF4CE', fontColor: null }];
    expect((await savedWorkbook(workbook, file)).lost).toBe('批注在副本里，单元格的底色标记没有带上。');
    workbook.shift(workbook.active, 'row', 11, 1);
    expect((await savedWorkbook(workbook, file)).lost).toMatch(/^行、公式或工作表改动过，.*没有带上原文件的格式。$/);
  });

  test('takes up other values and leaves the other sheets as they are', async () => {
    const { workbook, file } = reopened(original);
    workbook.userEdit(workbook.active, TOTAL, '94.35');
    workbook.userEdit(workbook.active, { row: 59, column: 0 }, '新增');
    const copy = (await changedCopy(workbook, file)) ?? new Uint8Array();
    expect(partsThatDiffer(original, copy)).not.toContain('xl/worksheets/sheet2.xml');
    const [form] = readWorkbook(copy, 'copy.xlsx').sheets;
    if (form === undefined) throw new Error('no sheet');
    expect(cellAt(form.snapshot, TOTAL).value).toBe(94.35);
    expect(cellAt(form.snapshot, { row: 59, column: 0 }).value).toBe('新增');
  });

  test.each([
    ['a row was inserted', (workbook: EmulatedWorkbook) => workbook.shift(workbook.active, 'row', 11, 1)],
    ['a formula was entered', (workbook: EmulatedWorkbook) => workbook.userEdit(workbook.active, TOTAL, '=1+1')],
    ['a sheet was deleted', (workbook: EmulatedWorkbook) => workbook.deleteSheet(workbook.active)],
    ['a sheet was renamed', (workbook: EmulatedWorkbook) => workbook.renameSheet(workbook.active, '表')],
  ])('is not made where %s', async (_what, change) => {
    const { workbook, file } = reopened(original);
    change(workbook);
    expect(await changedCopy(workbook, file)).toBeNull();
  });
});

/** The looks of a sheet's cells in a file, by address, as a library reads them that wrote none of it. */
async function looksIn(bytes: Uint8Array, name: string) {
  const book = await readXlsx(bytes, { readStyles: true });
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return { sheet, at: (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.style };
}

const form = review(sampleForm().snapshot).forms.map(recordOf);
const pages = summarySheets(
  form.map((one) => ({ file: '示例.xlsx', form: one, aside: new Map<string, string>() })),
  [],
  '',
);
const layouts = [newForm(DEPARTMENT)];

describe.each([
  ['a new file', null],
  ['a copy of a file that has looks', 'styled'],
  ['a copy of a file whose styles have a prefix', 'prefixed'],
])('the sheets of ours in %s', (_what, kind) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const styled = await workbookFile(sample());
    const file = kind === 'prefixed' ? prefixedStyles(styled) : styled;
    const { host, workbook } = openExcel(kind === null ? sampleWorkbook() : openedSheets(file));
    await host.report(pages);
    for (const layout of layouts) await host.addSheet(layout);
    const opened = { bytes: file, sheets: readWorkbook(file, 'a.xlsx').sheets.map(({ snapshot }) => snapshot) };
    bytes = (kind === null ? await workbookFile(workbook) : await changedCopy(workbook, opened)) ?? new Uint8Array();
  });

  test('keep their number formats, fills, fonts, lines, wraps and widths', async () => {
    const { sheet, at } = await looksIn(bytes, '核查汇总');
    expect(at(0, 0)?.font).toMatchObject({ bold: true, size: 16 });
    expect(at(3, 0)).toMatchObject({ fill: { fgColor: { rgb: expect.stringMatching(/DEECF9$/) as unknown } } });
    expect(at(4, 2)).toMatchObject({
      alignment: { wrapText: true, vertical: 'top' },
      border: { bottom: { style: 'thin' } },
    });
    expect(at(4, 8)?.numFmt).toBe('+0.00;-0.00;0.00');
    const given = pages[0]?.widths ?? [];
    const written = given.map((_width, column) => sheet.columns?.[column]?.width ?? 0);
    written.forEach((width, column) => expect(Math.abs(width - (given[column] ?? 0))).toBeLessThan(3));
    expect(sheet).toMatchObject({ freezePane: { rows: 4 }, autoFilter: { range: expect.any(String) as unknown } });
    expect(sheet.conditionalRules?.length).toBe(pages[0]?.highlights.length);
  });

  test('keep their charts, each with its figures', async () => {
    const { sheet } = await looksIn(bytes, '核查汇总');
    expect(sheet.charts).toHaveLength(pages[0]?.charts.length ?? 0);
    expect(JSON.stringify(sheet.charts)).toContain(`"valuesRef":"'核查汇总'!`);
  });

  test('a new form keeps its merged areas and by what it is printed', async () => {
    const [layout] = layouts;
    const { sheet } = await looksIn(bytes, layout?.name ?? '');
    expect(sheet.merges).toHaveLength(layout?.merges.length ?? 0);
    const book = new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml']);
    expect(book).toContain('_xlnm.Print_Titles');
  });
});

test('a sheet of ours leaves every style of the file that it is added to in its place', async () => {
  const original = await workbookFile(sample());
  const { workbook, file } = reopened(original);
  workbook.userEdit(workbook.addSheet('说明'), { row: 0, column: 0 }, '<新> & "旧"');
  const copy = (await changedCopy(workbook, file)) ?? new Uint8Array();
  const changed = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];
  expect(partsThatDiffer(original, copy)).toEqual([...changed, 'xl/worksheets/sheet3.xml']);
  const read = readWorkbook(copy, 'copy.xlsx').sheets.map(({ snapshot }) => snapshot);
  expect(read.map(({ name }) => name)).toEqual(['自评表', '填表说明', '说明']);
  expect(read[2]?.values).toEqual([['<新> & "旧"']]);
  const [before, after] = await Promise.all([looksIn(original, '自评表'), looksIn(copy, '自评表')]);
  expect(after.at(7, 2)).toEqual(before.at(7, 2));
  expect(after.at(7, 2)?.numFmt).toBe('#,##0.00');
});
