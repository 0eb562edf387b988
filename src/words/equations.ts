import { Decimal } from 'decimal.js';
import { words } from '../sheet/lists';
import { remember } from '../sheet/remember';
import { fold } from '../sheet/text';
import { sameMeasure } from './comparable';
import { figureAt, skipDigits, type FigureMention } from './mentions';
import { isRounded } from './written';

/** The right side of an equation in a text: the result that it states. */
export type StatedResult = Omit<FigureMention, 'kind'>;

/** A calculation that a text spells out: 941.41%/9=104.60%. */
export interface Equation {
  /** The left side, computed, as the result is written: in percent where it is, in 万 where it is. */
  readonly value: Decimal;
  readonly right: StatedResult;
  /** Whether the result is the computed value, rounded half up or truncated to the digits that it states. */
  readonly holds: boolean;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
}

type Operator = '+' | '-' | '*' | '/' | '(' | ')' | '=';

interface NumberToken {
  readonly kind: 'number';
  /** With `%`, `万` and `亿` multiplied out. */
  readonly value: Decimal;
  readonly percent: boolean;
  readonly unit: string;
  readonly places: number;
  readonly scale: Decimal;
  /** One unit of the last digit, as written. */
  readonly step: Decimal;
  readonly start: number;
  readonly end: number;
}

type Token = NumberToken | { readonly kind: Operator; readonly start: number; readonly end: number };

/** What is written for an operator in folded text, each with the operator. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  words('++ -- ** // (( )) == —- ×* x* X* ÷/ [( ]) ≈=').map((pair) => [pair.charAt(0), pair.charAt(1) as Operator]),
);

/** By what a figure in a unit is multiplied in a calculation. */
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['%', 0.01],
  ['‰', 0.001],
]);

/** A result that is said to be about right: 9场左右, 9余场. */
const ABOUT = /[余多几]|左右|上下/;

/** Factors between the two sides that are notation, not arithmetic: per cent, 万 and 亿 named once only. */
const NOTATIONS = [1, 100, 0.01, 1e4, 1e-4, 1e8, 1e-8];

/** A calculation is not longer than this; of what is longer only the end is read. */
const MOST_TOKENS = 80;

/** A text with more calculations is not read further. */
const MOST_EQUATIONS = 40;

/** What an operand is called: 上半年5场+下半年3场, 支出93万元÷全年预算100万元. */
const NAME = /[\u4e00-\u9fff]{1,10}(?=\d)/y;
const CALCULATES: readonly Token['kind'][] = ['+', '-', '*', '/'];

/** Where the name of the figure behind an operator ends; `null` where none stands there. A bare 1- may be a number of a list. */
function nameEnd(text: string, start: number, run: readonly Token[]): number | null {
  const [before, operator] = run.slice(-2);
  if (before?.kind !== 'number' || operator === undefined || !CALCULATES.includes(operator.kind)) return null;
  if (operator.kind !== '+' && before.unit === '') return null;
  NAME.lastIndex = start;
  return NAME.test(text) ? NAME.lastIndex : null;
}

/** The calculations with figures that a text spells out, in its order; of words only the names of addends may be in it. */
export function equationsIn(text: string): readonly Equation[] {
  return /[=＝≈]/.test(text) ? readEquations(text) : NONE;
}

const NONE: readonly Equation[] = [];

const readEquations = remember((text: string): readonly Equation[] => {
  const equations: Equation[] = [];
  const plain = fold(text);
  let run: Token[] = [];
  // A factor whose other side is told in words: 93万元÷（全年）100万元×100%=93%.
  let halved = false;
  const read = () => equations.push(...equationsOf(text, halved ? behindResult(run) : run));
  for (let at = 0; at < text.length && equations.length < MOST_EQUATIONS;) {
    const named = nameEnd(plain, at, run);
    if (named !== null) {
      at = named;
      continue;
    }
    const token = tokenAt(plain, at);
    if (token !== null) run.push(token);
    else if (plain.charAt(at) !== ' ') {
      read();
      const last = run.at(-1)?.kind;
      halved = !/[。;\n]/.test(plain.charAt(at)) && (last === '*' || last === '/' || (run.length === 0 && halved));
      run = [];
    }
    at = token?.end ?? skipDigits(plain, at);
  }
  read();
  return equations.slice(0, MOST_EQUATIONS);
});

/** What follows the first result of a run whose own left side is not known. */
function behindResult(run: readonly Token[]): readonly Token[] {
  const result = run.findIndex(({ kind }) => kind === '=');
  return result < 0 ? [] : run.slice(result + 1);
}

/** @param text folded text. */
function tokenAt(text: string, start: number): Token | null {
  const kind = OPERATORS.get(text.charAt(start));
  if (kind !== undefined) return { kind, start, end: start + 1 };
  const figure = figureAt(text, start);
  if (figure === null) return null;
  const { digits, places, unit, scale, end } = figure;
  const factor = scale.times(FRACTIONS.get(unit) ?? 1);
  const [value, step] = [new Decimal(digits).times(factor), factor.times(`1e-${places}`)];
  return { kind: 'number', value, percent: unit === '%', unit, scale, places, step, start, end };
}

