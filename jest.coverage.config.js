const mutation = require('./jest.mutation.config');

/** How much of the core its own tests run through. */
module.exports = {
  ...mutation,
  roots: [...mutation.roots, '<rootDir>/test/properties', '<rootDir>/test/advice', '<rootDir>/test/security'],
  collectCoverage: true,
  collectCoverageFrom: ['src/{sheet,form,scoring,checks,advice}/**/*.ts', 'src/review.ts'],
  coverageReporters: ['text', 'json-summary'],
};
