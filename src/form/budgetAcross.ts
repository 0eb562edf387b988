import type { SheetCell } from '../sheet/snapshot';
import { blockLabels, blockOf, frameOf, pointsInLabels } from './budgetBlock';
import { besideUnder, holds, type Line, lineOf, readAs, withBudgets } from './budgetLines';
import { namesRest } from './budgetWhole';
import { budgetRole, carriesOver, changeIn, MONEY, rankOf } from './budgetWords';
import { labelIn, located } from './cells';
import type { Grid } from './grid';
import type { BudgetBlock, FigureCell, Located } from './model';
import type { BudgetRole } from './vocabulary/budget';
import { bare, isFieldLabel, isTotalLabel } from './words';

/** The rows from the first one on whose labels name what is in them, by that, and those of amounts that may be the budget too. */
function rowsBelow(grid: Grid, first: number, column: number, end: number) {
  const rows = new Map<BudgetRole, number>();
  const others: number[] = [];
  for (const below of grid.filledBetween(first - 1, end)) {
    const text = grid.text(below, column);
    const role = budgetRole(text);
    if (role === null && namesRest(text)) continue;
    if (changeIn(text) !== null && rows.has('initial')) {
      others.push(below);
      continue;
    }
    if (role === null) break;
    const before = rows.get(role);
    const rank = (at: number) => rankOf({ role, cell: grid.at(at, column) });
    const [was, is] = [before === undefined ? -Infinity : rank(before), rank(below)];
    if (role === 'budget' && before !== undefined) others.push(is > was ? before : below);
    else if (was === is) break;
    if (is > was) rows.set(role, below);
  }
  return { rows, others };
}

/** 全年预算数, 全年执行数, 完成率 one below the other; a line of money in each column, named in the rows above. */
export function readAcross(grid: Grid, first: number, label: SheetCell, end: number): BudgetBlock | null {
  // 上年结转 may stand above 本年预算.
  const over = grid.filledFrom(first, -1, grid.firstRow - 1);
  const carried = over >= grid.firstRow && budgetRole(grid.text(over, label.at.column)) === 'carried';
  const row = carried ? over : first;
  const { rows, others } = rowsBelow(grid, row, label.at.column, end);
  if ([...rows.keys()].filter((role) => MONEY.includes(role)).length < 2) return null;
  const before = grid.firstRow - 1;
  const named = grid.filledFrom(row, -1, before);
  const grouped = grid.filledFrom(Math.max(named, grid.firstRow), -1, before);
  const top = Math.max(grouped, grid.firstRow);
  // Without groups over the columns the heading stands beside their names.
  const labels = [top, named].flatMap((at) => (at < top ? [] : blockLabels(grid, at, label.at.column, [])));
  const frame = frameOf(grid, top, labels);
  const budgetRow = rows.get('budget');
  const onTop = carriesOver(carried, budgetRow === undefined ? '' : grid.text(budgetRow, label.at.column));
  const read: Line[] = [];
  const ofWhole = new Map<BudgetRole, FigureCell>();
  const pointLabels: Located<string>[] = [];
  const isField = grid.filled(grouped).some(({ text }) => isFieldLabel(text));
  // A block that begins with the names of its columns is divided by nothing above them; its own name may be printed in each row.
  const begins = grid
    .filled(named)
    .some(
      ({ at: { column } }) =>
        column <= label.at.column && grid.compact(named, column) !== grid.compact(grouped, column),
    );
  const divided = grouped > before && !begins && !isField;
  let group: string | null = null;
  for (let column = label.at.column + 1; column <= grid.lastColumn; column++) {
    const above = labelIn(grid, named, column);
    const dividing = divided ? labelIn(grid, grouped, column) : null;
    const opens =
      dividing !== null && dividing.value !== above?.value && grid.anchor(grouped, column).column === column;
    if (opens) group = dividing.value;
    const cells = new Map([...rows].map(([role, at]) => [role, readAs(role, grid.at(at, column), frame)] as const));
    const filled = [...cells.values()].some((cell) => cell.state === 'figure');
    // 资金使用单位 | 某局 over the headings of the money is none.
    if (!filled && (above === null || [...cells.values()].every(({ state }) => state === 'unreadable'))) continue;
    const own = above === null || isTotalLabel(bare(above.value)) ? null : budgetRole(above.value);
    if (above !== null && (own === 'weight' || own === 'stated' || own === 'rate')) {
      const cell = [...rows.values()].map((at) => readAs(own, grid.at(at, column), frame)).find(holds);
      if (cell !== undefined) ofWhole.set(own, cell);
      if (own !== 'rate') pointLabels.push(above);
      continue;
    }
    // What stands below no name is called like the first of its figures.
    const beside = others.map((at) =>
      besideUnder(grid.text(at, label.at.column), readAs('budget', grid.at(at, column), frame), rows.has('budget')),
    );
    const filledIn = beside.filter(({ cell }) => holds(cell));
    read.push(lineOf(above ?? located(label), group, cells, filledIn, onTop));
  }
  const lines = withBudgets(read);
  const whole = lines.find(({ role }) => role === 'total') ?? (lines.length === 1 ? lines[0] : undefined);
  const scored = lines.map((one) => (one === whole ? { ...one, ...Object.fromEntries(ofWhole) } : one));
  return lines.length === 0 ? null : blockOf(frame, scored, null, pointsInLabels(pointLabels));
}
