const unit = require('./jest.config');

const ROOMS = 'sheet,words,form,scoring,checks,corpus,properties,advice,security,fuzz';

/** How much of the core its own tests run through. */
module.exports = {
  ...unit,
  reporters: ['default'],
  roots: ['<rootDir>/test'],
  testMatch: [`**/test/{${ROOMS}}/**/*.test.ts`, '**/test/review.test.ts', '**/test/taskpane/filling.test.ts'],
  collectCoverage: true,
  collectCoverageFrom: ['src/{sheet,words,form,scoring,checks,advice}/**/*.ts', 'src/review.ts'],
  // Most branches that no test takes are an index, a group or an entry that is always there, which the types do not say.
  coverageThreshold: { global: { branches: 96, functions: 98, lines: 99, statements: 98 } },
  coverageReporters: ['text', 'html'],
};
