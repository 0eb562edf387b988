import type { Frame, Locator, Page } from 'playwright-core';
import { review } from '../../../src/review';
import { EmulatedWorkbook } from '../../../src/workbench/emulator';
import { sampleForm, sampleWorkbook, type SampleSheet } from '../../../src/workbench/sample';
import { mendedSampleForm } from '../../fixtures/mendedSample';
import { FORMS_IN_ORDER } from '../../fixtures/corpus/forms';
import { sheetOf } from '../../fixtures/corpus/read';
import { emulatedFile } from '../../support/emulatedFile';
import { workbookFile as formFile } from '../../support/workbook';
import { emptyScores } from './workbench';
import { LONG_FILE, LONG_UNIT, manyFindings } from './forms';

/** Where a walk goes on: the pane in the workbench's frame, or a page of its own. */
export interface Place {
  readonly page: Page;
  readonly view: Page | Frame;
}

/** A state of the product, and how to come to it from the one before. */
export interface Step {
  readonly name: string;
  readonly go: (place: Place) => Promise<void>;
  /** Whether the Tab key is to go through all of it. */
  readonly keys?: true;
}

export interface Walk {
  readonly name: string;
  /** The workbench waits for its sample form. */
  readonly start: 'workbench' | 'browser.html';
  readonly steps: readonly Step[];
}

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function chosen(name: string, bytes: Uint8Array): Chosen {
  return { name, mimeType: MIME, buffer: Buffer.from(bytes) };
}

function formOf(sheet: SampleSheet, unit: string): Uint8Array {
  const workbook = new EmulatedWorkbook('表.xlsx', [sheet]);
  workbook.userEdit(workbook.active, { row: 3, column: 1 }, unit);
  return emulatedFile(workbook);
}

/** A form in which nothing is found. */
function inOrder(): Uint8Array {
  const silent = FORMS_IN_ORDER.map(({ rows }) => sheetOf(rows)).find(
    (sheet) => review(sheet).forms[0]?.findings.length === 0,
  );
  return formFile([{ name: '自评表', rows: silent?.values ?? [] }]);
}

/** Received files: wrong ones and right ones, one department twice, a long name, a broken one. */
export const RECEIVED: readonly Chosen[] = [
  chosen('01 水利局.xlsx', formOf(sampleForm(), '市水利局')),
  chosen('02 图书馆.xlsx', formOf(mendedSampleForm(), '市图书馆')),
  chosen('03 文化局.xlsx', formOf(sampleForm(), '市文化广电旅游局')),
  chosen('04 水利局（修改后）.xlsx', formOf(mendedSampleForm(), '市水利局')),
  chosen('05 民政局.xlsx', formOf(mendedSampleForm(), '市民政局')),
  chosen('06 档案馆.xlsx', formOf(sampleForm(), '市档案馆')),
  chosen(LONG_FILE, formOf(sampleForm(), LONG_UNIT)),
  chosen('截断的文件.xlsx', formOf(sampleForm(), '市教育局').subarray(0, 4_000)),
];

const button = ({ view }: Place, name: string | RegExp): Locator => view.getByRole('button', { name }).first();

const click = (name: string | RegExp) => (place: Place) => button(place, name).click();

const tab = (name: string) => async (place: Place) => {
  await place.view.getByRole('tab', { name }).click();
};

const shows =
  (text: string | RegExp) =>
  ({ view }: Place) =>
    view.getByText(text).first().waitFor();

const choose =
  (...files: readonly Chosen[]) =>
  ({ view }: Place) =>
    view
      .locator('input[type="file"]')
      .first()
      .setInputFiles([...files]);

/** Does one thing after the other. */
const all =
  (...deeds: readonly ((place: Place) => Promise<unknown>)[]) =>
  async (place: Place): Promise<void> => {
    for (const deed of deeds) await deed(place);
  };

const top = ({ view }: Place) => view.locator('main').evaluate((main) => main.scrollTo(0, 0));

const clear = ({ view }: Place) =>
  view.getByRole('alertdialog').getByRole('button', { name: '清空', exact: true }).click();

