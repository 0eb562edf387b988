import type { HostEvent } from '../../../src/host/host';
import { firstCell } from '../../../src/host/excel/excelHost';
import { excelSupport } from '../../../src/host/excel/support';
import { openExcel, settled, type TestExcel } from '../../support/excel';
import { sheet } from '../../support/sheet';

interface Watched extends TestExcel {
  readonly events: HostEvent[];
  readonly stop: () => Promise<void>;
}

async function watch(): Promise<Watched> {
  const opened = openExcel([
    { snapshot: sheet([[1, 2]], { name: '自评表' }) },
    { snapshot: sheet([['x']], { name: '说明' }) },
  ]);
  const events: HostEvent[] = [];
  const stop = await opened.host.watch((event) => events.push(event));
  return { ...opened, events, stop };
}

test('an edit by hand is told, with the sheet', async () => {
  const { workbook, sheet: opened, events } = await watch();
  workbook.userEdit(opened, { row: 0, column: 0 }, '5');
  await settled();
  expect(events).toEqual([{ kind: 'edited', sheetId: opened.id, own: false }]);
});

test('our own write is told as our own, a co-author’s is not', async () => {
  const { host, workbook, sheet: opened, events } = await watch();
  const edits = [{ cell: { row: 0, column: 0 }, before: 1, after: 3 }];
  await host.apply(opened.id, { sheet: '自评表', label: '改', edits });
  await settled();
  expect(events).toEqual([{ kind: 'edited', sheetId: opened.id, own: true }]);
  workbook.userEdit(opened, { row: 0, column: 1 }, '9', 'remote');
  await settled();
  expect(events.at(-1)).toEqual({ kind: 'edited', sheetId: opened.id, own: false });
});

test('selections, activated, added, renamed and deleted sheets are told', async () => {
  const { workbook, sheet: opened, events } = await watch();
  workbook.select(opened, { row: 3, column: 1, rowCount: 2, columnCount: 1 });
  const added = workbook.addSheet('新表');
  workbook.activate(added);
  workbook.deleteSheet(added);
  await settled();
  expect(events.map(({ kind }) => kind)).toEqual(['selected', 'sheets', 'activated', 'activated', 'sheets']);
  expect(events[0]).toEqual({ kind: 'selected', sheetId: opened.id, cell: { row: 3, column: 1 } });
});

test('a rename is told where Excel tells it', async () => {
  const opened = openExcel([{ snapshot: sheet([[1]]) }], { requirementSets: { ExcelApi: '1.17' } });
  const events: HostEvent[] = [];
  await opened.host.watch((event) => events.push(event));
  opened.workbook.renameSheet(opened.sheet, '自评表2');
  await settled();
  expect(events).toEqual([{ kind: 'sheets' }]);
});

test('inserted and deleted rows are told', async () => {
  const { workbook, sheet: opened, events } = await watch();
  workbook.shift(opened, 'row', 0, 1);
  workbook.shift(opened, 'row', 0, -1);
  await settled();
  expect(events).toHaveLength(2);
});

test('after stopping, nothing more is told', async () => {
  const { workbook, sheet: opened, events, stop, rich } = await watch();
  await stop();
  workbook.userEdit(opened, { row: 0, column: 0 }, '5');
  await settled();
  expect(events).toEqual([]);
  expect(rich.syncs.every(({ error }) => error === null)).toBe(true);
});

test.each([
  ['I52', 51, 8],
  ['F10:H10', 9, 5],
  ['自评表!$B$3', 2, 1],
  ['A:C', 0, 0],
  ['5:7', 4, 0],
  ['C3:D4,F6', 2, 2],
])('the first cell of %s', (address, row, column) => {
  expect(firstCell(address)).toEqual({ row, column });
});

test('Excel older than 1.14 is told where to go', () => {
  openExcel([{ snapshot: sheet([[1]]) }], { requirementSets: { ExcelApi: '1.13' } });
  expect(excelSupport()).toEqual({ ok: false, message: expect.stringContaining('命令行') as unknown });
  openExcel([{ snapshot: sheet([[1]]) }], { requirementSets: { ExcelApi: '1.14' } });
  expect(excelSupport()).toEqual({ ok: true });
});

test('settings travel with the workbook', async () => {
  const { host, workbook } = openExcel([{ snapshot: sheet([[1]]) }]);
  expect(await host.loadSetting('rulebook')).toBeNull();
  await host.saveSetting('rulebook', { id: 'gz', places: 2 });
  expect(await host.loadSetting('rulebook')).toEqual({ id: 'gz', places: 2 });
  expect(workbook.settings.get('rulebook')).toBe('{"id":"gz","places":2}');
  await host.saveSetting('rulebook', null);
  expect(workbook.settings.size).toBe(0);
});

test('a setting that cannot be saved is told and forgotten', async () => {
  const { host } = openExcel([{ snapshot: sheet([[1]]) }], { readOnly: true });
  await expect(host.saveSetting('a', 1)).rejects.toThrow('设置没有能保存');
  expect(await host.loadSetting('a')).toBeNull();
});
