import { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { RuleContext, RuleFigure, RuleResult } from '../context';
import { asAmount } from '../../words/written';
import { computed, within, type Reading } from '../points';
import type { ProportionRule } from '../rulebook';
import { figuresFor, groundsOf } from './figures';
import { judged, NO_RATE } from './judged';

/** The rule in words. */
export function proportionWords({ full = 100, unit }: ProportionRule): string {
  if (unit !== undefined) return `达到${asAmount(full, unit)}得满分，未达到的按比例得分`;
  return full === 100 ? '按完成率乘以分值计分，最多得满分' : `完成率达到${full}%得满分，未达到的按比例得分`;
}

function readingOf({ figure, words }: RuleFigure, { full = 100, unit }: ProportionRule, weight: Decimal): Reading {
  const share = figure.div(full);
  const divided = full === 100 && unit === undefined ? words : `${words} ÷ ${asAmount(full, unit ?? '%')}`;
  const capped = share.gt(1) ? '（按100%计）' : '';
  return {
    points: within(share.times(weight), weight),
    arithmetic: (score) => `${divided}${capped} × ${formatFigure(weight)} = ${score}`,
  };
}

/** Rate × weight, at most the weight. A rate that the row does not state leaves the score to a person. */
export function proportion(rule: ProportionRule, context: RuleContext): RuleResult {
  const { full = 100, unit } = rule;
  const figures = unit === undefined ? context.rates(rule.rate) : figuresFor(rule, context);
  const [first, ...others] = figures;
  if (first === undefined) return judged(context, { unread: NO_RATE });
  const share = first.figure.div(full);
  // Above the rate that gives full marks nothing is over a target.
  const attainment = full === 100 && unit === undefined ? share : Decimal.min(share, 1);
  if (context.weight === null) return judged(context, { attainment });
  const { weight } = context;
  const readings = others.map((figure) => readingOf(figure, rule, weight));
  const grounds = rule.usual === true ? 'presumed' : groundsOf(figures);
  return computed(weight, context, [readingOf(first, rule, weight), ...readings], { attainment, grounds });
}
