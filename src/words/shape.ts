import type { Decimal } from 'decimal.js';
import { CHANGES } from './changeWords';
import { comparisonAt, type ComparisonInText } from './comparisons';
import { figureAt, shareAt, WEAK_COUNTERS } from './mentions';
import { isNumeral, numeralEnd, readNumeral } from './numerals';
import { SIGNS } from './quantity';
import { isDigit } from './scan';
import { ONE, TIME, unitAt } from './units';
import { LATER } from './vocabulary';

/** A figure of a shape, with 万 and 亿 multiplied out; `unit` is `''` for points, whose 分 stays in the text. */
export interface ShapeNumber {
  readonly value: Decimal;
  readonly unit: string;
  /** The 万 or 亿 that was multiplied out. */
  readonly scale: Decimal;
}

/**
 * A compact text in which each word of the tables is one character, so that a grammar over it is a short expression that
 * can't take a part of a word for the whole: 变动率不得高于5%的得满分 is `变动率≤N%的得满分`.
 *
 * - A figure is a character of `NUMBER`, followed by `%`, 分, or one of `UNIT` for any other unit; so is a unit behind 每.
 * - A comparison beside a figure, its negation taken in, is `>` `≥` `<` `≤` `=`; a side behind one is `↑` `↓`, or `⇑` `⇓`
 *   where it says that the figure belongs to it.
 * - What becomes more, less, or either behind 每 is `↗`, `↘`, `↕`; what comes later is `↷`.
 * - All else stays: a negation that is left over is one that the grammar has to account for.
 */
export interface Shape {
  readonly text: string;
  /** The figure or unit that stands for a character. */
  numberOf(character: string | undefined): ShapeNumber | null;
  /** What was written from one place of `text` to another. */
  written(start: number, end: number): string;
}

export const NUMBER = '[\uE000-\uE7FF]';
export const UNIT = '[\uE800-\uEFFF]';
const FIRST_NUMBER = 0xe000;
const FIRST_UNIT = 0xe800;
const MOST = 0x7ff;

/** What each step of a rule may do to a rate, longest first. */
const STEPS = (
  [
    ['↕', [...CHANGES.either, ...CHANGES.beside, '升降', '相差', '高低', '±']],
    ['↗', [...CHANGES.more, '超支', '延长', '升', '高', '多']],
    ['↘', [...CHANGES.less, '缺少', '少', '低', '差', '缺']],
    ['↷', LATER],
  ] as const
)
  .flatMap(([sign, words]) => words.map((word) => ({ sign, word })))
  .sort((one, other) => other.word.length - one.word.length);

const SIDE = /(及|或|含)?(?:以([上下内])|之(内))|内/y;
/** 三次及以上 */
const AND_MORE = /^[及或含]?以[上下内]/;
/** 一次性 and 一般 count nothing. */
const NO_COUNT = /[性定般致]/;

interface Piece {
  readonly sign: string;
  readonly end: number;
  readonly comparison?: ComparisonInText;
}

