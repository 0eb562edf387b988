import type { FigureCell } from '../../form/model';
import { parseArea } from '../../sheet/address';
import { cellAt, cellKey, contains, type CellRef, type SheetSnapshot } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';
import { once } from '../../sheet/remember';
import { groupNodes, partsOf, statedOf, withInner } from './parts';
import { figureOf, withFigures } from '../../form/cells';

const LONGEST_FORMULA = 2000;
const DEEPEST = 4;
/** Functions that add what they are given, or pass a sum through. */
const ADDING = new Set(['SUM', 'ROUND', 'ROUNDDOWN', 'ROUNDUP', 'MIN', 'MAX', 'SUBTOTAL']);

/** What a total's formula reaches. */
export interface Summed {
  /** Scored cells that the formula leaves out. */
  readonly missing: readonly FigureCell[];
  /** Scored cells that SUM passes over because they hold text. */
  readonly asText: readonly FigureCell[];
  /** Block scores that are added besides their own items. */
  readonly twice: readonly FigureCell[];
}

/** The cells that a formula adds; `null` where it does more than add, or reaches into other sheets. */
function referencesIn(formula: string) {
  if (formula.length > LONGEST_FORMULA || /[!"[*/^&]/.test(formula)) return null;
  const names = formula.match(/[A-Z][A-Z.]{1,20}(?=\()/gi) ?? [];
  if (names.some((name) => !ADDING.has(name.toUpperCase()))) return null;
  const addresses = formula.match(/\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?/gi) ?? [];
  const areas = addresses.flatMap((address) => parseArea(address) ?? []);
  // Inside a function text is passed over; a single cell in `A1+A2` is read as a figure.
  return { areas, ranged: names.length > 0 };
}

/** Follows a formula down to the cells that it adds, which are counted in `counts`; `false` where it can't be followed. */
function follow(
  snapshot: SheetSnapshot,
  formula: string,
  targets: readonly CellRef[],
  counts: Map<number, number>,
  depth = 0,
): boolean {
  const references = referencesIn(formula);
  if (references === null || references.areas.length === 0) return false;
  for (const area of references.areas) {
    const single = area.rowCount === 1 && area.columnCount === 1;
    const inner = single && depth < DEEPEST ? cellAt(snapshot, area).formula : '';
    if (inner !== '' && follow(snapshot, inner, targets, counts, depth + 1)) continue;
    for (const cell of targets)
      if (contains(area, cell)) counts.set(cellKey(cell), (counts.get(cellKey(cell)) ?? 0) + 1);
  }
  return true;
}

/**
 * Holds the formula of a total against the cells that are to be added; `null` where the total has no formula or one
 * that can't be followed.
 */
export const summedParts = once((input: CheckInput): Summed | null => {
  const formula = input.form.total?.stated?.formula ?? '';
  const parts = statedOf(partsOf(input.form));
  const nodes = withInner(groupNodes(input.form)).flatMap(({ group, indicators }) =>
    withFigures([group.stated]).map((stated) => ({ stated, indicators })),
  );
  const references = formula === '' ? null : referencesIn(formula);
  const counts = new Map<number, number>();
  const targets = [...parts, ...nodes.map(({ stated }) => stated)].map(({ at }) => at);
  if (references === null || !follow(input.snapshot, formula, targets, counts)) return null;
  const times = ({ at: cell }: FigureCell): number => counts.get(cellKey(cell)) ?? 0;
  if (counts.size === 0) return null;
  const covered = new Set<FigureCell>();
  const twice: FigureCell[] = [];
  for (const { stated, indicators } of nodes) {
    if (times(stated) === 0) continue;
    const own = new Set(indicators.map((indicator) => indicator.stated));
    const items = parts.filter((part) => own.has(part));
    if (items.some((item) => times(item) > 0)) twice.push(stated);
    else items.forEach((item) => covered.add(item));
  }
  const scored = parts.filter((part) => !(figureOf(part)?.isZero() ?? true));
  return {
    missing: scored.filter((part) => times(part) === 0 && !covered.has(part)),
    asText: references.ranged ? scored.filter((part) => times(part) > 0 && part.storedAsText) : [],
    twice: [...scored.filter((part) => times(part) > 1), ...twice],
  };
});
