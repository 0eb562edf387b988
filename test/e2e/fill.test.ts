import type { Frame, Page } from 'playwright-core';
import { close, picture } from './support/page';
import { emptyScores, openWorkbench, stateOf, type Workbench } from './support/workbench';

afterAll(close);

/** The pane's second tab, by the keyboard. */
async function openFilling(pane: Frame, page: Page): Promise<void> {
  await pane.getByRole('tab', { name: '核查' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await pane.getByText(/已填 \d+ \/ 39 项/).waitFor();
}

interface Focus {
  readonly tag: string;
  readonly text: string;
  readonly blanks: number;
}

/** Where the keyboard's focus is. */
function focusIn(pane: Frame): Promise<Focus> {
  return pane.evaluate(() => {
    const { activeElement } = document;
    const value = activeElement instanceof HTMLTextAreaElement ? activeElement.value : '';
    return {
      tag: activeElement?.tagName ?? '',
      text: activeElement?.textContent ?? '',
      blanks: value.split('【请填写').length - 1,
    };
  });
}

const undoable = (pane: Frame): Promise<number> =>
  pane.evaluate(() => {
    const label = [...document.querySelectorAll('footer button')].map(({ textContent }) => textContent);
    const found = label.find((text) => text.startsWith('撤回：'));
    return found === undefined ? 0 : Number(/（共 (\d+) 次）/.exec(found)?.[1] ?? '1');
  });

async function written(pane: Frame, before: number): Promise<void> {
  await pane.waitForFunction(
    (count) => {
      const label = [...document.querySelectorAll('footer button')].map(({ textContent }) => textContent);
      const found = label.find((text) => text.startsWith('撤回：'));
      const now = found === undefined ? 0 : Number(/（共 (\d+) 次）/.exec(found)?.[1] ?? '1');
      return now !== count && document.querySelector('progress[aria-label]') === null;
    },
    before,
    { timeout: 10_000 },
  );
}

/** Does what the focused control is there for. */
async function pay({ page, pane }: Workbench, was: Readonly<Record<number, string>>): Promise<string> {
  const focus = await focusIn(pane);
  const before = await undoable(pane);
  if (focus.tag === 'BUTTON') await page.keyboard.press('Enter');
  else if (focus.tag === 'INPUT') {
    const row = await page.evaluate(() => window.desk.workbook.selection.row);
    await page.keyboard.type(was[row] ?? '0');
    await page.keyboard.press('Enter');
  } else if (focus.tag === 'TEXTAREA') {
    for (let now = focus; now.tag === 'TEXTAREA'; now = await focusIn(pane)) {
      for (let left = now.blanks; left > 0; left -= 1) {
        await page.keyboard.type('人员调整较多');
        if (left > 1) await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  } else throw new Error(`the focus is on ${focus.tag} ${focus.text}`);
  try {
    await written(pane, before);
  } catch (cause) {
    const shown = await pane.locator('body').innerText();
    throw new Error(`nothing was written from ${focus.tag} ${focus.text}: ${shown}`, { cause });
  }
  return focus.tag;
}

test('the emptied sample form is filled by the keyboard until nothing is owed, and undone to the start', async () => {
  const bench = await openWorkbench();
  const { page, pane, context, errors } = bench;
  const was = await emptyScores(page);
  expect(Object.keys(was)).toHaveLength(39);
  await openFilling(pane, page);
  await pane.getByText(/还欠得分 \d+ 处/).waitFor();
  const start = await stateOf(page);
  const paid: string[] = [];
  while ((await pane.getByText('都已填好').count()) === 0) {
    if (paid.length > 90) throw new Error(await pane.locator('main').innerText());
    await page.keyboard.press('F8');
    await pane.waitForFunction(() => document.activeElement?.matches('article [data-first]') === true);
    paid.push(await pay(bench, was));
  }
  expect(new Set(paid)).toEqual(new Set(['BUTTON', 'INPUT', 'TEXTAREA']));
  expect(await pane.getByRole('region', { name: '还欠的' }).count()).toBe(0);
  await picture(page, 'fill-done');
  await pane.getByRole('tab', { name: '核查' }).click();
  const loud = pane.locator('[data-severity="error"]', { hasText: /得分|原因|措施|空白/ });
  expect(await loud.allInnerTexts()).toEqual([]);
  await pane.getByRole('tab', { name: '填报' }).click();
  for (let left = await undoable(pane); left > 0; left = await undoable(pane)) {
    await pane.getByRole('button', { name: /^撤回：/ }).focus();
    await page.keyboard.press('Enter');
    await written(pane, left);
  }
  expect(await stateOf(page)).toEqual(start);
  expect(errors).toEqual([]);
  await context.close();
}, 240_000);
