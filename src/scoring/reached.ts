import { numberOf } from '../form/cells';
import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { factsOf } from '../words/facts';
import type { RuleResult, RuleContext } from './context';
import { isEntitlement, isGrade } from './direction';
import type { TargetRule } from './rulebook';
import { ruleFor } from './match';
import { answerOf } from './rules/compared';
import { target } from './rules/target';
import { inOneUnit } from './sameUnit';
import type { AgainstTarget, IndicatorScore, Scores } from './scores';

const AGAINST_TARGET: TargetRule = { kind: 'target', below: 'proportion', above: 'either' };

/** So many points that what is reached by the rounding of points alone is not taken for reached. */
const FINE = new Decimal(1_000_000);

/** Whether every reading of target and actual value gives full marks, or none does; `null` where it can't be told. */
function reachedBy({ origin, accepted, reached }: RuleResult): boolean | null {
  if (origin !== 'computed') return reached;
  // Points that the place may take because it was far passed are none for a miss.
  if (accepted.every(({ high }) => high.gte(FINE))) return true;
  return accepted.every(({ high }) => high.lt(FINE)) ? false : null;
}

/** What a row comes to by its target and actual value alone, by whatever rule it is scored and whatever it weighs. */
function outcomeOf(indicator: Indicator, { form, rulebook }: Pick<Scores, 'form' | 'rulebook'>): RuleResult {
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
  return reachedBy(outcomeOf(indicator, scores));
}

/** A row against its target, whatever it weighs. */
export function againstTarget(indicator: Indicator, scores: Pick<Scores, 'form' | 'rulebook'>): AgainstTarget {
  const outcome = outcomeOf(indicator, scores);
  return {
    reached: reachedBy(outcome),
    attainment: outcome.origin === 'computed' ? outcome.attainment : null,
  };
}

/** The same of the rows that tell it in detail. */
export function partsReached(indicator: Indicator, scores: Pick<Scores, 'form' | 'rulebook'>): (boolean | null)[] {
  return indicator.parts.map(({ name, target, actual }) =>
    reachesTarget({ ...indicator, name, target, actual, standard: null }, scores),
  );
}

/**
 * Whether words hedge, 3次 may or may not be 每季度1次 or ≤2次/月, the bound itself was reached that was to be passed (1% for ＜1%), or
 * less was paid to each than was promised, another grade was reached, or some where none was to be; or a smaller figure
 * stands between words of which not all were read.
 */
export function mayBeMissed({ indicator, reached, origin, grounds, ...score }: IndicatorScore): boolean {
  const { target, actual } = indicator;
  if (target === null || actual === null) return false;
  if (reached === null && origin !== 'computed' && grounds === 'open') return true;
  if (target.value?.kind === 'date' && actual.value?.kind === 'date' && target.value.month === 0)
    return target.value.day !== null && actual.value.month > 0 && (actual.value.day ?? 0) > target.value.day;
  // 完成80% for 2023年底.
  if (target.value?.kind === 'date' && actual.value?.kind === 'number')
    return actual.value.unit === '%' && actual.value.value.lt(100);
  if (target.value?.kind !== 'number' || actual.value?.kind !== 'number') {
    const ranges = [target.value?.kind, actual.value?.kind].every((kind) => kind === 'range' || kind === 'number');
    const beside = ranges && origin === 'judged' && score.againstTarget.reached !== true;
    return reached === null && (beside || answerOf(indicator) === 'hedged');
  }
  const pair = inOneUnit(target, actual);
  if (pair === null) return false;
  const { relation } = pair;
  const compared = pair.actual.comparedTo(pair.target);
  if (compared === 0) return relation === '>' || relation === '<';
  if (relation === null || relation === '=') {
    if (isGrade(target) || (compared < 0 && isEntitlement(indicator))) return true;
    if (pair.target.isZero()) return reached === null;
  }
  const whole = pair.target.times(pair.periods);
  // 35吨 beside ≤30吨/月 is nearer to a month's than to a year's, 300吨 to a year's.
  const isOfYear = relation?.startsWith('<') && (compared < 0 || pair.actual.pow(2).gte(whole.times(pair.target)));
  return reached === null && pair.periods > 1 && pair.actual.lt(whole) && isOfYear !== true;
}

/**
 * Whether the row prints bounds of its own, by which it may have full marks though the target was missed; the step of
 * 每少1人扣1分 is none.
 */
export function namesBounds({ standard, target }: Indicator): boolean {
  if (target === null) return false;
  const own = numberOf(target);
  return factsOf(standard).some(
    ({ unit, value, label }) => unit !== '' && unit !== '分' && !label.includes('每') && own?.value.eq(value) !== true,
  );
}
