import { entriesIn, hasTexts } from '../../host/stored';
import { NO_MEMORY, type PaneMemory } from '../session/memory';

const KEY = 'memos';
/** More are hardly edited in one sitting. */
const MOST = 50;

/** What the officer made of a memo. */
interface Edited {
  /** Which forms it is about, and with what in it. */
  readonly about: string;
  readonly text: string;
}

/** What was made of memos, by the text that each was made from: it comes back as long as that is the same. */
const edited = new Map<string, Edited>();
let memory: PaneMemory = NO_MEMORY;

/** Finds what was made of memos before the pane was loaded again, and keeps it there from now on. */
export function keepMemosIn(kept: PaneMemory): void {
  memory = kept;
  const stored = entriesIn(kept.load(KEY), (one) => hasTexts(one, 'original', 'about', 'text'));
  for (const { original, about, text } of stored) edited.set(original, { about, text });
}

/** Whether anything was made of a memo: it comes back with the same forms. */
export const memosEdited = (): boolean => edited.size > 0;

export function editedMemo(original: string): string {
  return edited.get(original)?.text ?? original;
}

/** What was made last of a memo about the same, before other things were found; `null` where nothing was. */
export function earlierMemo(about: string, original: string): string | null {
  return [...edited].filter(([from, one]) => from !== original && one.about === about).at(-1)?.[1].text ?? null;
}

export function keepMemo(about: string, original: string, text: string): void {
  edited.delete(original);
  if (text !== original) edited.set(original, { about, text });
  const [oldest] = edited.keys();
  if (edited.size > MOST && oldest !== undefined) edited.delete(oldest);
  memory.keep(
    KEY,
    [...edited].map(([from, one]) => ({ original: from, ...one })),
  );
}
