import type { PlannedComment, WritePlan } from '../../../src/advice/plan';
import type { SheetLayout } from '../../../src/advice/newForm';
import type { ReportSheet } from '../../../src/advice/reportSheet';
import type { MappedFigure } from '../../../src/checks/coverage';
import type { HostEvent } from '../../../src/host/host';
import { ExcelHost } from '../../../src/host/excel/excelHost';
import { workbookState } from '../../../src/workbench/emulator';
import { DOCUMENTED_CODES, failure, openExcel, settled, type ExcelOptions, type TestExcel } from '../../support/excel';
import { sheet } from '../../support/sheet';
import { userComment } from '../../support/recordedHost';

const A1 = { row: 0, column: 0 };
const B1 = { row: 0, column: 1 };
const C2 = { row: 1, column: 2 };

const COMMENTS: readonly PlannedComment[] = [
  { cell: A1, severity: 'error', text: '得分应为 2.93，表内为 2.66。' },
  { cell: C2, severity: 'warning', text: '未达标，缺少原因。' },
];

const PLAN: WritePlan = {
  sheet: '自评表',
  label: '改',
  edits: [
    { cell: A1, before: 2.66, after: 2.93 },
    { cell: B1, before: '5', after: '=五' },
  ],
};

const FIGURES: readonly MappedFigure[] = [
  { cell: A1, role: 'score', column: null, verdict: 'agrees', comparisons: [], why: '' },
  { cell: C2, role: 'weight', column: null, verdict: 'unheld', comparisons: [], why: '没有可比的' },
];

const LAYOUT: SheetLayout = {
  name: '新表',
  rows: [
    [{ value: '项目支出绩效自评表' }, { value: null }],
    [{ value: '得分' }, { value: 2, formula: '=1+1' }],
  ],
  merges: [{ row: 0, column: 0, rowCount: 1, columnCount: 2 }],
  styles: [{ area: { row: 0, column: 0, rowCount: 2, columnCount: 2 }, lined: 'around' }],
  widths: [10, 20],
  printArea: { row: 0, column: 0, rowCount: 2, columnCount: 2 },
  titleRows: { first: 0, last: 0 },
  landscape: true,
};

const CELL_OF_PAGE = { row: 1, column: 1, rowCount: 1, columnCount: 1 };

const PAGE: ReportSheet = {
  id: 'report',
  name: '核查报告',
  widths: [10, 10],
  rows: [
    { style: 'title', cells: ['核查报告', null] },
    { style: 'body', cells: ['得分', 2.93] },
  ],
  links: [{ cell: { row: 1, column: 0 }, sheet: '自评表', target: A1 }],
  formats: [{ area: CELL_OF_PAGE, format: '0.00' }],
  highlights: [{ area: CELL_OF_PAGE, formula: '=$B2<3', tone: 'bad' }],
  charts: [],
  freezeRows: 1,
  filter: null,
  landscape: false,
  print: { areas: [CELL_OF_PAGE], headRow: null },
};

/** Every code at every action takes a minute; without this each action meets the codes in turn. */
const EVERY = process.env['EVERY_FAULT'] !== undefined;

/** The work that is done before the fault is waited for, and what then fails. */
interface Operation {
  readonly name: string;
  readonly prepare?: (excel: TestExcel) => Promise<unknown>;
  readonly attempt: (excel: TestExcel, prepared: unknown) => Promise<unknown>;
}

function isUndoable(value: unknown): value is { undo: () => Promise<unknown> } {
  return typeof value === 'object' && value !== null && 'undo' in value && typeof value.undo === 'function';
}

