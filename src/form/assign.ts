import { words } from '../sheet/lists';
import { lazily } from '../sheet/remember';
import { contentOf, fit, tableRows } from './content';
import type { Grid } from './grid';
import { NAME_ROLES, type Heading } from './header';
import type { ColumnAnswer, ColumnRole, FormColumn } from './model';
import { rolesOf } from './shown';
import { isExplicit, roleOf, saidTogether, type Seen, SINGLE } from './together';

/** One way to give the columns of a heading their roles. */
export interface Assignment {
  readonly columns: readonly FormColumn[];
  /** How well words and content bear it out; only its difference from another's means anything. */
  readonly score: number;
}

/** What a form is the better understood for having. */
const WANTED: ReadonlyMap<ColumnRole, number> = new Map([
  ['actual', 4],
  ['stated', 3],
  ['target', 2],
  ['weight', 1.5],
]);

/** What words say less surely, what stands below must bear out: 合计 over one figure beside the table are no scores. */
const SURE = 5;
/** Roles whose heading is not believed against what stands below it: 权重 over labels, 偏差 over figures, 完成情况 over 95%. */
const DENIABLE: readonly ColumnRole[] = words(
  'weight level1Weight level2Weight level1Score level2Score evidence completion deviation deduction difference',
);

const DENIED = -5;
const PINNED = 100;

interface Option {
  readonly role: ColumnRole | null;
  readonly score: number;
}

/** Deciding about one column asks about all others, so what each may hold is worked out once. */
type Open = Seen & { readonly roles: () => [ColumnRole, number][] };

interface Looked extends Seen {
  readonly options: readonly Option[];
}

type Partial = { readonly chosen: readonly (ColumnRole | null)[]; readonly score: number };

/** So many ways are followed from column to column. */
const BEAM = 24;
/** What is further behind the best is not held against the arithmetic. */
const MARGIN = 4.5;
const MOST = 8;

/**
 * The ways to give the columns of a heading their roles, the likeliest first; those that are far behind it are left out.
 *
 * @param start the first row of the form.
 */
export function assignmentsOf(
  grid: Grid,
  start: number,
  heading: Heading,
  answers: readonly ColumnAnswer[],
): readonly Assignment[] {
  const rows = lazily(() => tableRows(grid, heading));
  const columns = heading.columns.map((column) => ({
    ...column,
    content: lazily(() => contentOf(grid, column.column, rows())),
  }));
  const named = saidTogether(grid, start, heading, columns, answers);
  const open = named.map((column) => ({ ...column, roles: lazily(() => rolesOf(column, named)) }));
  const looked = open.map((column) => ({ ...column, options: optionsOf(column, open, answers) }));
  let partials: readonly Partial[] = [{ chosen: [], score: 0 }];
  for (const column of looked) {
    partials = partials
      .flatMap((partial) => extended(partial, column))
      .sort((a, b) => b.score - a.score)
      .slice(0, BEAM);
  }
  const best = partials[0]?.score ?? 0;
  return partials
    .filter(({ score }) => best - score <= MARGIN)
    .slice(0, MOST)
    .map(({ chosen, score }) => ({ columns: columnsOf(looked, chosen), score }));
}

function extended({ chosen, score }: Partial, { options }: Looked): Partial[] {
  return options
    .filter(({ role }) => role === null || !SINGLE.includes(role) || !chosen.includes(role))
    .map((option) => ({ chosen: [...chosen, option.role], score: score + option.score }));
}

function columnsOf(looked: readonly Looked[], chosen: readonly (ColumnRole | null)[]): readonly FormColumn[] {
  return looked.flatMap(({ heading }, at) => {
    const role = chosen[at] ?? null;
    return role === null ? [] : [{ role, heading }];
  });
}

function optionsOf(column: Open, all: readonly Open[], answers: readonly ColumnAnswer[]): Option[] {
  const answer = answers.find((given) => given.column === column.column);
  if (answer !== undefined) return [{ role: answer.role, score: PINNED }];
  const said = column.roles();
  const [only] = said;
  const sure =
    only !== undefined &&
    only[1] >= SURE &&
    said.length === 1 &&
    column.said !== null &&
    !isContested(only[0], column, all, answers);
  if (sure) return [{ role: only[0], score: only[1] }];
  const taken = answers.map(({ role }) => role).filter((role) => SINGLE.includes(role));
  // 绩效指标 at the edge names nothing where names stand below 三级指标.
  const isNamed = (role: ColumnRole) =>
    NAME_ROLES.includes(role) &&
    all.some((other) => roleOf(other) === role && isExplicit(other) && other.content().filled > 0);
  const options = said
    .filter(([role]) => !taken.includes(role) && (isExplicit(column) || !isNamed(role)))
    .map(([role, sureness]) => ({
      role,
      // Among columns that fit equally well, the first one wins; a weight stands before its score.
      score:
        sureness +
        fit(role, column.content()) +
        (WANTED.get(role) ?? 0) -
        column.column / (role === 'weight' ? 5_000 : 10_000),
    }));
  return [...options, { role: null, score: 0 }];
}

/** Whether another column may have the role too, or what stands below speaks against it. */
function isContested(role: ColumnRole, column: Open, all: readonly Open[], answers: readonly ColumnAnswer[]): boolean {
  if (DENIABLE.includes(role) && fit(role, column.content()) <= DENIED) return true;
  if (!SINGLE.includes(role)) return false;
  const others = all.some((other) => other !== column && other.roles().some(([own]) => own === role));
  return others || answers.some((answer) => answer.role === role);
}
