import type { RuleResult, RowContext, RuleContext } from '../context';
import type { Rule, Rulebook } from '../rulebook';
import { count, countWords } from './count';
import { deduction, deductionWords } from './deduction';
import { judged, judgedWords } from './judged';
import { printed } from './printed';
import { proportion, proportionWords } from './proportion';
import { bandsInWords, qualitative } from './qualitative';
import { target, targetWords } from './target';
import { tiers, tiersWords } from './tiers';

type Kind = Rule['kind'];
type Of<K extends Kind> = { readonly [P in K]: Extract<Rule, { readonly kind: P }> & { readonly kind: P } }[K];

/** How each kind of rule is told, and how it scores a row. */
const KINDS: {
  readonly [K in Kind]: readonly [
    words: (rule: Of<K>, rulebook: Rulebook) => string,
    score: (rule: Of<K>, context: RuleContext) => RuleResult,
  ];
} = {
  proportion: [proportionWords, proportion],
  target: [targetWords, target],
  tiers: [tiersWords, tiers],
  deduction: [deductionWords, deduction],
  count: [countWords, count],
  qualitative: [(_, rulebook) => bandsInWords(rulebook.qualitative), (_, context) => qualitative(context)],
  printed: [() => '按表内印出的评分标准计分', (_, context) => printed(context, applyRule)],
  judged: [judgedWords, (rule, context) => judged(context, rule)],
};

/** A rule in words for the officer: 达到目标值得满分，未达到的按实际完成值÷目标值×分值计分；…. */
export function describeRule<K extends Kind>(rule: Of<K>, rulebook: Rulebook): string {
  return KINDS[rule.kind][0](rule, rulebook);
}

/** Scores one row by one rule. */
export function applyRule<K extends Kind>(rule: Of<K>, row: RowContext): RuleResult {
  return KINDS[rule.kind][1](rule, { ...row, words: describeRule(rule, row.rulebook) });
}
