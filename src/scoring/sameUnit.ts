import type { Decimal } from 'decimal.js';
import type { QuantityCell } from '../form/model';
import { comparable } from '../words/comparable';
import type { Quantity, Relation } from '../words/quantity';

/** A target and an actual value in one unit. */
export interface Pair {
  /** The sign of the target. */
  readonly relation: Relation | null;
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
  const plain = (unit: string) => unit.replaceAll(/[*·.、/每]/g, '');
  return b.startsWith('元') && plain(a).startsWith(plain(b));
}

function countedAlike(a: string, b: string): boolean {
  const group = GROUP.get(a);
  return (group !== undefined && group === GROUP.get(b)) || partOf(a, b) || partOf(b, a);
}

/** Brings target and actual value to one unit; `null` where they measure different things. */
export function inOneUnit(targetCell: QuantityCell, actualCell: QuantityCell): Pair | null {
  const [target, actual] = [targetCell.value, actualCell.value];
  if (target === null || actual === null) return null;
  if (target.kind !== 'number' || actual.kind !== 'number') return pairOf(target, actual);
  const alike = countedAlike(target.unit, actual.unit);
  return alike ? { relation: target.relation, target: target.value, actual: actual.value } : pairOf(target, actual);
}

function pairOf(target: Quantity, actual: Quantity): Pair | null {
  const pair = comparable(target, actual);
  if (pair?.target.kind !== 'number' || pair.actual.kind !== 'number') return null;
  return { relation: pair.target.relation, target: pair.target.value, actual: pair.actual.value };
}
