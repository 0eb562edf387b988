import { oleFile, oleStream } from './ole';
import { rawPackage, relationshipsXml, workbookFile } from './workbook';

const ROWS = 4_000;
const COLUMNS = 20;
const LETTERS = 'ABCDEFGHIJKLMNOPQRST';

/** A sheet of many cells, each written as `cell` says. */
function sheetOf(cell: (address: string, first: boolean) => string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = Array.from(LETTERS, (letter, column) => cell(`${letter}${row + 1}`, row + column === 0));
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `<sheetData>${rows.join('')}</sheetData>`;
}

/** Each cell has an array formula that is said to fill the whole grid. */
export function arrayFormulas(): Uint8Array {
  const formula = '<f t="array" ref="A1:XFD1048576">SUM(A1:B2)</f>';
  return rawPackage(sheetOf((address) => `<c r="${address}">${formula}<v>1</v></c>`));
}

/** Each cell shares one very long formula, which the parser writes out anew for every one of them. */
export function sharedFormulas(): Uint8Array {
  const long = `${'A1+'.repeat(2_700)}A1`;
  return rawPackage(
    sheetOf((address, first) => {
      const formula = first ? `<f t="shared" si="0" ref="A1:T${ROWS}">${long}</f>` : '<f t="shared" si="0"/>';
      return `<c r="${address}">${formula}<v>1</v></c>`;
    }),
  );
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Each cell is displayed by a number format of 60,000 characters; Excel allows 255. */
export function numberFormats(): Uint8Array {
  const code = `${'0'.repeat(30_000)}.${'0'.repeat(30_000)}`;
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  return rawPackage(
    sheetOf((address) => `<c r="${address}" s="1"><v>1.25</v></c>`),
    {
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': relationshipsXml([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ]),
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    },
  );
}

const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);

function record(type: number, body: readonly number[]): Buffer {
  return Buffer.from([...u16(type, body.length), ...body]);
}

/** An old workbook of which each cell shares one long formula. */
export function oldSharedFormulas(): Uint8Array {
  const sum = Array.from({ length: 700 }, (_, index) => [0x1e, 1, 0, ...(index > 0 ? [0x03] : [])]).flat();
  const cell = (row: number, column: number): Buffer =>
    record(0x06, [...u16(row, column, 0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, ...u16(0, 0, 0, 5), 0x01, ...u16(0, 0)]);
  const shared = record(0x4bc, [...u16(0, 0xffff), 0, 255, 0, 0, ...u16(sum.length), ...sum]);
  const cells = Array.from({ length: 5_000 * COLUMNS }, (_, at) => cell(Math.floor(at / COLUMNS), at % COLUMNS));
  const [first = Buffer.alloc(0), ...others] = cells;
  const stream = Buffer.from(oleStream(workbookFile([{ name: 'a', rows: [[1]] }], 'biff8'), 'Workbook'));
  const end = stream.lastIndexOf(record(0x0a, []));
  const parts = [stream.subarray(0, end), first, shared, ...others, stream.subarray(end)];
  return oleFile([['Workbook', Buffer.concat(parts)]]);
}
