import { assignmentsOf, type Assignment } from './assign';
import { closure, type Read } from './closure';
import { contentOf, tableRows } from './content';
import type { Grid } from './grid';
import { scoreColumnOf, type Heading } from './header';
import type { ColumnAnswer, ColumnQuestion, ColumnRole, FormColumn } from './model';
import type { SettledHeader } from './tables';

/** The headings of a form with the roles of their columns, and what could not be told. */
export interface Settled {
  readonly headers: readonly SettledHeader[];
  readonly questions: readonly ColumnQuestion[];
}

/** Two ways to read a heading that are no further apart can't be told apart. */
const EVEN = 0.4;

interface Ranked extends Assignment {
  readonly rank: number;
}

/**
 * Gives the columns of each heading their roles: by words and content where these leave one way, else by the way under
 * which the sheet's arithmetic closes best. Where two ways are even, the roles they differ in are left open.
 *
 * @param read the table as these headings give it.
 */
export function settle(
  grid: Grid,
  headings: readonly Heading[],
  answers: readonly ColumnAnswer[],
  read: (headers: readonly SettledHeader[]) => Read,
): Settled {
  const ways = headings.map((heading) => assignmentsOf(grid, heading, answers));
  const first = headings.map((heading, at) => settled(heading, ways[at]?.[0]?.columns ?? []));
  const questions: ColumnQuestion[] = [];
  const headers = headings.map((heading, at) => {
    const ranked =
      (ways[at] ?? []).length > 1
        ? rank(ways[at] ?? [], (columns) =>
            read(first.map((own, index) => (index === at ? settled(heading, columns) : own))),
          )
        : [];
    const [best, second] = ranked;
    if (best === undefined) return first[at] ?? settled(heading, []);
    if (second === undefined || best.rank - second.rank > EVEN) return settled(heading, best.columns);
    const open = disputed(
      grid,
      heading,
      ranked.filter(({ rank: own }) => best.rank - own <= EVEN),
    );
    questions.push(...open);
    const roles = open.map(({ role }) => role);
    return settled(
      heading,
      best.columns.filter(({ role }) => !roles.includes(role)),
    );
  });
  const asked = questions.some(({ role }) => role === 'stated');
  return {
    headers: headers.map((header, at) => likeBefore(headings, headers, at) ?? header),
    questions: asked ? questions : [...questions, ...withoutScores(grid, headings, headers)],
  };
}

/** A heading that is printed again says what it said before, however few rows stand below it this time. */
function likeBefore(headings: readonly Heading[], headers: readonly SettledHeader[], at: number): SettledHeader | null {
  const own = headings[at];
  const before = headings.findIndex((heading) => own !== undefined && wordsOf(heading) === wordsOf(own));
  const first = headers[before];
  if (own === undefined || first === undefined || before === at) return null;
  return settled(
    own,
    first.header.columns.flatMap(({ role, heading: { cell } }) => {
      const again = own.columns.find(({ column }) => column === cell.column);
      return again === undefined ? [] : [{ role, heading: again.heading }];
    }),
  );
}

const wordsOf = ({ columns }: Heading): string =>
  columns.map(({ column, heading }) => `${column} ${heading.value}`).join('|');

function settled({ row, lastRow }: Heading, columns: readonly FormColumn[]): SettledHeader {
  return { header: { row, columns }, lastRow };
}

function rank(ways: readonly Assignment[], read: (columns: readonly FormColumn[]) => Read): readonly Ranked[] {
  return ways.map((way) => ({ ...way, rank: way.score + closure(read(way.columns)) })).sort((a, b) => b.rank - a.rank);
}

/** The roles that ways alike give to different columns that all hold something. */
function disputed(grid: Grid, heading: Heading, ways: readonly Assignment[]): readonly ColumnQuestion[] {
  const rows = tableRows(grid, heading.lastRow + 1);
  const roles = new Set(ways.flatMap(({ columns }) => columns.map(({ role }) => role)));
  return [...roles].flatMap((role): ColumnQuestion[] => {
    const holders = ways.map(({ columns }) => columns.filter((column) => column.role === role));
    const places = new Map(holders.flat().map(({ heading: own }) => [own.cell.column, own]));
    const always = holders.every(
      (own) =>
        own.length === holders[0]?.length &&
        own.every(({ heading: { cell } }) => holders[0]?.some((other) => other.heading.cell.column === cell.column)),
    );
    const filled = [...places.values()]
      .filter(({ cell }) => contentOf(grid, cell.column, rows).filled > 0)
      .sort((a, b) => a.cell.column - b.cell.column);
    return always || filled.length < 2 ? [] : [{ role, candidates: filled }];
  });
}

/** A form without a column for scores that has weights: which of the columns of figures without a role holds them? */
function withoutScores(grid: Grid, headings: readonly Heading[], headers: readonly SettledHeader[]): ColumnQuestion[] {
  if (headers.some(({ header }) => scoreColumnOf(header) !== null)) return [];
  const [heading, header] = [headings[0], headers[0]?.header];
  if (heading === undefined || header === undefined) return [];
  const hasWeights = header.columns.some(({ role }) => role === ('weight' satisfies ColumnRole));
  const rows = tableRows(grid, heading.lastRow + 1);
  const candidates = heading.columns.filter(
    ({ column, said }) =>
      said === null &&
      header.columns.every((own) => own.heading.cell.column !== column) &&
      contentOf(grid, column, rows).figures >= 0.6,
  );
  return hasWeights && candidates.length > 0
    ? [{ role: 'stated', candidates: candidates.map((candidate) => candidate.heading) }]
    : [];
}
