import { remember } from '../sheet/remember';
import { Decimal } from 'decimal.js';
import { factorBetween } from './comparable';
import { isPlaceholder, joinThousands } from './figure';
import { findMentions, type FigureMention } from './mentions';
import { isCeiling, isFloor, type NumberQuantity, type Quantity, type Relation } from './quantity';
import { readAttainment } from './attainment';
import { tickedIn } from './ticks';
import { readDate, readDisplayedDate, readNumberedDate } from './readDate';
import { readNumeral } from './numerals';
import { ABOUT_BEFORE, comparisonAt, comparisonBefore, relationAround, relationOfNature } from './comparisons';
import { anyOf, CHANGES } from './changeWords';
import { withoutNoise } from './scan';
import type { SheetCell } from '../sheet/snapshot';
import { sum } from '../sheet/lists';
import { compact, normalise } from '../sheet/text';
import { canonicalUnit, ONE, readUnit } from './units';

/** What other columns of the row say of a target: 指标性质 and 度量单位. */
export interface QuantityHints {
  readonly nature?: string;
  readonly unit?: string;
  /** Whether the row is by its name of a day, so that 20231031 is one, and 202310 a month. */
  readonly dated?: boolean;
}

/**
 * Reads a target or an actual value.
 *
 * `null` where nothing stands there. A text without a figure, or with several different ones, is `qualitative`: which
 * of several figures is meant can't be known, and it is never guessed. An item's own number before the value
 * (`三、2、100%`) is passed over. What the text says goes before what the hints say.
 */
export function readQuantity(cell: SheetCell, hints: QuantityHints = {}): Quantity | null {
  const dated = hints.dated === true && (hints.unit ?? '') === '' ? readNumberedDate(normalise(cell.text)) : null;
  const quantity =
    dated ??
    (typeof cell.value === 'number'
      ? readNumber(cell, cell.value)
      : readText(typeof cell.value === 'string' ? cell.value : ''));
  if (quantity === null) return null;
  return withHints(quantity.kind === 'date' ? (decimalUnder(cell, hints) ?? quantity) : quantity, hints);
}

const BARE_DECIMAL = /^[^0-9]{0,6}[0-9]{4}\.[0-9]{2}$/;

/** 2021.05 where the row's unit is 万元: an amount that looks like a month. */
function decimalUnder({ value, text }: SheetCell, { unit = '' }: QuantityHints): Quantity | null {
  const written = normalise(typeof value === 'string' ? value : text);
  if (!BARE_DECIMAL.test(written)) return null;
  const counted = readText(written + compact(unit));
  return counted?.kind === 'number' && counted.unit !== '' ? counted : null;
}

function readNumber(cell: SheetCell, value: number): Quantity | null {
  if (!Number.isFinite(value)) return null;
  const text = normalise(cell.text);
  const date = readDisplayedDate(value, text);
  if (date !== null) return date;
  const figure = withoutNoise(new Decimal(value));
  if (text.endsWith('%')) return number(withoutNoise(figure.times(100)), '%');
  return number(figure, unitOfFormat(text));
}

const PLAIN = /^[-+0-9.,]*$/;

/** A unit that a number format appends: `5个`, `¥5.00`. */
function unitOfFormat(text: string): string {
  if (PLAIN.test(text)) return '';
  if (text.startsWith('¥')) return '元';
  const [mention] = findMentions(text);
  return mention?.end === text.length ? mention.unit : '';
}

function number(value: Decimal, unit: string, relation: Relation | null = null, scale = ONE): NumberQuantity {
  const quantity: NumberQuantity = { kind: 'number', relation, value, unit };
  return scale.eq(1) ? quantity : { ...quantity, scale };
}

const readText = remember((value: string): Quantity | null => {
  const whole = joinThousands(inFull(normalise(tickedIn(value) ?? value)));
  if (whole === '' || isPlaceholder(whole)) return null;
  const text = withoutItemNumber(whole);
  if (isPlaceholder(text)) return null;
  return readDate(text) ?? readFigures(text) ?? { kind: 'qualitative', text, attainment: readAttainment(text) };
});

/** 10w+, 300+人次 and 半小时内 as they are meant: 10万以上, 300人次以上, 0.5小时内. */
function inFull(text: string): string {
  return text
    .replace(/(?<=[0-9])w(?=\+?[\u4e00-\u9fff]{0,4}$)/, '万')
    .replace(/(?<=[0-9千万亿])\+([\u4e00-\u9fff]{0,4})$/, '$1以上')
    .replace(HALF, '0.5')
    .replace(SEVERAL, (_, many: string) => `每${'两三四五六'.charAt(Number(many) - 2)}`);
}
const SEVERAL = /每([2346])(?=个?[月周季])/;
const HALF = /(?<=^[^0-9,，。；;]{0,6})(?<![上下前后每个])半(?=(?:个?小时|个月|[年天日])(?:[之以]?内)?$)/;

