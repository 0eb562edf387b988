import type { Outcome, RuleContext } from '../context';
import { printedRule } from '../printed';
import type { Rule } from '../rulebook';
import { judged } from './judged';

const LONGEST_QUOTE = 60;

function shortened(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/**
 * The rule printed in the row itself, read and applied. `apply` scores by the rule that was read. What can't be
 * understood wholly is left to a person, with the part that was not understood.
 */
export function printed(context: RuleContext, apply: (rule: Rule, context: RuleContext) => Outcome): Outcome {
  const { indicator, weight } = context;
  const found = indicator === null ? null : printedRule(indicator, weight);
  if (found === null) return judged({ kind: 'judged', note: '表内没有印出评分标准' }, context);
  const place = { text: shortened(found.text), cell: found.cell };
  if (found.rule === null) {
    return {
      ...judged({ kind: 'judged' }, context, { words: '按表内评分标准，由人工判断', unread: found.unread }),
      printed: place,
    };
  }
  return { kind: found.rule.kind, ...apply(found.rule, context), printed: place };
}
