import type { RichContext } from './context';
import type { RichObject } from './protocol';
import { worksheetsObject } from './worksheets';

/** The root of the object model. */
export function workbookObject(context: RichContext): RichObject {
  const { workbook } = context;
  return {
    type: 'Workbook',
    get: { Name: () => workbook.name, ReadOnly: () => workbook.readOnly },
    navigate: { Worksheets: () => worksheetsObject(context) },
  };
}
