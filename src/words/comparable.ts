import { Decimal } from 'decimal.js';
import { MOST_FRACTION } from './figure';
import { isCeiling, type NumberQuantity, type Quantity, type RangeQuantity } from './quantity';
import { ONE, TEN_THOUSAND, withFactors } from './units';

/** A target and an actual value in the same unit and scale. */
export interface Comparable {
  readonly target: Quantity;
  readonly actual: Quantity;
}

/** Units that measure the same thing, a line of them each, with how many of the line's first one each is. */
const FAMILIES = [
  '% 0.1 ‰ 10 成',
  '个月 月 12 年 3 季度 个季度',
  '天 日 7 周',
  '工作日 个工作日',
  '秒 s 60 分钟 min 3600 小时 个小时 h',
  '米 m 延米 1000 公里 千米 km 0.01 厘米 cm 0.001 毫米 mm',
  '亩 0.0015 平方米 平米 ㎡ m² m2 米² 平方 15 公顷 ha 1500 平方公里 平方千米 km² km2',
  '立方米 立方 方 m³ m3 米³ 0.001 升 l 1e-6 毫升 ml',
  '公斤 千克 kg 1000 吨 t 0.5 斤 0.001 克 g 1e-6 毫克 mg 1e-9 微克 μg ug',
  '人 名 位 人员',
  '株 棵',
  '本 册',
  '度 千瓦时 kWh',
  '千瓦 kW 1000 兆瓦 MW',
  '℃ 摄氏度',
  '元 圆 0.1 角',
].map(withFactors);

/** `元/人·月`, `元/人*月` and `元/人/月` are one unit, and so are `mg/L` and `mg/l`. */
function plainUnit(unit: string): string {
  return unit
    .replace(/[·*.•・×xX/]/g, '/')
    .replace(/^每/, '')
    .toLowerCase();
}

const MEASURES = new Map(
  FAMILIES.flatMap((family) =>
    family.map(([unit, scale]) => [plainUnit(unit), { base: family[0]?.[0], scale }] as const),
  ),
);

/** The unit by which what a unit measures is known: 米 for 公里; `undefined` for what is only counted. */
export const measureOf = (unit: string): string | undefined => MEASURES.get(plainUnit(unit))?.base;

/** How many of `to` one `from` is; `null` where they measure different things. */
export function factorBetween(from: string, to: string): Decimal | null {
  if (from === to) return ONE;
  const [left, right] = [plainUnit(from), plainUnit(to)];
  if (left === right) return ONE;
  const [[of = '', ...each], [into = '', ...per]] = [left.split('/'), right.split('/')];
  // 元/米 and 元/公里: what is counted, and what it is counted for.
  if (each.length > 0 && each.length === per.length) {
    const factors = each.map((unit, at) => factorBetween(unit, per[at] ?? ''));
    return factors.reduce((all, one) => (all === null || one === null ? null : all.div(one)), factorBetween(of, into));
  }
  const [one, other] = [MEASURES.get(left), MEASURES.get(right)];
  return one === undefined || other === undefined || one.base !== other.base ? null : one.scale.div(other.scale);
}

/** Whether two units of `Quantity` measure the same thing, whatever their scale: 米 and 公里, 月 and 个月. */
export function sameMeasure(one: string, other: string): boolean {
  return factorBetween(one, other) !== null;
}

/** The fewest and the most hours that a time may last; a working day ends behind holidays that no table knows. */
const HOURS: ReadonlyMap<string | undefined, readonly [least: number, most: number]> = new Map([
  ['秒', [1 / 3600, 1 / 3600]],
  ['天', [24, 24]],
  ['工作日', [24, Infinity]],
  ['个月', [28 * 24, 31 * 24]],
]);

/**
 * Whether a limit in one unit of time was kept by a time in another, as far as that is sure of them: 1天 for ≤24小时, not 7天
 * for ≤5个工作日. `null` for anything that is no such limit; time that is to be spent may be told in days of eight hours.
 */
export function keepsTime(target: Quantity, actual: Quantity): boolean | null {
  if (target.kind !== 'number' || actual.kind !== 'number' || !isCeiling(target.relation)) return null;
  if (sameMeasure(target.unit, actual.unit)) return null;
  const [wanted, reached] = [target, actual].map(({ unit, value }) => {
    const measure = MEASURES.get(plainUnit(unit));
    return HOURS.get(measure?.base)?.map((hours) => value.times(measure?.scale ?? 1).times(hours));
  });
  const [[least, most], [fewest, longest]] = [wanted ?? [], reached ?? []];
  if (least === undefined || most === undefined || fewest === undefined || longest === undefined) return null;
  return longest.lte(least) ? true : fewest.gt(most) ? false : null;
}

/**
 * A bare figure held against a percentage, in percent: a fraction where that brings it nearer to the other one (0.98
 * against 95 %, 1 against 100 %), else a percentage without its sign (97, or 1 against 5 %).
 */
function bareAsPercent(bare: Decimal, percent: Decimal): Decimal {
  const fraction = bare.abs().lte(MOST_FRACTION) && bare.abs().times(10).lt(percent.abs());
  return fraction ? bare.times(100) : bare;
}

