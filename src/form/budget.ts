import { largest } from '../sheet/lists';
import { readAcross } from './budgetAcross';
import { holds } from './budgetLines';
import { pairsFrom, readPairs, readRateRow, tellsExecution } from './budgetPairs';
import { readRows } from './budgetRows';
import { areYears } from './budgetWhole';
import { MONEY, moneyRoles, namesMoney, rolesIn } from './budgetWords';
import type { Grid } from './grid';
import type { BudgetBlock } from './model';

/** The tables of money between two rows (`end` not included), in the order of the sheet. */
export function readMoney(grid: Grid, start: number, end: number): readonly BudgetBlock[] {
  const found: BudgetBlock[] = [];
  for (let row = start; row < end; row++) {
    const block = blockAt(grid, row, start, end);
    if (block === null) continue;
    found.push(block);
    row = lastRowOf(block, row);
  }
  return found;
}

function lastRowOf(block: BudgetBlock | null, row: number): number {
  const rows = (block?.lines ?? []).flatMap(({ spent, budget }) => [spent?.at.row ?? 0, budget?.at.row ?? 0]);
  return largest(rows, row);
}

/**
 * The last row of the table of money that begins in a row: with nothing but headings, with labels and figures in turn, or
 * with the names of columns over 预算数 and 执行数; `null` where none does.
 *
 * @param scored whether the row has points as an indicator has: then only labels that tell the execution make it money.
 */
export function moneyFrom(grid: Grid, row: number, end: number, scored: boolean): number | null {
  if (tellsExecution(grid, row)) return lastRowOf(blockAt(grid, row, row, end), row);
  if (scored || grid.filled(row).some(({ value }) => typeof value !== 'string')) return null;
  if (namesMoney(grid, row)) return lastRowOf(blockAt(grid, row, row, end), row);
  const below = grid.filledFrom(row, 1, end);
  const block = below < end && moneyRoles(rolesIn(grid, below)) === 1 ? blockAt(grid, below, row, end) : null;
  const executed = block?.lines.some(({ budget, spent }) => holds(budget) && holds(spent)) === true;
  return executed ? lastRowOf(block, below) : null;
}

/**
 * Which of several tables tells how the year's budget was executed: one that is scored, else the first with a budget and
 * what was spent. Points that stand apart from the amounts are those of the whole: 预算执行率 | 95% | 得分 | 9.5.
 */
export function yearsMoney(blocks: readonly BudgetBlock[]): YearsMoney {
  const ofYear = blocks.filter(({ lines }) => !areYears(lines));
  const executed = ofYear.find(({ lines }) => lines.some(({ budget, spent }) => holds(budget) && holds(spent)));
  const scored = blocks.find((one) => one.scored !== null);
  const [points, total] = [scored?.scored ?? null, executed?.lines.find(({ role }) => role === 'total')];
  const apart = points !== null && total !== undefined && points.budget === null && points.spent === null;
  const years = (apart ? executed : scored) ?? executed ?? ofYear[0] ?? null;
  const others = blocks.filter((one) => one !== years && !(apart && one === scored));
  if (years === null || !apart) return { years, others };
  const whole = { ...total, rate: total.rate ?? points.rate, weight: points.weight, stated: points.stated };
  return {
    years: { ...years, lines: years.lines.map((one) => (one === total ? whole : one)), scored: whole },
    others,
  };
}

interface YearsMoney {
  readonly years: BudgetBlock | null;
  /** The other tables. */
  readonly others: readonly BudgetBlock[];
}

/** The block whose headings stand in a row; `null` where there are none. */
function blockAt(grid: Grid, row: number, start: number, end: number): BudgetBlock | null {
  const roles = rolesIn(grid, row);
  const pairs = pairsFrom(grid, row, end);
  if (pairs.length >= 2 && pairs.some(({ role }) => MONEY.includes(role))) return readPairs(grid, row, pairs, end);
  const [first] = roles;
  if (first === undefined) return null;
  const alone = roles.length === 1 && first.role === 'rate' ? readRateRow(grid, row, first.cell) : null;
  if (moneyRoles(roles) < 2)
    return alone ?? (MONEY.includes(first.role) && row > start ? readAcross(grid, row, first.cell, end) : null);
  return readRows(grid, row, roles, end);
}