/** The shape of a compact text. Linear in its length. */
export function shapeOf(source: string): Shape {
  const numbers: ShapeNumber[] = [];
  const places: number[] = [];
  let text = '';
  const add = (sign: string, start: number) => {
    for (const character of sign) {
      text += character;
      places.push(start);
    }
  };
  const number = (value: Decimal, unit: string, scale = ONE): string => {
    const own = unit === '分' ? '' : unit;
    const at = String.fromCharCode(FIRST_NUMBER + (numbers.length & MOST));
    const unitSign =
      unit === '分' || unit === '%'
        ? unit
        : unit === ''
          ? ''
          : String.fromCharCode(FIRST_UNIT + (numbers.length & MOST));
    numbers.push({ value, unit: own, scale });
    return at + unitSign;
  };
  const last = () => text.charAt(text.length - 1);
  const inStep = () => /每再?(?:[<>↗↘↕↷][(或、/]?)?$/.test(text.slice(-4)) || /^[↗↘]$/.test(text);
  let denied: ComparisonInText | null = null;
  for (let place = 0; place < source.length;) {
    const piece: Piece | null =
      figurePiece(source, place, /[<>≥≤=]/.test(last()), inStep(), /每[^每扣]{1,4}$/.test(text.slice(-5)), number) ??
      sideAt(source, place, last(), TIME.test(numbers.at(-1)?.unit ?? ''), denied) ??
      // 每超支 is one word, 每低于 another than 每低.
      (inStep() ? changeAt(source, place, 2) : null) ??
      comparisonPiece(source, place, inStep()) ??
      (place === 0 ? stepAtStart(source) : null) ??
      (inStep() ? (changeAt(source, place) ?? unitPiece(source, place, numbers)) : null);
    if (piece?.comparison !== undefined) denied = piece.comparison.denied ? piece.comparison : null;
    add(piece?.sign ?? source.charAt(place), place);
    place = piece?.end ?? place + 1;
  }
  places.push(source.length);
  return {
    text,
    numberOf: (character = '') => {
      const code = character.charCodeAt(0);
      const index = code >= FIRST_UNIT ? code - FIRST_UNIT : code - FIRST_NUMBER;
      return numbers[index] ?? null;
    },
    written: (start, end) => source.slice(places[start] ?? source.length, places[end] ?? source.length),
  };
}

/** -15%<变动率: what a clause begins with, and a comparison encloses. */
const FIRST_NEGATIVE = /^-[0-9]{1,9}(?:\.[0-9]{1,4})?%?[<>≤≥]/;

/** Whether a minus stands before a figure, and no dash between two. */
function isMinus(text: string, start: number, signed: boolean): boolean {
  if (text.charAt(start) !== '-' || !isDigit(text.charAt(start + 1))) return false;
  return signed || (start === 0 && FIRST_NEGATIVE.test(text.slice(0, 20)));
}

/**
 * @param signed whether a comparison stands before it, which no dash can follow.
 * @param step whether it stands behind 每超过: as behind a comparison, 三 is a figure here as well as 一.
 * @param each whether it stands behind 每: 每迟报一天.
 */
function figurePiece(
  text: string,
  start: number,
  signed: boolean,
  step: boolean,
  each: boolean,
  number: (value: Decimal, unit: string, scale?: Decimal) => string,
): Piece | null {
  const minus = isMinus(text, start, signed);
  if (minus || isDigit(text.charAt(start))) {
    const figure = figureAt(text, minus ? start + 1 : start);
    if (figure === null) return null;
    return { sign: number(minus ? figure.value.neg() : figure.value, figure.unit, figure.scale), end: figure.end };
  }
  const anyNumeral = signed || step;
  const share = shareAt(text, start);
  if (share !== null) return { sign: number(share.value, share.unit), end: share.end };
  if (!isNumeral(text.charAt(start))) return null;
  const end = numeralEnd(text, start);
  const value = readNumeral(text.slice(start, end));
  const unit = unitAt(text, end);
  if (value === null || unit === null || unit.unit === '' || NO_COUNT.test(text.charAt(unit.end))) return null;
  const points = unit.unit === '分' && /[扣减除加得计记给]/.test(text.charAt(start - 1));
  const known = anyNumeral || points || AND_MORE.test(text.slice(unit.end, unit.end + 4));
  if (!known && (!value.eq(1) || (WEAK_COUNTERS.has(unit.unit) && !each))) return null;
  return { sign: number(value.times(unit.scale), unit.unit), end: unit.end };
}

/**
 * @param timed whether the figure before it is a time.
 * @param denied the comparison before the figure, where it denies: in 未达到90%以上 the side is part of what is denied.
 */
function sideAt(
  text: string,
  start: number,
  last: string,
  timed: boolean,
  denied: ComparisonInText | null,
): Piece | null {
  if (!/[\uE000-\uEFFF%分)]/.test(last)) return null;
  SIDE.lastIndex = start;
  const match = SIDE.exec(text);
  if (match === null) return null;
  const up = match[2] === '上';
  const included = match[1] !== undefined;
  if (denied?.relation === '<' && up) return { sign: '', end: start + match[0].length };
  // 5分钟内 is a limit; 3个村内 is where, 3%-5%内 closes a range.
  if (match[0] === '内' && !timed) return null;
  return { sign: included ? (up ? '⇑' : '⇓') : up ? '↑' : '↓', end: start + match[0].length };
}

const STARTS_FIGURE = /[±-]?[0-9]|[百千万]分之|[一二两三四五六七八九十百][一-龥]/y;

function comparisonPiece(text: string, start: number, inStep: boolean): Piece | null {
  const comparison = comparisonAt(text, start);
  if (comparison === null) return null;
  const sign = SIGNS[comparison.relation];
  STARTS_FIGURE.lastIndex = comparison.end;
  const beside = STARTS_FIGURE.test(text) || (inStep && (sign === '>' || sign === '<'));
  // Words that compare with something else than a figure stay: 不超过上年结转.
  const signed = beside || /[<>=≥≤]/.test(text.slice(start, comparison.end));
  return signed ? { sign, end: comparison.end, comparison } : null;
}

/** @param least the fewest characters of the word. */
function changeAt(text: string, start: number, least = 1): Piece | null {
  const step = STEPS.find(({ word }) => word.length >= least && text.startsWith(word, start));
  return step === undefined ? null : { sign: step.sign, end: start + step.word.length };
}

/** 少一期扣0.5分: a step, though no 每 says so. */
function stepAtStart(text: string): Piece | null {
  const change = changeAt(text, 0);
  if (change === null || '↕↷'.includes(change.sign)) return null;
  STARTS_FIGURE.lastIndex = change.end;
  return STARTS_FIGURE.test(text) ? change : null;
}

/** 每项, 每人次 */
function unitPiece(text: string, start: number, numbers: ShapeNumber[]): Piece | null {
  const unit = unitAt(text, start);
  if (unit === null || unit.unit === '' || unit.unit === '%' || unit.unit === '分') return null;
  numbers.push({ value: unit.scale, unit: unit.unit, scale: unit.scale });
  return { sign: String.fromCharCode(FIRST_UNIT + ((numbers.length - 1) & MOST)), end: unit.end };
}
