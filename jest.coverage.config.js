const mutation = require('./jest.mutation.config');

/** How much of the core its own tests run through. */
module.exports = {
  ...mutation,
  roots: [...mutation.roots, '<rootDir>/test/properties', '<rootDir>/test/advice', '<rootDir>/test/security'],
  collectCoverage: true,
  collectCoverageFrom: ['src/{sheet,form,scoring,checks,advice}/**/*.ts', 'src/review.ts'],
  // Not 100: most branches that no test takes are the `?? …` which the compiler asks for behind an index that is in range.
  coverageThreshold: { global: { branches: 88, functions: 95, lines: 97, statements: 95 } },
  coverageReporters: ['text', 'json-summary'],
};
