import type { Frame, Page } from 'playwright-core';
import { accessibilityFaults } from './support/accessibility';
import { close, picture } from './support/page';
import { openWorkbench, stateOf, type Workbench } from './support/workbench';

afterAll(close);

const SCORES = 8;
const FIRST = 11;
const LAST = 50;
/** The second heading of the table. */
const HEADING = 32;

/** Takes the 39 scores out of the sample form, as a person at the page does; gives what they were, by row. */
async function emptyScores(page: Page): Promise<Record<number, string>> {
  return page.evaluate(
    ({ column, first, last, heading }) => {
      const { workbook } = window.desk;
      const was: Record<number, string> = {};
      for (let row = first; row <= last; row += 1) {
        if (row === heading) continue;
        was[row] = workbook.active.text({ row, column });
        workbook.userEdit(workbook.active, { row, column }, '');
      }
      return was;
    },
    { column: SCORES, first: FIRST, last: LAST, heading: HEADING },
  );
}

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
      return now !== count && document.querySelector('[role="progressbar"]') === null;
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
  expect(await pane.getByText('得分、原因和措施都已填好。').count()).toBe(1);
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

describe('looks', () => {
  test.each([
    { width: 320, dark: false },
    { width: 350, dark: false },
    { width: 450, dark: false },
    { width: 320, dark: true },
    { width: 350, dark: true },
    { width: 450, dark: true },
  ])('at $width px, dark: $dark, nothing is cut off and axe finds nothing', async ({ width, dark }) => {
    const { page, pane, context, errors } = await openWorkbench({ dark });
    await page.getByRole('button', { name: String(width) }).click();
    await emptyScores(page);
    await openFilling(pane, page);
    await page.evaluate(() => {
      const { workbook } = window.desk;
      workbook.select(workbook.active, { row: 26, column: 8, rowCount: 1, columnCount: 1 });
    });
    await pane.getByRole('heading', { name: '政府采购执行率' }).waitFor();
    await picture(page, `fill-${String(width)}-${dark ? 'dark' : 'light'}`);
    await pane.getByRole('heading', { name: '还欠的' }).scrollIntoViewIfNeeded();
    if (width === 350) await picture(page, `fill-owed-${dark ? 'dark' : 'light'}`);
    const overflow = await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(pane)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
