import type { Outcome, RuleContext } from '../context';
import type { Rule } from '../rulebook';
import { count } from './count';
import { deduction } from './deduction';
import { judged } from './judged';
import { printed } from './printed';
import { proportion } from './proportion';
import { qualitative } from './qualitative';
import { target } from './target';
import { tiers } from './tiers';

/** Scores one row by one rule. */
export function applyRule(rule: Rule, context: RuleContext): Outcome {
  switch (rule.kind) {
    case 'proportion':
      return proportion(rule, context);
    case 'target':
      return target(rule, context);
    case 'tiers':
      return tiers(rule, context);
    case 'deduction':
      return deduction(rule, context);
    case 'count':
      return count(rule, context);
    case 'qualitative':
      return qualitative(context);
    case 'printed':
      return printed(context, applyRule);
    case 'judged':
      return judged(rule, context);
  }
}
