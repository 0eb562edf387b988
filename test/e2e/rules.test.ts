import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { BUILT_IN } from '../../src/scoring';
import { accessibilityFaults } from './support/accessibility';
import { close, picture } from './support/page';
import { openWorkbench, type Workbench } from './support/workbench';

afterAll(close);

async function openRules(options?: Parameters<typeof openWorkbench>[0]): Promise<Workbench> {
  const opened = await openWorkbench(options);
  await opened.pane.getByRole('tab', { name: '规则' }).click();
  await opened.pane.getByRole('heading', { name: '各项指标怎样计分' }).waitFor();
  return opened;
}

const tab = (pane: Frame, name: string) => pane.getByRole('tab', { name }).click();

describe('editing', () => {
  test('findings follow, the copy travels with the workbook, and the built-in rulebook comes back', async () => {
    const { page, pane, context, errors } = await openRules();
    const name = await pane.getByRole('heading', { level: 1 }).innerText();
    await tab(pane, '核查');
    const over = pane.getByText('超额较多没有说明');
    await over.first().waitFor();
    await tab(pane, '规则');
    await pane.getByRole('button', { name: '修改', exact: true }).first().click();
    await pane.getByRole('button', { name: /须说明原因/ }).click();
    const field = pane.getByLabel('完成值达到目标值的');
    await field.fill('90');
    await pane.getByText('应不小于100。').waitFor();
    await pane.getByText(/有 1 处填得不对/).waitFor();
    await picture(page, 'rules-fault');
    await field.fill('9000');
    await page.keyboard.press('Enter');
    await pane.getByText(/正在修改.*本单位修改/).waitFor();
    // The pane is closed and opened again: it shows the view of the last time, and the copy is still chosen.
    await pane.evaluate(() => window.location.reload());
    await pane
      .getByText(/本单位修改/)
      .first()
      .waitFor();
    await tab(pane, '核查');
    await pane.getByText('各项之和').first().waitFor();
    expect(await over.count()).toBe(0);

    await tab(pane, '规则');
    await pane.getByRole('button', { name: '恢复内置规则' }).click();
    await pane.getByText(/9000% → 130%/).waitFor();
    await picture(page, 'rules-discard');
    await pane.getByRole('button', { name: '恢复', exact: true }).click();
    await pane.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await tab(pane, '核查');
    await over.first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('all of it can be done by keyboard', async () => {
    const { page, pane, context } = await openWorkbench();
    await pane.getByRole('tab', { name: '核查' }).focus();
    const rules = pane.getByRole('tab', { name: '规则' });
    for (
      let step = 0;
      step < 4 && !(await rules.evaluate((element) => element === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: '修改', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: '修改规则' }).waitFor();
    const rounding = pane.getByRole('button', { name: /小数位数/ });
    await rounding.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1');
    await page.keyboard.press('Tab');
    await pane.getByText(/保留1位小数/).waitFor();
    await context.close();
  });
});

describe('giving out and taking in', () => {
  test('what was exported is imported again; a broken file is refused place by place', async () => {
    const { page, pane, context, errors } = await openRules();
    await pane.getByRole('button', { name: '导出' }).click();
    const waiting = page.waitForEvent('download');
    await pane.getByRole('button', { name: '下载文件' }).click();
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rules-')), 'rulebook.json');
    await (await waiting).saveAs(file);
    const text = fs.readFileSync(file, 'utf8');
    expect(BUILT_IN).toContainEqual(JSON.parse(text));
    await pane.getByRole('button', { name: '关闭', exact: true }).click();

    await pane.getByRole('button', { name: '导入' }).click();
    await pane.getByLabel(/粘贴/).fill(text.replace('"places": 2', '"places": 9').replace('"each": 2.5', '"each": -1'));
    await pane.getByRole('button', { name: '导入粘贴的内容' }).click();
    await pane.getByText('没有导入，规则没有改变。文件有 2 处不对：').waitFor();
    await pane.getByText('小数位数 › 保留小数：').waitFor();
    await picture(page, 'rules-import');
    expect(await accessibilityFaults(pane)).toEqual([]);
    const county = text
      .replace(/"id": "[^"]*"/, '"id": "some-county"')
      .replace(/"name": "[^"]*"/, '"name": "某县自评表"');
    await pane.getByLabel(/粘贴/).fill(county);
    await pane.getByRole('button', { name: '导入粘贴的内容' }).click();
    await pane.getByText('已导入“某县自评表”，并按它核查。').waitFor();
    await pane.getByRole('heading', { level: 1, name: '某县自评表' }).waitFor();
    await pane.getByLabel('换一份规则').selectOption('');
    await pane.getByText(/与“某县自评表”一致/).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
