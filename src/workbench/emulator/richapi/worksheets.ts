import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import { type Area, oneCell } from '../../../sheet/snapshot';
import type { EmulatedSheet } from '../sheet';
import { commentsObject } from './comments';
import type { RichContext } from './context';
import { furniture } from './furniture';
import {
  accessDenied,
  ApiError,
  collection,
  EVENT,
  integer,
  invalidArgument,
  NULL_OBJECT,
  text,
  type RichObject,
} from './protocol';
import { rangeObject } from './ranges';

const WHOLE: Area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };

/** Names of the methods by which the client registers for an event, and the event's number. */
const REGISTRATIONS: readonly (readonly [method: string, event: number])[] = [
  ['DataChangedEvent', EVENT.changed],
  ['SelectionChangedEvent', EVENT.selectionChanged],
  ['ActivatedEvent', EVENT.activated],
  ['AddedEvent', EVENT.added],
  ['DeletedEvent', EVENT.deleted],
  ['EventNameChanged', EVENT.nameChanged],
];

function registrations(context: RichContext): Record<string, () => void> {
  return Object.fromEntries(
    REGISTRATIONS.flatMap(([method, event]) => [
      [`_Register${method}`, () => context.register(event, 1)],
      [`_Unregister${method}`, () => context.register(event, -1)],
    ]),
  );
}

function worksheetObject(context: RichContext, sheet: EmulatedSheet): RichObject {
  const { workbook } = context;
  const range = (area: Area): RichObject => {
    context.guardSheet(sheet);
    return rangeObject(context, sheet, area);
  };
  return {
    type: 'Worksheet',
    idProperty: 'Id',
    get: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Visibility: () => sheet.visibility,
    },
    set: {
      Name: (value) => {
        context.guardObjects(sheet);
        if (typeof value !== 'string' || !workbook.renameSheet(sheet, value)) throw invalidArgument();
      },
      Gridlines: (value) => workbook.furnish(sheet, { gridlines: value === true }),
    },
    navigate: {
      Comments: () => commentsObject(context, sheet),
      ...furniture(context, sheet),
      Protection: () => ({ type: 'WorksheetProtection', get: { Protected: () => sheet.protection !== null } }),
    },
    call: {
      Activate: () => {
        context.guardSheet(sheet);
        workbook.activate(sheet);
      },
      Delete: () => {
        context.guardSheet(sheet);
        if (!workbook.deleteSheet(sheet, 'addin')) {
          throw new ApiError('InvalidOperation', 'The last worksheet cannot be deleted.');
        }
      },
      GetRange: (address) =>
        typeof address === 'string' && address !== '' ? range(context.locate(address, sheet).area) : range(WHOLE),
      GetCell: (row, column) => range(oneCell({ row: integer(row), column: integer(column) })),
      GetRangeByIndexes: (row, column, rowCount, columnCount) =>
        range({
          row: integer(row),
          column: integer(column),
          rowCount: integer(rowCount),
          columnCount: integer(columnCount),
        }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = sheet.usedArea(valuesOnly === true);
        return used === null ? NULL_OBJECT : range(used);
      },
    },
  };
}

export function worksheetsObject(context: RichContext): RichObject {
  const { workbook } = context;
  const object = (sheet: EmulatedSheet): RichObject => worksheetObject(context, sheet);
  const find = (key: unknown): EmulatedSheet | null => workbook.sheet(text(key));
  return collection('WorksheetCollection', () => workbook.sheets, object, find, {
    GetActiveWorksheet: () => object(workbook.active),
    Add: (name) => {
      if (workbook.readOnly) throw accessDenied();
      if (typeof name === 'string' && find(name) !== null) {
        throw new ApiError('ItemAlreadyExists', 'A resource with the same name already exists.', 409);
      }
      return object(workbook.addSheet(typeof name === 'string' ? name : undefined, 'addin'));
    },
    ...registrations(context),
  });
}
