// Reading and editing rulebooks (`rulebook.ts`, `readRulebook.ts`, `places.ts`) are not among these: most reviews need none of it.
export { BUILT_IN, FALLBACK } from './builtIn';
export { chooseRulebook } from './choose';
export { claimedScore } from './claims';
export { changeAt, differences, type EditPath, originalOf, ownCopyOf, valueAt } from './edit';
export { matches, ruleFor } from './match';
export { bandOf, capOf, EXECUTION_WEIGHTS, gradeOf, isUnsignedPenalty, rescore } from './rescore';
export { describeRule } from './rules';
