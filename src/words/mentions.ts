import { Decimal } from 'decimal.js';
import { comparisonBefore } from './comparisons';
import { scanDate } from './dates';
import { isNumeral, numeralEnd, readNumeral } from './numerals';
import { digitsFrom, isDigit, scanFigure } from './scan';
import { words } from '../sheet/lists';
import { remember } from '../sheet/remember';
import { fold } from '../sheet/text';
import { ONE, unitAt, type UnitAt } from './units';

/**
 * What digits in a sentence stand for: a `figure` that can be computed with, a `date` (2021年度, 12月底), an `ordinal`
 * (第3, 3.2, （2）, 15号), or part of a `name` (12345热线, 5G, 《2021年…》).
 */
export type MentionKind = 'figure' | 'date' | 'ordinal' | 'name';

/** A figure as it stands in a text. `start` and `end` are places in the original text. */
export interface FigureMention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** With 万, 亿 and 千 multiplied out; a percentage stands in percent, as in `Quantity`. */
  readonly value: Decimal;
  readonly unit: string;
  /** The factor of 万, 亿 or 千 that the digits were multiplied by. */
  readonly scale: Decimal;
  /** Digits after the decimal point, as written. */
  readonly places: number;
}

type Found = Omit<FigureMention, 'text'>;

const LATIN = /[A-Za-z]/;
const CHINESE = /[\u3400-\u9fff]/;
const OPENING = '(（〔[【《<“"‘\'「『';
/** Hotlines: digits that name a service wherever no unit follows. */
const HOTLINES: ReadonlySet<string> = new Set(words('12345 12315 12348 12333 12366 12329 12320 12388 12393 12336'));
/** What makes the digits before it a name. */
const NAME_TAILS = words('热线 平台 工程 行动 政务 政府 报警 高校 计划 网格 投诉 客服 号');
/** What may stand before a single Chinese numeral that is a figure, besides a comparison; 三标一改 and 第三方 have none of it. */
const NUMERAL_LEAD = /(?:达|共|累计|合计|开展|举办|召开|组织|完成|实现|为|了|约|近)$/;
/** What may follow a counter where the numeral stands at the beginning: 一次, but not 一次性. */
const NUMERAL_TAIL = /^(?:$|[\s,，。.;；、)）]|以上|及以上|以内|以下|内|左右)/;
/** Counters that with a single numeral make more words than figures: 三年行动, 二级, 四大. */
export const WEAK_COUNTERS: ReadonlySet<string> = new Set(
  words('年 月 日 天 位 面 道 级 类 分 点 代 星 度 季度 本 成 家'),
);
const APPROXIMATE = /[余多几]/;

function isRun(character: string): boolean {
  return LATIN.test(character) || isDigit(character);
}

/** SCI8篇, CT3台: letters that name what is counted behind them. */
const COUNTED_LETTERS = /(?<![A-Za-z0-9])[A-Z]{2,4}(?=[0-9]{1,4}(?:篇|项|件|台|套|条|部|份|门|个))/y;

function letterRunEnd(text: string, start: number): number {
  let end = start;
  while (isRun(text.charAt(end)) || (/[-+._]/.test(text.charAt(end)) && isRun(text.charAt(end + 1)))) end += 1;
  return end;
}

function previous(text: string, start: number): string {
  const before = text.charAt(start - 1);
  return before === ' ' ? text.charAt(start - 2) : before;
}

/** Whether a hyphen before a figure is its sign. */
function isNegative(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== '-') return false;
  const before = previous(text, start - 1);
  return before === '' || /[<>=≥≤≧≦═(:,，;。、为是长率降到达值幅]/.test(before);
}

/** What follows a figure: approximate marks, scale and unit, with a space before them or none. */
function unitBehind(text: string, end: number): UnitAt {
  const place = APPROXIMATE.test(text.charAt(end)) ? end + 1 : end;
  const near = unitAt(text, place);
  if (near !== null) {
    const scaled = near.unit === '' && APPROXIMATE.test(text.charAt(near.end)) ? unitAt(text, near.end + 1) : null;
    return scaled === null ? near : { ...scaled, scale: near.scale.times(scaled.scale) };
  }
  const apart = text.charAt(end) === ' ' ? unitAt(text, end + 1) : null;
  const whole = apart !== null && (apart.unit !== '' || !CHINESE.test(text.charAt(apart.end)));
  return whole ? apart : { unit: '', scale: ONE, end };
}

