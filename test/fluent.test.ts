import { readFileSync } from 'node:fs';
import { tokens } from '@fluentui/react-components';

const table = readFileSync('node_modules/@fluentui/tokens/lib/tokens.js', 'utf8');
const shortened = jest.requireActual<(source: string) => string>('../scripts/fluentTokens.js');

test('the build says Fluent’s tokens in a line that gives what its table gives', () => {
  const source = shortened(table).replace('export const tokens =', 'return');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as the build runs it
  const made = new Function(source)() as typeof tokens;
  expect(Object.entries(tokens).filter(([name, value]) => made[name as keyof typeof tokens] !== value)).toEqual([]);
});

test.each(["export const tokens = { one: 'var(--one)', ...others };", 'module.exports = {};'])(
  'it is refused where the table is not laid out as it was: %j',
  (source) => {
    expect(() => shortened(source)).toThrow('not laid out');
  },
);