const ITEM_NUMBER =
  /^(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．](?![0-9]* ?[个次])|[0-9]{1,2}(?:、|\)|\.(?![0-9]))|[①-⑳]|(?:指标|目标)[0-9一二三四五六七八九十]{1,2}[:：、.]?(?=[^0-9]|$)) ?/;
const MOST_LEVELS = 4;

/** The value without the number that its item has in the plan: `三、2、100%` is `100%`; `（20）` stays. */
export function withoutItemNumber(text: string): string {
  let rest = text;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const mark = ITEM_NUMBER.exec(rest)?.[0];
    if (mark === undefined || mark.length === rest.length) break;
    rest = rest.slice(mark.length);
  }
  return rest;
}

const RANGE_BETWEEN = /^(?:[-~—–至到]|--|——)$/;
/** How many of each a year has. */
export const PERIODS = new Map(Object.entries({ 年: 1, 半年: 2, 季: 4, 季度: 4, 月: 12, 周: 52, 星期: 52 }));
/** 线上2次、线下2次 are two figures; 完成3期，共3期 is one said twice. */
const LISTED = /^(?!.*[共总完成达即占率实含]).*[\u4e00-\u9fff]/;
const PERIOD_BEFORE = /(?:每个?|每([两双三四六])个?|隔)(半?年|季度?|月|周)度?([^0-9，,。；;]{0,8})$/;
/** 每两月 and 隔月: how many of them make one. */
const TOGETHER = new Map(Object.entries({ 三: 3, 四: 4, 六: 6 }));
const PERIOD_BEHIND = /^([^元/]+)\/(半?年|季度?|月|周)$/;
/** 120户（含30户低保户）, 120户，其中低保户30户: what comes behind is in the first. */
const PARTS = /(?:[（(](?:其中|含|包括)[^（）()]*[0-9][^（）()]*[)）]|[，,；;]其中.*)$/;

function readFigures(text: string): Quantity | null {
  const all = findMentions(text).filter(({ kind }) => kind === 'figure');
  // 65岁以上老人1.2万人: the age says who.
  const others = all.filter(({ unit }) => !/岁$/.test(unit));
  const mentions = others.length > 0 ? others : all;
  const [first, second, ...more] = mentions;
  if (first === undefined) return readUnmentioned(text);
  if (second !== undefined && more.length === 0) {
    const range = readRange(text, first, second) ?? readCompound(text, first, second) ?? readRatio(text, first, second);
    if (range !== null) return range;
  }
  const before = text.slice(0, first.start);
  const [whole, several, period, until] = PERIOD_BEFORE.exec(before) ?? [];
  // Every month by its 15th is no number of days, nor is the next month's 5th.
  const ofMonth = until === '' || OF_MONTH.test(before);
  if (ofMonth && (first.unit === '日' || first.unit === '天')) return readDayOfMonth(text, first);
  const same = mentions.every((other) => other.value.eq(first.value) && other.unit === first.unit);
  // 前5名 is a place, no number of people, and 前30% one of which less is better; 提前30% is neither.
  if (/(?<!提)前$/.test(before) && /^[名位%]$/.test(first.unit)) return null;
  if (!same)
    return PARTS.test(text) ? readFigures(text.replace(PARTS, '')) : (readSum(text, mentions) ?? readPeriods(text));
  const between = second === undefined ? '' : text.slice(first.end, second.start);
  // 100/100 is a quotient of two figures, 线上2次、线下2次 a list, neither one figure said twice.
  if (between.trim() === '/' || LISTED.test(between)) return null;
  const rest = text.slice(first.end);
  const unit = first.unit === '' && second === undefined ? unknownUnit(rest) : first.unit;
  if (before.endsWith('±')) return { kind: 'range', low: first.value.neg(), high: first.value, unit };
  const relation = relationAround(before, rest.slice(first.unit === '' ? unit.length : 0));
  if (relation === 'unread') return null;
  const [, counted = canonicalUnit(unit), behind] = PERIOD_BEHIND.exec(unit) ?? [];
  const each = PERIODS.get(behind ?? (unit === '%' ? '' : (period ?? '')));
  const isSeveral = several !== undefined || whole?.startsWith('隔') === true;
  const perYear = each === undefined || !isSeveral ? each : each / (TOGETHER.get(several ?? '') ?? 2);
  const quantity = {
    ...number(first.value, counted, relation, first.scale),
    ...(perYear !== undefined && { perYear }),
  };
  const about = relation === null && (ABOUT_BEFORE.test(before) || ABOUT_BEHIND.test(text.slice(first.start)));
  return about ? { ...quantity, about } : quantity;
}

