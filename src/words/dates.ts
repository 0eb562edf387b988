import { remember } from '../sheet/remember';
import { fold } from '../sheet/text';
import { unitAt } from './units';

/** A day, month or year found in folded text; the last one of a span (2024年1月-12月). */
export interface DateAt {
  readonly year: number | null;
  /** `null` where only a year stands. */
  readonly month: number | null;
  readonly day: number | null;
  readonly span: boolean;
  readonly end: number;
}

const Y = '((?:19|20)\\d\\d)(?!\\d)';
const M = '(1[0-2]|0?[1-9])';
const D = '(3[01]|[12]\\d|0?[1-9])';
const TO = ' ?[-~—–至到]+ ?';
/** `12月`, `12月30日`, `12月份`, and `9月30前` with its 日 forgotten. */
const MONTH = `${M} ?月(?: ?${D} ?(?:[日号]|(?=[之以]?前))|份)?`;

/** `2022年12月30日`, `2022年度`, `12月`, `2024年1月-12月`, `1-12月` */
const IN_WORDS = new RegExp(`(?:${Y} ?年度?)?(?: ?(?:${MONTH}(?:${TO}${MONTH})?|${M}${TO}${MONTH}))?`, 'y');
/** `2020至2022年`, `2020-2022年度` */
const YEARS = new RegExp(`${Y}${TO}${Y}年度?`, 'y');
/** `2022-12-30`, `2022/12/30`, `2022.12.30`, `2022-12`, `2022.12` */
const IN_DIGITS = new RegExp(`${Y}([-/.])${M}(?!\\d)(?:\\2${D}(?!\\d)|(?!\\2))`, 'y');
/** `20221230` */
const COMPACT = /((?:199|20\d)\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y;
/** What follows the first date of two: `2023.1-2023.12`. */
const SECOND = new RegExp(`${TO}(?=${Y})`, 'y');

const TIMES = new Set(['年', '年度', '月', '日']);

/** Whether what is counted stands at a place: 2021.05万元 is an amount, 2021.05 a month. */
function isCounted(text: string, start: number): boolean {
  const unit = unitAt(text, start) ?? (text.charAt(start) === ' ' ? unitAt(text, start + 1) : null);
  return unit !== null && !TIMES.has(unit.unit);
}

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function dateOf(found: RegExpExecArray, [year, month, day]: readonly (string | undefined)[], span: boolean): DateAt {
  const [y, m, d] = [year, month, day].map((digits) => (digits === undefined ? null : Number(digits)));
  return { year: y ?? null, month: m ?? null, day: d ?? null, span, end: found.index + found[0].length };
}

function inWords(text: string, start: number): DateAt | null {
  const found = at(IN_WORDS, text, start);
  if (found === null || found[0] === '') return null;
  const [, year, month, day, last, lastDay, first, only, onlyDay] = found;
  if (last !== undefined) return dateOf(found, [year, last, lastDay], true);
  return first === undefined ? dateOf(found, [year, month, day], false) : dateOf(found, [year, only, onlyDay], true);
}

function inDigits(text: string, start: number): DateAt | null {
  const found = at(IN_DIGITS, text, start);
  if (found === null) return null;
  const [all, year, separator, month = '', day] = found;
  const end = start + all.length;
  const short = month.length < 2 && at(SECOND, text, end) === null;
  const amount = separator === '.' && day === undefined && (short || isCounted(text, end));
  return amount ? null : dateOf(found, [year, month, day], false);
}

function singleAt(text: string, start: number): DateAt | null {
  const years = at(YEARS, text, start);
  if (years !== null) return dateOf(years, [years[2]], true);
  const compact = at(COMPACT, text, start);
  return inWords(text, start) ?? inDigits(text, start) ?? (compact && dateOf(compact, compact.slice(1), false));
}

/** The date that begins at a digit of folded text, the last one where a span of two stands; `null` for other digits. */
export function scanDate(text: string, start: number): DateAt | null {
  const first = singleAt(text, start);
  const second = first === null ? null : at(SECOND, text, first.end);
  const last = second === null ? null : singleAt(text, second.index + second[0].length);
  return last === null || last.month === null ? first : { ...last, span: true };
}

/** A year's month with or without its day, and a month's day: 2023年13月, 11月31日, 2023-02-30; not 31号楼, 31日均, 13月龄, the term of 2月30日. */
const DAY_SIGN = '(?:日(?![均历常])|号(?=[前之以至到完起止,，、。;；)）]|$))';
const SAID = [
  new RegExp(`(?<!\\d)((?:19|20)\\d\\d) ?年 ?(\\d{1,2}) ?月(?:份|(?!龄))(?: ?(\\d{1,2}) ?${DAY_SIGN})?`, 'g'),
  new RegExp(`(?<![\\d年] ?|历时|[工为]期|共|农历|阴历)()(\\d{1,2}) ?月 ?(\\d{1,2}) ?${DAY_SIGN}`, 'g'),
  // Only the day of a month there is: 2023-13-1 is a number of a contract or a version.
  new RegExp(
    `(?<![\\dA-Za-z]|[-/._编版本第文]|号[:：]?)((?:19|20)\\d\\d)(?:[-/.])${M}(?:[-/.])(29|3[01])(?![\\dA-Za-z条款号版]|[-/.]\\d)`,
    'g',
  ),
];
/** The thirteenth month's pay has no month of the calendar: 2023年13月份工资. */
const PAY = /工资|薪|奖金|绩效奖|年终奖|考核奖|津贴|补贴|人员经费/;
const LEAP_YEAR = 2024;

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The last day of a month from 1 to 12, of February that of a common year; 31 of a month there is not. */
export const lastDayOf = (month: number): number => LAST_DAYS[month - 1] ?? 31;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function isDay(year: number, month: number, day: number): boolean {
  const leapDay = month === 2 && isLeap(year) ? 1 : 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(month) + leapDay;
}

/** The first date of a text that no calendar has. */
export const impossibleDate = remember((whole: string): string | null => {
  const text = fold(whole);
  const dates = SAID.flatMap((pattern) => [...text.matchAll(pattern)]);
  const wrong = dates.find(([, year, month, day]) => {
    const pay = day === undefined && Number(month) === 13 && PAY.test(text);
    return !pay && !isDay(Number(year) || LEAP_YEAR, Number(month), Number(day ?? 1));
  });
  return wrong?.[0] ?? null;
});
