import type { Storage } from '@microsoft/office-js-helpers';
import { lazily } from '../sheet/remember';

const CONTAINER = 'zipingbiao';

/** A small test of the browser's storage: a browser that blocks it throws at the first touch. */
function canStore(): boolean {
  try {
    localStorage.setItem(CONTAINER, '');
    localStorage.removeItem(CONTAINER);
    return true;
  } catch {
    return false;
  }
}

const storage = lazily(async (): Promise<Storage<unknown>> => {
  const helpers = await import('@microsoft/office-js-helpers');
  const { LocalStorage, InMemoryStorage } = helpers.StorageType;
  return new helpers.Storage<unknown>(CONTAINER, canStore() ? LocalStorage : InMemoryStorage);
});

/**
 * What the officer last chose in the pane (a view, an option), kept in the browser and never in the workbook; `null`
 * when nothing is stored. The value may be of an older version: look at it before use.
 */
export async function loadPreference(key: string): Promise<unknown> {
  const store = await storage();
  return store.has(key) ? (store.get(key) ?? null) : null;
}

/** Keeps a choice for the next time; where the browser stores nothing, until the pane is closed. */
export async function savePreference(key: string, value: unknown): Promise<void> {
  const store = await storage();
  store.set(key, value);
}
