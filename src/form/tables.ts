import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { moneyFrom } from './budget';
import { type Grid, rowsBetween } from './grid';
import { figureCell, located, holdsFigure } from './cells';
import { columnOf } from './header';
import type { FormHeader, FormTotal, Located } from './model';
import { isNoteRow, totalLabel } from './rowMarks';
import { TableReader } from './table';
import { type RowPoints, TableRows } from './tableRows';
import { readTotalRow } from './total';
import { TreeBuilder } from './tree';
import { weighByNames, weighByShares, weighOnlyChildren, weighTogether } from './weighing';
import { SCORE_LABEL } from './vocabulary/labels';
import { bare } from './words';

export interface Tables {
  readonly tree: TreeBuilder;
  readonly total: FormTotal | null;
}

/** Reads the rows below each heading, up to the row `end` (not included). */
export function readTables(grid: Grid, headers: readonly FormHeader[], last: number): Tables {
  const tree = new TreeBuilder();
  // 合计 right below the heading.
  let above: FormTotal | null = null;
  let total: FormTotal | null = null;
  const parts = headers.map((header, index) => {
    const rows = new TableRows(grid, header, headers[index + 1]?.row ?? last, last);
    const money = moneyBelow(rows);
    return { rows, money, totals: totalsIn(rows, money?.first ?? rows.end) };
  });
  const ofBlocks = areOfBlocks(parts);
  for (const { rows, money, totals } of parts) {
    const { lastRow } = rows.header;
    const next = rows.end;
    const reader = new TableReader(rows);
    // A hidden total, of last year's, gives way to one that somebody sees.
    const seen = rowsBetween(lastRow, next).some((row) => !grid.hidesRow(row) && totalLabel(grid, row) !== null);
    const blocks = ofBlocks ? new Map([...totals].filter(isSum)) : blockTotals(rows, totals);
    let end = next;
    for (let row = lastRow + 1; row < end; row++) {
      if (row === money?.first) {
        total ??= totalBehind(rows, money.last + 1, end);
        break;
      }
      const label =
        rows.totalLabel(row) ??
        (total === null ? reader.wholeSum(row, end - 1, tree) : null) ??
        ((total === null ? tree.indicators.length === 0 : rows.takesOff) ? scoreLabel(grid, row) : null);
      const block = blocks.get(row);
      if (block !== undefined) {
        tree.subtotal(block.stated, block.weight, 1);
        // 产出指标 of the next block is another one.
        if (ofBlocks) tree.close(1);
        continue;
      }
      if (label !== null) {
        if (grid.hidesRow(row) && seen) continue;
        const own = totals.get(row) ?? readTotalRow(rows, row, label);
        // The total of a table that is not filled in is no total of anything, and no indicator either.
        if (tree.indicators.length === 0) {
          if (own.stated?.state === 'figure') above = mergeTotals(above, own, rows.takesOff);
          continue;
        }
        total = mergeTotals(total, own, rows.takesOff);
        end = Math.min(end, row + 3);
        continue;
      }
      if (total !== null || isNoteRow(grid, row)) continue;
      const again = saidAgain(rows, row, tree.sum('weight'));
      for (const { stated, weight } of again)
        if (weight?.value?.eq(tree.sum('weight'))) tree.subtotal(stated, weight, 0);
      if (again.length === 0) reader.read(row, end - 1, tree);
      else row += again.length - 1;
    }
  }
  if (headers.every((header) => columnOf(header, 'weight') === null)) {
    weighByNames(tree);
    weighOnlyChildren(tree);
  }
  weighTogether(tree);
  weighByShares(tree);
  return { tree, total: total ?? (tree.indicators.length > 0 ? above : null) };
}

/**
 * The points of rows from this one on to the total that only say again what those above score: 绩效指标得分 90 below items of
 * 90, 预算执行得分 10 beside it. As items they would weigh more than the total.
 */
function saidAgain(rows: TableRows, row: number, above: Decimal): readonly RowPoints[] {
  const { grid } = rows;
  const all: RowPoints[] = [];
  let at = row;
  for (; rows.totalLabel(at) === null; at++) {
    const [label, ...others] = grid.filled(at);
    const isBare = others.every((cell) => ['figure', 'placeholder'].includes(figureCell(cell).state));
    if (at >= rows.end || label === undefined || !isBare || !bare(label.text).endsWith('得分')) return [];
    all.push(rows.points(at));
  }
  const weights = all.map(({ weight }) => weight?.value ?? new Decimal(0));
  const weight = sum(weights);
  const isAll = weight.eq(above) || weights.some((one) => weight.minus(one).eq(above));
  return isAll && above.plus(weight).gt(rows.weight(at)?.value ?? 100) ? all : [];
}

