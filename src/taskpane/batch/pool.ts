import { BROKE, LIMITS, tooLong } from '../../host/limits';
import type { WorkerAnswer, Job } from './protocol';

/** What the pool needs of a worker. */
export interface WorkerLike {
  postMessage(job: Job): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (answer: WorkerAnswer) => void;
}

/**
 * Runs jobs on a few workers, each with one job at a time. A worker that dies, or takes longer than a file may take, is
 * replaced.
 */
export class Pool {
  private readonly queue: Waiting[] = [];
  private running = 0;
  private readonly idle: WorkerLike[] = [];

  constructor(
    private readonly create: () => WorkerLike,
    readonly size: number,
    private readonly seconds: number = LIMITS.seconds,
  ) {}

  /** Never rejects: what went wrong is an answer. */
  run(job: Job): Promise<WorkerAnswer> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve });
      this.next();
    });
  }

  private next(): void {
    if (this.running >= this.size) return;
    const waiting = this.queue.shift();
    if (waiting === undefined) return;
    this.running += 1;
    this.start(this.idle.pop() ?? this.create(), waiting);
  }

  private start(worker: WorkerLike, { job, resolve }: Waiting): void {
    const finish = (answer: WorkerAnswer, alive: boolean): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      if (alive) this.idle.push(worker);
      else worker.terminate();
      this.running -= 1;
      resolve(answer);
      this.next();
    };
    const timer = setTimeout(
      () => finish({ kind: 'failed', sentence: `${tooLong(this.seconds)}。` }, false),
      1_000 * this.seconds,
    );
    worker.onmessage = ({ data }) => finish(data, true);
    worker.onerror = () => finish({ kind: 'failed', sentence: `${BROKE}。` }, false);
    worker.postMessage(job);
  }
}
