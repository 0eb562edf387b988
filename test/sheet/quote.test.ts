import { quote } from '../../src/sheet/quote';

test.each([
  ['热线接通率', '“热线接通率”'],
  ['“三公经费”控制率', '“‘三公经费’控制率”'],
  ['"三公"经费"控制率', '“‘三公’经费‘控制率”'],
  ['经费”控制率', '“经费’控制率”'],
  ['', '“”'],
])('%s is quoted as %s', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});
