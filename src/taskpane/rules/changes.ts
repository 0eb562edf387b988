import { HostError } from '../../host/host';
import { BUILT_IN, originalOf, ownCopyOf } from '../../scoring';
import type { Rulebook } from '../../scoring/rulebook';
import { MOST_RULEBOOKS } from '../session/rulebooks';
import type { OwnRulebooks } from '../session/state';

/** Chooses which is applied to every form; `null` leaves it to the forms. */
export function choose(rulebooks: OwnRulebooks, chosen: string | null): OwnRulebooks {
  return { ...rulebooks, chosen };
}

/**
 * Puts `after` in the place of `before`. A built-in rulebook stays as it is: a copy of the office's own takes its place,
 * by the form's choice where that can come to it, else by the officer's.
 */
export function edit({ own, chosen }: OwnRulebooks, before: Rulebook, after: Rulebook): OwnRulebooks {
  if (own.some(({ id }) => id === before.id)) {
    return { own: own.map((one) => (one.id === before.id ? after : one)), chosen };
  }
  const copy = ownCopyOf(after, own);
  return { own: [copy, ...own], chosen: chosen === null && copy.fits.length > 0 ? null : copy.id };
}

/** Adds a rulebook that came from a file, in the place of an own one with its id, and chooses it. */
export function include({ own }: OwnRulebooks, rulebook: Rulebook): OwnRulebooks {
  const builtIn = BUILT_IN.some(({ id }) => id === rulebook.id);
  const added = builtIn ? ownCopyOf(rulebook, own) : rulebook;
  const others = own.filter(({ id }) => id !== added.id);
  if (others.length >= MOST_RULEBOOKS) {
    throw new HostError('too-large', `工作簿里最多存 ${MOST_RULEBOOKS} 份规则，请先删去不用的再导入。`);
  }
  return { own: [added, ...others], chosen: added.id };
}

/** Takes an own rulebook out; the built-in one of which it was a copy comes back. */
export function discard({ own, chosen }: OwnRulebooks, rulebook: Rulebook): OwnRulebooks {
  const back = chosen === rulebook.id ? (originalOf(rulebook)?.id ?? null) : chosen;
  return { own: own.filter(({ id }) => id !== rulebook.id), chosen: back };
}
