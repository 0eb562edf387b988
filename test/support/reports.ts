import type { Check, CheckInput, Report } from '../../src/checks/finding';
import { isAgreement } from '../../src/checks/run';

/** The reports of a check, without what it found in order. */
export function reportsOf(check: Check, input: CheckInput): Report[] {
  return [...check.run(input)].flatMap((outcome) => (isAgreement(outcome) ? [] : [outcome]));
}
