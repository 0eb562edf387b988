import { comparable } from '../../src/words/comparable';
import { readRate } from '../../src/words/figure';
import { findMentions } from '../../src/words/mentions';
import { moneyUnitIn } from '../../src/words/money';
import { readNumeral } from '../../src/words/numerals';
import { readQuantity } from '../../src/words/readQuantity';
import { textToType, typedNumber } from '../../src/sheet/typed';
import { cell } from '../support/cell';

test.each([
  ['一百五十', 150],
  ['一千五十', null],
  ['一千零五十', 1050],
  ['一百零五十', null],
  ['一百零', null],
  ['三点二点一', null],
  ['点五', null],
  ['二〇两三', null],
  ['三点两', null],
])('the numeral %s is %s', (text, value) => expect(readNumeral(text)?.toNumber() ?? null).toBe(value));

test.each([
  ['每月15日前', null],
  ['每月15天', null],
  ['10（个）', { kind: 'number', unit: '个' }],
  ['10（含）', { kind: 'number', unit: '' }],
  ['10米至20个', null],
])('%s', (text, quantity) => {
  const read = readQuantity(cell(text));
  if (quantity === null) expect(read?.kind === 'number' || read?.kind === 'range').toBe(false);
  else expect(read).toMatchObject(quantity);
});

test('a figure and a negative one that follows at once are a range', () => {
  expect(readQuantity(cell('5-10'))).toMatchObject({ kind: 'range' });
});

test('what is no finite number is no quantity and no rate', () => {
  expect(readQuantity(cell(Infinity))).toBeNull();
  expect(readRate(cell(Infinity))).toMatchObject({ state: 'unreadable' });
});

test.each([
  ['第3季度完成', []],
  ['第 3 次', []],
  ['支付2022.12万元', ['2022.12']],
])('the figures of %s', (text, figures) => {
  const found = findMentions(text).filter(({ kind }) => kind === 'figure');
  expect(found.map((mention) => mention.text.replace(/[^0-9.]/g, ''))).toEqual(figures);
});

test.each([
  ['元素含量', null],
  ['元旦', null],
  ['单位：元', 1],
])('the money unit of %s', (text, unit) => expect(moneyUnitIn(text)?.toNumber() ?? null).toBe(unit));

test('a target from nothing to nothing is compared as it stands', () => {
  const [target, actual] = [readQuantity(cell('-5-0%')), readQuantity(cell('0%'))];
  expect(target?.kind).toBe('range');
  expect(target === null || actual === null ? null : comparable(target, actual)?.target).toMatchObject({
    kind: 'range',
  });
});

test('what was typed', () => {
  expect(typedNumber(`1E999`)).toBeNull();
  expect(textToType({ ...cell(true), text: 'TRUE' })).toBe('TRUE');
  expect(textToType({ ...cell(false), text: 'FALSE' })).toBe('FALSE');
});