/** Whether a limit would be kept by one reading of a bare figure and broken by the other. */
function doubtful(target: NumberQuantity, bare: Decimal): boolean {
  if (bare.abs().gt(MOST_FRACTION) || bare.isZero() || !isCeiling(target.relation)) return false;
  return bare.lte(target.value) && bare.times(100).gt(target.value);
}

function withUnit(quantity: NumberQuantity, value: Decimal, unit: string): NumberQuantity {
  return { ...quantity, value, unit };
}

function bareNumbers(target: NumberQuantity, actual: NumberQuantity): Comparable | null {
  const { value } = actual;
  const small = value.gt(0) && value.lte(1) && target.value.gte(10) && target.value.lte(100);
  if (!small || isCeiling(target.relation)) return { target, actual };
  // 0.958 of a target of 95 is a rate, for nothing is counted in parts; 1 of 100 may be one thing or the whole.
  if (value.isInteger()) return null;
  return { target: withUnit(target, target.value, '%'), actual: withUnit(actual, value.times(100), '%') };
}

/**
 * A bare figure beside one that was written with 万 or 亿: in the same scale where that brings it nearer (5 beside
 * 5万元), else as it stands (50000 beside 5万元). The scale may stand elsewhere: 就诊人次（万） of 5.3 beside 50000人次.
 */
export function inScaleOf(
  bare: NumberQuantity,
  other: NumberQuantity,
  scale: Decimal | undefined = other.scale,
): NumberQuantity {
  if (scale === undefined || bare.scale !== undefined) return bare;
  return bare.value.abs().times(scale.sqrt()).lt(other.value.abs()) === scale.gt(1)
    ? { ...bare, value: bare.value.times(scale), scale }
    : bare;
}

/** Whether a bare figure beside 2亿元 may be in 万元, as 21000 is. */
function mayBeInWan(bare: NumberQuantity, { value, scale }: NumberQuantity): boolean {
  if (bare.scale !== undefined || scale?.gte(HUNDRED_MILLION) !== true || value.isZero()) return false;
  const ratio = bare.value.times(TEN_THOUSAND).div(value);
  return ratio.gt('0.1') && ratio.lt(10);
}

const HUNDRED_MILLION = new Decimal('1e8');

function numbers(target: NumberQuantity, actual: NumberQuantity): Comparable | null {
  if (target.unit === '' && actual.unit === '') {
    return bareNumbers(inScaleOf(target, actual), inScaleOf(actual, target));
  }
  if (target.unit === '%' && actual.unit === '') {
    if (doubtful(target, actual.value)) return null;
    return { target, actual: withUnit(actual, bareAsPercent(actual.value, target.value), '%') };
  }
  if (target.unit === '' && actual.unit === '%') {
    return { target: withUnit(target, bareAsPercent(target.value, actual.value), '%'), actual };
  }
  if (target.unit === '' ? mayBeInWan(target, actual) : actual.unit === '' && mayBeInWan(actual, target)) return null;
  if (target.unit === '') return { target: { ...inScaleOf(target, actual), unit: actual.unit }, actual };
  if (actual.unit === '') return { target, actual: { ...inScaleOf(actual, target), unit: target.unit } };
  const factor = factorBetween(actual.unit, target.unit);
  return factor === null ? null : { target, actual: withUnit(actual, actual.value.times(factor), target.unit) };
}

function isMonths(quantity: Quantity): boolean {
  return quantity.kind === 'number' && (quantity.unit === '月' || quantity.unit === '个月');
}

/** `12月` beside a target of 12个月 is a number of months. */
function asMonths(quantity: Quantity): Quantity {
  if (quantity.kind !== 'date' || quantity.year !== null || quantity.day !== null) return quantity;
  return { kind: 'number', relation: quantity.relation, value: new Decimal(quantity.month), unit: '个月' };
}

function ranged(target: RangeQuantity, actual: NumberQuantity): Comparable | null {
  const pair = numbers({ kind: 'number', relation: null, value: target.high, unit: target.unit }, actual);
  if (pair === null || pair.target.kind !== 'number') return null;
  const scale = target.high.isZero() ? ONE : pair.target.value.div(target.high);
  return {
    target: { ...target, low: target.low.times(scale), high: pair.target.value, unit: pair.target.unit },
    actual: pair.actual,
  };
}

/**
 * Brings a target and an actual value into one unit, so that they can be compared and divided: 公里 and 米, 月 and 个月,
 * a bare figure and a percentage (0.98 and 98 against 95 %), `12月` against months. Dates stay as they are.
 *
 * `null` where they measure different things (个 and %), are of different kinds, or a bare figure can be read in two
 * ways that lead to different verdicts.
 */
export function comparable(target: Quantity, actual: Quantity): Comparable | null {
  if (target.kind === 'date' && actual.kind === 'date') return { target, actual };
  const [left, right] = [isMonths(actual) ? asMonths(target) : target, isMonths(target) ? asMonths(actual) : actual];
  if (right.kind !== 'number') return null;
  if (left.kind === 'number') return numbers(left, right);
  return left.kind === 'range' ? ranged(left, right) : null;
}
