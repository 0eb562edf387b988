export { BUILT_IN, FALLBACK } from './builtIn';
export { chooseRulebook, type RulebookChoice } from './choose';
export { claimedScore, type ScoreClaim } from './claims';
export { describeRule } from './describe';
export { ruleFor } from './match';
export { gradeOf, rescore } from './rescore';
export { parseRulebook, type RulebookError, type RulebookParse } from './schema';
