import { type Area, intersection } from '../../../sheet/snapshot';
import type { EmulatedConditionalFormat } from '../cell';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { ApiError, collection, entry, itemNotFound, text, type RichObject } from './protocol';

type Range = (area: Area) => RichObject;

/** The conditional formats on an area; only those with a formula of their own can be added. */
export function conditionalFormatsObject(
  context: RichContext,
  sheet: EmulatedSheet,
  area: Area,
  ranges: Range,
): RichObject {
  const on = (): readonly EmulatedConditionalFormat[] => {
    context.guardSheet(sheet);
    return sheet.conditionalFormats.filter((format) => intersection(format.area, area) !== null);
  };
  const object = ({ id }: EmulatedConditionalFormat): RichObject => conditionalFormatObject(context, sheet, id, ranges);
  return collection('ConditionalFormatCollection', on, object, (id) => on().find((format) => format.id === id), {
    ClearAll: () => {
      context.guardObjects(sheet);
      const kept = sheet.conditionalFormats.filter((format) => intersection(format.area, area) === null);
      context.workbook.setConditionalFormats(sheet, kept);
    },
    Add: (type) => {
      if (type !== 'Custom')
        throw new ApiError('ApiNotFound', `ConditionalFormat ${String(type)} is not emulated`, 404);
      context.guardObjects(sheet);
      const format = {
        id: context.workbook.newId(),
        area,
        formula: '',
        fill: null,
        fontColor: null,
      };
      // A new format comes before the others, as in Excel.
      context.workbook.setConditionalFormats(sheet, [format, ...sheet.conditionalFormats]);
      return object(format);
    },
  });
}

function conditionalFormatObject(context: RichContext, sheet: EmulatedSheet, id: string, ranges: Range): RichObject {
  const own = entry(
    id,
    () => sheet.conditionalFormats,
    (formats) => {
      context.guardObjects(sheet);
      context.workbook.setConditionalFormats(sheet, formats);
    },
  );
  const current = (): EmulatedConditionalFormat => {
    const format = own.current();
    if (format.unreadable === true) throw itemNotFound();
    return format;
  };
  const change = (part: Partial<EmulatedConditionalFormat>): void => {
    current();
    own.change(part);
  };
  const color = (type: string, key: 'fill' | 'fontColor') => (): RichObject => ({
    type,
    get: { Color: () => current()[key] ?? '' },
    set: { Color: (value) => change({ [key]: text(value).toUpperCase() }) },
    call: { Clear: () => change({ [key]: null }) },
  });
  return {
    type: 'ConditionalFormat',
    idProperty: 'Id',
    get: {
      Id: () => current().id,
      Type: () => {
        current();
        return 'Custom';
      },
    },
    navigate: {
      Custom: () => ({
        type: 'CustomConditionalFormat',
        navigate: {
          Rule: () => ({
            type: 'ConditionalFormatRule',
            get: { Formula: () => current().formula },
            set: { Formula: (value) => change({ formula: text(value) }) },
          }),
          Format: () => ({
            type: 'ConditionalRangeFormat',
            navigate: {
              Fill: color('ConditionalRangeFill', 'fill'),
              Font: color('ConditionalRangeFont', 'fontColor'),
            },
          }),
        },
      }),
    },
    call: {
      GetRanges: () => ranges(current().area),
      Delete: () => {
        current();
        own.remove();
      },
    },
  };
}
