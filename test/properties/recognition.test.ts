import fc from 'fast-check';
import type { Indicator } from '../../src/form/model';
import { recognise } from '../../src/form/recognise';
import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import type { CellRef } from '../../src/sheet/snapshot';
import { EVERY_LAYOUT, formInOrder, SCORED_LAYOUTS, spread } from '../fixtures/generated';
import { LAYOUTS, type Field } from '../fixtures/layouts';
import { render } from '../fixtures/render';

const where = (located: { readonly at: CellRef } | null | undefined): string | null =>
  located === null || located === undefined ? null : formatAddress(located.at);

const FIELDS: readonly (readonly [Field, (indicator: Indicator) => { readonly at: CellRef } | null])[] = [
  ['name', ({ name }) => name],
  ['weight', ({ weight }) => weight],
  ['stated', ({ stated }) => stated],
  ['actual', ({ actual }) => actual],
  ['evidence', ({ evidence }) => evidence],
];

test.each(EVERY_LAYOUT)('what was written as %s is recognised again, each value in its cell', (id) => {
  fc.assert(
    fc.property(formInOrder, spread, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (spec, how, row, column) => {
      const rendered = render(id, spec, { spread: how, origin: { row, column } });
      const [found] = recognise(rendered.sheet).forms;
      expect(found?.indicators.map(({ name }) => name.value)).toEqual(spec.rows.map(({ name }) => name));
      const fields = LAYOUTS[id].targetColumns ?? LAYOUTS[id].columns;
      for (const [field, of] of FIELDS) {
        // A weight may stand in the label of the block instead.
        if (!fields.some(([, given]) => given === field)) continue;
        const cells = found?.indicators.map((indicator) => where(of(indicator)));
        expect([field, cells]).toEqual([field, spec.rows.map((_, index) => rendered.at.item(index, field))]);
      }
      if (rendered.at.total.stated !== null) expect(where(found?.total?.stated)).toBe(rendered.at.total.stated);
    }),
    { numRuns: 40 },
  );
});

test.each(SCORED_LAYOUTS)('a form in order, written as %s, raises no error and no warning', (id) => {
  fc.assert(
    fc.property(formInOrder, spread, (spec, how) => {
      const findings = review(render(id, spec, { spread: how }).sheet).forms.flatMap((form) => form.findings);
      const loud = findings.filter(({ severity }) => severity !== 'info');
      expect(loud.map(({ cell, message }) => `${formatAddress(cell)} ${message}`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
