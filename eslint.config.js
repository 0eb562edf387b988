const path = require('node:path');
const js = require('@eslint/js');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const { defineConfig, globalIgnores } = require('eslint/config');
const tseslint = require('typescript-eslint');
const rooms = require('./eslint/rooms');

const OFFICE_GLOBALS = ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime'];

/** Cohesion decides the size of a file; from here on it deserves a look. */
const LONG_FILE = ['warn', { max: 400, skipBlankLines: true, skipComments: true }];

module.exports = defineConfig(
  globalIgnores(['dist/', 'coverage/', 'reports/', '.stryker-tmp/']),
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'examples/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      // The compiler knows undefined names, with types.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // No enum is declared here and no class stands for another one; they would take a fifth of the lint's time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': LONG_FILE,
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Cell text must never become HTML.' },
        { property: 'outerHTML', message: 'Cell text must never become HTML.' },
        { property: 'insertAdjacentHTML', message: 'Cell text must never become HTML.' },
      ],
    },
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { zipingbiao: { rules: { rooms } } },
    rules: {
      'zipingbiao/rooms': ['error', path.join(__dirname, 'src')],
      'no-restricted-globals': [
        'error',
        ...OFFICE_GLOBALS.map((name) => ({ name, message: 'Only src/host/excel knows Office.js.' })),
      ],
    },
  },
  {
    // Host, pane start and commands wait for Office.onReady; the rest never names it.
    files: ['src/host/excel/**/*.ts', 'src/taskpane/index.tsx', 'src/commands/index.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'no-restricted-globals': 'off',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['src/cli/**/*.ts', 'test/bench/**/*.ts', 'test/fuzz/main.ts', 'test/survey/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tables of cases may be long.
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'max-lines': 'off' },
  },
);
