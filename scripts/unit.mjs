// npm run unit -- [--changed] [what Jest takes]: the unit tests. With --changed those that a change since the last commit
// (or, where there is none, the last commit) can break in its own rooms: test/ mirrors src/. Seconds instead of minutes.
// All of them run room by room (jest.together.config.js), which takes less time than file by file.
import './usage.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean);

/** The tests of the rooms that hold these files, as patterns for Jest's testMatch. */
function testsBeside(files) {
  const rooms = new Set();
  for (const file of files) {
    const [, inside] = /^(?:src|test)\/(.+)$/.exec(file) ?? [];
    if (inside === undefined) continue;
    const [first, second] = inside.split('/');
    // Excel and files share little; all else is a room as a whole, or a file beside the rooms.
    if (first === 'host' && second !== undefined) rooms.add(`host/${second}`);
    else rooms.add(second === undefined ? first.replace(/(?:\.test)?\.tsx?$/, '.test') : first);
  }
  return [...rooms].map((room) => `**/test/${room}${room.endsWith('.test') ? '' : '/**/*.test'}.{ts,tsx}`);
}

function forJest(words) {
  if (words.length === 0) return ['--config', 'jest.together.config.js'];
  if (!words.includes('--changed')) return words;
  const others = words.filter((word) => word !== '--changed');
  const open = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')];
  const files = open.length > 0 ? open : git('diff', '--name-only', 'HEAD~1', 'HEAD');
  const beside = testsBeside(files);
  if (beside.length === 0) return [...others, '--passWithNoTests', '--onlyChanged'];
  return [...others, '--passWithNoTests', open.length > 0 ? '--onlyChanged' : '--lastCommit', '--testMatch', ...beside];
}

const { status } = spawnSync(process.execPath, [jest, ...forJest(process.argv.slice(2))], { stdio: 'inherit' });
process.exitCode = status ?? 1;
