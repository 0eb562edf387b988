import { Decimal } from 'decimal.js';
import type { AmountColumn, BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import type { Agreement } from '../finding';
import { figureOf, figuresOf, withFigure, withFigures } from '../../form/cells';
import { numberDepth } from '../../form/sections';
import { additionText, agreement, points } from './say';
import { isAgreement } from '../run';
import { groupBy, largest, sum } from '../../sheet/lists';
import { isRateOf } from './moneyRates';

/** The amounts of a money line, in the words of the forms. */
export const AMOUNTS = [
  { column: 'initial', label: '年初预算数' },
  { column: 'budget', label: '全年预算数' },
  { column: 'spent', label: '全年执行数' },
] as const satisfies readonly { readonly column: AmountColumn; readonly label: string }[];

/** Amounts of one column that do not add up. */
export interface AmountMismatch {
  readonly column: AmountColumn;
  /** The cell to mend, as far as that can be told. */
  readonly line: BudgetLine;
  readonly cell: FigureCell;
  /** What the cell holds, and what it is to hold for the sums to agree. */
  readonly own: Decimal;
  readonly right: Decimal;
  readonly found: Decimal;
  readonly expected: Decimal;
  /** What adds up to `expected`: the parts of the total, or the other ways in which the money is divided. */
  readonly parts: readonly Decimal[];
  readonly related: readonly FigureCell[];
  readonly kind: 'total' | 'dimensions';
  /** Whether what is missing may belong where nothing stands yet, so that nobody knows which cell is wrong. */
  readonly open?: boolean;
}

/** What the amounts of lines add: a blank or a dash nothing; `null` where one is a text, which can't be added. */
function addends(lines: readonly BudgetLine[], column: AmountColumn): Decimal[] | null {
  const cells = lines.map((line) => line[column]);
  if (cells.some((cell) => cell === null || cell.state === 'unreadable')) return null;
  return cells.map((cell) => figureOf(cell) ?? new Decimal(0));
}

/** How far sums may differ when each figure was rounded to the decimals that it shows. */
function tolerance(figures: readonly Decimal[]): Decimal {
  const places = largest(figures.map((figure) => figure.decimalPlaces()));
  return places === 0 ? new Decimal(0) : new Decimal(`1e-${places}`).times(figures.length);
}

function equal(a: Decimal, b: Decimal, among: readonly Decimal[]): boolean {
  return a.minus(b).abs().lessThanOrEqualTo(tolerance(among));
}

/** Takes away parts that only divide the part before them (其中：中央 60、省级 40 below 财政拨款 100). */
function withoutSubparts(figures: readonly Decimal[]): Decimal[] {
  const kept: Decimal[] = [];
  const grows = figures.every((figure) => !figure.isNegative());
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index] ?? new Decimal(0);
    kept.push(figure);
    if (figure.isZero()) continue;
    let below = new Decimal(0);
    for (let next = index + 1; next < figures.length; next++) {
      below = below.plus(figures[next] ?? 0);
      if (next > index + 1 && below.equals(figure)) {
        index = next;
        break;
      }
      if (grows && below.gt(figure)) break;
    }
  }
  return kept;
}

/** Of 一、基本支出, （一）人员经费 and 二、项目支出 those that no other one holds. */
function highest(parts: readonly BudgetLine[]): readonly BudgetLine[] {
  const depths = parts.map(({ label }) => numberDepth(label.value) ?? -1);
  const top = Math.min(...new Set(depths));
  return top < 0 ? parts : parts.filter((_, at) => depths[at] === top);
}

const REST = /其他资金|其它资金|其他$/;

