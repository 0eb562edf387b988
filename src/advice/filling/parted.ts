import { figureOf } from '../../form/cells';
import type { Decimal } from 'decimal.js';
import type { EvaluationForm, IndicatorGroup } from '../../form/model';
import { indicatorsBelow } from '../../form/groups';
import { compact, cut } from '../../sheet/text';
import { sum } from '../../sheet/lists';

/** By how much the indicators below a heading weigh more than it says; `null` where a weight is not known. */
function surplusOf(group: IndicatorGroup): Decimal | null {
  const own = figureOf(group.weight);
  const below = indicatorsBelow(group).map(({ weight }) => figureOf(weight));
  const known = below.filter((weight) => weight !== null);
  if (own === null || known.length === 0 || known.length < below.length) return null;
  return sum(known).minus(own);
}

function surpluses(groups: readonly IndicatorGroup[]): { name: string; surplus: Decimal }[] {
  return groups.flatMap((group) => {
    const surplus = surplusOf(group);
    return surplus === null || surplus.isZero() ? [] : [{ name: group.name, surplus }];
  });
}

function repeated(groups: readonly IndicatorGroup[]): string[] {
  const names = groups.map(({ name }) => compact(name)).filter((name) => name !== '');
  return names.filter((name, index) => names.indexOf(name) < index);
}

/**
 * A sentence for the officer where rows seem to have been sorted so that indicators no longer stand below their
 * headings: a heading comes twice, indicators stand before the first heading, or what one heading has too much another
 * lacks. `null` where nothing shows that. Where the indicators belong is not guessed.
 */
export function partedRows({ groups, indicators }: EvaluationForm): string | null {
  const levels = [groups, ...groups.map((group) => group.groups)];
  const [twice] = levels.flatMap(repeated);
  const off = levels.map(surpluses).find((wrong) => {
    const total = sum(wrong.map(({ surplus }) => surplus));
    return wrong.length > 1 && total.isZero();
  });
  const orphan =
    groups.length > 0 && indicators[0]?.path.length === 0 && indicators.some(({ path }) => path.length > 0);
  const why =
    twice !== undefined
      ? `“${cut(twice, 20)}”在表中出现两次`
      : off !== undefined
        ? `${off
            .map(({ name }) => `“${cut(compact(name), 20)}”`)
            .slice(0, 3)
            .join('、')}下的分值此多彼少`
        : orphan
          ? '有指标排在所有一级指标之前'
          : null;
  return why === null
    ? null
    : `${why}，行的顺序可能被排序打乱，指标与上级对不上；请先按 Ctrl+Z 撤销排序或恢复原来的顺序，再继续填报。`;
}
