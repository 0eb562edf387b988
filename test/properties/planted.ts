import fc from 'fast-check';
import { figureCells, type FigureRole } from '../../src/checks/figures';
import { recognise } from '../../src/form/recognise';
import { cellAt, type CellRef, type SheetSnapshot } from '../../src/sheet/snapshot';
import { withCell } from '../support/transform';
import { generated } from './spoilt';

/** Figures that add up to or follow from others. */
const ROLES: ReadonlySet<FigureRole> = new Set<FigureRole>([
  ...(['weight', 'score', 'groupWeight', 'groupScore', 'totalWeight', 'total', 'amount', 'rate'] as const),
]);

function arithmeticCells(snapshot: SheetSnapshot): CellRef[] {
  return recognise(snapshot).forms.flatMap((form) =>
    [...figureCells(form).values()].flatMap(({ figure, role }) =>
      ROLES.has(role) && figure.state === 'figure' && typeof cellAt(snapshot, figure.at).value === 'number'
        ? [figure.at]
        : [],
    ),
  );
}

/** By how much a figure is off: a digit more or less, or by a part of it. */
const change = fc.oneof(
  fc.constantFrom(1, -1, 2, -3, 0.5, -0.4, 10).map((by) => (value: number) => value + by),
  fc.constantFrom(0.1, 0.9, 1.1, 10).map((by) => (value: number) => Math.round(value * by * 100) / 100),
);

/** A form in order of which one to four figures were then written wrong. */
export const planted: fc.Arbitrary<SheetSnapshot> = fc
  .tuple(generated, fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 4 }))
  .map(([snapshot, errors]) => {
    const cells = arithmeticCells(snapshot);
    return errors.reduce((sheet, [at, wrong]) => {
      const cell = cells[at % Math.max(1, cells.length)];
      const value = cell === undefined ? null : cellAt(sheet, cell).value;
      return cell === undefined || typeof value !== 'number' ? sheet : withCell(sheet, cell, Math.max(0, wrong(value)));
    }, snapshot);
  });
