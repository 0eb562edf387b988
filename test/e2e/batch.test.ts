import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sampleWorkbook, type SampleSheet } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { evaluation, targets } from '../fixtures/targets';
import { department } from '../fixtures/render';
import { changed, TRAINING } from '../fixtures/training';
import { emulatedFile } from '../support/emulatedFile';
import { workbookFile as pagesFile } from '../support/workbook';
import { accessibilityFaults } from './support/accessibility';
import { close, open, paneOf, picture, type Opened } from './support/page';
import { type, until } from './support/workbench';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const [sampleSheet] = sampleWorkbook();
if (sampleSheet === undefined) throw new Error('the sample has no sheet');

function named(sheet: SampleSheet, unit: string): Buffer {
  const workbook = new EmulatedWorkbook('表.xlsx', [sheet]);
  workbook.userEdit(workbook.active, { row: 3, column: 1 }, unit);
  return Buffer.from(emulatedFile(workbook));
}

const UNITS = ['水利局', '图书馆', '文化和旅游局', '科学技术协会', '民政局', '体育中心', '档案馆', '教育局', '交通局'];
const good = UNITS.flatMap((unit, at) => [
  { name: `${at + 1} ${unit}.xlsx`, mimeType: MIME, buffer: named(at % 2 ? mendedSampleForm() : sampleSheet, unit) },
]);
const sample = named(sampleSheet, '林业局');
const broken: readonly (readonly [string, Buffer])[] = [
  ['空文件.xlsx', Buffer.alloc(0)],
  ['截断.xlsx', sample.subarray(0, sample.length / 2)],
  ['别的.xlsx', Buffer.from('%PDF-1.7 not a workbook')],
  ['~$锁.xlsx', Buffer.alloc(165, 1)],
  ['照片.xls', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
];
const files = [
  ...good,
  ...UNITS.slice(0, 5).map((unit) => ({
    name: `第二次 ${unit}.xlsx`,
    mimeType: MIME,
    buffer: named(mendedSampleForm(), unit),
  })),
  ...broken.map(([name, buffer]) => ({ name, mimeType: MIME, buffer })),
  { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from('日期,金额\n1月,3\n') },
];

let opened: Opened;

afterEach(async () => {
  expect(opened.errors).toEqual([]);
  expect(opened.foreign).toEqual([]);
  await opened.context.close();
});

afterAll(close);

async function start(width: number, height = 800): Promise<void> {
  opened = await open('browser.html', { width, height });
  const { page } = opened;
  await page.getByRole('button', { name: '批量核查收到的文件' }).click();
  await page.locator('input[aria-label="选择文件"]').setInputFiles([...files]);
  await page.getByText(`核查完成，共 ${files.length} 个文件`).first().waitFor();
}

async function saved(download: Download): Promise<Uint8Array> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-'));
  const file = path.join(folder, 'file');
  await download.saveAs(file);
  const bytes = new Uint8Array(fs.readFileSync(file));
  fs.rmSync(folder, { recursive: true });
  return bytes;
}

async function downloaded(button: string | RegExp): Promise<Uint8Array> {
  const { page } = opened;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return saved(download);
}

test('twenty files, broken ones among them, become a table that sorts, filters and searches', async () => {
  await start(1280);
  const { page } = opened;
  const rows = page.locator('tr[data-row]');
  expect(await rows.count()).toBe(14);
  expect(await page.locator('tr[data-unread]').count()).toBe(6);
  for (const [name] of broken) expect(await page.locator('tr[data-unread]').filter({ hasText: name }).count()).toBe(1);
  await page.getByRole('button', { name: /处请确认/ }).click();
  expect(await page.getByText('“水利局” 2021 年度的自评表收到 2 份').count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'batch-1280');
  // No column is squeezed, and none pushed out of sight, at the widths between those of the other tests.
  for (const width of [600, 960, 1140, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const unit = await rows.first().locator('[data-column="unit"]').boundingBox();
    expect(unit?.width).toBeGreaterThan(140);
    const table = await page.locator('table').first().boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? width)).toBeLessThanOrEqual(width - 16);
  }
  await page.getByRole('button', { name: /^比复算$/ }).click();
  expect(await rows.first().locator('[data-column="difference"]').innerText()).not.toBe('0');
  await page.getByRole('button', { name: /^要退回/ }).click();
  expect(await rows.count()).toBe(5);
  await page.getByRole('button', { name: /^没有核查成/ }).click();
  expect(await rows.count()).toBe(0);
  await page.getByRole('button', { name: /^全部/ }).click();
  await page.getByRole('searchbox').fill('图书馆');
  expect(await rows.count()).toBe(2);
});

