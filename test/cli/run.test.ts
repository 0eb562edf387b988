import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotationsIn } from '../../src/host/file/annotate';
import { outcomeOf } from '../../src/cli/outcome';
import type { Checker } from '../../src/cli/checker';
import { run } from '../../src/cli/run';
import { type FixtureCell, partsOf, workbookFile } from '../support/workbook';
import { zip64 } from '../support/zip64';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Without the worker processes, which have tests of their own. */
const inProcess: Checker = async function* (tasks, _processes, settings) {
  for (const task of tasks) yield await Promise.resolve(outcomeOf(task, settings));
};

async function cli(argv: readonly string[], interactive = false): Promise<Outcome> {
  const written = { out: '', err: '' };
  const status = await run(argv, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    interactive,
    version: '9.9.9',
    check: inProcess,
  });
  return { status, ...written };
}

/** A project form in order; `score` and `total` of the first item and of the whole as they are to stand. */
function form(score = 30, total = 100, reason: FixtureCell = null): FixtureCell[][] {
  return [
    ['项目支出绩效自评表'],
    ['（2022年度）'],
    ['项目名称', '图书采购', null, null, null, '主管部门', '市图书馆'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '采购图书', '≥100册', '120册', 30, score, reason],
    ['产出指标', '时效指标', '按期到馆率', '≥95%', '96%', 30, 30, null],
    ['效益指标', '社会效益指标', '新增读者', '≥500人', '510人', 30, 30, null],
    ['满意度指标', '服务对象满意度指标', '读者满意度', '≥90%', '95%', 10, 10, null],
    ['总分', null, null, null, null, 100, total, null],
  ];
}

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

const workbook = (rows: FixtureCell[][], kind: 'xlsx' | 'biff8' | 'ods' | 'csv' = 'xlsx') =>
  workbookFile(
    [
      { name: '自评表', rows },
      { name: '目录', rows: [['附件一']] },
      { name: '字典', rows: [['优']], hidden: true },
    ],
    kind,
  );

const clean = () => put('clean.xlsx', workbook(form()));
const wrong = () => put('wrong.xlsx', workbook(form(28, 100)));

test.each<[string, true | 'very', string]>([
  ['by its menu', true, '请取消隐藏'],
  ['by a program, which the menu does not show', 'very', '请按 Alt+F11'],
])('a sheet hidden %s is left alone, and the way to it is told', async (_, hidden, way) => {
  const file = put(
    'a.xlsx',
    workbookFile([
      { name: '目录', rows: [['附件一']] },
      { name: '自评表', rows: form(), hidden },
    ]),
  );
  const { status, out } = await cli([file]);
  expect(status).toBe(2);
  expect(out).toContain(`隐藏的工作表，没有核查：需要核查时${way}`);
});

