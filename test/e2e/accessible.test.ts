import { accessibilityFaults } from './support/accessibility';
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
}

/** Looks and widths are tried together: what a look changes is colours, what a width changes is the layout. */
const MODES: readonly Mode[] = [
  { mode: 'light', width: 350, height: 800 },
  { mode: 'dark', width: 320, height: 800, dark: true },
  { mode: 'contrast', width: 450, height: 800, contrast: true },
  // Half of what a pane usually has.
  { mode: '200 %', width: 175, height: 400 },
];

const START = async ({ start }: Walk, { width, height, ...look }: Mode) => {
  if (start === 'workbench') {
    const opened = await openWorkbench(look);
    if (width >= 320) await opened.page.getByRole('button', { name: String(width) }).click();
    else await opened.page.locator('iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
    return { ...opened, view: opened.pane };
  }
  const opened = await open(start, { ...look, width, height });
  return { ...opened, view: opened.page };
};

describe.each(MODES)('$mode at $width px', (mode) => {
  test.each(WALKS)(
    '$name: axe finds nothing in any state, and nothing is cut off',
    async (walk) => {
      const { context, errors, ...place } = await START(walk, mode);
      context.setDefaultTimeout(15_000);
      const faults: Record<string, readonly string[]> = {};
      for (const { name, go } of walk.steps) {
        try {
          await go(place);
        } catch (error) {
          await picture(place.page, `${name}-${mode.width}-failed`);
          throw new Error(`${name}: ${JSON.stringify(faults)}`, { cause: error });
        }
        const found = [...(await accessibilityFaults(place.view)), ...(await layoutFaults(place.view))];
        if (found.length > 0) faults[name] = found;
        if (process.env['PICTURES'] !== undefined) await picture(place.page, `${name}-${mode.width}`);
      }
      expect(faults).toEqual({});
      expect(errors).toEqual([]);
      await context.close();
    },
    240_000,
  );
});
