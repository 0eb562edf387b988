import {
  EmulatedWorkbook,
  workbookState,
  type EmulatedSheet,
  type WorkbookChange,
} from '../../../src/workbench/emulator';
import { parseAddress, parseArea } from '../../../src/sheet/address';
import type { Area, CellRef, CellValue } from '../../../src/sheet/snapshot';
import { sheet } from '../../support/sheet';
import { sortRows } from '../../support/sortRows';
import { userComment } from '../../support/recordedHost';

function at(address: string): CellRef {
  const cell = parseAddress(address);
  if (cell === null) throw new Error(`no cell: ${address}`);
  return cell;
}

function area(address: string): Area {
  const found = parseArea(address);
  if (found === null) throw new Error(`no area: ${address}`);
  return found;
}

function open(rows: readonly (readonly CellValue[])[] = [[]]): { workbook: EmulatedWorkbook; opened: EmulatedSheet } {
  const workbook = new EmulatedWorkbook('测试.xlsx', [{ snapshot: sheet(rows) }]);
  return { workbook, opened: workbook.active };
}

/** Types formulas and constants into cells and gives what the last one shows. */
function shown(...inputs: readonly (readonly [string, string])[]): string {
  const { workbook, opened } = open();
  for (const [address, input] of inputs) workbook.userEdit(opened, at(address), input);
  return opened.text(at(inputs.at(-1)?.[0] ?? 'A1'));
}