const OPERATIONS: readonly Operation[] = [
  { name: 'list the sheets', attempt: ({ host }) => host.sheets() },
  { name: 'read', attempt: ({ host, sheet: opened }) => host.read(opened.id) },
  { name: 'read without merged areas', attempt: ({ host, sheet: opened }) => host.read(opened.id, { merges: false }) },
  { name: 'watch', attempt: ({ host }) => host.watch(() => undefined) },
  { name: 'select', attempt: ({ host, sheet: opened }) => host.select(opened.id, C2) },
  { name: 'write', attempt: ({ host, sheet: opened }) => host.apply(opened.id, PLAN) },
  {
    name: 'take back',
    prepare: ({ host, sheet: opened }) => host.apply(opened.id, PLAN),
    attempt: (_, done) => (isUndoable(done) ? done.undo() : Promise.reject(new Error('nothing was done'))),
  },
  { name: 'annotate', attempt: ({ host, sheet: opened }) => host.annotate(opened.id, COMMENTS) },
  {
    name: 'annotate again',
    prepare: ({ host, sheet: opened }) => host.annotate(opened.id, COMMENTS.slice(0, 1)),
    attempt: ({ host, sheet: opened }) =>
      host.annotate(
        opened.id,
        COMMENTS.map((comment) => ({ ...comment, text: `${comment.text}（更新）` })),
      ),
  },
  {
    name: 'clear',
    prepare: ({ host, sheet: opened }) => host.annotate(opened.id, COMMENTS),
    attempt: ({ host, sheet: opened }) => host.clearAnnotations(opened.id),
  },
  { name: 'colour the figures', attempt: ({ host, sheet: opened }) => host.showMap(opened.id, FIGURES) },
  { name: 'a new form', attempt: ({ host }) => host.addSheet(LAYOUT) },
  { name: 'a report', attempt: ({ host }) => host.report([PAGE]) },
];

function open(options?: ExcelOptions): TestExcel {
  const excel = openExcel(
    [
      {
        snapshot: sheet(
          [
            [2.66, '5', '佐证'],
            ['说明', null, null],
          ],
          { merges: ['A2:B2'] },
        ),
        numberFormats: [
          ['0.00', '@', 'General'],
          ['General', 'General', 'General'],
        ],
      },
    ],
    options,
  );
  userComment(excel.workbook, excel.sheet, C2, '请财务科核对', '李四');
  return excel;
}

/** Ids and places in a list mean nothing: a comment that was put back has others. */
function seen({ workbook }: TestExcel): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => JSON.stringify(sorted(item))).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]));
  };
  return sorted(workbookState(workbook));
}

async function ready({ prepare }: Operation): Promise<{ excel: TestExcel; prepared: unknown }> {
  const excel = open();
  const prepared = await prepare?.(excel);
  await settled();
  excel.rich.log.length = 0;
  return { excel, prepared };
}

/** How many actions each request of an operation has. */
async function requestsOf(operation: Operation): Promise<readonly number[]> {
  const { excel, prepared } = await ready(operation);
  await operation.attempt(excel, prepared);
  return excel.rich.syncs.map(({ actions }) => actions);
}

/** One try with one fault; whether the fault came. */
async function meets(
  operation: Operation,
  fault: {
    readonly code: string;
    readonly after: number;
    readonly actionIndex?: number;
    readonly answerLost?: boolean;
  },
): Promise<boolean> {
  const { excel, prepared } = await ready(operation);
  const before = seen(excel);
  excel.rich.failNext(fault);
  const outcome = await operation.attempt(excel, prepared).then(
    () => null,
    (error: unknown) => failure(Promise.reject(error instanceof Error ? error : new Error('no error'))),
  );
  const came = excel.rich.syncs.some(({ error }) => error !== null);
  // What Excel refuses at once may be had piece by piece: then there is nothing to tell.
  if (outcome === null) return came;
  const where = `${fault.code} in request ${fault.after}, action ${String(fault.actionIndex)}`;
  expect([where, outcome.message]).toEqual([where, expect.stringMatching(/^[^。]+。$/)]);
  expect([where, seen(excel)]).toEqual([where, before]);
  await expect(operation.attempt(excel, prepared)).resolves.not.toThrow();
  return true;
}

describe.each(OPERATIONS.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test.each(DOCUMENTED_CODES)(
    'after %s, wherever it comes, the workbook is as it was, one sentence says so and the next try works',
    async (code) => {
      const requests = await requestsOf(operation);
      let met = 0;
      for (const [after, actions] of requests.entries()) {
        if (await meets(operation, { code, after })) met += 1;
        // The other end of the same fault: all was done, and only the answer did not come.
        if (code === 'InvalidOrTimedOutSession') await meets(operation, { code, after, answerLost: true });
        for (let actionIndex = 0; actionIndex < actions; actionIndex += 1) {
          const turn = DOCUMENTED_CODES[(after + actionIndex) % DOCUMENTED_CODES.length];
          if (!EVERY && code !== turn) continue;
          if (await meets(operation, { code, after, actionIndex })) met += 1;
        }
      }
      expect(met).toBeGreaterThanOrEqual(requests.length);
    },
    60_000,
  );
});

