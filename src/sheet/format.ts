import type { Decimal } from 'decimal.js';

/**
 * A figure as officers write it: no exponent, no trailing zeros, no separators. Exact unless `places` says after how
 * many decimals it is rounded (half up).
 */
export function formatFigure(figure: Decimal, places?: number): string {
  const rounded = places === undefined ? figure : figure.toDecimalPlaces(places, 4);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** An amount of money with its thousands separated and at least two decimals: `392,951,003.55`. */
export function formatMoney(amount: Decimal): string {
  const text = amount.isZero() ? '0' : amount.toFixed(Math.max(2, amount.decimalPlaces()));
  const [whole = '', decimals = '00'] = text.split('.');
  let grouped = '';
  const digits = whole.replace('-', '');
  for (let index = 0; index < digits.length; index += 1) {
    if (index > 0 && (digits.length - index) % 3 === 0) grouped += ',';
    grouped += digits.charAt(index);
  }
  return `${whole.startsWith('-') ? '-' : ''}${grouped}.${decimals}`;
}

/** A fraction as a percentage with up to `places` decimals: 0.9989 is `99.89%`. */
export function formatPercent(fraction: Decimal, places = 2): string {
  return `${formatFigure(fraction.times(100), places)}%`;
}
