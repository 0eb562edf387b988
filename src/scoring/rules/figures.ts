import { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { RuleContext } from '../context';
import type { RateSource } from '../rulebook';
import { daysLate } from '../late';

/** A figure that bounds are held against, and how it came about: `170 ÷ 200 = 85%`. */
export interface Figure {
  readonly figure: Decimal;
  readonly words: string;
}

/** The figures of a row that a rule with bounds may mean: its rates or, for a rule in another unit, its actual value. */
export function figuresOf(
  { rate, unit }: { readonly rate: readonly RateSource[]; readonly unit?: string },
  context: RuleContext,
): readonly Figure[] {
  if (rate.includes('delay')) return delayOf(context);
  if (unit === undefined) {
    return context.rates(rate).map(({ percent, words }) => ({
      figure: percent,
      words: words.endsWith('%') ? words : `${words} = ${formatFigure(percent.toDecimalPlaces(2))}%`,
    }));
  }
  const actual = context.indicator?.actual?.value ?? null;
  const fits = actual?.kind === 'number' && (actual.unit === '' || actual.unit === unit);
  return fits ? [{ figure: actual.value, words: `${formatFigure(actual.value)}${unit}` }] : [];
}

function delayOf({ indicator, form }: RuleContext): readonly Figure[] {
  const [target, actual] = [indicator?.target?.value ?? null, indicator?.actual?.value ?? null];
  if (target?.kind !== 'date' || actual?.kind !== 'date') return [];
  const days = daysLate(actual, target, form.year?.value ?? null);
  return days === null ? [] : [{ figure: new Decimal(days), words: days === 0 ? '按期完成' : `晚${days}天` }];
}
