const unit = require('./jest.config');

// Tests of time say little where every branch is counted.
process.env.MUTATION = '1';

const ROOMS = 'sheet,form,scoring,checks,corpus,properties,advice,security,fuzz';

/** How much of the core its own tests run through. */
module.exports = {
  ...unit,
  reporters: ['default'],
  roots: ['<rootDir>/test'],
  testMatch: [`**/test/{${ROOMS}}/**/*.test.ts`, '**/test/review.test.ts', '**/test/taskpane/filling.test.ts'],
  collectCoverage: true,
  collectCoverageFrom: ['src/{sheet,form,scoring,checks,advice}/**/*.ts', 'src/review.ts'],
  // Which branches no test takes, and why, stands in test/coverage/exceptions.json; scripts/branches.mjs holds it to that.
  coverageThreshold: { global: { branches: 98, functions: 99, lines: 99, statements: 99 } },
  coverageReporters: ['text', 'json', 'json-summary'],
};
