import type { Check, CheckInput, Finding } from '../../src/checks/finding';
import { runChecks } from '../../src/checks';
import { reportsOf, runAll } from '../../src/checks/run';
import type { BudgetBlock, EvaluationForm } from '../../src/form/model';
import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { form, type TestForm, type TestIndicator } from './form';
import { sheet } from './sheet';

function inputOf(built: EvaluationForm, rulebook: Rulebook = FALLBACK): CheckInput {
  return { form: built, scores: rescore(built, rulebook, ''), snapshot: sheet([]) };
}

/** What a check gets to see of rows built by hand. */
export function saidInput(indicators: readonly TestIndicator[]): CheckInput {
  return inputOf(form({ indicators }));
}

/** What checks say of a form built by hand, for what no sheet in order leads to. */
export function findingsOf(checks: readonly Check[], given: TestForm): Finding[] {
  return [...runAll(checks, inputOf(form(given))).findings];
}

/** What one check says of a form: message, expected figure, and its severity where that is not the usual one. */
export function saidOfForm(check: Check, built: EvaluationForm, rulebook?: Rulebook): string[] {
  return reportsOf(check, inputOf(built, rulebook)).map(({ message, expected, severity }) =>
    [message, expected, severity === check.severity ? undefined : severity]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

/** The causes that all checks together name of a form, the loud ones, each with what follows from it. */
export function causesOfForm(built: EvaluationForm): string[] {
  const { findings } = runChecks(inputOf(built));
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, follows = [] }) => [check, ...follows.map((one) => one.check)].join(' → '));
}

/** The same of one row. */
export function saidOf(check: Check, row: TestIndicator, budget?: BudgetBlock): string[] {
  const indicators = [{ weight: 10, stated: 10, ...row }];
  return saidOfForm(check, form({ indicators, ...(budget === undefined ? {} : { budget }) }));
}
