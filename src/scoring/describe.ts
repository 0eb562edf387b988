import type { Rule, Rulebook } from './rulebook';
import { countWords } from './rules/count';
import { deductionWords } from './rules/deduction';
import { judgedWords } from './rules/judged';
import { proportionWords } from './rules/proportion';
import { bandsInWords } from './rules/qualitative';
import { targetWords } from './rules/target';
import { tiersWords } from './rules/tiers';

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
