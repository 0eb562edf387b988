import type { Decimal } from 'decimal.js';
import type { FigureCell } from '../../form/model';
import type { CellRef } from '../../sheet/snapshot';
import type { Agreement, Arithmetic, Outcome, Report, StatedRef } from '../finding';
import { cellsOf } from './parts';
import { addition, points } from './words';
import { sum } from '../../sheet/lists';

/** Places of the form; those that it does not have are left out. */
type Places = readonly ({ readonly at: CellRef } | null | undefined)[];

/** What is said where things do not agree, whatever its places. */
type Differs = Omit<Report, 'cell' | 'related'>;

/** What was held against each other and agrees. */
export function agreement(places: Places, arithmetic?: Arithmetic, stated?: readonly StatedRef[]): Agreement {
  return { agrees: cellsOf(places), arithmetic, stated };
}

/** A place held against others: an agreement of all of them where it holds; else `differs`, at that place. */
export function compared(
  holds: boolean,
  place: { readonly at: CellRef },
  beside: Places,
  differs: Differs,
  arithmetic?: Arithmetic,
): Outcome {
  if (holds) return agreement([place, ...beside], arithmetic, differs.stated);
  return { ...differs, cell: place.at, related: cellsOf(beside) };
}

/** One report about several places, at the first of them; none where there are none. */
export function together(places: Places, report: Differs): Report[] {
  const [cell, ...related] = cellsOf(places);
  return cell === undefined ? [] : [{ ...report, cell, related }];
}

/** A figure that the form prints beside those that it is reckoned from. */
interface Reckoning {
  readonly place: FigureCell;
  readonly found: Decimal;
  readonly exact: Decimal;
  readonly from: readonly (FigureCell | null)[];
  /** `60 − 56 = 4` */
  readonly arithmetic: string;
}

/** An agreement where the figure is what it is reckoned to; else `differs`, at the figure, with both and the arithmetic. */
export function reckoning(
  { place, found, exact, from, arithmetic }: Reckoning,
  differs: Pick<Report, 'message' | 'data' | 'severity' | 'ways'>,
  closes = found.equals(exact),
): Outcome {
  const shown = points(found);
  const grounds = { arithmetic: `${arithmetic}，表内 ${shown}`, expected: points(exact), found: shown };
  return compared(closes, place, from, { ...differs, ...grounds }, arithmetic);
}

/** A figure that a sentence states, and what follows for it from others that it or the form states. */
export interface StatedFigure {
  readonly place: { readonly at: CellRef };
  /** The figures of the sentence that take part. */
  readonly facts: readonly { readonly start: number }[];
  readonly holds: boolean;
  /** `16 ÷ 20 = 80%` */
  readonly arithmetic: string;
  /** What is to stand there; left out where it is other figures that are to be mended. */
  readonly expected?: string | undefined;
  /** The figure as the sentence has it. */
  readonly found: string;
  /** Cells of the form that take part. */
  readonly beside?: Places;
}

/** An agreement where a sentence states what follows; else `differs`, at the sentence, with both and the arithmetic. */
export function telling(
  { place, facts, holds, arithmetic, expected, found, beside = [] }: StatedFigure,
  differs: Pick<Report, 'message' | 'data' | 'severity'>,
): Outcome {
  const stated = statedAt(place, facts);
  const grounds = { arithmetic: `${arithmetic}，文中${found}`, ...(expected !== undefined && { expected, found }) };
  return compared(holds, place, beside, { ...differs, stated, ...grounds }, arithmetic);
}

/** The figures of a sentence as those that took part in a comparison. */
export function statedAt({ at }: { readonly at: CellRef }, facts: readonly { readonly start: number }[]) {
  return facts.map(({ start }): StatedRef => ({ cell: at, start }));
}

/** More addends than this are not written out. */
const WRITTEN_OUT = 12;

/** `10 + 50 + 30 = 90`; of many addends only how many they are: `37 项相加 = 94.35`. */
export function additionText(parts: readonly Decimal[]): string {
  return parts.length <= WRITTEN_OUT ? addition(parts) : `${parts.length} 项相加 = ${points(sum(parts))}`;
}
