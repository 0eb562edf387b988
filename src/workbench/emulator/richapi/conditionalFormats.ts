import type { Area } from '../../../sheet/snapshot';
import type { EmulatedConditionalFormat } from '../cell';
import { intersects } from '../grid';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { ApiError, invalidArgument, itemNotFound, NULL_OBJECT, type Resolved, type RichObject } from './protocol';

type Range = (area: Area) => RichObject;

function text(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** The conditional formats on an area; only those with a formula of their own can be added. */
export function conditionalFormatsObject(
  context: RichContext,
  sheet: EmulatedSheet,
  area: Area,
  range: Range,
  ranges: Range,
): RichObject {
  const on = (): readonly EmulatedConditionalFormat[] => {
    context.guardSheet(sheet);
    return sheet.conditionalFormats.filter((format) => intersects(format.area, area));
  };
  const find = (id: unknown): EmulatedConditionalFormat | undefined => on().find((format) => format.id === id);
  const object = ({ id }: EmulatedConditionalFormat): RichObject =>
    conditionalFormatObject(context, sheet, id, range, ranges);
  return {
    type: 'ConditionalFormatCollection',
    items: () => on().map(object),
    item: (id) => {
      const format = find(id);
      if (format === undefined) throw itemNotFound();
      return object(format);
    },
    call: {
      GetCount: () => on().length,
      GetItemAt: (at) => {
        const format = typeof at === 'number' ? on()[at] : undefined;
        if (format === undefined) throw itemNotFound();
        return object(format);
      },
      ClearAll: () => {
        context.guardObjects(sheet);
        const kept = sheet.conditionalFormats.filter((format) => !intersects(format.area, area));
        context.workbook.setConditionalFormats(sheet, kept);
      },
      GetItemOrNullObject: (id): Resolved => {
        const format = find(id);
        return format === undefined ? NULL_OBJECT : object(format);
      },
      Add: (type) => {
        if (type !== 'Custom')
          throw new ApiError('ApiNotFound', `ConditionalFormat ${String(type)} is not emulated`, 404);
        context.guardObjects(sheet);
        const format: EmulatedConditionalFormat = {
          id: context.workbook.newId(),
          area,
          formula: '',
          fill: null,
          fontColor: null,
          stopIfTrue: false,
        };
        // A new format comes before the others, as in Excel.
        context.workbook.setConditionalFormats(sheet, [format, ...sheet.conditionalFormats]);
        return object(format);
      },
    },
  };
}

function conditionalFormatObject(
  context: RichContext,
  sheet: EmulatedSheet,
  id: string,
  range: Range,
  ranges: Range,
): RichObject {
  const current = (): EmulatedConditionalFormat => {
    const format = sheet.conditionalFormats.find((one) => one.id === id);
    if (format === undefined || format.unreadable === true) throw itemNotFound();
    return format;
  };
  const change = (part: Partial<EmulatedConditionalFormat>): void => {
    context.guardObjects(sheet);
    const changed = { ...current(), ...part };
    context.workbook.setConditionalFormats(
      sheet,
      sheet.conditionalFormats.map((format) => (format.id === id ? changed : format)),
    );
  };
  const color = (type: string, get: () => string | null, set: (value: string | null) => void): RichObject => ({
    type,
    get: { Color: () => get() ?? '' },
    set: { Color: (value) => set(text(value).toUpperCase()) },
    call: { Clear: () => set(null) },
  });
  const custom = (): RichObject => ({
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
          Fill: () =>
            color(
              'ConditionalRangeFill',
              () => current().fill,
              (fill) => change({ fill }),
            ),
          Font: () =>
            color(
              'ConditionalRangeFont',
              () => current().fontColor,
              (fontColor) => change({ fontColor }),
            ),
        },
      }),
    },
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
      Priority: () => sheet.conditionalFormats.findIndex((format) => format.id === id),
      StopIfTrue: () => current().stopIfTrue,
    },
    set: { StopIfTrue: (value) => change({ stopIfTrue: value === true }) },
    navigate: { Custom: custom, CustomOrNullObject: custom },
    call: {
      GetRange: () => range(current().area),
      GetRangeOrNullObject: () => range(current().area),
      GetRanges: () => ranges(current().area),
      Delete: () => {
        context.guardObjects(sheet);
        current();
        context.workbook.setConditionalFormats(
          sheet,
          sheet.conditionalFormats.filter((format) => format.id !== id),
        );
      },
    },
  };
}
