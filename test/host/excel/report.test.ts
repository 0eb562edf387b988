import { ledgerOf } from '../../../src/advice/ledger';
import { recordOf } from '../../../src/advice/record';
import { reportSheet } from '../../../src/advice/report';
import { summarySheets } from '../../../src/advice/summary';
import { figureMap, review } from '../../../src/review';
import { formatAddress } from '../../../src/sheet/address';
import { workbookState } from '../../../src/workbench/emulator/workbook';
import { sampleWorkbook } from '../../../src/workbench/sample';
import { failure, openExcel } from '../../support/excel';

const [sample] = sampleWorkbook();
if (sample === undefined) throw new Error('the sample has no sheet');
const { forms } = review(sample.snapshot);
const received = forms.map((form, index) => ({
  file: '示例.xlsx',
  form: recordOf(form, index),
  aside: new Map<string, string>(),
}));
const [[first], [reviewed]] = [received, forms];
if (first === undefined || reviewed === undefined) throw new Error('the sample has no form');
const ledger = ledgerOf(figureMap(reviewed), sample.snapshot);
const report = reportSheet(first, ledger, '2026年3月2日');
const summary = summarySheets(received, [{ file: '坏.xlsx', reason: '=文件已损坏', read: false }], '');

function values(sheet: { cell(cell: { row: number; column: number }): { value: unknown } }, row: number): unknown[] {
  return Array.from({ length: 14 }, (_, column) => sheet.cell({ row, column }).value);
}

test('the report stands in a sheet of its own, with links to the cells and a chart, and the form is as it was', async () => {
  const { host, workbook, sheet } = openExcel(sampleWorkbook());
  const before = JSON.stringify(workbookState(workbook));
  expect(await host.report([report])).toMatchObject({ sheets: ['核查报告'] });
  const page = workbook.sheet('核查报告');
  expect(page?.cell({ row: 0, column: 0 }).value).toBe('绩效自评表核查报告');
  const links = [...(page?.cells() ?? [])].flatMap(([, { look }]) => (look?.link === undefined ? [] : [look.link]));
  expect(links).toContain(`'${sheet.name}'!I42`);
  // Each finding and each line of the annex.
  expect(links).toHaveLength(first.form.findings.length + ledger.length);
  expect(page?.furniture.charts.map(({ title, series }) => [title, series.map(({ name }) => name)])).toEqual([
    ['各部分得分：自评与复算', ['自评得分', '按规则复算']],
  ]);
  expect(workbook.active).toBe(sheet);
  workbook.deleteSheet(page ?? sheet);
  expect(JSON.stringify(workbookState(workbook)) === before).toBe(true);
});

test('its annex has every figure of the form: its cell, its value, how it stands and what it was held against', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  await host.report([report]);
  const page = workbook.sheet('核查报告');
  if (page === null) throw new Error('no report');
  const start = report.rows.findIndex(({ cells }) => cells[0] === '附：每个数字怎样核对的');
  const rows = ledger.map((_, at) => values(page, start + 2 + at).slice(0, 6));
  expect(rows).toHaveLength(reviewed.coverage.figures.total);
  const targets = rows.map((_, at) => page.cell({ row: start + 2 + at, column: 2 }).look?.link);
  expect(targets).toEqual(rows.map(([, , cell]) => `'${sample.snapshot.name}'!${String(cell)}`));
  expect(rows).toContainEqual([expect.any(Number), '✗ 不符', 'I42', '得分', expect.stringContaining('2.93'), '2.66']);
  expect(rows).toContainEqual([
    expect.any(Number),
    '✓ 相符',
    'B12',
    '上级分值',
    expect.stringContaining(' = 45'),
    '45',
  ]);
  const unheld = rows.filter(([, verdict]) => verdict === '○ 无从核对');
  expect(unheld.map(([, , cell]) => cell)).toEqual(
    reviewed.coverage.figures.unheld.map(({ cell }) => formatAddress(cell)),
  );
  expect(values(page, start + 2 + rows.length)[0]).toBeNull();
});

test('written again it is replaced, wherever it was moved to and whatever it is called by now', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  await host.report([report]);
  const page = workbook.sheet('核查报告');
  if (page === null) throw new Error('no report');
  workbook.renameSheet(page, '给领导看的');
  expect(await host.report([report])).toEqual({ sheets: ['给领导看的'], added: [] });
  expect(workbook.sheets).toHaveLength(sampleWorkbook().length + 1);
  expect(page.furniture.charts).toHaveLength(1);
  expect(page.conditionalFormats).toHaveLength(report.highlights.length);
});

test('one that somebody wrote into stays as it is, and another is written beside it', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  const { added } = await host.report([report]);
  const page = workbook.sheet('核查报告');
  if (page === null) throw new Error('no report');
  workbook.userEdit(page, { row: 400, column: 3 }, '写在后面的字');
  expect((await host.report([report])).sheets).toEqual(['核查报告 (2)']);
  expect((await host.report([report])).sheets).toEqual(['核查报告 (2)']);
  expect(page.cell({ row: 400, column: 3 }).value).toBe('写在后面的字');
  expect(await host.removeReports(added)).toEqual({ removed: [], kept: ['核查报告'] });
});

