import type { Answer, Job, Reply, Request } from './protocol';

/** What the pool needs of a worker. */
export interface WorkerLike {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
}

/** A file that keeps a worker busy for longer than this is given up, and the worker with it. */
const PATIENCE_MS = 60_000;
const GAVE_UP = '核查这个文件用时过长，已停止：请检查是否为自评表，或单独打开核查。';
const BROKE = '读取这个文件时内存不足或程序出错：请用 Excel 或 WPS 另存为 .xlsx 再试。';

/** Runs jobs on a few workers, each with one job at a time; a worker that dies or hangs is replaced. */
export class Pool {
  private readonly queue: Waiting[] = [];
  private running = 0;
  private readonly idle: WorkerLike[] = [];
  private lastId = 0;

  constructor(
    private readonly create: () => WorkerLike,
    readonly size: number,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** Never rejects: what went wrong is an answer. */
  run(job: Job): Promise<Answer> {
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
    this.lastId += 1;
    const id = this.lastId;
    const finish = (answer: Answer, alive: boolean): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      if (alive) this.idle.push(worker);
      else worker.terminate();
      this.running -= 1;
      resolve(answer);
      this.next();
    };
    const timer = setTimeout(() => finish({ kind: 'failed', sentence: GAVE_UP }, false), this.patience);
    worker.onmessage = ({ data }) => {
      if (data.id === id) finish(data.answer, true);
    };
    worker.onerror = () => finish({ kind: 'failed', sentence: BROKE }, false);
    worker.postMessage({ id, job });
  }
}
