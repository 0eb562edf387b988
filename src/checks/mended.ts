import { saysPercent } from '../sheet/text';
import { Decimal } from 'decimal.js';
import { rescore } from '../scoring';
import { formatPercent } from '../sheet/format';
import { cellKey } from '../sheet/snapshot';
import type { EvidenceCell, FigureCell, Indicator } from '../form/model';
import { withChanged, type FigureRole } from './figures';
import type { CheckInput, Fix } from './finding';

/**
 * What is to stand in cells instead of what stands there, by the cell's key: figures, rates as fractions, actual values in
 * their own unit, or texts of evidence.
 */
export type Mends = ReadonlyMap<number, Decimal | string>;

function mendedRow(indicator: Indicator, mends: Mends): Indicator {
  const { evidence, ownBasis, actual } = indicator;
  const told = (cell: EvidenceCell | null): EvidenceCell | null => {
    const text = cell === null ? undefined : mends.get(cellKey(cell.at));
    return cell === null || typeof text !== 'string' ? cell : { ...cell, text, value: text };
  };
  const reached = actual === null ? undefined : mends.get(cellKey(actual.at));
  const [reason, basis] = [told(evidence), told(ownBasis)];
  let after =
    reason === evidence && basis === ownBasis ? indicator : { ...indicator, evidence: reason, ownBasis: basis };
  if (actual?.value?.kind === 'number' && reached instanceof Decimal) {
    const value = { ...actual.value, value: reached };
    after = { ...after, actual: { ...actual, value, text: `${reached.toString()}${value.unit}` } };
  }
  return after;
}

/**
 * The form with other figures in some of its cells, scored anew: what would be found if they were mended. The form that
 * was given stays as it is; rows that no mend touches are the same objects.
 */
export function mendedInput({ form, scores, snapshot }: CheckInput, mends: Mends): CheckInput {
  const mend = (cell: FigureCell, role: FigureRole): FigureCell => {
    const value = mends.get(cellKey(cell.at));
    if (value === undefined || typeof value === 'string') return cell;
    const text = role === 'rate' || saysPercent(cell.text) ? formatPercent(value) : value.toString();
    return { ...cell, state: 'figure', value, text, storedAsText: false };
  };
  const after = withChanged(form, mend, (indicator) => mendedRow(indicator, mends));
  return { form: after, scores: rescore(after, scores.rulebook, scores.why, scores), snapshot };
}

const FIGURE = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?%?$/;

/** A figure as a finding has it, in the unit of its cell: a percentage is a fraction. */
export function valueOf(text: string | number | undefined): Decimal | null {
  if (typeof text === 'number') return new Decimal(text);
  const plain = text?.replaceAll(',', '') ?? '';
  if (!FIGURE.test(plain)) return null;
  return plain.endsWith('%') ? new Decimal(plain.slice(0, -1)).div(100) : new Decimal(plain);
}

/** The figure that a fix has its cell state; `null` where it is no figure. */
export function figureOfFix(fix: Fix | undefined): Decimal | null {
  return valueOf(fix?.figure ?? fix?.after);
}
