import { codeOf } from '../../../src/host/excel/errors';
import { openExcel, settled } from '../../support/excel';
import { sheet } from '../../support/sheet';

/** What an add-in's code sees of the emulated Excel, through the real client. */

function thrown(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing',
    (error: unknown) => codeOf(error),
  );
}

test('a table of many cells, which the client writes in pieces, arrives whole', async () => {
  const { sheet: opened, workbook } = openExcel([{ snapshot: sheet([[]]) }]);
  let told = 0;
  workbook.onChange(() => (told += 1));
  const rows = Array.from({ length: 1_000 }, (_, i) => [i, `第${i}行`, i / 8]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:D1001');
    range.values = rows;
    range.numberFormat = rows.map(() => ['0', '@', '0.00']);
    await context.sync();
  });
  expect(opened.usedArea()).toEqual({ row: 1, column: 1, rowCount: 1000, columnCount: 3 });
  expect(opened.cell({ row: 1000, column: 2 })).toMatchObject({ value: '第999行', numberFormat: '@' });
  expect(opened.text({ row: 1000, column: 3 })).toBe('124.88');
  expect(told).toBeGreaterThan(1);
});

test.each<[string, (context: Excel.RequestContext) => void, string]>([
  ['a sheet that is not there', (c) => c.workbook.worksheets.getItem('没有').load('name'), 'ItemNotFound'],
  [
    'an address that is none',
    (c) => c.workbook.worksheets.getActiveWorksheet().getRange('没有').load('text'),
    'InvalidArgument',
  ],
  [
    'a table of another size',
    (c) => (c.workbook.worksheets.getActiveWorksheet().getRange('A1:A2').values = [[1]]),
    'InvalidArgument',
  ],
  [
    'an unknown number format',
    (c) => (c.workbook.worksheets.getActiveWorksheet().getRange('A1').numberFormat = [['[']]),
    'InvalidArgument',
  ],
  [
    'a comment on two cells',
    (c) =>
      c.workbook.worksheets
        .getActiveWorksheet()
        .comments.add(c.workbook.worksheets.getActiveWorksheet().getRange('A1:B1'), '甲'),
    'InvalidArgument',
  ],
  ['what is not emulated', (c) => c.workbook.worksheets.getActiveWorksheet().shapes.load('items/name'), 'ApiNotFound'],
  ['a sheet of a name that is taken', (c) => c.workbook.worksheets.add('自评表'), 'ItemAlreadyExists'],
])('%s is refused', async (_name, act, code) => {
  openExcel([{ snapshot: sheet([[1]]) }]);
  const attempt = Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
  expect(await thrown(attempt)).toBe(code);
});

test('a second comment on a cell is refused, as Excel does', async () => {
  openExcel([{ snapshot: sheet([[1]]) }]);
  const add = (): Promise<void> =>
    Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.comments.add(active.getCell(0, 0), '甲');
      await context.sync();
    });
  await add();
  expect(await thrown(add())).toBe('InvalidOperation');
});

test('what is larger than a request may be is refused, and nothing of it is written', async () => {
  const { sheet: opened, rich } = openExcel([{ snapshot: sheet([[1]]) }]);
  const attempt = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A200');
    range.values = Array.from({ length: 200 }, () => ['甲'.repeat(10_000)]);
    await context.sync();
  });
  expect(await thrown(attempt)).toBe('RequestPayloadSizeLimitExceeded');
  expect(opened.cell({ row: 0, column: 0 }).value).toBe(1);
  await settled();
  expect(rich.heldReferences).toBe(0);
});

test('a planned failure happens once, and what was done before it stays done', async () => {
  const { sheet: opened, rich } = openExcel([{ snapshot: sheet([[1, 2]]) }]);
  const write = (): Promise<void> =>
    Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange('A1').values = [[10]];
      active.getRange('B1').values = [[20]];
      await context.sync();
    });
  rich.failNext({ code: 'GeneralException', actionIndex: 7 });
  expect(await thrown(write())).toBe('GeneralException');
  expect([opened.cell({ row: 0, column: 0 }).value, opened.cell({ row: 0, column: 1 }).value]).toEqual([10, 2]);
  await write();
  expect(opened.cell({ row: 0, column: 1 }).value).toBe(20);
});

test('a sheet can be added, renamed, activated and deleted', async () => {
  const { workbook } = openExcel([{ snapshot: sheet([[1]]) }]);
  await Excel.run(async (context) => {
    const added = context.workbook.worksheets.add('报告');
    added.name = '核查报告';
    added.activate();
    await context.sync();
  });
  expect(workbook.active.name).toBe('核查报告');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('核查报告').delete();
    await context.sync();
  });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['自评表']);
});
