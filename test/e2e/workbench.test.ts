import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { close, picture } from './support/page';
import { openWorkbench, shownAt, stateOf, type, until, type Workbench } from './support/workbench';

const HOTLINE_SCORE = 'I42';

let bench: Workbench;

beforeEach(async () => {
  bench = await openWorkbench();
});

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  expect(bench.foreign).toEqual([]);
  await bench.context.close();
});

afterAll(close);

function hotlineFinding() {
  return bench.pane.locator('[data-severity="error"]').filter({ hasText: HOTLINE_SCORE });
}

/** Opens the finding at the hotline's score and gives what its mending wrote. */
async function mendHotline(): Promise<void> {
  await hotlineFinding().locator('[data-head]').click();
  await bench.pane.getByRole('button', { name: /^改为 2\.93/ }).click();
  await bench.pane.getByRole('button', { name: '写入', exact: true }).click();
}

describe('the sample form in the workbench', () => {
  test('is recognised, added up both ways and found fault with', async () => {
    const text = await bench.pane.locator('body').innerText();
    expect(text).toContain('部门整体支出绩效自评表');
    expect(text).toContain('94.65');
    expect(text).toContain('94.35');
    expect(await bench.pane.locator('[data-severity="error"]').count()).toBeGreaterThan(2);
    expect(await hotlineFinding().count()).toBe(1);
    await picture(bench.page, 'workbench');
  });

  test('a finding leads to its cell', async () => {
    await hotlineFinding().getByRole('button', { name: /I42/ }).or(hotlineFinding().getByRole('link')).first().click();
    await until(() => bench.page.locator('#address').innerText(), HOTLINE_SCORE);
    const cell = bench.page.getByRole('gridcell', { name: /^I42，/ });
    expect(await cell.getAttribute('aria-selected')).toBe('true');
    const box = await cell.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
  });

  test('in forced colours the sheet that is looked at is the only one that is underlined', async () => {
    await bench.page.emulateMedia({ forcedColors: 'active' });
    const underlined = await bench.page
      .locator('.tabs [role="tab"]')
      .evaluateAll((tabs) => tabs.map((tab) => [tab.ariaSelected, getComputedStyle(tab).borderBottomWidth]));
    expect(underlined).toEqual([
      ['true', '2px'],
      ['false', '0px'],
    ]);
  });

  test('a card that is opened stays where it is, and the focus that F8 gives is drawn around all of it', async () => {
    const { pane } = bench;
    const first = pane.locator('[data-finding]').first();
    // In the list, which may be scrolled to show the whole card.
    const place = () =>
      first.evaluate((card) => card.getBoundingClientRect().top + (document.querySelector('main')?.scrollTop ?? 0));
    const before = await place();
    await first.locator('[data-head]').click();
    await pane.getByText('1 / 19').waitFor();
    expect(await place()).toBe(before);
    await pane.locator('body').press('F8');
    await pane.getByText('2 / 19').waitFor();
    const [ring, card] = await pane.locator('[data-head]:focus').evaluate((head) => {
      const box = head.closest('[data-finding]')?.getBoundingClientRect();
      const style = getComputedStyle(head, '::before');
      return [
        { outline: style.outlineStyle, height: parseFloat(style.height) },
        { outline: 'solid', height: box?.height },
      ];
    });
    expect(ring).toEqual(card);
    await pane.locator('[data-head]:focus').press('Escape');
    await pane.getByText('2 / 19').waitFor({ state: 'detached' });
    // Office.js would have put it on the first tab.
    expect(await pane.locator('[data-head]:focus').count()).toBe(1);
  });

  test('an edit typed into the grid is followed', async () => {
    await type(bench.page, HOTLINE_SCORE, '2.93');
    await hotlineFinding().waitFor({ state: 'detached' });
    expect(await shownAt(bench.page, HOTLINE_SCORE)).toBe('2.93');
    await type(bench.page, HOTLINE_SCORE, '2.66');
    await hotlineFinding().waitFor();
  });

  test('a fix is previewed, written and taken back exactly', async () => {
    const before = await stateOf(bench.page);
    await mendHotline();
    await until(() => shownAt(bench.page, HOTLINE_SCORE), '2.93');
    await hotlineFinding().waitFor({ state: 'detached' });
    await bench.pane.getByRole('button', { name: /^撤回：/ }).click();
    await until(() => shownAt(bench.page, HOTLINE_SCORE), '2.66');
    await hotlineFinding().waitFor();
    expect(await stateOf(bench.page)).toEqual(before);
  });

  test('findings are annotated on their cells and cleared without a trace', async () => {
    const before = await stateOf(bench.page);
    await bench.pane.getByRole('button', { name: '全部批注' }).click();
    const commented = bench.page.locator('td.commented');
    await commented.first().waitFor();
    const count = await commented.count();
    expect(count).toBeGreaterThan(5);
    expect(await stateOf(bench.page)).not.toEqual(before);
    await bench.page.getByRole('gridcell', { name: /^I42，/ }).hover();
    await bench.page.locator('#card').getByText('2.93').first().waitFor();
    await picture(bench.page, 'workbench-annotated');

    await bench.pane.getByRole('button', { name: '全部批注' }).click();
    await bench.pane.getByText(/批注/).first().waitFor();
    await until(() => commented.count(), count);

    await bench.pane.getByRole('button', { name: '清除批注' }).click();
    await commented.first().waitFor({ state: 'detached' });
    expect(await stateOf(bench.page)).toEqual(before);
  });

  test('the annotated workbook is downloaded, with its comments', async () => {
    await bench.pane.getByRole('button', { name: '全部批注' }).click();
    await bench.page.locator('td.commented').first().waitFor();
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: '下载带批注的副本' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('示例自评表（带批注）.xlsx');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-'));
    const file = path.join(folder, 'copy.xlsx');
    await download.saveAs(file);
    const bytes = new Uint8Array(fs.readFileSync(file));
    fs.rmSync(folder, { recursive: true });
    const [sheet] = readWorkbook(bytes, 'copy.xlsx').sheets;
    expect(sheet?.snapshot.values[41]?.[8]).toBe(2.66);
    expect(sheet?.snapshot.texts[7]?.[2]).toBe('392,951,003.55');
    expect(sheet?.snapshot.merges.length).toBeGreaterThan(40);
    const comments = new TextDecoder().decode(unzipSync(bytes)['xl/comments1.xml']);
    expect(comments).toContain('2.93');
  });
});

