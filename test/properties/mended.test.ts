import fc from 'fast-check';
import { mendAll } from '../../src/advice/mendAll';
import { mendedInput, valueOf } from '../../src/checks/mended';
import { runChecks } from '../../src/checks';
import { review } from '../../src/review';
import { cellKey } from '../../src/sheet/snapshot';
import { spoilt } from './spoilt';

const ARITHMETIC = new Set(['score-by-rule', 'group-score', 'total-sum']);

test('once all that can be mended is, no arithmetic finding is left that offers a mend', () => {
  fc.assert(
    fc.property(spoilt, (snapshot) => {
      for (const form of review(snapshot).forms) {
        const all = mendAll(form);
        if (all === null) continue;
        const values = new Map(
          all.mends.flatMap(({ cell, after }) => {
            const value = valueOf(after);
            return value === null ? [] : [[cellKey(cell), value] as const];
          }),
        );
        const { findings } = runChecks(mendedInput(form, values));
        const left = findings.filter(
          ({ check, severity, fix }) => ARITHMETIC.has(check) && severity !== 'info' && fix !== undefined,
        );
        expect(left.map(({ check, message }) => `${check} ${message}`)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
