// Words that many readers look for, by class: each is a part of a regular expression.
import { words } from '../sheet/lists';

/** What was aimed at: 年度目标值, 年初计划数, 预期指标, 任务. */
export const AIM = '(?:本?年度|年初|全年|预期|绩效|[原预既]定){0,3}(?:目标|指标|计划|任务)(?:任务|[值数量])?';

/** A year before this one: 上年, 去年同期, 往年. */
export const FORMER_YEAR = '[上去往]一?年|同期';
/** Money that was there when this year began: 上年结转, 年初结余, 以前年度. */
export const OF_BEFORE = `${FORMER_YEAR}|年初|以前`;
/** Any other year: these, 次年, 下一年, 明年. */
export const ANOTHER_YEAR = `${FORMER_YEAR}|[次来下明翌]一?年`;
/** Whether a text speaks of another year than this one, by its words or by its figure. @param year `null` where nobody knows this one: then any figure is another. */
export function isOfAnotherYear(text: string, year: number | null): boolean {
  const named = text.match(/20[0-9]{2}(?=年)/g) ?? [];
  return WORDS_OF_ANOTHER.test(text) || named.some((one) => Number(one) !== year);
}
const WORDS_OF_ANOTHER = new RegExp(ANOTHER_YEAR);

const YEARS = new RegExp(
  `(20[0-9]{2})年?[-—–~～至到](20[0-9]{2})年|(20[0-9]{2})年|[本今当]年|${ANOTHER_YEAR}|下一?步`,
  'g',
);
/** Whether what stands behind a text is of another year, or of several, by what it names last: 2024年计划培训…，养护; 2021—2023年. */
export function turnsToAnotherYear(text: string, year: number | null): boolean {
  const last = [...text.matchAll(YEARS)].at(-1);
  if (last === undefined || /^[本今当]年/.test(last[0])) return false;
  return last[3] === undefined || (year !== null && Number(last[3]) !== year);
}

/** A part of this year: 上半年, 第三季度, 春季. */
export const PART_OF_YEAR = '[上下]半年|季(?!节)';
/** A change, told beside another figure: 较上年, 同比. */
export const COMPARED = '较|比上|相比|同比';
/** One of several: 每人, 人均, 均45户; of 均已完成 and 合格率均为93% it is all. */
export const OF_EACH = '每|平均|[人户]均|均[0-9]';
/** When it was due: 按期, 及时. */
export const IN_TIME = '按期|按时|如期|及时|准时';
/** Later than it was due, each word of it: a rule may count from one. */
export const LATER = words('推迟 延迟 延后 延误 延期 拖延 拖后 逾期 超期');
export const LATE = LATER.join('|');
