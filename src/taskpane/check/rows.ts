import type { PlacedFinding } from '../session/state';

/** A line of the list: a place of the form, or a finding there. */
export type Row =
  | { readonly kind: 'place'; readonly key: string; readonly place: string }
  | { readonly kind: 'finding'; readonly key: string; readonly placed: PlacedFinding };

/** Findings under the place they belong to; places in the order in which they come first. */
export function rowsOf(findings: readonly PlacedFinding[]): readonly Row[] {
  const places = new Map<string, PlacedFinding[]>();
  for (const placed of findings) {
    const there = places.get(placed.place);
    if (there === undefined) places.set(placed.place, [placed]);
    else there.push(placed);
  }
  return [...places].flatMap(([place, placed]): readonly Row[] => [
    { kind: 'place', key: `place\u001f${place}`, place },
    ...placed.map((one): Row => ({ kind: 'finding', key: one.key, placed: one })),
  ]);
}
