import { Decimal } from 'decimal.js';
import { formatFigure } from '../sheet/format';
import type { CellRef } from '../sheet/snapshot';
import { sum } from '../sheet/lists';
import { compact, fold } from '../sheet/text';
import { type Quantity, SIGNS } from './quantity';
import { findMentions, type FigureMention } from './mentions';
import { readQuantity, withoutItemNumber } from './readQuantity';
import { ONE, SCALES } from './units';

/** An amount in the scale and unit that it was written with: 500万元. */
export function inScale(value: Decimal, scale: Decimal | undefined, unit: string, places = 4): string {
  const word = scale === undefined ? undefined : SCALES.find(([, of]) => scale.eq(of))?.[0];
  const shown = word === undefined || scale === undefined ? value : value.div(scale);
  return `${formatFigure(shown, places)}${word ?? ''}${unit}`;
}

const USUAL_SCALES = [1e8, 1e4].map((scale) => new Decimal(scale));

/** An amount as people write it: 35亿元 for 3500000000元, but 12345元. */
export function asAmount(figure: number, unit: string): string {
  const value = new Decimal(figure);
  const scale = USUAL_SCALES.find((one) => value.abs().gte(one) && value.div(one).decimalPlaces() <= 2);
  return inScale(value, scale, unit);
}

interface Written {
  readonly at: CellRef;
  readonly text: string;
  readonly value: Quantity | null;
}

/**
 * A target or an actual value as the row says it: without the number of its item in the plan (`三、2、100%`), with the
 * sign and the unit that stand in columns of their own.
 */
export function writtenQuantity({ at: cell, text: whole, value }: Written): string {
  const text = withoutItemNumber(compact(whole));
  if (value?.kind !== 'number') return text;
  const own = readQuantity({ at: cell, value: text, text, formula: '' });
  if (own?.kind !== 'number') return text;
  const sign = own.relation === null && value.relation !== null ? SIGNS[value.relation] : '';
  const scaled =
    own.scale === undefined ? inScale(value.value, value.scale, value.unit).replace(/^[-0-9.]+/, '') : value.unit;
  const unit = own.unit === '' ? scaled : '';
  return sign + (own.unit === '' && text.endsWith(unit) ? text : text + unit);
}

const ZERO = new Decimal(0);
/** The step to which points are rounded. */
export const CENT = new Decimal('0.01');
/** The most that rounding may put points out by: one step, with room for the noise of binary fractions. */
export const MOST_OFF = new Decimal('0.011');

/** Two points that differ by their rounding at most. */
export const withinCent = (one: Decimal, other: Decimal): boolean => one.minus(other).abs().lte(MOST_OFF);

/**
 * Whether a figure is what another one becomes when it is rounded half up or truncated to the digits written.
 *
 * @param slack how far the exact one may be off itself; see `slackOf`.
 */
export function isRounded(written: Decimal, step: Decimal, exact: Decimal, slack = ZERO): boolean {
  const off = exact.minus(written).abs();
  if (off.lte(step.div(2).plus(slack))) return true;
  // What is off by just one unit was not cut: 95% for 96万元 of 100万元.
  return off.lt(step.plus(slack)) && !off.eq(step) && exact.abs().gt(written.abs());
}

/** What it can do to a quotient that its two sides were rounded, each to a step of its own. */
export function slackOf(quotient: Decimal, sides: readonly (readonly [value: Decimal, step: Decimal])[]): Decimal {
  const shares = sides.map(([value, step]) => (value.isZero() ? ZERO : step.div(2).div(value).abs()));
  return sum(shares).times(quotient.abs());
}

/** One unit of the last digit of a figure as it is written: 0.01 for 44.36%, 1,000 for 6447.1万. */
export function stepOf({ scale, places }: Pick<FigureMention, 'scale' | 'places'>): Decimal {
  return scale.times(`1e-${places}`);
}

/** Whether a figure of a text is an exact one, rounded or cut to the digits that it states. */
export function isRoundingOf(
  stated: Pick<FigureMention, 'value' | 'scale' | 'places'>,
  exact: Decimal,
  slack?: Decimal,
): boolean {
  return isRounded(stated.value, stepOf(stated), exact, slack);
}

/** A number, and one with the unit that its format may show. */
const BARE = /^[-+−]?[0-9.,\s]*$/;
const ALONE = /^[-+−]?[0-9.,\s]*(?:%|分|元|万元|亿元)?$/;
const NUMBER = /[0-9][0-9,]*(?:\.[0-9]+)?/g;

/** What a cell shows and whether its value is that text. */
interface Shown {
  readonly text: string;
  readonly storedAsText: boolean;
}

/**
 * What is to stand in a cell instead, so that it states another figure: the number, a fraction for a number shown in
 * percent, or the text around it with the figure in its place (9分 → 8分, 培训人次（50分） → 培训人次（60分）); `null` where the
 * text does not show the one to be replaced just once.
 */
export function restated({ text, storedAsText }: Shown, found: Decimal, right: Decimal): number | string | null {
  const plain = fold(text);
  const numbers = [...plain.matchAll(NUMBER)].map((match) => ({ match, scale: scaleOf(match, found) }));
  const exact = numbers.filter(({ scale }) => scale === '1');
  const [own, another] = exact.length > 0 ? exact : numbers.filter(({ scale }) => scale !== undefined);
  const usual = plain.trim().endsWith('%') ? '0.01' : 1;
  if (!storedAsText && ALONE.test(plain.trim()))
    return right
      .div(own?.scale ?? usual)
      .div(usual === 1 ? 1 : 100)
      .toNumber();
  if (BARE.test(plain)) return right.div(own?.scale ?? 1).toNumber();
  if (own?.scale === undefined || another !== undefined || plain.length !== text.length || right.isNegative())
    return null;
  const { index, 0: written } = own.match;
  return text.slice(0, index) + formatFigure(right.div(own.scale)) + text.slice(index + written.length);
}

/** What a number is multiplied by to be a figure: 0.1 is a weight of 10 points, 80 % a rate of 0.8, 3 万元 30000. */
const FIGURE_SCALES = ['1', '100', '0.01', '10000', '0.0001'];

function scaleOf([written]: RegExpMatchArray, figure: Decimal): string | undefined {
  const shown = new Decimal(written.replaceAll(',', ''));
  return FIGURE_SCALES.find((scale) => shown.times(scale).eq(figure.abs()) && !shown.isZero());
}

/** The first figure that a text states. */
export function firstFigure(text: string): FigureMention | undefined {
  return findMentions(text).find(({ kind }) => kind === 'figure');
}

/** How many times more a figure may be than its cell says, where only the target tells its unit: 81% for 0.81, 2.1万亩 for 2.1. */
const UNSAID = [100, 10_000, 100_000_000];

/** The same of the first figure of a cell, read as `value`: 0.81 read as 81% is what 81.2% becomes. */
export function cellIsRoundingOf({ text }: { readonly text: string }, value: Decimal, exact: Decimal): boolean {
  const { scale, places, value: shown } = { scale: ONE, places: 0, value, ...firstFigure(text) };
  const unsaid = value.isZero() ? undefined : UNSAID.find((times) => shown.times(times).eq(value));
  return isRoundingOf({ scale: scale.times(unsaid ?? 1), places, value }, exact);
}
