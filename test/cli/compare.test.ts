import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeOf } from '../../src/cli/outcome';
import type { Checker } from '../../src/cli/checker';
import { run } from '../../src/cli/run';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { evaluation, targets } from '../fixtures/targets';
import { changed } from '../fixtures/training';
import { sheet } from '../support/sheet';
import { workbookFile } from '../support/workbook';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Without the worker processes, which have tests of their own. */
const inProcess: Checker = async function* (tasks, _processes, settings) {
  for (const task of tasks) yield await Promise.resolve(outcomeOf(task, settings));
};

async function compare(...argv: readonly string[]) {
  const written = { out: '', err: '' };
  const status = await run(['compare', ...argv], {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    interactive: false,
    version: '9.9.9',
    check: inProcess,
  });
  return { status, ...written };
}

function put(name: string, ...sheets: readonly SheetSnapshot[]): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const written = sheets.map(({ name: sheet, values }) => ({ name: sheet, rows: values.map((row) => [...row]) }));
  writeFileSync(file, workbookFile(written, 'xlsx'));
  return file;
}

const more = changed(new Map([[0, { target: '≥500人次' }]]));

test('two files in order', async () => {
  const { status, out, err } = await compare(put('申报.xlsx', targets()), put('自评.xlsx', evaluation()));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('与申报（批复）的目标核对');
  expect(out).toContain('11 处一致，0 处要看');
  expect(out).toContain('没有对照的指标值和分值 4 处：绩效目标申报表没有分值');
});

test('a lower target', async () => {
  const { status, out } = await compare(put('申报.xlsx', targets({ rows: more })), put('自评.xlsx', evaluation()));
  expect(status).toBe(1);
  expect(out).toContain('提醒 D11：“培训人次”的指标值“≥200人次”低于绩效目标申报表的“≥500人次”');
});

test('the two sheets of one workbook, whichever comes first', async () => {
  for (const file of [
    put('a.xlsx', targets({ rows: more }), evaluation()),
    put('b.xlsx', evaluation(), targets({ rows: more })),
  ]) {
    expect(await compare(file)).toMatchObject({ status: 1 });
  }
});

test('of several projects’ targets in one file those of its own project are taken, or none', async () => {
  const road = targets({ project: '道路养护', rows: more });
  const own = { ...targets(), name: '培训申报' };
  expect(await compare(put('都有.xlsx', road, own), put('自评.xlsx', evaluation()))).toMatchObject({ status: 0 });
  const other = { ...targets({ project: '河道清淤' }), name: '清淤申报' };
  const { status, out } = await compare(put('没有.xlsx', road, other), put('自评.xlsx', evaluation()));
  expect(status).toBe(2);
  expect(out).toContain('有 2 张表可以核对，项目名称、单位和年度都对不上，分不清是哪一张');
});

test('for programs', async () => {
  const { out } = await compare(put('申报.xlsx', targets({ rows: more })), put('自评.xlsx', evaluation()), '--json');
  expect(JSON.parse(out)).toMatchObject({
    pairs: [
      {
        by: 'approved',
        old: { kind: '绩效目标申报表', year: 2022, project: '职业技能培训', unit: '市人社局', sheet: '申报表' },
        new: { kind: '项目支出绩效自评表' },
        held: { total: 11, agrees: 10, differs: 1, asks: 0 },
        differences: [
          {
            kind: 'lowered',
            severity: 'warning',
            certainty: 'sure',
            before: { sheet: '申报表', cell: 'D8', text: '≥500人次' },
            after: { sheet: '自评表', cell: 'D11', text: '≥200人次' },
          },
        ],
      },
    ],
    unpaired: [],
  });
});

test('last year’s form', async () => {
  const old = put('上年.xlsx', evaluation({ year: 2021 }));
  const { out, status } = await compare(old, put('今年.xlsx', evaluation()));
  expect(status).toBe(0);
  expect(out).toContain('与上年核对');
  expect(out).toContain('完成情况与上年一字不差');
});

