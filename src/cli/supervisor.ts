import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BROKE, LIMITS as FILE, tooLong, tooMuch } from '../host/limits';
import type { ReviewSettings } from '../review';
import { removeFragment } from './output';
import type { FileOutcome, FileTask } from './outcome';
import { unreadOutcome } from './messages';

export type ToWorker =
  | { readonly kind: 'start'; readonly settings: ReviewSettings }
  | { readonly kind: 'check'; readonly index: number; readonly task: FileTask };

export type FromWorker =
  { readonly kind: 'ready' } | { readonly kind: 'done'; readonly index: number; readonly outcome: FileOutcome };

/** What one file may take. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

const LIMITS: Limits = { seconds: FILE.seconds, megabytes: 1_024 };

/** How often the memory of the workers is looked at, in milliseconds. */
const WATCH_EVERY = 200;
/** Files that may be done before an earlier one is, for each worker: what waits for its turn is kept in memory. */
const AHEAD = 8;
/** A worker has this many files in hand, so that it never waits for the supervisor, which prints. */
const IN_HAND = 2;
/** When so many workers in a row have died before they were ready, no file can be the cause. */
const FALSE_STARTS = 3;

export interface Supervision {
  /** The file that a worker runs. */
  readonly program: string;
  readonly processes: number;
  readonly settings: ReviewSettings;
  readonly limits?: Limits;
  /** Rejects when the run is to end at once. */
  readonly stopped?: Promise<never>;
}

/** The memory that a process holds, in megabytes; `null` where the system does not say. */
function megabytesOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * 4_096) / 1024 / 1024;
  } catch {
    // It has just ended, which its own event tells.
    return null;
  }
}

/** One worker process and the files that it has in hand, the one in work first. */
class Hand {
  readonly tasks: { readonly index: number; readonly task: FileTask }[] = [];
  ready = false;
  /** Files done. */
  served = 0;
  /** Whether it was ended for taking too long. */
  late = false;
  /** When it took up the file in work. */
  since = performance.now();
  /** Why it was ended by us. */
  verdict: string | null = null;

  constructor(readonly child: ChildProcess) {}

  send(message: ToWorker): void {
    // What can't be sent was not taken: the end of the process gives the file to another.
    this.child.send(message, () => undefined);
  }

  end(verdict: string): void {
    this.verdict ??= verdict;
    this.child.kill('SIGKILL');
  }
}

/** From its source a worker needs what compiles it first. */
function startWorker(program: string, { megabytes }: Limits): Hand {
  const loader = program.endsWith('.ts') ? ['--require', 'tsx/cjs'] : [];
  // The heap is not all of the memory; bytes of files and what was unpacked stand outside it.
  const heap = `--max-old-space-size=${Math.floor(megabytes * 0.75)}`;
  const child = fork(program, [], {
    execArgv: [heap, '--max-semi-space-size=32', ...loader],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Hand(child);
}

/**
 * Checks files in processes of their own and gives their outcomes in order. A process that takes too long or too much, or
 * dies, costs the file that it had in work, whose outcome says so; the files after it go to a new one. Nothing of a file
 * is parsed here. Throws only when no process can be started at all.
 */
export async function* supervised(
  tasks: readonly FileTask[],
  { program, processes, settings, limits = LIMITS, stopped }: Supervision,
): AsyncGenerator<FileOutcome> {
  const hands = new Set<Hand>();
  const done = new Map<number, FileOutcome>();
  /** Files that a worker had in hand when it ended by an earlier one's fault. */
  const returned: number[] = [];
  /** How long the first try of a file took, in milliseconds: two tries together may take no longer than one. */
  const retried = new Map<number, number>();
  let next = 0;
  let taken = 0;
  let falseStarts = 0;
  let wake: () => void = () => undefined;

  const nextIndex = (): number | null => {
    const again = returned.shift();
    if (again !== undefined) return again;
    if (next >= tasks.length || next >= taken + processes * AHEAD) return null;
    next += 1;
    return next - 1;
  };
  const feed = (): void => {
    // Each gets one before any gets its second.
    for (let room = 1; room <= IN_HAND; room += 1) {
      for (const hand of hands) {
        if (!hand.ready || hand.verdict !== null || hand.tasks.length >= room) continue;
        const index = nextIndex();
        const task = index === null ? undefined : tasks[index];
        if (index === null || task === undefined) return;
        if (hand.tasks.length === 0) hand.since = performance.now();
        hand.tasks.push({ index, task });
        hand.send({ kind: 'check', index, task });
      }
    }
  };
  const settle = (index: number, outcome: FileOutcome): void => {
    done.set(index, outcome);
    wake();
  };
  const ended = (hand: Hand): void => {
    if (!hands.delete(hand)) return;
    const [lost, ...others] = hand.tasks;
    returned.unshift(...others.map(({ index }) => index));
    if (!hand.ready) falseStarts += 1;
    if (lost?.task.place) removeFragment(lost.task.place);
    // What earlier files left in its memory is not this one's fault: it has another try in a new process.
    if (lost !== undefined && hand.served > 0 && !hand.late && !retried.has(lost.index)) {
      retried.set(lost.index, performance.now() - hand.since);
      returned.unshift(lost.index);
    } else if (lost !== undefined) {
      settle(lost.index, unreadOutcome(lost.task, hand.verdict ?? BROKE));
    }
    if (falseStarts < FALSE_STARTS) {
      if (taken + done.size < tasks.length) start();
    } else wake();
  };
  const start = (): void => {
    const hand = startWorker(program, limits);
    hands.add(hand);
    hand.child.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        hand.ready = true;
        falseStarts = 0;
      } else {
        hand.tasks.shift();
        hand.served += 1;
        hand.since = performance.now();
        settle(message.index, message.outcome);
      }
      feed();
    });
    hand.child.on('error', () => ended(hand));
    hand.child.on('exit', () => ended(hand));
    hand.send({ kind: 'start', settings });
  };
  const watch = setInterval(() => {
    for (const hand of hands) {
      const [task] = hand.tasks;
      if (task === undefined) continue;
      const { pid } = hand.child;
      const megabytes = pid === undefined ? null : megabytesOf(pid);
      if (megabytes !== null && megabytes > limits.megabytes) hand.end(tooMuch(limits.megabytes));
      const spent = performance.now() - hand.since + (retried.get(task.index) ?? 0);
      if (spent > limits.seconds * 1_000) {
        hand.late = true;
        hand.end(tooLong(limits.seconds));
      }
    }
  }, WATCH_EVERY);

  try {
    for (let count = 0; count < processes; count += 1) start();
    while (taken < tasks.length) {
      const outcome = done.get(taken);
      if (outcome !== undefined) {
        done.delete(taken);
        taken += 1;
        feed();
        yield outcome;
      } else if (falseStarts >= FALSE_STARTS) {
        throw new Error('核查用的进程没有启动：请检查内存和权限，或重新安装本程序');
      } else {
        const settled = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await (stopped === undefined ? settled : Promise.race([settled, stopped]));
      }
    }
  } finally {
    clearInterval(watch);
    for (const hand of [...hands]) {
      hands.delete(hand);
      hand.child.kill('SIGKILL');
      // The run ends without waiting for it.
      hand.child.unref();
      hand.child.channel?.unref();
      for (const { task } of hand.tasks) if (task.place !== null) removeFragment(task.place);
    }
  }
}
