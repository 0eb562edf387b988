import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { workbookFile } from '../../src/workbench/page/saving';
import { sampleWorkbook } from '../../src/workbench/sample';
import { accessibilityFaults } from './support/accessibility';
import { close, open, picture, type Opened } from './support/page';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sample = Buffer.from(workbookFile(new EmulatedWorkbook('示例.xlsx', sampleWorkbook())));

let opened: Opened;
let requested: string[];

beforeEach(async () => {
  opened = await open('browser.html', { width: 1280, height: 800 });
  requested = [];
  opened.page.on('request', (request) => requested.push(request.url()));
});

afterEach(async () => {
  expect(opened.errors).toEqual([]);
  expect(opened.foreign).toEqual([]);
  await opened.context.close();
});

afterAll(close);

function choose(name: string, buffer: Buffer): Promise<void> {
  return opened.page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: MIME, buffer });
}

test('a file is checked in a plain browser, and Office.js is never asked for', async () => {
  const { page } = opened;
  expect(await accessibilityFaults(page)).toEqual([]);
  await choose('示例.xlsx', sample);
  await page.getByText('94.35').first().waitFor();
  await picture(page, 'browser');
  expect(await page.locator('[data-severity="error"]').count()).toBeGreaterThan(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => 'Office' in window)).toBe(false);
  expect(requested.filter((address) => address.includes('office'))).toEqual([]);
});

test('what is mended and annotated goes into the copy that is downloaded', async () => {
  const { page } = opened;
  await choose('示例.xlsx', sample);
  const finding = page.locator('[data-severity="error"]').filter({ hasText: 'I42' });
  await finding.locator('button[aria-expanded]').click();
  await page.getByRole('button', { name: /^改为 2\.93/ }).click();
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await finding.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '全部批注' }).click();
  await page
    .getByText(/已批注/)
    .first()
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载副本' }).click(),
  ]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-'));
  const file = path.join(folder, 'copy.xlsx');
  await download.saveAs(file);
  const bytes = new Uint8Array(fs.readFileSync(file));
  fs.rmSync(folder, { recursive: true });
  expect(readWorkbook(bytes, 'copy.xlsx').sheets[0]?.snapshot.values[41]?.[8]).toBe(2.93);
  expect(annotationsIn(bytes).get('自评表')?.length).toBeGreaterThan(4);
});

test.each([
  ['空.xlsx', Buffer.alloc(0)],
  ['截断.xlsx', sample.subarray(0, sample.length / 2)],
  ['别的.xlsx', Buffer.from('%PDF-1.7 not a workbook')],
])('%s gets one sentence, and another file can be chosen', async (name, bytes) => {
  const { page } = opened;
  await choose(name, bytes);
  const sentence = await page.getByRole('alert').filter({ hasText: name }).innerText();
  expect(sentence).toMatch(/请/);
  await choose('示例.xlsx', sample);
  await page.getByText('94.35').first().waitFor();
});

test('a cell is edited in the grid, the findings follow, and the copy holds the edit', async () => {
  const { page } = opened;
  await choose('示例.xlsx', sample);
  const finding = page.locator('[data-severity="error"]').filter({ hasText: 'I42' });
  await finding.waitFor();
  const cell = page.locator('td[data-cell="I42"]');
  await cell.click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: '编辑 I42' });
  expect(await field.inputValue()).toBe('2.66');
  await field.fill('9');
  await page.keyboard.press('Escape');
  expect(await cell.innerText()).toBe('2.66');
  // Typing on a cell begins to edit it, as in a spreadsheet; Enter leads to the one below.
  await page.keyboard.type('2.93');
  await picture(page, 'browser-edit');
  await page.keyboard.press('Enter');
  await finding.waitFor({ state: 'detached' });
  expect(await cell.innerText()).toBe('2.93');
  await page.getByText('已写入 I42。').waitFor();
  await page.keyboard.press('Control+z');
  await finding.waitFor();
  expect(await cell.innerText()).toBe('2.66');
});
