import type { TabId } from '../../src/taskpane/session/state';

/** The part of a session that holds which view is shown. */
export class Store {
  private tab: TabId = 'check';
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): { readonly tab: TabId } => ({ tab: this.tab });

  showTab(tab: TabId): void {
    this.tab = tab;
    for (const listener of this.listeners) listener();
  }
}
