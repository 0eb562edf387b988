import { createContext, useContext, useState } from 'react';
import { changeAt, type EditPath } from '../../scoring';
import { pathOf } from '../../scoring/places';
import { parseRulebook, type RulebookError } from '../../scoring/readRulebook';
import type { Rulebook } from '../../scoring/rulebook';
import { once } from '../../sheet/remember';
import { useSession } from '../components/useSession';
import { edit } from './changes';
import type { Session } from '../session/session';

/** A rulebook while it is being edited: it is applied once all of it is in order. */
export interface Draft {
  /** What the fields show; in order or not. */
  readonly json: unknown;
  readonly errors: readonly RulebookError[];
  /** The rulebook as far as it is in order. */
  readonly rulebook: Rulebook;
  /** Puts a value at a place; `now` applies it at once, as a choice is, where a text waits for the end of typing. */
  readonly change: (path: EditPath, value: unknown, now?: boolean) => void;
  /** Applies what was typed, if all is in order. */
  readonly commit: () => void;
  /** Forgets what was not applied. */
  readonly forget: () => void;
}

const DraftContext = createContext<Draft | null>(null);

export const DraftProvider = DraftContext.Provider;

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('useDraft is used outside DraftProvider');
  return draft;
}

const samePath = (one: EditPath, other: EditPath) =>
  one.length === other.length && one.every((key, at) => key === other[at]);

/** What is wrong exactly there; faults of parts of it are told at those parts. */
export function faultAt({ errors }: Draft, path: EditPath): string | null {
  return errors.find((error) => samePath(pathOf(error.path), path))?.message ?? null;
}

interface Begun {
  readonly of: Rulebook;
  readonly json: unknown;
}

/** What was begun and could not be applied yet: it outlives the view, as another sheet or another tab takes its place. */
const kept = once((_: Session): { begun: Begun | null } => ({ begun: null }));

/** Whether changes of this rulebook wait until all of them are in order. */
export const isBegun = (session: Session, applied: Rulebook): boolean => kept(session).begun?.of === applied;

/** Edits the rulebook that is applied at present. Another one that takes its place ends what was begun. */
export function useNewDraft(applied: Rulebook): Draft {
  const session = useSession();
  const [begun, show] = useState(kept(session).begun);
  const setBegun = (next: Begun | null) => {
    kept(session).begun = next;
    show(next);
  };
  const json = begun?.of === applied ? begun.json : applied;
  const parsed = parseRulebook(json);
  const apply = (changed: unknown) => {
    const read = parseRulebook(changed);
    if ('errors' in read || changed === applied) return;
    setBegun(null);
    if (JSON.stringify(read.rulebook) === JSON.stringify(applied)) return;
    session.changeRulebooks((all) => edit(all, applied, read.rulebook));
  };
  return {
    json,
    errors: 'errors' in parsed ? parsed.errors : [],
    rulebook: 'errors' in parsed ? applied : parsed.rulebook,
    change: (path, value, now = false) => {
      const changed = changeAt(json, path, value);
      setBegun({ of: applied, json: changed });
      if (now) apply(changed);
    },
    commit: () => apply(json),
    forget: () => setBegun(null),
  };
}
