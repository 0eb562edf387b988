import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks';
import type { CheckCaseFile } from './checkTester';

const DIRECTORY = path.join(__dirname, '..', 'checks');

/** The cases of the check with this id, out of the file named after it; `null` where there is none. */
export function caseFile(id: string): CheckCaseFile | null {
  const file = path.join(DIRECTORY, `${id}.cases.ts`);
  if (!existsSync(file)) return null;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which files there are is known at run time only
  const module = require(file) as { default: CheckCaseFile };
  return module.default;
}

/** The cases of all checks, in the order of the checks. */
export function caseFiles(): CheckCaseFile[] {
  return CHECKS.map(({ id }) => caseFile(id)).filter((file) => file !== null);
}
