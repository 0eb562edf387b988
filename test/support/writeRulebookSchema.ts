import { writeFileSync } from 'node:fs';
import { RULEBOOK_SCHEMA, rulebookSchemaText } from './rulebookSchemaText';

writeFileSync(RULEBOOK_SCHEMA, rulebookSchemaText());
