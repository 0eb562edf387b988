import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { isPlaceholder, readFigure, readLooseFigure, readRate } from '../../src/words/figure';
import { formatLike } from '../../src/sheet/format';
import type { CellValue } from '../../src/sheet/snapshot';
import { cell } from '../support/cell';

const WAN = new Decimal(10_000);

describe('readFigure', () => {
  test.each<[CellValue, string]>([
    [2.94, '2.94'],
    [96.62999999999997, '96.63'],
    [0.30000000000000004, '0.3'],
    [94.35000000000005, '94.35'],
    [392951003.55, '392951003.55'],
    [-2.5, '-2.5'],
    [0, '0'],
    ['2.94', '2.94'],
    ['２．９４分', '2.94'],
    ['2.94 分', '2.94'],
    ['1,234.50', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['1 234 567.00', '1234567'],
    ['392,951,003.55元', '392951003.55'],
    ['¥392,951,003.55', '392951003.55'],
    ['620.82万元', '620.82'],
    ['[20]', '20'],
    ['【20】', '20'],
    ['(20)', '20'],
    ['（20分）', '20'],
    ['-2.5', '-2.5'],
    ['－2.5', '-2.5'],
    ['−2.5', '-2.5'],
    ['+2.5', '2.5'],
    ['10%', '10'],
    [' 10\n', '10'],
    ['96.62999999999997', '96.63'],
    ["'3", '3'],
    ['15.', '15'],
    ['2.94分。', '2.94'],
    ['86 . 5', '86.5'],
    ['—2.5', '-2.5'],
    ['＇2.94', '2.94'],
    ['’¥1,200', '1200'],
  ])('%j', (value, expected) => {
    const { state, value: figure, storedAsText } = readFigure(cell(value));
    expect([state, figure?.toFixed()]).toEqual(['figure', expected]);
    expect(storedAsText).toBe(typeof value === 'string');
  });

  test('a weight shown as a percentage counts its percent', () => {
    expect(readFigure(cell(0.1, '10%')).value?.toFixed()).toBe('10');
  });

  test.each([
    ['620.82万元', WAN, '620.82'],
    ['620.82万元', new Decimal(1), '6208200'],
    ['6208200元', WAN, '620.82'],
    ['5万', new Decimal(1), '50000'],
    ['1.2亿元', WAN, '12000'],
    ['620.82', WAN, '620.82'],
    ['5万人民币元', WAN, '5'],
  ])('%s under a unit of %s yuan', (text, unit, expected) => {
    expect(readFigure(cell(text), unit).value?.toFixed()).toBe(expected);
  });

  test.each([
    [null, 'blank'],
    ['', 'blank'],
    ['得分', 'unreadable'],
    [' \u00a0\u200b\n', 'blank'],
    ['/', 'placeholder'],
    ['／', 'placeholder'],
    ['\\', 'placeholder'],
    ['—', 'placeholder'],
    ['——', 'placeholder'],
    ['–', 'placeholder'],
    ['-', 'placeholder'],
    ['……', 'placeholder'],
    ['...', 'placeholder'],
    ['**', 'placeholder'],
    ['无', 'placeholder'],
    ['不适用', 'placeholder'],
    ['不设分', 'placeholder'],
    ['N/A', 'placeholder'],
    ['满分', 'unreadable'],
    ['#REF!', 'unreadable'],
    ['2.9.4', 'unreadable'],
    ['1,23', 'unreadable'],
    ['1,2345', 'unreadable'],
    ['10 20', 'unreadable'],
    ['10-20', 'unreadable'],
    ['3个', 'unreadable'],
    ['5¥', 'unreadable'],
    ['5十元', 'unreadable'],
    ['1234,567', 'unreadable'],
    ['0,123', 'unreadable'],
    ['[]', 'unreadable'],
    ['一', 'unreadable'],
    ['9'.repeat(400), 'unreadable'],
    [true, 'unreadable'],
    [Number.NaN, 'unreadable'],
  ])('%j is %s', (value, state) => {
    expect(readFigure(cell(value))).toEqual({ state, value: null, storedAsText: false });
  });

  test('a figure of any form is read as the same figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const amount = new Decimal(cents).div(100);
        const grouped = formatLike(amount, '1,000');
        const wide = grouped.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const value of [
          amount.toNumber(),
          amount.toFixed(),
          grouped,
          `${grouped}元`,
          `¥${grouped}`,
          wide,
          `（${wide}）`,
        ]) {
          expect(readFigure(cell(value)).value?.toFixed()).toBe(amount.toFixed());
        }
      }),
    );
  });
});

describe('readRate', () => {
  test.each<[CellValue, string, string]>([
    [0.9989, '99.89%', '0.9989'],
    [0.9989, '0.9989', '0.9989'],
    [1, '1', '1'],
    [1.2, '120%', '1.2'],
    [2, '200%', '2'],
    [99.97, '99.97', '0.9997'],
    [100, '100', '1'],
    [0, '0', '0'],
    ['99.89%', '99.89%', '0.9989'],
    ['８６％', '８６％', '0.86'],
    ['86', '86', '0.86'],
    ['0.958', '0.958', '0.958'],
    ['1', '1', '1'],
    ['0.1%', '0.1%', '0.001'],
    ['5‰', '5‰', '0.005'],
    ['95百分比', '95百分比', '0.95'],
    ['百分之九十五', '百分之九十五', '0.95'],
    ['(99.89%)', '(99.89%)', '0.9989'],
    ['-0.11%', '-0.11%', '-0.0011'],
  ])('%j shown as %s', (value, text, expected) => {
    const { state, value: rate, storedAsText } = readRate(cell(value, text));
    expect([state, rate?.toFixed(), storedAsText]).toEqual(['figure', expected, typeof value === 'string']);
  });

  test.each<[CellValue, string]>([
    [null, 'blank'],
    ['—', 'placeholder'],
    ['#DIV/0!', 'unreadable'],
    ['较高', 'unreadable'],
    ['86分', 'unreadable'],
    [' ', 'blank'],
    [true, 'unreadable'],
    [Number.NaN, 'unreadable'],
    ['约百分之九十五', 'unreadable'],
  ])('%j is %s', (value, state) => {
    expect(readRate(cell(value)).state).toBe(state);
  });
});

describe('readLooseFigure', () => {
  test.each([
    ['自评得分：96.63分', '96.63'],
    ['总分 100', '100'],
    ['合计得分（94.65）', '94.65'],
    ['2021年度自评得分：96.63', '96.63'],
    ['{"formula":"","result":96.62999999999997}', '96.63'],
    ['自评总分：９６．６３分', '96.63'],
    ['96.63', '96.63'],
  ])('%s', (text, expected) => {
    expect(readLooseFigure(text)?.toFixed()).toBe(expected);
  });

  test('prose that holds one figure among a thousand characters is no score', () => {
    expect(readLooseFigure(`总分96.63，${'情况良好。'.repeat(200)}`)).toBeNull();
  });

  test.each(['', '总分', '得分96.63，满分100', '2021年度'])('none in %j', (text) => {
    expect(readLooseFigure(text)).toBeNull();
  });
});

test('the numeral 一 is no placeholder, a dash is', () => {
  expect(isPlaceholder('一')).toBe(false);
  expect(isPlaceholder('— —')).toBe(true);
});