test('a row opens to its findings; what is set aside there counts no more', async () => {
  await start(1280);
  const { page } = opened;
  const row = page.locator('tr[data-row]').filter({ hasText: '1 水利局.xlsx' });
  const before = Number(await row.locator('[data-column="errors"]').innerText());
  await row.getByRole('button', { name: '水利局' }).click();
  // Below the bar of the row nothing of the list's own is hidden, however far it was gone through.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('F8');
  const filters = page.getByRole('group', { name: '筛选' });
  await page.mouse.wheel(0, 400);
  const bar = await page.getByRole('button', { name: '← 返回列表' }).locator('..').boundingBox();
  expect((await filters.boundingBox())?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  await page.locator('[data-severity="error"] button[aria-expanded="false"]').first().click();
  await page.getByRole('button', { name: '不处理…' }).click();
  await page.getByRole('textbox').fill('已与单位核实');
  await page.getByRole('button', { name: '标为不处理' }).click();
  await page.getByText('不处理 1 项').waitFor();
  const copy = await downloaded('下载批注件');
  expect(annotationsIn(copy).size).toBe(1);
  await page.getByRole('button', { name: '← 返回列表' }).click();
  expect(Number(await row.locator('[data-column="errors"]').innerText())).toBe(before - 1);
});

test('summary, annotated copies and memos are saved; two versions are compared', async () => {
  await start(1280);
  const { page } = opened;
  const summary = readWorkbook(await downloaded('下载汇总表'), '汇总.xlsx');
  expect(summary.sheets.map(({ name }) => name)).toEqual(['核查汇总', '核查问题清单', '共性问题']);
  expect(summary.sheets[0]?.snapshot.values[4]?.[1]).toBe('水利局');
  const copies = unzipSync(await downloaded(/^下载批注件（要退回的/));
  expect(Object.keys(copies)).toHaveLength(5);
  await page.getByRole('button', { name: '退回意见', exact: true }).click();
  await page.getByRole('textbox').waitFor();
  await picture(page, 'batch-memo');
  const word = unzipSync(await downloaded('保存 Word'));
  expect(Buffer.from(word['word/document.xml'] ?? []).toString()).toContain('退回修改意见');
  expect(Object.keys(unzipSync(await downloaded(/^每个单位一份：下载 5 个 Word/)))).toHaveLength(5);
  await page.getByRole('button', { name: '← 返回' }).click();
  await page.getByRole('searchbox').fill('水利局');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: '对比这两份' }).click();
  await page.getByText('修改前后对比').first().waitFor();
  expect(await page.getByText(/^已改正 [1-9]/).count()).toBe(1);
  await picture(page, 'batch-compare');
});

test('the workers that read the files can reach nothing, whatever headers the server sends', async () => {
  await start(350);
  const workers = opened.page.workers();
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    const reached = await worker.evaluate(async () => {
      const reached: string[] = [];
      const attempt = async (name: string, act: () => unknown) => {
        try {
          await act();
          reached.push(name);
        } catch {
          // As it should be.
        }
      };
      await attempt('fetch', () => fetch('/browser.html'));
      await attempt('XMLHttpRequest', () => new XMLHttpRequest());
      await attempt('WebSocket', () => new WebSocket('wss://localhost/'));
      await attempt('EventSource', () => new EventSource('/browser.html'));
      return reached;
    });
    expect(reached).toEqual([]);
  }
});

test('in Excel the summary and the report become sheets of the workbook', async () => {
  opened = await open('workbench.html');
  const { page } = opened;
  const pane = await paneOf(page);
  await pane.getByText('94.35').first().waitFor();
  await pane.getByRole('button', { name: '加报告表' }).click();
  await pane.getByText('已写入工作表“核查报告”').first().waitFor();
  await pane.getByRole('tab', { name: '批量' }).click();
  await pane.locator('input[aria-label="选择文件"]').setInputFiles(files.slice(0, 6));
  await pane.getByText('核查完成，共 6 个文件').first().waitFor();
  const write = pane.getByRole('button', { name: '汇总到工作表' });
  const place = await write.boundingBox();
  await write.click();
  const told = pane.getByText('已写入工作表“核查汇总”').last();
  await told.waitFor();
  // What became of the click moves no button away from under the pointer.
  expect(await write.boundingBox()).toEqual(place);
  expect((await told.boundingBox())?.y).toBeLessThan(place?.y ?? 0);
  await picture(page, 'batch-workbench');
  await pane.getByRole('button', { name: /^撤回：写入工作表“核查汇总”/ }).waitFor();
  await page.getByRole('tab', { name: '核查汇总' }).click();
  await picture(page, 'batch-summary-sheet');
});

