import { sum } from '../sheet/lists';
import { holds, type Line } from './budgetLines';
import type { AmountColumn, BudgetLine } from './model';
import { BUDGET_PART } from './vocabulary/budget';
import { bare, isSubtotal } from './words';
import { OF_BEFORE } from '../words/vocabulary';

/** Lines of years, one below the other, are no parts of a year's money. */
export const areYears = (lines: readonly BudgetLine[]): boolean =>
  lines.length > 1 && lines.every(({ label }) => /^20[0-9]{2}年?度?$/.test(bare(label.value)));

/** 年末结余, not 上年结余, which is a part of what there was. */
const REST = new RegExp(`^(?!.*(?:${OF_BEFORE}|其中)).*(?:结余|结转)`);

/** Whether a label is of what is left at the end. */
export const namesRest = (label: string): boolean => REST.test(bare(label));

/** Whether the amounts of lines in one of these columns come to that of another line. */
function makeUp(whole: BudgetLine, parts: readonly BudgetLine[], columns: readonly AmountColumn[]): boolean {
  return columns.some((column) => {
    const own = whole[column]?.value;
    return own && sum(parts.map((one) => one[column]?.value)).equals(own);
  });
}

/** What is left at the end (结转结余资金 with one amount and nothing spent of it) divides no money whose other parts are all of it. */
export function withoutRest(lines: readonly Line[]): readonly Line[] {
  const isRest = (one: Line) => one.role === 'part' && namesRest(one.label.value) && !holds(one.spent);
  const [first] = lines;
  const parts = lines.slice(1).filter((one) => !isRest(one));
  const whole = first !== undefined && makeUp(first, parts, ['initial', 'budget']);
  return whole ? lines.filter((one, at) => at === 0 || !isRest(one)) : lines;
}

/**
 * Without a line that calls itself the whole, a last one called 小计 is it, else the first where the others are its parts:
 * below 任务名称 stand things of their own, unless they add up to the first.
 */
export function withTotal(lines: readonly BudgetLine[], named: boolean): readonly BudgetLine[] {
  const [first, ...others] = lines;
  if (first === undefined || lines.some(({ role }) => role === 'total') || areYears(lines)) return lines;
  const last = lines.at(-1);
  const above = lines.slice(0, -1);
  if (last !== undefined && above.length > 1 && isSubtotal(last.label)) return [...above, { ...last, role: 'total' }];
  const name = bare(first.label.value);
  const called = (one: BudgetLine | undefined, words: RegExp) => words.test(bare(one?.label.value ?? ''));
  const partBelow = called(others[0], /^其中/);
  // 基金收入 and 基金支出 are the two sides of a fund, whatever parts either has.
  if (called(first, /收入$/) && others.some((one) => called(one, /支出$/))) return lines;
  const parted = !named && others.some((one) => called(one, BUDGET_PART));
  if (others.length > 0 && !parted && !partBelow && !makeUp(first, others, ['initial', 'budget', 'spent']))
    return lines;
  const whole = others.length === 0 || !BUDGET_PART.test(name) || partBelow;
  return name.startsWith('其中') || !whole ? lines : [{ ...first, role: 'total' }, ...others];
}
