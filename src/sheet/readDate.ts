import { scanDate, type DateAt } from './dates';
import type { Quantity, Relation } from './quantity';
import { relationBefore } from './relations';
import { isDigit } from './scan';
import { fold } from './text';

export type DateQuantity = Extract<Quantity, { kind: 'date' }>;

/** What may follow a date that is a cell's whole content. */
const TAIL = /^(?:底|末|初|中旬|上旬|下旬)?(之前|以前|前|止|之内|以内|内)?(?:完成|完工|竣工|到位|实现)?[。.]?$/;
const LEAD = /^(?:于|在|截至|截止|截止到|至|到)$/;

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:当|本|全|该)?年(?:度)?(?:底|末|终|内)(之前|以前|前|内)?(?:完成)?$/, 12],
  [/^上半年(?:之?前|内)?(?:完成)?$/, 6],
  [/^下半年(?:内)?(?:完成)?$/, 12],
  [/^第?[一1]季度(?:末|内|前|底)*(?:完成)?$/, 3],
  [/^第?[二2]季度(?:末|内|前|底)*(?:完成)?$/, 6],
  [/^第?[三3]季度(?:末|内|前|底)*(?:完成)?$/, 9],
  [/^第?[四4]季度(?:末|内|前|底)*(?:完成)?$/, 12],
];

function quantity(date: DateAt, relation: Relation | null): DateQuantity {
  return { kind: 'date', relation, year: date.year, month: date.month ?? 12, day: date.day };
}

/**
 * Reads a text that is nothing but a date or a term: `9月前`, `2022年底之前`, `2022年12月30日`, `2024年1月-12月` (its end),
 * 年底前, 第三季度. `null` for anything else.
 */
export function readDate(text: string): DateQuantity | null {
  const plain = fold(text).replaceAll(' ', '');
  if (plain.length > 30) return null;
  let place = 0;
  while (place < plain.length && !isDigit(plain.charAt(place))) place += 1;
  const date = scanDate(plain, place);
  if (date === null) return readTerm(plain);
  const lead = plain.slice(0, place);
  const before = relationBefore(lead);
  if (lead !== '' && !LEAD.test(lead) && before?.start !== 0) return null;
  const rest = plain.slice(date.end);
  const half = /^(?:上半年|年中)/.test(rest) ? 6 : null;
  const tail = TAIL.exec(rest);
  if (tail === null) return null;
  const early = tail[1] !== undefined || date.span;
  return quantity(half === null ? date : { ...date, month: half }, before?.relation ?? (early ? '<=' : null));
}

function readTerm(plain: string): DateQuantity | null {
  const found = WORDS.find(([words]) => words.test(plain));
  if (found === undefined) return null;
  const early = /[前内]/.test(plain);
  return { kind: 'date', relation: early ? '<=' : null, year: null, month: found[1], day: null };
}

/** Days from Excel's serial 0 to 1970-01-01; serials before March 1900 are no dates of forms. */
const EPOCH = 25_569;
const DAY = 86_400_000;
const DATE_LIKE = /[0-9][-/][0-9A-Za-z]|[A-Za-z]{3}-[0-9]|年|月/;

/** The date of a number that its cell displays as one; `null` for other numbers. */
export function readDisplayedDate(serial: number, text: string): DateQuantity | null {
  if (!DATE_LIKE.test(text) || serial < 61 || serial >= 100_000) return null;
  const shown = readDate(text);
  if (shown !== null) return shown;
  const date = new Date((Math.floor(serial) - EPOCH) * DAY);
  return {
    kind: 'date',
    relation: null,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}