/** ≥12场（每月1场）: the same said twice. */
function readPeriods(text: string): Quantity | null {
  const [, all = '', each = ''] = IN_PERIODS.exec(text) ?? [];
  const [whole, part] = all === '' ? [null, null] : [readFigures(all), readFigures(each)];
  if (whole?.kind !== 'number' || part?.kind !== 'number' || part.perYear === undefined) return null;
  return whole.unit === part.unit && part.value.times(part.perYear).eq(whole.value) ? whole : null;
}
const IN_PERIODS = /^([^（()）]+)[（(](每[^（()）]+)[)）]$/;

/** 线上100人，线下130人，共230人 and 230人（线上100人、线下130人）: parts and their sum, which words or brackets call one. */
function readSum(text: string, mentions: readonly FigureMention[]): Quantity | null {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (first === undefined || last === undefined || mentions.length < 3) return null;
  const before = text.slice(mentions.at(-2)?.end, last.start);
  const whole = /[共合总累]/.test(before) ? last : /^[(（:：]/.test(text.slice(first.end)) ? first : null;
  const parts = mentions.filter((one) => one !== whole);
  if (whole === null || parts.some(({ unit }) => unit !== whole.unit)) return null;
  return sum(parts.map(({ value }) => value)).eq(whole.value)
    ? number(whole.value, whole.unit, null, whole.scale)
    : null;
}

const OF_MONTH = /[当本次下翌首]个?月$/;
/** 每月15日前, 每季度首月10日前, and 次月15日前, which is no day of the same month: 46. */
function readDayOfMonth(text: string, { value, start, end }: FigureMention): Quantity | null {
  const day = value.toNumber();
  if (!/月$/.test(text.slice(0, start)) || day > 31) return null;
  const relation = /^(?:[之以]?前|内)/.test(text.slice(end)) ? '<=' : null;
  return {
    kind: 'date',
    relation,
    year: null,
    month: 0,
    day: /[次下翌]个?月$/.test(text.slice(0, start)) ? day + 31 : day,
  };
}

/** 1年2个月 is 14个月. */
function readCompound(text: string, first: FigureMention, second: FigureMention): Quantity | null {
  // 6分10秒: points have no seconds.
  const whole = first.unit === '分' && second.unit === '秒' ? '分钟' : first.unit;
  const factor = second.start === first.end ? factorBetween(whole, second.unit) : null;
  if (factor === null || !second.value.lt(factor)) return null;
  const relation = relationAround(text.slice(0, first.start), text.slice(second.end));
  return relation === 'unread' ? null : number(first.value.times(factor).plus(second.value), second.unit, relation);
}

const FORMER = /[由从][^0-9，,。；;]{0,6}$/;
const BECOMES = new RegExp(`^,?(?:(${anyOf(CHANGES.more)})|(${anyOf(CHANGES.less)}))[至到为]$`);

/** 由20天缩短至10天: what it is to become. */
export function readAim(cell: SheetCell): NumberQuantity | null {
  const text = normalise(cell.text);
  const [first, second, third] = findMentions(text).filter(({ kind }) => kind === 'figure');
  if (first === undefined || second === undefined || third !== undefined) return null;
  const [all, more] = BECOMES.exec(text.slice(first.end, second.start)) ?? [];
  const rest = text.slice(second.end);
  if (all === undefined || !FORMER.test(text.slice(0, first.start)) || !/^(?:[之以][上下内])?[。]?$/.test(rest))
    return null;
  if (first.unit !== second.unit && first.unit !== '') return null;
  return number(second.value, canonicalUnit(second.unit), more === undefined ? '<=' : '>=', second.scale);
}

const LEAST_PARTS = 1000;
const MOST_SHARE = 0.01;

/** 18:1 is 18 to each; 1/10000 is 0.01%. */
function readRatio(text: string, first: FigureMention, second: FigureMention): Quantity | null {
  const [between, rest] = [text.slice(first.end, second.start).trim(), text.slice(second.end)];
  const relation = relationAround(text.slice(0, first.start), rest);
  if (relation === 'unread' || first.unit !== '' || second.unit !== '' || /^\p{L}/u.test(rest)) return null;
  if (between === ':' && second.value.eq(1)) return number(first.value, ':1', relation);
  const share = first.value.div(second.value.isZero() ? 1 : second.value);
  const small = between === '/' && second.value.gte(LEAST_PARTS) && share.lt(MOST_SHARE);
  return small ? number(share.times(100), '%', relation) : null;
}

const ABOUT_BEHIND = /^[0-9,.]+[千万亿]?(?:[余多几]|[^0-9]{0,6}(?:左右|上下))/;

/** ≥12月, where a month can't be meant and 月 is the unit of a number of them. */
const MONTHS = /^[^0-9]{1,6}([0-9]{1,2}) ?月$/;
const IN_LETTERS = /^([0-9]{1,9}(?:\.[0-9]{1,4})?) ?([A-Za-z][A-Za-z/]{1,7})$/;

/**
 * A figure that no sentence would tell so: a number of months, 一百二十 as the whole content, where a single 三 may be a mark, and
 * 40DDDs in a unit of letters that no table knows, where 5G is a name.
 */
function readUnmentioned(text: string): Quantity | null {
  const { end, relation } = comparisonAt(text, 0) ?? { end: 0, relation: null };
  const months = relation === null ? undefined : MONTHS.exec(text)?.[1];
  if (months !== undefined) return number(new Decimal(months), '个月', relation);
  const rest = text.slice(end);
  const numeral = readNumeral(rest);
  if (numeral !== null && (text.length > 1 || numeral.isZero())) return number(numeral, '', relation);
  const [, figure, unit = ''] = IN_LETTERS.exec(rest) ?? [];
  return figure === undefined ? null : number(new Decimal(figure), unit, relation);
}

function readRange(text: string, first: FigureMention, second: FigureMention): Quantity | null {
  const between = text.slice(first.end, second.start).trim();
  const joined = RANGE_BETWEEN.test(between) || (between === '' && second.text.startsWith('-'));
  if (between === '±' && first.start === 0 && second.end === text.length) {
    // 500吨±10% is 50吨 more or less.
    const isShare = second.unit === '%' && !['%', ''].includes(first.unit);
    const off = isShare ? first.value.times(second.value).div(100) : second.value;
    const unit = isShare || second.unit === '' ? first.unit : second.unit;
    if (!isShare && ![first.unit, ''].includes(second.unit) && first.unit !== '') return null;
    return { kind: 'range', low: first.value.minus(off), high: first.value.plus(off), unit };
  }
  if (!joined) return readBounds(text, first, second, between);
  const high = between === '' ? second.value.neg() : second.value;
  // The scale and unit of 3-5万件 stand once, behind the second figure.
  const bare = first.unit === '' && /[0-9]$/.test(first.text);
  const scale = bare ? second.scale : ONE;
  const low = first.value.times(scale);
  if (first.unit !== '' && second.unit !== '' && first.unit !== second.unit) return null;
  return low.gt(high) ? null : { kind: 'range', low, high, unit: second.unit === '' ? first.unit : second.unit };
}

/** `95%≤X≤100%`, `≥90%且≤110%`: two figures, one the lower and one the upper bound. */
function readBounds(text: string, first: FigureMention, second: FigureMention, between: string): Quantity | null {
  if (first.unit !== second.unit || first.value.gt(second.value)) return null;
  if (!isCeiling(comparisonBefore(between)?.relation ?? null)) return null;
  const lower = comparisonBefore(text.slice(0, first.start))?.relation ?? null;
  const turned = /^(?:<=|≤|≦|<)/.test(between) && between.length <= 12;
  if (!turned && !isFloor(lower)) return null;
  return { kind: 'range', low: first.value, high: second.value, unit: first.unit };
}

/** A unit that no table knows or that stands in brackets, where it is all that follows: `3坛`, `10（个）`. */
function unknownUnit(rest: string): string {
  const bracketed = /^ ?[(（]([^()（）\d]{1,6})[)）]$/.exec(rest)?.[1];
  if (bracketed !== undefined) return bracketed.startsWith('含') ? '' : bracketed;
  const unit = /^[^\s\d，。；、,.;:：()<>=≥≤"“”以之内]{1,4}/.exec(rest)?.[0] ?? '';
  const left = rest.slice(unit.length);
  return left === '' || /^(?:及?以[上下内]|之内|内|左右|。)$/.test(left) ? unit : '';
}

function withHints(quantity: Quantity, hints: QuantityHints): Quantity {
  const nature = relationOfNature(compact(hints.nature ?? ''));
  const unit = compact(hints.unit ?? '');
  if (quantity.kind === 'date') return { ...quantity, relation: quantity.relation ?? nature };
  if (quantity.kind !== 'number') return quantity;
  const related = { ...quantity, relation: quantity.relation ?? nature };
  if (quantity.unit !== '' || isPlaceholder(unit)) return related;
  const hint = readUnit(unit);
  // Under a column of % a bare 0.98 may be 98 % or 0.98 %: it stays bare, and `comparable` decides by the other value.
  if (hint.unit === '%' && quantity.value.abs().lte(1) && !quantity.value.isZero()) return related;
  // 62.73万 in a row of 万元 says 万 twice.
  const own = quantity.scale ?? ONE;
  const left = own.eq(hint.scale) ? ONE : hint.scale;
  return number(quantity.value.times(left), hint.unit, related.relation, left.times(own));
}
