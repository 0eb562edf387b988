import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode, fileSystemMessage, oneLine } from './messages';
import { run } from './run';
import { supervised } from './supervisor';

const FAILED = 2;

/** As the package says; it lies two folders above both this file and the bundle. */
function version(): string {
  const json: unknown = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
  const known = typeof json === 'object' && json !== null && 'version' in json;
  return known ? String(json.version) : '';
}

/** Ends the run at once: the workers and what they left are taken away by the generator that is abandoned. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The output is gone: `| head` has seen enough, or the disk is full. */
function lost(error: unknown): Stopped {
  if (errorCode(error) === 'EPIPE') return new Stopped('接收结果的程序已经关闭，没有核查完');
  return new Stopped(`结果没有写完：${fileSystemMessage(error)}`);
}

let stop: (reason: Stopped) => void = () => undefined;
const stopped = new Promise<never>((_, reject) => {
  stop = reject;
});
// Each step races against it; while no step is waiting, its rejection must not count as unhandled.
stopped.catch(() => undefined);

process.stdout.on('error', (error) => stop(lost(error)));
process.stderr.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stop(new Stopped('已中断：没有核查完的文件没有结果，没有写完的副本和汇总表都没有留下')));
}

/** Waits until a slow reader has taken what was written, so that a large output neither piles up nor is cut. */
function out(text: string): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(lost(error));
      else resolve();
    });
  });
  return Promise.race([written, stopped]);
}

const WORKER = path.join(__dirname, __filename.endsWith('.ts') ? 'worker.ts' : 'worker.js');

run(process.argv.slice(2), {
  out,
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
  version: version(),
  check: (tasks, processes, settings) => supervised(tasks, { program: WORKER, processes, settings, stopped }),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const text =
      error instanceof Stopped
        ? error.message
        : `程序出错，请把下面的内容告诉维护人员：${oneLine(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${text}\n`);
    process.exitCode = FAILED;
  },
);
