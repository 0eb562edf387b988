import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread on a TypeScript file: the thread compiles its sources itself, since loaders do not reach into threads. */
export function sourceThread(program: string, options: WorkerOptions = {}): Worker {
  const source = `const load = require('node:module').createRequire(${JSON.stringify(program)});
    load('tsx/cjs');
    load(${JSON.stringify(program)});`;
  return new Worker(source, { ...options, eval: true });
}
