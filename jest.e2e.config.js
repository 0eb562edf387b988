const unit = require('./jest.config');

/** The browser tests, one after another: they share one browser. Build first (`npm run e2e` does). */
module.exports = {
  ...unit,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/test/e2e/support/start.mjs',
  globalTeardown: '<rootDir>/test/e2e/support/stop.mjs',
  maxWorkers: 1,
  testTimeout: 60_000,
};
