import { accessibilityFaults } from './accessibility';
import { keyboardFaults } from './keyboard';
import { layoutFaults } from './layout';
import { keepPicture, open, picture, type OpenOptions } from './page';
import type { Place, Walk } from './states';
import { openWorkbench } from './workbench';

/** A look of the pane, and what is asked of it. */
export interface Mode extends OpenOptions {
  readonly mode: string;
  /** Of the pane. */
  readonly width: number;
  readonly height: number;
  /** What axe is asked; all of it, and the Tab key too, where it is not given. */
  readonly rules?: readonly string[];
}

async function start({ start: page }: Walk, { width, height, dark = false, contrast = false }: Mode) {
  const look = { dark, contrast, glyphs: true };
  if (page === 'workbench') {
    const opened = await openWorkbench(look);
    if (width >= 320) await opened.page.getByRole('button', { name: String(width) }).click();
    else await opened.page.locator('iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
    return { ...opened, view: opened.pane };
  }
  const opened = await open(page, { ...look, width, height });
  return { ...opened, view: opened.page };
}

/** Gives what is open another look and width. */
async function show({ page, view }: Place, { width, height, dark = false, contrast = false }: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: contrast ? 'active' : 'none' });
  if (view === page) await page.setViewportSize({ width, height });
  else await page.locator('iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
}

/**
 * Walks through the states in one look and fails with what axe finds, what is cut off and what no key reaches.
 *
 * @param others looks in which each state is shown too, since coming to it takes longer than looking at it.
 */
export async function walkThrough(walk: Walk, mode: Mode, others: readonly Mode[] = []): Promise<void> {
  const { context, errors, ...place } = await start(walk, mode);
  context.setDefaultTimeout(15_000);
  const faults: Record<string, readonly string[]> = {};
  const note = (name: string, found: readonly string[]) => {
    if (found.length > 0) faults[name] = found;
  };
  // What stands around the pane is the same in all states, and large.
  if (place.view !== place.page) {
    for (const look of [...others, mode]) {
      if (others.length > 0) await show(place, look);
      note(`around the pane, ${look.mode}`, await accessibilityFaults(place.page, look.rules));
    }
  }
  for (const { name, go, keys } of walk.steps) {
    try {
      await go(place);
    } catch (error) {
      await keepPicture(place.page, `${name}-${mode.width}-failed`);
      throw new Error(`${name}: ${JSON.stringify(faults)}`, { cause: error });
    }
    note(name, [...(await accessibilityFaults(place.view, mode.rules)), ...(await layoutFaults(place.view))]);
    if (keys === true && mode.rules === undefined) note(`${name}：键盘`, await keyboardFaults(place));
    await picture(place.page, `${name}-${mode.width}`);
    for (const other of others) {
      await show(place, other);
      const found = [...(await accessibilityFaults(place.view, other.rules)), ...(await layoutFaults(place.view))];
      note(`${name}, ${other.mode}`, found);
      await picture(place.page, `${name}-${other.width}`);
    }
    if (others.length > 0) await show(place, mode);
  }
  expect(faults).toEqual({});
  expect(errors).toEqual([]);
  await context.close();
}
