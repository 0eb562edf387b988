import type { PaneMemory } from '../session/memory';

const KEY = 'drafts';

/** A text that an officer has begun and not yet written. */
export interface KeptDraft {
  readonly sheet: string;
  readonly name: string;
  /** By the box that it stands in. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The drafts that were begun before the pane was loaded again, by sheet and row. */
export function loadDrafts(memory: PaneMemory): ReadonlyMap<string, KeptDraft> {
  const kept = memory.load(KEY);
  return new Map((Array.isArray(kept) ? kept : []).flatMap(draftIn));
}

function draftIn(kept: unknown): [string, KeptDraft][] {
  if (typeof kept !== 'object' || kept === null) return [];
  const { key, sheet, name, texts } = kept as Partial<Record<'key' | keyof KeptDraft, unknown>>;
  if (typeof key !== 'string' || typeof sheet !== 'string' || typeof name !== 'string') return [];
  const pairs: readonly unknown[] = Array.isArray(texts) ? texts : [];
  const read = pairs.flatMap((pair): [string, string][] => {
    const parts: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const [box, text] = parts;
    return typeof box === 'string' && typeof text === 'string' ? [[box, text]] : [];
  });
  return [[key, { sheet, name, texts: new Map(read) }]];
}

/** Keeps the drafts as long as the window of the workbook is open. */
export function keepDrafts(memory: PaneMemory, drafts: ReadonlyMap<string, KeptDraft>): void {
  const kept = [...drafts].map(([key, { sheet, name, texts }]) => ({ key, sheet, name, texts: [...texts] }));
  memory.keep(KEY, kept.length === 0 ? null : kept);
}
