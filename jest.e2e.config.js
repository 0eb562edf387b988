const unit = require('./jest.config');

/** The browser tests. They share one browser and one build: build first (`npm run e2e` does). */
module.exports = {
  ...unit,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/test/e2e/support/start.mjs',
  globalTeardown: '<rootDir>/test/e2e/support/stop.mjs',
  // Two files at a time: one waits for the browser while the other works.
  maxWorkers: 2,
  testTimeout: 60_000,
};
