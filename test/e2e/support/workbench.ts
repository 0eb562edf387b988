import type { Frame, Page } from 'playwright-core';
import type { workbookState } from '../../../src/workbench/emulator';
import type { Desk } from '../../../src/workbench/page/desk';
import { open, paneOf, type Opened, type OpenOptions } from './page';

declare global {
  interface Window {
    readonly desk: Desk;
    readonly workbookState: typeof workbookState;
  }
}

export interface Workbench extends Opened {
  readonly pane: Frame;
}

/** Opens the workbench and waits until the pane has checked the sample form. */
export async function openWorkbench(options?: OpenOptions, file = 'workbench.html'): Promise<Workbench> {
  const opened = await open(file, options);
  const pane = await paneOf(opened.page);
  await pane.getByText('各项之和').first().waitFor();
  return { ...opened, pane };
}

/** All that the emulated workbook holds. */
export function stateOf(page: Page): Promise<unknown> {
  return page.evaluate(() => window.workbookState(window.desk.workbook));
}

/** Selects a cell of the grid by its address, writes a text over what stands there and confirms. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await page.getByRole('gridcell', { name: new RegExp(`^${address}，`) }).click();
  await page.keyboard.press('F2');
  const field = page.locator('.cell-field textarea');
  if (await field.isVisible()) await field.fill(text);
  await page.keyboard.press('Enter');
}

/** What a cell shows. */
export function shownAt(page: Page, address: string): Promise<string> {
  return page.getByRole('gridcell', { name: new RegExp(`^${address}，`) }).innerText();
}

/** Waits until something read from the page is as wanted; fails with the last that was read. */
export async function until<T>(read: () => Promise<T>, wanted: T, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  let last = await read();
  while (last !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    last = await read();
  }
  expect(last).toBe(wanted);
}

const SCORES = 8;
const FIRST = 11;
const LAST = 50;
/** The second heading of the table. */
const HEADING = 32;

/** Takes the 39 scores out of the sample form, as a person at the page does; gives what they were, by row. */
export async function emptyScores(page: Page): Promise<Record<number, string>> {
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
