import type { MappedFigure } from '../../../src/checks/coverage';
import type { PlannedComment } from '../../../src/advice/plan';
import { USER_NAME, workbookState } from '../../../src/workbench/emulator';
import { DOCUMENTED_CODES, failure, openExcel, type TestExcel } from '../../support/excel';
import { sheet } from '../../support/sheet';
import { userComment } from '../../support/recordedHost';

const A1 = { row: 0, column: 0 };
const B2 = { row: 1, column: 1 };
const C3 = { row: 2, column: 2 };

const COMMENTS: readonly PlannedComment[] = [
  { cell: A1, severity: 'error', text: '得分应为 2.93，表内为 2.66。' },
  { cell: B2, severity: 'warning', text: '未达标，缺少原因。' },
  { cell: C3, severity: 'info', text: '请人工核对。' },
];

function open(): TestExcel {
  const rows = Array.from({ length: 4 }, (_, i) => [`指标${i}`, i, '佐证']);
  const excel = openExcel([{ snapshot: sheet(rows) }]);
  for (const row of rows.keys()) {
    const cell = { row, column: 0 };
    excel.sheet.put(cell, { ...excel.sheet.cell(cell), fill: '#FFFF00' });
  }
  return excel;
}

test('all comments and highlights are written in one request', async () => {
  const { host, rich, sheet: opened } = open();
  const outcome = await host.annotate(opened.id, COMMENTS);
  expect(outcome).toEqual({ added: 3, updated: 0, removed: 0 });
  expect(rich.syncs.map(({ wrote }) => wrote)).toEqual([false, true]);
  expect(opened.commentAt(A1)?.content).toBe('【自评表助手】\n得分应为 2.93，表内为 2.66。');
  expect(opened.conditionalFormatsAt(B2)).toMatchObject([{ fill: '#FCE4D6', formula: '=N("zipingbiao-warning")=0' }]);
  expect(opened.cell(A1).fill).toBe('#FFFF00');
});

test('a second run updates, adds and removes; an unchanged one writes nothing', async () => {
  const { host, rich, sheet: opened } = open();
  await host.annotate(opened.id, COMMENTS);
  rich.log.length = 0;
  expect(await host.annotate(opened.id, COMMENTS)).toEqual({ added: 0, updated: 0, removed: 0 });
  expect(rich.syncs.every(({ wrote }) => !wrote)).toBe(true);
  const second: PlannedComment[] = [
    { cell: A1, severity: 'warning', text: '得分应为 2.93。' },
    { cell: { row: 3, column: 0 }, severity: 'error', text: '合计不符。' },
  ];
  rich.log.length = 0;
  expect(await host.annotate(opened.id, second)).toEqual({ added: 1, updated: 1, removed: 2 });
  expect(rich.syncs.filter(({ wrote }) => wrote)).toHaveLength(1);
  expect(opened.comments).toHaveLength(2);
  expect(opened.conditionalFormats).toHaveLength(2);
  expect(opened.conditionalFormatsAt(A1)).toMatchObject([{ fill: '#FCE4D6' }]);
});

test('a comment for one cell leaves ours on the others alone', async () => {
  const { host, rich, sheet: opened } = open();
  await host.annotate(opened.id, COMMENTS);
  const before = opened.comments.map(({ id, content }) => ({ id, content }));
  rich.log.length = 0;
  const one: PlannedComment = { cell: { row: 3, column: 0 }, severity: 'error', text: '合计不符。' };
  expect(await host.annotate(opened.id, [one], { keepOthers: true })).toEqual({ added: 1, updated: 0, removed: 0 });
  expect(rich.syncs.filter(({ wrote }) => wrote)).toHaveLength(1);
  expect(opened.comments.map(({ id, content }) => ({ id, content }))).toEqual(expect.arrayContaining(before));
  expect(opened.comments).toHaveLength(4);
  expect(opened.conditionalFormats).toHaveLength(4);
});

test('after clearing, the workbook is what it was', async () => {
  const { host, workbook, sheet: opened } = open();
  userComment(workbook, opened, B2, '请财务科核对', '李四');
  userComment(workbook, opened, B2, '已核对', '王五');
  workbook.setConditionalFormats(opened, [
    {
      id: 'theirs',
      area: { row: 0, column: 0, rowCount: 4, columnCount: 1 },
      formula: '=$B1>2',
      fill: '#00FF00',
      fontColor: null,
    },
  ]);
  const before = workbookState(workbook);
  await host.annotate(opened.id, COMMENTS);
  expect(workbookState(workbook)).not.toEqual(before);
  expect(await host.clearAnnotations(opened.id)).toBe(3);
  expect(workbookState(workbook)).toEqual(before);
  expect(await host.clearAnnotations(opened.id)).toBe(0);
});

