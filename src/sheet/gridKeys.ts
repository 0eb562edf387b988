import type { Step } from './layout';

const PAGE = 20;

const MOVES: ReadonlyMap<string, Step> = new Map([
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
  ['PageUp', { rows: -PAGE, columns: 0 }],
  ['PageDown', { rows: PAGE, columns: 0 }],
]);

/** What a key asks of the grid: a step, to edit what stands there or what is `typed` in its place, or to empty the cell. */
export type GridAction =
  | { readonly kind: 'move'; readonly step: Step }
  | { readonly kind: 'edit'; readonly typed: string | null }
  | { readonly kind: 'clear' }
  | { readonly kind: 'undo' };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Tab is not among them: it leads out of the grid. */
export function gridActionOf({ key, ctrlKey, metaKey, altKey }: Key): GridAction | null {
  if (altKey) return null;
  if (key === 'Home') return { kind: 'move', step: { rows: ctrlKey ? -Infinity : 0, columns: -Infinity } };
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' ? { kind: 'undo' } : null;
  const step = MOVES.get(key);
  if (step !== undefined) return { kind: 'move', step };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit', typed: null };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  // An input method begins to compose: the field must have the keyboard before it does.
  if (key === 'Process') return { kind: 'edit', typed: '' };
  return key.length === 1 ? { kind: 'edit', typed: key } : null;
}

/** How a key ends the editing of a cell: kept or not, and where the selection goes; `null` for any other key. */
export function endOfEditing({ key, altKey, shiftKey }: Key): { readonly keep: boolean; readonly step: Step } | null {
  const back = shiftKey ? -1 : 1;
  if (key === 'Escape') return { keep: false, step: { rows: 0, columns: 0 } };
  if (key === 'Enter' && !altKey) return { keep: true, step: { rows: back, columns: 0 } };
  if (key === 'Tab') return { keep: true, step: { rows: 0, columns: back } };
  return null;
}
