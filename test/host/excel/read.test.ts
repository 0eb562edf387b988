import { cellAt } from '../../../src/sheet/snapshot';
import { failure, openExcel, settled } from '../../support/excel';
import { sheet } from '../../support/sheet';

const FORM = sheet(
  [
    ['广州市部门整体绩效自评表', null, null, null],
    ['指标', '权重', '得分', '佐证'],
    [
      '热线接通率',
      { value: 2.96, text: '2.96' },
      { value: 0.9407, text: '94.07%' },
      { value: '#DIV/0!', formula: '=1/0' },
    ],
    ['合计', { value: 2.96, text: '2.96', formula: '=SUM(B3)' }, null, "'=不是公式"],
  ],
  { name: '自评表', origin: { row: 1, column: 2 }, merges: ['C2:F2', 'C4:C5'] },
);

test('a sheet is read as it stands, in one request', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  const snapshot = await host.read(opened.id);
  expect(snapshot).toEqual(FORM);
  expect(rich.syncs).toHaveLength(1);
});

test.each([undefined, { rows: [3], columns: [2, 4] }])(
  'the one in front is read without its id, hidden: %p',
  async (hidden) => {
    const { host } = openExcel([{ snapshot: hidden === undefined ? FORM : { ...FORM, hidden } }]);
    expect(await host.read(null)).toEqual(hidden === undefined ? FORM : { ...FORM, hidden });
  },
);

test('merged areas are left alone when they are not wanted', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  const snapshot = await host.read(opened.id, { merges: false });
  expect(snapshot).toEqual({ ...FORM, merges: [] });
  expect(rich.syncs).toHaveLength(1);
});

test('nothing stays held in Excel after reading', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  await host.read(opened.id);
  await settled();
  expect(rich.heldReferences).toBe(0);
});

test('an empty sheet gives an empty snapshot', async () => {
  const { host, sheet: opened } = openExcel([{ snapshot: sheet([], { name: '空表' }) }]);
  expect(await host.read(opened.id)).toMatchObject({
    name: '空表',
    rowCount: 0,
    columnCount: 0,
    values: [],
    merges: [],
  });
});

test('a text that only looks like a formula is no formula', async () => {
  const { host, workbook, sheet: opened } = openExcel([{ snapshot: FORM }]);
  workbook.userEdit(opened, { row: 7, column: 2 }, "'=SUM(A1)");
  const snapshot = await host.read(opened.id);
  expect(snapshot.values.at(-1)?.[0]).toBe('=SUM(A1)');
  expect(snapshot.formulas.at(-1)?.[0]).toBe('');
});

test('a sheet too large for one request is read in blocks, without a gap', async () => {
  const evidence = '佐证材料'.repeat(150);
  const rows = Array.from({ length: 2_400 }, (_, i) => [
    i,
    i % 7 === 0 ? null : `第${i}行`,
    i % 3 === 0 ? null : evidence,
  ]);
  const large = sheet(rows, { name: '大表', merges: ['B1:C1', 'A1199:A1202'] });
  const { host, rich, sheet: opened } = openExcel([{ snapshot: large }]);
  const snapshot = await host.read(opened.id);
  expect(snapshot).toEqual(large);
  expect(rich.syncs[0]?.error).toBe('ResponsePayloadSizeLimitExceeded');
  expect(rich.syncs.length).toBeLessThan(12);
});

test('more merged areas than Excel names at once are all read', async () => {
  const rows = Array.from({ length: 1_400 }, (_, i) => [i, 'x', 'y']);
  const merges = Array.from({ length: 700 }, (_, i) => `B${i * 2 + 1}:B${i * 2 + 2}`);
  const many = sheet(
    rows.map((row, i) => (i % 2 === 1 ? [row[0] ?? 0, null, 'y'] : row)),
    { merges },
  );
  const { host, sheet: opened } = openExcel([{ snapshot: many }]);
  expect((await host.read(opened.id)).merges).toHaveLength(700);
});

test.each([true, false])(
  'a sheet of which Excel gives no values at once is read in blocks, merges: %s',
  async (merges) => {
    const { host, workbook, sheet: opened } = openExcel([{ snapshot: FORM }]);
    workbook.mostCellsAtOnce = 4;
    const read = await host.read(opened.id, { merges });
    expect(read).toEqual(merges ? FORM : { ...FORM, merges: [] });
  },
);

test('a range that exceeds the limit is read in blocks', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  rich.failNext({ code: 'RangeExceedsLimit', actionIndex: 2 });
  expect(await host.read(opened.id)).toEqual(FORM);
});

