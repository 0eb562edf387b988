import { againstApproved } from './approved';
import type { Contrast } from './difference';
import { againstLastYear } from './lastYear';
import { identityOf, pairKind, type PairKind } from './pairing';
import type { Side } from './side';
import { againstVersion } from './version';

/** Two forms held against each other, and what they are to each other. */
export interface ComparedSides extends Contrast {
  readonly kind: PairKind;
  readonly old: Side;
  readonly now: Side;
}

/** Holds a form (`now`) against its approved targets, last year's form or an earlier version of it (`old`). */
export function compareSides(old: Side, now: Side): ComparedSides {
  const kind = pairKind(identityOf(old), identityOf(now));
  if (kind === 'last-year') return { kind, old, now, ...againstLastYear(old, now) };
  const contrast: Contrast = kind === 'version' ? againstVersion(old, now) : againstApproved(old, now);
  return { kind, old, now, held: contrast.held, differences: contrast.differences };
}
