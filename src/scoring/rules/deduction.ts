import type { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { Outcome, RuleContext } from '../context';
import { computed, within, type Reading } from '../points';
import type { RateReading } from '../rateSources';
import type { DeductionRule } from '../rulebook';
import { judged } from './judged';

const WORDS = { lower: ['不超过', '每超过'], higher: ['达到', '每降低'], exact: ['等于', '每偏离'] } as const;

/** The rule in words. */
export function deductionWords({ from, better, step, points }: DeductionRule): string {
  const [full, beyond] = WORDS[better];
  return `${full}${from}%得满分，${beyond}${step}个百分点扣${points}分，扣完为止`;
}

/**
 * Points off for each step beyond the rate that gives full marks. Places differ on a step that was begun: it may cost
 * nothing, its part, or all; the whole range is accepted.
 */
function readingOf({ percent, words }: RateReading, rule: DeductionRule, weight: Decimal): Reading {
  const shown = words.endsWith('%') ? words : `${words} = ${formatFigure(percent.toDecimalPlaces(2))}%`;
  const above = percent.minus(rule.from);
  const beyond = rule.better === 'lower' ? above : rule.better === 'exact' ? above.abs() : above.neg();
  if (beyond.lte(0)) return { points: weight, arithmetic: (score) => `${shown}，得满分${score}分` };
  const steps = beyond.div(rule.step);
  const less = (count: Decimal) => within(weight.minus(count.times(rule.points)), weight);
  return {
    points: less(steps.floor()),
    down: less(steps.ceil()),
    arithmetic: (score) =>
      `${shown}，${formatFigure(weight)} − ${formatFigure(steps.floor())} × ${rule.points} = ${score}`,
  };
}

export function deduction(rule: DeductionRule, context: RuleContext): Outcome {
  const words = deductionWords(rule);
  const { weight } = context;
  const [first, ...others] = context.rates(rule.rate);
  if (weight === null) return judged({ kind: 'judged' }, context, { words });
  if (first === undefined) {
    return judged({ kind: 'judged' }, context, { words, unread: '依据里没有找到计分所用的比率，请人工判断' });
  }
  const readings = others.map((rate) => readingOf(rate, rule, weight));
  return computed(weight, context, [readingOf(first, rule, weight), ...readings], { words, attainment: null });
}
