import type { Frame } from 'playwright-core';
import { close, paneOf } from './support/page';
import { openWorkbench, shownAt, until, type Workbench } from './support/workbench';

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});

afterEach(async () => {
  await bench.context.close();
});

afterAll(close);

/** Loads the pane again as Excel may at any time; the pane as it is then. */
async function reload(): Promise<Frame> {
  await bench.pane.evaluate(() => window.location.reload());
  await bench.pane.waitForFunction(() => document.documentElement.getAttribute('data-office') === 'ready');
  const pane = await paneOf(bench.page);
  await pane.getByRole('tab', { name: '核查' }).waitFor();
  return pane;
}

/** 绩效目标完成率, which missed its target and says nothing of why. */
const ROW_WITH_A_REASON = 22;

async function select(row: number): Promise<void> {
  await bench.page.evaluate((at) => {
    const { workbook } = window.desk;
    workbook.select(workbook.active, { row: at, column: 8, rowCount: 1, columnCount: 1 });
  }, row);
}

async function openTab(pane: Frame, name: string): Promise<void> {
  await pane.getByRole('tab', { name }).click();
}

describe('a pane that was loaded again', () => {
  test('finds the draft that was begun', async () => {
    await select(ROW_WITH_A_REASON);
    await openTab(bench.pane, '填报');
    const text = bench.pane.locator('textarea').first();
    await text.fill('热线系统九月停用维护');
    const begun = await text.inputValue();
    expect(begun).toContain('热线系统九月停用维护');
    const again = await reload();
    await openTab(again, '填报');
    await select(ROW_WITH_A_REASON + 1);
    await select(ROW_WITH_A_REASON);
    await until(() => again.locator('textarea').first().inputValue(), begun);
  });

  test('takes back what was written before', async () => {
    const hotline = bench.pane.locator('[data-severity="error"]').filter({ hasText: 'I42' });
    await hotline.locator('[data-head]').click();
    await bench.pane.getByRole('button', { name: /^改为 2\.93/ }).click();
    await bench.pane.getByRole('button', { name: '写入', exact: true }).click();
    await until(() => shownAt(bench.page, 'I42'), '2.93');
    const again = await reload();
    await again.getByRole('button', { name: /^撤回：/ }).click();
    await until(() => shownAt(bench.page, 'I42'), '2.66');
  });

  test('names the files of the batch, which are kept nowhere, and what was made of a memo', async () => {
    await bench.pane.getByRole('button', { name: '退回意见' }).click();
    await bench.pane.getByLabel('退回意见全文').fill('请于本周五前改正。');
    await openTab(bench.pane, '批量');
    const csv = '部门整体支出绩效自评表\n一级指标,分值\n';
    await bench.pane
      .locator('input[type="file"][multiple]')
      .setInputFiles({ name: '水利局.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await bench.pane.getByText('水利局.csv').first().waitFor();
    const again = await reload();
    await openTab(again, '批量');
    await again.getByText('窗格重新载入过，之前的 1 个文件要再选一次：水利局.csv。').waitFor();
    await openTab(again, '核查');
    await again.getByRole('button', { name: '退回意见' }).click();
    await until(() => again.getByLabel('退回意见全文').inputValue(), '请于本周五前改正。');
  });
});

/** Until the pane has loaded nothing for two seconds: on a busy machine it waits long for an idle moment. */
async function nothingMoreLoads(): Promise<void> {
  const loaded = () => bench.pane.evaluate(() => performance.getEntriesByType('resource').length);
  const QUIET = 4;
  for (let quiet = 0, before = await loaded(); quiet < QUIET;) {
    await bench.page.waitForTimeout(500);
    const now = await loaded();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

test('what is loaded when nothing else is done is there when the network is gone', async () => {
  await nothingMoreLoads();
  await bench.context.setOffline(true);
  for (const [tab, shown] of [
    ['填报', /已填 \d+ \/ \d+ 项/],
    ['批量', '选择文件'],
    ['规则', '导出'],
  ] as const) {
    await openTab(bench.pane, tab);
    await bench.pane.getByText(shown).first().waitFor();
  }
  await bench.pane.getByRole('button', { name: '修改', exact: true }).click();
  await bench.pane.getByText('修改规则').first().waitFor();
  await openTab(bench.pane, '核查');
  await bench.pane.getByRole('button', { name: '退回意见' }).click();
  const [download] = await Promise.all([
    bench.page.waitForEvent('download'),
    bench.pane.getByRole('button', { name: '保存 Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
});

test('the web prints no pane: the memo is written into a sheet instead, which says so', async () => {
  await bench.pane.getByRole('button', { name: '退回意见' }).click();
  await bench.pane.getByLabel('退回意见全文').waitFor();
  expect(await bench.pane.getByRole('button', { name: '打印' }).count()).toBe(0);
  await bench.pane.getByRole('button', { name: '写入工作表' }).click();
  await bench.pane.getByText('已写入工作表“退回意见”。').waitFor();
  await bench.page.getByRole('tab', { name: '退回意见' }).waitFor();
});

test('where the frame lets no file out, nothing comes and the pane names the way out', async () => {
  await bench.context.close();
  bench = await openWorkbench({}, 'workbench.html?downloads=no');
  const downloads: string[] = [];
  bench.page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await bench.pane.getByRole('button', { name: '退回意见' }).click();
  await bench.pane.getByRole('button', { name: '保存文本' }).click();
  await bench.pane.getByText('没有见到文件的，请改用复制或写入工作表').first().waitFor();
  expect(downloads).toEqual([]);
  await bench.pane.getByRole('button', { name: '写入工作表' }).waitFor();
});
