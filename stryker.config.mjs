/**
 * Mutation tests: Stryker changes the code in small ways, and a test has to fail for each. Hours for all of it; some files
 * by `npm run mutation -- --mutate src/scoring/rescore.ts`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/scoring/**/*.ts', 'src/checks/**/*.ts', 'src/sheet/**/*.ts'],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  // What a user reads is compared in few places: a changed word is not a fault that a test has to see.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  thresholds: { high: 90, low: 85, break: null },
  tempDirName: '.stryker-tmp',
};
