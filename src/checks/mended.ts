import { Decimal } from 'decimal.js';
import { rescore } from '../scoring';
import { formatPercent } from '../sheet/format';
import { cellKey } from '../sheet/snapshot';
import { withFigures } from './figures';
import type { CheckInput } from './finding';

/** Figures that are to stand in cells instead of what stands there, by the cell's key. Rates are fractions. */
export type Mends = ReadonlyMap<number, Decimal>;

/**
 * The form with other figures in some of its cells, scored anew: what would be found if they were mended. The form that
 * was given stays as it is; rows that no mend touches are the same objects.
 */
export function mendedInput({ form, scores, snapshot }: CheckInput, mends: Mends): CheckInput {
  const after = withFigures(form, (cell, role) => {
    const value = mends.get(cellKey(cell.cell));
    if (value === undefined) return cell;
    const text = role === 'rate' || /[%％]/.test(cell.text) ? formatPercent(value) : value.toString();
    return { ...cell, state: 'figure', value, text, storedAsText: false };
  });
  return { form: after, scores: rescore(after, scores.rulebook, scores.why, scores), snapshot };
}

const FIGURE = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?%?$/;

/** A figure as a finding has it, in the unit of its cell: a percentage is a fraction. */
export function valueOf(text: string | number | undefined): Decimal | null {
  if (typeof text === 'number') return new Decimal(text);
  if (text === undefined || !FIGURE.test(text)) return null;
  return text.endsWith('%') ? new Decimal(text.slice(0, -1)).div(100) : new Decimal(text);
}
