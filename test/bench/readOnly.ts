import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/host/file/readWorkbook';

/** Time of reading alone, to be held against a check of the same files: `npx tsx test/bench/readOnly.ts FOLDER`. */
const folder = process.argv[2] ?? '.';
const start = performance.now();
const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
for (const name of files) readWorkbook(readFileSync(path.join(folder, name)), name);
const seconds = (performance.now() - start) / 1000;
process.stdout.write(
  `${files.length} files read in ${seconds.toFixed(2)} s, ${((seconds / files.length) * 1000).toFixed(2)} ms each\n`,
);
