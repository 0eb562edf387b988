import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { figureIn, holdsFigure, located } from './cells';
import { type Grid, rowsBetween } from './grid';
import { headingAt, headingOverItems, type Heading } from './header';
import { titleIn } from './heading';
import type { Located } from './model';
import { totalLabel } from './rowMarks';
import { isAgain } from './settle';
import { PROJECT_LABELS } from './vocabulary/labels';
import { HUNDRED } from '../words/units';
import { weightInLabel } from './weightInLabel';
import { isOrganisationLabel, isSubtotal, rankOf } from './words';

/** What may begin a form: titles, and headings of indicator tables. */
export interface Scan {
  readonly titles: readonly Located<string>[];
  readonly headings: readonly Heading[];
}

/** Looks through a sheet for them. */
export function scan(grid: Grid): Scan {
  const titles: Located<string>[] = [];
  const headings: Heading[] = [];
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    const heading = headingAt(grid, row);
    if (heading === null) {
      const title = titleIn(grid, row);
      if (title !== null) titles.push(title);
    } else {
      headings.push(heading);
      row = heading.lastRow;
    }
  }
  const unread = headings.length === 0 && titles.length > 0 ? headingOverItems(grid) : null;
  return { titles, headings: unread === null ? headings : [unread] };
}

/** A run of rows that holds one form: from its title, or from the end of the form before it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly headings: readonly [Heading, ...Heading[]];
}

/** Cuts the sheet where a title stands between two headings, and where a heading follows a total. */
export function stretches(grid: Grid, { titles, headings }: Scan): readonly Stretch[] {
  const cuts: { at: number; headings: [Heading, ...Heading[]] }[] = [];
  let previous = grid.firstRow - 1;
  let title = 0;
  for (const [at, heading] of headings.entries()) {
    while ((titles[title]?.at.row ?? Infinity) <= previous) title++;
    const between = titles[title]?.at.row ?? Infinity;
    const current = cuts.at(-1);
    const closed = current === undefined ? null : lastTotal(grid, previous, heading.row);
    if (current === undefined) cuts.push({ at: grid.firstRow, headings: [heading] });
    else if (closed === null && isPage(grid, titles[title], heading, current.headings)) current.headings.push(heading);
    else if (between < heading.row) cuts.push({ at: between, headings: [heading] });
    else if (closed !== null && isOfBlock(grid, closed, heading, current.headings)) current.headings.push(heading);
    else if (closed !== null) cuts.push({ at: beginning(grid, closed + 1, heading.row), headings: [heading] });
    else if (isWhole(grid, previous + 1, heading, headings[at + 1]?.row ?? grid.lastRow + 1, current.headings)) {
      const sum = sumOfAll(grid, previous + 1, heading.row, weightColumn(heading));
      const start = beginning(grid, (sum ?? previous) + 1, heading.row, sum === null ? heading.row : sum + 1);
      cuts.push({ at: start, headings: [heading] });
    } else current.headings.push(heading);
    previous = heading.lastRow;
  }
  return cuts.map(({ at, headings: own }, index) => ({
    start: at,
    end: cuts[index + 1]?.at ?? grid.lastRow + 1,
    headings: own,
  }));
}

/** Where the form of a heading begins: with whose it is, else right behind the total of the one before, or with the heading. */
function beginning(grid: Grid, start: number, heading: number, otherwise = start): number {
  return rowsBetween(start - 1, heading).find((row) => saysWhose(grid, row)) ?? otherwise;
}

const weightColumn = ({ columns }: Heading): number | null =>
  columns.find(({ said }) => said?.[0]?.[0] === 'weight')?.column ?? null;

/** Whether 合计 above a heading that was there before weighs too little to be of a form: the table goes on with its next block. */
function isOfBlock(grid: Grid, total: number, heading: Heading, before: readonly Heading[]): boolean {
  const column = weightColumn(heading);
  const printed = figureIn(grid, total, column)?.value ?? null;
  // It may print the score alone.
  const weight =
    column === null
      ? printed
      : (printed ?? sum(rowsBetween(before.at(-1)?.lastRow ?? 0, total).map((row) => itemWeight(grid, row, column))));
  // 二、个性指标（60分） alone over the heading is the name of the block.
  const goesOn = rowsBetween(total, heading.row).every((row) => {
    const [first, another] = grid.filled(row);
    return first === undefined || (another === undefined && weightInLabel(first.text) !== null);
  });
  return goesOn && weight?.gt(0) === true && weight.lt(LEAST_WHOLE) && before.some((own) => isAgain(heading, own));
}

