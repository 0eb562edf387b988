import fc from 'fast-check';
import type { CellValue, SheetCell } from '../../src/sheet/snapshot';
import { isTypedFormula, readTyped, textToType } from '../../src/sheet/typed';

const cell = (value: CellValue, text: string, formula = ''): SheetCell => ({
  at: { row: 0, column: 0 },
  value,
  text,
  formula,
});
const EMPTY = cell(null, '');
const PERCENT = cell(0.9407, '94.07%');

test.each<[string, SheetCell, CellValue]>([
  ['2.93', EMPTY, 2.93],
  [' 1,234.50 ', EMPTY, 1234.5],
  ['-5', EMPTY, -5],
  ['', cell(2.66, '2.66'), null],
  ['  ', cell(2.66, '2.66'), null],
  ['95%', EMPTY, '95%'],
  ['95%', PERCENT, 0.95],
  ['95', PERCENT, 0.95],
  ['0.95', PERCENT, 0.95],
  ['94.07%', cell('94.07%', '94.07%'), '94.07%'],
  ['未完成', PERCENT, '未完成'],
  ['已完成。 ', EMPTY, '已完成。 '],
  ["'007", EMPTY, '007'],
  ["'=1+1", EMPTY, '=1+1'],
  ['-无', EMPTY, '-无'],
  ['0x10', EMPTY, '0x10'],
  ['1,23', EMPTY, '1,23'],
  ['95', cell(0.9407, '94.07% '), 0.95],
  ['95 %', PERCENT, 0.95],
  ['1', PERCENT, 0.01],
  ['约95%', PERCENT, '约95%'],
  ['95', { ...EMPTY, percent: 2 }, 0.95],
  ['95%', { ...cell('—', '—'), percent: 0 }, 0.95],
  ['@某', EMPTY, '@某'],
  // Not one digit of a code is lost.
  ['440103201912310011', EMPTY, '440103201912310011'],
])('%j typed over %j gives %j', (typed, before, value) => {
  expect(readTyped(typed, before)).toBe(value);
});

test.each<[SheetCell, string]>([
  [cell(2.66, '2.66'), '2.66'],
  [cell(2.6612, '2.66'), '2.6612'],
  [cell(392951003.55, '392,951,003.55'), '392951003.55'],
  [PERCENT, '94.07%'],
  [cell(0.99891234, '99.89%'), '99.891234%'],
  [cell(44926, '2022/12/31'), '2022/12/31'],
  [cell(2.66, '2.66分'), '2.66'],
  [cell('已完成', '已完成'), '已完成'],
  [cell('=1+1', '=1+1'), "'=1+1"],
  [cell(5.6, '5.60', '=SUM(B2:B3)'), '5.6'],
  [EMPTY, ''],
  [cell(true, 'TRUE'), 'TRUE'],
  [cell(false, 'FALSE'), 'FALSE'],
  [cell("'甲", "'甲"), "''甲"],
  [cell("甲'", "甲'"), "甲'"],
])('%j is edited as %j', (before, text) => {
  expect(textToType(before)).toBe(text);
});

test('a formula is known before it is typed into a file', () => {
  expect(['=SUM(A1:A2)', ' =1'].map(isTypedFormula)).toEqual([true, true]);
  expect(["'=1", '=', '1=1', ''].map(isTypedFormula)).toEqual([false, false, false, false]);
});

test('a number that is typed as it is shown for typing is the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (given) => {
      const value = Number(given.toPrecision(12));
      const before = cell(value, String(value));
      expect(readTyped(textToType(before), before)).toBe(value === 0 ? 0 : value);
    }),
  );
});
