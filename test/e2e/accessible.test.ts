import { accessibilityFaults } from './support/accessibility';
import { keyboardFaults } from './support/keyboard';
import { layoutFaults } from './support/layout';
import { close, open, picture, type OpenOptions } from './support/page';
import { WALKS, type Walk } from './support/states';
import { openWorkbench } from './support/workbench';

afterAll(close);

interface Mode extends OpenOptions {
  readonly mode: string;
  /** Of the pane. */
  readonly width: number;
  readonly height: number;
  /** What axe is asked; all of it where it is not given. */
  readonly rules?: readonly string[];
}

/** What a look can spoil, and what a width can; the rest is the same in all. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const SIZES = ['target-size', 'scrollable-region-focusable'];

/** Looks and widths are tried together: what a look changes is colours, what a width changes is the layout. */
const MODES: readonly Mode[] = [
  { mode: 'light', width: 350, height: 800 },
  { mode: 'dark', width: 320, height: 800, dark: true, rules: COLOURS },
  { mode: 'contrast', width: 450, height: 800, contrast: true, rules: COLOURS },
  // Half of what a pane usually has.
  { mode: '200 %', width: 175, height: 400, rules: SIZES },
];

const START = async ({ start }: Walk, { width, height, dark = false, contrast = false }: Mode) => {
  if (start === 'workbench') {
    const opened = await openWorkbench({ dark, contrast });
    if (width >= 320) await opened.page.getByRole('button', { name: String(width) }).click();
    else await opened.page.locator('iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
    return { ...opened, view: opened.pane };
  }
  const opened = await open(start, { dark, contrast, width, height });
  return { ...opened, view: opened.page };
};

describe.each(MODES)('$mode at $width px', (mode) => {
  test.each(WALKS)(
    '$name: axe finds nothing in any state, and nothing is cut off',
    async (walk) => {
      const { context, errors, ...place } = await START(walk, mode);
      context.setDefaultTimeout(15_000);
      const faults: Record<string, readonly string[]> = {};
      for (const { name, go, keys } of walk.steps) {
        try {
          await go(place);
        } catch (error) {
          await picture(place.page, `${name}-${mode.width}-failed`);
          throw new Error(`${name}: ${JSON.stringify(faults)}`, { cause: error });
        }
        const found = [...(await accessibilityFaults(place.view, mode.rules)), ...(await layoutFaults(place.view))];
        if (found.length > 0) faults[name] = found;
        if (keys === true && mode.rules === undefined) {
          const missed = await keyboardFaults(place);
          if (missed.length > 0) faults[`${name}：键盘`] = missed;
        }
        if (process.env['PICTURES'] !== undefined) await picture(place.page, `${name}-${mode.width}`);
      }
      expect(faults).toEqual({});
      expect(errors).toEqual([]);
      await context.close();
    },
    240_000,
  );
});
