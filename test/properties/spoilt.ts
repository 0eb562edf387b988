import fc from 'fast-check';
import type { CellValue, SheetSnapshot } from '../../src/sheet/snapshot';
import { formInOrder, SCORED_LAYOUTS, spread } from '../fixtures/generated';
import { render } from '../fixtures/render';
import { withCell } from '../support/transform';

export const layout = fc.constantFrom(...SCORED_LAYOUTS);
export const generated = fc
  .tuple(layout, formInOrder, spread)
  .map(([id, spec, how]) => render(id, spec, { spread: how }).sheet);

export const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.trim() !== ''),
  fc.constantFrom('得满分', '２０分', '95%', '=1+1', '__proto__', 'constructor', '无', '/', '#REF!', '0'),
);

/** A form in which some cells were overwritten by anything. */
export const spoilt: fc.Arbitrary<SheetSnapshot> = fc
  .tuple(generated, fc.array(fc.tuple(fc.nat(), fc.nat(), anyValue), { maxLength: 6 }))
  .map(([snapshot, changes]) =>
    changes.reduce(
      (sheet, [row, column, value]) =>
        withCell(sheet, { row: row % sheet.rowCount, column: column % sheet.columnCount }, value),
      snapshot,
    ),
  );