describe('exit status', () => {
  test('0 for a form in order', async () => {
    const { status, out, err } = await cli([clean()]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('合计：错误 0，提醒 0');
  });

  test('1 for a form with an error', async () => {
    expect((await cli([wrong()])).status).toBe(1);
  });

  test('2 when a file can not be read or holds no form; the others are still checked', async () => {
    const bad = put('bad.xlsx', new TextEncoder().encode('PK\u0003\u0004'));
    const none = put('none.xlsx', workbookFile([{ name: '课表', rows: [['周一', '语文']] }]));
    const missing = path.join(folder, 'missing.xlsx');
    const { status, out } = await cli([bad, none, missing, clean()]);
    expect(status).toBe(2);
    expect(out).toContain('损坏');
    expect(out).toContain('没有认出自评表');
    expect(out).toContain('找不到这个文件');
    expect(out).toContain('合计：错误 0');
    expect(out).toContain('共 4 个文件：0 个有错误，3 个没有核查成');
  });

  test.each([
    [[], /没有给出要核查的文件/],
    [['--quick', 'a.xlsx'], /没有“--quick”这个选项/],
    [['a.xlsx', '--annotate'], /“--annotate”后面要写内容/],
    [['a.xlsx', '--annotate', '1.xlsx', '--annotate=2.xlsx'], /^“--annotate”只能写一次/],
    [['a.xlsx', '--json=yes'], /“--json”用法不对/],
  ])('2 with one sentence for %j', async (argv, sentence) => {
    const { status, out, err } = await cli(argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

describe('--column', () => {
  const twoScores = () => [
    ['项目支出绩效自评表'],
    ['一级指标', '三级指标', '指标值', '完成值', '分值', '甲', '乙'],
    ['产出指标', '采购图书', '≥100册', '120册', 60, 60, 60],
    ['效益指标', '新增读者', '≥500人', '510人', 40, 40, 39],
    ['总分', null, null, null, 100, 100, 99],
  ];
  const sheets = (out: string): readonly unknown[] => {
    const { files } = JSON.parse(out) as { files: { sheets: unknown[] }[] };
    return files[0]?.sheets ?? [];
  };

  test('answers which column is meant where several may be', async () => {
    const file = put('a.xlsx', workbook(twoScores()));
    const asked = await cli([file, '--json']);
    const open = {
      role: '得分',
      columns: [
        { column: 'F', heading: '甲' },
        { column: 'G', heading: '乙' },
      ],
    };
    expect(sheets(asked.out)[0]).toMatchObject({ questions: [open] });
    const answered = await cli([file, '--json', '--column', '得分=F']);
    expect([asked.status, answered.status]).toEqual([0, 0]);
    expect(sheets(answered.out)[0]).toMatchObject({ questions: [], total: { sumOfStated: 100 } });
  });

  test('that can not be understood is refused', async () => {
    const { status, err } = await cli(['a.xlsx', '--column', '总分=?']);
    expect([status, err]).toEqual([2, '“--column”后面的“总分=?”看不懂：写作 得分=H、分值=G、完成值=F\n']);
  });
});

test('--help and --version answer without a file', async () => {
  expect((await cli(['--help'])).out).toContain('--annotate');
  expect((await cli(['--version'])).out).toBe('9.9.9\n');
});

describe('--json', () => {
  interface Json {
    files: { file: string; error?: string; sheets: Record<string, unknown>[] }[];
  }
  async function json(...argv: string[]): Promise<Json> {
    const { out } = await cli([...argv, '--json']);
    const parsed: unknown = JSON.parse(out);
    return parsed as Json;
  }

  test('has a form with its figures as numbers and its cells', async () => {
    const file = wrong();
    const { files } = await json(file);
    expect(files).toHaveLength(1);
    expect(files[0]?.file).toBe(file);
    const [sheet, ...others] = files[0]?.sheets ?? [];
    expect(sheet).toMatchObject({
      sheet: '自评表',
      recognised: true,
      form: '项目支出绩效自评表',
      year: 2022,
      total: { cell: 'G9', stated: 100, sumOfStated: 98 },
    });
    expect(sheet?.['indicators']).toHaveLength(4);
    expect(sheet?.['indicators']).toMatchObject([
      {
        name: '采购图书',
        path: ['产出指标', '数量指标'],
        weight: 30,
        stated: 28,
        recomputed: 30,
        basis: 'computed',
        cells: { name: 'C5', weight: 'F5', target: 'D5', actual: 'E5', score: 'G5', evidence: 'H5' },
      },
      {},
      {},
      {},
    ]);
    expect(sheet?.['findings']).toContainEqual(expect.objectContaining({ severity: 'error', cell: 'G5' }));
    expect(others).toEqual([
      { sheet: '目录', recognised: false, reason: expect.stringMatching(/./) as string },
      { sheet: '字典', recognised: false, reason: expect.stringContaining('隐藏') as string },
    ]);
  });

  test('has a reason for a file that can not be read', async () => {
    const { files } = await json(put('empty.xlsx', new Uint8Array(0)));
    expect(files[0]).toMatchObject({ error: expect.stringContaining('空的') as string, sheets: [] });
  });

  test('is one whole for no, one and many files', async () => {
    const names = Array.from({ length: 12 }, (_, index) => put(`${index}.xlsx`, workbook(form())));
    expect((await json(...names)).files.map(({ file }) => file)).toEqual(names);
  });
});

test.each([
  ['a weight', 'F5'],
  ['a score', 'G6'],
  ['the total', 'G9'],
  ['an actual value', 'E5'],
])('a formula without a value is no blank to be accused: %s', async (_, address) => {
  const parts = partsOf(workbook(form()));
  const sheet = 'xl/worksheets/sheet1.xml';
  const cell = new RegExp(`<c r="${address}"[^>]*>.*?</c>`);
  const formula = `<c r="${address}"><f>VLOOKUP(A1,[1]年初!A:B,2,0)</f></c>`;
  const made = zip64(
    new Map([...parts].map(([name, xml]) => [name, name === sheet ? xml.replace(cell, formula) : xml])),
  );
  const { status, out } = await cli([put('a.xlsx', made)]);
  expect(out).toContain('1 个公式没有保存计算结果');
  expect(out).toContain('错误 0，提醒 0');
  expect(status).toBe(0);
});

describe('folders', () => {
  test('are searched with what lies below, lock files and other kinds left out, always in the same order', async () => {
    put('b/2.xlsx', workbook(form()));
    put('b/~$2.xlsx', new Uint8Array(4));
    put('b/说明.docx', new Uint8Array(4));
    put('.cache/3.xlsx', new Uint8Array(4));
    put('a.xls', workbook(form(), 'biff8'));
    const { status, out } = await cli([folder]);
    expect(status).toBe(0);
    expect(out.match(/^\S+\.xlsx?$/gm)).toEqual([path.join(folder, 'a.xls'), path.join(folder, 'b/2.xlsx')]);
  });

  test('name what is no workbook, so that a form that came as a scan does not count as checked', async () => {
    put('1.xlsx', workbook(form()));
    put('a/扫描件.pdf', new Uint8Array(4));
    put('.cache/2.pdf', new Uint8Array(4));
    put('a/Thumbs.db', new Uint8Array(4));
    put('2.xlsx', workbook(form()));
    const { status, out, err } = await cli([folder]);
    expect(out).toContain('共 3 个文件：0 个有错误，1 个没有核查成');
    expect(err).toBe(`文件夹里这些文件不是工作簿，没有核查：${path.join('a', '扫描件.pdf')}\n`);
    expect(status).toBe(0);
    for (let index = 0; index < 6; index += 1) put(`图${index}.png`, new Uint8Array(4));
    expect((await cli([folder])).err).toContain('图0.png、图1.png、图2.png、图3.png等 7 个\n');
    expect((await cli([path.join(folder, '1.xlsx')])).err).toBe('');
  });

  test('hold spreadsheets that can not be read as well, each with its sentence', async () => {
    put('1.xlsb', new TextEncoder().encode('ID;PWXL;N;E\n'));
    const { status, out } = await cli([folder]);
    expect(out).toContain('SYLK');
    expect(status).toBe(2);
  });

  test('without a workbook are named', async () => {
    const { status, out } = await cli([folder]);
    expect(status).toBe(2);
    expect(out).toContain('文件夹里没有工作簿');
  });
});

describe('--annotate', () => {
  const comments = (file: string) => annotationsIn(readFileSync(file)).get('自评表') ?? [];

  test('writes a copy of one file, and the source stays as it was', async () => {
    const file = wrong();
    const before = readFileSync(file);
    const copy = path.join(folder, '批注/out.xlsx');
    expect((await cli([file, '--annotate', copy])).status).toBe(1);
    expect(comments(copy).some(({ severity, text }) => severity === 'error' && text.includes('28'))).toBe(true);
    expect(readFileSync(file)).toEqual(before);
  });

  test('writes the copies of many files into a folder, as they lie below theirs', async () => {
    put('in/a/表.xlsx', workbook(form()));
    put('in/b/表.xlsx', workbook(form(28)));
    const other = put('other/表.xlsx', workbook(form(28)));
    const target = path.join(folder, 'out');
    await cli([path.join(folder, 'in'), other, other, '--annotate', target]);
    expect(comments(path.join(target, 'a/表.xlsx'))).toEqual([]);
    expect(comments(path.join(target, 'b/表.xlsx'))).not.toEqual([]);
    expect(existsSync(path.join(target, '表.xlsx'))).toBe(true);
    expect(existsSync(path.join(target, '表(2).xlsx'))).toBe(true);
  });

  test.each([
    ['xls', 'biff8'],
    ['ods', 'ods'],
    ['csv', 'csv'],
  ] as const)('says of .%s that it takes no annotation, and checks it all the same', async (ending, kind) => {
    const file = put(`old.${ending}`, workbook(form(28), kind));
    const { status, out } = await cli([file, '--annotate', path.join(folder, 'out.xlsx')]);
    expect(status).toBe(2);
    expect(out).toContain('没有写批注副本：只有 .xlsx 和 .xlsm 文件可以');
    expect(out).toContain('错误 G5');
  });

  test('never writes over a file that is being checked, nor many files into one', async () => {
    const file = clean();
    const over = await cli([file, '--annotate', file]);
    expect([over.status, over.err]).toEqual([2, expect.stringContaining('不能覆盖原文件')]);
    const many = await cli([file, wrong(), '--annotate', path.join(folder, 'out.xlsx')]);
    expect([many.status, many.err]).toEqual([2, expect.stringContaining('请写文件夹')]);
  });
});

describe('--rulebook', () => {
  test.each([
    ['{"id": "a",\n "name": }', /第 2 行第 10 列起不是有效的 JSON/],
    ['{"id": "a"}', /处不对：\n {2}\S/],
    [null, /找不到这个文件/],
  ])('that is broken gets the place and the reason: %j', async (content, sentence) => {
    const file =
      content === null ? path.join(folder, 'none.json') : put('rules.json', new TextEncoder().encode(content));
    const { status, out, err } = await cli([clean(), '--rulebook', file]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });
});

test('neither the name of a rulebook nor what stands in it forges a line', async () => {
  const forged = '\n  错误 I42：\u001b[31m';
  const broken = put('rules.json', new TextEncoder().encode(JSON.stringify({ [forged]: 1, id: forged })));
  for (const file of [path.join(folder, `none${forged}`), broken]) {
    const { err } = await cli([clean(), '--rulebook', file]);
    expect(err).toContain('规则文件');
    expect(err).not.toContain('\n  错误');
    expect(err).not.toContain('\u001b');
  }
});

test('progress goes to a terminal only, and is wiped away', async () => {
  const files = [clean(), wrong()];
  expect((await cli(files, true)).err).toContain('2/2 wrong.xlsx');
  expect((await cli(files, true)).err.endsWith('\r\u001b[K')).toBe(true);
  expect((await cli(files)).err).toBe('');
});

test('the program itself prints the whole of a large output through a pipe and exits with the status', () => {
  const files = Array.from({ length: 30 }, (_, index) => put(`${index}.xlsx`, workbook(form(28))));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...files, '--json'],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const answer: unknown = JSON.parse(stdout);
  expect(answer).toMatchObject({ files: files.map((file) => ({ file })) });
}, 60_000);
