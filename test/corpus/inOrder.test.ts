import { formatAddress } from '../../src/sheet/address';
import { review } from '../../src/review';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { FORMS_WITH_OTHER_POINTS } from '../fixtures/corpus/otherForms';
import { sheetOf } from '../fixtures/corpus/read';

describe('a form in order, as different places print them, raises no error and no warning', () => {
  test.each([...FORMS_IN_ORDER, ...FORMS_WITH_OTHER_POINTS].map((form) => [form.name, form] as const))(
    '%s',
    (_, form) => {
      const { forms } = review(sheetOf(form.rows));
      const [found] = forms;
      expect(forms).toHaveLength(1);
      expect(found?.form.indicators).toHaveLength(form.indicators);
      const loud = found?.findings.filter(({ severity }) => severity !== 'info');
      expect(loud?.map(({ check, cell, message }) => `${check} ${formatAddress(cell)} ${message}`)).toEqual([]);
    },
  );
});
