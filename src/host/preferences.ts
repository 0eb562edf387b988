import type { Storage } from '@microsoft/office-js-helpers';
import { lazily } from '../sheet/remember';
import { HostError } from './host';
import { entriesIn } from './stored';

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

/** The latest are kept: a browser has a few megabytes for all that a site keeps. */
const MOST_CHARACTERS = 1_500_000;

/** What is kept in the browser entry by entry, the oldest first. What is stored is never trusted. */
export class KeptEntries<T> {
  /** `full` says what the officer can do where the browser takes no more. */
  constructor(
    private readonly key: string,
    private readonly isEntry: (entry: unknown) => entry is T,
    private readonly most: number,
    private readonly full: string,
  ) {}

  async load(): Promise<readonly T[]> {
    return entriesIn(await loadPreference(this.key), this.isEntry);
  }

  /** Keeps these, the latest where they are too many; rejects with a `HostError` where there is no room for the last. */
  async save(entries: readonly T[]): Promise<readonly T[]> {
    let room = MOST_CHARACTERS;
    const kept = entries.slice(-this.most).reverse();
    const over = kept.findIndex((entry) => (room -= JSON.stringify(entry).length) < 0);
    const latest = (over < 0 ? kept : kept.slice(0, over)).reverse();
    const refused = (cause?: unknown) =>
      new HostError('too-large', `浏览器的存储已满，没有保存：${this.full}`, { cause });
    if (latest.length === 0 && entries.length > 0) throw refused();
    await savePreference(this.key, latest).catch((cause: unknown) => {
      throw refused(cause);
    });
    return latest;
  }

  async forget(): Promise<void> {
    await savePreference(this.key, []);
  }
}
