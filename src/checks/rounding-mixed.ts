import type { FigureCell } from '../form/model';
import type { Rescored } from '../scoring/scores';
import { figureOf } from '../form/cells';
import { points } from './common/words';
import type { Check } from './finding';
import { agreement } from './common/agree';

type Way = 'truncated' | 'rounded';

/** Which of the two usual roundings a stated score shows; `null` where both give the same, or it is neither. */
function wayOf({ origin, accepted }: Rescored, cell: FigureCell | null, places: number): Way | null {
  const [range] = accepted;
  const stated = figureOf(cell);
  if (origin !== 'computed' || range === undefined || stated === null) return null;
  const { low, high } = range;
  // Only a range of one unit in the last place, whose upper end is itself rounded, has two roundings in it.
  if (
    high.decimalPlaces() > places ||
    !high
      .minus(low)
      .times(10 ** places)
      .equals(1)
  )
    return null;
  return stated.equals(low) ? 'truncated' : stated.equals(high) ? 'rounded' : null;
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
  *run({ scores }) {
    const { places } = scores.rulebook.rounding;
    const found = new Map<Way, FigureCell>();
    const told: FigureCell[] = [];
    const rows: [Rescored, FigureCell | null][] = scores.indicators.map((score) => [score, score.indicator.stated]);
    if (scores.budget !== null) rows.unshift([scores.budget, scores.budget.line.stated]);
    for (const [score, cell] of rows) {
      const way = wayOf(score, cell, places);
      if (way === null || cell === null) continue;
      told.push(cell);
      if (!found.has(way)) found.set(way, cell);
    }
    const truncated = found.get('truncated');
    const rounded = found.get('rounded');
    const values = [figureOf(truncated), figureOf(rounded)] as const;
    if (truncated === undefined || rounded === undefined || values[0] === null || values[1] === null) {
      if (told.length > 1) yield agreement(told);
      return;
    }
    const data = { truncated: points(values[0]), rounded: points(values[1]) };
    yield { cell: truncated.at, message: 'mixed', data, related: [rounded.at] };
  },
};
