import { Decimal } from 'decimal.js';
import type { Indicator, QuantityCell } from '../form/model';
import { comparable } from '../words/comparable';
import { countedAlike } from '../words/unitKinds';
import { isFloor, type NumberQuantity, type Quantity, type Relation } from '../words/quantity';
import { AIM } from '../words/vocabulary';

/** A target and an actual value in one unit. */
export interface TargetAndActual {
  /** The sign of the target. */
  readonly relation: Relation | null;
  readonly target: Decimal;
  readonly actual: Decimal;
  /** Whether the target is said to be about so much. */
  readonly about: boolean;
  /** Periods in the year that the actual value may have added up: 4 for 每季度1次 beside 4次; else 1. */
  readonly periods: number;
}

const OF_TASK = new RegExp(`(?:${AIM}的?|(?:执行|完成|达成|实现)率(?:为|达到?)?[:：]?)\\d[\\d.]*[%％]$`);

/** Whether an actual value is stated as a share of the target: 完成全年任务的104.7% for ≥5000人. */
export function isShareOf(target: Quantity, { text, value }: QuantityCell): boolean {
  const counted = target.kind === 'number' && target.unit !== '%' && target.unit !== '';
  return counted && value?.kind === 'number' && value.unit === '%' && OF_TASK.test(text.trim());
}

/** Brings target and actual value to one unit; `null` where they measure different things. */
export function inOneUnit(targetCell: QuantityCell, actualCell: QuantityCell): TargetAndActual | null {
  const [target, actual] = [targetCell.value, actualCell.value];
  if (target === null || actual === null) return null;
  if (target.kind !== 'number' || actual.kind !== 'number') return pairOf(target, actual);
  if (isShareOf(target, actualCell)) {
    return pairIn(target, { ...actual, unit: target.unit, value: target.value.times(actual.value).div(100) });
  }
  const alike = countedAlike(target.unit, actual.unit);
  return alike ? pairIn(target, actual) : pairOf(target, actual);
}

export const PERIODS_UNCLEAR = '指标值按月、季等计数，实际完成值看不出是一期的还是全年的，请人工判断';

/**
 * The same with the target of all periods, where the actual value is of all of them; `null` where it may be of one or of
 * all: 3次 beside 每季度1次.
 */
export function ofWholeYear(pair: TargetAndActual): TargetAndActual | null {
  const whole = pair.target.times(pair.periods);
  if (pair.actual.lte(pair.target)) return pair;
  return pair.actual.lt(whole) ? null : { ...pair, target: whole };
}

/** What was reached, in the unit of its target where it is written without one: 0.81 beside ≥90% is 81%. */
export function reachedQuantity({ target, actual }: Pick<Indicator, 'target' | 'actual'>): NumberQuantity | null {
  const own = actual?.value;
  if (own?.kind !== 'number') return null;
  const pair = own.unit === '' && target?.value ? comparable(target.value, own) : null;
  return pair?.actual.kind === 'number' ? pair.actual : own;
}

/** Whether the actual value is written like a target that the target itself reaches: ≥95% beside 96%. */
export function looksTurned(targetCell: QuantityCell, actualCell: QuantityCell): boolean {
  const [target, actual] = [targetCell.value, actualCell.value];
  if (target?.kind !== 'number' || actual?.kind !== 'number' || target.relation !== null) return false;
  const pair = actual.relation?.startsWith('>') === true ? inOneUnit(targetCell, actualCell) : null;
  return pair?.actual.lt(pair.target) === true;
}

/** What forms print as the rate at which a target was reached, the plainest first. */
export function completions({ relation, target, actual }: TargetAndActual): readonly Decimal[] {
  const plain = actual.div(target);
  if (isFloor(relation)) return [plain, Decimal.min(1, plain)];
  const inverse = actual.isZero() ? [] : [target.div(actual)];
  const within = actual.lte(target) ? [new Decimal(1)] : [];
  return [plain, Decimal.min(1, plain), ...inverse, new Decimal(2).minus(plain), ...within];
}

/** How far those are from 1, with the sign or without. */
export function deviations(pair: TargetAndActual): readonly Decimal[] {
  return completions(pair).flatMap((rate) => [rate.minus(1), new Decimal(1).minus(rate)]);
}

function pairOf(target: Quantity, actual: Quantity): TargetAndActual | null {
  const pair = comparable(target, actual);
  return pair?.target.kind === 'number' && pair.actual.kind === 'number' ? pairIn(pair.target, pair.actual) : null;
}

function pairIn({ relation, value, about, perYear }: NumberQuantity, actual: NumberQuantity): TargetAndActual {
  const told = actual.perYear === undefined ? actual.value : actual.value.times(actual.perYear).div(perYear ?? 1);
  const periods = actual.perYear === undefined ? (perYear ?? 1) : 1;
  return { relation, target: value, actual: told, about: about === true, periods };
}
