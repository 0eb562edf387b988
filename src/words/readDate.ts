import { lastDayOf, scanDate, type DateAt } from './dates';
import { type DateQuantity, isFloor, type Relation } from './quantity';
import { comparisonBefore } from './comparisons';
import { isDigit } from './scan';
import { fold } from '../sheet/text';
import { ANOTHER_YEAR } from './vocabulary';

/** What may follow a date: the part of the month or year, and whether it is a limit. */
const TAIL = /^(底|末|初|中下旬|上中旬|[上中下]旬)?(之前|以前|前|止|之内|以内|内)?/;
/** The first and last day of each part of a month; 初 is no more than early. */
const PARTS_OF_MONTH: ReadonlyMap<string | undefined, readonly [since: number, day: number | null]> = new Map([
  ['底', [21, null]],
  ['末', [21, null]],
  ['上旬', [1, 10]],
  ['上中旬', [1, 20]],
  ['中旬', [11, 20]],
  ['中下旬', [11, 31]],
  ['下旬', [21, 31]],
]);
const PART_OF_YEAR = /^(?:(上半年|年中)|(?:第?([一二三四])|第?([1-4]))季度|下半年)/;
const EACH_MONTH_END = /^(?:每个?|各|当)?月(?:底|末)(?:之前|以前|前)?(?:完成)?$/;
const YEAR_END = /^(?:当|本|全|该)?年度?(?:底|末|终|内)(?:之前|以前|前|内)?(?:完成)?$/;
/** The words around a date may not make more than a remark of it. */
const LONGEST = 40;

/** A year alone is any day of it; 2022年底 is its last month. */
function quantity({ year, month, day }: DateAt, relation: Relation | null, part?: string): DateQuantity {
  const date = { kind: 'date', relation, year, month: month ?? 12, day } as const;
  if (month === null) return part === undefined || part === '初' ? { ...date, since: { month: 1, day: 1 } } : date;
  const days = day === null ? PARTS_OF_MONTH.get(part) : undefined;
  if (days === undefined) return date;
  const [since, last] = days;
  return { ...date, day: last === null ? null : Math.min(last, lastDayOf(month)), since: { month, day: since } };
}

/**
 * Reads a text whose only figure is a date or a term: `9月前`, `2022年底之前`, `2022年12月30日`, `2024年1月-12月` (its end),
 * 年底前, 第三季度, 于2023年6月30日前完成验收. `null` for anything else, also for a text that only mentions a year
 * (2022年度数据质量提升).
 */
export function readDate(text: string): DateQuantity | null {
  const plain = fold(text).replaceAll(' ', '');
  if (plain.length > LONGEST) return null;
  let place = 0;
  while (place < plain.length && !isDigit(plain.charAt(place))) place += 1;
  const date = scanDate(plain, place);
  if (date === null) return readTerm(plain);
  if (OTHER_YEAR.test(plain.slice(0, place))) return null;
  const before = comparisonBefore(plain.slice(0, place))?.relation ?? null;
  const monthsOnly = date.year === null && date.day === null && !date.span;
  // ≥12月 is a number of months; no deadline is set so that it must be missed.
  if (monthsOnly && isFloor(before) && date.end === plain.length) return null;
  const term = partOfYear(plain.slice(date.end));
  const rest = plain.slice(date.end + (term?.length ?? 0));
  const tail = TAIL.exec(rest);
  const after = rest.slice(tail?.[0].length ?? 0);
  const limited = tail?.[0] !== '' || term !== null;
  const lead = plain.slice(0, place);
  const alone = place === 0 || before !== null || LEAD.test(lead) || (date.month !== null && DONE_ON.test(lead));
  if (/[0-9%]/.test(after) || (date.month === null && !limited && !(alone && /^[。.]?$/.test(after)))) return null;
  if (!alone && !limited && after !== '') return null;
  const relation = before ?? (tail?.[2] !== undefined || date.span ? '<=' : null);
  return term === null
    ? quantity(date, relation, tail?.[1])
    : { ...quantity({ ...date, month: term.month }, relation), since: term.since };
}

/** 次年1月 is no January of this year. */
const OTHER_YEAR = new RegExp(`(?:${ANOTHER_YEAR}|前年|第二年)度?$`);

/** 已于 before a day; before a year alone it only mentions that. */
const DONE_ON = /^(?:已经?|均|都|全部|实际|项目){1,2}[于在]$/;
const LEAD = /^(?:于|在|截至|截止|截止到|至|到)$/;

/** A part of the year that a text begins with, by its first day and the month that ends it. */
function partOfYear(text: string) {
  const found = PART_OF_YEAR.exec(text);
  if (found === null) return null;
  const [{ length }, half, quarter, digit] = found;
  const quarters = half === undefined ? Number(digit ?? '一二三四'.indexOf(quarter ?? '四') + 1) : 2;
  const months = quarter === undefined && digit === undefined ? 6 : 3;
  return { month: quarters * 3, since: { month: quarters * 3 - months + 1, day: 1 }, length };
}

function readTerm(plain: string): DateQuantity | null {
  const date = { kind: 'date', relation: /[前内]/.test(plain) ? '<=' : null, year: null, day: null } as const;
  if (EACH_MONTH_END.test(plain)) return { ...date, month: 0, day: 31 };
  if (YEAR_END.test(plain)) return { ...date, month: 12 };
  const part = partOfYear(plain);
  const rest = plain.slice(part?.length ?? 0).replace(/^(?:底|末|之?前|以前|内|以内)+/, '');
  if (part === null || (rest !== '' && rest !== '完成')) return null;
  const { month, since } = part;
  return { ...date, month, since: /^[底末]/.test(plain.slice(part.length)) ? { month, day: 1 } : since };
}

const MONTH_IN_DIGITS = /^(20\d\d)(?:\.(?=\d{1,2}$)|(?=\d\d$))(1[0-2]|0?[1-9])$/;

/**
 * The date that a number is in a row of a day: 20231031, 202310, and 2023.1, which is October as well as January, for Excel
 * keeps no last 0.
 */
export function readNumberedDate(text: string): DateQuantity | null {
  const [, year, month] = MONTH_IN_DIGITS.exec(text) ?? [];
  if (month === undefined) return /^20\d{6}$/.test(text) ? readDate(text) : null;
  const date = { kind: 'date', relation: null, year: Number(year), month: Number(month), day: null } as const;
  return text.endsWith('.1') ? { ...date, month: 10, since: { month: 1, day: 1 } } : date;
}

/** Days from Excel's serial 0 to 1970-01-01; serials before March 1900 are no dates of forms. */
const EPOCH = 25_569;
const DAY = 86_400_000;
const DATE_LIKE = /^[0-9]{1,4}[-/.年][0-9]{1,2}(?:[-/.月]|$)|^[0-9]{0,2}[-/]?[A-Za-z]{3}[-/][0-9]{2,4}$|[年月]/;
const NUMERIC = /^[0-9]{1,4}[-/][0-9]{1,2}(?:[-/][0-9]{1,4})?(?: [0-9:]{1,8})?$|[A-Za-z]{3}/;

/** The date of a number that its cell displays as one; `null` for other numbers. */
export function readDisplayedDate(serial: number, text: string): DateQuantity | null {
  if (!DATE_LIKE.test(text) || serial < 61 || serial >= 100_000) return null;
  const shown = readDate(text);
  if (shown !== null) return shown;
  if (!NUMERIC.test(text)) return null;
  const date = new Date((Math.floor(serial) - EPOCH) * DAY);
  return {
    kind: 'date',
    relation: null,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}
