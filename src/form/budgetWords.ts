import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import type { RoleCell } from './budgetColumns';
import type { Grid } from './grid';
import { usualRole } from './headingWords';
import { BUDGET_HEADINGS, BUDGET_WORDS, type BudgetRole } from './vocabulary/budget';
import { bare } from './words';

/** The figures of money besides its points. */
export const MONEY: readonly BudgetRole[] = ['initial', 'budget', 'spent', 'rate'];
const LONGEST_HEADING = 24;
/**
 * 得分计算方法 is how points are reckoned, not the points; 资金使用情况 names the block, 资金到位率 and 资金使用合规性 items;
 * 上年决算数 is another year's.
 */
const NO_FIGURE = /方法|办法|公式|情况$|性$|到位率$|^(?:上年|去年)(?!结转)/;

/** 预算执行（E/C×100%): a heading that says which columns are divided. */
const QUOTIENT = /(?:执行|完成|支出|支付)\([A-Z]\/[A-Z](?:[×x*]100%)?\)$/i;

const OF_YEAR = /^20[0-9]{2}年度?(?=预算|支出|执行|决算)/;

export const budgetRole = remember((text: string): BudgetRole | null => {
  const heading = bare(text).replace(OF_YEAR, '');
  if (heading === '' || heading.length > LONGEST_HEADING) return null;
  const known = BUDGET_HEADINGS.find(([, whole]) => whole.test(heading));
  if (known !== undefined) return known[0];
  if (NO_FIGURE.test(heading)) return null;
  // 决算数/调整预算
  const [over, under, ...more] = heading.split(/[/÷]/).map((part) => moneyWord(part));
  const divided = over === 'spent' && (under === 'budget' || under === 'initial') && more.length === 0;
  if (divided || QUOTIENT.test(compact(text))) return 'rate';
  // Columns of points and reasons are headed like those of the indicators.
  const usual = usualRole(heading);
  if (usual === 'weight' || usual === 'stated' || usual === 'evidence') return usual;
  return moneyWord(heading);
});

const moneyWord = (heading: string): BudgetRole | null =>
  [
    ...BUDGET_HEADINGS.filter(([, whole]) => whole.test(heading)),
    ...BUDGET_WORDS.filter(([, words]) => words.every((word) => word.test(heading))),
  ][0]?.[0] ?? null;

/** 完成数 beside 预算数 and a rate is what was spent; beside 计划数, or of 完成数（场）, what was done. */
const DONE = /^(?:实际|预算|年度|全年)?完成[数额]?$/;
const PLANNED = /^(?:年度|全年)?(?:计划|目标)/;
const IN_THINGS = /[（(][^（()）元]{1,4}[)）]\s*$/;

export function rolesIn(grid: Grid, row: number): readonly RoleCell[] {
  const filled = grid
    .filled(row)
    .map((cell) => ({ cell, role: typeof cell.value === 'string' ? budgetRole(cell.text) : null }));
  const roles = new Set(filled.map(({ role }) => role));
  const isOfMoney =
    roles.has('rate') && !filled.some(({ cell, role }) => role === null && PLANNED.test(bare(cell.text)));
  const mayBeSpent = isOfMoney && (roles.has('budget') || roles.has('initial')) && !roles.has('spent');
  const named = filled.flatMap(({ cell, role: own }) => {
    const role = own ?? (mayBeSpent && DONE.test(bare(cell.text)) && !IN_THINGS.test(cell.text) ? 'spent' : null);
    return role === null ? [] : [{ role, cell, year: OF_YEAR.exec(bare(cell.text))?.[0].slice(0, 4) }];
  });
  const said = named.map(({ cell }) => bare(cell.text));
  // 2022年支出 beside 2023年支出 or 支出 is another year's.
  const isOther = (text: string, year: string) =>
    said.includes(bare(text).replace(OF_YEAR, '')) || named.some((other) => (other.year ?? '') > year);
  return named.filter(({ cell, year }) => year === undefined || !isOther(cell.text, year));
}

/** 决算数/年初预算 beside 决算数/调整预算 is not the rate of the budget. */
export const isOfInitial = (heading: string): boolean => /年初|期初/.test(heading);

const PART_OF_YEAR = /累计|季度|上半年|(?<!12)月|目标|差额|差异/;

/**
 * How surely an amount is the year's own, beside what says no more than 执行数 or 预算数: -2 for 三季度执行率, 执行率目标, 执行差额 and
 * for 拨付数, which may not be spent yet, -1 for 2022年决算, which may be of the form's year, and for by how much the budget was
 * changed, 1 for the budget after that.
 */
export function rankOf({ role, cell }: RoleCell): number {
  const heading = bare(cell.text);
  const isHanded = role === 'spent' && /拨付|下达/.test(heading);
  if (isHanded || PART_OF_YEAR.test(heading) || (role === 'rate' && isOfInitial(heading))) return -2;
  if (role !== 'budget' && OF_YEAR.test(heading)) return -1;
  return role !== 'budget' ? 0 : isChanged(heading) ? 1 : changeIn(heading) === null ? 0 : -1;
}

export function moneyRoles(roles: readonly RoleCell[]): number {
  return new Set(roles.filter(({ role }) => MONEY.includes(role)).map(({ role }) => role)).size;
}

/** 调整后预算数 is the budget, 预算调整数 beside it may be by how much it was changed. */
export const isChanged = (heading: string): boolean => /调整后|全年/.test(bare(heading));

/**
 * By how much the budget was changed in the year, and whether upwards: 1 for 年中追加 and 调整数, -1 for 调减数; `null` for
 * 调整预算数, which is the budget itself.
 */
export function changeIn(heading: string): 1 | -1 | null {
  const text = bare(heading);
  return !CHANGE.test(text) ? null : /减|收回/.test(text) && !/增减/.test(text) ? -1 : 1;
}

const CHANGE =
  /^(?:年中|年度|当年|本年|财政|其中:?){0,2}(?:预算)?(?:(?:[追调核增][加增减]|压减|减少|收回)(?:预算)?|(?:增减)?调整)(?:数|额|金额|资金)?$/;

/** Whether a row has headings or labels of at least two kinds of money, as the budget block has. */
export function namesMoney(grid: Grid, row: number): boolean {
  return moneyRoles(rolesIn(grid, row)) >= 2;
}

/** Whether what was carried over comes on top of what is called the budget. */
export const carriesOver = (carried: boolean, budget = ''): boolean => carried && !/全年|调整|总/.test(budget);
