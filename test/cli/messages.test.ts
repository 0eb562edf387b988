import { oneLine, plainJson } from '../../src/cli/messages';

test.each([
  ['a\nb', 'a b'],
  ['错误\r\n  合计：错误 0', '错误    合计：错误 0'],
  ['\u001b[2J\u001b]0;x\u0007清屏', '[2J]0;x清屏'],
  ['\u009b31m红', '31m红'],
  ['表\u202exslx.exe', '表xslx.exe'],
  ['甲\u2028乙\u2029丙', '甲 乙 丙'],
  ['正常的“文字”，3.5％ 😀', '正常的“文字”，3.5％ 😀'],
])('%j is one line that steers nothing', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('JSON keeps every character, and none that steers a terminal is written as itself', () => {
  const value = { a: '\u001b[0m\u009b31m\u202e\u2028\u007f', b: ['\n', '“好”'] };
  const json = plainJson(value);
  expect(JSON.parse(json)).toEqual(value);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
});
