import { writeFileSync } from 'node:fs';
import { caseFiles } from './caseFiles';
import { checksPage, CHECKS_PAGE } from './checksPage';

writeFileSync(CHECKS_PAGE, checksPage(caseFiles()));
