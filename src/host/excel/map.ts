import type { MappedFigure } from '../../checks/coverage';
import { loadAnnotations } from './annotationState';
import type { Place } from './errors';
import { mapFill, mapFormula } from './marks';
import { placeOf, run } from './run';

/**
 * Colours figures of a sheet by how they stand, with conditional formats of ours, so that no fill of the sheet's own is
 * lost; `null` takes the colours away. Comments and highlights stay.
 */
export async function showMap(sheetId: string, figures: readonly MappedFigure[] | null): Promise<void> {
  let place: Place | undefined;
  await run(
    async (context) => {
      const existing = await loadAnnotations(context, sheetId, (opened) => {
        place = placeOf(opened);
      });
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const old = existing.highlights.filter(({ mapped }) => mapped);
      for (const { object } of old) object.delete();
      for (const { cell, verdict } of figures ?? []) {
        const format = sheet.getCell(cell.row, cell.column).conditionalFormats.add(Excel.ConditionalFormatType.custom);
        format.custom.rule.formula = mapFormula(verdict);
        format.custom.format.fill.color = mapFill(verdict);
      }
      if (old.length + (figures?.length ?? 0) > 0) await context.sync();
    },
    () => place,
  );
}
