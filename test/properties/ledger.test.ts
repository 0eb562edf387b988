import fc from 'fast-check';
import { figureMap, review } from '../../src/review';
import { cellKey } from '../../src/sheet/snapshot';
import { planted } from './planted';
import { spoilt } from './spoilt';

test.each([
  ['spoilt', spoilt],
  ['wrong in some figures', planted],
] as const)('every figure of a form %s is held or not, never both, and together they are all', (_, sheets) => {
  fc.assert(
    fc.property(sheets, (snapshot) => {
      for (const form of review(snapshot).forms) {
        const { figures, stated, checks } = form.coverage;
        expect(figures.held + figures.unheld.length).toBe(figures.total);
        expect(stated.held).toBeLessThanOrEqual(stated.total);
        const compared = new Set(form.comparisons.flatMap(({ cells }) => cells.map(cellKey)));
        expect(figures.unheld.filter(({ cell }) => compared.has(cellKey(cell)))).toEqual([]);
        const map = figureMap(form);
        expect(new Set(map.map(({ cell }) => cellKey(cell))).size).toBe(figures.total);
        expect(map.filter(({ verdict }) => verdict !== 'unheld')).toHaveLength(figures.held);
        expect(map.filter(({ verdict, why }) => (verdict === 'unheld') !== (why !== ''))).toEqual([]);
        expect(checks.reduce((sum, { compared: times }) => sum + times, 0)).toBe(form.comparisons.length);
      }
    }),
    { numRuns: 80 },
  );
});
