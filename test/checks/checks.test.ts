import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks';
import { testCheck, type CheckCaseFile } from '../support/checkTester';

/** The case file of a check stands beside this one and is named after the check. */
function caseFile(id: string): CheckCaseFile | null {
  const file = path.join(__dirname, `${id}.cases.ts`);
  if (!existsSync(file)) return null;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- jest resolves the files of a directory only so
  const module = require(file) as { default: CheckCaseFile };
  return module.default;
}

test('the checks stand in the alphabetical order of their ids, each once', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const file = caseFile(id);
  test('has a file of cases', () => expect(file?.check).toBe(check));
  if (file !== null) testCheck(file);
});