function equationsOf(text: string, run: readonly Token[]): Equation[] {
  const sides: Token[][] = [[]];
  for (const token of run) {
    if (token.kind === '=') sides.push([]);
    else sides[sides.length - 1]?.push(token);
  }
  const equations: Equation[] = [];
  for (let index = 1; index < sides.length; index++) {
    const equation = equationOf(text, signed(sides[index - 1]), signed(sides[index]));
    if (equation !== null) equations.push(equation);
  }
  return equations;
}

/** One side with the minus before its first figure as the figure's sign: =-10%. */
function signed(side: readonly Token[] = []): readonly Token[] {
  const [minus, figure, ...rest] = side;
  if (minus?.kind !== '-' || figure?.kind !== 'number') return side;
  return [{ ...figure, value: figure.value.neg(), start: minus.start }, ...rest];
}

function equationOf(text: string, before: readonly Token[], right: readonly Token[]): Equation | null {
  const [result] = right;
  const left = withinBracket(before);
  const [first] = left;
  if (result?.kind !== 'number' || first === undefined || left.length < 3 || left.length > MOST_TOKENS) return null;
  // After a result only the bracket closes that the calculation stands in, one opens in words, 18（场）, or another result
  // follows.
  const next = right[1]?.kind ?? ')';
  if (next !== ')' && (next !== '(' || right.length > 2)) return null;
  const behind = text.slice(result.end, result.end + 3);
  if (ABOUT.test(text.slice(result.start, result.end) + behind) || /[约近]/.test(behind)) return null;
  // 90/100=9折, 1+1=3的合力: a word that is no unit may say what the figure means.
  if (/[折成]$/.test(result.unit) || (result.unit === '' && /^[\u4e00-\u9fff]/.test(behind))) return null;
  const computed = evaluate(left);
  if (computed === null) return null;
  const notations = NOTATIONS.map((notation) => computed.times(notation));
  const holds = notations.some((one) => isRounded(result.value, result.step, one));
  const off = (one: Decimal) => one.minus(result.value).abs();
  const nearest = notations.reduce((near, one) => (off(one).lt(off(near)) ? one : near));
  const percent = result.percent ? 100 : 1;
  return {
    value: nearest.times(percent).div(result.scale),
    right: {
      value: result.value.times(percent),
      unit: result.unit,
      start: result.start,
      end: result.end,
      text: text.slice(result.start, result.end),
      scale: result.scale,
      places: result.places,
    },
    holds,
    start: first.start,
    end: result.end,
    text: text.slice(first.start, result.end),
  };
}

/** What stands behind the last bracket that is still open, 16/17 of 94.12%（16/17, unless it is part of a calculation. */
function withinBracket(tokens: readonly Token[]): readonly Token[] {
  let closed = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const kind = tokens[at]?.kind;
    if (kind === ')') closed++;
    else if (kind === '(' && closed > 0) closed--;
    else if (kind === '(') return calculates(tokens[at - 1]) ? tokens : tokens.slice(at + 1);
  }
  return tokens;
}

function calculates(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'number' && token.kind !== ')';
}

/** The value of a calculation by the usual precedence; `null` where it is none. */
function evaluate(tokens: readonly Token[]): Decimal | null {
  let at = 0;
  const take = (...kinds: Operator[]): Operator | null => {
    const kind = tokens[at]?.kind;
    if (kind === undefined || kind === 'number' || !kinds.includes(kind)) return null;
    at++;
    return kind;
  };
  const factor = (): Decimal | null => {
    const token = tokens[at];
    if (token?.kind === 'number') {
      at++;
      return token.value;
    }
    if (take('(') === null) return null;
    const inner = sum();
    return take(')') === null ? null : inner;
  };
  const product = (): Decimal | null => {
    let value = factor();
    for (let sign = take('*', '/'); sign !== null; sign = take('*', '/')) {
      const next = factor();
      if (value === null || next === null || (sign === '/' && next.isZero())) return null;
      value = sign === '*' ? value.times(next) : value.div(next);
    }
    return value;
  };
  const sum = (): Decimal | null => {
    let value = product();
    for (let sign = take('+', '-'); sign !== null; sign = take('+', '-')) {
      const next = product();
      if (value === null || next === null) return null;
      value = sign === '+' ? value.plus(next) : value.minus(next);
    }
    return value;
  };
  const value = sameUnits(tokens) ? sum() : null;
  return at === tokens.length ? value : null;
}

/** 5场 and 3次 add up to nothing; whether 5% taken off 1000 are 5% of it can't be told. */
function sameUnits(tokens: readonly Token[]): boolean {
  return tokens.every((token, at) => {
    const [sign, before] = [tokens[at - 1]?.kind, tokens[at - 2]];
    if (token.kind !== 'number' || before?.kind !== 'number' || (sign !== '+' && sign !== '-')) return true;
    if (token.percent && !before.percent && before.value.gt(100)) return false;
    return token.unit === '' || before.unit === '' || sameMeasure(token.unit, before.unit);
  });
}
