import { compareSides, type ComparedSides } from '../../src/compare';
import { sidesIn, type Side } from '../../src/compare/side';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

/** The only side of a sheet. */
export function onlySide(snapshot: SheetSnapshot): Side {
  const [side, ...more] = sidesIn(snapshot);
  if (side === undefined || more.length > 0) throw new Error(`${more.length + (side ? 1 : 0)} sides in the sheet`);
  return side;
}

/** Two sheets held against each other. */
export function held(old: SheetSnapshot, now: SheetSnapshot): ComparedSides {
  return compareSides(onlySide(old), onlySide(now));
}

/** What differs, as `lowered warning D11`; the cell is that of the form under review, `-` where it has none. */
export function told(old: SheetSnapshot, now: SheetSnapshot): string[] {
  return held(old, now).differences.map(
    ({ kind, severity, after }) => `${kind} ${severity} ${after === null ? '-' : formatAddress(after.cell)}`,
  );
}