/** The rows of a table of money that stands below items. */
function moneyBelow(rows: TableRows): Span | null {
  let items = false;
  for (let first = rows.header.lastRow + 1; first < rows.end; first++) {
    const scored = rows.hasPoints(first);
    const last = items ? moneyFrom(rows.grid, first, rows.end, scored) : null;
    if (last !== null) return { first, last };
    items ||= scored || rows.tells(first);
  }
  return null;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The total behind a table of money: what is called so and is out of a hundred or of points. */
function totalBehind(rows: TableRows, start: number, end: number): FormTotal | null {
  for (let row = start; row < end; row++) {
    const label = rows.totalLabel(row);
    const own = label === null ? null : readTotalRow(rows, row, label);
    if (own?.stated?.state === 'figure' && (own.weight?.value?.eq(100) === true || own.label.value.includes('分')))
      return own;
  }
  return null;
}

type Totals = ReadonlyMap<number, FormTotal>;

/** The rows below a heading that call themselves a total, each with what it says. */
function totalsIn(rows: TableRows, end: number): Totals {
  const totals = new Map<number, FormTotal>();
  for (let row = rows.header.lastRow + 1; row < end; row++) {
    const label = rows.totalLabel(row);
    if (label !== null) totals.set(row, readTotalRow(rows, row, label));
  }
  return totals;
}

/** Those of them that are not the last: each sums up its block. */
function blockTotals(rows: TableRows, totals: Totals): Totals {
  const last = [...totals].at(-1);
  const [row, { weight: whole, stated }] = last ?? [rows.end, { weight: null, stated: null }];
  // 合计 80 | 78.5 above 自评总分 97.87, in which the budget's points are.
  const lighter = ({ weight, stated: own }: FormTotal) => {
    if (whole?.value && weight?.value) return weight.value.lessThan(whole.value);
    if (!stated?.value || !own?.value) return false;
    // Of 90 points it is not the whole, though the whole may have been added up wrong.
    return weight?.value?.lessThan(100)
      ? !stated.value.eq(own.value)
      : Boolean(whole?.value) && stated.value.gt(own.value);
  };
  return new Map([...totals].filter(([at, total]) => lighter(total) || scoresBetween(rows, at, row)));
}

/** 合计, not 总分, which is the form's. */
const isSum = ([, { label }]: readonly [number, FormTotal]): boolean => !/[总分]/.test(label.value);

/** Whether each 合计 weighs what rows right above it weigh, up to the one before: there is none of the whole. */
function areOfBlocks(parts: readonly { readonly rows: TableRows; readonly totals: Totals }[]): boolean {
  const isOfBlock = parts.flatMap(({ rows, totals }) => {
    let first = rows.header.lastRow + 1;
    return [...totals].filter(isSum).map(([row, { weight }]) => {
      let below = new Decimal(0);
      // 预算执行率 above a block is none of it.
      for (let at = row - 1; at >= first && weight?.value?.gt(below) === true; at--)
        if (rows.ownFigure(at, 'weight')) below = below.plus(rows.weight(at)?.value ?? 0);
      first = row + 1;
      return weight?.value?.eq(below) === true;
    });
  });
  return isOfBlock.length > 1 && isOfBlock.every((is) => is);
}

/** Whether rows with scores of their own stand between two totals: 加分项 between 合计 and 总得分. */
function scoresBetween({ grid, scoreColumn: column }: TableRows, first: number, last: number): boolean {
  if (column === null) return false;
  let found = false;
  for (let row = first + 1; row < last; row++) {
    if (isNoteRow(grid, row) || totalLabel(grid, row) !== null) continue;
    found ||= grid.startsInRow(row, column) && holdsFigure(grid.at(row, column));
  }
  return found;
}

/** 自评结果 above all items, and 得分 below the total of what was taken off. */
function scoreLabel(grid: Grid, row: number): Located<string> | null {
  const [first] = grid.filled(row);
  const label = first === undefined ? null : located(first);
  return label !== null && SCORE_LABEL.test(bare(label.value)) ? label : null;
}

/** 合计 and 自评得分 may stand in rows of their own: together they are the total. */
function mergeTotals(first: FormTotal | null, second: FormTotal, takenOff: boolean): FormTotal {
  if (first === null) return second;
  const [kept, other] = takenOff ? [second.stated, first.stated] : [first.stated, second.stated];
  const stated = kept?.state === 'figure' ? kept : (other ?? kept);
  const reckoned = [...first.reckoned, ...second.reckoned];
  return { ...first, stated, reckoned, weight: first.weight ?? second.weight, grade: first.grade ?? second.grade };
}
