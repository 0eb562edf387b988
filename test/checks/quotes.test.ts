import { fill } from '../../src/checks/run';

test('a name that holds quotation marks itself is quoted with single ones inside', () => {
  const data = { name: '“三公经费”控制率', stated: '“2”' };
  expect(fill('“{name}”得分{stated}分', data)).toBe('“‘三公经费’控制率”得分“2”分');
  expect(fill('“{other}”', data)).toBe('“{other}”');
});