/** The total against the lines below it; only a list that names 其他 is known to be whole, else it may not exceed. */
export function totalAgainstParts(block: BudgetBlock, column: AmountColumn): AmountMismatch | Agreement | null {
  const { total, parts } = divisionOf(block);
  const cell = withFigure(total?.[column]);
  if (total === undefined || cell === null) return null;
  const found = cell.value;
  const figures = addends(parts, column);
  const related = filledIn(parts, column);
  if (figures === null || related.length === 0) return null;
  if (!found.isZero() && figures.every((figure) => figure.isZero())) return null;
  const plain = sum(figures);
  const nested = withoutSubparts(figures);
  const shown = nested.filter((figure) => !figure.isZero());
  const among = [found, ...figures];
  if (equal(plain, found, among) || equal(sum(nested), found, among)) {
    return agreement([cell, ...related], () => (found.isZero() ? '0 = 0' : additionText(shown)));
  }
  // 合计 below its lines sums them all up.
  const below = parts.every(({ label }) => label.at.row < total.label.at.row);
  const whole =
    below ||
    parts.some(({ label }) => REST.test(label.value)) ||
    addUp(total, parts, column) ||
    isListed(total, parts, column);
  const expected = sum(nested);
  // Parts that are not all of it may not pass it.
  if (!whole && expected.lessThan(found))
    return agreement([cell, ...related], () => `${points(expected)} ≤ ${points(found)}`);
  const money = { own: found, right: expected, found, expected };
  return { column, line: total, cell, ...money, parts: shown, related, kind: 'total' };
}

/** The one line that is the whole of a block, and the lines that divide it. */
function divisionOf({ lines }: BudgetBlock): { total?: BudgetLine; parts: readonly BudgetLine[] } {
  const [total, ...more] = lines.filter(({ role }) => role === 'total');
  if (total === undefined || more.length > 0) return { parts: [] };
  return {
    total,
    parts: ownParts(total, highest(lines.filter(({ role, group }) => role === 'part' && group === null))),
  };
}

/** A table that holds what was taken in as well has no more lines; to try each run of a longer list takes its square in time. */
const MOST_RUNS = 100;

/** The lines nearest to the total that add up to it: above 支出合计 may stand what was taken in, too. All lines where none do. */
function ownParts(total: BudgetLine, parts: readonly BudgetLine[]): readonly BudgetLine[] {
  const above = parts.filter(({ label }) => label.at.row < total.label.at.row);
  if ((above.length > 0 && above.length < parts.length) || parts.length > MOST_RUNS) return parts;
  const runs = parts.map((_, at) => (above.length > 0 ? parts.slice(at) : parts.slice(0, parts.length - at)));
  return runs.find((run) => addUp(total, run)) ?? parts;
}

/** Whether the lines, or the highest of them, add up to the total in a column, one left out: then they are all of it. */
function addUp(total: BudgetLine, parts: readonly BudgetLine[], besides?: AmountColumn): boolean {
  return AMOUNTS.some(({ column }) => {
    const found = figureOf(total[column]);
    const figures = figuresOf(parts.map((part) => part[column])).filter((figure) => !figure.isZero());
    if (column === besides || found === null || figures.length < 2) return false;
    return [figures, withoutSubparts(figures)].some((all) => equal(sum(all), found, [found, ...figures]));
  });
}

/** Whether in both other columns every line has its figure, 0 or not, and they add up: 0 + 120 + 0. */
function isListed(total: BudgetLine, parts: readonly BudgetLine[], besides: AmountColumn): boolean {
  return AMOUNTS.every(({ column }) => {
    const [found, figures] = [figureOf(total[column]), figuresOf(parts.map((part) => part[column]))];
    const isWhole = figures.length === parts.length && parts.length > 1;
    return column === besides || (found?.gt(0) === true && isWhole && sum(figures).eq(found));
  });
}

/** Whether the lines below the total of a table are all of it: in one of its columns at least they add up. */
export function isDivided(block: BudgetBlock): boolean {
  const { total, parts } = divisionOf(block);
  return total !== undefined && addUp(total, parts);
}

const filledIn = (lines: readonly BudgetLine[], column: AmountColumn): FigureCell[] =>
  withFigures(lines.map((line) => line[column]));