describe('what else happens to a workbook', () => {
  test('a sheet without a form gets a sentence, and the form is there again afterwards', async () => {
    await bench.page.getByRole('tab', { name: '填表说明' }).click();
    await bench.pane
      .getByText(/没有.*自评表|未.*自评表|没有找到/)
      .first()
      .waitFor();
    await picture(bench.page, 'workbench-no-form');
    await bench.page.getByRole('tab', { name: '自评表' }).click();
    await bench.pane.getByText('94.35').first().waitFor();
  });

  test('an inserted row moves the findings with their cells', async () => {
    await bench.page.getByRole('gridcell', { name: /^E20，/ }).click();
    await bench.page.getByRole('button', { name: '插入行' }).click();
    await bench.pane.locator('[data-severity="error"]').filter({ hasText: 'I43' }).waitFor();
    await bench.page.getByRole('button', { name: '删除行' }).click();
    await hotlineFinding().waitFor();
  });

  test('on a protected sheet nothing is written and one sentence says why', async () => {
    await bench.page.getByRole('button', { name: '保护工作表' }).click();
    const before = await stateOf(bench.page);
    await mendHotline();
    await bench.pane.getByText(/保护/).first().waitFor();
    expect(await stateOf(bench.page)).toEqual(before);
    await type(bench.page, HOTLINE_SCORE, '1');
    await bench.page.getByText('工作表受保护，不能修改').waitFor();
    expect(await stateOf(bench.page)).toEqual(before);
  });

  test('while a cell is being edited the pane says so and writes nothing', async () => {
    const before = await stateOf(bench.page);
    await bench.page.evaluate(() => {
      const { workbook } = window.desk;
      workbook.beginCellEdit(workbook.active, { row: 0, column: 0 });
    });
    await bench.pane.getByRole('button', { name: '全部批注' }).click();
    await bench.pane
      .getByText(/单元格/)
      .and(bench.pane.getByText(/编辑|输入/))
      .first()
      .waitFor();
    await bench.page.evaluate(() => window.desk.workbook.endCellEdit());
    expect(await stateOf(bench.page)).toEqual(before);
    await bench.pane.getByRole('button', { name: '全部批注' }).click();
    await bench.page.locator('td.commented').first().waitFor();
  });

  test('a score that is text is named, with what stands there', async () => {
    await type(bench.page, HOTLINE_SCORE, '待定');
    await bench.pane.locator('[data-finding]').filter({ hasText: '待定' }).waitFor();
    await type(bench.page, HOTLINE_SCORE, '2.66');
    await hotlineFinding().waitFor();
  });

  test('another workbook can be opened; a file that is none leaves things as they are', async () => {
    await bench.page.locator('#file').setInputFiles({
      name: '坏.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no workbook'),
    });
    await bench.page.locator('#status.problem').waitFor();
    await bench.page.getByText('示例自评表.xlsx').waitFor();
    const csv = '部门整体支出绩效自评表\n一级指标,分值\n';
    await bench.page
      .locator('#file')
      .setInputFiles({ name: '半张.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await bench.page.getByText('半张.csv').waitFor();
    await bench.page.getByRole('gridcell', { name: 'A2，一级指标' }).waitFor();
  });
});

describe('keys in the grid', () => {
  test('move, edit, give up and clear as in Excel', async () => {
    const { page } = bench;
    const at = () => page.locator('#address').innerText();
    await page.getByRole('gridcell', { name: /^I13，/ }).click();
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('I14');
    await page.keyboard.press('ArrowLeft');
    expect(await at()).toBe('G14');
    await page.keyboard.press('Tab');
    expect(await at()).toBe('I14');
    await page.keyboard.press('F2');
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await shownAt(page, 'I14')).toBe('3');
    await page.keyboard.press('Delete');
    expect(await shownAt(page, 'I14')).toBe('');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    expect(await shownAt(page, 'I14')).toBe('3');
    expect(await at()).toBe('I15');
    // Left by a click on a cell in which the same stands: kept all the same.
    await page.keyboard.type('2.94');
    await page.getByRole('gridcell', { name: /^I43，/ }).click();
    expect(await shownAt(page, 'I15')).toBe('2.94');
  });

  test('F6 goes to the pane', async () => {
    await bench.page.getByRole('gridcell', { name: /^I13，/ }).click();
    await bench.page.keyboard.press('F6');
    expect(await bench.page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });
});
