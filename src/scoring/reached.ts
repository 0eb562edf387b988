import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import type { Outcome, RuleContext } from './context';
import type { TargetRule } from './rulebook';
import { ruleFor } from './match';
import { target } from './rules/target';
import type { AgainstTarget, Scores } from './scores';

const AGAINST_TARGET: TargetRule = { kind: 'target', below: 'proportion', above: 'either' };

/** So many points that what is reached by the rounding of points alone is not taken for reached. */
const FINE = new Decimal(1_000_000);

/** Whether every reading of target and actual value gives full marks, or none does; `null` where it can't be told. */
function reachedBy({ origin, accepted, reached }: Outcome, weight: Decimal): boolean | null {
  if (origin !== 'computed') return reached;
  if (accepted.every(({ low }) => low.gte(weight))) return true;
  return accepted.every(({ high }) => high.lt(weight)) ? false : null;
}

/** What a row comes to by its target and actual value alone, by whatever rule it is scored and whatever it weighs. */
function outcomeOf(indicator: Indicator, { form, rulebook }: Pick<Scores, 'form' | 'rulebook'>): Outcome {
  const rule = ruleFor(indicator, rulebook);
  const context: RuleContext = {
    form,
    rulebook,
    indicator,
    weight: FINE,
    stated: null,
    evidence: '',
    rates: () => [],
    words: '',
  };
  return target(rule.kind === 'target' ? rule : AGAINST_TARGET, context);
}

/**
 * Whether the actual value of a row reaches its target, by whatever rule the row is scored; `null` where that can't be
 * told: units differ, words for figures, or it depends on which side of the target is the good one.
 */
export function reachesTarget(indicator: Indicator, scores: Pick<Scores, 'form' | 'rulebook'>): boolean | null {
  return reachedBy(outcomeOf(indicator, scores), FINE);
}

/** A row against its target, whatever it weighs. */
export function againstTarget(indicator: Indicator, scores: Pick<Scores, 'form' | 'rulebook'>): AgainstTarget {
  const outcome = outcomeOf(indicator, scores);
  return {
    reached: reachedBy(outcome, FINE),
    attainment: outcome.origin === 'computed' ? outcome.attainment : null,
  };
}

/** The same of the rows that tell it in detail. */
export function partsReached(indicator: Indicator, scores: Pick<Scores, 'form' | 'rulebook'>): (boolean | null)[] {
  return indicator.parts.map(({ name, target, actual }) =>
    reachesTarget({ ...indicator, name, target, actual, standard: null }, scores),
  );
}
