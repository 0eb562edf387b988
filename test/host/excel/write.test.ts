import fc from 'fast-check';
import type { CellEdit, WritePlan } from '../../../src/advice/plan';
import type { CellRef, CellValue } from '../../../src/sheet/snapshot';
import { workbookState } from '../../../src/workbench/emulator';
import { DOCUMENTED_CODES, failure, openExcel, type TestExcel } from '../../support/excel';
import { sheet } from '../../support/sheet';

const A1: CellRef = { row: 0, column: 0 };
const B1: CellRef = { row: 0, column: 1 };
const C1: CellRef = { row: 0, column: 2 };

function plan(...edits: CellEdit[]): WritePlan {
  return { sheet: '自评表', label: '改为 2.93', edits };
}

function open(cells: readonly CellValue[], numberFormats?: readonly string[]): TestExcel {
  const snapshot = sheet([cells]);
  return openExcel([numberFormats === undefined ? { snapshot } : { snapshot, numberFormats: [numberFormats] }]);
}

test('a plan is read in one request and written in another, however many cells it has', async () => {
  const {
    host,
    rich,
    sheet: opened,
    workbook,
  } = openExcel([{ snapshot: sheet(Array.from({ length: 40 }, (_, i) => [`指标${i}`, null])) }]);
  const before = workbookState(workbook);
  const edits = Array.from({ length: 40 }, (_, row) => ({ cell: { row, column: 1 }, before: null, after: row / 100 }));
  const outcome = await host.apply(opened.id, plan(...edits));
  expect(outcome.written).toHaveLength(40);
  expect(rich.syncs.map(({ wrote }) => wrote)).toEqual([false, true]);
  expect(opened.cell({ row: 39, column: 1 }).value).toBe(0.39);
  await outcome.undo();
  expect(workbookState(workbook)).toEqual(before);
  expect(rich.syncs).toHaveLength(4);
});

test.each([
  ['=SUM(A1:A3)'],
  ['-未达标原因：受疫情影响'],
  ['+86'],
  ['@某局'],
  ["'引用"],
  ['2.93'],
  ['94.07%'],
  ['2023/12/31'],
  ['2023年12月31日'],
  ['TRUE'],
  ['#N/A'],
  ['１２３'],
  ['未达标原因：热线量超出预期。\n改进措施：增加坐席。'],
])('the text %j stays exactly this text', async (text) => {
  for (const format of ['General', '@', '0.00']) {
    const { host, sheet: opened, workbook } = open([null, 7], [format, 'General']);
    const before = workbookState(workbook);
    const outcome = await host.apply(opened.id, plan({ cell: A1, before: null, after: text }));
    expect(opened.cell(A1)).toMatchObject({ value: text, formula: '', numberFormat: format });
    await outcome.undo();
    expect(workbookState(workbook)).toEqual(before);
  }
});

test.each<[string, CellValue, string, CellValue]>([
  ['a number over a number', 2.66, '0.00', 2.93],
  ['a number over a figure stored as text', '2.66', '@', 2.93],
  ['a number over a number under the text format', 2.66, '@', 2.93],
  ['a number over a figure typed with an apostrophe', '2.66', 'General', 2.93],
  ['a percentage', 0.9407, '0.00%', 0.95],
  ['emptying a cell', '待填', 'General', null],
  ['a text over a date', 45_291, 'yyyy/m/d', '未完成'],
  ['a text under the text format', '=A1', '@', '=B1'],
])('%s is undone exactly', async (_name, value, format, after) => {
  const { host, sheet: opened, workbook } = open([null, 1], [format, 'General']);
  const prefixed = typeof value === 'string' && format === 'General' && value !== '待填';
  opened.put(A1, { value, formula: '', numberFormat: format, fill: '#FFFF00', prefixed });
  const before = workbookState(workbook);
  const outcome = await host.apply(opened.id, plan({ cell: A1, before: value, after }));
  expect(opened.cell(A1).value).toBe(after);
  expect(opened.cell(A1).fill).toBe('#FFFF00');
  if (typeof after === 'number') expect(opened.cell(A1).numberFormat).not.toBe('@');
  const undone = await outcome.undo();
  expect(undone).toMatchObject({ written: [A1], skipped: [] });
  expect(workbookState(workbook)).toEqual(before);
});

