import { assignmentsOf, type Assignment } from './assign';
import { closure, type Read } from './closure';
import { contentOf, saysTheSame, tableRows } from './content';
import type { Grid } from './grid';
import { scoreColumnOf, type Heading } from './header';
import { figureOf } from './cells';
import type { ColumnAnswer, ColumnQuestion, ColumnRole, FormColumn, FormHeader } from './model';

/** The headings of a form with the roles of their columns, and what could not be told. */
export interface Settled {
  readonly headers: readonly FormHeader[];
  readonly questions: readonly ColumnQuestion[];
}

/** Two ways to read a heading that are no further apart can't be told apart. */
const EVEN = 0.4;

interface Ranked extends Assignment {
  readonly rank: number;
  readonly read: Read;
}

/**
 * Gives the columns of each heading their roles: by words and content where these leave one way, else by the way under
 * which the sheet's arithmetic closes best. Where two ways are even, the roles they differ in are left open.
 *
 * @param form its first row and its headings.
 * @param read the table as these headings give it.
 */
export function settle(
  grid: Grid,
  { start, headings }: { readonly start: number; readonly headings: readonly Heading[] },
  answers: readonly ColumnAnswer[],
  read: (headers: readonly FormHeader[]) => Read,
): Settled {
  // A heading that is printed again says what it said before, however few rows stand below it this time.
  const said = headings.map((heading) => headings.findIndex((other) => isAgain(heading, other)));
  const ways = headings.map((heading, at) => (said[at] === at ? assignmentsOf(grid, start, heading, answers) : []));
  const first = ways.map(([best]) => best?.columns ?? []);
  const under = (columns: readonly (readonly FormColumn[])[]) =>
    headings.map((heading, at) => settled(heading, columns[said[at] ?? at] ?? []));
  const questions: ColumnQuestion[] = [];
  const chosen = headings.map((heading, at) => {
    const own = ways[at] ?? [];
    const ranked =
      own.length > 1
        ? rank(own, (columns) => read(under(first.map((others, index) => (index === at ? columns : others)))))
        : [];
    const [best, second] = ranked;
    if (best === undefined) return first[at] ?? [];
    if (second === undefined || best.rank - second.rank > EVEN) return best.columns;
    const open = disputed(
      grid,
      heading,
      ranked.filter(({ rank: of }) => best.rank - of <= EVEN),
    );
    questions.push(...open);
    const roles = open.map(({ role }) => role);
    return best.columns.filter(({ role }) => !roles.includes(role));
  });
  const headers = under(chosen);
  const asked = questions.some(({ role }) => role === 'stated');
  return { headers, questions: asked ? questions : [...questions, ...withoutScores(grid, headings, headers)] };
}

/** Whether a heading says what one above it says, in the same columns, if not in all; a total beside the table may reach over it. */
export const isAgain = ({ columns }: Heading, before: Heading): boolean =>
  columns.every(
    ({ column, heading: { value } }) =>
      value === '' || before.columns.some((one) => one.column === column && one.heading.value === value),
  );

/** A heading with the roles that columns have under it or under one of the same words. */
function settled({ row, lastRow, columns: own }: Heading, columns: readonly FormColumn[]): FormHeader {
  const columnsHere = columns.flatMap(({ role, heading: { at: cell } }) => {
    const here = own.find(({ column }) => column === cell.column);
    return here === undefined ? [] : [{ role, heading: here.heading }];
  });
  return { row, lastRow, columns: columnsHere };
}

function rank(ways: readonly Assignment[], read: (columns: readonly FormColumn[]) => Read): readonly Ranked[] {
  return ways
    .map((way) => {
      const own = read(way.columns);
      return { ...way, read: own, rank: way.score + closure(own) };
    })
    .sort((a, b) => b.rank - a.rank);
}

/** Whether ways give each item the same weight or score, whichever columns these stand in: 50% of 30 beside 15. */
function givesTheSame([first, ...others]: readonly Ranked[], role: ColumnRole): boolean {
  if (role !== 'weight' && role !== 'stated') return false;
  const figures = (way: Ranked | undefined) =>
    way?.read.indicators.map((one) => figureOf(one[role])?.toString()).join();
  return others.every((way) => figures(way) === figures(first));
}

/** The roles that ways alike give to different columns that all hold something. */
function disputed(grid: Grid, heading: Heading, ways: readonly Ranked[]): readonly ColumnQuestion[] {
  const rows = tableRows(grid, heading);
  const roles = new Set(ways.flatMap(({ columns }) => columns.map(({ role }) => role)));
  return [...roles].flatMap((role): ColumnQuestion[] => {
    const holders = ways.map(({ columns }) => columns.filter((column) => column.role === role));
    const places = new Map(holders.flat().map(({ heading: own }) => [own.at.column, own]));
    const always = holders.every(
      (own) =>
        own.length === holders[0]?.length &&
        own.every(({ heading: { at: cell } }) => holders[0]?.some((other) => other.heading.at.column === cell.column)),
    );
    const filled = [...places.values()]
      .map((own) => ({ own, content: contentOf(grid, own.at.column, rows) }))
      .filter(({ content }) => content.filled > 0)
      .sort((a, b) => a.own.at.column - b.own.at.column);
    const [first] = filled;
    const alike =
      first === undefined ||
      givesTheSame(ways, role) ||
      filled.every(({ content }) => saysTheSame(first.content, content));
    return always || filled.length < 2 || alike ? [] : [{ role, candidates: filled.map(({ own }) => own) }];
  });
}

/** A form without a column for scores that has weights: which of the columns of figures without a role holds them? */
function withoutScores(grid: Grid, headings: readonly Heading[], headers: readonly FormHeader[]): ColumnQuestion[] {
  if (headers.some((header) => scoreColumnOf(header) !== null)) return [];
  const [heading, header] = [headings[0], headers[0]];
  if (heading === undefined || header === undefined) return [];
  const hasWeights = header.columns.some(({ role }) => role === ('weight' satisfies ColumnRole));
  const rows = tableRows(grid, heading);
  const candidates = heading.columns.filter(
    ({ column, said }) =>
      said === null &&
      header.columns.every((own) => own.heading.at.column !== column) &&
      contentOf(grid, column, rows).figures >= 0.6,
  );
  return hasWeights && candidates.length > 0
    ? [{ role: 'stated', candidates: candidates.map((candidate) => candidate.heading) }]
    : [];
}
