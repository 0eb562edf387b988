import fc from 'fast-check';
import {
  columnName,
  formatAddress,
  formatArea,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  parseArea,
} from '../../src/sheet/address';
import { cellAt, compareCells, contains, isBlank, sameCell } from '../../src/sheet/snapshot';
import { sheet } from '../support/sheet';

describe('addresses', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [MAX_COLUMNS - 1, 'XFD'],
  ])('column %d is %s', (column, name) => expect(columnName(column)).toBe(name));

  test.each([
    ['I52', { row: 51, column: 8, rowCount: 1, columnCount: 1 }],
    ['$I$52', { row: 51, column: 8, rowCount: 1, columnCount: 1 }],
    ['i52', { row: 51, column: 8, rowCount: 1, columnCount: 1 }],
    [' 自评表!F10:H12 ', { row: 9, column: 5, rowCount: 3, columnCount: 3 }],
    ['H12:F10', { row: 9, column: 5, rowCount: 3, columnCount: 3 }],
    ['XFD1048576', { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1, rowCount: 1, columnCount: 1 }],
    ['XFE1', null],
    ['A1048577', null],
    ['A0', null],
    ['A1:', null],
    ['A', null],
    ['1', null],
    ['', null],
    ['AAAA1', null],
    ['甲1', null],
  ])('%j as an area', (address, area) => expect(parseArea(address)).toEqual(area));

  test('an area of one cell is written as the cell', () => {
    expect(formatArea({ row: 9, column: 5, rowCount: 1, columnCount: 1 })).toBe('F10');
    expect(formatArea({ row: 9, column: 5, rowCount: 1, columnCount: 3 })).toBe('F10:H10');
    expect(formatArea({ row: 9, column: 5, rowCount: 3, columnCount: 1 })).toBe('F10:F12');
  });

  test('an area is read back from what is written, a cell only where it is one', () => {
    const end = { row: fc.nat(MAX_ROWS - 1), column: fc.nat(MAX_COLUMNS - 1) };
    fc.assert(
      fc.property(fc.record(end), fc.record(end), (a, b) => {
        const row = Math.min(a.row, b.row);
        const column = Math.min(a.column, b.column);
        const rowCount = Math.abs(a.row - b.row) + 1;
        const columnCount = Math.abs(a.column - b.column) + 1;
        expect(parseArea(formatArea({ row, column, rowCount, columnCount }))).toEqual({
          row,
          column,
          rowCount,
          columnCount,
        });
        expect(parseAddress(formatAddress(a))).toEqual(a);
      }),
    );
    expect([parseAddress('A1:B1'), parseAddress('A1:A2'), parseAddress('x')]).toEqual([null, null, null]);
  });
});

describe('cells of a snapshot', () => {
  const snapshot = sheet(
    [
      ['分值', { value: 0.5, text: '50%', formula: '=A9' }],
      [null, { value: null, formula: '=A8' }],
    ],
    {
      origin: { row: 2, column: 1 },
    },
  );

  test('a cell is found by its place in the sheet; outside there are empty ones', () => {
    const at = (row: number, column: number) => cellAt(snapshot, { row, column });
    expect(at(2, 1)).toEqual({ at: { row: 2, column: 1 }, value: '分值', text: '分值', formula: '' });
    expect(at(2, 2)).toMatchObject({ value: 0.5, text: '50%', formula: '=A9' });
    expect(at(3, 2)).toMatchObject({ value: null, text: '', formula: '=A8' });
    for (const [row, column] of [
      [1, 1],
      [4, 1],
      [2, 0],
      [2, 3],
      [3, 1],
    ] as const) {
      expect(at(row, column)).toEqual({ at: { row, column }, value: null, text: '', formula: '' });
    }
  });

  test.each([
    [null, true],
    ['', true],
    [' \n', true],
    ['x', false],
    [0, false],
    [false, false],
  ])('a cell that holds %j is blank: %s', (value, blank) => {
    expect(isBlank({ at: { row: 0, column: 0 }, value, text: '', formula: '' })).toBe(blank);
  });

  test('an area contains its edges and nothing beyond', () => {
    const area = { row: 2, column: 3, rowCount: 2, columnCount: 2 };
    const held = [1, 2, 3, 4].map((row) => [2, 3, 4, 5].map((column) => contains(area, { row, column })));
    expect(held).toEqual([
      [false, false, false, false],
      [false, true, true, false],
      [false, true, true, false],
      [false, false, false, false],
    ]);
  });

  test('cells are read row by row', () => {
    const [a, b, c] = [
      { row: 1, column: 5 },
      { row: 1, column: 6 },
      { row: 2, column: 0 },
    ] as const;
    expect([c, b, a].sort(compareCells)).toEqual([a, b, c]);
    expect([sameCell(a, { ...a }), sameCell(a, b), sameCell(a, { ...a, row: 2 })]).toEqual([true, false, false]);
  });
});
