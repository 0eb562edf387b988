import { useLayoutEffect, useState } from 'react';
import type { CellRef } from '../../sheet/snapshot';
import { SCROLLER } from '../components/scroller';
import type { BatchStore } from './store';
import type { BatchFilter, Sorting } from './table';

/** Rows that are drawn at first, and more each time they are asked for. */
export const PAGE = 200;

type Shown =
  | { readonly kind: 'table' }
  /** `cell` is shown first; `from` is how far the comparisons were scrolled that it goes back to. */
  | { readonly kind: 'row'; readonly key: string; readonly cell?: CellRef; readonly from?: number }
  | { readonly kind: 'memo' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'against'; readonly top?: number };

/** How the officer looks at the batch. */
interface Looking {
  readonly shown: Shown;
  readonly filter: BatchFilter;
  readonly search: string;
  readonly sorting: Sorting | null;
  readonly selected: ReadonlySet<string>;
  /** How many rows are drawn. */
  readonly drawn: number;
  /** Where the table was left: how far it was scrolled, and the button that was pressed. */
  readonly left: { readonly top: number; readonly button: string } | null;
}

const AT_FIRST: Looking = {
  shown: { kind: 'table' },
  filter: 'all',
  search: '',
  sorting: null,
  selected: new Set(),
  drawn: PAGE,
  left: null,
};

/** Another view of the pane may be shown meanwhile: what was looked at comes back with the batch. */
const kept = new WeakMap<BatchStore, Looking>();

interface Look {
  readonly looking: Looking;
  readonly change: (part: Partial<Looking>) => void;
  /** Shows something over the table. `button` is the selector of the button that was pressed for it. */
  readonly open: (shown: Shown, button: string) => void;
  /** Goes back to the table as it was left. */
  readonly back: () => void;
}

export function useLooking(store: BatchStore): Look {
  const [looking, setLooking] = useState(() => kept.get(store) ?? AT_FIRST);
  const change = (part: Partial<Looking>) => {
    const next = { ...(kept.get(store) ?? AT_FIRST), ...part };
    kept.set(store, next);
    setLooking(next);
  };
  const { shown } = looking;
  useLayoutEffect(() => {
    const { left } = kept.get(store) ?? AT_FIRST;
    const scroller = document.getElementById(SCROLLER);
    if (shown.kind !== 'table' || left === null || scroller === null) return;
    kept.set(store, { ...AT_FIRST, ...kept.get(store), left: null });
    scroller.scrollTop = left.top;
    scroller.querySelector<HTMLElement>(left.button)?.focus({ preventScroll: true });
  }, [shown, store]);
  return {
    looking,
    change,
    open: (what, button) =>
      change({ shown: what, left: { top: document.getElementById(SCROLLER)?.scrollTop ?? 0, button } }),
    back: () => change({ shown: AT_FIRST.shown }),
  };
}
