import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import { sameCell } from '../../src/sheet/snapshot';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { mutate, mutationsOf } from './mutations';

describe('one error put into a form in order is found where it stands', () => {
  test.each(FORMS_IN_ORDER.map((form) => [form.name, form] as const))('%s', (_, { rows }) => {
    const snapshot = sheetOf(rows);
    const form = review(snapshot).forms[0]?.form;
    if (form === undefined) throw new Error('no form');
    const missed = mutationsOf(form).filter((mutation) => {
      const findings = review(mutate(snapshot, mutation)).forms[0]?.findings ?? [];
      const loud = findings.filter(({ severity }) => severity !== 'info');
      return !loud.some(({ cell, related }) =>
        [cell, ...related].some((found) => mutation.at.some((wanted) => sameCell(found, wanted))),
      );
    });
    expect(missed.map(({ kind, edit, value }) => `${kind} ${formatAddress(edit)} ${String(value)}`)).toEqual([]);
  });
});