describe('typing', () => {
  test.each<[input: string, value: CellValue, text: string]>([
    ['2.93', 2.93, '2.93'],
    ['94.07%', 0.9407, '94.07%'],
    ['95%', 0.95, '95%'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['2023/12/31', 45_291, '2023/12/31'],
    ["'007", '007', '007'],
    ["'=A1", '=A1', '=A1'],
    ['true', true, 'TRUE'],
    ['#N/A', '#N/A', '#N/A'],
    ['≥95%', '≥95%', '≥95%'],
    ['', null, ''],
    ['=1/0', '#DIV/0!', '#DIV/0!'],
    ['=没有这个函数(1)', '#NAME?', '#NAME?'],
    ['=1+', '#NAME?', '#NAME?'],
  ])('%j becomes %j', (input, value, text) => {
    const { workbook, opened } = open();
    workbook.userEdit(opened, at('A1'), input);
    expect(opened.cell(at('A1')).value).toBe(value);
    expect(opened.text(at('A1'))).toBe(text);
  });

  test('a cell of the text format takes everything as text', () => {
    const { workbook, opened } = open();
    opened.put(at('A1'), { ...opened.cell(at('A1')), numberFormat: '@' });
    workbook.userEdit(opened, at('A1'), '=1+1');
    expect(opened.cell(at('A1'))).toMatchObject({ value: '=1+1', formula: '' });
  });
});

describe('formulas', () => {
  test.each<[string, string]>([
    ['=SUM(A1:A3)', '6'],
    ['=MAX(A1:A3)', '3'],
    ['=SUBTOTAL(9,A1:A3)', '6'],
    ['=ROUND(A3/7,2)', '0.43'],
    ['=IF(A1>0,"达标","未达标")', '达标'],
    ['=COUNTA(A1:A3)', '3'],
    ['=SUMIFS(A1:A3,A1:A3,">1")', '5'],
    ['=AVERAGE(A1:A3)&"分"', '2分'],
    ['=A1/B9', '#DIV/0!'],
    ['=SUM(A:A)', '6'],
  ])('%s shows %s', (formula, text) => {
    expect(shown(['A1', '1'], ['A2', '2'], ['A3', '3'], ['C1', formula])).toBe(text);
  });

  test('what depends on an edited cell follows, through other formulas and sheets', () => {
    const { workbook, opened } = open();
    const other = workbook.addSheet('汇总 表');
    workbook.userEdit(opened, at('A1'), '2');
    workbook.userEdit(opened, at('B1'), '=A1*2');
    workbook.userEdit(other, at('A1'), '=自评表!B1+1');
    workbook.userEdit(opened, at('C1'), "='汇总 表'!A1*10");
    expect(opened.cell(at('C1')).value).toBe(50);
    workbook.userEdit(opened, at('A1'), '3');
    expect([opened.cell(at('B1')).value, other.cell(at('A1')).value, opened.cell(at('C1')).value]).toEqual([6, 7, 70]);
  });

  test('a circle ends', () => {
    const { workbook, opened } = open();
    workbook.userEdit(opened, at('A1'), '=B1+1');
    workbook.userEdit(opened, at('B1'), '=A1+1');
    expect(typeof opened.cell(at('B1')).value).toBe('number');
  });

  test('values that a file brought are kept until something they depend on changes', () => {
    const snapshot = sheet([[{ value: 1 }, { value: 99, formula: '=A1+1' }]]);
    const workbook = new EmulatedWorkbook('a.xlsx', [{ snapshot }]);
    expect(workbook.active.cell(at('B1')).value).toBe(99);
    workbook.userEdit(workbook.active, at('A1'), '5');
    expect(workbook.active.cell(at('B1')).value).toBe(6);
  });
});

describe('rows and columns', () => {
  test('inserting moves cells, merges, comments, highlights and references', () => {
    const { workbook, opened } = open([[1], [2], [3]]);
    workbook.userEdit(opened, at('A4'), '=SUM(A1:A3)+$A$3');
    workbook.merge(opened, area('B3:C3'));
    userComment(workbook, opened, at('A3'), '请核对');
    workbook.shift(opened, 'row', 1, 2);
    expect(opened.cell(at('A6'))).toMatchObject({ formula: '=SUM(A1:A5)+$A$5', value: 9 });
    expect(opened.merges).toEqual([area('B5:C5')]);
    expect(opened.commentAt(at('A5'))?.content).toBe('请核对');
    workbook.shift(opened, 'column', 0, 1);
    expect(opened.cell(at('B6')).formula).toBe('=SUM(B1:B5)+$B$5');
  });

  test('inserting and deleting again gives the former sheet', () => {
    const { workbook, opened } = open([
      [1, 2],
      ['甲', null],
      [3, 4],
    ]);
    workbook.userEdit(opened, at('C3'), '=A1+B3');
    workbook.merge(opened, area('A2:B2'));
    const before = workbookState(workbook);
    workbook.shift(opened, 'row', 1, 3);
    workbook.shift(opened, 'row', 1, -3);
    expect(workbookState(workbook)).toEqual(before);
  });

  test('a reference to deleted cells becomes #REF!', () => {
    const { workbook, opened } = open([[1], [2]]);
    workbook.userEdit(opened, at('C1'), '=A2');
    workbook.shift(opened, 'row', 1, -1);
    expect(opened.cell(at('C1'))).toMatchObject({ formula: '=#REF!', value: '#REF!' });
  });

  test('sorting moves whole rows: numbers first, empty cells last', () => {
    const { workbook, opened } = open([
      ['丙', 3],
      ['空', null],
      ['甲', 1],
      ['乙', '无'],
    ]);
    sortRows(workbook, opened, area('A1:B4'), 1);
    expect([0, 1, 2, 3].map((row) => opened.cell({ row, column: 0 }).value)).toEqual(['甲', '丙', '乙', '空']);
  });
});

describe('sheets', () => {
  test('renaming follows into formulas; a name is given once', () => {
    const { workbook, opened } = open([[1]]);
    const other = workbook.addSheet('汇总');
    workbook.userEdit(other, at('A1'), '=自评表!A1&"自评表!A1"');
    expect(workbook.renameSheet(opened, '汇总')).toBe(false);
    expect(workbook.renameSheet(opened, '2023 自评表')).toBe(true);
    expect(other.cell(at('A1')).formula).toBe(`='2023 自评表'!A1&"自评表!A1"`);
  });

  test('the last sheet stays; deleting the active one brings another to the front', () => {
    const { workbook, opened } = open();
    const other = workbook.addSheet();
    expect(workbook.deleteSheet(opened)).toBe(true);
    expect(workbook.active).toBe(other);
    expect(workbook.deleteSheet(other)).toBe(false);
  });

  test('each change is told once, with who did it', () => {
    const { workbook, opened } = open([[1]]);
    const changes: WorkbookChange[] = [];
    const stop = workbook.onChange((change) => changes.push(change));
    workbook.userPaste(opened, at('A1'), [['1', '2'], ['3']], 'remote');
    workbook.select(opened, area('A1:B2'));
    workbook.beginCellEdit(opened, at('A1'));
    workbook.endCellEdit('9');
    expect(changes.map(({ kind }) => kind)).toEqual(['cells', 'selection', 'editing', 'editing', 'cells']);
    expect(changes[0]).toMatchObject({ area: area('A1:B2'), by: 'remote' });
    expect(changes.at(-1)).toMatchObject({ by: 'user' });
    stop();
    workbook.userEdit(opened, at('A1'), '1');
    expect(changes).toHaveLength(5);
  });
});

test('texts of a file are shown as they were, whatever its number format', () => {
  const snapshot = sheet([
    [
      { value: 0.9407, text: '94.07%' },
      { value: 45_291, text: '23-12' },
      { value: '2.93', text: '2.93' },
    ],
  ]);
  const workbook = new EmulatedWorkbook('a.xlsx', [{ snapshot }]);
  expect(['A1', 'B1', 'C1'].map((address) => workbook.active.text(at(address)))).toEqual(['94.07%', '23-12', '2.93']);
  expect(workbook.active.cell(at('A1')).numberFormat).toBe('0.00%');
  expect(workbook.active.cell(at('C1'))).toMatchObject({ value: '2.93', prefixed: true });
});
