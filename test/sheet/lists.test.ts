import { Decimal } from 'decimal.js';
import { groupBy, largest, sum, sumOfKnown } from '../../src/sheet/lists';

test('items stand by their keys, the keys as they come first; what has none is left out', () => {
  const groups = groupBy(['乙1', '甲1', '乙2', '丙'], (text) => (text.length === 1 ? null : text.charAt(0)));
  expect([...groups]).toEqual([
    ['乙', ['乙1', '乙2']],
    ['甲', ['甲1']],
  ]);
});

test('blanks add nothing; of blanks alone there is no sum to speak of', () => {
  const figures = [new Decimal('0.1'), null, new Decimal('0.2'), undefined];
  expect(sum(figures).toString()).toBe('0.3');
  expect(sumOfKnown(figures)?.toString()).toBe('0.3');
  expect([sum([null]).toString(), sumOfKnown([null, undefined])]).toEqual(['0', null]);
});

test('the largest of as many numbers as a sheet has cells; of none, or of less than it, what is asked for at least', () => {
  expect(largest(Array.from({ length: 1_000_000 }, (_, at) => at))).toBe(999_999);
  expect([largest([]), largest([], 2), largest([1], 2), largest([3], 2)]).toEqual([0, 2, 2, 3]);
});
