import type { Frame, Page } from 'playwright-core';

/** What stands beyond the edges of a view, and texts that are cut without a sign of it; one line each. */
export function layoutFaults(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() => {
    const faults: string[] = [];
    const words = (element: Element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push(`the page scrolls sideways`);
    for (const element of document.querySelectorAll('button, a, input, textarea, select, h1, h2, h3, p, dt, dd, li')) {
      const box = element.getBoundingClientRect();
      // Of no size: hidden. Inside an area that scrolls by itself, such as the grid of a sheet, all can be reached.
      if (box.width <= 1 || box.height <= 1 || element.closest('[role="grid"], [tabindex="0"]:not(button)') !== null)
        continue;
      if (box.left < -1 || box.right > width + 1) faults.push(`beyond the edge: ${words(element)}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('main, main *, header *, footer *')) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (cut && overflowX === 'hidden' && textOverflow !== 'ellipsis') faults.push(`cut: ${words(element)}`);
      if (cut && (overflowX === 'auto' || overflowX === 'scroll') && element.tagName === 'MAIN') {
        faults.push('main scrolls sideways');
      }
    }
    return faults;
  });
}
