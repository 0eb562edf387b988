import type { Rulebook } from '../../scoring/rulebook';

/** The office's own rulebooks in this workbook, and which rulebook was chosen. */
export interface OwnRulebooks {
  /** Imported or edited ones, tried before the built-in ones. */
  readonly own: readonly Rulebook[];
  /** Id of the one that is applied to every form; `null` where the form decides. */
  readonly chosen: string | null;
}

export const NONE_OWN: OwnRulebooks = { own: [], chosen: null };

/** Whether forms are scored the same by both. */
export function sameRulebooks(a: OwnRulebooks, b: OwnRulebooks): boolean {
  return a === b || JSON.stringify([a.own, a.chosen]) === JSON.stringify([b.own, b.chosen]);
}
