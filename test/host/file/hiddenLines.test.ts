import { utils, write } from '@e965/xlsx';
import { hiddenLines } from '../../../src/host/file/hiddenLines';
import { newWorkbook } from '../../../src/host/file/newWorkbook';
import { readWorkbook } from '../../../src/host/file/readWorkbook';
import type { HiddenLines } from '../../../src/sheet/snapshot';
import { rawPackage, workbookFile } from '../../support/workbook';

const hiddenIn = (bytes: Uint8Array, name = '表.xlsx') => readWorkbook(bytes, name).sheets[0]?.snapshot.hidden;

const DATA = `<sheetData>
  <row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>
  <row r="2" hidden="1"><c r="B2"><v>1</v></c></row>
  <row ht="0" customHeight="1"><c r="A3"><v>1</v></c></row>
  <row r="4" hidden="0" ht="15"><c r="A4"><v>1</v></c></row>
  <row r="9" hidden="1"/>
</sheetData>`;

test('hidden lines of an .xlsx file, those without height or width among them, as far as the sheet is filled in', () => {
  const columns = '<cols><col min="2" max="2" width="8" hidden="true"/><col min="3" max="16384" width="0"/></cols>';
  expect(hiddenIn(rawPackage(`${columns}${DATA}`))).toEqual({ rows: [1, 2], columns: [1, 2] });
  expect(hiddenIn(rawPackage(DATA.replaceAll(/ hidden="1"| ht="0"/g, '')))).toBeUndefined();
});

test('what a hostile file says of its columns keeps nobody busy', () => {
  const cols = '<cols><col min="1" max="4000000" hidden="1"/></cols>'.repeat(50);
  expect(hiddenLines(`${cols}<sheetData><row r="9999999" hidden="1"/></sheetData>`)).toMatchObject({ rows: [] });
  expect(hiddenLines(cols).columns).toHaveLength(512);
});

test('what is hidden is written into a new file and read out of it again', () => {
  const hidden: HiddenLines = { rows: [1], columns: [0, 2] };
  const at = (row: number, column: number) =>
    [
      { row, column },
      { value: row + column, formula: '', numberFormat: 'General' },
    ] as const;
  const cells = [at(0, 0), at(1, 1), at(2, 2)];
  const area = { row: 0, column: 0, rowCount: 3, columnCount: 3 };
  expect(hiddenIn(newWorkbook([{ name: '表', area, cells, merges: [], hidden }]))).toEqual(hidden);
  expect(hiddenIn(newWorkbook([{ name: '表', area, cells, merges: [] }]))).toBeUndefined();
});

test('the XML of 2003 says it too', () => {
  const plain = new TextDecoder().decode(workbookFile([{ name: '表', rows: [[1], [2], [3]] }], 'xlml'));
  let row = 0;
  const xml = plain.replace(/<Row[^>]*>/g, (tag) =>
    (row += 1) === 2 ? tag.replace('<Row', '<Row ss:Hidden="1"') : tag,
  );
  expect(hiddenIn(new TextEncoder().encode(xml), '表.xls')).toEqual({ rows: [1], columns: [] });
});

test('the old .xls says it too', () => {
  const sheet = utils.aoa_to_sheet([
    [1, 2],
    [3, 4],
  ]);
  sheet['!cols'] = [{ wch: 9 }, { wch: 9, hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  const bytes: unknown = write(book, { type: 'array', bookType: 'biff8' });
  expect(hiddenIn(new Uint8Array(bytes as ArrayBuffer), '表.xls')).toEqual({ rows: [], columns: [1] });
});
