import { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { Outcome, RateReading, RuleContext } from '../context';
import { computed, within, type Reading } from '../points';
import type { ProportionRule } from '../rulebook';
import { judged, NO_RATE } from './judged';

/** The rule in words. */
export function proportionWords({ full = 100 }: ProportionRule): string {
  return full === 100 ? '按完成率乘以分值计分，最多得满分' : `完成率达到${full}%得满分，未达到的按比例得分`;
}

function readingOf({ percent, words }: RateReading, full: number, weight: Decimal): Reading {
  const share = percent.div(full);
  const divided = full === 100 ? words : `${words} ÷ ${full}%`;
  const capped = share.gt(1) ? '（按100%计）' : '';
  return {
    points: within(share.times(weight), weight),
    arithmetic: (score) => `${divided}${capped} × ${formatFigure(weight)} = ${score}`,
  };
}

/** Rate × weight, at most the weight. A rate that the row does not state leaves the score to a person. */
export function proportion(rule: ProportionRule, context: RuleContext): Outcome {
  const full = rule.full ?? 100;
  const [first, ...others] = context.rates(rule.rate);
  if (first === undefined) return judged(context, { unread: NO_RATE });
  const share = first.percent.div(full);
  // Above the rate that gives full marks nothing is over a target.
  const attainment = full === 100 ? share : Decimal.min(share, 1);
  if (context.weight === null) return judged(context, { attainment });
  const { weight } = context;
  const readings = others.map((rate) => readingOf(rate, full, weight));
  return computed(weight, context, [readingOf(first, full, weight), ...readings], { attainment });
}