/** A department’s form with so much 项目支出 (万元), all of it spent. */
const departmentWith = (budget: number) =>
  department({
    rows: TRAINING,
    year: 2022,
    unit: '市人社局',
    budget: {
      heading: '年度部门整体支出规模（万元）',
      lines: [
        { label: '支出合计', budget: budget + 500, spent: budget + 500, rate: '100%' },
        { label: '基本支出', group: '按资金结构', budget: 500, spent: 500, rate: '100%' },
        { label: '项目支出', group: '按资金结构', budget, spent: budget, rate: '100%' },
      ],
    },
  });

describe('held against targets and the year before', () => {
  const lower = changed(new Map([[0, { target: '≥500人次' }]]));
  const put = (name: string, { name: sheet, values }: SheetSnapshot) => ({
    name,
    mimeType: MIME,
    buffer: Buffer.from(pagesFile([{ name: sheet, rows: values }])),
  });

  async function received(width: number): Promise<void> {
    opened = await open('browser.html', { width, height: 800 });
    const { page } = opened;
    await page.getByRole('button', { name: '批量核查收到的文件' }).click();
    await page
      .locator('input[aria-label="选择文件"]')
      .setInputFiles([put('保洁.xlsx', evaluation({ project: '道路养护' })), put('培训.xlsx', evaluation())]);
    await page.getByText('核查完成，共 2 个文件').first().waitFor();
  }

  test.each([320, 450])(
    'at %d px: pairs are shown first, then what they differ in, also in the rows',
    async (width) => {
      await received(width);
      const { page } = opened;
      await page.getByRole('button', { name: '与申报表、上年核对' }).click();
      await page
        .locator('input[aria-label="选择文件"]')
        .setInputFiles([put('申报.xlsx', targets({ rows: lower })), put('去年.xlsx', evaluation({ year: 2021 }))]);
      await page.getByText('配对 2 对，1 份没有对应的表').waitFor();
      expect(await page.locator('[data-pair="none"]').innerText()).toContain('道路养护');
      expect(await page.locator('[data-pair]').first().getAttribute('data-pair')).toBe('found');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.getByRole('button', { name: '核对这 2 对' }).press('Enter');
      const result = page.getByRole('heading', { name: '核对了 2 对，1 份有要紧的不同' });
      await result.waitFor();
      await until(() => result.evaluate((heading) => heading.getBoundingClientRect().top < innerHeight), true);
      const long = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(long).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: /与申报（批复）的目标核对/ }).press('Enter');
      expect(await page.locator('[data-difference="lowered"]').innerText()).toContain('≥500人次');
      expect(await accessibilityFaults(page)).toEqual([]);
      await picture(page, `against-${width}`);
      await page.getByRole('button', { name: '← 返回' }).click();
      const row = page.locator('tr[data-row]').filter({ hasText: '指标值降低' });
      expect(await row.count()).toBe(1);
      await row.getByRole('button').click();
      await page.locator('[data-finding]').filter({ hasText: '指标值降低' }).waitFor();
    },
  );

  test('the summary lists the pairs, and what found none', async () => {
    await received(1280);
    const { page } = opened;
    await page.getByRole('button', { name: '与申报表、上年核对' }).click();
    await page.locator('input[aria-label="选择文件"]').setInputFiles([put('申报.xlsx', targets({ rows: lower }))]);
    await page.getByRole('button', { name: '核对这 1 对' }).click();
    await page.getByRole('heading', { name: /核对了 1 对/ }).waitFor();
    await page.getByRole('button', { name: '← 返回' }).click();
    const { sheets } = readWorkbook(await downloaded('下载汇总表'), '核查汇总.xlsx');
    const pairs = sheets.find(({ name }) => name === '对照核对');
    const cells = (pairs?.snapshot.texts ?? []).map((texts) => texts.slice(2, 5).join(' '));
    expect(cells).toContain('培训.xlsx 与申报（批复）的目标核对 申报.xlsx');
    expect(cells.some((line) => line.startsWith('保洁.xlsx 没有核对'))).toBe(true);
    const list = sheets.find(({ name }) => name === '核查问题清单');
    expect(JSON.stringify(list?.snapshot.texts)).toContain('低于绩效目标申报表的');
  });

  test('the form that is open is held against another sheet of its workbook, and against a file', async () => {
    opened = await open('browser.html', { width: 1280, height: 800 });
    const { page } = opened;
    const both = Buffer.from(
      pagesFile([evaluation(), targets({ rows: lower })].map(({ name, values }) => ({ name, rows: values }))),
    );
    await page.locator('input[type="file"]').first().setInputFiles({ name: '两张.xlsx', mimeType: MIME, buffer: both });
    await page.getByRole('button', { name: '与申报表、上年核对…' }).click();
    await page.getByRole('button', { name: '工作表“申报表”' }).click();
    await page.locator('[data-difference="lowered"]').waitFor();
    await page.locator('input[aria-label="选择对照的文件"]').setInputFiles(put('申报.xlsx', targets()));
    await page.getByRole('button', { name: /申报\.xlsx.*一致/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '← 返回' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('与申报表、上年核对…');
  });

  test('in Excel: against a sheet and a file, followed by edits, set aside and returned', async () => {
    opened = await open('workbench.html');
    const { page } = opened;
    const both = pagesFile(
      [evaluation(), targets({ rows: lower })].map(({ name, values }) => ({ name, rows: values })),
    );
    await page.locator('#file').setInputFiles({ name: '两张.xlsx', mimeType: MIME, buffer: Buffer.from(both) });
    const pane = await paneOf(page);
    await pane.getByText('市人社局').first().waitFor();
    await pane.getByRole('button', { name: '与申报表、上年核对…' }).click();
    await pane.getByRole('button', { name: '工作表“申报表”' }).click();
    await pane.locator('[data-difference="lowered"]').waitFor();
    await pane
      .locator('input[aria-label="选择对照的文件"]')
      .setInputFiles(put('去年.xlsx', evaluation({ year: 2021 })));
    await pane.getByRole('button', { name: /去年\.xlsx.*2 处提示/ }).waitFor();
    await pane.getByRole('button', { name: '← 返回' }).click();
    const lowered = pane.locator('[data-finding]').filter({ hasText: '指标值降低' });
    await lowered.getByRole('button').first().click();
    await pane.getByRole('term').filter({ hasText: '对照' }).waitFor();
    await page.locator('[aria-selected="true"][role="gridcell"][aria-label^="D11，"]').waitFor();
    await type(page, 'D11', '≥600人次');
    await lowered.waitFor({ state: 'detached' });
    await pane.locator('[data-finding]').filter({ hasText: '指标值提高' }).waitFor();
    await type(page, 'D11', '≥300人次');
    await lowered.waitFor();
    await pane.getByRole('button', { name: '退回意见' }).click();
    expect(await pane.getByLabel('退回意见全文').inputValue()).toContain(
      'D11｜≥300人次｜—｜培训人次：指标值“≥300人次”低于',
    );
    await pane.getByRole('button', { name: '← 返回' }).click();
    await pane.getByRole('button', { name: '加报告表' }).click();
    await pane.getByText('已写入工作表“核查报告”').first().waitFor();
    // A sheet of ours is no form to hold one against.
    await pane.getByRole('button', { name: '与申报表、上年核对…' }).click();
    expect(await pane.getByRole('button', { name: /^工作表“/ }).allInnerTexts()).toEqual(['工作表“申报表”']);
    await pane.getByRole('button', { name: '← 返回' }).click();
    if ((await lowered.getByRole('button', { name: '不处理…' }).count()) === 0) {
      await lowered.getByRole('button').first().click();
    }
    await lowered.getByRole('button', { name: '不处理…' }).click();
    await pane
      .getByRole('button', { name: /已核实/ })
      .first()
      .click();
    await pane.getByRole('button', { name: '标为不处理' }).click();
    await lowered.waitFor({ state: 'detached' });
    await picture(page, 'against-excel');
  });

  test('a year before and a department’s projects among the received files; a result leads to its cells', async () => {
    opened = await open('browser.html', { width: 350, height: 800 });
    const { page } = opened;
    await page.getByRole('button', { name: '批量核查收到的文件' }).click();
    await page
      .locator('input[aria-label="选择文件"]')
      .setInputFiles([
        put('今年.xlsx', evaluation({ money: 90 })),
        put('去年.xlsx', evaluation({ year: 2021 })),
        put('部门.xlsx', departmentWith(60)),
      ]);
    await page.getByText('核查完成，共 3 个文件').first().waitFor();
    await page.getByRole('button', { name: '与申报表、上年核对' }).click();
    await page.getByText('配对 1 对').waitFor();
    expect(await page.locator('[data-group]').innerText()).toContain('职业技能培训');
    await page.getByRole('button', { name: '核对这 1 对、1 个部门' }).click();
    await page.getByRole('button', { name: /部门与项目核对/ }).click();
    const more = page.locator('[data-difference="projects-budget"]');
    expect(await more.innerText()).toContain('项目比部门多 30 万元');
    expect(await accessibilityFaults(page)).toEqual([]);
    await more.getByRole('button').click();
    await page.locator('[data-finding]').filter({ hasText: '项目预算合计与部门不同' }).waitFor();
    await page.getByRole('button', { name: '← 返回列表' }).click();
    await more.waitFor();
    await page.getByRole('button', { name: /与上年核对/ }).click();
    await page.getByRole('button', { name: '自评表!B8' }).click();
    await page.getByText('去年.xlsx').first().waitFor();
  });
});
