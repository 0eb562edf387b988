import type { MappedFigure } from '../../checks/coverage';
import { loadAnnotations } from './annotationState';
import { highlight, isOfMap } from './marks';
import { lookAfter, run } from './run';

/**
 * Colours figures of a sheet by how they stand, with conditional formats of ours, so that no fill of the sheet's own is
 * lost; `null` takes the colours away. Comments and highlights stay. After a failure either all are coloured or none.
 */
export async function showMap(sheetId: string, figures: readonly MappedFigure[] | null): Promise<void> {
  const wanted = figures ?? [];
  const asked: string[] = [];
  try {
    await run(async (context, learnt) => {
      const existing = await loadAnnotations(context, sheetId, learnt);
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const old = existing.highlights.filter(({ kind }) => isOfMap(kind));
      for (const { object } of old) object.delete();
      for (const { cell, verdict } of wanted) highlight(sheet, cell, `map-${verdict}`);
      if (old.length + wanted.length === 0) return;
      asked.push(sheetId);
      await context.sync();
    });
  } catch (error) {
    if (asked.length === 0 || (await settle(sheetId, wanted.length, error)) !== true) throw error;
  }
}

/** Whether all of a colouring is there nevertheless; else what is there is taken away. */
function settle(sheetId: string, wanted: number, failure: unknown): Promise<boolean | null> {
  return lookAfter(failure, '数字的颜色没有标完，也没有能去掉；请再点一次。', async (context) => {
    const { highlights } = await loadAnnotations(context, sheetId, {});
    const ours = highlights.filter(({ kind }) => isOfMap(kind) || kind === null);
    if (ours.length === wanted && ours.every(({ kind }) => isOfMap(kind))) return true;
    for (const { object } of ours) object.delete();
    await context.sync();
    return false;
  });
}
