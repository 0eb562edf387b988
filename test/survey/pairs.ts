import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import type { Finding } from '../../src/checks/finding';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { shuffled } from './draw';
import { FAULTS, type FaultKind, type FaultyForm, withFault } from './faults';
import { drawForm } from './form';
import { isLoud } from './measure';

/** What became of one of two errors in a form. */
export interface OneOfTwo {
  readonly seed: number;
  readonly kind: string;
  /** The error that stands in the form as well. */
  readonly beside: string;
  /** Whether it is told loudly where it stands alone, and where the other one does too. */
  readonly toldAlone: boolean;
  readonly toldBeside: boolean;
}

/** Every finding of a form, with those that only follow from others. */
const allOf = (sheet: SheetSnapshot): Finding[] =>
  review(sheet).forms.flatMap(({ findings }) => findings.flatMap((one) => [one, ...(one.follows ?? [])]));

const key = ({ check, cell, messageId, data }: Finding): string =>
  JSON.stringify([check, cell.row, cell.column, messageId, data]);

/** The rows in which two printings of a form differ. */
function rowsApart(one: SheetSnapshot, other: SheetSnapshot): Set<number> {
  return new Set(
    other.texts.flatMap((cells, row) => (cells.some((text, at) => text !== one.texts[row]?.[at]) ? [row] : [])),
  );
}

/** Two errors that stand in rows of their own, each alone and both together; `null` where no two of them do. */
function twoFaults(seed: number): { clean: SheetSnapshot; both: SheetSnapshot; each: [FaultyForm, FaultyForm] } | null {
  const drawn = drawForm(seed);
  const kinds = shuffled(drawn.draw.stream('two faults'), FAULTS);
  const alone = new Map<FaultKind, FaultyForm | null>();
  const faultyOf = (kind: FaultKind): FaultyForm | null => {
    const known = alone.get(kind);
    const faulty = known === undefined ? withFault(drawn, [kind]) : known;
    alone.set(kind, faulty);
    return faulty;
  };
  for (const [at, kind] of kinds.entries()) {
    const one = faultyOf(kind);
    if (one === null) continue;
    const rows = rowsApart(drawn.sheet, one.form.sheet);
    for (const next of kinds.slice(at + 1)) {
      const other = faultyOf(next);
      if (other === null) continue;
      const own = rowsApart(drawn.sheet, other.form.sheet);
      const both = withFault(one.form, [other.kind]);
      // The second may fall on another row than alone, or change what the first one did.
      const second = both === null ? null : rowsApart(one.form.sheet, both.form.sheet);
      const apart = [...own].every((row) => !rows.has(row));
      if (both === null || second === null || !apart || [...own].join() !== [...second].join()) continue;
      return { clean: drawn.sheet, both: both.form.sheet, each: [one, other] };
    }
  }
  return null;
}

/** Puts two errors into the form of a seed and says of each whether the other one hides it. */
export function tryPair(seed: number): readonly OneOfTwo[] {
  const two = twoFaults(seed);
  if (two === null) return [];
  const before = new Set(allOf(two.clean).map(key));
  // What is only asked of two rows that look alike is rightly no longer asked once one of them is changed.
  const told = (findings: readonly Finding[], cells: readonly string[]) =>
    findings.some((one) => isLoud(one) && cells.includes(formatAddress(one.cell)) && !before.has(key(one)));
  const beside = allOf(two.both);
  return two.each.map(({ kind, cells, form }, at): OneOfTwo => ({
    seed,
    kind: kind.id,
    beside: two.each[1 - at]?.kind.id ?? '',
    toldAlone: told(allOf(form.sheet), cells),
    toldBeside: told(beside, cells),
  }));
}
