// npm run docs:rulebook: writes the published schema of rulebooks out of the one that reads them.
import '../../scripts/usage.mjs';
import { writeFileSync } from 'node:fs';
import { RULEBOOK_SCHEMA, rulebookSchemaText } from './rulebookSchemaText';

writeFileSync(RULEBOOK_SCHEMA, rulebookSchemaText());