const openError = ({ view }: Place) => view.locator('[data-severity="error"] button[aria-expanded]').first().click();

const fixable = ({ view }: Place) =>
  view.locator('[data-severity="error"]').filter({ hasText: 'I42' }).locator('button[aria-expanded]').first().click();

const PANE: readonly Step[] = [
  { name: '核查', go: shows('各项之和') },
  { name: '核查：规则的来历', go: click(/^规则 /) },
  { name: '核查：全部改正', keys: true, go: all(click('全部改正…'), shows('由表内数字可以算出的改正')) },
  { name: '核查：展开一条', keys: true, go: all(click('取消'), fixable) },
  { name: '核查：改动预览', go: click(/^改为 2\.93/) },
  { name: '核查：不处理的理由', go: all(click('取消'), click('不处理…'), shows('不处理的理由')) },
  {
    name: '核查：已标为不处理',
    go: all(
      ({ view }) => view.getByRole('textbox').fill('已与单位核实，数据无误'),
      click('标为不处理'),
      shows('不处理 1 项'),
    ),
  },
  { name: '核查：查了什么', go: all(click(/^本表 \d+ 个数字/), click('全部批注'), shows(/^已批注/)) },
  { name: '核查：没有这一级', go: all(click(/^提示 \d/), top) },
  { name: '退回意见', keys: true, go: all(click('退回意见'), shows('把“提示”类的疑问也写进去')) },
  { name: '填报', keys: true, go: all(tab('填报'), shows(/已填 \d+/)) },
  {
    name: '填报：一项指标',
    go: all(
      ({ page }) =>
        page.evaluate(() => {
          const { workbook } = window.desk;
          workbook.select(workbook.active, { row: 26, column: 8, rowCount: 1, columnCount: 1 });
        }),
      shows('政府采购执行率'),
    ),
  },
  { name: '批量：没有文件', go: all(tab('批量'), shows('选择文件夹')) },
  { name: '批量：列表', keys: true, go: all(choose(...RECEIVED), shows(`核查完成，共 ${RECEIVED.length} 个文件`)) },
  { name: '规则', keys: true, go: all(tab('规则'), shows('各项指标怎样计分')) },
  { name: '规则：导出', go: all(click('导出'), shows('下载文件')) },
  {
    name: '规则：导入有误',
    go: all(
      click('关闭'),
      click('导入'),
      ({ view }) => view.getByLabel(/粘贴/).fill('{}'),
      click('导入粘贴的内容'),
      shows(/没有导入/),
    ),
  },
  {
    name: '规则：修改',
    keys: true,
    go: all(
      click('取消'),
      click('修改'),
      shows('修改规则'),
      click(/经费控制率/),
      click(/小数位数/),
      click(/须说明原因/),
      click(/^等级/),
    ),
  },
  {
    name: '规则：填得不对',
    go: all(({ view }) => view.getByLabel('完成值达到目标值的').fill('90'), shows(/有 1 处填得不对/)),
  },
  {
    name: '没有表',
    keys: true,
    go: all(tab('核查'), ({ page }) => page.getByRole('tab', { name: '填表说明' }).click(), shows(/里没有找到自评表/)),
  },
  { name: '填报：没有表', go: tab('填报') },
  {
    name: '单元格正在编辑',
    go: all(
      ({ page }) => page.getByRole('tab', { name: '自评表', exact: true }).click(),
      tab('核查'),
      click('← 返回'),
      shows('各项之和'),
      ({ page }) =>
        page.evaluate(() => {
          const { workbook } = window.desk;
          workbook.beginCellEdit(workbook.active, { row: 0, column: 0 });
        }),
      click('再查一次'),
      shows(/正在编辑/),
    ),
  },
];

const FILLING: readonly Step[] = [
  {
    name: '填报：空着的一项',
    go: all(
      ({ page }) => emptyScores(page),
      tab('填报'),
      shows(/已填 \d+ \/ 39 项/),
      ({ page }) =>
        page.evaluate(() => {
          const { workbook } = window.desk;
          workbook.select(workbook.active, { row: 26, column: 8, rowCount: 1, columnCount: 1 });
        }),
      shows('政府采购执行率'),
      shows('还欠的'),
    ),
  },
];

