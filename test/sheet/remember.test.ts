import { remember } from '../../src/sheet/remember';

test('a text is read once, and again when it has been forgotten', () => {
  const read: string[] = [];
  const reader = remember((text) => {
    read.push(text.slice(0, 3));
    return text.length;
  });
  expect([reader('甲'), reader('甲'), reader('乙乙')]).toEqual([1, 1, 2]);
  expect(read).toEqual(['甲', '乙乙']);
  expect(reader('长'.repeat(1_000_000))).toBe(1_000_000);
  expect(reader('甲')).toBe(1);
  expect(read).toEqual(['甲', '乙乙', '长长长', '甲']);
});

test('the answers to several texts are kept at once', () => {
  const read: string[] = [];
  const reader = remember((text) => read.push(text));
  ['甲', '乙', '甲', '乙'].forEach(reader);
  expect(read).toEqual(['甲', '乙']);
});

test('an answer of nothing is remembered too', () => {
  let reads = 0;
  const reader = remember(() => {
    reads++;
    return null;
  });
  expect([reader(''), reader(''), reads]).toEqual([null, null, 1]);
});