function dimensionsOf(block: BudgetBlock, column: AmountColumn) {
  // A division may have a total of its own below it.
  const first = block.lines.find(({ role }) => role === 'total');
  const ofTotal = (line: BudgetLine) => (line === first || line.group === null ? null : `${line.label.at.row}`);
  const groups = groupBy(block.lines, (line) => (line.role === 'total' ? ofTotal(line) : line.group));
  return [...groups.values()].flatMap((lines) => {
    const figures = addends(lines, column);
    return figures === null || filledIn(lines, column).length === 0 ? [] : [{ lines, figures, sum: sum(figures) }];
  });
}

/** The line of a dimension whose stated rate fits once the amount is what the other dimensions say, if it is one. */
function lineByRate(lines: readonly BudgetLine[], column: AmountColumn, change: Decimal): BudgetLine | null {
  const fitting = lines.filter((line) => {
    const amount = figureOf(line[column]);
    if (amount === null || isRateOf(line, {})) return false;
    return isRateOf(line, { [column]: amount.plus(change) });
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** What was taken in is no division of what was spent. */
const OF_INCOME = /^收入(?:预算|决算|情况|合计)?$/;

/** The same money divided in several ways must add up to the same (按资金来源 = 按资金结构 = 按预算级次). */
function dimensionsAgainstEachOther(all: BudgetBlock, column: AmountColumn): AmountMismatch | Agreement | null {
  const block = { ...all, lines: all.lines.filter(({ group }) => !OF_INCOME.test(group ?? '')) };
  const dimensions = dimensionsOf(block, column);
  const among = dimensions.flatMap(({ figures }) => figures);
  const total = block.lines.find(({ role }) => role === 'total');
  const cell = withFigure(total?.[column]);
  const sums = [...figuresOf([cell]), ...dimensions.map((dimension) => dimension.sum)];
  const [expected] = sums.filter((one) => sums.filter((other) => equal(one, other, among)).length * 2 > sums.length);
  const reference = expected ?? sums[0];
  const [division] = dimensions;
  if (reference === undefined || division === undefined) return null;
  // The only division, or what several agree on, is what the total is to be.
  const isOff = cell !== null && !equal(cell.value, expected ?? division.sum, among);
  if (isOff && total !== undefined && (expected !== undefined || dimensions.length === 1)) {
    const money = { own: cell.value, right: division.sum, found: cell.value, expected: division.sum };
    const related = filledIn(division.lines, column);
    return { column, line: total, cell, ...money, parts: division.figures, related, kind: 'total' };
  }
  const odd = dimensions.find((dimension) => !equal(dimension.sum, reference, among));
  if (odd === undefined) {
    if (sums.length < 2) return null;
    const cells = dimensions.flatMap(({ lines }) => filledIn(lines, column));
    return agreement([cell, ...cells], () => dimensions.map((one) => additionText(one.figures)).join('；'));
  }
  const change = reference.minus(odd.sum);
  const filled = odd.lines.flatMap((line) => withFigures([line[column]]).map((cell) => ({ line, cell })));
  const byRate = lineByRate(odd.lines, column, change);
  const mended = filled.find(({ line }) => line === byRate) ?? filled[0];
  if (mended === undefined) return null;
  const others = filled.filter((other) => other !== mended).map(({ cell }) => cell);
  const blank = odd.lines.flatMap((line) => (line[column]?.state === 'blank' ? [line[column]] : []));
  const open = byRate === null && change.isPositive() && blank.length > 0;
  const related = open ? [...others, ...blank] : others;
  const parts = odd.figures.filter((figure) => !figure.isZero());
  const money = { own: mended.cell.value, right: mended.cell.value.plus(change), found: odd.sum, expected: reference };
  return { column, line: mended.line, cell: mended.cell, ...money, parts, related, kind: 'dimensions', open };
}

/** The sums of each column that close, or the first of them that does not. */
export function sumsIn(block: BudgetBlock): (AmountMismatch | Agreement)[] {
  return AMOUNTS.flatMap(({ column }) => {
    const total = totalAgainstParts(block, column);
    const isOff = total !== null && !isAgreement(total);
    return [total, isOff ? null : dimensionsAgainstEachOther(block, column)].filter((one) => one !== null);
  });
}
