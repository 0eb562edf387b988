import { useEffect, useRef } from 'react';
import { isFocusFree } from './keptFocus';
import { SCROLLER } from './scroller';

/**
 * For what opens over a view: it begins at its top, and `begin` gives the focus to its first part where the button that
 * opened it took the focus away with it. Of an officer who came by a tab, the tab keeps it.
 */
export function useEntrance(begin: () => void): void {
  useEffect(() => {
    const scroller = document.getElementById(SCROLLER);
    if (scroller !== null) scroller.scrollTop = 0;
    if (isFocusFree()) begin();
    // Once, when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

/**
 * When what is open closes, the button that opened it, whose `data-opens` names it, has the focus again; where that
 * went with what was done, the first that opens something.
 */
export function useReturn(open: string | null): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current !== null && open === null) {
      const opener = document.querySelector<HTMLElement>(`[data-opens="${was.current}"]`);
      (opener ?? document.querySelector<HTMLElement>('[data-opens]'))?.focus();
    }
    was.current = open;
  }, [open]);
}