test('where a person has commented, ours is a reply and theirs is untouched', async () => {
  const { host, workbook, sheet: opened } = open();
  userComment(workbook, opened, A1, '领导批示：请说明', '李四');
  expect(await host.annotate(opened.id, COMMENTS)).toEqual({ added: 3, updated: 0, removed: 0 });
  expect(opened.commentAt(A1)).toMatchObject({
    author: '李四',
    content: '领导批示：请说明',
    replies: [{ author: USER_NAME, content: '【自评表助手】\n得分应为 2.93，表内为 2.66。' }],
  });
  const changed = [{ ...COMMENTS[0], cell: A1, severity: 'info' as const, text: '已改正。' }];
  expect(await host.annotate(opened.id, changed)).toEqual({ added: 0, updated: 1, removed: 2 });
  expect(opened.commentAt(A1)?.replies).toHaveLength(1);
});

test('a reply that a person wrote under ours is kept', async () => {
  const { host, workbook, sheet: opened } = open();
  await host.annotate(opened.id, COMMENTS);
  userComment(workbook, opened, A1, '已按要求修改', '李四');
  expect(await host.clearAnnotations(opened.id)).toBe(3);
  expect(opened.comments).toMatchObject([{ cell: A1, replies: [{ author: '李四', content: '已按要求修改' }] }]);
  expect(opened.conditionalFormats).toEqual([]);
  expect(await host.clearAnnotations(opened.id)).toBe(0);
  await host.annotate(opened.id, COMMENTS);
  expect(opened.commentAt(A1)?.content).toContain('得分应为 2.93');
});

test('several comments for one cell become one, as loud as the loudest', async () => {
  const { host, sheet: opened } = open();
  await host.annotate(opened.id, [
    { cell: A1, severity: 'info', text: '甲。' },
    { cell: A1, severity: 'error', text: '乙。' },
  ]);
  expect(opened.comments.map(({ content }) => content)).toEqual(['【自评表助手】\n甲。\n\n乙。']);
});

test('annotations move with their rows and are still found', async () => {
  const { host, workbook, sheet: opened } = open();
  const before = workbookState(workbook);
  await host.annotate(opened.id, COMMENTS);
  workbook.shift(opened, 'row', 1, 2);
  expect(opened.commentAt({ row: 3, column: 1 })).not.toBeNull();
  expect(await host.clearAnnotations(opened.id)).toBe(3);
  workbook.shift(opened, 'row', 1, -2);
  expect(workbookState(workbook)).toEqual(before);
});

test('a cell with an old-style note is highlighted and named; the others get their comments', async () => {
  const rows = [['a', 'b']];
  const { host, sheet: opened } = openExcel([{ snapshot: sheet(rows) }]);
  opened.notes = [{ cell: { row: 0, column: 1 }, text: '旧批注' }];
  const outcome = await host.annotate(opened.id, [
    { cell: A1, severity: 'error', text: '甲。' },
    { cell: { row: 0, column: 1 }, severity: 'error', text: '乙。' },
  ]);
  expect(outcome).toEqual({
    added: 1,
    updated: 0,
    removed: 0,
    refused: [{ cell: { row: 0, column: 1 }, why: 'note', code: 'InvalidOperation' }],
  });
  expect(opened.comments).toHaveLength(1);
  expect(opened.conditionalFormats).toHaveLength(2);
  expect(opened.notes).toHaveLength(1);
});

test('a protected sheet is named and stays as it is', async () => {
  const { host, workbook, sheet: opened } = open();
  workbook.protect(opened, true);
  const before = workbookState(workbook);
  const error = await failure(host.annotate(opened.id, COMMENTS));
  expect(error.code).toBe('protected');
  expect(error.message).toContain('“自评表”受保护');
  expect(workbookState(workbook)).toEqual(before);
});

test('a sheet deleted between two steps is named as such', async () => {
  const { host, workbook } = openExcel([
    { snapshot: sheet([['a']], { name: '一' }) },
    { snapshot: sheet([['b']], { name: '二' }) },
  ]);
  const second = workbook.sheet('二');
  if (second === null) throw new Error('no sheet');
  await host.annotate(second.id, COMMENTS);
  workbook.deleteSheet(second);
  expect((await failure(host.annotate(second.id, COMMENTS))).code).toBe('sheet-gone');
  expect((await failure(host.clearAnnotations(second.id))).code).toBe('sheet-gone');
});

