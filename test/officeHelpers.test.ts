/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';

const whole = readFileSync(require.resolve('@microsoft/office-js-helpers'), 'utf8');
const SIGN_IN = /OAuth|Authenticator|login\.microsoftonline|displayDialogAsync|node_modules\/core-js/;
const storageOf = jest.requireActual<(source: string) => string>('../scripts/officeHelpers.js');

test('of office-js-helpers the storage is built in, and none of its sign-in code', () => {
  expect(whole).toMatch(SIGN_IN);
  const source = storageOf(whole);
  expect(source).not.toMatch(SIGN_IN);
  expect(source.length).toBeLessThan(whole.length * 0.65);
  const exported: { exports: Record<string, unknown> } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as the build runs it
  new Function('module', 'exports', source)(exported, exported.exports);
  expect(Object.keys(exported.exports).sort()).toEqual(['Storage', 'StorageType']);
});

test('it is refused where the package is not laid out as it was', () => {
  expect(() => storageOf('module.exports = {}')).toThrow('not laid out');
});
