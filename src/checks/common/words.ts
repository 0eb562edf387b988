import type { Decimal } from 'decimal.js';
import type { Indicator, Located } from '../../form/model';
import { formatFigure, formatLike } from '../../sheet/format';
import { quote } from '../../sheet/quote';
import { short } from '../../sheet/text';
import { readAttainment } from '../../words/attainment';
import type { Quantity } from '../../words/quantity';
import { once } from '../../sheet/remember';
import type { BlockAmount } from '../../form/money';
import { writtenQuantity } from '../../words/written';
import { sum } from '../../sheet/lists';

const NAMED_AT_MOST = 3;

/** A figure as it is compared and shown: without the noise of binary fractions, at most six decimals. */
export function clean(figure: Decimal): Decimal {
  return figure.decimalPlaces() <= 6 ? figure : figure.toDecimalPlaces(6);
}

/** `42.15`, `-0.3`: never with an exponent. */
export function points(figure: Decimal): string {
  return formatFigure(clean(figure));
}

/** An indicator's name, short enough to stand in a sentence; its row where it has none. */
export const nameOf = once(
  ({ name, row }: Pick<Indicator, 'name' | 'row'>): string => short(name.value) || `第 ${row + 1} 行`,
);

/** What stands in a cell, short enough to stand in a sentence, which needs a word where nothing does. */
export function textOf(cell: Located<unknown> | null | undefined): string {
  return short(cell?.text ?? '') || '（空）';
}

type Value = Located<Quantity | null> | null | undefined;

/** A target as its row says it, with the sign and unit of their own columns. */
export function targetText(cell: Value): string {
  return (cell && short(writtenQuantity(cell).replace(/[。；;]$/, ''))) || '（空）';
}

/** What was reached, behind a comma: 完成95%; 实际为“未完成”, 实际为“下降3.2%” where the cell has words of its own. */
export function reachedText(cell: Value): string {
  const text = targetText(cell);
  const hasWords = readAttainment(text) !== null || /完成|达[到成标]|^[\u4e00-\u9fff]{2}/.test(text);
  return hasWords ? `实际为${quote(text)}` : `完成${text}`;
}

/** How every sentence about target and actual value begins; `rowWords` fills it. */
export const ROW = '“{name}”指标值为{target}，{actual}，';

/** What every sentence about target and actual value names. */
export function rowWords(row: Pick<Indicator, 'name' | 'row' | 'target' | 'actual'>) {
  return { name: nameOf(row), target: targetText(row.target), actual: reachedText(row.actual) };
}

/** `“甲”、“乙”`, and how many in all when there are more than three, unless the sentence has said that (`counted`). */
export function list(names: readonly string[], counted = true): string {
  const quoted = names.slice(0, NAMED_AT_MOST).map((name) => quote(name));
  return names.length <= NAMED_AT_MOST
    ? quoted.join('、')
    : `${quoted.join('、')}等${counted ? ` ${names.length} 项` : ''}`;
}

/** A figure of the sheet's money, with its thousands as they are in the cell. */
export function amountLike(figure: Decimal, { text }: { readonly text: string }): string {
  return formatLike(clean(figure), text);
}

/** An amount of the money block in yuan, with its thousands as they are in its row. */
export function amountInRow({ yuan, line }: BlockAmount): string {
  return amountLike(yuan, line.budget ?? line.spent ?? line.initial ?? { text: '' });
}

/** `10 + 50 + 30 = 90`, a negative part as `- 2.5`; one part alone is itself. */
export function addition(parts: readonly Decimal[], shown = points): string {
  const [first, ...rest] = parts;
  if (first === undefined) return '0';
  if (rest.length === 0) return shown(first);
  const terms = rest.map((part) => (part.isNegative() ? ` - ${shown(part.negated())}` : ` + ${shown(part)}`));
  return `${shown(first)}${terms.join('')} = ${shown(sum(parts))}`;
}