test('a comment that a co-author deletes in between is told, and nothing is half-written', async () => {
  const { host, rich, workbook, sheet: opened } = open();
  await host.annotate(opened.id, COMMENTS);
  rich.failNext({ code: 'ItemNotFound', actionIndex: 3, after: 2 });
  const before = inAnyOrder(workbookState(workbook));
  const error = await failure(host.annotate(opened.id, []));
  expect(error.message).toBe('工作表里的内容刚刚被改动或删除，没有完成这次操作；请重新核查后再试。');
  expect(inAnyOrder(workbookState(workbook))).toEqual(before);
});

test.each(['empty', 'annotated'])(
  'wherever annotating an %s sheet fails, it is done whole or not at all',
  async (start) => {
    const prepare = async (): Promise<TestExcel> => {
      const opened = open();
      userComment(opened.workbook, opened.sheet, B2, '人工批注', '李四');
      if (start === 'annotated') await opened.host.annotate(opened.sheet.id, COMMENTS.slice(0, 2));
      opened.rich.log.length = 0;
      return opened;
    };
    const wanted = COMMENTS.slice(1).map((comment) => ({ ...comment, text: `${comment.text}（更新）` }));
    const model = await prepare();
    const before = inAnyOrder(workbookState(model.workbook));
    await model.host.annotate(model.sheet.id, wanted);
    const after = inAnyOrder(workbookState(model.workbook));
    let rejected = 0;
    for (let actionIndex = 0; actionIndex < 80; actionIndex += 1) {
      const { host, rich, workbook, sheet: opened } = await prepare();
      rich.failNext({ code: DOCUMENTED_CODES[actionIndex % DOCUMENTED_CODES.length] ?? '', actionIndex, after: 2 });
      let expected = after;
      try {
        await host.annotate(opened.id, wanted);
      } catch {
        expected = before;
        rejected += 1;
      }
      expect(inAnyOrder(workbookState(workbook))).toEqual(expected);
      if (rich.syncs.every(({ error }) => error === null)) break;
    }
    expect(rejected).toBeGreaterThan(10);
  },
);

