/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // On a machine of two cores Jest would keep one for itself, which does nothing then.
  maxWorkers: '100%',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  reporters: ['default', '<rootDir>/scripts/jestResults.js'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // A test that hangs is to end; how long one takes on a busy machine says nothing.
  testTimeout: 60_000,
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/'],
  transform: {
    '^.+\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@noble|hucre|valibot)/)'],
};
