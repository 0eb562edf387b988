import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { ReviewSettings } from '../review';
import { outcomeOf, type FileOutcome, type FileTask } from './outcome';
import { loadRulebook } from './rulebookFile';

interface Start {
  readonly rulebook: string | null;
}

interface Done {
  readonly index: number;
  readonly outcome: FileOutcome;
}

interface Asked {
  readonly index: number;
  readonly task: FileTask;
}

function isStart(value: unknown): value is Start {
  return typeof value === 'object' && value !== null && 'rulebook' in value;
}

/** In a thread of ours: answers file after file. Gives whether this is such a thread. */
export function servesAsThread(): boolean {
  const port = parentPort;
  if (isMainThread || port === null || !isStart(workerData)) return false;
  const { rulebook } = workerData;
  const loaded = rulebook === null ? {} : loadRulebook(rulebook);
  const settings: ReviewSettings = 'error' in loaded ? {} : loaded;
  port.on('message', ({ index, task }: Asked) => {
    const done: Done = { index, outcome: outcomeOf(task, settings) };
    port.postMessage(done);
  });
  return true;
}

/** The bundle is its own thread; run from its source, the program needs what compiles it first. */
function startThread(program: string, start: Start): Worker {
  if (!program.endsWith('.ts')) return new Worker(program, { workerData: start });
  const source = `const load = require('node:module').createRequire(${JSON.stringify(program)});
    load('tsx/cjs');
    load(${JSON.stringify(program)});`;
  return new Worker(source, { eval: true, workerData: start });
}

/** Files that may be done before an earlier one is, for each thread: what waits for its turn is kept in memory. */
const AHEAD = 8;

/**
 * Checks files in several threads and gives their outcomes in order. `program` is the file that calls `servesAsThread`.
 * Rejects when a thread dies, as the program itself would.
 */
export async function* inThreads(
  tasks: readonly FileTask[],
  threads: number,
  program: string,
  rulebook: string | null,
): AsyncGenerator<FileOutcome> {
  const start: Start = { rulebook };
  const workers = Array.from({ length: threads }, () => startThread(program, start));
  const done = new Map<number, FileOutcome>();
  let next = 0;
  let taken = 0;
  let wake: () => void = () => undefined;
  const failures: Error[] = [];
  // Each has the next file in hand while it works on one, so that none waits for this thread, which prints.
  const idle: Worker[] = [...workers, ...workers];
  const feed = (): void => {
    while (next < tasks.length && next < taken + threads * AHEAD) {
      const worker = idle.pop();
      const task = tasks[next];
      if (worker === undefined || task === undefined) return;
      const asked: Asked = { index: next, task };
      worker.postMessage(asked);
      next += 1;
    }
  };
  for (const worker of workers) {
    worker.on('message', ({ index, outcome }: Done) => {
      done.set(index, outcome);
      idle.push(worker);
      feed();
      wake();
    });
    worker.on('error', (error) => {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      wake();
    });
  }
  try {
    feed();
    while (taken < tasks.length) {
      const outcome = done.get(taken);
      if (outcome === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (failures.length > 0 || done.has(taken)) resolve();
        });
        const [failure] = failures;
        if (failure !== undefined) throw failure;
        continue;
      }
      done.delete(taken);
      taken += 1;
      feed();
      yield outcome;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
