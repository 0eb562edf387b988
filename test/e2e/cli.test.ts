import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { workbookFile } from '../support/workbook';

/** The program as it is handed out: one file, which is its own thread. */
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

test('several threads print what one prints, in the same order', () => {
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

test('threads write every copy and the summary holds every form', () => {
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

test('a rulebook that can not be read stops the program before any thread starts', () => {
  writeFileSync(path.join(folder, 'rules.json'), '{');
  const { status, out, err } = program('in', '--jobs', '2', '--rulebook', 'rules.json');
  expect([status, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
