import type { RuleResult, RowContext } from '../context';
import type { Rule, Rulebook } from '../rulebook';
import { count, countWords } from './count';
import { deduction, deductionWords } from './deduction';
import { judged, judgedWords } from './judged';
import { printed } from './printed';
import { proportion, proportionWords } from './proportion';
import { bandsInWords, qualitative } from './qualitative';
import { target, targetWords } from './target';
import { tiers, tiersWords } from './tiers';

/** A rule in words for the officer: 达到目标值得满分，未达到的按实际完成值÷目标值×分值计分；…. */
export function describeRule(rule: Rule, rulebook: Rulebook): string {
  switch (rule.kind) {
    case 'proportion':
      return proportionWords(rule);
    case 'target':
      return targetWords(rule);
    case 'tiers':
      return tiersWords(rule);
    case 'deduction':
      return deductionWords(rule);
    case 'count':
      return countWords(rule);
    case 'qualitative':
      return bandsInWords(rulebook.qualitative);
    case 'printed':
      return '按表内印出的评分标准计分';
    case 'judged':
      return judgedWords(rule);
  }
}

/** Scores one row by one rule. */
export function applyRule(rule: Rule, row: RowContext): RuleResult {
  const context = { ...row, words: describeRule(rule, row.rulebook) };
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
      return judged(context, rule);
  }
}
