import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const TSX = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');

/** The scripts that run a program of the project's own: another tool prints its own usage. */
const OWN = Object.entries(scripts).flatMap(([name, command]) => {
  const [, runner, program] = /^(tsx|node) (\S+)$/.exec(command) ?? [];
  return program === undefined ? [] : [{ name, words: [...(runner === 'tsx' ? [TSX] : []), program] }];
});

test.each(OWN)('$name says with --help how it is called, and does nothing', ({ name, words }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, '--help'], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(name === 'check' ? /^用法：zipingbiao / : new RegExp(`^(?:用法：)?npm (?:run )?${name}\\b`));
});
