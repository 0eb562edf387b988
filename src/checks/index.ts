import * as all from './all';
import { withCauses } from './causes';
import type { Check, CheckInput } from './finding';
import { runAll, type Run, withHidden } from './run';

/** Every check, in the alphabetical order of the ids, as a module's exports stand. */
export const CHECKS: readonly Check[] = Object.values(all);

/** All that the checks hold and say of one form. */
export function runChecks(input: CheckInput): Run {
  const off = input.scores.rulebook.unasked ?? [];
  const checks = off.length === 0 ? CHECKS : CHECKS.filter(({ id }) => !off.some((one) => one === id));
  const { comparisons, findings, ways } = runAll(checks, input);
  const told = withCauses(checks, input, findings, ways).map((finding) => withHidden(input.snapshot, finding));
  return { comparisons, findings: told, ways };
}
