import { Decimal } from 'decimal.js';
import type { Indicator } from '../../form/model';
import { formatFigure } from '../../sheet/format';
import type { RuleResult, RuleContext } from '../context';
import { computed, within, ZERO, type Reading } from '../points';
import type { CountRule } from '../rulebook';
import { judged } from './judged';
import { occurrencesIn } from './occurrences';

/** More steps than these are no help to a person. */
const MOST_STEPS = 60;

/** The rule in words. */
export function countWords({ start, each, cap, penalty, penaltyCap }: CountRule): string {
  const gain = each === 0 ? '' : `每项加${each}分${cap === undefined ? '' : `，最多加${cap}分`}`;
  const most = penaltyCap === undefined ? '，扣完为止' : `，最多扣${penaltyCap}分`;
  const loss = penalty === 0 ? '' : `每出现一项扣${penalty}分${most}`;
  return [start === 'weight' ? '从满分起' : '', gain, loss].filter((part) => part !== '').join('，');
}

/** 0, each, twice each … up to the most; `null` where they are too many to name. */
function multiples(each: number, most: Decimal): readonly Decimal[] | null {
  if (each <= 0) return [ZERO];
  const whole = most.div(each).ceil().toNumber();
  if (whole > MOST_STEPS) return null;
  return Array.from({ length: whole + 1 }, (_, at) => Decimal.min(most, new Decimal(each).times(at)));
}

/** All scores that counting can give, lowest first; empty where they are too many to name. */
function stepsOf(rule: CountRule, weight: Decimal): readonly number[] {
  const gains = multiples(rule.each, new Decimal(rule.cap ?? weight));
  const mostLoss = new Decimal(rule.penaltyCap ?? weight);
  const losses = multiples(rule.penalty, mostLoss);
  if (gains === null || losses === null) return [];
  const start = rule.start === 'weight' ? weight : ZERO;
  const scores = gains.flatMap((gain) => losses.map((loss) => start.plus(gain).minus(loss)));
  const lowest = rule.start === 'weight' || rule.penaltyCap === undefined ? ZERO : mostLoss.negated();
  const kept = scores.filter((score) => score.gte(lowest) && score.lte(weight)).map((score) => score.toNumber());
  const steps = [...new Set(kept)].sort((a, b) => a - b);
  return steps.length > MOST_STEPS ? [] : steps;
}

/**
 * How many the row counts: what is to be none (target 0) where each costs points, an amount in a counting word where
 * each brings some; `null` where the actual value may be something else.
 */
function countedIn(rule: CountRule, indicator: Indicator | null): Decimal | null {
  const [target, actual] = [indicator?.target?.value ?? null, indicator?.actual?.value ?? null];
  if (actual?.kind !== 'number' || !actual.value.isInteger() || actual.value.lt(0)) return null;
  if (['%', '元', '分'].includes(actual.unit) || (rule.each > 0 && rule.penalty > 0)) return null;
  const fits = rule.penalty > 0 ? target?.kind === 'number' && target.value.isZero() : actual.unit !== '';
  return fits ? actual.value : null;
}

/** What an actual value in words counts or, in a row without one, the evidence, where points are only taken, or only given. */
function occurrencesTold({ start, each, penalty }: CountRule, indicator: Indicator | null): Decimal | null {
  const effect = start === 'weight' && each === 0 ? 'costs' : start === 'zero' && penalty === 0 ? 'brings' : null;
  return indicator && effect && occurrencesIn(indicator, indicator.actual ?? indicator.evidence, effect);
}

/**
 * Points for each thing that is counted. The count is taken from the actual value, else from the evidence; where the form
 * states none, a person counts, and the score must be one that counting can give.
 */
export function count(rule: CountRule, context: RuleContext): RuleResult {
  const { weight } = context;
  if (weight === null) return judged(context);
  const fromEvidence = occurrencesTold(rule, context.indicator);
  const counted = countedIn(rule, context.indicator) ?? fromEvidence;
  if (counted === null) return judged(context, { steps: stepsOf(rule, weight) });
  const start = rule.start === 'weight' ? weight : ZERO;
  const gain = Decimal.min(counted.times(rule.each), rule.cap ?? weight);
  const loss = Decimal.min(counted.times(rule.penalty), rule.penaltyCap ?? weight);
  const presumed = counted === fromEvidence;
  const each =
    rule.each === 0 ? `− ${formatFigure(counted)} × ${rule.penalty}` : `+ ${formatFigure(counted)} × ${rule.each}`;
  const reading: Reading = {
    points: within(start.plus(gain).minus(loss), weight),
    // What a text counts may not be all.
    ...(presumed && { down: within(start.minus(rule.penaltyCap ?? weight), weight) }),
    arithmetic: (score) => `${formatFigure(start)} ${each} = ${score}`,
  };
  return computed(weight, context, [reading], { grounds: presumed ? 'presumed' : 'sure' });
}
