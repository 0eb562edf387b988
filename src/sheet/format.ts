import type { Decimal } from 'decimal.js';

/**
 * A figure as officers write it: no exponent, no trailing zeros, no separators. Exact unless `places` says after how
 * many decimals it is rounded (half up).
 */
export function formatFigure(figure: Decimal, places?: number): string {
  const rounded = places === undefined ? figure : figure.toDecimalPlaces(places, 4);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? thousands : `${thousands}.${decimals}`;
}

/** A figure with its thousands separated where the sheet separates those of `like`, as it stands there. */
export function formatLike(figure: Decimal, like: string): string {
  return separatedLike(formatFigure(figure), like);
}

/** The same for a figure that is written already. */
export function separatedLike(written: string, like: string): string {
  return /\d[,，]\d{3}/.test(like) ? grouped(written) : written;
}

/** A fraction as a percentage with up to `places` decimals: 0.9989 is `99.89%`. */
export function formatPercent(fraction: Decimal, places = 2): string {
  return `${formatFigure(fraction.times(100), places)}%`;
}
