import type { Rulebook } from '../../scoring/rulebook';
import { parseArea } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';
import type { LayoutCell, SheetLayout } from './layout';
import { DEPARTMENT, PROJECT, type PrintedForm } from './printed';

export type { LayoutCell, SheetLayout } from './layout';

/** What is known of a form before it is filled in. */
export interface NewForm {
  readonly year?: number | null;
  readonly organisation?: string;
}

/** A rulebook is for the kind of form that it says it fits: a department's with 管理效能, a project's with a scored budget row. */
function printedFor({ fits }: Rulebook): PrintedForm | null {
  if (fits.some(({ groups }) => groups?.includes('管理效能') === true)) return DEPARTMENT;
  return fits.some(({ scoredBudget }) => scoredBudget === true) ? PROJECT : null;
}

/** Whether an empty form can be laid out for a rulebook. */
export function canBegin(rulebook: Rulebook): boolean {
  return printedFor(rulebook) !== null;
}

function cellOf(text: string, put: ReadonlyMap<string, string>): LayoutCell {
  if (text === '' || text === '<' || text === '^') return { value: null };
  if (text.startsWith('=')) return { value: null, formula: text };
  return { value: /^\d+$/.test(text) ? Number(text) : text.replace(/\{\w+\}/, (name) => put.get(name) ?? name) };
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
 * The empty form that a rulebook is for, as it is printed: with its heading rows, merged areas, widths, lines, number
 * formats, print area, and a total that is a formula. `null` for a rulebook that says of no printed form that it fits.
 */
export function newForm(rulebook: Rulebook, { year = null, organisation = '' }: NewForm = {}): SheetLayout | null {
  const printed = printedFor(rulebook);
  if (printed === null) return null;
  const { name, widths, landscape, rows, looks, titleRow } = printed;
  const put = new Map([
    ['{year}', year?.toString() ?? '    '],
    ['{organisation}', organisation],
  ]);
  const grid = rows.split('\n').flatMap((line) => (line === '' ? [] : [line.split('|')]));
  return {
    ...{ name, widths, landscape, merges: mergesIn(grid) },
    rows: grid.map((texts) => texts.map((text) => cellOf(text, put))),
    styles: looks.flatMap(([address, look]) => {
      const area = parseArea(address);
      return area === null ? [] : [{ area, ...look }];
    }),
    printArea: { row: 0, column: 0, rowCount: grid.length, columnCount: widths.length },
    titleRows: { first: titleRow - 1, last: titleRow - 1 },
  };
}
