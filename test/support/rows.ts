import type { Check, CheckInput, Finding } from '../../src/checks/finding';
import { runAll } from '../../src/checks/run';
import type { BudgetBlock, EvaluationForm } from '../../src/form/model';
import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { reportsOf } from './reports';
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

/** The same of one row. */
export function saidOf(check: Check, row: TestIndicator, budget?: BudgetBlock): string[] {
  const indicators = [{ weight: 10, stated: 10, ...row }];
  return saidOfForm(check, form({ indicators, ...(budget === undefined ? {} : { budget }) }));
}
