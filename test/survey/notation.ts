import type { TestCell } from '../support/sheet';
import { round2 } from './draw';
import type { Item } from './facts';
import type { Layout } from './layout';

type Valued = Pick<Item, 'kind' | 'operator' | 'unit' | 'target' | 'actual'>;

const WIDE = (text: string): string =>
  text.replaceAll(/[0-9.%]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

/** Points of a weight or score as the form writes them. */
export function figure({ figures }: Pick<Layout, 'figures'>, points: number): TestCell {
  switch (figures) {
    case 'number':
      return points;
    case 'decimals':
      return { value: points, text: points.toFixed(2) };
    case 'text':
      return String(points);
    case 'full width':
      return WIDE(String(points));
    case 'points':
      return `${points}分`;
    case 'trailing space':
      return `${points} `;
  }
}

export function weightFigure(layout: Layout, points: number): TestCell {
  return layout.percentWeights ? { value: round2(points) / 100, text: `${points}%` } : figure(layout, points);
}

const OPERATORS: Readonly<Record<Layout['operators'], Readonly<Record<'≥' | '=' | '≤', string>>>> = {
  symbols: { '≥': '≥', '=': '=', '≤': '≤' },
  ascii: { '≥': '>=', '=': '=', '≤': '<=' },
  words: { '≥': '大于等于', '=': '等于', '≤': '小于等于' },
  behind: { '≥': '≥', '=': '＝', '≤': '≤' },
  none: { '≥': '≥', '=': '', '≤': '≤' },
  coded: { '≥': '004 >=', '=': '003 =', '≤': '005 <=' },
  'full width': { '≥': '≧', '=': '＝', '≤': '≦' },
};

/** What stands in a column for the operator. */
export function operatorText({ operators }: Layout, { operator }: Valued): string {
  return operator === '' ? '定性' : OPERATORS[operators][operator] || '=';
}

const SPOKEN: Readonly<Record<'≥' | '=' | '≤', string>> = { '≥': '不低于', '=': '', '≤': '不超过' };

/** An operator and a figure with its unit in one cell. */
function inline({ operators }: Layout, operator: '≥' | '=' | '≤', figures: string): string {
  if (operators === 'behind' && operator !== '=') return `${figures}${operator === '≥' ? '以上' : '以内'}`;
  if (operators === 'words' || operators === 'coded') return `${SPOKEN[operator]}${figures}`;
  if (operators === 'none' && operator === '≥') return figures;
  return `${operator === '=' && operators !== 'full width' ? '' : OPERATORS[operators][operator]}${figures}`;
}

function digits({ digits: style }: Layout, value: number): string {
  const text = style === 'thousands' && value >= 1000 ? value.toLocaleString('en-US') : String(value);
  return style === 'full width' ? WIDE(text) : text;
}

const hasColumn = (layout: Layout, field: string): boolean => layout.columns.some((column) => column.field === field);

/** A figure alone in its cell. */
const alone = (layout: Layout, value: number): TestCell => {
  const text = digits(layout, value);
  return layout.digits === 'full width' ? text : text === String(value) ? value : { value, text };
};

export function targetCell(layout: Layout, { operator, unit, target }: Valued): TestCell {
  if (typeof target !== 'number' || operator === '') return target;
  const withUnit = `${digits(layout, target)}${hasColumn(layout, 'unit') ? '' : `${layout.units === 'spaced' ? ' ' : ''}${unit}`}`;
  const own = hasColumn(layout, 'sign') || hasColumn(layout, 'nature');
  if (!own) return inline(layout, operator, withUnit);
  return hasColumn(layout, 'unit') ? alone(layout, target) : withUnit;
}

export function shareText(layout: Layout, percent: number): TestCell {
  if (layout.shares === 'text') return `${digits(layout, percent)}${layout.digits === 'full width' ? '％' : '%'}`;
  const value = Math.round(percent * 100) / 10000;
  return { value, text: layout.shares === 'displayed' ? `${percent}%` : String(value) };
}

export function actualCell(layout: Layout, { unit, actual }: Valued): TestCell {
  if (typeof actual !== 'number') return actual;
  if (layout.units === 'spaced') return `${digits(layout, actual)} ${unit}`;
  if (hasColumn(layout, 'unit') || layout.units === 'bare') return alone(layout, actual);
  if (unit === '%') return shareText(layout, actual);
  return `${digits(layout, actual)}${unit}`;
}
