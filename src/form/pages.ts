import { compact } from '../sheet/text';
import { Grid, rowsBetween } from './grid';
import type { Heading } from './header';

type Headings = readonly [Heading, ...Heading[]];

/**
 * A table whose heading is printed again, on a further page or over its next block, as the one table it is: the rows
 * that say again what the heading above them says are left blank, whole or only the first of its rows.
 */
export function onOnePage(
  grid: Grid,
  [first, ...others]: Headings,
): { readonly grid: Grid; readonly headings: Headings } {
  const headings: [Heading, ...Heading[]] = [first];
  const again = new Set<number>();
  for (const heading of others) {
    const before = headings.at(-1) ?? first;
    const rows = rowsBetween(heading.row - 1, heading.lastRow + 1).filter((row) => saysAgain(grid, row, before));
    if (rows[0] === heading.row) for (const row of rows) again.add(row);
    else headings.push(heading);
  }
  return { grid: again.size === 0 ? grid : without(grid, again), headings };
}

/** Whether a row says nothing but what a heading says in the same columns. */
export function saysAgain(grid: Grid, row: number, { row: first, lastRow }: Pick<Heading, 'row' | 'lastRow'>): boolean {
  const cells = grid.filled(row);
  const rows = rowsBetween(first - 1, lastRow + 1);
  return (
    cells.length > 1 &&
    cells.every(({ text, at: { column } }) => rows.some((own) => grid.compact(own, column) === compact(text)))
  );
}

/** The sheet with some rows left blank. */
function without({ snapshot, firstRow }: Grid, rows: ReadonlySet<number>): Grid {
  const values = snapshot.values.map((row, at) => (rows.has(firstRow + at) ? row.map(() => null) : row));
  return new Grid({ ...snapshot, values, merges: snapshot.merges.filter(({ row }) => !rows.has(row)) });
}
