import { Decimal } from 'decimal.js';
import type { Indicator, Located } from '../../form/model';
import { formatFigure } from '../../sheet/format';
import { quote } from '../../sheet/quote';
import { compact } from '../../sheet/text';

const LONGEST_NAME = 22;
const NAMED_AT_MOST = 3;

/** A figure as it is compared and shown: without the noise of binary fractions, at most six decimals. */
export function clean(figure: Decimal): Decimal {
  return figure.toDecimalPlaces(6);
}

/** `42.15`, `-0.3`: never with an exponent. */
export function points(figure: Decimal): string {
  return formatFigure(clean(figure));
}

/** A text short enough to stand in a sentence. */
export function short(text: string): string {
  const line = compact(text.slice(0, 200));
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1)}…`;
}

/** An indicator's name, short enough to stand in a sentence. */
export function nameOf(indicator: Indicator): string {
  return short(indicator.name.value);
}

/** What stands in a cell, short enough to stand in a sentence, which needs a word where nothing does. */
export function textOf(cell: Located<unknown> | null | undefined): string {
  return short(cell?.text ?? '') || '（空）';
}

/** `“甲”、“乙”`, and how many in all when there are more than three. */
export function list(names: readonly string[]): string {
  const quoted = names.slice(0, NAMED_AT_MOST).map((name) => quote(name));
  return names.length <= NAMED_AT_MOST ? quoted.join('、') : `${quoted.join('、')}等${names.length}项`;
}

/** `10 + 50 + 30 = 90`, a negative part as `- 2.5`. */
export function addition(parts: readonly Decimal[]): string {
  const [first, ...rest] = parts;
  if (first === undefined) return '0';
  const terms = rest.map((part) => (part.isNegative() ? ` - ${points(part.negated())}` : ` + ${points(part)}`));
  return `${points(first)}${terms.join('')} = ${points(sum(parts))}`;
}

export function sum(parts: readonly Decimal[]): Decimal {
  return parts.reduce((total, part) => total.plus(part), new Decimal(0));
}
