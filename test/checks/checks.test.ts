import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks';
import { caseFile, caseFiles } from '../support/caseFiles';
import { checksPage, CHECKS_PAGE } from '../support/checksPage';
import { allPrintedFindings, PRINTED_FINDINGS, printedFindings } from '../support/printedFindings';
import { testCheck } from '../support/checkTester';

const FINDINGS = readFileSync(PRINTED_FINDINGS, 'utf8');

test('the checks stand in the alphabetical order of their ids, each once', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('docs/checks.md is what the checks and their cases print; else run npm run docs:checks', () => {
  expect(readFileSync(CHECKS_PAGE, 'utf8')).toBe(checksPage(caseFiles()));
  expect(FINDINGS).toBe(allPrintedFindings(caseFiles()));
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const file = caseFile(id);
  test('has a file of cases', () => expect(file?.check).toBe(check));
  if (file === null) return;
  test('says what stands in findings.txt; else run npm run docs:checks and read what changed', () => {
    expect(FINDINGS).toContain(`${printedFindings(file)}\n`);
  });
  testCheck(file);
});
