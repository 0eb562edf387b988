import type { Decimal } from 'decimal.js';
import { recognise } from '../../src/form/recognise';
import { chooseRulebook, rescore } from '../../src/scoring';
import type { Rescored, Scores } from '../../src/scoring/scores';
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

/** The forms of a sheet, scored as a review does, without what takes most of its time: nothing is checked. */
export function rescored(snapshot: SheetSnapshot): Scores[] {
  return recognise(snapshot).forms.map((form) => {
    const { rulebook, why } = chooseRulebook(form);
    return rescore(form, rulebook, why);
  });
}

/** All that a review says of scores, without the places and the wording. */
export function scoresOf(snapshot: SheetSnapshot) {
  return rescored(snapshot).map(({ indicators, budget, total, rulebook }) => ({
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
