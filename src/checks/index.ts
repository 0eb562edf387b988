import type { Check, CheckInput, Finding } from './finding';
import { runAll } from './run';

/** Every check, in the alphabetical order of the ids. */
export const CHECKS: readonly Check[] = [];

/** All that the checks say of one form, in the order of the sheet; at one cell the louder first. */
export function runChecks(input: CheckInput): Finding[] {
  return runAll(CHECKS, input);
}
