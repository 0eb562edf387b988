/**
 * Mutation tests: Stryker changes the code in small ways, and a test has to fail for each. An hour or more for all of
 * it, and results are kept only when a run ends: better by folder, `npm run mutation -- --mutate 'src/sheet/*.ts'`.
 * For a look in minutes: MUTATION_TESTS=sheet (rooms whose tests run), MUTATION_LONGEST=100 (leaves out tests of more
 * milliseconds), MUTATION_ONLY=score-parts,test/corpus (only tests whose names hold one of these: a check's own cases),
 * MUTATION_MOST=1000 (milliseconds of tests for each mutant, the likeliest first: the score is a lower bound).
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/scoring/**/*.ts', 'src/checks/**/*.ts', 'src/words/**/*.ts', 'src/sheet/**/*.ts'],
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'rooms',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Tests run several times as fast as in the first run, when everything has been compiled.
  timeoutFactor: 0.5,
  // All tests once; on a busy machine that takes more than the five minutes that are usual.
  dryRunTimeoutMinutes: 30,
  // No types are checked here.
  disableTypeChecks: false,
  // What a user reads is compared in few places: a changed word is not a fault that a test has to see.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Tables of words and units, which are data; and patterns, which the tests reach through what reads with them.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  thresholds: { high: 90, low: 85, break: null },
  tempDirName: '.stryker-tmp',
};