describe('a conditional format that Excel shows and can not read', () => {
  /** As Ctrl+Z brings a deleted rule back. */
  const broken = (id: string, formula: string) => ({
    id,
    area: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    formula,
    fill: '#00FF00',
    fontColor: null,
    unreadable: true as const,
  });

  test('is passed over: annotating, annotating again and clearing go on around it', async () => {
    const { host, workbook, sheet: opened } = open();
    workbook.setConditionalFormats(opened, [broken('theirs', '=TRUE')]);
    const before = workbookState(workbook);
    expect(await host.annotate(opened.id, COMMENTS)).toEqual({ added: 3, updated: 0, removed: 0 });
    expect(await host.annotate(opened.id, COMMENTS)).toEqual({ added: 0, updated: 0, removed: 0 });
    expect(opened.conditionalFormats).toHaveLength(4);
    expect(await host.clearAnnotations(opened.id)).toBe(3);
    expect(workbookState(workbook)).toEqual(before);
  });

  test('of ours, brought back by Ctrl+Z, keeps neither the comments nor the other highlights', async () => {
    const { host, workbook, sheet: opened } = open();
    await host.annotate(opened.id, COMMENTS);
    const [first, ...rest] = opened.conditionalFormats;
    if (first === undefined) throw new Error('no highlight');
    workbook.setConditionalFormats(opened, [{ ...first, unreadable: true }, ...rest]);
    expect(await host.clearAnnotations(opened.id)).toBe(3);
    expect(opened.comments).toEqual([]);
    expect(opened.conditionalFormats.map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('where Excel refuses to delete one kind', () => {
  test.each([
    ['comments', /^标色已清除，批注有一部分/],
    ['highlights', /^批注已清除，标色有一部分/],
  ])('%s, the other goes, and the sentence says what stayed', async (kind, sentence) => {
    const { host, rich, sheet: opened } = open();
    await host.annotate(opened.id, COMMENTS);
    const execute = rich.execute.bind(rich);
    rich.execute = (body) => {
      const batch = JSON.parse(body) as {
        Actions: { Name: string; ObjectPathId: number }[];
        ObjectPaths: Record<string, { Name: string; ParentObjectPathId: number }>;
      };
      const deleted = batch.Actions.findIndex(({ Name, ObjectPathId }) => {
        if (Name !== 'Delete') return false;
        const parent = batch.ObjectPaths[String(batch.ObjectPaths[String(ObjectPathId)]?.ParentObjectPathId)];
        return parent?.Name === (kind === 'comments' ? 'Comments' : 'ConditionalFormats');
      });
      if (deleted >= 0) rich.failNext({ code: 'GeneralException', actionIndex: deleted });
      return execute(body);
    };
    const error = await failure(host.clearAnnotations(opened.id));
    expect(error.message).toMatch(sentence);
    expect(opened.comments).toHaveLength(kind === 'comments' ? 3 : 0);
    expect(opened.conditionalFormats).toHaveLength(kind === 'comments' ? 0 : 3);
  });
});

describe('a comment that Excel refuses for a reason of its own', () => {
  /** Refuses each request that adds a comment on one of these cells, with that code. */
  function refusing(excel: TestExcel, code: string, rows: readonly number[]): void {
    const execute = excel.rich.execute.bind(excel.rich);
    excel.rich.execute = (body) => {
      const batch = JSON.parse(body) as {
        Actions: { ObjectPathId: number }[];
        ObjectPaths: Record<
          string,
          { Name: string; ArgumentInfo?: { Arguments?: unknown[]; ReferencedObjectPathIds?: number[] } }
        >;
      };
      const at = batch.Actions.findIndex(({ ObjectPathId }) => {
        const path = batch.ObjectPaths[String(ObjectPathId)];
        const cell = batch.ObjectPaths[String(path?.ArgumentInfo?.ReferencedObjectPathIds?.[0])];
        return (
          path?.Name === 'Add' && cell?.Name === 'GetCell' && rows.includes(Number(cell.ArgumentInfo?.Arguments?.[0]))
        );
      });
      if (at >= 0) excel.rich.failNext({ code, actionIndex: at });
      return execute(body);
    };
  }

  test('is named by its code, not as an old-style note, and leaves no highlight without a comment', async () => {
    const excel = open();
    refusing(excel, 'InvalidArgument', [1]);
    const outcome = await excel.host.annotate(excel.sheet.id, COMMENTS);
    expect(outcome).toEqual({
      added: 2,
      updated: 0,
      removed: 0,
      refused: [{ cell: B2, why: 'other', code: 'InvalidArgument' }],
    });
    expect(excel.sheet.comments.map(({ cell }) => cell)).toEqual([A1, C3]);
    expect(excel.sheet.conditionalFormatsAt(B2)).toEqual([]);
    expect(excel.sheet.conditionalFormats).toHaveLength(2);
  });

  test('on every cell leaves the sheet as it was, and the error says so', async () => {
    const excel = open();
    const before = workbookState(excel.workbook);
    refusing(excel, 'GeneralException', [0, 1, 2]);
    const error = await failure(excel.host.annotate(excel.sheet.id, COMMENTS));
    expect(error.message).toContain('GeneralException');
    expect(workbookState(excel.workbook)).toEqual(before);
  });
});

/** Comments put back after a failure stand at the end of the list; which place they have there means nothing. */
function inAnyOrder(state: unknown): unknown {
  const text = JSON.stringify(state, (_key, value: unknown) => {
    if (!Array.isArray(value)) return value;
    const items: unknown[] = value;
    return items.map((item) => JSON.stringify(inAnyOrder(item))).sort();
  });
  return JSON.parse(text) as unknown;
}

describe('the map of figures', () => {
  const figure = (cell: typeof A1, verdict: MappedFigure['verdict']): MappedFigure => ({
    ...{ cell, verdict, role: 'score', column: null, comparisons: [], why: '' },
  });
  const MAP = [figure(A1, 'agrees'), figure(B2, 'differs'), figure(C3, 'unheld')];

  test('colours each figure by how it stands, beside comments, and goes with its switch', async () => {
    const { host, rich, sheet: opened } = open();
    await host.annotate(opened.id, COMMENTS);
    rich.log.length = 0;
    await host.showMap(opened.id, MAP);
    expect(rich.syncs.filter(({ wrote }) => wrote)).toHaveLength(1);
    expect(opened.conditionalFormats).toHaveLength(6);
    expect(opened.conditionalFormatsAt(A1)[0]).toMatchObject({ formula: '=N("zipingbiao-map-agrees")=0' });
    await host.showMap(opened.id, MAP.slice(0, 1));
    expect(opened.conditionalFormats).toHaveLength(4);
    await host.showMap(opened.id, null);
    expect(opened.conditionalFormats).toHaveLength(3);
    expect(opened.comments).toHaveLength(3);
    expect(opened.cell(A1).fill).toBe('#FFFF00');
  });

  test('is gone with clearing, and a person’s own format stays', async () => {
    const { host, workbook, sheet: opened } = open();
    const before = workbookState(workbook);
    await host.showMap(opened.id, MAP);
    expect(await host.clearAnnotations(opened.id)).toBe(0);
    expect(workbookState(workbook)).toEqual(before);
  });
});