test('any value written over any other is taken back exactly', async () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('5月', '1/2', '=1+1', '-3', '１２％', '二十', 'true', "''x", 'e1', '1e1', '(5)', '$5', '12:30'),
    // Excel has no negative zero.
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((figure) => figure + 0),
    fc.boolean(),
    fc.constant(null),
  );
  const format = fc.constantFrom('General', '@', '0.00', '0.00%');
  await fc.assert(
    fc.asyncProperty(value, value, format, async (from, to, numberFormat) => {
      const { host, sheet: opened, workbook } = open([null, 1]);
      const start = from === '' ? null : from;
      opened.put(A1, { value: start, formula: '', numberFormat, fill: null, prefixed: false });
      const kept = opened.cell(A1);
      const outcome = await host.apply(opened.id, plan({ cell: A1, before: kept.value, after: to }));
      expect(opened.cell(A1).value).toBe(to === '' ? null : to);
      await outcome.undo();
      expect(opened.cell(A1)).toEqual({ ...kept, prefixed: opened.cell(A1).prefixed });
      expect(workbook.sheets).toHaveLength(1);
    }),
    { numRuns: 80 },
  );
});

test('a formula that was overwritten comes back as a formula', async () => {
  const { host, workbook, sheet: opened } = open([1, 2, null]);
  workbook.userEdit(opened, C1, '=SUM(A1:B1)');
  const outcome = await host.apply(opened.id, plan({ cell: C1, before: 3, after: 3.5 }));
  expect(opened.cell(C1)).toMatchObject({ value: 3.5, formula: '' });
  await outcome.undo();
  expect(opened.cell(C1)).toMatchObject({ value: 3, formula: '=SUM(A1:B1)' });
});

test('what depends on a written cell is recalculated', async () => {
  const { host, workbook, sheet: opened } = open([2.66, 1, null]);
  workbook.userEdit(opened, C1, '=SUM(A1:B1)');
  await host.apply(opened.id, plan({ cell: A1, before: 2.66, after: 3 }));
  expect(opened.cell(C1).value).toBe(4);
});

test('a cell that holds something else by now is left alone and named', async () => {
  const { host, workbook, sheet: opened } = open([2.66, 5]);
  workbook.userEdit(opened, A1, '2.8');
  const outcome = await host.apply(
    opened.id,
    plan({ cell: A1, before: 2.66, after: 2.93 }, { cell: B1, before: 5, after: 6 }),
  );
  expect(outcome).toMatchObject({ written: [B1], skipped: [A1] });
  expect(opened.cell(A1).value).toBe(2.8);
});

test('taking back leaves alone what was changed by hand since', async () => {
  const { host, workbook, sheet: opened } = open([1, 2]);
  const outcome = await host.apply(
    opened.id,
    plan({ cell: A1, before: 1, after: 10 }, { cell: B1, before: 2, after: 20 }),
  );
  workbook.userEdit(opened, A1, '11', 'remote');
  const undone = await outcome.undo();
  expect(undone).toMatchObject({ written: [B1], skipped: [A1] });
  expect([opened.cell(A1).value, opened.cell(B1).value]).toEqual([11, 2]);
});

test('what was taken back can be done again', async () => {
  const { host, sheet: opened } = open([1]);
  const outcome = await host.apply(opened.id, plan({ cell: A1, before: 1, after: 10 }));
  const undone = await outcome.undo();
  await undone.undo();
  expect(opened.cell(A1).value).toBe(10);
});

test('a protected sheet is named, with what to do, and nothing is half-written', async () => {
  const { host, workbook, sheet: opened } = open([1, 2, 3]);
  // The first cell may be written; the second may not.
  workbook.protect(opened, true, [{ ...A1, rowCount: 1, columnCount: 1 }]);
  const before = workbookState(workbook);
  const edits = [
    { cell: A1, before: 1, after: 10 },
    { cell: B1, before: 2, after: 20 },
  ];
  const error = await failure(host.apply(opened.id, plan(...edits)));
  expect(error.code).toBe('protected');
  expect(error.message).toBe('工作表“自评表”受保护，内容没有改动；请在“审阅”选项卡中撤销工作表保护后再试。');
  expect(workbookState(workbook)).toEqual(before);
});

