import { Decimal } from 'decimal.js';
import { remember } from '../sheet/remember';

/** The right side of an equation in a text: the result that it states. */
export interface StatedResult {
  /** In percent where `unit` is `%`. */
  readonly value: Decimal;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Digits after the decimal point, as written. */
  readonly places: number;
}

/** A calculation that a text spells out: 941.41%/9=104.60%. */
export interface Equation {
  /** The left side, computed; in percent where the result is stated in percent. */
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
  /** One unit of the last digit, as written. */
  readonly step: Decimal;
  readonly start: number;
  readonly end: number;
}

type Token = NumberToken | { readonly kind: Operator; readonly start: number; readonly end: number };

const SIGNS: readonly (readonly [Operator, string])[] = [
  ['+', '+＋'],
  ['-', '-－−—'],
  ['*', '*×＊xX'],
  ['/', '/÷／'],
  ['(', '(（['],
  [')', ')）]'],
  ['=', '=＝≈'],
];

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  SIGNS.flatMap(([operator, signs]) => Array.from(signs, (sign) => [sign, operator] as const)),
);

const NUMBER =
  /^([0-9０-９]{1,15}(?:[,，][0-9０-９]{3}){0,5})(?:[.．]([0-9０-９]{1,12}))?\s?(万|亿|千)?(%|％|元|个|件|人次|人|户|次|项|条|份|天|吨|家|分)?/;

const SCALES: ReadonlyMap<string, number> = new Map([
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Factors between the two sides that are notation, not arithmetic: per cent, 万 and 亿 named once only. */
const NOTATIONS = [1, 100, 0.01, 1e4, 1e-4, 1e8, 1e-8];

/** A calculation is not longer than this; of what is longer only the end is read. */
const MOST_TOKENS = 80;

/** A text with more calculations is not read further. */
const MOST_EQUATIONS = 40;

/** The calculations with figures that a text spells out, in its order; what has words in it is none. */
export function equationsIn(text: string): readonly Equation[] {
  return /[=＝≈]/.test(text) ? readEquations(text) : NONE;
}

const NONE: readonly Equation[] = [];

const readEquations = remember((text: string): readonly Equation[] => {
  const equations: Equation[] = [];
  let run: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (token !== null) run.push(token);
    else if (text.charAt(at) !== ' ') {
      equations.push(...equationsOf(text, run));
      run = [];
    }
    at = token?.end ?? at + 1;
  }
  return [...equations, ...equationsOf(text, run)].slice(0, MOST_EQUATIONS);
});

function tokenAt(text: string, start: number): Token | null {
  const sign = text.charAt(start);
  const kind = OPERATORS.get(sign);
  if (kind !== undefined) return { kind, start, end: start + 1 };
  const match = NUMBER.exec(text.slice(start, start + 48));
  if (match === null) return null;
  const [all, whole = '', fraction, scale, unit = ''] = match;
  const digits = (whole.replace(/[,，]/g, '') + (fraction === undefined ? '' : `.${fraction}`)).normalize('NFKC');
  const percent = unit === '%' || unit === '％';
  const factor = new Decimal(SCALES.get(scale ?? '') ?? 1).div(percent ? 100 : 1);
  return {
    kind: 'number',
    value: new Decimal(digits).times(factor),
    percent,
    unit: percent ? '%' : unit,
    places: fraction?.length ?? 0,
    step: factor.times(`1e-${fraction?.length ?? 0}`),
    start,
    end: start + all.length,
  };
}

function equationsOf(text: string, run: readonly Token[]): Equation[] {
  const sides: Token[][] = [[]];
  for (const token of run) {
    if (token.kind === '=') sides.push([]);
    else sides[sides.length - 1]?.push(token);
  }
  const equations: Equation[] = [];
  for (let index = 1; index < sides.length; index++) {
    const equation = equationOf(text, sides[index - 1] ?? [], sides[index] ?? []);
    if (equation !== null) equations.push(equation);
  }
  return equations;
}

function equationOf(text: string, before: readonly Token[], right: readonly Token[]): Equation | null {
  const [result] = right;
  const left = withinBracket(before);
  const [first] = left;
  if (result?.kind !== 'number' || first === undefined || left.length < 3 || left.length > MOST_TOKENS) return null;
  // After a result only the bracket closes that the calculation stands in, or another result follows.
  if (right.length > 1 && right[1]?.kind !== ')') return null;
  const computed = evaluate(left);
  if (computed === null) return null;
  const holds = NOTATIONS.some((notation) => rounds(computed.times(notation), result));
  const percent = result.percent ? 100 : 1;
  return {
    value: computed.times(percent),
    right: {
      value: result.value.times(percent),
      unit: result.unit,
      start: result.start,
      end: result.end,
      text: text.slice(result.start, result.end),
      places: result.places,
    },
    holds,
    start: first.start,
    end: result.end,
    text: text.slice(first.start, result.end),
  };
}

function rounds(computed: Decimal, { value, step }: NumberToken): boolean {
  const difference = computed.minus(value);
  return difference.abs().lte(step.div(2)) || (difference.gte(0) && difference.lt(step));
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
  const value = sum();
  return at === tokens.length && value !== null ? value : null;
}
