import fs from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A target half under a bar that stays at the edge: it comes out when the view is scrolled. */
const SCROLLED_UNDER = /^target-size: .*\n.*because it is partially obscured/;

/**
 * What axe finds in a page or frame, one line each: rule and place. Frames inside are left out. `rules` are those that
 * are tried; all that belong to WCAG 2.2 AA and axe's own best practice where it is not given.
 */
export async function accessibilityFaults(view: Page | Frame, rules?: readonly string[]): Promise<string[]> {
  if (!(await view.evaluate(() => 'axe' in window))) await view.evaluate(AXE);
  // A button that has just become enabled keeps the colours of a disabled one until the next frame is drawn.
  await view.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    // The spinner of what is still going on turns for ever.
    const passing = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const results = await view.evaluate(
    (only) => {
      const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return axe.run({ exclude: ['iframe'] }, { runOnly: only, iframes: false });
    },
    rules === undefined ? { type: 'tag', values: WCAG } : { type: 'rule', values: [...rules] },
  );
  return results.violations
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
    )
    .filter((fault) => !SCROLLED_UNDER.test(fault));
}
