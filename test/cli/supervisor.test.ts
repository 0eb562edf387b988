import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputPlace } from '../../src/cli/output';
import type { FileOutcome, FileTask } from '../../src/cli/outcome';
import { supervised, type Supervision } from '../../src/cli/supervisor';
import { arrayFormulas, numberFormats, oldSharedFormulas, sharedFormulas } from '../support/hostile';
import { workbookFile } from '../support/workbook';

/** A worker that does to itself what its file is called. */
const WORKER = `
const fs = require('node:fs');
const held = [];
process.on('disconnect', () => process.exit(0));
const queue = [];
let working = false;
process.on('message', (message) => {
  if (message.kind === 'start') return void process.send({ kind: 'ready' });
  queue.push(message);
  if (!working) next();
});
function next() {
  working = queue.length > 0;
  if (!working) return;
  const { index, task } = queue.shift();
  if (task.place !== null) fs.writeFileSync(task.place.temporary, 'half');
  if (task.file.file === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (task.file.file === 'abort') process.abort();
  if (task.file.file === 'late') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    process.exit(3);
  }
  if (task.file.file === 'exit') process.exit(3);
  if (task.file.file === 'heap') for (;;) held.push(new Array(1000).fill(held.length));
  if (task.file.file === 'bytes') for (;;) held.push(Buffer.alloc(1 << 24, 1));
  const outcome = { text: task.file.file, failed: false, withErrors: false, forms: [], reason: '', read: true };
  setTimeout(() => process.send({ kind: 'done', index, outcome }, next), task.file.file === 'slow' ? 300 : 0);
}
`;

let folder: string;
let program: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
  program = path.join(folder, 'worker.js');
  writeFileSync(program, WORKER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const task = (file: string, target: string | null = null): FileTask => ({
  file: { file, below: file },
  place: target === null ? null : outputPlace(path.join(folder, target)),
  json: true,
  summary: false,
  columns: [],
});

async function all(tasks: readonly FileTask[], given: Partial<Supervision> = {}): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  const supervision = { program, processes: 1, settings: {}, limits: { seconds: 30, megabytes: 300 }, ...given };
  for await (const outcome of supervised(tasks, supervision)) outcomes.push(outcome);
  return outcomes;
}

/** Memory beside the heap is only watched where the system tells what a process holds. */
const BYTES: readonly (readonly [string, RegExp])[] = process.platform === 'linux' ? [['bytes', /内存/]] : [];

test.each([['hang', /超过 1.5 秒/], ['abort', /程序中断/], ['exit', /程序中断/], ['heap', /内存/], ...BYTES] as const)(
  'a file that makes its process %s costs one row, with one process and with two',
  async (bad, reason) => {
    const names = ['a', 'b', bad, 'c', 'd', bad, 'e'];
    const run = async (processes: number) => {
      const outcomes = await all(
        names.map((name) => task(name)),
        { processes, limits: { seconds: bad === 'hang' ? 1.5 : 30, megabytes: 150 } },
      );
      expect(outcomes.map(({ failed }) => failed)).toEqual(names.map((name) => name === bad));
      for (const { text, reason: said } of outcomes.filter(({ failed }) => failed)) {
        expect(said).toMatch(reason);
        expect(JSON.parse(text)).toEqual({ file: bad, error: said, sheets: [] });
      }
      expect(outcomes.filter(({ failed }) => !failed).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e']);
    };
    await Promise.all([run(1), run(2)]);
  },
  60_000,
);

test('workbooks that keep the parser busy for minutes are a row each, and the batch goes on', async () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['1.xlsx', workbookFile([{ name: 'a', rows: [['好']] }])],
    ['2.xlsx', arrayFormulas()],
    ['3.xlsx', sharedFormulas()],
    ['4.xlsx', numberFormats()],
    ['5.xls', oldSharedFormulas()],
    ['6.xlsx', workbookFile([{ name: 'a', rows: [['好']] }])],
  ];
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
  const outcomes = await all(
    files.map(([name]) => task(path.join(folder, name))),
    {
      program: path.resolve(__dirname, '../../src/cli/worker.ts'),
      processes: 2,
      limits: { seconds: 2, megabytes: 1_024 },
    },
  );
  expect(outcomes.map(({ reason }) => reason.slice(0, 12))).toEqual([
    expect.stringMatching(/^没有找到/),
    ...Array.from({ length: 4 }, () => '核查这个文件超过 2 秒'.slice(0, 12)),
    expect.stringMatching(/^没有找到/),
  ]);
}, 120_000);

test('both tries of a file together have the time of one', async () => {
  // Each try alone would end by itself before its time is over.
  const outcomes = await all([task('good'), task('late'), task('after')], { limits: { seconds: 2, megabytes: 300 } });
  expect(outcomes.map(({ reason }) => reason)).toEqual(['', expect.stringMatching(/超过 2 秒/), '']);
});

test('the outcomes keep the order of the files, whichever is done first', async () => {
  const names = ['slow', 'a', 'b', 'slow', ...Array.from({ length: 40 }, (_, index) => String(index))];
  const outcomes = await all(
    names.map((name) => task(name)),
    { processes: 3 },
  );
  expect(outcomes.map(({ text }) => text)).toEqual(names);
}, 60_000);

test('of a copy that was being written when its process ended nothing is left', async () => {
  const copy = task('abort', 'copy.xlsx');
  await all([copy]);
  expect(existsSync(copy.place?.temporary ?? '')).toBe(false);
}, 60_000);

test('when the run is stopped, processes and fragments are taken away', async () => {
  const copy = task('hang', 'stopped.xlsx');
  const stopped = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('stopped')), 1_500);
  });
  await expect(all([copy], { stopped, limits: { seconds: 60, megabytes: 300 } })).rejects.toThrow('stopped');
  expect(existsSync(copy.place?.temporary ?? '')).toBe(false);
}, 60_000);

test('a program that can not start is said once, not tried for ever', async () => {
  writeFileSync(path.join(folder, 'broken.js'), 'process.exit(1);');
  await expect(all([task('a')], { program: path.join(folder, 'broken.js') })).rejects.toThrow('没有启动');
}, 60_000);
