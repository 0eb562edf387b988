import { parseArgs } from 'node:util';
import { keepFile, keepSheet } from './kept';
import { Random } from './random';
import { anySheet } from './sheets';
import { cpuTime, type Fault, tryFile, trySheet } from './trials';
import { damagedFile } from './workbooks';

/** The longest that one sheet or file may take, in milliseconds of the processor. */
const LIMITS = { sheet: 100, file: 400 } as const;

interface Series<T> {
  readonly name: string;
  readonly count: number;
  readonly limit: number;
  readonly make: (random: Random) => T;
  readonly attempt: (trial: T) => Fault;
  readonly keep: (seed: number, trial: T) => string;
}

/** The least time of three: what the machine's own work adds is not the sheet's fault. */
function steadyTime<T>(trial: T, attempt: (trial: T) => Fault): number {
  return Math.min(...[1, 2, 3].map(() => cpuTime(() => attempt(trial))));
}

function run<T>({ name, count, limit, make, attempt, keep }: Series<T>, firstSeed: number): number {
  let faults = 0;
  let slowest = 0;
  let total = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const trial = make(new Random(seed));
    const found: Fault[] = [];
    let time = cpuTime(() => found.push(attempt(trial)));
    let fault = found[0] ?? null;
    total += time;
    if (time > limit) {
      time = steadyTime(trial, attempt);
      if (time > limit) fault ??= `took ${Math.round(time)} ms, ${limit} are allowed`;
    }
    slowest = Math.max(slowest, time);
    const done = seed - firstSeed + 1;
    if (done % 10_000 === 0) console.log(`${done} ${name}s tried`);
    if (fault !== null) {
      faults += 1;
      console.log(`${name} ${seed}: ${fault.slice(0, 1_500)}\n  kept as ${keep(seed, trial)}`);
      if (faults >= 20) break;
    }
  }
  console.log(
    `${count} ${name}s from seed ${firstSeed}: ${faults} faults, ${(total / Math.max(count, 1)).toFixed(2)} ms on average, ${slowest.toFixed(0)} ms at most`,
  );
  return faults;
}

const { values } = parseArgs({
  options: {
    sheets: { type: 'string', default: '100000' },
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});

const seed = Number(values.seed);
const faults =
  run(
    {
      name: 'sheet',
      count: Number(values.sheets),
      limit: LIMITS.sheet,
      make: anySheet,
      attempt: trySheet,
      keep: keepSheet,
    },
    seed,
  ) +
  run(
    {
      name: 'file',
      count: Number(values.files),
      limit: LIMITS.file,
      make: damagedFile,
      attempt: tryFile,
      keep: keepFile,
    },
    seed,
  );
process.exitCode = faults === 0 ? 0 : 1;