describe.each(['1.14', '1.15', '1.17', '1.20'])('with ExcelApi %s', (version) => {
  test('a form is read, written, taken back, annotated and cleared', async () => {
    const excel = open({ requirementSets: { ExcelApi: version } });
    const before = seen(excel);
    const { host, sheet: opened } = excel;
    const events: HostEvent[] = [];
    const stop = await host.watch((event) => events.push(event));
    expect((await host.read(opened.id)).merges).toHaveLength(1);
    await host.annotate(opened.id, COMMENTS);
    await host.clearAnnotations(opened.id);
    const done = await host.apply(opened.id, PLAN);
    await done.undo();
    await settled();
    expect(events.some(({ kind }) => kind === 'edited')).toBe(true);
    await stop();
    expect(seen(excel)).toEqual(before);
    expect(excel.rich.syncs.every(({ error }) => error === null)).toBe(true);
  });
});

describe('two panes on one workbook', () => {
  test('annotate the same: the second finds what the first wrote and writes nothing', async () => {
    const { host, sheet: opened } = open();
    const other = new ExcelHost();
    await host.annotate(opened.id, COMMENTS);
    expect(await other.annotate(opened.id, COMMENTS)).toEqual({ added: 0, updated: 0, removed: 0 });
    expect(await other.clearAnnotations(opened.id)).toBe(2);
    expect(await host.clearAnnotations(opened.id)).toBe(0);
  });

  test('write the same cell: the second names it and leaves it, and takes back only its own', async () => {
    const { host, sheet: opened } = open();
    const first = await host.apply(opened.id, PLAN);
    const second = await new ExcelHost().apply(opened.id, PLAN);
    expect(second).toMatchObject({ written: [], skipped: [A1, B1] });
    await second.undo();
    expect(opened.cell(A1).value).toBe(2.93);
    await first.undo();
    expect(opened.cell(A1).value).toBe(2.66);
  });

  test('both hear of an edit, and one may stop listening without the other', async () => {
    const { host, workbook, sheet: opened } = open();
    const heard: string[] = [];
    const stop = await host.watch(({ kind }) => heard.push(`first ${kind}`));
    await new ExcelHost().watch(({ kind }) => heard.push(`second ${kind}`));
    workbook.userEdit(opened, A1, '3');
    await settled();
    await stop();
    workbook.userEdit(opened, A1, '4');
    await settled();
    expect(heard).toEqual(['first edited', 'second edited', 'second edited']);
  });
});

describe('a co-author in the middle', () => {
  /** Does something as soon as the next request of ours has been answered. */
  function afterNextRequest({ rich }: TestExcel, act: () => void): void {
    const execute = rich.execute.bind(rich);
    rich.execute = (body) => {
      rich.execute = execute;
      const answer = execute(body);
      act();
      return answer;
    };
  }

  test('deletes the sheet between reading and writing: nothing is written and one sentence says so', async () => {
    const excel = openExcel([
      { snapshot: sheet([[2.66, '5']], { name: '自评表' }) },
      { snapshot: sheet([['x']], { name: '说明' }) },
    ]);
    const { host, workbook, sheet: opened } = excel;
    afterNextRequest(excel, () => workbook.deleteSheet(opened));
    const error = await failure(host.apply(opened.id, PLAN));
    expect(error.message).toMatch(/^[^。]+。$/);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['说明']);
  });

  test('comments on a cell between reading and writing: theirs stays', async () => {
    const excel = open();
    const { host, workbook, sheet: opened } = excel;
    afterNextRequest(excel, () => userComment(workbook, opened, A1, '我来改', '王五'));
    await host.annotate(opened.id, COMMENTS).catch(() => undefined);
    expect(opened.commentAt(A1)).toMatchObject({ author: '王五', content: '我来改' });
    await host.annotate(opened.id, COMMENTS);
    expect(opened.commentAt(A1)).toMatchObject({ author: '王五', content: '我来改', replies: [{}] });
  });

  test('renames the sheet: it is still found', async () => {
    const { host, workbook, sheet: opened } = open();
    workbook.renameSheet(opened, '自评表（报送）');
    expect((await host.read(opened.id)).name).toBe('自评表（报送）');
    expect(await host.annotate(opened.id, COMMENTS)).toMatchObject({ added: 2 });
  });

  test('edits another cell while ours is written: both stand', async () => {
    const excel = open();
    const { host, workbook, sheet: opened } = excel;
    afterNextRequest(excel, () => workbook.userEdit(opened, { row: 1, column: 2 }, '已改', 'remote'));
    await host.apply(opened.id, PLAN);
    expect([opened.cell(A1).value, opened.cell(C2).value]).toEqual([2.93, '已改']);
  });
});
