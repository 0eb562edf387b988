import { impossibleDate, scanDate } from '../../src/words/dates';
import type { Quantity } from '../../src/words/quantity';
import { readDate, readDisplayedDate } from '../../src/words/readDate';

const part = (value: number | null): string => (value === null ? '?' : String(value));

describe('a date at the beginning of a text, and what stands behind it', () => {
  const found = (text: string): string => {
    const date = scanDate(text, 0);
    if (date === null) return 'none';
    const { year, month, day, span, end } = date;
    return `${part(year)}-${part(month)}-${part(day)}${span ? ' span' : ''} ${text.slice(end)}`.trim();
  };

  test.each([
    ['2022年12月30日', '2022-12-30'],
    ['2022年 12 月 30 日', '2022-12-30'],
    ['2022年12月30号', '2022-12-30'],
    ['2022年12月30个', '2022-12-? 30个'],
    ['2022年12月32日', '2022-12-? 32日'],
    ['2022年12月份', '2022-12-?'],
    ['2022年度', '2022-?-?'],
    ['2022 年', '2022-?-?'],
    ['12月', '?-12-?'],
    ['12月1日', '?-12-1'],
    ['12月31日', '?-12-31'],
    ['12月0日', '?-12-? 0日'],
    ['13月', 'none'],
    ['0月', 'none'],
    ['5', 'none'],
  ])('%s in words: %s', (text, expected) => expect(found(text)).toBe(expected));

  // 日 is often forgotten before 前.
  test.each([
    ['9月30前', '?-9-30 前'],
    ['9月30 前', '?-9-30 前'],
    ['9月30之前', '?-9-30 之前'],
    ['9月30以前', '?-9-30 以前'],
    ['9月30元', '?-9-? 30元'],
    ['9月30元前', '?-9-? 30元前'],
    ['9月30元以前', '?-9-? 30元以前'],
  ])('%s without 日: %s', (text, expected) => expect(found(text)).toBe(expected));

  test.each([
    ['2022-12-30', '2022-12-30'],
    ['2022/1/5', '2022-1-5'],
    ['2022.12.30', '2022-12-30'],
    ['2022-12', '2022-12-?'],
    ['2022-1', '2022-1-?'],
    ['2022-12-32', 'none'],
    ['2022-13', 'none'],
    ['2022-0', 'none'],
    ['2022.10.0', 'none'],
    ['2022x12', 'none'],
    ['2022', 'none'],
  ])('%s in figures: %s', (text, expected) => expect(found(text)).toBe(expected));

  // 2021.5 is a decimal number, and 2021.05万元 an amount.
  test.each([
    ['2022.05', '2022-5-?'],
    ['2022.10', '2022-10-?'],
    ['2022.10月', '2022-10-? 月'],
    ['2022.5', 'none'],
    ['2022.10万元', 'none'],
    ['2022.10 万元', 'none'],
  ])('%s, month or number: %s', (text, expected) => expect(found(text)).toBe(expected));

  test.each([
    ['1899年', 'none'],
    ['1900年', '1900-?-?'],
    ['2099年', '2099-?-?'],
    ['2100年', 'none'],
    ['202年', 'none'],
    ['20222年', 'none'],
  ])('%s as a year: %s', (text, expected) => expect(found(text)).toBe(expected));

  test.each([
    ['20221230', '2022-12-30'],
    ['19900101', '1990-1-1'],
    ['20991231', '2099-12-31'],
    ['19891231', 'none'],
    ['21000101', 'none'],
    ['20221301', 'none'],
    ['20220030', 'none'],
    ['20221200', 'none'],
    ['20221232', 'none'],
    ['2022123', 'none'],
    ['202212301', 'none'],
  ])('%s in one run of digits: %s', (text, expected) => expect(found(text)).toBe(expected));

  test.each([
    ['2022年1月-12月', '2022-12-? span'],
    ['2024年1-12月', '2024-12-? span'],
    ['2024年1至12月', '2024-12-? span'],
    ['2024年13-12月', '2024-?-? 13-12月'],
    ['1-12月', '?-12-? span'],
    ['1月至12月31日', '?-12-31 span'],
    ['2020-2022年度', '2022-?-? span'],
    ['2020至2022年', '2022-?-? span'],
    ['2020--2022年', '2022-?-? span'],
    ['2020-2022', 'none'],
    ['2020-2022年内', '2022-?-? span 内'],
    ['2022年-2023年', '2022-?-? -2023年'],
    ['2023x1-2023.12', 'none'],
    ['2020-1899年', 'none'],
    ['2020—', 'none'],
    ['2020年1月-2022年12月', '2022-12-? span'],
    ['2020年~2021年5月', '2021-5-? span'],
    ['2023.1-2023.12', '2023-12-? span'],
    ['2023.1', 'none'],
    ['2022年1月-3个', '2022-1-? -3个'],
  ])('%s, of which the end counts: %s', (text, expected) => expect(found(text)).toBe(expected));
});

function written(quantity: Quantity | null): string {
  if (quantity?.kind !== 'date') return 'none';
  const { relation, year, month, day } = quantity;
  return `${relation ?? ''}${part(year)}-${month}-${part(day)}`;
}

