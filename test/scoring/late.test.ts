import { daysLate, isAfter } from '../../src/scoring/late';
import { readDate } from '../../src/words/readDate';
import { readQuantity } from '../../src/words/readQuantity';
import { cell } from '../support/cell';
import type { DateQuantity } from '../../src/words/quantity';

const dateOf = (text: string): DateQuantity => readDate(text) ?? fail(text);
const fail = (text: string): never => {
  throw new Error(`no date: ${text}`);
};
const YEAR = 2023;

test.each([
  ['次月15日前', '次月12日', false],
  ['次月15日前', '次月25日', true],
  ['每月15日前', '当月10日', false],
  // Of what was due in this month, or in the one before it.
  ['每月15日前', '次月5日', null],
  ['次月15日前', '每月20日', null],
])('for %s, %s is late: %s', (target, actual, late) => {
  const [due, done] = [target, actual].map((text) => readQuantity(cell(text)));
  if (due?.kind !== 'date' || done?.kind !== 'date') throw new Error('no date');
  expect(isAfter(done, due, YEAR)).toBe(late);
});

describe('parts of a month and of the year', () => {
  test.each([
    ['12月中旬', '12月10日', false],
    ['12月中旬', '12月20日', false],
    ['12月中旬', '12月21日', true],
    ['12月中旬前', '12月28日', true],
    ['12月中旬', '12月中旬', false],
    ['12月中旬', '12月下旬', true],
    ['12月中旬', '12月底', true],
    ['12月中旬', '12月', null],
    ['12月15日', '12月中旬', null],
    ['12月10日', '12月中旬', true],
    ['12月20日', '12月中旬', false],
    ['6月上旬', '6月中旬', true],
    ['6月上旬前', '5月下旬', false],
    ['6月底前', '6月中旬', false],
    ['6月底前', '7月上旬', true],
    ['10月中下旬', '10月28日', false],
    ['10月上中旬', '10月28日', true],
    // Early in a month has no last day.
    ['10月初', '10月12日', false],
    ['10月5日', '10月初', null],
    ['2月下旬', '2月28日', false],
    ['第三季度', '8月', false],
    ['第三季度', '10月15日', true],
    ['三季度', '第四季度', true],
    ['第三季度末', '第三季度', false],
    ['上半年', '7月3日', true],
    ['下半年', '2024年1月', true],
    // A part of the year may be any day in it.
    ['11月底前', '第四季度', null],
    ['9月底前', '第四季度', true],
    ['5月', '上半年', null],
    ['10月', '下半年', null],
    ['2023年6月底', '2023年', null],
    ['2022年12月底', '2023年', true],
    ['年底前', '2023年', false],
    ['每月底前', '每月底', false],
    ['12月中旬', '每月底', null],
  ])('for %s, %s is late: %s', (target, actual, late) =>
    expect(isAfter(dateOf(actual), dateOf(target), YEAR)).toBe(late),
  );

  test.each([
    ['12月中旬', '12月25日', 5],
    ['12月中旬', '12月下旬', null],
    ['12月中旬', '12月18日', 0],
  ])('for %s, %s is %s days late', (target, actual, days) =>
    expect(daysLate(dateOf(actual), dateOf(target), YEAR)).toBe(days),
  );
});