/** A figure of folded text with its unit, and its digits as they stand there. */
export interface FigureAt extends UnitAt {
  /** With its scale multiplied out. */
  readonly value: Decimal;
  readonly digits: string;
  /** Digits after the decimal point. */
  readonly places: number;
}

/**
 * The figure whose first digit is at a place of folded text, with what follows it: 300多万元, `5 万`, 2亿1500万元; `null`
 * for none, or none of a scale below the given one.
 */
export function figureAt(text: string, start: number, below?: Decimal): FigureAt | null {
  const scanned = scanFigure(text, start);
  if (scanned === null) return null;
  const behind = unitBehind(text, scanned.end);
  if (below?.lte(behind.scale) === true) return null;
  const { digits } = scanned;
  const places = digits.split('.')[1]?.length ?? 0;
  const value = behind.scale.eq(1) ? scanned.value : scanned.value.times(behind.scale);
  const figure = { ...behind, value, digits, places };
  if (behind.unit !== '' || behind.scale.eq(1) || places > 0 || !isDigit(text.charAt(behind.end))) return figure;
  const rest = figureAt(text, behind.end, behind.scale);
  const goesOn = rest?.unit !== '' && rest?.value.lt(behind.scale) === true && scanDate(text, behind.end) === null;
  return goesOn ? { ...rest, value: value.plus(rest.value) } : figure;
}

/** Whether the number at `start`…`end`, which has no unit, numbers an item: `3.`, `2、`, `（1）`, `3.2 乙方`. */
function isOrdinal(text: string, start: number, end: number, digits: string, numbered: boolean): boolean {
  const before = previous(text, start);
  const after = text.charAt(end);
  const small = digits.length <= 2;
  const opened = OPENING.includes(before) || /[。；;：:，,、]/.test(before) || text.charAt(start - 1) === ' ';
  if (!opened) return false;
  if (small && (after === '、' || after === ')') && before !== '、') return true;
  if (small && after === '.') return !isDigit(text.charAt(end + 1));
  const decimal = /^\d{1,2}\.\d{1,2}$/.test(digits);
  return decimal && after === ' ' && CHINESE.test(text.charAt(end + 1)) && (before === '' || numbered);
}

function isName(text: string, start: number, end: number, digits: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (LATIN.test(after) || after === '+') return true;
  if (digits.includes('.')) return false;
  if ('“"‘「『'.includes(before) && before !== '' && '”"’」』'.includes(after) && after !== '') return true;
  if (digits.length >= 11 || HOTLINES.has(digits)) return true;
  if (digits.length > 1 && digits.startsWith('0')) return true;
  return digits.length >= 3 && NAME_TAILS.some((tail) => text.startsWith(tail, end));
}

