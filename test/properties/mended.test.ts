import fc from 'fast-check';
import { mendAll } from '../../src/advice/mendAll';
import type { Finding } from '../../src/checks/finding';
import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { withCell } from '../support/transform';
import { withFault } from '../survey/faults';
import { drawForm } from '../survey/form';
import { planted } from './planted';
import { spoilt } from './spoilt';

/** A form of another layout in which one error was made that a person might make. */
const drawn: fc.Arbitrary<SheetSnapshot> = fc
  .integer({ min: 1, max: 100_000 })
  .map((seed) => drawForm(seed))
  .map((form) => (withFault(form)?.form ?? form).sheet);

const said = ({ check, message }: Finding) => `${check} ${message}`;

/** The sheet once all that can be mended is written into it. */
function mendedSheet(snapshot: SheetSnapshot): { sheet: SheetSnapshot; totals: (string | null)[] } {
  let sheet = snapshot;
  const totals: (string | null)[] = [];
  for (const form of review(snapshot).forms) {
    const all = mendAll(form);
    totals.push(
      (all === null ? form.scores.total.stated : (all.total?.after ?? form.scores.total.stated))?.toString() ?? null,
    );
    for (const { cell, after } of all?.plan.edits ?? []) sheet = withCell(sheet, cell, after);
  }
  return { sheet, totals };
}

test.each([
  ['in which figures were written wrong', planted, 120],
  ['in which anything was overwritten', spoilt, 60],
  ['in which one error was made, in a layout that nobody has seen', drawn, 60],
] as const)('mending all leaves nothing to be mended in a form %s', (_, sheets, numRuns) => {
  fc.assert(
    fc.property(sheets, (snapshot) => {
      const left = review(mendedSheet(snapshot).sheet).forms.flatMap(({ findings }) =>
        findings.filter(({ severity, fix }) => severity !== 'info' && fix !== undefined),
      );
      expect(left.map(said)).toEqual([]);
    }),
    { numRuns },
  );
});

test('the total that mending all announces is the one that the mended sheet states, and its items add up to it', () => {
  fc.assert(
    fc.property(planted, (snapshot) => {
      const { sheet, totals } = mendedSheet(snapshot);
      const { forms } = review(sheet);
      expect(forms.map(({ scores }) => scores.total.stated?.toString() ?? null)).toEqual(totals);
      const off = forms.flatMap(({ findings }) => findings.filter(({ check, fix }) => check === 'total-sum' && fix));
      expect(off.map(said)).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test.each([
  ['in which figures were written wrong', planted],
  ['in which one error was made', drawn],
])('what a finding says that the total becomes is what it is once all are mended, in a form %s', (_, sheets) => {
  fc.assert(
    fc.property(sheets, (snapshot) => {
      for (const form of review(snapshot).forms) {
        const all = mendAll(form);
        // A score that offers no figure is left to a person, who may have it give another total.
        const open = form.findings.some(
          ({ severity, fix, becomes }) => severity === 'error' && becomes !== undefined && !fix,
        );
        const after = all?.total?.after;
        if (after === undefined || open) continue;
        const others = form.findings.filter(({ becomes }) => becomes !== undefined && !after.equals(becomes));
        expect(others.map(said)).toEqual([]);
      }
    }),
    { numRuns: 80 },
  );
});
