import { parseArea } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';
import type { LayoutCell, SheetLayout } from './layout';
import { DEPARTMENT, PROJECT, type PrintedForm } from './printed';

export type { SheetLayout } from './layout';
export { DEPARTMENT, PROJECT } from './printed';

/** The forms that can be begun, the usual one first; the rules of a place follow from what is written into it. */
export const NEW_FORMS: readonly PrintedForm[] = [PROJECT, DEPARTMENT];

function cellOf(text: string): LayoutCell {
  if (text === '' || text === '<' || text === '^') return { value: null };
  if (text.startsWith('=')) return { value: null, formula: text };
  return { value: /^\d+$/.test(text) ? Number(text) : text };
}

/** How many cells of a mark follow. */
function count(following: readonly (string | undefined)[], mark: string): number {
  const end = following.findIndex((text) => text !== mark);
  return end < 0 ? following.length : end;
}

function mergesIn(grid: readonly (readonly string[])[]): Area[] {
  const areas = grid.flatMap((texts, row) =>
    texts.map((text, column): Area => {
      const below = grid.slice(row + 1).map((line) => line[column]);
      const alone = text === '<' || text === '^';
      const columnCount = alone ? 1 : 1 + count(texts.slice(column + 1), '<');
      return { row, column, rowCount: alone ? 1 : 1 + count(below, '^'), columnCount };
    }),
  );
  return areas.filter(({ rowCount, columnCount }) => rowCount * columnCount > 1);
}

/**
 * An empty form as it is printed: with its heading rows, merged areas, widths, lines, number formats, print area, and a
 * total that is a formula.
 */
export function newForm(printed: PrintedForm): SheetLayout {
  const { name, widths, landscape, rows, looks, titleRow } = printed;
  const grid = rows.split('\n').flatMap((line) => (line === '' ? [] : [line.split('|')]));
  return {
    ...{ name, widths, landscape, merges: mergesIn(grid) },
    rows: grid.map((texts) => texts.map(cellOf)),
    styles: looks.flatMap(([address, look]) => {
      const area = parseArea(address);
      return area === null ? [] : [{ area, ...look }];
    }),
    printArea: { row: 0, column: 0, rowCount: grid.length, columnCount: widths.length },
    titleRows: { first: titleRow - 1, last: titleRow - 1 },
  };
}
