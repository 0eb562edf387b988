import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { workbookFile } from '../support/workbook';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { evaluation, targets } from '../fixtures/targets';
import { changed } from '../fixtures/training';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { close, open } from './support/page';
import { RECEIVED } from './support/states';
import { openWorkbench } from './support/workbench';

/** Where the pictures of the manual are written: by npm run docs:manual, never by the tests. */
const FOLDER = path.resolve(__dirname, '../../docs/manual');

afterAll(close);

async function keep(from: Page | Locator, name: string): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  await from.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

/** The last frames of what opens and closes are over. */
const still = (page: Page) => page.mouse.move(0, 0);

async function fontsOf(page: Page): Promise<void> {
  for (const frame of page.frames()) await frame.evaluate(() => document.fonts.ready.then(() => undefined));
}

test('the pictures of the manual show the pane as it is', async () => {
  const { page, pane, context, errors } = await openWorkbench({ width: 1280, height: 860, glyphs: true });
  const frame = page.locator('iframe');
  await fontsOf(page);
  await keep(frame, 'check');

  const finding = pane.locator('[data-severity="error"]').filter({ hasText: 'I42' });
  await finding.locator('button[aria-expanded]').first().click();
  await pane.getByRole('button', { name: /^改为/ }).first().waitFor();
  await keep(frame, 'finding');
  await page.keyboard.press('Escape');

  await pane.getByRole('button', { name: '全部改正…' }).click();
  await pane.getByRole('button', { name: /^写入 \d+ 处/ }).waitFor();
  await keep(frame, 'mend-all');
  await pane.getByRole('button', { name: '取消' }).click();

  const ledger = pane.getByRole('button', { name: /^本表 \d+ 个数字/ });
  await ledger.click();
  await pane.getByText('核对了什么').waitFor();
  // Below what stays at the top.
  await ledger.evaluate((line) => {
    line.scrollIntoView();
    line.closest('main')?.scrollBy(0, -80);
  });
  await keep(frame, 'ledger');

  await pane.getByRole('button', { name: '全部批注' }).click();
  await pane
    .getByText(/^已.*批注/)
    .first()
    .waitFor();
  await page.getByRole('gridcell', { name: /^I42，/ }).click();
  await keep(page, 'annotated');

  await pane.getByRole('tab', { name: '填报' }).click();
  await pane
    .getByText(/已填 \d+/)
    .first()
    .waitFor();
  await keep(frame, 'fill');

  await pane.getByRole('tab', { name: '核查' }).click();
  await pane.getByRole('button', { name: '退回意见' }).click();
  await pane.getByRole('textbox').waitFor();
  await keep(frame, 'memo-one');
  await pane.getByRole('button', { name: '← 返回' }).click();

  await page.getByRole('gridcell', { name: /^J27，/ }).click();
  await pane.getByRole('tab', { name: '填报' }).click();
  await pane.getByText('政府采购执行率').first().waitFor();
  const box = pane.locator('main').getByRole('textbox').first();
  await box.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await keep(frame, 'draft');

  await pane.getByRole('tab', { name: '规则' }).click();
  await pane.getByRole('heading', { name: '各项指标怎样计分' }).waitFor();
  await keep(frame, 'rules');
  expect(errors).toEqual([]);
  await context.close();
});

test('the picture of the file page shows a file', async () => {
  const { page, context } = await open('browser.html', { width: 1280, height: 760, glyphs: true });
  const { values } = sheetOf(FORMS_IN_ORDER[0]?.rows ?? '');
  const file = {
    name: '自评表.xlsx',
    mimeType: '',
    buffer: Buffer.from(workbookFile([{ name: '自评表', rows: values }])),
  };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('各项之和').first().waitFor();
  await fontsOf(page);
  await keep(page, 'browser');
  await context.close();
});

test('the pictures of 批量 show received files, two versions compared and a memo', async () => {
  for (const dark of [false, true]) {
    const { page, context, errors } = await open('browser.html', { width: 960, height: 700, dark, glyphs: true });
    const look = dark ? '-dark' : '';
    await page.getByRole('button', { name: '批量核查收到的文件' }).click();
    await page
      .locator('input[aria-label="选择文件"]')
      .setInputFiles(RECEIVED.filter(({ name }) => /^\d|截断/.test(name)));
    await page
      .getByText(/核查完成/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /处请确认/ }).click();
    await fontsOf(page);
    await still(page);
    await keep(page, `batch${look}`);
    if (!dark) {
      await page.getByRole('button', { name: '退回意见', exact: true }).click();
      await page.getByRole('textbox').waitFor();
      await keep(page, 'memo');
      await page.getByRole('button', { name: '← 返回' }).click();
      await page.getByRole('searchbox').fill('水利局');
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await page.getByRole('button', { name: '对比这两份' }).click();
      await page.getByText('修改前后对比').first().waitFor();
      await keep(page, 'compare');
      await page.getByRole('button', { name: '← 返回' }).click();
      await page.getByRole('button', { name: '市水利局' }).first().click();
      await page.getByText('各项之和').first().waitFor();
      await still(page);
      await keep(page, 'batch-row');
    }
    expect(errors).toEqual([]);
    await context.close();
  }
});

test('the picture of other forms shows pairs, a department and what one pair came to', async () => {
  const { page, context, errors } = await open('browser.html', { width: 450, height: 860, glyphs: true });
  const put = (name: string, { name: sheet, values }: SheetSnapshot) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(workbookFile([{ name: sheet, rows: values }])),
  });
  await page.getByRole('button', { name: '批量核查收到的文件' }).click();
  await page
    .locator('input[aria-label="选择文件"]')
    .setInputFiles([
      put('自评表2022.xlsx', evaluation()),
      put(
        '自评表2021.xlsx',
        evaluation({ year: 2021, goals: '培训二百人次。', completion: '全年培训205人次，如期结束。' }),
      ),
    ]);
  await page
    .getByText(/核查完成/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '与申报表、上年核对' }).click();
  await page
    .locator('input[aria-label="选择文件"]')
    .setInputFiles(put('申报表.xlsx', targets({ rows: changed(new Map([[0, { target: '≥500人次' }]])) })));
  await page.getByRole('button', { name: '核对这 2 对' }).click();
  await page.getByRole('button', { name: /与申报（批复）的目标核对/ }).click();
  await page.locator('[data-difference]').scrollIntoViewIfNeeded();
  await fontsOf(page);
  await still(page);
  await keep(page, 'against');
  expect(errors).toEqual([]);
  await context.close();
});
