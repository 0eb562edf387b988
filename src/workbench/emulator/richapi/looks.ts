import { cellsIn, contains, type Area } from '../../../sheet/snapshot';
import { EMPTY_CELL, type EmulatedLook, type EmulatedCell, type LineSide } from '../cell';
import { enter } from '../input';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { color, invalidArgument, needed, type RichObject } from './protocol';

type Dressing = (there: EmulatedLook) => EmulatedLook;

function dress(context: RichContext, sheet: EmulatedSheet, area: Area, dressed: Dressing): void {
  context.guardObjects(sheet);
  const writes = Array.from(cellsIn(area), (cell) => {
    const content = sheet.cell(cell);
    const there = content.look ?? {};
    return { cell, content: { ...content, look: { ...there, ...dressed(there) } } };
  });
  context.workbook.format(sheet, writes);
}

function number(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

const HORIZONTAL = new Map<unknown, EmulatedLook>([
  ['General', {}],
  ['Left', { horizontal: 'left' }],
  ['Center', { horizontal: 'center' }],
  ['Right', { horizontal: 'right' }],
]);
const VERTICAL = new Map<unknown, EmulatedLook>([
  ['Top', { vertical: 'top' }],
  ['Center', { vertical: 'center' }],
  ['Bottom', { vertical: 'bottom' }],
]);

/** Excel refuses what is no place. */
function placeIn(places: ReadonlyMap<unknown, EmulatedLook>, value: unknown): EmulatedLook {
  const place = places.get(value);
  if (place === undefined) throw invalidArgument();
  return place;
}

interface Edge {
  readonly side: LineSide;
  readonly on: (area: Area) => Area;
}

const lastRow = (area: Area): Area => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 });
const lastColumn = (area: Area): Area => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 });

/** At which cells of an area the lines of an edge stand, and at which of their sides. */
const EDGES = new Map<unknown, Edge>([
  ['EdgeTop', { side: 'top', on: (area) => ({ ...area, rowCount: 1 }) }],
  ['EdgeBottom', { side: 'bottom', on: lastRow }],
  ['EdgeLeft', { side: 'left', on: (area) => ({ ...area, columnCount: 1 }) }],
  ['EdgeRight', { side: 'right', on: lastColumn }],
  // A single row or column has no lines inside.
  ['InsideHorizontal', { side: 'bottom', on: (area) => ({ ...area, rowCount: area.rowCount - 1 }) }],
  ['InsideVertical', { side: 'right', on: (area) => ({ ...area, columnCount: area.columnCount - 1 }) }],
]);

function borderObject(context: RichContext, sheet: EmulatedSheet, area: Area, key: unknown): RichObject {
  const { side, on } = needed(EDGES.get(key));
  const edge = on(area);
  if (edge.rowCount === 0 || edge.columnCount === 0) throw invalidArgument();
  const draw = (line: string | null) =>
    dress(context, sheet, edge, ({ lines = {} }) => {
      const { [side]: _before, ...others } = lines;
      return { lines: line === null ? others : { ...others, [side]: line } };
    });
  return {
    type: 'RangeBorder',
    set: {
      Style: (value) => draw(value === 'Continuous' ? '#000000' : null),
      Color: (value) => draw(color(value)),
    },
  };
}

/** How cells look: font, wrapping, lines, the width of their columns; `fill` colours them. */
export function rangeFormatObject(
  context: RichContext,
  sheet: EmulatedSheet,
  area: Area,
  fill: (color: string) => void,
): RichObject {
  const set = (look: EmulatedLook): void => dress(context, sheet, area, () => look);
  return {
    type: 'RangeFormat',
    set: {
      ColumnWidth: (value) => {
        context.guardObjects(sheet);
        const widths = new Map(sheet.furniture.widths);
        for (let at = 0; at < area.columnCount; at += 1) widths.set(area.column + at, number(value));
        context.workbook.furnish(sheet, { widths });
      },
      WrapText: (value) => set({ wrap: value === true }),
      HorizontalAlignment: (value) => set(placeIn(HORIZONTAL, value)),
      VerticalAlignment: (value) => set(placeIn(VERTICAL, value)),
    },
    navigate: {
      Fill: () => ({ type: 'RangeFill', set: { Color: (value) => fill(color(value)) } }),
      Font: () => ({
        type: 'RangeFont',
        set: {
          Bold: (value) => set({ bold: value === true }),
          Size: (value) => set({ size: number(value) }),
          Color: (value) => set({ color: color(value) }),
        },
      }),
      Borders: () => ({
        type: 'RangeBorderCollection',
        item: (edge) => borderObject(context, sheet, area, edge),
      }),
    },
  };
}

/** Makes a cell lead to another one; the text that is displayed becomes its value. */
export function linkCell(context: RichContext, sheet: EmulatedSheet, area: Area, value: unknown): void {
  if (typeof value !== 'object' || value === null || !('documentReference' in value)) throw invalidArgument();
  if (typeof value.documentReference !== 'string') throw invalidArgument();
  const text = 'textToDisplay' in value && typeof value.textToDisplay === 'string' ? value.textToDisplay : '';
  const content: EmulatedCell = enter(sheet.cell(area), text);
  context.guardWrite(sheet, area);
  const look = { ...content.look, link: value.documentReference };
  context.workbook.write(sheet, area, [{ cell: area, content: { ...content, look } }], 'addin');
}

/** Empties cells, formats included. */
export function clearCells(context: RichContext, sheet: EmulatedSheet, area: Area): void {
  context.guardWrite(sheet, area);
  const inside = [...sheet.cells()].filter(([cell]) => contains(area, cell));
  const used = sheet.usedArea();
  if (used === null || inside.length === 0) return;
  context.workbook.write(
    sheet,
    used,
    inside.map(([cell]) => ({ cell, content: EMPTY_CELL })),
    'addin',
  );
}
