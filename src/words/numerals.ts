import { Decimal } from 'decimal.js';
import { words } from '../sheet/lists';

const DIGITS: ReadonlyMap<string, number> = new Map(
  words('零〇○ 一壹 二贰貳两 三叁參 四肆 五伍 六陆陸 七柒 八捌 九玖').flatMap((written, value) =>
    Array.from(written, (character) => [character, value] as const),
  ),
);

const UNITS: ReadonlyMap<string, number> = new Map(
  words('十拾 百佰 千仟').flatMap((written, power) =>
    Array.from(written, (character) => [character, 10 ** (power + 1)] as const),
  ),
);

const ZEROS = '零〇○';
/** Longer than any figure that is written out; keeps a cell full of numerals cheap. */
const LONGEST = 40;

const OTHER = new Set('万亿萬億廿卅');

/** Whether a character can be part of a figure in Chinese numerals. */
export function isNumeral(character: string): boolean {
  return DIGITS.has(character) || UNITS.has(character) || OTHER.has(character);
}

/** The place behind the run of numerals at a place, with the decimals of 三点五. */
export function numeralEnd(text: string, start: number): number {
  let end = start;
  while (isNumeral(text.charAt(end)) || (text.charAt(end) === '点' && isNumeral(text.charAt(end + 1)))) end += 1;
  return end;
}

/** 1 to 9999 as 一千零五, 两百一十, 十二; `null` unless every zero and unit stands as it must. */
function readSection(text: string, leading: boolean): number | null {
  let sum = 0;
  let below = 10_000;
  let digit: number | null = null;
  let zero = false;
  for (const character of text) {
    const value = DIGITS.get(character);
    const unit = UNITS.get(character);
    if (value === 0) {
      if (zero || digit !== null || sum === 0) return null;
      zero = true;
    } else if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
    } else if (unit !== undefined) {
      if (unit >= below) return null;
      if (digit === null && !(unit === 10 && sum === 0 && leading && !zero)) return null;
      // A unit passed over wants its zero: 一千零五十, and 一千五十 is no figure; nor is a zero where none was passed.
      if (sum > 0 && unit * 10 < below !== zero) return null;
      sum += (digit ?? 1) * unit;
      below = unit;
      digit = null;
      zero = false;
    } else return null;
  }
  if (digit !== null) {
    // 一百二 says 120 when spoken; written it may as well be a slip, so it is no figure.
    if (sum > 0 && below > 10 !== zero) return null;
    sum += digit;
  } else if (zero) return null;
  return sum > 0 ? sum : null;
}

/** Splits at the last of two characters: 三万五千 at 万. */
function splitAt(text: string, marks: string): [string | null, string] {
  const place = Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark)));
  return place < 0 ? [null, text] : [text.slice(0, place), text.slice(place + 1)];
}

function readBelow(text: string, marks: readonly string[], scale: Decimal, leading: boolean): Decimal | null {
  const [mark, ...rest] = marks;
  if (mark === undefined) {
    const section = readSection(text, leading);
    return section === null ? null : new Decimal(section);
  }
  const [high, low] = splitAt(text, mark);
  const lower = scale.div(10_000);
  if (high === null) return readBelow(low, rest, lower, leading);
  const upper = readBelow(high, rest, lower, leading);
  if (upper === null) return null;
  const whole = upper.times(scale);
  if (low === '') return whole;
  const zero = ZEROS.includes(low.charAt(0));
  const part = readBelow(zero ? low.slice(1) : low, rest, lower, false);
  // 三万零五 and 三万五千 are figures; 三万五 and 三万零五千 are not.
  if (part === null || part.lt(scale.div(10)) !== zero) return null;
  return whole.plus(part);
}

function readPositional(text: string): Decimal | null {
  let digits = '';
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined || character === '两') return null;
    digits += String(digit);
  }
  return new Decimal(digits);
}

function readInteger(text: string): Decimal | null {
  if (text.length > 1 && Array.from(text).every((character) => DIGITS.has(character))) {
    // 二〇二三 is a year; 三四 means three or four.
    return text.length >= 4 || '〇○'.includes(text.charAt(1)) ? readPositional(text) : null;
  }
  if (text.length === 1 && ZEROS.includes(text)) return new Decimal(0);
  const plain = text.replace(/^廿/, '二十').replace(/^卅/, '三十');
  return readBelow(plain, ['亿億', '万萬'], new Decimal(100_000_000), true);
}

/**
 * Reads a figure in Chinese numerals: 一百二十, 壹佰, 两百, 一千零五, 三万五千, 三点五, 二〇二三 (digit by digit).
 * `null` for everything malformed, colloquial (一百二) or approximate (三四, 几十): it never guesses.
 */
export function readNumeral(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const [integer = '', decimals, ...more] = text.split('点');
  if (more.length > 0) return null;
  const whole = readInteger(integer);
  if (whole === null || decimals === undefined) return whole;
  const fraction = decimals === '' ? null : readPositional(decimals);
  return fraction === null ? null : whole.plus(fraction.div(Decimal.pow(10, decimals.length)));
}
