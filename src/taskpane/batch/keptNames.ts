import { entriesIn, isText } from '../../host/stored';
import type { PaneMemory } from '../session/memory';

/** What of the batch is needed here. */
interface Listed {
  readonly subscribe: (listener: () => void) => unknown;
  readonly getSnapshot: () => { readonly rows: readonly { readonly file: string }[] };
}

const KEY = 'batch';

/** Names of the files that were listed before the pane was loaded again; the files themselves are kept nowhere. */
export function namesBefore(memory: PaneMemory): readonly string[] {
  return entriesIn(memory.load(KEY), isText);
}

const kept = new WeakSet<Listed>();

/** Keeps the names of what is listed from now on, so that a pane that is loaded again can say what is to be chosen again. */
export function keepNames(store: Listed, memory: PaneMemory): void {
  if (kept.has(store)) return;
  kept.add(store);
  let last = '';
  store.subscribe(() => {
    const names = [...new Set(store.getSnapshot().rows.map(({ file }) => file))];
    const now = JSON.stringify(names);
    // An empty list at the beginning is a pane that was loaded again, not one that was cleared.
    if (now === last || (last === '' && names.length === 0)) return;
    last = now;
    memory.keep(KEY, names);
  });
}
