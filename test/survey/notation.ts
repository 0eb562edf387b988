import type { TestCell } from '../support/sheet';
import { round2 } from './draw';
import type { Item } from './facts';
import type { Layout } from './layout';

type Valued = Pick<Item, 'kind' | 'operator' | 'unit' | 'target' | 'actual'>;

const WIDE = (text: string): string =>
  text.replaceAll(/[0-9.%]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

/** What is seen in a cell. */
export function cellText(cell: TestCell): string {
  if (typeof cell !== 'object' || cell === null) return String(cell ?? '');
  return cell.text ?? String(cell.value ?? '');
}

const MIXED: readonly Layout['figures'][] = ['number', 'text', 'decimals', 'full width', 'number', 'points'];

/** Points of a weight or score as the form writes them. */
export function figure({ figures }: Pick<Layout, 'figures'>, points: number): TestCell {
  switch (figures) {
    case 'mixed':
      return figure({ figures: MIXED[Math.round(points * 100) % MIXED.length] ?? 'number' }, points);
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

/** An operator and a figure with its unit in one cell. */
function inline({ operators, spoken: [least, most] }: Layout, operator: '≥' | '=' | '≤', figures: string): string {
  if (operators === 'behind' && operator !== '=') return `${figures}${operator === '≥' ? '以上' : '以内'}`;
  if (operators === 'words' || operators === 'coded') {
    if (operator === '=') return figures;
    return operator === '≥' ? `${least}${figures}` : `${most}${figures}${most === '控制在' ? '以内' : ''}`;
  }
  if (operators === 'none' && operator === '≥') return figures;
  return `${operator === '=' && operators !== 'full width' ? '' : OPERATORS[operators][operator]}${figures}`;
}

function digits({ digits: style }: Layout, value: number): string {
  const text = style === 'thousands' && value >= 1000 ? value.toLocaleString('en-US') : String(value);
  const wide = style === 'full width' || (style === 'mixed' && Math.round(value) % 3 === 0);
  return wide ? WIDE(text) : style === 'mixed' && value > 9 ? WIDE(text.slice(0, 1)) + text.slice(1) : text;
}

const hasColumn = (layout: Layout, field: string): boolean => layout.columns.some((column) => column.field === field);

/** A figure alone in its cell. */
const alone = (layout: Layout, value: number): TestCell => {
  const text = digits(layout, value);
  const asText = layout.digits === 'full width' || layout.digits === 'mixed';
  return text === String(value) ? value : asText ? text : { value, text };
};

/** Whether figures stand without their unit, since a column or the name gives it. */
const isBare = (layout: Layout): boolean => hasColumn(layout, 'unit') || layout.units === 'in name';

export function targetCell(layout: Layout, { operator, unit, target }: Valued): TestCell {
  if (typeof target !== 'number' || operator === '') return target;
  const bare = isBare(layout);
  const withUnit = `${digits(layout, target)}${bare ? '' : `${layout.units === 'spaced' ? ' ' : ''}${unit}`}`;
  if (!hasColumn(layout, 'sign') && !hasColumn(layout, 'nature')) return inline(layout, operator, withUnit);
  return bare ? alone(layout, target) : withUnit;
}

function shareText(layout: Layout, percent: number): TestCell {
  const text = layout.shares === 'text' || (layout.shares === 'mixed' && Math.round(percent) % 2 === 0);
  if (text) return `${digits(layout, percent)}${layout.digits === 'full width' ? '％' : '%'}`;
  const value = Math.round(percent * 100) / 10000;
  return { value, text: layout.shares === 'fraction' ? String(value) : `${percent}%` };
}

export function actualCell(layout: Layout, { operator, unit, actual, target }: Valued): TestCell {
  if (typeof actual !== 'number') return actual;
  const text = `${digits(layout, actual)}${unit}`;
  if (isBare(layout)) return alone(layout, actual);
  if (layout.actuals === 'worded' && operator !== '=') return unit === '%' ? `已达${text}` : `完成${text}`;
  if (layout.actuals === 'with operator' && operator === '≥' && actual >= Number(target)) return `≥${text}`;
  if (layout.units === 'spaced') return `${digits(layout, actual)} ${unit}`;
  if (layout.units === 'bare') return alone(layout, actual);
  return unit === '%' ? shareText(layout, actual) : text;
}

/** What of an actual value was reached in its first or second part; they add up where it is a count. */
export function partCell({ kind, actual }: Item, at: number): TestCell {
  if (typeof actual !== 'number' || kind !== 'least') return null;
  const half = Math.floor(actual / 2);
  return at === 0 ? half : round2(actual - half);
}

/** What stands in a column beside the usual ones. */
export function extraCell(
  extra: string | undefined,
  { name, kind, target, actual, unit, weight, score }: Item,
): TestCell {
  if (extra === 'quality') return kind === 'words' ? '定性' : '定量';
  if (extra === 'remark' || extra === 'serial') return Math.round(weight * 7 + name.length);
  if (extra === 'source') return '业务台账';
  if (extra === 'lost points') return round2(weight - score);
  if (extra === 'score rate') return `${round2((score / weight) * 100)}%`;
  if (typeof target !== 'number' || typeof actual !== 'number' || target === 0)
    return extra === 'attainment' ? '100%' : '/';
  if (extra === 'last year') return `${round2(target * 0.9)}${unit}`;
  return extra === 'attainment' ? `${round2((actual / target) * 100)}%` : `${round2((actual / target - 1) * 100)}%`;
}
