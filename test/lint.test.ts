import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = path.resolve(__dirname, '..');
const config = jest.requireActual<Linter.Config[]>('../eslint.config.js');

/** The project's own configuration, without the rules that need types: a virtual file has none. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  baseConfig: config,
  overrideConfig: [
    {
      files: ['src/**/*.{ts,tsx}'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false } },
    },
  ],
});

async function rulesBroken(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(`${text}\n`, { filePath: path.join(ROOT, file) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

describe('imports between rooms', () => {
  test.each([
    ['src/sheet/a.ts', "export { x } from '../form/model';"],
    ['src/sheet/a.ts', "export type { Finding } from '../checks/finding';"],
    ['src/sheet/a.ts', "export { x } from 'fflate';"],
    ['src/form/a.ts', "export { x } from '../scoring/rulebook';"],
    ['src/scoring/rules/a.ts', "export { x } from '../../checks/finding';"],
    ['src/checks/a.ts', "export { x } from '../advice/plan';"],
    ['src/checks/a.ts', "export { x } from '../host/host';"],
    ['src/checks/a.ts', "export { x } from 'react';"],
    ['src/advice/a.ts', "export { x } from '../review';"],
    ['src/advice/a.ts', "export { x } from '../checks/total-sum';"],
    ['src/review.ts', "export { x } from './host/host';"],
    ['src/host/excel/a.ts', "export { x } from '../file/read';"],
    ['src/host/file/a.ts', "export { x } from '../../checks/finding';"],
    ['src/taskpane/views/a.tsx', "export { x } from '../../host/excel/excelHost';"],
    ['src/taskpane/views/a.tsx', "export const x = () => import('../../host/file/read');"],
    ['src/taskpane/views/a.tsx', "export const x = new URL('../../host/file/read.ts', import.meta.url);"],
    ['src/taskpane/a.tsx', "export { x } from '../workbench/sample';"],
    ['src/grid/a.ts', "export { x } from '../taskpane/format';"],
    ['src/cli/a.ts', "export { x } from '../host/excel/excelHost';"],
    ['src/cli/a.ts', "export { x } from '../taskpane/format';"],
    ['src/workbench/a.ts', "export { x } from '../host/excel/excelHost';"],
    ['src/workbench/a.ts', "export { x } from '../taskpane/format';"],
  ])('%s refuses %s', async (file, text) => {
    expect(await rulesBroken(file, text)).toEqual(['zipingbiao/rooms']);
  });

  test.each([
    ['src/sheet/a.ts', "export { Decimal } from 'decimal.js';"],
    ['src/form/a.ts', "export { x } from '../sheet/address';"],
    ['src/scoring/rules/a.ts', "export { x } from '../rulebook';\nexport { y } from '../../form/model';"],
    ['src/host/excel/a.ts', "export { x } from '../host';\nexport { y } from '../../review';"],
    ['src/host/file/a.ts', "export type { Finding } from '../../checks/finding';"],
    ['src/taskpane/index.tsx', "export { x } from '../host/excel/excelHost';\nexport { y } from './Pane';"],
    ['src/taskpane/batch/read.worker.ts', "export { x } from '../../host/file/read';"],
    ['src/commands/index.ts', "export { x } from '../host/excel/excelHost';"],
    ['src/cli/main.ts', "export { x } from '../host/file/read';\nexport { y } from '../review';"],
    ['src/workbench/page/a.ts', "export { x } from '../emulator/index';\nexport { y } from '../../grid/dom';"],
  ])('%s allows %s', async (file, text) => {
    expect(await rulesBroken(file, text)).toEqual([]);
  });
});

describe('Office.js', () => {
  test.each(['src/sheet/a.ts', 'src/taskpane/views/a.tsx', 'src/cli/a.ts'])('is unknown in %s', async (file) => {
    expect(await rulesBroken(file, 'export const x = () => Excel.run(async () => {});')).toEqual([
      'no-restricted-globals',
    ]);
  });

  test('a sync in a loop and a property read before it is loaded are refused', async () => {
    const text = `
      export async function f(names: readonly string[]) {
        await Excel.run(async (context) => {
          for (const name of names) {
            const range = context.workbook.worksheets.getItem(name).getUsedRange();
            await context.sync();
            if (range.address === '') return;
          }
        });
      }`;
    const broken = await rulesBroken('src/host/excel/a.ts', text);
    expect(broken).toContain('office-addins/no-context-sync-in-loop');
    expect(broken).toContain('office-addins/load-object-before-read');
  });
});

test('HTML out of text is refused', async () => {
  expect(await rulesBroken('src/sheet/a.ts', "document.body.innerHTML = 'x';")).toEqual(['no-restricted-properties']);
});
