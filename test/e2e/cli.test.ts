import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { arrayFormulas } from '../support/hostile';
import { posix } from '../support/posix';
import { workbookFile } from '../support/workbook';

/** The program as it is handed out: a supervisor and the worker that it starts. */
const PROGRAM = path.resolve(__dirname, '../../dist/cli/zipingbiao.js');
const FILES = 30;

let folder: string;

function department(index: number): Uint8Array {
  // Every third one states a score above the weight.
  const score = index % 3 === 0 ? 60 : 50;
  return workbookFile([
    {
      name: '自评表',
      rows: [
        ['项目支出绩效自评表'],
        ['（2023年度）'],
        ['项目名称', `第${index}号项目`, null, null, null, '主管部门', '市档案馆'],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
        ['产出指标', '数量指标', '整理档案', '≥100卷', '120卷', 50, score, null],
        ['满意度指标', '服务对象满意度指标', '查档人满意度', '≥90%', '95%', 50, 50, null],
        ['总分', null, null, null, null, 100, 50 + score, null],
      ],
    },
  ]);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
  mkdirSync(path.join(folder, 'in', '二科'), { recursive: true });
  for (let index = 1; index <= FILES; index += 1) {
    writeFileSync(path.join(folder, 'in', index % 2 === 0 ? '二科' : '', `${index}.xlsx`), department(index));
  }
  writeFileSync(path.join(folder, 'in', 'cut.xlsx'), department(1).subarray(0, 900));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(...argv: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], { encoding: 'utf8', cwd: folder });
  return { status, out: stdout, err: stderr };
}

async function programAside(...argv: string[]): Promise<ReturnType<typeof program>> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (data: string) => (out += data));
  child.stderr.setEncoding('utf8').on('data', (data: string) => (err += data));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, out, err };
}

test('several processes print what one prints, in the same order', () => {
  const one = program('in', '--jsonl', '--jobs', '1');
  const three = program('in', '--jsonl', '--jobs', '3');
  expect(three).toEqual(one);
  expect(one.status).toBe(2);
  const lines: unknown[] = one.out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(FILES + 1);
  expect(lines.filter((line) => JSON.stringify(line).includes('"error"'))).not.toHaveLength(0);
});

test('processes write every copy and the summary holds every form', () => {
  const { status, err } = program('in', '--jobs', '2', '--annotate', 'copies', '--summary', 'all.xlsx');
  expect({ status, err }).toEqual({ status: 2, err: '' });
  const copies = readdirSync(path.join(folder, 'copies'), { recursive: true, encoding: 'utf8' });
  expect(copies.filter((name) => name.endsWith('.xlsx'))).toHaveLength(FILES);
  const wrong = readFileSync(path.join(folder, 'copies', '3.xlsx'));
  expect([...annotationsIn(wrong).values()].flat().length).toBeGreaterThan(0);
  const [summary] = readWorkbook(readFileSync(path.join(folder, 'all.xlsx')), 'all.xlsx').sheets;
  const rows = summary?.snapshot.texts.filter((row) => row.some((text) => text.endsWith('.xlsx'))) ?? [];
  expect(rows).toHaveLength(FILES + 1);
  expect(rows.find((row) => row.some((text) => text === 'cut.xlsx'))?.join(' ')).toContain('损坏');
});

test('a rulebook that can not be read stops the program before any process starts', () => {
  writeFileSync(path.join(folder, 'rules.json'), '{');
  const { status, out, err } = program('in', '--jobs', '2', '--rulebook', 'rules.json');
  expect([status, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a file whose reader never ends, or takes the process down, costs its own row only', async () => {
  mkdirSync(path.join(folder, 'bad'));
  writeFileSync(path.join(folder, 'bad', '1.xlsx'), department(1));
  writeFileSync(path.join(folder, 'bad', '2.xlsx'), arrayFormulas());
  writeFileSync(path.join(folder, 'bad', '3.xlsx'), department(2));
  // At the same time: each waits twenty seconds.
  for (const { status, out, err } of await Promise.all(
    ['1', '2'].map((jobs) => programAside('bad', '--jsonl', '--jobs', jobs)),
  )) {
    expect({ status, err }).toEqual({ status: 2, err: '' });
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(rows).toMatchObject([
      { sheets: [{ recognised: true }] },
      { error: expect.stringMatching(/内存|超过 20 秒/) as string },
      { sheets: [{ recognised: true }] },
    ]);
  }
}, 120_000);

posix(
  'a reader that has seen enough ends the run, a full disk is one sentence',
  () => {
    const head = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" in --jsonl | head -1`], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(head.stdout.trimEnd().split('\n')).toHaveLength(1);
    if (process.platform !== 'linux') return;
    const full = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" in --jsonl > /dev/full`], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect([full.status, full.stderr]).toEqual([2, expect.stringContaining('磁盘空间不足')]);
    expect(full.stderr.trimEnd().split('\n')).toHaveLength(1);
  },
  60_000,
);

posix(
  'what can not be written whole is not written: the former copy and summary stay, in one sentence each',
  () => {
    mkdirSync(path.join(folder, 'small'));
    const kept = [path.join(folder, 'small', '1.xlsx'), path.join(folder, 'former.xlsx')];
    for (const file of kept) writeFileSync(file, 'former');
    // No file may grow over two kilobytes: to the program that is a disk that is full.
    const run = `ulimit -f 4; exec "${process.execPath}" "${PROGRAM}" in/1.xlsx --annotate small --summary former.xlsx`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', run], { encoding: 'utf8', cwd: folder });
    expect(status).toBe(2);
    expect(stdout).toContain('没有写批注副本：');
    expect(stderr.trimEnd()).toMatch(/^汇总表没有写成：[^\n]*$/);
    for (const file of kept) expect(readFileSync(file, 'utf8')).toBe('former');
    expect(readdirSync(path.join(folder, 'small'))).toEqual(['1.xlsx']);
  },
  60_000,
);

posix.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves the former summary, no fragment, and one sentence',
  async (signal) => {
    const summary = path.join(folder, `${signal}.xlsx`);
    writeFileSync(summary, 'former');
    const argv = ['in', '--jobs', '1', '--annotate', `cut ${signal}`, '--summary', summary];
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.once('data', () => child.kill(signal));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(2);
    expect(said.trimEnd()).toMatch(/^已中断[^\n]*$/);
    expect(readFileSync(summary, 'utf8')).toBe('former');
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('.tmp'))).toEqual([]);
    // What was written of copies is whole.
    for (const name of left.filter((one) => one.startsWith(`cut ${signal}${path.sep}`) && one.endsWith('.xlsx'))) {
      expect(readWorkbook(readFileSync(path.join(folder, name)), name).sheets).toHaveLength(1);
    }
  },
  60_000,
);
