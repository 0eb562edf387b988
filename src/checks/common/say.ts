import type { Decimal } from 'decimal.js';
import type { FigureCell, Indicator, Located } from '../../form/model';
import type { BlockAmount } from '../../form/money';
import { formatFigure, formatLike } from '../../sheet/format';
import { sum } from '../../sheet/lists';
import { quote } from '../../sheet/quote';
import { once } from '../../sheet/remember';
import type { CellRef } from '../../sheet/snapshot';
import { short } from '../../sheet/text';
import { readAttainment } from '../../words/attainment';
import type { Fact } from '../../words/facts';
import type { Quantity } from '../../words/quantity';
import { restated, writtenQuantity } from '../../words/written';
import type { Agreement, Arithmetic, Outcome, Report, StatedRef } from '../finding';

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

/** A fact as the text has it: 在用资产的原值197823733.30元. */
export function asWritten({ label, text }: Fact): string {
  return `${label}${text}`;
}

/** Two decimals, more where two would show nothing: 0.001%. */
export function percentText(percent: Decimal): string {
  const rounded = percent.toDecimalPlaces(2);
  return `${(rounded.isZero() ? percent.toSignificantDigits(1) : rounded).toFixed()}%`;
}

/** The cells of those that the form has. */
export function cellsOf(places: readonly ({ readonly at: CellRef } | null | undefined)[]): CellRef[] {
  const cells: CellRef[] = [];
  for (const place of places) if (place !== null && place !== undefined) cells.push(place.at);
  return cells;
}

/** Places of the form; those that it does not have are left out. */
type Places = readonly ({ readonly at: CellRef } | null | undefined)[];

/** What is said where things do not agree, whatever its places. */
type Differs = Omit<Report, 'cell' | 'related'>;

/** What was held against each other and agrees. */
export function agreement(places: Places, arithmetic?: Arithmetic, stated?: readonly StatedRef[]): Agreement {
  return { agrees: cellsOf(places), arithmetic, stated };
}

/** A place held against others: an agreement of all of them where it holds; else `differs`, at that place. */
export function compared(
  holds: boolean,
  place: { readonly at: CellRef },
  beside: Places,
  differs: Differs,
  arithmetic?: Arithmetic,
): Outcome {
  if (holds) return agreement([place, ...beside], arithmetic, differs.stated);
  return { ...differs, cell: place.at, related: cellsOf(beside) };
}

/** One report about several places, at the first of them; none where there are none. */
export function together(places: Places, report: Differs): Report[] {
  const [cell, ...related] = cellsOf(places);
  return cell === undefined ? [] : [{ ...report, cell, related }];
}

/** A figure that the form prints beside those that it is reckoned from. */
interface Reckoning {
  readonly place: FigureCell;
  readonly found: Decimal;
  readonly exact: Decimal;
  readonly from: readonly (FigureCell | null)[];
  /** `60 − 56 = 4` */
  readonly arithmetic: string;
}

/** An agreement where the figure is what it is reckoned to; else `differs`, at the figure, with both and the arithmetic. */
export function reckoning(
  { place, found, exact, from, arithmetic }: Reckoning,
  differs: Pick<Report, 'message' | 'data' | 'severity' | 'ways'>,
  closes = found.equals(exact),
  mends = false,
): Outcome {
  const grounds = instead(place, found, exact, arithmetic, mends);
  return compared(closes, place, from, { ...differs, ...grounds }, arithmetic);
}

/** A figure that a sentence states, and what follows for it from others that it or the form states. */
export interface StatedFigure {
  readonly place: { readonly at: CellRef };
  /** The figures of the sentence that take part. */
  readonly facts: readonly { readonly start: number }[];
  readonly holds: boolean;
  /** `16 ÷ 20 = 80%` */
  readonly arithmetic: string;
  /** What is to stand there; left out where it is other figures that are to be mended. */
  readonly expected?: string | undefined;
  /** The figure as the sentence has it. */
  readonly found: string;
  /** Cells of the form that take part. */
  readonly beside?: Places;
}

/** An agreement where a sentence states what follows; else `differs`, at the sentence, with both and the arithmetic. */
export function telling(
  { place, facts, holds, arithmetic, expected, found, beside = [] }: StatedFigure,
  differs: Pick<Report, 'message' | 'data' | 'severity'>,
): Outcome {
  const stated = statedAt(place, facts);
  const grounds = { arithmetic: `${arithmetic}，文中${found}`, ...(expected !== undefined && { expected, found }) };
  return compared(holds, place, beside, { ...differs, stated, ...grounds }, arithmetic);
}

/** The figures of a sentence as those that took part in a comparison. */
export function statedAt({ at }: { readonly at: CellRef }, facts: readonly { readonly start: number }[]) {
  return facts.map(({ start }): StatedRef => ({ cell: at, start }));
}

/** More addends than this are not written out. */
const WRITTEN_OUT = 12;

/** `10 + 50 + 30 = 90`; of many addends only how many they are: `37 项相加 = 94.35`. */
export function additionText(parts: readonly Decimal[]): string {
  return parts.length <= WRITTEN_OUT ? addition(parts) : `${parts.length} 项相加 = ${points(sum(parts))}`;
}

/**
 * What is to stand in a cell instead of its figure: both figures, the arithmetic, and the mend where it is no formula.
 *
 * @param arithmetic how the right figure comes about: `94.07 ÷ 95 × 2.96 = 2.93`.
 * @param mends whether the sheet leaves no doubt that this cell is the one to be mended.
 */
export function instead(
  cell: FigureCell,
  found: Decimal,
  right: Decimal,
  arithmetic: string | null,
  mends = true,
): Pick<Report, 'expected' | 'found' | 'arithmetic' | 'fix'> {
  const expected = points(right);
  const after = mends && cell.formula === '' ? restated(cell, found, right) : null;
  return {
    ...(arithmetic !== null && { arithmetic: `${arithmetic}，表内 ${points(found)}` }),
    expected,
    found: points(found),
    ...(after !== null && {
      fix: {
        cell: cell.at,
        before: cell.text,
        after,
        ...(!(typeof after === 'number' && right.eq(after)) && { figure: right.toFixed() }),
        label: `改为 ${expected}`,
      },
    }),
  };
}
