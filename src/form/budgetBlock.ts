import { Decimal } from 'decimal.js';
import { groupByAll, sum } from '../sheet/lists';
import { cellKey, type SheetCell } from '../sheet/snapshot';
import { moneyUnitIn } from '../words/money';
import { withinCent } from '../words/written';
import { type Frame, holds } from './budgetLines';
import { figureInLabel, figureOf, labelIn, labelsOf, located } from './cells';
import type { Grid } from './grid';
import type { AmountColumn, BudgetBlock, BudgetLine, EvidenceCell, FigureCell, Located } from './model';
import { executionOf } from './money';
import { weightInLabel } from './weightInLabel';

/** No form weighs the execution of its budget more. */
export const MOST_OF_BUDGET = 20;

const AMOUNTS: readonly AmountColumn[] = ['initial', 'budget', 'spent'];

/** A line with other amounts. */
const withAmounts = (line: BudgetLine, amount: (column: AmountColumn) => FigureCell | null): BudgetLine => ({
  ...line,
  initial: amount('initial'),
  budget: amount('budget'),
  spent: amount('spent'),
});

/** The labels of the block: those left of it, then its headings. */
export function blockLabels(
  grid: Grid,
  row: number,
  before: number,
  headings: readonly SheetCell[],
): readonly Located<string>[] {
  const left: Located<string>[] = [];
  for (let column = grid.firstColumn; column < before; column++) {
    const label = labelIn(grid, row, column);
    if (label !== null) left.push(label);
  }
  return [...left, ...headings.map(located)];
}

/** The label that names the block's money unit, else the first; the unit may stand in a row above: 金额单位：万元. */
export function frameOf(grid: Grid, row: number, labels: readonly Located<string>[]): Frame {
  const named = labels.find(({ value }) => moneyUnitIn(value) !== null);
  if (named !== undefined) return { heading: named, moneyUnit: moneyUnitIn(named.value) };
  return { heading: labels[0] ?? null, moneyUnit: moneyUnitAbove(grid, row) };
}

