import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { sampleWorkbook } from '../../src/workbench/sample';
import { emulatedFile } from '../support/emulatedFile';
import { differences, workbookFile } from '../support/workbook';
import { manyFindings } from './support/forms';
import { accessibilityFaults } from './support/accessibility';
import { close, open, picture, type Opened } from './support/page';
import { until } from './support/workbench';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sample = Buffer.from(emulatedFile(new EmulatedWorkbook('示例.xlsx', sampleWorkbook())));

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

function choose(name: string, buffer: Buffer, page = opened.page): Promise<void> {
  return page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: MIME, buffer });
}

/** The file that an action downloads. */
async function downloaded(action: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([opened.page.waitForEvent('download'), action()]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-'));
  const file = path.join(folder, 'copy.xlsx');
  await download.saveAs(file);
  const bytes = new Uint8Array(fs.readFileSync(file));
  fs.rmSync(folder, { recursive: true });
  return bytes;
}

const cellOf = (address: string) => opened.page.locator(`td[data-cell="${address}"]`);

test('a file is checked in a plain browser, and Office.js is never asked for', async () => {
  const { page } = opened;
  expect(await accessibilityFaults(page)).toEqual([]);
  await choose('示例.xlsx', sample);
  await page.getByText('94.35').first().waitFor();
  await picture(page, 'browser');
  expect(await page.locator('[data-severity="error"]').count()).toBeGreaterThan(2);
  // Colours are not kept in high contrast: a cell with a finding has a mark that is.
  await page.emulateMedia({ forcedColors: 'active' });
  const corner = (cell: string) =>
    page.locator(`[data-cell="${cell}"]`).evaluate((td) => {
      const { content, backgroundColor } = getComputedStyle(td, '::after');
      return content !== 'none' && backgroundColor === getComputedStyle(td).color;
    });
  expect([await corner('I42'), await corner('I41')]).toEqual([true, false]);
  await page.emulateMedia({ forcedColors: null });
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
  const bytes = await downloaded(() => page.getByRole('button', { name: '下载副本' }).click());
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

test.each([860, 600])(
  'of hundreds of mends the total that results and the button are in view at once in %d px',
  async (height) => {
    const { page } = opened;
    await page.setViewportSize({ width: 350, height });
    await choose('三百条.xlsx', Buffer.from(manyFindings()));
    await page.getByRole('button', { name: '全部改正…' }).click();
    const write = page.getByRole('button', { name: '写入 321 处' });
    await write.waitFor();
    const below = await write.evaluate((element) => {
      const view = element.closest('main')?.getBoundingClientRect().bottom ?? 0;
      return element.getBoundingClientRect().bottom - view;
    });
    expect(below).toBeLessThan(0);
    expect(await page.getByText(/总分 80\.00 → 82\.60/).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await write.click();
    await page.getByText('与各项之和一致').waitFor();
  },
);

test('what of a sheet was not read is said above it, in the page of the file and in the row of a batch', async () => {
  const { page } = opened;
  const far = Array.from({ length: 600 }, (_, column) => (column === 599 ? '远处' : null));
  const rows = [
    ['项目支出绩效自评表', ...far.slice(1)],
    ['（2023年度）'],
    ['项目名称', '档案整理', null, null, null, '主管部门', '市档案馆'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '整理档案', '≥100卷', '120卷', 50, 50, null],
    ['满意度指标', '服务对象满意度指标', '查档人满意度', '≥90%', '95%', 50, 50, null],
    ['总分', null, null, null, null, 100, 100, null],
  ];
  const file = { name: '很宽.xlsx', mimeType: MIME, buffer: Buffer.from(workbookFile([{ name: '自评表', rows }])) };
  const said = page.getByText('工作表太宽，只核查了 SR 列以前的内容。');
  await choose(file.name, file.buffer);
  await said.waitFor();
  await page.goto(page.url());
  await page.getByRole('button', { name: '批量核查收到的文件' }).click();
  await page.locator('input[aria-label="选择文件"]').setInputFiles([file]);
  await page
    .getByRole('button', { name: '档案整理' })
    .or(page.getByRole('button', { name: '市档案馆' }))
    .first()
    .click();
  await said.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a cell is edited in the grid, the findings follow, and the copy holds the edit', async () => {
  const { page } = opened;
  await choose('示例.xlsx', sample);
  const finding = page.locator('[data-severity="error"]').filter({ hasText: 'I42' });
  await finding.waitFor();
  const cell = cellOf('I42');
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
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('I43');
  await page.keyboard.press('Home');
  await page.locator('[data-cell^="A"][aria-selected="true"]').waitFor();
  await page.keyboard.press('Control+z');
  await finding.waitFor();
  expect(await cell.innerText()).toBe('2.66');
  await cell.dblclick();
  await field.fill('2.93');
  // What is being typed is part of the copy.
  const bytes = await downloaded(() => page.getByRole('button', { name: '下载副本' }).click());
  expect(readWorkbook(bytes, 'a.xlsx').sheets[0]?.snapshot.values[41]?.[8]).toBe(2.93);
  expect(differences(new Uint8Array(sample), bytes)).toEqual(['~xl/worksheets/sheet1.xml']);
});

test('a formula is kept until the officer has read that it would go', async () => {
  const { page } = opened;
  const form = workbookFile([
    {
      name: '自评表',
      rows: [
        ['指标', '得分'],
        ['甲', 1],
        ['乙', 2],
        ['总分', { v: 3, f: 'SUM(B2:B3)' }],
      ],
    },
  ]);
  await choose('公式.xlsx', Buffer.from(form));
  await cellOf('B2').click();
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await cellOf('B4').filter({ hasText: '3.5' }).waitFor();
  await page.keyboard.type('=1+1');
  await page.keyboard.press('Enter');
  await page.getByText(/不能输入公式，B3 没有改动/).waitFor();
  expect(await cellOf('B3').innerText()).toBe('2');
  await page.keyboard.press('Enter');
  await page.getByText(/这一格现在是公式 =SUM\(B2:B3\)/).waitFor();
  await picture(page, 'browser-formula');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: '编辑 B4' }).fill('4');
  await page.keyboard.press('Enter');
  await page.getByText(/原来的公式 =SUM\(B2:B3\) 变成了固定内容/).waitFor();
  await page.keyboard.press('Control+z');
  await cellOf('B4').filter({ hasText: '3.5' }).waitFor();
});

test('work of which there is no copy is not lost unasked: on leaving, and for another file', async () => {
  const { page } = opened;
  await choose('示例.xlsx', sample);
  await cellOf('I42').click();
  await page.keyboard.type('2.9');
  await page.keyboard.press('Enter');
  await page.getByText('已写入 I42。').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await choose('另一份.xlsx', sample);
  const question = page.getByRole('alertdialog', { name: '还没有下载副本' });
  await question.getByText('“示例.xlsx”的改动或批注还没有下载，打开“另一份.xlsx”后就没有了。').waitFor();
  await picture(page, 'browser-leave');
  expect(await accessibilityFaults(page)).toEqual([]);
  await question.getByRole('button', { name: '取消' }).click();
  expect(await cellOf('I42').innerText()).toBe('2.9');
  await choose('另一份.xlsx', sample);
  await downloaded(() => question.getByRole('button', { name: '下载副本后打开' }).click());
  await cellOf('I42').filter({ hasText: '2.66' }).waitFor();
  // Nothing was done in this one.
  await choose('第三份.xlsx', sample);
  await page.getByText('第三份.xlsx').waitFor();
});

test('what was set aside is found when the file or its copy is opened again, until it is forgotten', async () => {
  const { page } = opened;
  const first = page.locator('[data-severity="warning"]').first();
  await choose('示例.xlsx', sample);
  const title = await first.locator('button[aria-expanded]').innerText();
  await first.locator('button[aria-expanded]').click();
  await page.getByRole('button', { name: '不处理…' }).click();
  await page.getByRole('textbox', { name: /理由/ }).fill('已与业务处核实');
  await page.getByRole('button', { name: '标为不处理' }).click();
  await page.getByText('不处理 1 项').waitFor();
  await cellOf('I42').click();
  await page.keyboard.type('2.93');
  await page.keyboard.press('Enter');
  const copy = await downloaded(() => page.getByRole('button', { name: '下载副本' }).click());
  for (const bytes of [sample, Buffer.from(copy)]) {
    await page.reload();
    await page.getByText(/记着 1 份表/).waitFor();
    await choose('改了名.xlsx', bytes);
    await page.getByText('不处理 1 项').waitFor();
    expect(await page.getByText(title).count()).toBe(0);
  }
  await page.reload();
  await page.getByRole('button', { name: '忘记这些记录' }).click();
  await picture(page, 'browser-forget');
  await page.getByRole('button', { name: '全部忘记' }).click();
  await page.getByText('已全部忘记。').waitFor();
  await choose('示例.xlsx', sample);
  await page.getByText('94.35').first().waitFor();
  expect(await page.getByText('不处理 1 项').count()).toBe(0);
});

test('a new form is laid out in the file, filled in and downloaded with it', async () => {
  const { page } = opened;
  await choose('示例.xlsx', sample);
  await page.getByRole('tab', { name: '填报' }).click();
  await page.getByRole('region', { name: '新建自评表' }).getByRole('button', { name: /项目/ }).first().click();
  await page.getByText('已新建工作表“项目支出自评表”。').waitFor();
  await page.getByRole('button', { name: '下一项未完成 →' }).and(page.locator(':focus')).waitFor();
  await cellOf('H6').click();
  await page.keyboard.type('9.5');
  await page.keyboard.press('Enter');
  await picture(page, 'browser-new');
  const bytes = await downloaded(() => page.getByRole('button', { name: '下载副本' }).click());
  const names = readWorkbook(bytes, 'a.xlsx').sheets.map(({ name }) => name);
  expect(names).toContain('项目支出自评表');
  const changed = differences(new Uint8Array(sample), bytes);
  expect(changed.filter((part) => part.startsWith('~xl/worksheets/'))).toEqual([]);
});

test('a file that can only be checked says so when one begins to type', async () => {
  const { page } = opened;
  await choose(
    '旧.xls',
    Buffer.from(
      workbookFile(
        [
          {
            name: '自评表',
            rows: [
              ['指标', '得分'],
              ['甲', 1],
            ],
          },
        ],
        'biff8',
      ),
    ),
  );
  await cellOf('B2').click();
  await page.keyboard.press('Enter');
  await page.getByText(/只能核查，不能改写/).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
});

test('the first line of a finding that is gone to stands in view, also where the finding is higher than the view', async () => {
  const narrow = await open('browser.html', { width: 320, height: 500 });
  const { page } = narrow;
  await choose('示例.xlsx', sample, page);
  await page.getByText('94.35').first().waitFor();
  const covered = () =>
    page.evaluate(() => {
      const line = document.querySelector('[data-finding]:has([aria-expanded="true"]) > *')?.getBoundingClientRect();
      const bar = document.querySelector('[aria-label="筛选"]')?.parentElement?.getBoundingClientRect();
      return line === undefined || bar === undefined || line.top < bar.bottom - 1;
    });
  for (let at = 1; at <= 6; at += 1) {
    await page.keyboard.press('F8');
    await page.getByText(`${at} / 19`).waitFor();
    await until(covered, false);
  }
  await narrow.context.close();
});
