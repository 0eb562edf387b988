import { NO_MEMORY, type PaneMemory, textPairs } from '../session/memory';

const KEY = 'memos';
/** More are hardly edited in one sitting. */
const MOST = 50;

/** What the officer made of a memo, by the text that it was made from: it comes back as long as that is the same. */
const edited = new Map<string, string>();
let memory: PaneMemory = NO_MEMORY;

/** Finds what was made of memos before the pane was loaded again, and keeps it there from now on. */
export function keepMemosIn(kept: PaneMemory): void {
  memory = kept;
  for (const [original, text] of textPairs(kept.load(KEY))) edited.set(original, text);
}

/** Whether anything was made of a memo: it comes back with the same forms. */
export const memosEdited = (): boolean => edited.size > 0;

export function editedMemo(original: string): string {
  return edited.get(original) ?? original;
}

export function keepMemo(original: string, text: string): void {
  edited.delete(original);
  if (text !== original) edited.set(original, text);
  const [oldest] = edited.keys();
  if (edited.size > MOST && oldest !== undefined) edited.delete(oldest);
  memory.keep(KEY, edited.size === 0 ? null : [...edited]);
}
