import { availableParallelism } from 'node:os';
import type { ReviewSettings } from '../review';
import type { FileOutcome, FileTask } from './outcome';

/** Checks files, each by itself whatever becomes of the others, and gives their outcomes in order. */
export type Checker = (
  tasks: readonly FileTask[],
  processes: number,
  settings: ReviewSettings,
) => AsyncGenerator<FileOutcome>;

/** Where the command line writes to, the terminal in earnest, strings in tests, and what checks the files for it. */
export interface CliOutput {
  /** Rejects as the file system does when nothing more can be written. */
  out(text: string): void | Promise<void>;
  err(text: string): void;
  /** Whether a person watches what is written to `err`. */
  readonly interactive: boolean;
  readonly version: string;
  readonly check: Checker;
}

/** The status of a run: nothing wrong, something found, or a file or an argument that failed. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** Files from which a further process pays for its start. */
const FILES_EACH = 12;

/** Checks files in as many processes as they are worth, unless told how many, and gives each with its outcome in order. */
export async function* checked(
  io: CliOutput,
  tasks: readonly FileTask[],
  settings: ReviewSettings = {},
  jobs: number | null = null,
): AsyncGenerator<FileOutcome & { readonly task: FileTask }> {
  const worth = Math.max(1, Math.min(availableParallelism(), Math.floor(tasks.length / FILES_EACH)));
  let at = 0;
  for await (const outcome of io.check(tasks, jobs === null ? worth : Math.min(jobs, tasks.length), settings)) {
    const task = tasks[at];
    at += 1;
    if (task !== undefined) yield { ...outcome, task };
  }
}
