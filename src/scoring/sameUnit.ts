import { Decimal } from 'decimal.js';
import type { QuantityCell } from '../form/model';
import type { Quantity } from '../sheet/quantity';

type Figure = Extract<Quantity, { kind: 'number' }>;

/** A target and an actual value in one unit. */
export interface Pair {
  readonly target: Decimal;
  readonly actual: Decimal;
}

/** Spellings of one unit. Words that count different things (人, 户) are not in one row. */
const SAME = [
  ['人', '名', '位', '人数'],
  ['人次', '次', '场次', '场', '次数', '期', '批次', '批', '轮', '班次'],
  [
    '个',
    '项',
    '件',
    '宗',
    '起',
    '例',
    '份',
    '篇',
    '处',
    '套',
    '台',
    '条',
    '座',
    '家',
    '所',
    '种',
    '类',
    '只',
    '张',
    '本',
    '部',
    '辆',
    '个数',
  ],
  ['月', '个月'],
  ['年', '周年'],
  ['天', '日'],
  ['小时', '时'],
  ['平方米', '㎡', 'm2', 'm²', '平米'],
  ['公里', '千米', 'km'],
  ['米', 'm'],
  ['立方米', 'm3', 'm³', '方'],
  ['亩', '亩地'],
];
const KIND = new Map(SAME.flatMap((units, kind) => units.map((unit) => [unit, kind] as const)));

/** 元/人*月 and 元/人·月, 元/户·年 and 元/户 measure the same. */
function unitKey(unit: string): string | number {
  const plain = unit.replaceAll(/[*·.。、/每]/g, '');
  return KIND.get(plain) ?? plain;
}

function sameUnit(a: string, b: string): boolean {
  const [one, other] = [unitKey(a), unitKey(b)];
  if (one === other) return true;
  return typeof one === 'string' && typeof other === 'string' && one.startsWith('元') && other.startsWith('元')
    ? one.startsWith(other) || other.startsWith(one)
    : false;
}

const SCALES = [
  ['亿', new Decimal(100_000_000)],
  ['万', new Decimal(10_000)],
  ['千', new Decimal(1_000)],
] as const;

function scaleIn(text: string): Decimal | null {
  return SCALES.find(([word]) => text.includes(word))?.[1] ?? null;
}

/** How many times one figure is of the other, at least 1. */
function distance(a: Decimal, b: Decimal): Decimal {
  if (a.isZero() || b.isZero()) return new Decimal(a.eq(b) ? 1 : Infinity);
  const ratio = a.div(b).abs();
  return Decimal.max(ratio, new Decimal(1).div(ratio));
}

/** A bare figure beside one with a unit: 5 beside 5万元, 0.958 beside 95%. The reading nearer to the other is taken. */
function scaled(bare: Decimal, other: Figure, text: string): Decimal {
  const fraction = other.unit === '%' && bare.gt(0) && bare.lte(1) && !bare.eq(other.value);
  const scale = fraction ? new Decimal(100) : scaleIn(text);
  if (scale === null) return bare;
  const up = bare.times(scale);
  return distance(up, other.value).lt(distance(bare, other.value)) ? up : bare;
}

/** Brings target and actual value to one unit; `null` where their units differ. */
export function inOneUnit(target: QuantityCell, actual: QuantityCell): Pair | null {
  const [a, b] = [target.value, actual.value];
  if (a?.kind !== 'number' || b?.kind !== 'number') return null;
  if (sameUnit(a.unit, b.unit)) return { target: a.value, actual: b.value };
  if (b.unit === '') return { target: a.value, actual: scaled(b.value, a, target.text) };
  if (a.unit === '') return { target: scaled(a.value, b, actual.text), actual: b.value };
  return null;
}