/** The year in the number of a document: 〔2021〕15号. */
function isDocumentYear(text: string, start: number, end: number, digits: string): boolean {
  if (digits.length !== 4 || !/[〕\])】]/.test(text.charAt(end))) return false;
  const opened = text.charAt(start - 1);
  return opened === '〔' || (/[[(【]/.test(opened) && isDigit(text.charAt(end + 1)));
}

function arabicAt(text: string, start: number, numbered: boolean): Found | null {
  const date = scanDate(text, start);
  if (date !== null) {
    const end = /[底末初]/.test(text.charAt(date.end)) ? date.end + 1 : date.end;
    return {
      kind: 'date',
      value: new Decimal(date.year ?? date.month ?? 0),
      unit: '',
      scale: ONE,
      places: 0,
      start,
      end,
    };
  }
  const figure = figureAt(text, start);
  if (figure === null) return null;
  const { value, unit, scale, digits, places, end } = figure;
  const bare = unit === '' && scale.eq(1);
  const found: Found = { kind: 'figure', start, end, value, unit, scale, places };
  if (previous(text, start) === '第') return { ...found, kind: 'ordinal' };
  if (bare) {
    if (isOrdinal(text, start, end, digits, numbered)) return { ...found, kind: 'ordinal' };
    if (text.charAt(end) === '号') return { ...found, kind: 'ordinal', end: end + 1 };
    if (isDocumentYear(text, start, end, digits) || isName(text, start, end, digits)) return { ...found, kind: 'name' };
  }
  return isNegative(text, start) ? { ...found, value: value.neg(), start: start - 1 } : found;
}

/** What of a hundred, a thousand and ten thousand is called, and how many of it each is. */
const SHARES = [
  ['百分之', '%', 1],
  ['千分之', '‰', 1],
  ['万分之', '%', 0.01],
] as const;

/** The share of a whole that begins at a place of folded text: 百分之九十五, 千分之3, 万分之1.6. */
export function shareAt(text: string, start: number): Pick<Found, 'value' | 'unit' | 'places' | 'end'> | null {
  const [lead = '', unit = '', each = 1] = SHARES.find(([words]) => text.startsWith(words, start)) ?? [];
  if (lead === '') return null;
  const from = start + lead.length;
  const digits = scanFigure(text, from);
  const end = digits?.end ?? numeralEnd(text, from);
  // 百分之百 is the one whole that is written so.
  const whole = text.slice(from, end) === '百' && each === 1 ? new Decimal(100) : null;
  const value = digits?.value ?? whole ?? readNumeral(text.slice(from, end));
  return value === null ? null : { value: value.times(each), unit, places: value.times(each).decimalPlaces(), end };
}

/** A figure in Chinese numerals; `end` behind the run where it is none. */
function numeralAt(text: string, start: number): Found | number {
  const share = shareAt(text, start);
  if (share !== null) return { ...share, kind: 'figure', scale: ONE, start };
  const end = numeralEnd(text, start);
  const value = readNumeral(text.slice(start, end));
  if (value === null) return end;
  const found = { kind: 'figure', places: value.decimalPlaces(), start } as const;
  const before = previous(text, start);
  if (before === '第' || before === '之') return end;
  const unit = unitBehind(text, end);
  if (unit.unit === '') return end;
  const single = end - start === 1;
  const lead = text.slice(Math.max(0, start - 4), start);
  const sure =
    comparisonBefore(lead) !== null || (start === 0 && NUMERAL_TAIL.test(text.slice(unit.end, unit.end + 3)));
  const likely = sure || (NUMERAL_LEAD.test(lead) && text.charAt(start) !== '一') || !single;
  // 十二个 is a figure anywhere, 三个 behind its verb, 一个 and 三年 only where nothing else can be meant.
  if (WEAK_COUNTERS.has(unit.unit) ? !sure : !likely) return unit.end;
  return { ...found, ...unit, value: value.times(unit.scale) };
}

/**
 * Every figure in a sentence with its unit: `392951003.55元`, `1212万件`, `2.37倍`, `百分之九十五`, `300多万`. Digits that
 * are no figures are given too, with the kind that says so. In the order of the text, in one pass.
 */
export const findMentions = remember((text: string): readonly FigureMention[] => {
  const plain = fold(text);
  const mentions: FigureMention[] = [];
  const titleEnds = endsOfTitles(plain);
  let numbered = false;
  let title = 0;
  let place = 0;
  while (place < plain.length) {
    const character = plain.charAt(place);
    const inTitle = titleEnds.get(place);
    if (inTitle !== undefined) title = inTitle;
    if (LATIN.test(character)) {
      COUNTED_LETTERS.lastIndex = place;
      place = COUNTED_LETTERS.test(plain) ? COUNTED_LETTERS.lastIndex : letterRunEnd(plain, place);
      continue;
    }
    const found = isDigit(character)
      ? arabicAt(plain, place, numbered)
      : isNumeral(character)
        ? numeralAt(plain, place)
        : place + 1;
    if (found === null || typeof found === 'number') {
      place = found ?? skipDigits(plain, place);
      continue;
    }
    const kind = found.start < title ? 'name' : found.kind;
    if (kind === 'ordinal') numbered = true;
    mentions.push({ ...found, kind, text: text.slice(found.start, found.end) });
    place = Math.max(found.end, place + 1);
  }
  return mentions;
});

/** The place behind the run of digits at a place, at least one further. */
export function skipDigits(text: string, start: number): number {
  return Math.max(digitsFrom(text, start), start + 1);
}

/** Where titles 《…》 begin, with where they end; one that is never closed is none. */
function endsOfTitles(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open = -1;
  for (let place = text.indexOf('《'); place >= 0 && place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === '《' && open < 0) open = place;
    if (character === '》' && open >= 0) {
      ends.set(open, place);
      open = -1;
    }
  }
  return ends;
}
