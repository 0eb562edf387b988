import type { Comparison } from '.';
import type { CellRef } from '../sheet/snapshot';

/** A cell of the form under review that was not held against the other form, and why. */
export interface Unheld {
  readonly cell: CellRef;
  readonly why: string;
}

/**
 * The targets and weights of the form under review that were held against nothing of the other form, in the order of the
 * sheet: nothing else may be taken for compared.
 */
export function unheldIn({ kind, old, now, held }: Comparison): readonly Unheld[] {
  const key = ({ row, column }: CellRef): string => `${row} ${column}`;
  const seen = new Set(held.map(({ after }) => key(after)));
  const named = new Set(held.filter(({ what }) => what === 'name').map(({ after }) => key(after)));
  const weighed = old.indicators.some(({ weight }) => weight?.state === 'figure');
  return now.indicators.flatMap(({ name, target, weight }) => {
    const alone = kind !== 'last-year' && !named.has(key(name.cell));
    const why = (what: string, lacking: string) =>
      alone ? `${old.name}里没有这项指标` : lacking || `${old.name}的${what}读不出`;
    const unheld: Unheld[] = [];
    if (target !== null && target.text.trim() !== '' && !seen.has(key(target.cell))) {
      const lacking = kind === 'last-year' ? '上年没有可以比较的完成值' : '';
      unheld.push({ cell: target.cell, why: why('指标值', lacking) });
    }
    if (kind !== 'last-year' && weight?.state === 'figure' && !seen.has(key(weight.cell))) {
      unheld.push({ cell: weight.cell, why: why('分值', weighed ? '' : `${old.name}没有分值`) });
    }
    return unheld;
  });
}
