import { readAttainment } from '../../src/words/attainment';
import type { Quantity } from '../../src/words/quantity';
import { readQuantity, withoutItemNumber, type QuantityHints } from '../../src/words/readQuantity';
import type { CellValue } from '../../src/sheet/snapshot';
import { cell } from '../support/cell';

/** A quantity in one line; what is only words gives those. */
function words(quantity: Quantity | null): string {
  if (quantity === null) return '—';
  if (quantity.kind === 'qualitative') return `“${quantity.text}”`;
  if (quantity.kind === 'range') return `${quantity.low.toFixed()}…${quantity.high.toFixed()} ${quantity.unit}`.trim();
  const value =
    quantity.kind === 'number'
      ? `${quantity.value.toFixed()} ${quantity.unit}`
      : `${quantity.year ?? '?'}-${quantity.month}-${quantity.day ?? '?'}`;
  return `${quantity.relation ?? ''} ${value}`.trim();
}

const read = (value: CellValue, hints?: QuantityHints, text?: string) => words(readQuantity(cell(value, text), hints));

describe('one figure, or several', () => {
  test.each([
    ['完成率100%，达标率100%', '100 %'],
    ['3个3次', '“3个3次”'],
    ['3个、5个', '“3个、5个”'],
    ['100 / 100', '“100 / 100”'],
    ['每月15次', '15 次'],
    ['每季度15天', '“每季度15天”'],
    ['90%-95%，共3项', '“90%-95%,共3项”'],
    ['2022年-2023年', '“2022年-2023年”'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('ranges', () => {
  test.each([
    ['90% - 95%', '90…95 %'],
    ['3幅-5幅', '3…5 幅'],
    ['3个-5', '3…5 个'],
    ['3-5个', '3…5 个'],
    ['>90%且<95%', '90…95 %'],
    ['≥90%且<95%', '90…95 %'],
    ['误差±5%', '-5…5 %'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    '3个-5次',
    '5个-3个',
    '90%≤X≤100个',
    '≥95%且≤90%',
    '≥90%且≥95%',
    '完成90%,≤95%',
    '95%≤某项指标的实际完成情况≤100%',
  ])('%s is none', (text) => expect(read(text)).toBe(`“${text}”`));
});

describe('the unit behind a figure, known or not', () => {
  test.each([
    ['3标段', '3 标段'],
    ['3坛以上', '>= 3 坛'],
    ['≥10（人次）', '>= 10 人次'],
    ['10坛（个）', '10'],
    ['80（含税）', '80'],
    ['3坛好酒和很多话', '3'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each<[CellValue, QuantityHints, string]>([
    [0.5, { unit: '万元' }, '5000 元'],
    [0.5, { unit: '%' }, '0.5'],
    [95, { nature: '达标类', unit: '%' }, '95 %'],
  ])('%s with the columns %j', (value, hints, expected) => expect(read(value, hints)).toBe(expected));

  test('a cell that shows less than it holds counts in full', () => {
    expect(read(2013.5512, { unit: '万元' }, '2013.55')).toBe('20135512 元');
    expect(read(2013.5512, {}, '2013.55')).toBe('2013.5512');
  });

  test.each([
    ['5个(共10人)', '5'],
    ['5个左右', '5'],
    ['5 个', '5 个'],
  ])('a number that shows as %s', (text, expected) => expect(read(5, {}, text)).toBe(expected));

  test('what is no number has none', () => expect(read(Number.NaN)).toBe('—'));
});

describe('numerals and months', () => {
  test.each([
    ['≥一百二十', '>= 120'],
    ['十二', '12'],
    ['三', '“三”'],
    ['目标≥12月', '“目标≥12月”'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('the number of an item before the value', () => {
  test.each([
    ['1、/', '—'],
    ['三、无', '—'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected));

  test('four levels are passed over, more are none', () => {
    expect(withoutItemNumber('1、2、3、4、5、6个')).toBe('5、6个');
  });
});

test.each([
  ['部分完成', 'partly'],
  [`部分完成${'一'.repeat(16)}`, 'partly'],
  [`部分完成${'一'.repeat(17)}`, null],
  ['完成。', 'met'],
  ['完成！目标任务', null],
])('%s as a statement of its own: %s', (text, expected) => expect(readAttainment(text)).toBe(expected));
