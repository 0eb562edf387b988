const fs = require('node:fs');
const path = require('node:path');
const unit = require('./jest.config');

const TESTS = path.join(__dirname, 'test');

/**
 * Rooms whose tests `npm run unit` runs in one sandbox of Jest's, those that take longest first. Each test file in a
 * sandbox of its own would load the source and have it compiled once more, which takes longer than most files' tests.
 */
const TOGETHER = {
  checks: ['checks', 'words', 'scoring'],
  corpus: ['corpus', 'form', 'compare', 'advice'],
  properties: ['properties', 'fuzz'],
  rest: [],
  hosts: ['host', 'workbench'],
  page: [],
  pane: ['taskpane'],
};

/** What a file needs of its sandbox: a page; or to have it alone, since it puts modules in others' places. */
const [PAGE, ALONE] = [/^\/\*\* @jest-environment jsdom \*\//, /\bjest\.(?:mock|resetModules)\(/];

function entryOf(name) {
  const source = fs.readFileSync(path.join(TESTS, name), 'utf8');
  if (ALONE.test(source)) return 'alone';
  if (PAGE.test(source)) return 'page';
  const [room] = name.split(path.sep);
  return Object.keys(TOGETHER).find((entry) => TOGETHER[entry].includes(room)) ?? 'rest';
}

const names = fs
  .readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('e2e'))
  .sort();
const of = (entry) => names.filter((name) => entryOf(name) === entry);

module.exports = {
  ...unit,
  // Read by test/together/together.ts.
  globals: { TOGETHER: Object.fromEntries(Object.keys(TOGETHER).map((entry) => [entry, of(entry)])) },
  testMatch: [...Object.keys(TOGETHER).map((entry) => `together/${entry}.ts`), ...of('alone')].map(
    (name) => `<rootDir>/test/${name}`,
  ),
  testSequencer: '<rootDir>/scripts/longestFirst.js',
};
