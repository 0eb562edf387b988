import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileTask } from '../../src/cli/outcome';
import { supervised } from '../../src/cli/supervisor';
import { cpuTime } from '../support/cpuTime';
import { keptFiles, keptSheets } from './kept';
import { Random } from './random';
import { anySheet } from './sheets';
import { tryFile, trySheet } from './trials';
import { damagedFile, type ReceivedFile } from './workbooks';

// The parser of .xls tells the console of records that it does not know.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
afterEach(() => jest.restoreAllMocks());

// The whole of it, in other sizes and from other seeds: npm run fuzz.

test('any sheet is reviewed without a fault', () => {
  for (let seed = 0; seed < 400; seed += 1) expect([seed, trySheet(anySheet(new Random(seed)))]).toEqual([seed, null]);
}, 60_000);

test('any damaged file is read, or refused in one sentence', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const file = damagedFile(new Random(seed));
    if (!isOld(file)) expect([seed, tryFile(file)]).toEqual([seed, null]);
  }
}, 60_000);

/** The parser of .xls goes round in a circle in some damaged ones: they are for a process that may be stopped. */
const isOld = ({ bytes }: ReceivedFile): boolean => bytes[0] === 0xd0;

test('any damaged .xls is read, refused, or stopped with its process: each is a row', async () => {
  const damaged = Array.from({ length: 60 }, (_, seed) => damagedFile(new Random(seed)));
  const files = [...keptFiles().map(([, file]) => file), ...damaged].filter(isOld);
  const folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
  try {
    const tasks = files.map(({ bytes, name }, index): FileTask => {
      const file = path.join(folder, `${index}.${name}`);
      writeFileSync(file, bytes);
      return { file: { file, below: name }, place: null, json: true, summary: false, columns: [] };
    });
    const program = path.resolve(__dirname, '../../src/cli/worker.ts');
    // Most of the kept ones have no end: each keeps a processor busy until it is stopped.
    const limits = { seconds: 1, megabytes: 1_024 };
    let rows = 0;
    let stopped = 0;
    for await (const { text } of supervised(tasks, { program, processes: 2, settings: {}, limits })) {
      const row = JSON.parse(text) as { readonly file: string; readonly error?: string };
      expect(row.file).toBe(tasks[rows]?.file.file);
      expect(row.error ?? '可读，请').toMatch(/^[^\n]*请[^\n]*$/);
      expect(row.error ?? '').not.toContain('程序处理');
      if (row.error?.includes('已停止') === true) stopped += 1;
      rows += 1;
    }
    expect(rows).toBe(tasks.length);
    expect(stopped).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

test('what failed once, or took too long, does no more', () => {
  for (const [name, snapshot] of keptSheets()) {
    expect([name, trySheet(snapshot)]).toEqual([name, null]);
    expect([name, cpuTime(() => trySheet(snapshot)) < 500]).toEqual([name, true]);
  }
  for (const [name, file] of keptFiles()) if (!isOld(file)) expect([name, tryFile(file)]).toEqual([name, null]);
});