export function pointsInLabels(labels: readonly Located<string>[]): FigureCell | null {
  for (const label of labels) {
    const inLabel = weightInLabel(label.value);
    const product = /[(（]([0-9]{1,3})分?[*×x]/.exec(label.value)?.[1];
    if (inLabel !== null) return figureInLabel(label, inLabel.weight);
    if (product !== undefined) return figureInLabel(label, new Decimal(product));
  }
  return null;
}

export function blockOf(
  frame: Frame,
  read: readonly BudgetLine[],
  evidence: EvidenceCell | null,
  labelWeight: FigureCell | null,
): BudgetBlock {
  const { moneyUnit, lines } = inOneUnit(frame, read);
  const sharing = sharingOf(lines);
  const whole = wholeOf(lines, sharing, frame, labelWeight);
  // A rate over several lines is that of the whole.
  const owned = lines.map((one) => {
    const along = sharing(one.rate);
    const owner = whole === null ? (along.find(({ role }) => role === 'total') ?? along[0]) : null;
    const isOwn = along.length < 2 && one.rate !== whole?.rate;
    return isOwn || one === owner ? one : { ...one, rate: null };
  });
  const weighted = (whole ? [whole, ...owned] : owned).map((entry) =>
    entry.role === 'total' && labelWeight !== null && entry.stated !== null && !holds(entry.weight)
      ? { ...entry, weight: labelWeight }
      : entry,
  );
  const scorable = weighted.filter((entry) => entry.stated !== null && (holds(entry.weight) || holds(entry.stated)));
  const scored = scorable.find(({ role }) => role === 'total') ?? scorable[0] ?? null;
  return { ...frame, moneyUnit, lines: weighted, scored, alsoScored: [], evidence, asksReason: false };
}

/**
 * The block with the other lines that have points of their own, where only with these and those of the items the weights
 * make a hundred, or without weights the scores the total; also those whose weights make that of their own total.
 */
export function withAllScored(block: BudgetBlock, items: readonly Points[], total: Decimal | null): BudgetBlock {
  const { scored, lines } = block;
  if (scored === null || !holds(scored.stated)) return block;
  if (scored.role === 'total') {
    const [first, ...rest] = pointsBelow(block);
    return first === undefined ? block : { ...block, scored: first, alsoScored: rest };
  }
  const column = holds(scored.weight) ? 'weight' : 'stated';
  const whole = column === 'weight' ? 100 : total;
  const others = lines.filter((line) => line !== scored && holds(line.stated) && holds(line[column]));
  const makesUp = (some: readonly Points[]) =>
    whole !== null && sum([...items, ...some].map((one) => one[column]?.value)).equals(whole);
  return !makesUp([scored]) && makesUp([scored, ...others]) ? { ...block, alsoScored: others } : block;
}

/**
 * The lines with points of their own, 基本支出 5 and 项目支出 15, that make those of a total of 20; none where they do not, or
 * the total has its own, by what was spent of all.
 */
export function pointsBelow({ lines }: BudgetBlock): readonly BudgetLine[] {
  const whole = lines.find(({ role, stated }) => role === 'total' && holds(stated));
  const parts = lines.filter((line) => line.role !== 'total' && line.weight?.value?.gt(0) && holds(line.stated));
  if (whole === undefined || parts.length < 2) return [];
  const makesUp = (column: keyof Points) =>
    whole[column]?.value?.equals(sum(parts.map((part) => part[column]?.value))) === true;
  // 10, 10 and 0 of 10 points that are printed in each line add up by chance.
  if (makesUp('stated')) return makesUp('weight') || parts.every(({ stated }) => stated?.value?.gt(0)) ? parts : [];
  return makesUp('weight') && !isByOwnRate(whole) ? parts : [];
}

/** Whether the points of a line are those that its own amounts give. */
function isByOwnRate(line: BudgetLine): boolean {
  const [execution, weight, stated] = [executionOf(line), figureOf(line.weight), figureOf(line.stated)];
  if (execution === null || weight === null || stated === null) return false;
  return withinCent(execution.spent.div(execution.budget).times(weight), stated);
}

type Points = Pick<BudgetLine, 'weight' | 'stated'>;

/**
 * Tables of money besides that of the year with the lines whose points count as well: those of 年度主要任务（20分）, where only
 * with them the weights make a hundred.
 */
export function withTasksScored(blocks: readonly BudgetBlock[], rest: readonly Points[]): readonly BudgetBlock[] {
  const scored = blocks.map(({ lines }) => lines.filter(({ weight, stated }) => holds(weight) && holds(stated)));
  const isWhole = (all: readonly Points[]) => sum(all.map(({ weight }) => weight?.value)).equals(100);
  const counts = !isWhole(rest) && isWhole([...rest, ...scored.flat()]);
  return counts ? blocks.map((block, at) => ({ ...block, alsoScored: scored[at] ?? [] })) : blocks;
}

type Sharing = (cell: FigureCell | null) => readonly BudgetLine[];

/** The lines over which the cell of a rate or of points reaches. */
function sharingOf(lines: readonly BudgetLine[]): Sharing {
  const along = groupByAll(
    lines,
    ({ rate, stated }) => new Set([rate, stated].flatMap((cell) => (cell === null ? [] : cellKey(cell.at)))),
  );
  return (cell) => (cell === null ? [] : (along.get(cellKey(cell.at)) ?? []));
}

/**
 * The whole of lines of which none is it, where their points are its: they reach over several lines, or stand beside the
 * first and do not follow from what was spent of that one alone. Its amounts are sums, where the points follow from them.
 */
function wholeOf(
  lines: readonly BudgetLine[],
  sharing: Sharing,
  { heading }: Frame,
  labelWeight: FigureCell | null,
): BudgetLine | null {
  const parts = lines.filter(({ budget, initial }) => (budget ?? initial)?.value?.gt(0));
  const [first, ...more] = lines.filter(({ stated }) => holds(stated));
  const label = heading ?? first?.label;
  if (!first?.stated?.value || label === undefined || parts.length < 2) return null;
  if (lines.some(({ role, group }) => role === 'total' || group !== null)) return null;
  const over = sharing(first.stated).length > 1;
  const [stated, weight] = [first.stated.value, first.weight?.value ?? labelWeight?.value];
  const follows = (budget?: Decimal | null, spent?: Decimal | null) =>
    budget?.gt(0) && spent && weight && withinCent(weight.times(Decimal.min(1, spent.div(budget))), stated);
  const others = lines.filter((one) => one !== first);
  // The first may be the whole of the others without being called so.
  const isWhole = AMOUNTS.some(
    (column) => first[column]?.value?.gt(0) && sum(others.map((one) => one[column]?.value)).eq(first[column].value),
  );
  if (!over && (isWhole || follows((first.budget ?? first.initial)?.value, first.spent?.value))) return null;
  const total = (column: AmountColumn) => sum(lines.map((one) => one[column]?.value));
  const isTold = over || follows(total('budget').gt(0) ? total('budget') : total('initial'), total('spent'));
  if (more.length > 0 && !over && !isTold) return null;
  const amount = (column: AmountColumn): FigureCell | null => {
    const cell = isTold ? lines.find((one) => holds(one[column]))?.[column] : undefined;
    return cell ? { ...cell, at: label.at, value: total(column), text: total(column).toString() } : null;
  };
  // A rate in the first line alone may be that of all.
  const isOfAll =
    isTold &&
    others.every((one) => !holds(one.rate)) &&
    first.rate?.value
      ?.minus(total('spent').div(Decimal.max(total('budget'), '0.01')))
      .abs()
      .lt('0.000051');
  const rate = isOfAll || sharing(first.rate).length > 1 ? first.rate : null;
  return withAmounts({ ...first, label, role: 'total', rate }, amount);
}

/** Amounts that carry their units themselves, all in the largest of those: 1613.48万元; as they are where one but 0 has none. */
function inOneUnit(frame: Frame, lines: readonly BudgetLine[]): Pick<BudgetBlock, 'moneyUnit' | 'lines'> {
  const unitIn = (cell: FigureCell) => moneyUnitIn(cell.text.replace(/[0-9.,\s]/g, ''));
  const amounts = lines.flatMap((line) => AMOUNTS.map((column) => line[column]));
  const units = amounts.flatMap((cell) => (cell?.value?.isZero() === false ? [unitIn(cell)] : []));
  const known = units.filter((unit) => unit !== null);
  if (frame.moneyUnit !== null || known.length === 0 || known.length < units.length) return { ...frame, lines };
  const moneyUnit = Decimal.max(...known);
  const inUnit = (cell: FigureCell | null) =>
    cell && { ...cell, value: cell.value?.times(unitIn(cell) ?? moneyUnit).div(moneyUnit) ?? null };
  return { moneyUnit, lines: lines.map((line) => withAmounts(line, (column) => inUnit(line[column]))) };
}

/** The money unit named last in the rows above one: 金额单位：万元. */
export function moneyUnitAbove(grid: Grid, row: number, from = row - ROWS_TO_UNIT): Decimal | null {
  let unit: Decimal | null = null;
  for (const { value } of labelsOf(grid, Math.max(from, grid.firstRow), row, LONGEST_UNIT))
    unit = moneyUnitIn(value) ?? unit;
  return unit;
}

const ROWS_TO_UNIT = 6;
const LONGEST_UNIT = 40;