const isSum = (grid: Grid, row: number): boolean => grid.filled(row).slice(0, 1).map(located).some(isSubtotal);

/** The row of 小计 | 100, which is the whole of a form; `null` where there is none. */
const sumOfAll = (grid: Grid, start: number, end: number, weights: number | null): number | null =>
  rowsBetween(start - 1, end).find(
    (row) => isSum(grid, row) && figureIn(grid, row, weights)?.value?.eq(HUNDRED) === true,
  ) ?? null;

/** What a row's item weighs; `null` where it states a total or 小计, or its weight stands above. */
const itemWeight = (grid: Grid, row: number, weights: number | null): Decimal | null =>
  totalLabel(grid, row) === null && !isSum(grid, row) && grid.startsInRow(row, weights ?? 0)
    ? (figureIn(grid, row, weights)?.value ?? null)
    : null;

/** What rows weigh; no more of them are read than it takes to be more than a form does. */
function weightOf(grid: Grid, weights: number | null, start: number, end: number): Decimal {
  let weight = new Decimal(0);
  for (let row = start; row < end && weight.lte(HUNDRED); row++)
    weight = weight.plus(itemWeight(grid, row, weights) ?? 0);
  return weight;
}

/**
 * Whether a form ends above a heading without a row for its total: whose the next one is, and both weigh all that a form
 * does; or the heading is printed again, both weigh just that and have a block of one name, and no total is told of both.
 */
function isWhole(grid: Grid, start: number, heading: Heading, end: number, before: readonly Heading[]): boolean {
  const { row, lastRow } = heading;
  const column = weightColumn(heading);
  const [above, below]: readonly [Span, Span] = [
    [start, row],
    [lastRow + 1, end],
  ];
  const weights = [above, below].map(([first, last]) => {
    const weight = weightOf(grid, column, first, last);
    return weight.gte(LEAST_WHOLE) && sumOfAll(grid, first, last, column) !== null ? HUNDRED : weight;
  });
  if (rowsBetween(start - 1, row).some((at) => saysWhose(grid, at)))
    return weights.every((weight) => weight.gte(LEAST_WHOLE));
  return (
    weights.every((weight) => weight.eq(HUNDRED)) &&
    before.some((own) => isAgain(heading, own)) &&
    lastTotal(grid, lastRow, end) === null &&
    sharesBlock(grid, heading, above, below)
  );
}

/** Whether two parts of a table have a block of one name: 产出指标 in both, where 产出（50%） and 效益（50%） are parts of one form. */
function sharesBlock(grid: Grid, { columns: [first] }: Heading, one: Span, other: Span): boolean {
  const blocksIn = ([start, end]: Span) =>
    first === undefined ? [] : rowsBetween(start - 1, end).map((row) => grid.compact(row, first.column));
  const others = blocksIn(other);
  return blocksIn(one).some((words) => words !== '' && others.includes(words));
}

type Span = readonly [start: number, end: number];

/** What the items of a form weigh at least, the execution of the budget apart. */
export const LEAST_WHOLE = 80;

const saysWhose = (grid: Grid, row: number): boolean =>
  grid.filled(row).some(({ text }) => isOrganisationLabel(text) || rankOf(PROJECT_LABELS, text) >= 0);

/** A title over nothing but the heading that was there before begins no form: the table goes on on another page. */
function isPage(grid: Grid, title: Located<string> | undefined, heading: Heading, before: readonly Heading[]): boolean {
  if (title === undefined || title.at.row >= heading.row) return false;
  const alone = rowsBetween(title.at.row, heading.row).every((row) => grid.filled(row).length < 2);
  return alone && before.some((own) => isAgain(heading, own));
}

/** The last total below a heading; one above all figures is of what follows, 合计 of the next form's money that form's. */
function lastTotal(grid: Grid, heading: number, end: number): number | null {
  let [last, items]: [number | null, boolean] = [null, false];
  for (let row = heading + 1; row < end; row++) {
    if (last !== null && saysWhose(grid, row)) break;
    if (totalLabel(grid, row) === null) items ||= grid.filled(row).some(holdsFigure);
    else if (items) last = row;
  }
  return last;
}
