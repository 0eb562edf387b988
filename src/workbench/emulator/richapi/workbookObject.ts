import { commentsObject } from './comments';
import type { RichContext } from './context';
import type { RichObject } from './protocol';
import { rangeObject } from './ranges';
import { worksheetObject, worksheetsObject } from './worksheets';

/** The root of the object model. */
export function workbookObject(context: RichContext): RichObject {
  const { workbook } = context;
  const active = (): RichObject => worksheetObject(context, workbook.active);
  const selected = (): RichObject => rangeObject(context, workbook.active, workbook.selection, active);
  return {
    type: 'Workbook',
    get: { Name: () => workbook.name, ReadOnly: () => workbook.readOnly },
    navigate: {
      Worksheets: () => worksheetsObject(context),
      Comments: () =>
        commentsObject(context, null, (sheet, area) =>
          rangeObject(context, sheet, area, () => worksheetObject(context, sheet)),
        ),
      Application: () => ({
        type: 'Application',
        get: { CalculationMode: () => 'Automatic' },
        call: {
          // Everything is always calculated; painting is the page's own business.
          Calculate: () => undefined,
          SuspendApiCalculationUntilNextSync: () => undefined,
          SuspendScreenUpdatingUntilNextSync: () => undefined,
        },
      }),
    },
    call: {
      GetSelectedRange: selected,
      GetActiveCell: () =>
        rangeObject(context, workbook.active, { ...workbook.selection, rowCount: 1, columnCount: 1 }, active),
    },
  };
}
