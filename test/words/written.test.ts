import { review } from '../../src/review';
import { readQuantity } from '../../src/words/readQuantity';
import { isRounded, restated, slackOf, writtenQuantity } from '../../src/words/written';
import { addition, amountLike, list, reachedText, targetText } from '../../src/checks/common/say';
import { short } from '../../src/sheet/text';
import { cell } from '../support/cell';
import { Decimal } from 'decimal.js';
import { training } from '../fixtures/training';

const value = (text: string, hints: { nature?: string; unit?: string } = {}) => ({
  at: cell(text).at,
  text,
  value: readQuantity(cell(text), hints),
});

test.each([
  ['95', { nature: '≥', unit: '%' }, '≥95%'],
  ['95%', { nature: '≥' }, '≥95%'],
  ['95', { nature: '005 <='.replace(' ', ''), unit: '个' }, '≤95个'],
  ['500', { nature: '小于等于', unit: '万元' }, '≤500万元'],
  ['≥95%', { nature: '正向' }, '≥95%'],
  ['95%以上', { nature: '≥' }, '95%以上'],
  ['不低于95', { unit: '%' }, '不低于95%'],
  ['5万元', { nature: '≤', unit: '万元' }, '≤5万元'],
  ['1,234.50', { nature: '≤', unit: '元' }, '≤1,234.50元'],
  ['1亿', { nature: '≥', unit: '元' }, '≥1亿元'],
  ['二、2、≥95%', {}, '≥95%'],
  ['三、2、100%', { nature: '＝' }, '=100%'],
  ['有效提升', { nature: '定性' }, '有效提升'],
  ['2022年12月底前', { nature: '≤' }, '2022年12月底前'],
])('%s with %j is written %s', (text, hints, written) => expect(writtenQuantity(value(text, hints))).toBe(written));

test.each([
  ['95%', '完成95%'],
  ['完成', '实际为“完成”'],
  ['未完成', '实际为“未完成”'],
  ['完成时间：2023年8月', '实际为“完成时间:2023年8月”'],
  ['部分达成预期指标', '实际为“部分达成预期指标”'],
  ['8个', '完成8个'],
  ['', '完成（空）'],
])('an actual value of %s is said as %s', (text, said) => expect(reachedText(value(text))).toBe(said));

test('words of a sentence', () => {
  expect(targetText(null)).toBe('（空）');
  expect(short('项目资金（万元）：')).toBe('项目资金(万元)');
  expect(addition([new Decimal('202.64')])).toBe('202.64');
  expect(addition([new Decimal('200'), new Decimal('2.64')])).toBe('200 + 2.64 = 202.64');
  expect(list(['甲', '乙', '丙', '丁'])).toBe('“甲”、“乙”、“丙”等 4 项');
  expect(list(['甲', '乙', '丙', '丁'], false)).toBe('“甲”、“乙”、“丙”等');
});

test('a message says the target with its number left out', () => {
  const reviewed = review(training(0, { target: '二、2、≥95%', actual: '90%', stated: 20 }));
  const messages = reviewed.forms.flatMap(({ findings }) => findings.map(({ message }) => message)).join('');
  expect(messages).toContain('指标值为≥95%，完成90%');
});

test('thousands are as the sheet has them', () => {
  expect(amountLike(new Decimal('1234567.5'), { text: '1,000.00' })).toBe('1,234,567.5');
  expect(amountLike(new Decimal('1234567.5'), { text: '1000.00' })).toBe('1234567.5');
  expect(amountLike(new Decimal('-1234'), { text: '2，000' })).toBe('-1,234');
});

test.each<[string, number, number, number | string | null]>([
  ['2.66', 2.66, 2.93, 2.93],
  ['1,234.50', 1234.5, 1200, 1200],
  [' ９７ 分', 97, 86, ' 86 分'],
  ['1,234.5元', 1234.5, 1200, '1200元'],
  ['60%', 60, 55, '55%'],
  ['60%', 0.6, 0.55, '55%'],
  ['培训人次（50分）', 50, 60, '培训人次（60分）'],
  ['总分：９７.5分（优）', 97.5, 96, '总分：96分（优）'],
  ['36（40）', 36, 30, '30（40）'],
  ['培训100人次（1分）', 1, 2, '培训100人次（2分）'],
  ['60（60）', 60, 50, null],
  ['三项共10个', 9, 8, null],
  ['', 0, 5, 5],
])('the text %s, of which %s is to be %s, becomes %j', (text, found, right, entered) =>
  expect(restated({ text, storedAsText: true }, new Decimal(found), new Decimal(right))).toBe(entered),
);

test.each<[string, number, number, number]>([
  ['2.66', 2.66, 2.93, 2.93],
  ['9.50分', 9.5, 8, 8],
  ['60%', 60, 55, 0.55],
  ['60%', 0.6, 0.55, 0.55],
  ['95.5%', 0.95456, 0.95, 0.95],
  ['0.1', 10, 15, 0.15],
  ['0', 0, 15, 15],
])('the number shown as %s, of which %s is to be %s, becomes %s', (text, found, right, entered) =>
  expect(restated({ text, storedAsText: false }, new Decimal(found), new Decimal(right))).toBe(entered),
);

describe('a rate of amounts that were rounded themselves', () => {
  test.each([
    // 120.53 and 130.21 may be 120.525 to 120.535 and 130.205 to 130.215: the rate lies between 92.56% and 92.58%.
    ['120.53', '130.21', '0.01', '92.57', '0.01', true],
    ['120.53', '130.21', '0.01', '92.56', '0.01', true],
    ['120.53', '130.21', '0.01', '92.54', '0.01', false],
    ['120.53', '130.21', '0.01', '92.59', '0.01', false],
    // Cut from 92.9999%, which the rounded amounts show as 93.0025%.
    ['93.01', '100.01', '0.01', '92', '1', true],
    ['93.01', '100.01', '0', '92', '1', false],
    ['960', '1000', '1', '95', '1', false],
    ['0', '100', '0.01', '0', '0.01', true],
  ])('%s of %s, each to %s, as %s to %s', (part, whole, step, written, digit, same) => {
    const [top, bottom] = [new Decimal(part), new Decimal(whole)];
    const exact = top.div(bottom).times(100);
    const slack = slackOf(exact, [
      [top, new Decimal(step)],
      [bottom, new Decimal(step)],
    ]);
    expect(isRounded(new Decimal(written), new Decimal(digit), exact, slack)).toBe(same);
  });
});
