import fs from 'node:fs';
import path from 'node:path';
import { close, open, picture, type Opened } from './support/page';
import { manyFindings } from './support/forms';
import { RECEIVED } from './support/states';

const REPORTS = path.resolve(__dirname, '../../reports');

let opened: Opened;

afterEach(async () => {
  expect(opened.errors).toEqual([]);
  await opened.context.close();
});

afterAll(close);

/** What stands on paper: the texts that are shown when the page is printed. */
async function printed(name: string): Promise<string> {
  const { page } = opened;
  await page.emulateMedia({ media: 'print' });
  fs.mkdirSync(REPORTS, { recursive: true });
  await page.pdf({ path: path.join(REPORTS, `${name}.pdf`), format: 'A4', printBackground: false });
  await page.setViewportSize({ width: 680, height: 960 });
  await picture(page, name);
  return page.locator('body').innerText();
}

/** Texts that are too light for paper. */
function pale(): Promise<string[]> {
  return opened.page.evaluate(() =>
    [...document.querySelectorAll('td, th, h1, h2, h3, p, dd, dt, strong')].flatMap((element) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
      return 0.299 * red + 0.587 * green + 0.114 * blue > 160 ? [element.textContent.slice(0, 30)] : [];
    }),
  );
}

test.each([false, true])('the table of received files is printed whole, dark look: %s', async (dark) => {
  opened = await open('browser.html', { dark, width: 1280 });
  const { page } = opened;
  await page.getByRole('button', { name: '批量核查收到的文件' }).click();
  await page.locator('input[aria-label="选择文件"]').setInputFiles([...RECEIVED]);
  await page.getByText(`核查完成，共 ${RECEIVED.length} 个文件`).first().waitFor();
  const text = await printed(`print-batch-${dark ? 'dark' : 'light'}`);
  expect(text).toContain('批量核查');
  for (const words of ['单位', '自评', '复算', '错误', '市水利局', '94.65', '截断的文件.xlsx'])
    expect(text).toContain(words);
  for (const words of ['选择文件夹', '下载汇总表', '要退回']) expect(text).not.toContain(words);
  expect(await pale()).toEqual([]);
});

test('all findings are printed, also those that were out of sight', async () => {
  opened = await open('browser.html', { dark: true, width: 1280 });
  const { page } = opened;
  const file = { name: '三百条.xlsx', mimeType: '', buffer: Buffer.from(manyFindings()) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page
    .getByRole('button', { name: /160 处$/ })
    .first()
    .click();
  await page.locator('[data-finding]').nth(3).waitFor();
  expect(await page.locator('[data-finding]').count()).toBeLessThan(100);
  const text = await printed('print-findings');
  expect(await page.locator('[data-finding]').count()).toBeGreaterThan(300);
  for (const words of ['错误', 'H7', '复算 82.60']) expect(text).toContain(words);
  for (const words of ['全部批注', '换文件', '下载副本']) expect(text).not.toContain(words);
  expect(await pale()).toEqual([]);
});
