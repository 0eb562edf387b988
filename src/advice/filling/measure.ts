import { Decimal } from 'decimal.js';
import type { QuantityCell } from '../../form/model';
import { inOneUnit, type TargetAndActual } from '../../scoring/sameUnit';
import type { Rescored } from '../../scoring/scores';
import { formatFigure, formatPercent } from '../../sheet/format';
import { isCeiling, type DateQuantity, type NumberQuantity, type Quantity } from '../../words/quantity';
import { inScale } from '../../words/written';
import { pointsOf } from './debts';
import type { FillRow } from './rows';

/** How far an actual value is from its target, in figures that a draft can state. */
export interface Distance {
  /** 95%, 700万次, 2022年9月; the words themselves where the target is in words. */
  readonly target: string | null;
  readonly actual: string | null;
  /** 差0.93个百分点, 少3个, 晚2个月, 多1.2万元; `null` where nothing is missing or it can't be told. */
  readonly gap: string | null;
  /** Points below full marks; `null` where there are none. */
  readonly lost: string | null;
  /** 127.9%: what was reached of the target, where it is a proportion. */
  readonly attainment: string | null;
}

const LONGEST_WORDS = 40;

function dateInWords({ year, month, day }: DateQuantity): string {
  return `${year === null ? '' : `${year}年`}${month}月${day === null ? '' : `${day}日`}`;
}

/** A count without its unit has that of the figure beside it: 6 beside 8座. */
function withUnitOf(own: Quantity | null, other: Quantity | null | undefined): Quantity | null {
  if (own?.kind !== 'number' || other?.kind !== 'number' || own.unit !== '' || other.unit === '%') return own;
  return own.scale === undefined && other.scale === undefined ? { ...own, unit: other.unit } : own;
}

function inWords({ value, text }: QuantityCell, beside: QuantityCell | null): string | null {
  const quantity = withUnitOf(value, beside?.value);
  if (quantity?.kind === 'number') return inScale(quantity.value, quantity.scale, quantity.unit);
  if (quantity?.kind === 'range')
    return `${formatFigure(quantity.low)}至${formatFigure(quantity.high)}${quantity.unit}`;
  if (quantity?.kind === 'date') return dateInWords(quantity);
  const words = text.trim();
  return words === '' || words.length > LONGEST_WORDS ? null : words;
}

function dateGap(target: DateQuantity, actual: DateQuantity): string | null {
  const years = (actual.year ?? target.year ?? 0) - (target.year ?? actual.year ?? 0);
  const months = years * 12 + actual.month - target.month;
  if (months > 0) return `晚${months}个月`;
  const days = months === 0 && target.day !== null && actual.day !== null ? actual.day - target.day : 0;
  return days > 0 ? `晚${days}天` : null;
}

function figureGap(
  target: NumberQuantity,
  actual: NumberQuantity,
  pair: TargetAndActual,
  score: Rescored | null,
): string | null {
  const less = pair.actual.lt(pair.target);
  const limit = isCeiling(target.relation);
  const over = limit || (target.relation === null && score?.attainment?.lt(1) === true);
  if (pair.actual.eq(pair.target) || (less ? limit : !over)) return null;
  const unit = target.unit === '' ? actual.unit : target.unit;
  const difference = pair.actual.minus(pair.target).abs();
  if (unit === '%') return `${less ? '差' : '高'}${formatFigure(difference, 4)}个百分点`;
  return `${less ? '少' : '多'}${inScale(difference, target.scale ?? actual.scale, unit)}`;
}

function gapOf({ target, actual, score }: FillRow): string | null {
  if (target?.value?.kind === 'date' && actual?.value?.kind === 'date') return dateGap(target.value, actual.value);
  if (target?.value?.kind !== 'number' || actual?.value?.kind !== 'number') return null;
  const pair = inOneUnit(target, actual);
  return pair === null ? null : figureGap(target.value, actual.value, pair, score);
}

/** A rate that is held against the whole has no target of its own: 88.95% of 100%. */
function wholeRate({ score }: FillRow): Pick<Distance, 'target' | 'actual' | 'gap'> | null {
  const rate = score?.rule.kind === 'proportion' ? score.attainment : null;
  if (!rate || rate.gte(1)) return null;
  const percent = rate.times(100).toDecimalPlaces(2);
  const gap = `差${formatFigure(new Decimal(100).minus(percent))}个百分点`;
  return { target: '100%', actual: formatPercent(rate), gap };
}

/** The figures of a row that its reason, improvement or explanation is about. */
export function shortfallOf(row: FillRow): Distance {
  const points = pointsOf(row);
  const lost = row.weight === null || points === null || points.gte(row.weight) ? null : row.weight.minus(points);
  const attainment = row.score?.attainment ?? null;
  return {
    target: row.target && inWords(row.target, row.actual),
    actual: row.actual && inWords(row.actual, row.target),
    gap: gapOf(row),
    ...(row.target === null ? wholeRate(row) : null),
    lost: lost === null ? null : formatFigure(lost, 4),
    attainment: attainment === null ? null : formatPercent(attainment, 1),
  };
}