test('an open cell of a protected sheet can be written', async () => {
  const { host, workbook, sheet: opened } = open([1, 2]);
  workbook.protect(opened, true, [{ ...A1, rowCount: 1, columnCount: 1 }]);
  const outcome = await host.apply(opened.id, plan({ cell: A1, before: 1, after: 10 }));
  expect(outcome.written).toEqual([A1]);
  await outcome.undo();
  expect(opened.cell(A1).value).toBe(1);
});

test('wherever a write fails, nothing is half-written, and the next try works', async () => {
  const edits = [
    { cell: A1, before: '1', after: 10 },
    { cell: B1, before: 2, after: '=二' },
    { cell: C1, before: null, after: 30 },
  ];
  const formats = ['@', 'General', '0.00'];
  let failed = 0;
  for (let actionIndex = 0; actionIndex < 40 && failed === actionIndex; actionIndex += 1) {
    const { host, rich, workbook, sheet: opened } = open(['1', 2, null], formats);
    const before = workbookState(workbook);
    rich.failNext({ code: DOCUMENTED_CODES[actionIndex % DOCUMENTED_CODES.length] ?? '', actionIndex, after: 1 });
    try {
      await host.apply(opened.id, plan(...edits));
    } catch {
      failed += 1;
      expect(workbookState(workbook)).toEqual(before);
      const again = await host.apply(opened.id, plan(...edits));
      expect(again.written).toHaveLength(3);
    }
  }
  expect(failed).toBeGreaterThan(8);
  expect(failed).toBeLessThan(40);
});

test.each(['InvalidOperationInCellEditMode', 'ActivityLimitReached', 'AccessDenied', 'InvalidOrTimedOutSession'])(
  'a write refused with %s leaves the sheet as it was',
  async (code) => {
    const { host, rich, workbook, sheet: opened } = open([1]);
    const before = workbookState(workbook);
    rich.failNext({ code, after: 1 });
    const error = await failure(host.apply(opened.id, plan({ cell: A1, before: 1, after: 10 })));
    expect(error.message).toMatch(/^[^。]+。$/);
    expect(workbookState(workbook)).toEqual(before);
  },
);

test('a read-only workbook says so', async () => {
  const { host, sheet: opened } = openExcel([{ snapshot: sheet([[1]]) }], { readOnly: true });
  expect(host.abilities).toMatchObject({ canWrite: false });
  const error = await failure(host.apply(opened.id, plan({ cell: A1, before: 1, after: 10 })));
  expect(error.code).toBe('read-only');
});

test('where only the answer was lost, the writing counts as done and can be taken back', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: sheet([[2.66, '5']]) }]);
  const at = { row: 0, column: 0 };
  rich.failNext({ code: 'InvalidOrTimedOutSession', after: 1, answerLost: true });
  const plan = { sheet: '自评表', label: '改', edits: [{ cell: at, before: 2.66, after: 2.93 }] };
  const outcome = await host.apply(opened.id, plan);
  expect(rich.syncs.some(({ error }) => error === 'InvalidOrTimedOutSession')).toBe(true);
  expect(outcome).toMatchObject({ written: [at], skipped: [] });
  expect(opened.cell(at).value).toBe(2.93);
  await outcome.undo();
  expect(opened.cell(at).value).toBe(2.66);
});

test('where the session is lost for good after a writing, the officer is told which cells to look at', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: sheet([[2.66, '5']]) }]);
  const execute = rich.execute.bind(rich);
  let requests = 0;
  rich.execute = (body) => {
    const answer = execute(body);
    requests += 1;
    return requests === 1 ? answer : { kind: 'refused', code: 'InvalidOrTimedOutSession', number: 5012 };
  };
  const edits = [{ cell: { row: 0, column: 0 }, before: 2.66, after: 2.93 }];
  const error = await failure(host.apply(opened.id, { sheet: '自评表', label: '改', edits }));
  expect(opened.cell({ row: 0, column: 0 }).value).toBe(2.93);
  expect(error.message).toContain('A1');
  expect(error.message).not.toContain('没有完成');
});
