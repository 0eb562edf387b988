import { Decimal } from 'decimal.js';
import { HUNDRED } from '../words/units';
import { sum } from '../sheet/lists';

/** A label of the first level, in the order of the sheet. */
export interface Head {
  readonly row: number;
  readonly name: string;
  /** Its own weight, else that of what stands below it. */
  weight: Decimal;
  readonly isWeighed: boolean;
  /** Whether it stands in a row of its own, above another label of its level. */
  readonly isAlone: boolean;
}

/**
 * Labels of the first level that stand over whole blocks: 个性指标 | 80 in a row of its own above 产出指标 | 50 and 效益指标 | 30, or
 * above blocks of marks that make 100. Each with the row behind its last block; none where the form then weighs no hundred.
 */
export function divisionsIn(heads: readonly Head[], end: number): ReadonlyMap<number, number> {
  const divisions = new Map<number, number>();
  const counted: Decimal[] = [];
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at];
    if (head === undefined) break;
    counted.push(head.weight);
    const blocks = head.isAlone ? blocksBelow(heads.slice(at + 1), head.weight) : 0;
    if (blocks === 0) continue;
    at += blocks;
    divisions.set(head.row, heads[at + 1]?.row ?? end);
  }
  return sum(counted).equals(HUNDRED) ? divisions : new Map();
}

/** How many of the next blocks make up a weight, or a hundred; 0 where none do. */
function blocksBelow(heads: readonly Head[], whole: Decimal): number {
  let added = new Decimal(0);
  for (const [at, { weight, isAlone }] of heads.entries()) {
    if (isAlone) return 0;
    added = added.plus(weight);
    if (added.equals(whole) || added.equals(HUNDRED)) return at + 1;
  }
  return 0;
}
