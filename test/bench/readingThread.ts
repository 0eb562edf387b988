import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { readWorkbook } from '../../src/host/file/readWorkbook';

/** A thread of `batch.ts`: reads the files that it is told and answers when it is done. */
const port = parentPort;
port?.on('message', (files: readonly string[]) => {
  for (const file of files) readWorkbook(readFileSync(file), file);
  port.postMessage(files.length);
});
port?.postMessage('ready');
