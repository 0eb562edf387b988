import fc from 'fast-check';
import { mendAll, type MendAll } from '../../src/advice/mendAll';
import type { Finding } from '../../src/checks/finding';
import { review, type FormReview } from '../../src/review';
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

interface Mended {
  readonly form: FormReview;
  /** All that can be mended in it. */
  readonly all: MendAll | null;
}

/** The sheet once all that can be mended is written into it. */
function mendedSheet(snapshot: SheetSnapshot, mended: readonly Mended[]): SheetSnapshot {
  const edits = mended.flatMap(({ all }) => all?.plan.edits ?? []);
  return edits.reduce((sheet, { cell, after }) => withCell(sheet, cell, after), snapshot);
}

/** The total that a form has by what was said once all that can be mended is. */
const totalSaid = ({ form, all }: Mended) => (all?.total?.after ?? form.scores.total.stated)?.toString() ?? null;

/** Findings that say of the total that it becomes another one than it is once all are mended. */
function unlikeTotals({ form, all }: Mended): Finding[] {
  // A score that offers no figure is left to a person, who may have it give another total.
  const open = form.findings.some(
    ({ severity, fix, becomes }) => severity === 'error' && becomes !== undefined && !fix,
  );
  const after = all?.total?.after;
  return after === undefined || open
    ? []
    : form.findings.filter(({ becomes }) => becomes !== undefined && !after.equals(becomes));
}

test.each([
  ['in which figures were written wrong', planted, 120],
  ['in which anything was overwritten', spoilt, 60],
  ['in which one error was made, in a layout that nobody has seen', drawn, 80],
] as const)(
  'mending all leaves nothing to be mended in a form %s, and the total that was said',
  (_, sheets, numRuns) => {
    fc.assert(
      fc.property(sheets, (snapshot) => {
        const mended = review(snapshot).forms.map((form): Mended => ({ form, all: mendAll(form) }));
        const after = review(mendedSheet(snapshot, mended)).forms;
        const left = after
          .flatMap(({ findings }) => findings)
          .filter(({ check, severity, fix }) => fix && (severity !== 'info' || check === 'total-sum'));
        expect(left.map(said)).toEqual([]);
        expect(mended.flatMap(unlikeTotals).map(said)).toEqual([]);
        expect(after.map(({ scores }) => scores.total.stated?.toString() ?? null)).toEqual(mended.map(totalSaid));
      }),
      { numRuns },
    );
  },
);
