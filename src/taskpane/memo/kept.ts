/** More are hardly edited in one sitting. */
const MOST = 50;

/** What the officer made of a memo, by the text that it was made from: it comes back as long as that is the same. */
const edited = new Map<string, string>();

export function editedMemo(original: string): string {
  return edited.get(original) ?? original;
}

export function keepMemo(original: string, text: string): void {
  edited.delete(original);
  if (text === original) return;
  edited.set(original, text);
  const [oldest] = edited.keys();
  if (edited.size > MOST && oldest !== undefined) edited.delete(oldest);
}
