import type { SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { Grid, rowsBetween } from './grid';
import type { Heading } from './header';

type Headings = readonly [Heading, ...Heading[]];

/**
 * A table whose heading is printed again, on a further page or over its next block, as the one table it is: the rows
 * that say again what the heading above them says are left blank, whole or only the first of its rows.
 *
 * @param start the first row of the form: another above it may have the same items.
 */
export function onOnePage(
  grid: Grid,
  start: number,
  [first, ...others]: Headings,
): { readonly grid: Grid; readonly headings: Headings } {
  const headings: [Heading, ...Heading[]] = [first];
  const again = new Set<number>();
  for (const heading of others) {
    const before = headings.at(-1) ?? first;
    const rows = rowsBetween(heading.row - 1, heading.lastRow + 1).filter((row) => saysAgain(grid, row, before));
    if (rows[0] === heading.row)
      for (const row of [...titlesAbove(grid, start, heading, first), ...rows]) again.add(row);
    else headings.push(heading);
  }
  return { grid: again.size === 0 ? grid : without(grid, again), headings };
}

/** The rows right above a heading printed again that print again what stands above the first one: the title, whose form it is. */
function titlesAbove(grid: Grid, start: number, heading: Heading, first: Heading): readonly number[] {
  const above = { row: start, lastRow: first.row - 1 };
  const other = rowsBetween(first.lastRow, heading.row)
    .reverse()
    .find((row) => !saysAgain(grid, row, above, 0));
  return rowsBetween(other ?? first.lastRow, heading.row);
}

/** Whether a row says nothing but what others say in the same columns, and as much as a heading does at `least`. */
export function saysAgain(
  grid: Grid,
  row: number,
  { row: first, lastRow }: Pick<Heading, 'row' | 'lastRow'>,
  least = 2,
): boolean {
  const cells = grid.filled(row);
  const rows = rowsBetween(first - 1, lastRow + 1);
  return (
    cells.length >= least &&
    cells.every(({ text, at: { column } }) => rows.some((own) => grid.compact(own, column) === compact(text)))
  );
}

/** What a printed page adds to its table: 续表, 第2页 共3页, — 12 —, a drawn line. */
const OF_THE_PAGE =
  /^[(]?(?:(?:附?表[0-9一二三四五]{0,2})?[(]?续(?:[前上]?[表页])?[0-9一二三四五]{0,2}|[接转][上下][表页]|[上下][表页][续接])[)]?$|^(?:第[0-9一二三四五六七八九十]{1,3}页)?[,/]?(?:共[0-9一二三四五六七八九十]{1,3}页)?$|^[-—–·]+[0-9]{1,3}[-—–·]+$|^[-—–=_]{3,}$/;

/** The sheet without the rows that only a printed page has. */
export function withoutPageMarks(grid: Grid): Grid {
  const isMark = ({ text }: SheetCell) => OF_THE_PAGE.test(compact(text));
  const marks = rowsBetween(grid.firstRow - 1, grid.lastRow + 1).filter((row) => {
    const cells = grid.filled(row);
    return cells.length > 0 && cells.every(isMark);
  });
  return marks.length === 0 ? grid : without(grid, new Set(marks));
}

/** The sheet with some rows left blank. */
function without({ snapshot, firstRow }: Grid, rows: ReadonlySet<number>): Grid {
  const values = snapshot.values.map((row, at) => (rows.has(firstRow + at) ? row.map(() => null) : row));
  return new Grid({ ...snapshot, values, merges: snapshot.merges.filter(({ row }) => !rows.has(row)) });
}
