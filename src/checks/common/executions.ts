import { Decimal } from 'decimal.js';
import type { BlockAmount } from './blockAmounts';

/**
 * Execution in percent of the whole, and of every line where the words name a source of money. Where the divisions of
 * the block disagree, another check says so: then any of their sums may be the right one.
 */
export function executionsOf(amounts: readonly BlockAmount[], label: string): Decimal[] {
  const lines = label.includes('财政') ? amounts.filter(({ whole }) => !whole) : [];
  const budgets = wholesOf(amounts, 'budget');
  const spent = wholesOf(amounts, 'spent');
  const pairs = [...budgets.flatMap((under) => spent.map((over) => [over, under] as const)), ...linePairs(lines)];
  return pairs.filter(([, under]) => under.gt(0)).map(([over, under]) => over.div(under).times(100));
}

function linePairs(amounts: readonly BlockAmount[]): (readonly [Decimal, Decimal])[] {
  return amounts.flatMap((budget) => {
    if (budget.kind !== 'budget') return [];
    const spent = amounts.filter(({ kind, line }) => kind === 'spent' && line === budget.line);
    return spent.map(({ yuan }) => [yuan, budget.yuan] as const);
  });
}

/** What stands for the year's whole, and what each division of the money adds up to. */
function wholesOf(amounts: readonly BlockAmount[], kind: BlockAmount['kind']): Decimal[] {
  const alike = amounts.filter((amount) => amount.kind === kind);
  const sums = new Map<string, Decimal>();
  for (const { line, yuan, initial } of alike) {
    if (line.group === null || line.role === 'total' || initial) continue;
    sums.set(line.group, (sums.get(line.group) ?? new Decimal(0)).plus(yuan));
  }
  return [...alike.filter(({ whole }) => whole).map(({ yuan }) => yuan), ...sums.values()];
}
