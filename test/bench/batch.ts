import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sampleWorkbook } from '../../src/workbench/sample';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { emulatedFile } from '../support/emulatedFile';
import { sourceThread } from '../support/sourceThread';
import { printTable } from './table.mjs';

const FILES = 1_000;
const PROGRAM = path.resolve(__dirname, '../../dist/cli/zipingbiao.js');

/** Seconds. */
async function timed(run: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}

function check(folder: string, threads: number): void {
  const { status, error } = spawnSync(
    process.execPath,
    [PROGRAM, folder, '--jsonl', '--jobs', String(threads)],
    // What is printed goes nowhere; the sample has errors, so that 1 is as it should be.
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (error !== undefined) throw error;
  if (status !== 1) throw new Error(`the check ended with ${String(status)}`);
}

/** A thread that is ready to read. */
function startThread(): Promise<Worker> {
  const worker = sourceThread(path.join(__dirname, 'readingThread.ts'));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve(worker));
  });
}

function read(worker: Worker, files: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve());
    worker.postMessage(files);
  });
}

/** Seconds to read the files and do nothing else, without the start of the threads. */
async function readAlone(files: readonly string[], threads: number): Promise<number> {
  const workers = await Promise.all(Array.from({ length: threads }, startThread));
  const seconds = await timed(async () => {
    await Promise.all(
      workers.map((worker, at) =>
        read(
          worker,
          files.filter((_, index) => index % threads === at),
        ),
      ),
    );
  });
  await Promise.all(workers.map((worker) => worker.terminate()));
  return seconds;
}

/** Nothing but arithmetic, for about a second. */
const BUSY = 'let x = 1; for (let i = 0; i < 1e9; i += 1) x = (x * 16807) % 2147483647; process.exit(x === 0 ? 1 : 0);';

/** Seconds until so many processes that share nothing have each done the same. */
function busy(processes: number): Promise<number> {
  return timed(async () => {
    const one = () =>
      new Promise<void>((resolve) =>
        spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }).on('exit', () => resolve()),
      );
    await Promise.all(Array.from({ length: processes }, one));
  });
}

/** What is converted by LibreOffice, the reader that an office has otherwise; it takes some time to start. */
const CONVERTED = 100;

/** Seconds for the first files to be opened and saved as text; `null` where LibreOffice is not installed. */
async function libreOffice(files: readonly string[], folder: string): Promise<number | null> {
  const program = process.env['SOFFICE'] ?? 'soffice';
  if (spawnSync(program, ['--version']).status !== 0) return null;
  const argv = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'csv',
    '--outdir',
    folder,
  ];
  return timed(() => {
    spawnSync(program, [...argv, ...files.slice(0, CONVERTED)], { stdio: 'ignore' });
  });
}

/** Prints how long the command line takes for many files, beside reading them alone by the same number of threads. */
export async function benchBatch(): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error(`没有 ${PROGRAM}：先运行 npm run build`);
  const folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-bench-'));
  try {
    const bytes = emulatedFile(new EmulatedWorkbook('自评表.xlsx', sampleWorkbook()));
    const files = Array.from({ length: FILES }, (_, index) => path.join(folder, `${index}.xlsx`));
    for (const file of files) writeFileSync(file, bytes);
    const rows: string[][] = [];
    for (const threads of new Set([1, availableParallelism()])) {
      const checking = await timed(() => check(folder, threads));
      const reading = await readAlone(files, threads);
      const each = (checking / FILES) * 1_000;
      rows.push([
        String(threads),
        `${checking.toFixed(1)} 秒`,
        `${each.toFixed(1)} 毫秒`,
        `${reading.toFixed(1)} 秒`,
        (checking / reading).toFixed(1),
      ]);
    }
    const size = `每份 ${(bytes.length / 1024).toFixed(0)} KB`;
    printTable(
      `成批核查（命令行 \`--jsonl\`，${FILES} 份样表大小的 .xlsx，${size}）`,
      ['进程', '核查，含启动', '每份', '只读不查，不含启动', '核查 ÷ 只读'],
      rows,
    );
    const [alone, both] = [await busy(1), await busy(2)];
    console.log(
      `这台机器：两个互不相干的纯计算进程同时做完两份，用时是一个做完两份的 ${(both / (2 * alone)).toFixed(2)}。`,
    );
    const converted = await libreOffice(files, folder);
    console.log(
      converted === null
        ? '没有安装 LibreOffice，没有比较。'
        : `LibreOffice 打开并转换前 ${CONVERTED} 份，含启动：每份 ${((converted / CONVERTED) * 1_000).toFixed(0)} 毫秒。`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
