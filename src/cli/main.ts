import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run';
import { servesAsThread } from './threads';

/** As the package says; it lies two folders above both this file and the bundle. */
function version(): string {
  const json: unknown = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
  const known = typeof json === 'object' && json !== null && 'version' in json;
  return known ? String(json.version) : '';
}

/** Waits until a slow reader has taken what was written, so that a large output neither piles up nor is cut. */
function out(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The parser of .xls names records that it does not know on the console; our own sentence says enough.
console.error = () => undefined;

if (!servesAsThread()) {
  run(process.argv.slice(2), {
    out,
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY,
    version: version(),
    program: __filename,
  }).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(
        `程序出错，请把下面的内容告诉维护人员：\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = 2;
    },
  );
}
