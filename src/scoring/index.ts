// Reading rulebooks from outside (`schema.ts`, `readRulebook.ts`) is not among these: most reviews need none of it.
export { BUILT_IN, FALLBACK } from './builtIn';
export { chooseRulebook, type RulebookChoice } from './choose';
export { claimedScore, type ScoreClaim } from './claims';
export { describeRule } from './describe';
export { changeAt, type Difference, differences, type EditPath, originalOf, ownCopyOf, valueAt } from './edit';
export { matches, ruleFor } from './match';
export { nameAt, pathOf, placeInWords } from './places';
export { gradeOf, rescore } from './rescore';
