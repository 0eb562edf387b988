import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';

/** What is said loudly of a form, each as its check and its message. */
export function loud(rows: string): string[] {
  const { forms, none } = review(sheetOf(rows));
  if (none !== null) return [none.reason];
  return forms.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ check, message }) => `${check}: ${message}`),
  );
}

export interface Whole {
  readonly name: string;
  readonly rows: string;
  /** One text put in the place of another, and the check that is to say so. */
  readonly faults: readonly (readonly [from: string, to: string, check: string])[];
}

/** A form in order raises nothing, and each single fault in it is told. */
export function describeWhole(forms: readonly Whole[]): void {
  describe.each(forms)('$name', ({ rows, faults }) => {
    test('in order: nothing is wrong', () => {
      expect(loud(rows)).toEqual([]);
    });

    test.each(faults)('%s → %s', (from, to, check) => {
      const spoilt = rows.replace(from, to);
      expect(spoilt).not.toBe(rows);
      expect(loud(spoilt).filter((said) => said.startsWith(check))).not.toEqual([]);
    });
  });
}
