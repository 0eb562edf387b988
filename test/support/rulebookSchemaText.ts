import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { ruleSchema, rulebookSchema } from '../../src/scoring/rulebook';

export const RULEBOOK_SCHEMA = path.join(__dirname, '../../docs/rulebook.schema.json');

/** The published JSON schema of a rulebook file, for editors that check while one writes. */
export function rulebookSchemaText(): string {
  const schema = toJsonSchema(rulebookSchema, {
    definitions: { rule: ruleSchema },
    errorMode: 'ignore',
    ignoreActions: ['metadata'],
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