test('taken away again the workbook is as it was', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  const before = JSON.stringify(workbookState(workbook));
  const { added } = await host.report(summary);
  expect(await host.removeReports(added)).toEqual({ removed: ['核查汇总', '核查问题清单', '共性问题'], kept: [] });
  expect(JSON.stringify(workbookState(workbook)) === before).toBe(true);
  expect(await host.removeReports(added)).toEqual({ removed: [], kept: [] });
});

test('a sheet of the same name that is somebody else’s is not touched', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  const theirs = workbook.addSheet('核查汇总');
  workbook.userEdit(theirs, { row: 0, column: 0 }, '我自己的汇总');
  const { sheets } = await host.report(summary);
  expect(sheets).toEqual(['核查汇总 (2)', '核查问题清单', '共性问题']);
  expect(theirs.cell({ row: 0, column: 0 }).value).toBe('我自己的汇总');
  expect((await host.report(summary)).sheets).toEqual(sheets);
});

test('the summary has a row for each form, figures as figures, texts as texts, filter, frozen heading and charts', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  await host.report(summary);
  const page = workbook.sheet('核查汇总');
  if (page === null) throw new Error('no summary');
  expect(values(page, 4).slice(4, 9)).toEqual([2021, 94.65, 94.35, 94.62, 0.03]);
  expect(page.text({ row: 4, column: 8 })).toBe('+0.03');
  expect(page.cell({ row: 5, column: 1 })).toMatchObject({ value: '=文件已损坏', formula: '' });
  // Figures stand at the right, under their heading; serial numbers in the middle.
  expect([3, 4].map((row) => page.cell({ row, column: 8 }).look?.horizontal)).toEqual(['right', 'right']);
  expect([3, 4].map((row) => page.cell({ row, column: 0 }).look?.horizontal)).toEqual(['center', 'center']);
  expect(page.furniture).toMatchObject({ frozenRows: 4, gridlines: false, filter: { row: 3, column: 0, rowCount: 3 } });
  expect(page.furniture.charts.map(({ title }) => title)).toEqual(['自评与复算相差最大的单位（分）', '等级分布（份）']);
  expect(page.conditionalFormats.length).toBeGreaterThan(4);
});

test.each([0, 1, 2])('when Excel fails in request %i, no half-written sheet is left', async (after) => {
  const { host, workbook, rich } = openExcel(sampleWorkbook());
  const before = JSON.stringify(workbookState(workbook));
  rich.failNext({ code: 'GeneralException', after: after + 1, actionIndex: 3 });
  const error = await failure(host.report([report]));
  expect(error.message).toMatch(/。$/);
  expect(JSON.stringify(workbookState(workbook)) === before).toBe(true);
});

test('a report that stands whole, though Excel’s answer was lost, is told as written', async () => {
  const tried = openExcel(sampleWorkbook());
  await tried.host.report([report]);
  const last = tried.rich.syncs.length - 1;
  const { host, rich } = openExcel(sampleWorkbook());
  const sheets = ['核查报告'];
  rich.failNext({ code: 'InvalidOrTimedOutSession', after: last, answerLost: true });
  expect(await host.report([report])).toMatchObject({ sheets });
  rich.log.length = 0;
  await host.report([report]);
  rich.failNext({ code: 'InvalidOrTimedOutSession', after: rich.syncs.length - 1, answerLost: true });
  expect(await host.report([report])).toMatchObject({ sheets });
});

test('a report that was there is whole after every failure, or its name says that it is not', async () => {
  const { host, workbook, rich } = openExcel(sampleWorkbook());
  await host.report([report]);
  const whole = (): string => JSON.stringify(workbookState(workbook));
  const before = whole();
  rich.log.length = 0;
  await host.report([report]);
  expect(whole() === before).toBe(true);
  for (const [after, { actions }] of [...rich.syncs].entries()) {
    for (let actionIndex = 0; actionIndex < actions; actionIndex += 40) {
      rich.failNext({ code: 'GeneralException', after, actionIndex });
      const { message } = await failure(host.report([report]));
      const names = workbook.sheets.map(({ name }) => name);
      if (names.includes('核查报告')) expect(whole() === before).toBe(true);
      else expect([names.includes('正在写入'), message]).toEqual([true, expect.stringContaining('没有写完')]);
      await host.report([report]);
      expect(whole() === before).toBe(true);
    }
  }
});

test('a workbook that can’t be written says so', async () => {
  const { host } = openExcel(sampleWorkbook(), { readOnly: true });
  expect(host.abilities.canWrite).toBe(false);
  expect((await failure(host.report([report]))).code).not.toBe('unknown');
});
