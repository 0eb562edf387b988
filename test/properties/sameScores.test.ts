import fc from 'fast-check';
import { arithmeticOf } from '../../src/checks/finding';
import { review } from '../../src/review';
import { parseAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { formInOrder, SCORED_LAYOUTS, spread } from '../fixtures/generated';
import { FULL_EXECUTION, render } from '../fixtures/render';
import type { MoneySpec } from '../fixtures/spec';
import { shifted, withBlankRow, withRowsAtEnd, withWideFigures } from '../support/transform';
import { planted } from './planted';
import { scoresOf } from './scoresOf';
import { spoilt } from './spoilt';

const layout = fc.constantFrom(...SCORED_LAYOUTS);
const RUNS = { numRuns: 80 };

const corpus = fc.constantFrom(...FORMS_IN_ORDER).map(({ rows }) => sheetOf(rows));
const generated = fc
  .tuple(layout, formInOrder, spread)
  .map(([id, spec, how]) => render(id, spec, { spread: how }).sheet);
const anyForm = fc.oneof(generated, corpus);

test('where the form stands in the sheet changes no score', () => {
  fc.assert(
    fc.property(anyForm, fc.nat({ max: 40 }), fc.nat({ max: 30 }), (snapshot, row, column) => {
      expect(scoresOf(shifted(snapshot, { row, column }))).toEqual(scoresOf(snapshot));
    }),
    RUNS,
  );
});

test('blank rows, wherever they are put in, change no score', () => {
  fc.assert(
    fc.property(anyForm, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (snapshot, places) => {
      const spaced = places.reduce((sheet, at) => withBlankRow(sheet, at % (sheet.rowCount + 1)), snapshot);
      expect(scoresOf(spaced)).toEqual(scoresOf(snapshot));
    }),
    RUNS,
  );
});

test('figures in full-width characters change no score', () => {
  fc.assert(
    fc.property(generated, (snapshot) => {
      expect(scoresOf(withWideFigures(snapshot))).toEqual(scoresOf(snapshot));
    }),
    RUNS,
  );
});

test('labels that are merged, repeated in each row or followed by blanks change no score', () => {
  fc.assert(
    fc.property(layout, formInOrder, (id, spec) => {
      const scores = scoresOf(render(id, spec, { spread: 'merged' }).sheet);
      expect(scoresOf(render(id, spec, { spread: 'repeated' }).sheet)).toEqual(scores);
      expect(scoresOf(render(id, spec, { spread: 'blank' }).sheet)).toEqual(scores);
    }),
    RUNS,
  );
});

test('元 for 万元 changes no score', () => {
  const money = (line: MoneySpec, by: number): MoneySpec => ({
    ...line,
    initial: 80 * by,
    budget: 100 * by,
    spent: 92.5 * by,
    rate: '92.5%',
    stated: 9.25,
  });
  fc.assert(
    fc.property(fc.constantFrom('L2', 'L12'), formInOrder, (id, spec) => {
      const [scores, inYuan] = [
        ['项目资金（万元）', 1],
        ['项目资金（元）', 10_000],
      ].map(([heading, by]) => {
        const lines = FULL_EXECUTION.lines.map((line) => money(line, Number(by)));
        return scoresOf(render(id, { ...spec, budget: { heading: String(heading), lines } }).sheet);
      });
      expect(inYuan).toEqual(scores);
    }),
    RUNS,
  );
});

test('the block of the money may stand below the indicators', () => {
  fc.assert(
    fc.property(fc.constantFrom('L2', 'L12'), formInOrder, (id, spec) => {
      const { sheet, at } = render(id, spec);
      const line = parseAddress(at.money(0, 'label') ?? '')?.row ?? -1;
      expect(scoresOf(withRowsAtEnd(sheet, line - 1, line + 1))).toEqual(scoresOf(sheet));
    }),
    RUNS,
  );
});

test('the same sheet gives the same review and ledger, to the last byte', () => {
  // A calculation is worked out when it is asked for.
  const bytes = (snapshot: SheetSnapshot): string => {
    const reviewed = review(snapshot);
    const ledger = reviewed.forms.map(({ comparisons }) => comparisons.map(arithmeticOf));
    return JSON.stringify([reviewed, ledger]);
  };
  fc.assert(
    fc.property(fc.oneof(anyForm, spoilt, planted), (snapshot) => {
      expect(bytes(structuredClone(snapshot))).toBe(bytes(snapshot));
    }),
    RUNS,
  );
});