test('while a cell is being edited a reading waits, and has what was typed', async () => {
  const { host, workbook, sheet: opened } = openExcel([{ snapshot: FORM }]);
  workbook.beginCellEdit(opened, { row: 2, column: 2 });
  const reading = host.read(opened.id);
  const listing = host.sheets();
  await settled();
  workbook.endCellEdit('7');
  expect(cellAt(await reading, { row: 2, column: 2 }).value).toBe(7);
  expect(await listing).toHaveLength(1);
});

test('an Excel that does not wait for the end of an edit refuses, and the officer is told how to go on', async () => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  rich.failNext({ code: 'InvalidOperationInCellEditMode' });
  const error = await failure(host.read(opened.id));
  expect(error.code).toBe('cell-editing');
  expect(error.message).toBe('单元格正在编辑，请按 Enter 或 Esc 结束编辑后再试。');
});

test('a sheet that was deleted meanwhile is named as such', async () => {
  const {
    host,
    workbook,
    sheet: opened,
  } = openExcel([{ snapshot: FORM }, { snapshot: sheet([['说明']], { name: '说明' }) }]);
  workbook.deleteSheet(opened);
  const error = await failure(host.read(opened.id));
  expect(error.code).toBe('sheet-gone');
  expect(error.message).toContain('已被删除');
});

test.each([
  ['ActivityLimitReached', 'busy'],
  ['InvalidOrTimedOutSession', 'lost'],
  ['AccessDenied', 'read-only'],
  ['SomethingNew', 'unknown'],
])('%s is told in one sentence', async (code, expected) => {
  const { host, rich, sheet: opened } = openExcel([{ snapshot: FORM }]);
  rich.failNext({ code });
  const error = await failure(host.read(opened.id, { merges: false }));
  expect(error.code).toBe(expected);
  expect(error.message).toMatch(/^[^。]+。$/);
  await expect(host.read(opened.id)).resolves.toEqual(FORM);
});

test('only visible sheets are offered, the active one marked', async () => {
  const { host, workbook } = openExcel([
    { snapshot: sheet([['封面']], { name: '封面' }) },
    { snapshot: sheet([['x']], { name: '数据字典' }), visibility: 'Hidden' },
    { snapshot: FORM },
  ]);
  const form = workbook.sheet('自评表');
  if (form === null) throw new Error('no sheet');
  workbook.activate(form);
  const infos = await host.sheets();
  expect(infos.map(({ name, active }) => [name, active])).toEqual([
    ['封面', false],
    ['自评表', true],
  ]);
});

test('selecting brings the sheet to the front', async () => {
  const { host, workbook } = openExcel([{ snapshot: sheet([['封面']], { name: '封面' }) }, { snapshot: FORM }]);
  const form = workbook.sheet('自评表');
  if (form === null) throw new Error('no sheet');
  await host.select(form.id, { row: 3, column: 4 });
  expect(workbook.active.name).toBe('自评表');
  expect(workbook.selection).toEqual({ row: 3, column: 4, rowCount: 1, columnCount: 1 });
});

describe('hidden rows and columns', () => {
  const HIDDEN = { ...FORM, hidden: { rows: [3], columns: [2, 4] } };

  test('are asked line by line, in one further request', async () => {
    const { host, rich, sheet: opened } = openExcel([{ snapshot: HIDDEN }]);
    expect(await host.read(opened.id)).toEqual(HIDDEN);
    expect(rich.syncs).toHaveLength(2);
  });

  test('are not asked where merged areas are not', async () => {
    const { host, rich, sheet: opened } = openExcel([{ snapshot: HIDDEN }]);
    expect(await host.read(opened.id, { merges: false })).toEqual({ ...FORM, merges: [] });
    expect(rich.syncs).toHaveLength(1);
  });

  test('may be all of them', async () => {
    const hidden = { rows: [1, 2, 3, 4], columns: [] };
    const { host, sheet: opened } = openExcel([{ snapshot: { ...FORM, hidden } }]);
    expect((await host.read(opened.id)).hidden).toEqual(hidden);
  });

  test('move with what is inserted above them', async () => {
    const { host, workbook, sheet: opened } = openExcel([{ snapshot: HIDDEN }]);
    workbook.shift(opened, 'row', 2, 2);
    expect((await host.read(opened.id)).hidden).toEqual({ rows: [5], columns: [2, 4] });
  });

  test('are known of a sheet that is read in blocks', async () => {
    const { host, workbook, sheet: opened } = openExcel([{ snapshot: HIDDEN }]);
    workbook.mostCellsAtOnce = 4;
    expect(await host.read(opened.id)).toEqual(HIDDEN);
  });

  test('a cell in them can be gone to', async () => {
    const { host, workbook, sheet: opened } = openExcel([{ snapshot: HIDDEN }]);
    await host.select(opened.id, { row: 3, column: 4 });
    expect(workbook.selection).toMatchObject({ row: 3, column: 4 });
  });
});
