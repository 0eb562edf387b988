import type { Decimal } from 'decimal.js';
import type { CellRef } from '../../sheet/snapshot';
import type { Agreement, Arithmetic, StatedRef } from '../finding';
import { cellsOf } from './parts';
import { addition, points, sum } from './words';

/** What was held against each other and agrees; places that the form does not have are left out. */
export function agreement(
  places: readonly ({ readonly cell: CellRef } | null | undefined)[],
  arithmetic?: Arithmetic,
  stated?: readonly StatedRef[],
): Agreement {
  const agrees = cellsOf(places);
  if (stated !== undefined) return arithmetic === undefined ? { agrees, stated } : { agrees, stated, arithmetic };
  return arithmetic === undefined ? { agrees } : { agrees, arithmetic };
}

/** The figures of a sentence as those that took part in a comparison. */
export function statedAt({ cell }: { readonly cell: CellRef }, facts: readonly { readonly start: number }[]) {
  return facts.map(({ start }): StatedRef => ({ cell, start }));
}

/** More addends than this are not written out. */
const WRITTEN_OUT = 12;

/** `10 + 50 + 30 = 90`; of many addends only how many they are: `37 项相加 = 94.35`. */
export function additionText(parts: readonly Decimal[]): string {
  return parts.length <= WRITTEN_OUT ? addition(parts) : `${parts.length} 项相加 = ${points(sum(parts))}`;
}