const FILE_PAGE: readonly Step[] = [
  { name: '文件：没有打开', keys: true, go: shows('文件只在本机读取') },
  { name: '文件：新建', keys: true, go: all(click('新建自评表…'), shows('一个项目一张')) },
  { name: '文件：打不开', go: all(choose(chosen('截断.xlsx', new Uint8Array(3))), shows(/“截断\.xlsx”：/)) },
  {
    name: '文件：打开',
    keys: true,
    go: all(
      choose(chosen('示例.xlsx', emulatedFile(new EmulatedWorkbook('示例.xlsx', sampleWorkbook())))),
      shows('各项之和'),
    ),
  },
  {
    name: '文件：没有问题',
    go: all(choose(chosen(LONG_FILE, inOrder())), shows('没有发现问题')),
  },
  {
    name: '文件：三百条',
    go: all(
      choose(chosen('三百条.xlsx', manyFindings())),
      click(/160 处$/),
      ({ view }) => view.locator('[data-finding]').nth(3).waitFor(),
      openError,
    ),
  },
  {
    name: '文件：三百条的末尾',
    go: async ({ page }) => {
      await page.locator('[data-finding] [data-head]').first().focus();
      await page.keyboard.press('End');
    },
  },
];

const BATCH: readonly Step[] = [
  { name: '批量页：没有文件', go: all(click('批量核查收到的文件'), shows('选择文件夹')) },
  {
    name: '批量页：核查中',
    go: all(
      // So many that it is still going on when this state has been looked at.
      choose(...Array.from({ length: 400 }, (_, at) => chosen(`${at}.xlsx`, RECEIVED[0]?.buffer ?? new Uint8Array()))),
      shows(/已核查 \d+ \/ 400/),
    ),
  },
  {
    name: '批量页：停止以后',
    go: all(click('停止'), shows(/^已停止/)),
  },
  {
    name: '批量页：列表',
    go: all(click('清空'), clear, choose(...RECEIVED), shows(`核查完成，共 ${RECEIVED.length} 个文件`)),
  },
  { name: '批量页：请确认', keys: true, go: click(/处请确认/) },
  { name: '批量页：只用一份', go: all(click('只用这一份'), shows('都用上')) },
  { name: '批量页：要退回', go: all(click('比复算'), click(/^要退回/)) },
  { name: '批量页：没有核查成', go: click(/^没有核查成/) },
  { name: '批量页：找不到', go: all(click(/^全部/), ({ view }) => view.getByRole('searchbox').fill('没有这个单位')) },
  {
    name: '批量页：打开一份',
    keys: true,
    go: all(({ view }) => view.getByRole('searchbox').fill('水利局'), click('市水利局'), shows('各项之和'), fixable),
  },
  {
    name: '批量页：改正一处',
    go: all(click(/^改为 2\.93/), click('写入'), shows('改正写在批注件里')),
  },
  { name: '批量页：一份的退回意见', go: all(click('退回意见'), shows('把“提示”类的疑问也写进去')) },
  {
    name: '批量页：对比',
    keys: true,
    go: all(
      click('← 返回'),
      click('← 返回列表'),
      ({ view }) => view.getByRole('searchbox').fill('水利局'),
      async ({ view }) => {
        for (const box of await view.getByRole('checkbox').all()) await box.check();
      },
      click('对比这两份'),
      shows('修改前后对比'),
    ),
  },
  {
    name: '批量页：退回意见',
    keys: true,
    go: all(click('← 返回'), click('退回意见'), shows('把“提示”类的疑问也写进去')),
  },
];

/** Every view of the product, and the states that a person can bring it to. */
export const WALKS: readonly Walk[] = [
  { name: '窗格', start: 'workbench', steps: PANE },
  { name: '填报', start: 'workbench', steps: FILLING },
  { name: '文件页', start: 'browser.html', steps: FILE_PAGE },
  { name: '批量页', start: 'browser.html', steps: BATCH },
];
