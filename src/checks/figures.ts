import type { BudgetBlock, BudgetLine, EvaluationForm, FigureCell, Indicator, IndicatorGroup } from '../form/model';
import { once } from '../sheet/remember';
import { cellKey, type CellRef } from '../sheet/snapshot';

/** What a figure may be in the form, in the words of the forms; `none` where nothing says what it is. */
export const ROLE_WORDS = {
  weight: '分值',
  score: '得分',
  target: '指标值',
  actual: '实际完成值',
  coefficient: '得分系数',
  reckoned: '扣分或完成率',
  unconverted: '折算前得分',
  groupWeight: '上级分值',
  groupScore: '小计得分',
  totalWeight: '总分值',
  total: '总分',
  amount: '金额',
  rate: '执行率',
  none: '未认出的数字',
} as const;

export type FigureRole = keyof typeof ROLE_WORDS;

/** What is to stand in place of a figure cell; the same object where nothing is to change. */
export type Change = (cell: FigureCell, role: FigureRole) => FigureCell;

type Roles<K extends string> = Readonly<Record<K, FigureRole>>;

const ROW = { weight: 'weight', stated: 'score', coefficient: 'coefficient', unconverted: 'unconverted' } as const;
const AMOUNTS = { initial: 'amount', budget: 'amount', spent: 'amount' } as const;
const LINE = { ...AMOUNTS, rate: 'rate', weight: 'weight', stated: 'score' } as const;
const TOTAL = { weight: 'totalWeight', stated: 'total' } as const;
const MIXED = { stated: 'total' } as const;
const HEADING = { weight: 'groupWeight', stated: 'groupScore' } as const;
const LEVEL_SUM = { weight: { figure: 'totalWeight' }, stated: { figure: 'total' } } as const;
const WEIGHT_OF_BLOCK = { weight: 'groupWeight' } as const;
const RECKONED = { figure: 'reckoned' } as const;

/** A record with other figures; the record itself where none changed. */
function changed<K extends string, T extends Readonly<Record<K, FigureCell | null>>>(
  record: T,
  roles: Roles<K>,
  change: Change,
): T {
  let after = record;
  for (const field in roles) {
    const cell = record[field];
    const other = cell === null ? null : change(cell, roles[field]);
    if (other !== cell) after = { ...after, [field]: other };
  }
  return after;
}

/** The list itself where none of its members changed. */
function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const after = list.map(change);
  return after.some((one, index) => one !== list[index]) ? after : list;
}

/**
 * The form with other figures in some of its cells: the one place that knows which cells of a form hold figures and what
 * each of them is. Rows, headings and tables in which nothing changes are the same objects.
 *
 * @param ofRow what else changes in a row; the row itself where nothing does.
 */
export function withChanged(
  form: EvaluationForm,
  change: Change,
  ofRow: (row: Indicator) => Indicator = (row) => row,
): EvaluationForm {
  const rows = new Map<Indicator, Indicator>();
  const indicators = each(form.indicators, (before) => {
    const reckoned = each(before.reckoned, (one) => changed(one, RECKONED, change));
    const row = changed(ofRow(before), ROW, change);
    const after = reckoned === before.reckoned ? row : { ...row, reckoned };
    rows.set(before, after);
    return after;
  });
  const rowsOf = (list: readonly Indicator[]) => each(list, (one) => rows.get(one) ?? one);
  const money = (block: BudgetBlock): BudgetBlock => {
    const lines = each(block.lines, (line) => changed(line, LINE, change));
    if (lines === block.lines) return block;
    const now = (line: BudgetLine) => lines[block.lines.indexOf(line)] ?? line;
    return { ...block, lines, scored: block.scored && now(block.scored), alsoScored: block.alsoScored.map(now) };
  };
  const budget = form.budget && money(form.budget);
  const otherMoney = each(form.otherMoney, money);
  const total = form.total && {
    ...changed(form.total, TOTAL, change),
    levelSums: each(form.total.levelSums, (one) => changed(one, LEVEL_SUM[one.column], change)),
    reckoned: each(form.total.reckoned, (one) => changed(one, RECKONED, change)),
  };
  const mixed = form.mixed && changed(form.mixed, MIXED, change);
  const heading = (group: IndicatorGroup): IndicatorGroup => {
    const own = changed(group, HEADING, change);
    const [inner, below] = [each(group.groups, heading), rowsOf(group.indicators)];
    const same = inner === group.groups && below === group.indicators;
    return same ? own : { ...own, groups: inner, indicators: below };
  };
  const groups = each(form.groups, heading);
  const sums = form.sums.map((one) => ({ ...changed(one, HEADING, change), indicators: rowsOf(one.indicators) }));
  const targetBlocks = form.targetBlocks.map((one) => ({
    ...changed(one, WEIGHT_OF_BLOCK, change),
    indicators: rowsOf(one.indicators),
  }));
  return { ...form, indicators, budget, otherMoney, total, mixed, groups, sums, targetBlocks };
}

/** What each cell for a figure of a form is, filled in or not, by the cell's key. */
export const figureCells = once((form: EvaluationForm) => {
  const cells = new Map<number, { readonly figure: FigureCell; readonly role: FigureRole }>();
  withChanged(form, (figure, role) => {
    const key = cellKey(figure.at);
    if (!cells.has(key)) cells.set(key, { figure, role });
    return figure;
  });
  return cells;
});

/**
 * What a figure sums up: 0 for those of a row, 1 for those of headings and of rows that sum up others, 2 for the total's.
 * A sum never mends what it adds up.
 */
export function sumLevelOf(form: EvaluationForm, cell: CellRef): number {
  const role = figureCells(form).get(cellKey(cell))?.role;
  if (role === 'total' || role === 'totalWeight') return 2;
  return role === 'groupWeight' || role === 'groupScore' ? 1 : 0;
}
