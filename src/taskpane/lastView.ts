import { loadPreference, savePreference } from '../host/preferences';
import { TABS } from './components/views';
import type { TabId } from './session/state';

const KEY = 'view';

/** What of a session is needed here. */
interface Viewed {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => { readonly tab: TabId };
  showTab(tab: TabId): void;
}

/**
 * Opens the pane with the view that the officer used last, unless `fresh`, and keeps every later choice. An officer who
 * chose a view before the last one was read stays where they are. A choice that could not be kept is reported; the pane
 * works without it.
 */
export async function rememberView(session: Viewed, fresh: boolean, report: (fault: unknown) => void): Promise<void> {
  const began = session.getSnapshot().tab;
  let shown = began;
  session.subscribe(() => {
    const { tab } = session.getSnapshot();
    if (tab === shown) return;
    shown = tab;
    savePreference(KEY, tab).catch(report);
  });
  if (fresh) return;
  const last = await loadPreference(KEY);
  const known = TABS.find(({ id }) => id === last);
  if (known !== undefined && session.getSnapshot().tab === began) session.showTab(known.id);
}
