/** What a pane keeps for the case that it is loaded again beside the same workbook; values are plain JSON. */
export interface PaneMemory {
  /** What was kept last; `null` where nothing was. It may be of an older version: look at it before use. */
  load(key: string): unknown;
  /** `null` or an empty list forgets. */
  keep(key: string, value: unknown): void;
}

/** For a page that asks before it is left, and for a browser that stores nothing. */
export const NO_MEMORY: PaneMemory = { load: () => null, keep: () => undefined };

/**
 * Kept in the browser's session storage, by the address of the workbook: it outlives a reload of the pane and goes with
 * the window. Excel may load a pane again at any time, without asking what was begun in it.
 */
export class SessionMemory implements PaneMemory {
  private readonly prefix: string;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    workbook: string,
  ) {
    this.prefix = `zipingbiao/${workbook}/`;
  }

  load(key: string): unknown {
    try {
      return JSON.parse(this.storage.getItem(this.prefix + key) ?? 'null');
    } catch {
      // A browser that blocks storage, or a value that is none of ours: nothing is remembered.
      return null;
    }
  }

  keep(key: string, value: unknown): void {
    const name = this.prefix + key;
    try {
      // What is older must not come back in the place of what does not fit any more.
      this.storage.removeItem(name);
      if (value !== null && !(Array.isArray(value) && value.length === 0))
        this.storage.setItem(name, JSON.stringify(value));
    } catch {
      // The pane works without; only a reload would lose what was begun.
    }
  }
}