test('a folder against a folder: pairs by project and unit, and who has no partner', async () => {
  put('申报/一.xlsx', targets({ project: '图书采购' }));
  put('申报/二.xlsx', targets());
  put('申报/三.xlsx', targets({ project: '道路养护' }));
  put('自评/甲.xlsx', evaluation());
  put('自评/乙.xlsx', evaluation({ project: '图书采购' }));
  put('自评/丙.xlsx', evaluation({ project: '河道清淤' }));
  const { status, out } = await compare(path.join(folder, '自评'), '--against', path.join(folder, '申报'), '--json');
  expect(status).toBe(0);
  const { pairs, unpaired } = JSON.parse(out) as {
    pairs: { old: { file: string }; new: { file: string } }[];
    unpaired: { file: string; reason: string }[];
  };
  const name = (file: string) => path.basename(file, '.xlsx');
  expect(new Set(pairs.map((pair) => name(pair.old.file) + name(pair.new.file)))).toEqual(new Set(['二甲', '一乙']));
  expect(new Map(unpaired.map(({ file, reason }) => [name(file), reason]))).toEqual(
    new Map([
      ['丙', '在对照的文件夹里没有找到单位、项目、年度对得上的表'],
      ['三', '这份申报表（道路养护）没有对应的自评表'],
    ]),
  );
});

test.each<[string, () => string[], string]>([
  ['nothing to compare', () => [], '没有给出要核对的文件：用 compare --help 查看用法\n'],
  ['three files', () => ['a', 'b', 'c'], '一次核对两个文件；多个文件请用 --against 文件夹\n'],
  [
    'an option that is not there',
    () => ['a', '--annotate'],
    'compare 只有 --json、--against、--projects、--help 四个选项：用 compare --help 查看用法\n',
  ],
])('%s is refused', async (_, argv, err) => {
  expect(await compare(...argv())).toEqual({ status: 2, out: '', err });
});

test('files that can’t be compared say why', async () => {
  const own = put('自评.xlsx', evaluation());
  expect(await compare(own, path.join(folder, '没有.xlsx'))).toMatchObject({
    status: 2,
    out: expect.stringContaining('找不到这个文件或文件夹') as string,
  });
  expect((await compare(own)).out).toContain('只认出一张表');
  put('申报.xlsx', targets());
  expect((await compare(folder, own)).out).toContain('要核对整个文件夹，请用 --against');
  expect((await compare('--help')).out).toContain('用法：zipingbiao compare');
});

describe('a department and its projects', () => {
  const department = () =>
    put(
      '部门.xlsx',
      sheet(
        [
          ['部门整体支出绩效自评表'],
          ['（2022年度）'],
          ['部门名称', null, '市人社局'],
          ['部门整体支出（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率'],
          [null, '年度资金总额', 800, 800, 780, '97.5%'],
          [null, '基本支出', 500, 500, 500, '100%'],
          [null, '项目支出', 300, 300, 280, '93.33%'],
          ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
          ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 100, 100, null],
          ['总分', null, null, null, null, 100, 100],
        ],
        { name: '部门' },
      ),
    );

  test.each<[string, number, number, string]>([
    ['that add up', 200, 0, '一致'],
    ['that have more', 250, 1, '项目比部门多 50 万元'],
    ['of which one is not there', 150, 0, '少 50 万元，请核实是否有项目没有自评表'],
  ])('%s', async (_, second, status, said) => {
    put('项目/甲.xlsx', evaluation({ project: '甲项目', money: 100 }));
    put('项目/乙.xlsx', evaluation({ project: '乙项目', money: second, spent: 180 }));
    const answer = await compare(department(), '--projects', path.join(folder, '项目'));
    expect(answer).toMatchObject({ status, err: '' });
    expect(answer.out).toContain(said);
  });

  test('for programs, and a form that is no department’s', async () => {
    put('项目/甲.xlsx', evaluation({ project: '甲项目', money: 300, spent: 280 }));
    const { out } = await compare(department(), '--projects', path.join(folder, '项目'), '--json');
    expect(JSON.parse(out)).toMatchObject({
      counted: 1,
      sums: [
        { verdict: 'agrees', cell: 'D7' },
        { verdict: 'agrees', cell: 'E7' },
      ],
    });
    const project = path.join(folder, '项目/甲.xlsx');
    expect(await compare(project, '--projects', path.join(folder, '项目'))).toMatchObject({ status: 2 });
  });
});
