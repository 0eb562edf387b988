// npm run fuzz -- [--sheets 100000] [--files 10000] [--seed 1]: random and mutated sheets through review, damaged files
// through host/file. What fails, hangs or is slow is kept in test/fixtures/fuzz/ and tried again by the unit tests.
import '../../scripts/usage.mjs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { LIMITS } from '../../src/host/limits';
import { cpuTime } from '../support/cpuTime';
import { sourceThread } from '../support/sourceThread';
import { keepFile, keepSheet } from './kept';
import { Random } from './random';
import { anySheet } from './sheets';
import { type Fault, tryFile, trySheet } from './trials';
import { damagedFile } from './workbooks';

interface Series {
  /** The longest that one may take, in milliseconds of the processor. */
  readonly limit: number;
  /** Makes the trial of a seed and gives what tries it. */
  readonly trial: (seed: number) => () => Fault;
  /** Writes the trial of a seed where the tests find it. */
  readonly keep: (seed: number) => string;
}

function series<T>(
  limit: number,
  make: (random: Random) => T,
  attempt: (trial: T) => Fault,
  keep: (seed: number, trial: T) => string,
): Series {
  return {
    limit,
    trial: (seed) => {
      const trial = make(new Random(seed));
      return () => attempt(trial);
    },
    keep: (seed) => keep(seed, make(new Random(seed))),
  };
}

const SERIES = {
  sheet: series(100, anySheet, trySheet, keepSheet),
  file: series(400, damagedFile, tryFile, keepFile),
} as const;

/** What never ends is stopped after so many milliseconds of the clock, as the command line stops a file. */
const HANGS = 1_000 * LIMITS.seconds;

const FAULTS_AT_MOST = 20;

/** A run of seeds tried in a thread of its own, which survives neither a hang nor a lack of memory. */
interface Part {
  readonly name: keyof typeof SERIES;
  readonly from: number;
  readonly to: number;
  /** Shared with the thread: the seed being tried, the time of all, the longest. */
  readonly progress: Float64Array;
}

interface Found {
  readonly seed: number;
  readonly fault: string;
}

const [AT, TOTAL, SLOWEST] = [0, 1, 2];

/** The seed of a thread that has tried none yet. */
const STARTING = -1;

function runPart({ name, from, to, progress }: Part, report: (found: Found) => void): void {
  const { limit, trial } = SERIES[name];
  for (let seed = from; seed < to; seed += 1) {
    progress[AT] = seed;
    const attempt = trial(seed);
    const found: Fault[] = [];
    let time = cpuTime(() => found.push(attempt()));
    progress[TOTAL] = (progress[TOTAL] ?? 0) + time;
    // The least of three: what the machine's own work adds is not the sheet's fault.
    if (time > limit) time = Math.min(...[1, 2, 3].map(() => cpuTime(() => attempt())));
    const slow = time > limit ? `took ${Math.round(time)} ms, ${limit} are allowed` : null;
    progress[SLOWEST] = Math.max(progress[SLOWEST] ?? 0, time);
    const fault = found[0] ?? slow;
    if (fault !== null) report({ seed, fault });
  }
}

/** Runs a part in its thread; gives the seed at which it had to be stopped, and why, or `null` when it went through. */
async function inThread(part: Part, report: (found: Found) => void): Promise<Found | null> {
  part.progress[AT] = STARTING;
  const worker = sourceThread(__filename, { workerData: part, resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
  worker.on('message', report);
  let last = STARTING;
  let since = performance.now();
  return new Promise((resolve) => {
    const stop = (fault: string | null) => {
      clearInterval(watch);
      resolve(fault === null ? null : { seed: Math.max(part.progress[AT] ?? 0, part.from), fault });
    };
    const watch = setInterval(() => {
      const at = part.progress[AT] ?? STARTING;
      // A busy machine may take long to compile the thread's sources.
      if (at !== last || at === STARTING) [last, since] = [at, performance.now()];
      else if (performance.now() - since > HANGS) {
        stop(`hangs: stopped after ${HANGS / 1000} s`);
        void worker.terminate();
      }
    }, 500);
    worker.on('error', (error) => stop(`${error.name}: ${error.message}`));
    worker.on('exit', () => stop(null));
  });
}

async function run(name: keyof typeof SERIES, count: number, first: number): Promise<number> {
  const progress = new Float64Array(new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
  let faults = 0;
  let ends = 0;
  const report = ({ seed, fault }: Found) => {
    faults += 1;
    console.log(`${name} ${seed}: ${fault.slice(0, 1_500)}\n  kept as ${SERIES[name].keep(seed)}`);
  };
  const end = first + count;
  for (let from = first; from < end && faults < FAULTS_AT_MOST;) {
    const to = Math.min(from + 1_000, end);
    const stopped = await inThread({ name, from, to, progress }, report);
    // A file's process may be stopped, which its row says; a sheet is reviewed in the pane.
    if (stopped !== null && name === 'file') ends += 1;
    else if (stopped !== null) report(stopped);
    from = stopped === null ? to : stopped.seed + 1;
    if ((from - first) % 10_000 === 0) console.log(`${from - first} ${name}s tried`);
  }
  const average = (progress[TOTAL] ?? 0) / Math.max(count, 1);
  const slowest = (progress[SLOWEST] ?? 0).toFixed(0);
  console.log(
    `${count} ${name}s from seed ${first}: ${faults} faults, ${ends} stopped, ${average.toFixed(2)} ms on average, ${slowest} ms at most`,
  );
  return faults;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sheets: { type: 'string', default: '100000' },
      files: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  const faults = (await run('sheet', Number(values.sheets), seed)) + (await run('file', Number(values.files), seed));
  process.exitCode = faults === 0 ? 0 : 1;
}

if (isMainThread) void main();
else runPart(workerData as Part, (found) => parentPort?.postMessage(found));
