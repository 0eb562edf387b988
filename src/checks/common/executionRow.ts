import { figureOf } from '../../form/cells';
import { withinCent } from '../../words/written';
import type { CheckInput, Outcome } from '../finding';
import { executionPointsTold } from './executionPoints';
import { partsOf, sumParts } from './parts';
import { agreement, points } from './say';
import { reviewTotal } from './totals';

/** 预算执行率得分 | 9.5 in a row that is none of the table, against what the total has above the items. */
export function* ofExecutionRow(input: CheckInput): Iterable<Outcome> {
  const stated = input.form.total?.stated;
  const found = figureOf(stated);
  if (!stated || found === null) return;
  const review = reviewTotal(input);
  const due = found.minus(sumParts(partsOf(input.form), 'stated'));
  for (const { at, points: own, inWords } of executionPointsTold(input)) {
    if (at === null || !inWords) continue;
    if (withinCent(own, due)) yield agreement([{ at }, stated]);
    // What the rate gives is in the total: this cell alone is wrong.
    else if (review?.kind === 'with-execution') {
      const figures = { expected: points(due), found: points(own) };
      yield {
        cell: at,
        message: 'execution-row',
        severity: 'warning',
        data: { total: points(found), ...figures },
        ...figures,
      };
    }
  }
}
