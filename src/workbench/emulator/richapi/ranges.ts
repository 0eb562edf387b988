import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import { type Area, around, cellsIn, intersection, oneCell } from '../../../sheet/snapshot';
import type { EmulatedCell } from '../cell';
import { cellText } from '../display';
import { enter, isNumberFormat } from '../input';
import type { EmulatedSheet } from '../sheet';
import { conditionalFormatsObject } from './conditionalFormats';
import type { RichContext } from './context';
import { clearCells, linkCell, rangeFormatObject } from './looks';
import {
  ApiError,
  integer,
  invalidArgument,
  isRichObject,
  NULL_OBJECT,
  type Resolved,
  type RichObject,
} from './protocol';

/** Excel refuses to name more merged areas than this at once. */
const MAX_MERGED_AREAS = 512;
const MAX_TEXT = 32_767;

/** Which area a range object stands for, to take it back out of an argument. */
const areas = new WeakMap<RichObject, { readonly sheet: EmulatedSheet; readonly area: Area }>();

/** The sheet and area of an argument that is a range or an address. */
export function rangeArgument(
  context: RichContext,
  value: unknown,
  ownSheet: EmulatedSheet | null,
): { readonly sheet: EmulatedSheet; readonly area: Area } {
  if (typeof value === 'string') return context.locate(value, ownSheet);
  const found = isRichObject(value) ? areas.get(value) : undefined;
  if (found === undefined) throw invalidArgument();
  return found;
}

function mapCells<T>(sheet: EmulatedSheet, area: Area, map: (cell: EmulatedCell) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, i) =>
    Array.from({ length: area.columnCount }, (_, j) => map(sheet.cell({ row: area.row + i, column: area.column + j }))),
  );
}

/** Writes a value for each cell, or one for all: `null` leaves a cell as it is, as Excel does. */
function writeRange(
  context: RichContext,
  sheet: EmulatedSheet,
  area: Area,
  input: unknown,
  change: (cell: EmulatedCell, value: unknown) => EmulatedCell,
  formatOnly = false,
): void {
  context.guardWrite(sheet, area);
  const rows: readonly unknown[] = Array.isArray(input) ? input : [];
  const fits =
    rows.length === area.rowCount && rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (Array.isArray(input) && !fits) throw sizeMismatch();
  const writes = [...cellsIn(area)].flatMap((cell) => {
    const row = rows[cell.row - area.row];
    const value: unknown = Array.isArray(row) ? row[cell.column - area.column] : input;
    return value === null || value === undefined ? [] : [{ cell, content: change(sheet.cell(cell), value) }];
  });
  if (formatOnly) context.workbook.format(sheet, writes);
  else context.workbook.write(sheet, area, writes, 'addin');
}

function sizeMismatch(): ApiError {
  return new ApiError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

function entered(cell: EmulatedCell, value: unknown): EmulatedCell {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument();
  if (typeof value === 'string' && value.length > MAX_TEXT) throw invalidArgument();
  return enter(cell, value);
}

function formatted(cell: EmulatedCell, value: unknown): EmulatedCell {
  if (typeof value !== 'string' || !isNumberFormat(value)) throw invalidArgument();
  const { shown: _dropped, ...kept } = cell;
  return { ...kept, numberFormat: value };
}

/** A range of cells as Office.js sees it. */
export function rangeObject(context: RichContext, sheet: EmulatedSheet, area: Area): RichObject {
  if (area.row < 0 || area.column < 0 || area.rowCount < 1 || area.columnCount < 1) throw invalidArgument();
  if (area.row + area.rowCount > MAX_ROWS || area.column + area.columnCount > MAX_COLUMNS) throw invalidArgument();
  const range = (part: Area): RichObject => rangeObject(context, sheet, part);
  const live = (): EmulatedSheet => {
    context.guardSheet(sheet);
    return sheet;
  };
  const read = <T>(map: (cell: EmulatedCell) => T): T[][] | null =>
    area.rowCount * area.columnCount > context.workbook.mostCellsAtOnce ? null : mapCells(live(), area, map);
  const usedPart = (valuesOnly: unknown): Area | null => {
    const used = live().usedArea(valuesOnly === true);
    return used === null ? null : intersection(used, area);
  };
  const merged = (): Resolved => {
    const found = live().merges.filter((merge) => intersection(merge, area) !== null);
    if (found.length > MAX_MERGED_AREAS) {
      throw new ApiError('GeneralException', 'There was an internal error while processing the request.', 500);
    }
    return found.length === 0 ? NULL_OBJECT : rangeAreasObject(found, range);
  };
  // `null` where some are and some are not.
  const hides = (lines: readonly number[], first: number, count: number): boolean | null => {
    const inside = lines.filter((line) => line >= first && line < first + count).length;
    return inside === 0 ? false : inside === count ? true : null;
  };
  const object: RichObject = {
    type: 'Range',
    referenced: true,
    get: {
      RowIndex: () => area.row,
      ColumnIndex: () => area.column,
      RowCount: () => area.rowCount,
      ColumnCount: () => area.columnCount,
      RowHidden: () => hides(live().hidden.rows, area.row, area.rowCount),
      ColumnHidden: () => hides(live().hidden.columns, area.column, area.columnCount),
      Values: () => read(({ value }) => value ?? ''),
      Formulas: () => read(({ value, formula }) => (formula === '' ? (value ?? '') : formula)),
      Text: () => read(cellText),
      NumberFormat: () => read(({ numberFormat }) => numberFormat),
    },
    set: {
      Values: (value) => writeRange(context, sheet, area, value, entered),
      Formulas: (value) => writeRange(context, sheet, area, value, entered),
      NumberFormat: (value) => writeRange(context, sheet, area, value, formatted, true),
      Hyperlink: (value) => linkCell(context, sheet, area, value),
    },
    navigate: {
      Format: () =>
        rangeFormatObject(context, sheet, area, (fill) =>
          writeRange(context, sheet, area, fill, (cell) => ({ ...cell, fill }), true),
        ),
      ConditionalFormats: () =>
        conditionalFormatsObject(context, sheet, area, (part) => rangeAreasObject([part], range)),
    },
    call: {
      GetCell: (row, column) => range(oneCell({ row: area.row + integer(row), column: area.column + integer(column) })),
      // The client's own, where it writes many cells in pieces.
      GetRow: (row) => range({ ...area, row: area.row + integer(row), rowCount: 1 }),
      GetBoundingRect: (other) => range(around([area, rangeArgument(context, other, sheet).area]) ?? area),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = usedPart(valuesOnly);
        return used === null ? NULL_OBJECT : range(used);
      },
      GetMergedAreasOrNullObject: merged,
      Merge: () => {
        context.guardObjects(sheet);
        context.workbook.merge(sheet, area);
      },
      Clear: () => clearCells(context, sheet, area),
      Select: () => context.workbook.select(live(), area),
      _ValidateArraySize: (rows, columns) => {
        if (rows !== area.rowCount || columns !== area.columnCount) throw sizeMismatch();
      },
    },
  };
  areas.set(object, { sheet, area });
  return object;
}

/** Several areas of one sheet. */
function rangeAreasObject(parts: readonly Area[], range: (area: Area) => RichObject): RichObject {
  return {
    type: 'RangeAreas',
    referenced: true,
    navigate: { Areas: () => ({ type: 'RangeCollection', items: () => parts.map(range) }) },
  };
}
