import { cellsIn, contains, type Area } from '../../../sheet/snapshot';
import { EMPTY_CELL, type CellLook, type EmulatedCell } from '../cell';
import { enter } from '../input';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { color, invalidArgument, type RichObject } from './protocol';

function dress(context: RichContext, sheet: EmulatedSheet, area: Area, look: CellLook): void {
  context.guardObjects(sheet);
  const writes = Array.from(cellsIn(area), (cell) => {
    const content = sheet.cell(cell);
    return { cell, content: { ...content, look: { ...content.look, ...look } } };
  });
  context.workbook.format(sheet, writes);
}

function number(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

const ALIGNMENTS: ReadonlySet<unknown> = new Set(['Left', 'Center', 'Right', 'General']);

/** Where texts stand is not drawn; Excel refuses what is no place. */
function checkAlignment(value: unknown): void {
  if (!ALIGNMENTS.has(value)) throw invalidArgument();
}

/** How cells look: font, wrapping, lines, the width of their columns; `fill` colours them. */
export function rangeFormatObject(
  context: RichContext,
  sheet: EmulatedSheet,
  area: Area,
  fill: (color: string) => void,
): RichObject {
  const set = (look: CellLook): void => dress(context, sheet, area, look);
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
      HorizontalAlignment: checkAlignment,
      VerticalAlignment: () => undefined,
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
        item: (edge) => ({
          type: 'RangeBorder',
          set: {
            Style: (value) => {
              // A single row or column has no lines inside.
              if (edge === 'InsideHorizontal' && area.rowCount === 1) throw invalidArgument();
              if (edge === 'InsideVertical' && area.columnCount === 1) throw invalidArgument();
              set({ lined: value === 'Continuous' });
            },
            Color: (value) => void color(value),
          },
        }),
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
