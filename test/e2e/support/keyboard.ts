import type { Place } from './states';

/** Beyond this a view has no end. */
const MOST_STEPS = 150;

interface Stop {
  /** `null` when the focus left the view. */
  readonly id: string | null;
  readonly words: string;
  readonly hidden: boolean;
}

/**
 * Goes through a view by the Tab key from its beginning: what can be clicked and is never reached, what has the focus
 * where it can't be seen, one line each. Of a group that arrow keys go through, one counts.
 */
export async function keyboardFaults({ page, view }: Place): Promise<string[]> {
  const wanted = await view.evaluate(() => {
    const places = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const shown = [...document.querySelectorAll<HTMLElement>(places)].filter(
      (element) =>
        element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
    );
    shown.forEach((element, at) => (element.dataset['tab'] = String(at)));
    shown[0]?.focus();
    return shown.map((element) => `${element.tagName} ${(element.ariaLabel ?? element.textContent).slice(0, 30)}`);
  });
  const reached = new Set<string>();
  const faults: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const stop = await view.evaluate((): Stop => {
      const { activeElement: element } = document;
      if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) {
        return { id: null, words: '', hidden: false };
      }
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 20)];
      const there = document.elementFromPoint(x, y);
      const own = there !== null && (element.contains(there) || there.contains(element));
      const labelled = there?.closest('label, .fui-Checkbox, .fui-Switch')?.contains(element) ?? false;
      return {
        id: element.dataset['tab'] ?? '?',
        words: `${element.tagName} ${(element.ariaLabel ?? element.textContent).slice(0, 30)}`,
        hidden: !own && !labelled,
      };
    });
    if (stop.id === null || reached.has(stop.id)) break;
    reached.add(stop.id);
    if (stop.hidden) faults.push(`has the focus but can't be seen: ${stop.words}`);
    await page.keyboard.press('Tab');
  }
  // A message may go by itself meanwhile.
  const still = await view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-tab]')].map((element) => element.dataset['tab'] ?? ''),
  );
  const missed = still.filter((id) => !reached.has(id)).map((id) => `not reached: ${wanted[Number(id)] ?? id}`);
  return [...faults, ...missed];
}
