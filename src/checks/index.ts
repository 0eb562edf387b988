import type { Check, CheckInput, Finding } from './finding';
import { runAll } from './run';
import { scoreByRule } from './score-by-rule';
import { totalSum } from './total-sum';

/** Every check, in the alphabetical order of the ids. */
export const CHECKS: readonly Check[] = [scoreByRule, totalSum];

/** All that the checks say of one form, in the order of the sheet; at one cell the louder first. */
export function runChecks(input: CheckInput): Finding[] {
  return runAll(CHECKS, input);
}
