import { Decimal } from 'decimal.js';
import type { QuantityCell } from '../form/model';
import { comparable } from '../sheet/comparable';
import type { Quantity } from '../sheet/quantity';

type Figure = Extract<Quantity, { kind: 'number' }>;

/** A target and an actual value in one unit. */
export interface Pair {
  readonly target: Decimal;
  readonly actual: Decimal;
}

/** Words with which the same things are counted; one form has 100人次 as its target and 100次 as its actual value. */
const COUNTED_ALIKE = [
  '人次 次 场次 场 次数 期 批次 批 轮 班次',
  '个 项 件 宗 起 例 份 篇 处 套 台 条 座 家 所 种 类 只 张 本 部 辆 个数',
];
const GROUP = new Map(COUNTED_ALIKE.flatMap((line, group) => line.split(' ').map((unit) => [unit, group] as const)));

/** 元/户·年 beside 元/户: the same money, one of them named less fully. */
function partOf(a: string, b: string): boolean {
  const [one, other] = [a, b].map((unit) => unit.replaceAll(/[*·.、/每]/g, ''));
  if (one === undefined || other === undefined || !one.startsWith('元')) return false;
  return one.startsWith(other) || (other.startsWith('元') && other.startsWith(one));
}

function countedAlike(a: string, b: string): boolean {
  const group = GROUP.get(a);
  return (group !== undefined && group === GROUP.get(b)) || partOf(a, b) || partOf(b, a);
}

const SCALES = [
  ['亿', new Decimal(100_000_000)],
  ['万', new Decimal(10_000)],
  ['千', new Decimal(1_000)],
] as const;

/** How many times one figure is of the other, at least 1. */
function distance(a: Decimal, b: Decimal): Decimal {
  if (a.isZero() || b.isZero()) return new Decimal(a.eq(b) ? 1 : Infinity);
  const ratio = a.div(b).abs();
  return Decimal.max(ratio, new Decimal(1).div(ratio));
}

/** A bare 5 beside 5万元 is in 万, a bare 8050000 beside 700万次 is not: the reading nearer to the other is taken. */
function scaled(bare: Figure, other: Figure, text: string): Figure {
  const scale = SCALES.find(([word]) => text.includes(word))?.[1];
  if (bare.unit !== '' || scale === undefined) return bare;
  const up = bare.value.times(scale);
  return distance(up, other.value).lt(distance(bare.value, other.value)) ? { ...bare, value: up } : bare;
}

/** Brings target and actual value to one unit; `null` where they measure different things. */
export function inOneUnit(targetCell: QuantityCell, actualCell: QuantityCell): Pair | null {
  const [target, actual] = [targetCell.value, actualCell.value];
  if (target === null || actual === null) return null;
  if (target.kind !== 'number' || actual.kind !== 'number') return pairOf(target, actual);
  const [a, b] = [scaled(target, actual, actualCell.text), scaled(actual, target, targetCell.text)];
  const alike = countedAlike(a.unit, b.unit);
  return alike ? { target: a.value, actual: b.value } : pairOf(a, b);
}

function pairOf(target: Quantity, actual: Quantity): Pair | null {
  const pair = comparable(target, actual);
  if (pair?.target.kind !== 'number' || pair.actual.kind !== 'number') return null;
  return { target: pair.target.value, actual: pair.actual.value };
}
