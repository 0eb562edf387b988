import { Decimal } from 'decimal.js';
import type { FigureCell } from '../form/model';
import type { Rescored } from '../scoring/scores';
import { figureOf } from '../form/cells';
import { agreement, points } from './common/say';
import type { Check } from './finding';

/** What a stated score shows of its rounding; nothing where both give the same, or it is neither. */
function shownBy({ origin, accepted }: Rescored, cell: FigureCell | null, places: number) {
  const [range] = accepted;
  const stated = figureOf(cell);
  if (origin !== 'computed' || range === undefined || cell === null || stated === null) return [];
  const { low, high } = range;
  // Only a range of one unit in the last place, whose upper end is itself rounded, has two roundings in it.
  const unit = new Decimal(`1e-${places}`);
  if (high.decimalPlaces() > places || !high.minus(low).equals(unit)) return [];
  const way = stated.equals(low) ? 'truncated' : stated.equals(high) ? 'rounded' : null;
  return way === null ? [] : [{ cell, stated, way } as const];
}

export const roundingMixed: Check = {
  id: 'rounding-mixed',
  title: '小数取舍前后一致',
  severity: 'info',
  explain: '同一张表里，有的得分四舍五入，有的直接截去尾数，相差 0.01 分。不算错误，建议统一。',
  messages: {
    mixed: {
      title: '小数取舍不一致',
      message: '得分 {truncated} 是截去尾数得来的，得分 {rounded} 是四舍五入得来的，建议全表统一。',
    },
  },
  *run({ scores: { rulebook, indicators, budget } }) {
    const { places } = rulebook.rounding;
    const told = [
      ...(budget === null ? [] : shownBy(budget, budget.line.stated, places)),
      ...indicators.flatMap((score) => shownBy(score, score.indicator.stated, places)),
    ];
    const [truncated, rounded] = (['truncated', 'rounded'] as const).map((one) => told.find(({ way }) => way === one));
    if (truncated !== undefined && rounded !== undefined) {
      const data = { truncated: points(truncated.stated), rounded: points(rounded.stated) };
      yield { cell: truncated.cell.at, message: 'mixed', data, related: [rounded.cell.at] };
    } else if (told.length > 1) yield agreement(told.map(({ cell }) => cell));
  },
};