describe('a text that is a date or term', () => {
  test.each([
    ['9月', '?-9-?'],
    ['9月前', '<=?-9-?'],
    ['≤12月', '<=?-12-?'],
    ['>=2022年12月', '>=2022-12-?'],
    ['≥12月5日', '>=?-12-5'],
    ['2022年', '2022-12-?'],
    ['2022年。', '2022-12-?'],
    ['2022年初', '2022-12-?'],
    ['2022年底之前', '<=2022-12-?'],
    ['2022年6月以内', '<=2022-6-?'],
    ['2022年6月内', '<=2022-6-?'],
    ['2022年6月止', '<=2022-6-?'],
    ['2022年6月中旬前', '<=2022-6-20'],
    ['2022年1月-12月', '<=2022-12-?'],
    ['6月完成', '?-6-?'],
    ['12月 31日', '?-12-31'],
    ['于2022年', '2022-12-?'],
    ['≤2022年', '<=2022-12-?'],
    ['≥12月底', '>=?-12-?'],
    ['项目6月', '?-6-?'],
    ['截至2022年', '2022-12-?'],
    ['本项目于2022年6月30日前完成验收', '<=2022-6-30'],
  ])('%s: %s', (text, expected) => expect(written(readDate(text))).toBe(expected));

  test.each([
    ['上半年', '?-6-?'],
    ['上半年完成', '?-6-?'],
    ['上半年底前', '<=?-6-?'],
    ['一季度内以前', '<=?-3-?'],
    ['第三季度之前', '<=?-9-?'],
    ['第四季度前', '<=?-12-?'],
    ['2022年上半年完成', '2022-6-?'],
    ['2022年年中', '2022-6-?'],
    ['2022年第3季度前', '<=2022-9-?'],
    ['年底前', '<=?-12-?'],
    ['当年底', '?-12-?'],
    ['本年内完成', '<=?-12-?'],
  ])('the term %s: %s', (text, expected) => expect(written(readDate(text))).toBe(expected));

  // A number of months is no date; a text about a year is no deadline; with another figure it is not only a date.
  test.each([
    ...[
      '≥12月',
      '>12月',
      '2022年度数据',
      '2022年完成',
      '在2022年5',
      '已于2022年',
      '2022年6月30日完成3次',
      '2022年6月达100%',
    ],
    ...['项目6月完成', '项目6月30日完成', '全年', '下半年完成了', '底', ''],
  ])('%j is none', (text) => expect(readDate(text)).toBeNull());

  test('words around a date may not make more than a remark of it', () => {
    expect(written(readDate(`2022年12月${'一'.repeat(32)}`))).toBe('2022-12-?');
    expect(readDate(`2022年12月${'一'.repeat(33)}`)).toBeNull();
  });
});

describe('a number that its cell displays as a date', () => {
  test.each([
    [44925, '2022/12/30', '2022-12-30'],
    [44925, '30-Dec-22', '2022-12-30'],
    [44925, '12/30/22', '2022-12-30'],
    [44925.75, '2022/12/30 18:00', '2022-12-30'],
    [44925, '2022年12月30日', '2022-12-30'],
    [44925, '12月30日', '?-12-30'],
    [61, '1900/3/1', '1900-3-1'],
    [60, '1900/2/29', 'none'],
    [99_999, '2173/10/13', '2173-10-13'],
    [100_000, '2173/10/14', 'none'],
    [44925, '44925', 'none'],
    [44925, '2022年某月', 'none'],
  ])('%d as %s: %s', (serial, text, expected) => expect(written(readDisplayedDate(serial, text))).toBe(expected));
});

describe('a date that no calendar has', () => {
  test.each([
    ['2023年13月完成招标', '2023年13月'],
    ['于2023年2月30日完成', '2023年2月30日'],
    ['2023年2月29日', '2023年2月29日'],
    ['11月31日前', '11月31日'],
    ['6月 31 号', '6月 31 号'],
    ['2023-11-31', '2023-11-31'],
    ['2023/2/30', '2023/2/30'],
    ['2023.4.31完成', '2023.4.31'],
    ['0月5日', '0月5日'],
    ['2023年13月份完成招标', '2023年13月份'],
    ['2023年13月5日发放工资', '2023年13月5日'],
    ['1900年2月29日', '1900年2月29日'],
    ['11月31号前', '11月31号'],
    ['版本2023.2.1，2023.2.30发布', '2023.2.30'],
  ])('%s', (text, found) => {
    expect(impossibleDate(text)).toBe(found);
  });

  test.each([
    ...[
      '2024年2月29日',
      '2月29日',
      '2023年12月31日',
      '2023年1-12月',
      '历时13个月',
      '2023年共13月',
      '2023年底',
      '12月份',
    ],
    ...[
      '2023.13万元',
      '2023-2025年',
      '2023-12',
      '10.1.1.31',
      '2000年2月29日',
      '电话2023-1234-5678',
      '2023年1月至12月31日',
    ],
    // The thirteenth month's pay, a building, an age, a term.
    ...[
      '发放2023年13月份工资',
      '2023年13月工资',
      '2023年第13个月奖金',
      '13月份工资',
      '第十三个月工资',
      '年终奖发放至2023年13月',
      '2023年11月31号楼竣工',
      '11月45日均处理',
      '2023年15月龄接种率',
      '工期2月30日',
    ],
    // Numbers of contracts, versions and articles.
    ...[
      'V2023.2.30',
      '版本2023.2.30',
      '编号2023-02-30',
      '合同编号：2023-02-30',
      'HT2023-13-01',
      '2023-13-01号合同',
      '2023.2.30版',
      '第2.30条',
      '1.32',
      '2.30',
      '2023.2.30.1',
    ],
  ])('none in %s', (text) => {
    expect(impossibleDate(text)).toBeNull();
  });
});
