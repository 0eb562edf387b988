import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formatFigure, formatLike, formatPercent } from '../../src/sheet/format';
import { moneyUnitIn } from '../../src/words/money';
import { readNumeral } from '../../src/words/numerals';
import { compact, fold, normalise } from '../../src/sheet/text';

describe('text', () => {
  test.each([
    ['９４．０７％', '94.07%'],
    ['（２０２１年度）', '(2021年度)'],
    ['得分／自评分', '得分/自评分'],
    ['单位：万元', '单位:万元'],
    [' 得\r\n分\u00a0\u3000 ', '得分'],
    ['指\u200b标\ufeff', '指标'],
    ['得_x000D_\n分', '得分'],
    ['①万≥≦', '①万≥≦'],
    ['⼀级指标', '一级指标'],
    ['“三公经费”', '“三公经费”'],
    ['Ａ＞＝Ｂ', 'A>=B'],
    ['−2﹪', '-2%'],
    ['plain', 'plain'],
  ])('normalise %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('compact leaves no white space', () => {
    expect(compact('得 分\n（20 分）')).toBe('得分(20分)');
  });

  test('normalising twice changes nothing; folding keeps every place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('readNumeral', () => {
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十', 120],
    ['壹佰', 100],
    ['两百', 200],
    ['一百零五', 105],
    ['一千零五', 1005],
    ['一千零五十', 1050],
    ['三万五千', 35_000],
    ['三万零五', 30_005],
    ['一亿零五百万', 105_000_000],
    ['二〇二三', 2023],
    ['二零二三', 2023],
    ['三点五', 3.5],
    ['九十七点五二', 97.52],
    ['廿五', 25],
    ['零', 0],
    ['五', 5],
    ['壹拾贰万叁仟肆佰伍拾陆', 123_456],
    ['两千亿', 200_000_000_000],
    ['二〇', 20],
    ['一〇五', 105],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)?.toNumber()).toBe(value);
  });

  test.each([
    '',
    '百',
    '一百二',
    '一千五',
    '三四',
    '二三十',
    '一百五百',
    '一百二百',
    '十十',
    '两十万零',
    '一万十二',
    '零五十',
    '一零百',
    '点五',
    '三点',
    '几十',
    '一百 二',
    '三万五',
    '三百五零',
    '一百零零五',
    '一百廿五',
    '一百十五',
    '一千五十',
    '一百零',
    '万五千',
    '三万零十二',
    '三点五十',
    '三点两',
    '二〇两三',
    '三点五点六',
    '12',
    '一'.repeat(50),
  ])('%j is none', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  const DIGITS = '零一二三四五六七八九';
  const UNITS = ['', '十', '百', '千'];

  /** Writes a number as Chinese numerals; the inverse to test against. */
  function write(value: number): string {
    if (value >= 100_000_000) return part(value, 100_000_000, '亿');
    if (value >= 10_000) return part(value, 10_000, '万');
    let text = '';
    let zero = false;
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(value / 10 ** place) % 10;
      if (digit === 0) zero = text !== '';
      else {
        text += (zero ? '零' : '') + DIGITS.charAt(digit) + (UNITS[place] ?? '');
        zero = false;
      }
    }
    return text;
  }

  function part(value: number, scale: number, mark: string): string {
    const low = value % scale;
    const zero = low > 0 && low < scale / 10 ? '零' : '';
    return `${write(Math.floor(value / scale))}${mark}${zero}${low === 0 ? '' : write(low)}`;
  }

  test('every number is read back from its numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        expect(readNumeral(write(value))?.toNumber()).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('moneyUnitIn', () => {
  test.each([
    ['年度部门整体支出规模（万元）', 10_000],
    ['单位：元', 1],
    ['单位:人民币元', 1],
    ['项目资金(万元)', 10_000],
    ['金额（千元）', 1_000],
    ['金额（百万元）', 1_000_000],
    ['资金（亿元）', 100_000_000],
    ['预算数（元）', 1],
    ['资金 （ 万 元 ）', 10_000],
    ['万元', 10_000],
    ['预算数万元', 10_000],
    ['单位元', 1],
    ['元', 1],
    ['单价（元/件）', 1],
    ['经费（万元）多元投入', 10_000],
    ['多元投入（万元）', 10_000],
    ['预算（万元）、执行（万元）', 10_000],
  ])('%s', (text, unit) => {
    expect(moneyUnitIn(text)?.toNumber()).toBe(unit);
  });

  test.each([
    '全年预算数',
    '单元测试',
    '多元化投入',
    '2022年元旦',
    '预算（万元）执行（元）',
    '100万元以上项目',
    '',
    '美元',
    '元旦活动',
    '元件采购',
    '金额（十元）',
  ])('none in %s', (text) => {
    expect(moneyUnitIn(text)).toBeNull();
  });
});

describe('format', () => {
  test.each([
    ['2.930', '2.93'],
    ['100.00', '100'],
    ['0', '0'],
    ['-0', '0'],
    ['1e-7', '0.0000001'],
    ['1e21', '1000000000000000000000'],
    ['-2.50', '-2.5'],
  ])('formatFigure %s is %s', (figure, text) => {
    expect(formatFigure(new Decimal(figure))).toBe(text);
  });

  test('rounds half up where places are given', () => {
    expect(formatFigure(new Decimal('1.005'), 2)).toBe('1.01');
    expect(formatFigure(new Decimal('-0.001'), 2)).toBe('0');
  });

  test.each([
    ['392951003.55', '1,000.00', '392,951,003.55'],
    ['392951003.55', '1000', '392951003.55'],
    ['0', '1，000', '0'],
    ['-1234.50', '1,000', '-1,234.5'],
    ['999', '1,000', '999'],
  ])('formatLike %s like %s is %s', (figure, like, text) => {
    expect(formatLike(new Decimal(figure), like)).toBe(text);
  });

  test('formatPercent', () => {
    expect(formatPercent(new Decimal('0.998936'))).toBe('99.89%');
  });
});
