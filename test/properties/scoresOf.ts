import type { Decimal } from 'decimal.js';
import { review } from '../../src/review';
import type { Rescored } from '../../src/scoring/scores';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

const shown = (value: Decimal | null | undefined): string | null => value?.toString() ?? null;

function row(name: string, stated: Decimal | null | undefined, { origin, value, accepted }: Rescored) {
  return {
    name,
    stated: shown(stated),
    origin,
    value: shown(value),
    accepted: accepted.map(({ low, high }) => `${low.toString()}–${high.toString()}`),
  };
}

/** All that a review says of scores, without the places and the wording. */
export function scoresOf(snapshot: SheetSnapshot) {
  return review(snapshot).forms.map(({ scores: { indicators, budget, total, rulebook } }) => ({
    rulebook: rulebook.id,
    indicators: indicators.map((score) => row(score.indicator.name.text, score.indicator.stated?.value, score)),
    budget: budget === null ? null : row('', budget.line.stated?.value, budget),
    total: {
      stated: shown(total.stated),
      sumOfStated: shown(total.sumOfStated),
      recomputed: shown(total.recomputed),
      grade: total.grade,
    },
  }));
}
