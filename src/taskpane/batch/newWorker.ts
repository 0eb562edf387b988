/** A worker that reads and checks files. */
export function newWorker(): Worker {
  return new Worker(new URL('./batch.worker.ts', import.meta.url));
}
