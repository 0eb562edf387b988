// npm run docs:checks: writes docs/checks.md and test/checks/findings.txt out of the checks and their cases.
import '../../scripts/usage.mjs';
import { writeFileSync } from 'node:fs';
import { caseFiles } from './caseFiles';
import { checksPage, CHECKS_PAGE } from './checksPage';
import { allPrintedFindings, PRINTED_FINDINGS } from './printedFindings';

writeFileSync(CHECKS_PAGE, checksPage(caseFiles()));
writeFileSync(PRINTED_FINDINGS, allPrintedFindings(caseFiles()));
