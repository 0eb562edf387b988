import { isDigit } from './scan';
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

const SEPARATORS = '-~—–至到';

interface NumberAt {
  readonly value: number;
  readonly length: number;
  readonly end: number;
}

function blankFrom(text: string, start: number): number {
  return text.charAt(start) === ' ' ? start + 1 : start;
}

/** The digits at a place, one more than `most` where there are more; 0 of no length where there are none. */
function numberAt(text: string, start: number, most: number): NumberAt {
  let end = start;
  while (isDigit(text.charAt(end)) && end - start <= most) end += 1;
  return { value: Number(text.slice(start, end)), length: end - start, end };
}

function isYear({ value, length }: NumberAt): boolean {
  return length === 4 && value >= 1900 && value < 2100;
}

function isMonth({ value, length }: NumberAt): boolean {
  return length <= 2 && value >= 1 && value <= 12;
}

function isDay({ value, length }: NumberAt): boolean {
  return length <= 2 && value >= 1 && value <= 31;
}

/** `12月`, `12月30日`, `12月份` at a place. */
function monthAt(text: string, start: number): { month: number; day: number | null; end: number } | null {
  const month = numberAt(text, start, 2);
  if (!isMonth(month)) return null;
  let end = blankFrom(text, month.end);
  if (text.charAt(end) !== '月') return null;
  end += 1;
  const day = numberAt(text, blankFrom(text, end), 2);
  if (isDay(day)) {
    const mark = blankFrom(text, day.end);
    if (text.charAt(mark) === '日' || text.charAt(mark) === '号') {
      return { month: month.value, day: day.value, end: mark + 1 };
    }
    // 9月30前, with its 日 forgotten
    if (/^[之以]?前/.test(text.slice(mark, mark + 2))) return { month: month.value, day: day.value, end: mark };
  }
  if (text.charAt(end) === '份') end += 1;
  return { month: month.value, day: null, end };
}

/** `2022-12-30`, `2022/12/30`, `2022.12.30`, `2022-12`, `2022.12`, `20221230` at a place where `year` stands. */
function numericAt(text: string, year: NumberAt): DateAt | null {
  const separator = text.charAt(year.end);
  if (!'-/.'.includes(separator)) return null;
  const month = numberAt(text, year.end + 1, 2);
  if (!isMonth(month)) return null;
  if (text.charAt(month.end) === separator) {
    const day = numberAt(text, month.end + 1, 2);
    if (isDay(day)) return { year: year.value, month: month.value, day: day.value, span: false, end: day.end };
    return null;
  }
  if (separator === '.' && (month.length < 2 || isCounted(text, month.end))) return null;
  return { year: year.value, month: month.value, day: null, span: false, end: month.end };
}

const TIMES = new Set(['年', '年度', '月', '日']);

/** Whether what is counted stands at a place: 2021.05万元 is an amount, 2021.05 a month. */
function isCounted(text: string, start: number): boolean {
  const unit = unitAt(text, start) ?? unitAt(text, blankFrom(text, start));
  return unit !== null && !TIMES.has(unit.unit);
}

function compactAt(text: string, start: number): DateAt | null {
  const whole = numberAt(text, start, 8);
  if (whole.length !== 8) return null;
  const year = Math.floor(whole.value / 10_000);
  const month = Math.floor(whole.value / 100) % 100;
  const day = whole.value % 100;
  const valid = year >= 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return valid ? { year, month, day, span: false, end: whole.end } : null;
}

/** Behind `start` the month that ends a span of months: `-12月`, `至12月`. */
function spanFrom(text: string, start: number): { month: number; day: number | null; end: number } | null {
  const place = behindSeparator(text, start);
  return place === null ? null : monthAt(text, place);
}

function yearWordAt(text: string, year: NumberAt): DateAt | null {
  let end = blankFrom(text, year.end);
  if (text.charAt(end) !== '年') return spanOfYears(text, year);
  end += 1;
  if (text.charAt(end) === '度') end += 1;
  const date = { year: year.value, month: null, day: null, span: false, end };
  const next = blankFrom(text, end);
  const month = monthAt(text, next);
  if (month !== null) {
    const last = spanFrom(text, month.end);
    return { ...date, ...(last ?? month), span: last !== null };
  }
  const bare = numberAt(text, next, 2);
  const last = isMonth(bare) ? spanFrom(text, bare.end) : null;
  return last === null ? date : { ...date, ...last, span: true };
}

/** `2020至2022年`, `2020-2022年度` */
function spanOfYears(text: string, year: NumberAt): DateAt | null {
  const place = behindSeparator(text, year.end);
  if (place === null) return null;
  const last = numberAt(text, place, 4);
  if (!isYear(last) || text.charAt(last.end) !== '年') return null;
  const end = text.charAt(last.end + 1) === '度' ? last.end + 2 : last.end + 1;
  return { year: last.value, month: null, day: null, span: true, end };
}

function singleAt(text: string, start: number): DateAt | null {
  const year = numberAt(text, start, 4);
  if (isYear(year)) return yearWordAt(text, year) ?? numericAt(text, year);
  const month = monthAt(text, start);
  if (month !== null) {
    const last = spanFrom(text, month.end);
    return { year: null, ...(last ?? month), span: last !== null };
  }
  const first = numberAt(text, start, 2);
  const last = isMonth(first) ? spanFrom(text, first.end) : null;
  if (last !== null) return { year: null, ...last, span: true };
  return compactAt(text, start);
}

function isSeparator(character: string): boolean {
  return character !== '' && SEPARATORS.includes(character);
}

/** Where a second date may begin behind a separator; `null` where no separator stands. */
function behindSeparator(text: string, start: number): number | null {
  let place = blankFrom(text, start);
  if (!isSeparator(text.charAt(place))) return null;
  while (isSeparator(text.charAt(place))) place += 1;
  return blankFrom(text, place);
}

/** `2023.1-2023.12`: a single digit behind a full stop is a month only in such a span. */
function dottedMonthEnd(text: string, start: number): number | null {
  const year = numberAt(text, start, 4);
  if (!isYear(year) || text.charAt(year.end) !== '.') return null;
  const month = numberAt(text, year.end + 1, 2);
  return isMonth(month) ? month.end : null;
}

/** The date that begins at a digit of folded text, the last one where a span of two stands; `null` for other digits. */
export function scanDate(text: string, start: number): DateAt | null {
  const first = singleAt(text, start);
  const end = first?.end ?? dottedMonthEnd(text, start);
  const next = end === null ? null : behindSeparator(text, end);
  const last = next === null || !isYear(numberAt(text, next, 4)) ? null : singleAt(text, next);
  return last === null || last.month === null ? first : { ...last, span: true };
}
