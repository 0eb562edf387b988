import { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { FigureCell, Indicator, ReckonedCell } from '../form/model';
import { inOneUnit, type Pair } from '../scoring/sameUnit';
import { isFloor } from '../words/quantity';
import { scored } from './common/evidence';
import { lastPlace } from './common/reckoned';
import { clean, nameOf, points, textOf } from './common/words';
import { compared } from './common/agree';
import type { Check, Outcome } from './finding';

/** What forms print as the rate at which a target was reached, the plainest first. */
function completions({ relation, target, actual }: Pair): readonly Decimal[] {
  const plain = actual.div(target);
  if (isFloor(relation)) return [plain, Decimal.min(1, plain)];
  const inverse = actual.isZero() ? [] : [target.div(actual)];
  const within = actual.lte(target) ? [new Decimal(1)] : [];
  return [plain, Decimal.min(1, plain), ...inverse, new Decimal(2).minus(plain), ...within];
}

/** How far those are from 1, with the sign or without. */
function deviations(pair: Pair): readonly Decimal[] {
  return completions(pair).flatMap((rate) => [rate.minus(1), rate.minus(1).abs(), new Decimal(1).minus(rate)]);
}

/** What a cell may say, with one of its last digit: 0.89 alone is a fraction, or a percentage as 103.78 above it is. */
function readings(cell: FigureCell, rate: Decimal): { rate: Decimal; place: Decimal }[] {
  const isPercent = /[%％]/.test(cell.text) || !rate.toString().startsWith(cell.text.trim());
  const own = { rate, place: lastPlace(cell, isPercent) };
  return isPercent ? [own] : [own, { rate: rate.div(100), place: lastPlace(cell, true) }];
}

const percent = (rate: Decimal): string => `${points(clean(rate.times(100)).toDecimalPlaces(2))}%`;

/** 完成值 ÷ 指标值 = 完成率, to the last digit that the cell shows. */
function outcomeOf(indicator: Indicator, { role, figure: at }: ReckonedCell): Outcome | null {
  const { target, actual } = indicator;
  const pair = target === null || actual === null ? null : inOneUnit(target, actual);
  const found = figureOf(at);
  if (target === null || actual === null || pair === null || found === null || pair.target.lte(0)) return null;
  const [first, ...others] = role === 'completion' ? completions(pair) : deviations(pair);
  if (first === undefined) return null;
  const rate = percent(pair.actual.div(pair.target));
  const arithmetic = `${points(pair.actual)} ÷ ${points(pair.target)} = ${rate}`;
  const holds = readings(at, found).some(({ rate: shown, place }) =>
    [first, ...others].some((one) => one.minus(shown).abs().lt(place)),
  );
  const [stated, exact] = [textOf(at), percent(first)];
  const differs = {
    message: role,
    severity: isFloor(pair.relation) ? 'warning' : 'info',
    data: { name: nameOf(indicator), target: textOf(target), actual: textOf(actual), stated, exact },
    arithmetic: `${arithmetic}，表内 ${stated}`,
    expected: exact,
    found: stated,
  } as const;
  return compared(holds, at, [target, actual], differs, role === 'completion' ? arithmetic : undefined);
}

export const completionRate: Check = {
  id: 'completion-rate',
  mends: 'row',
  title: '完成率、偏差率由完成值和指标值算得',
  severity: 'warning',
  explain:
    '有“完成率”“偏差率”一栏的，应由完成值和指标值算得。越低越好的指标各地算法不同，常见的算法都不相符时只作为问题提出。',
  messages: {
    completion: {
      title: '“{name}”完成率不对',
      message: '“{name}”指标值{target}，完成值{actual}，完成率应为 {exact}，表内为{stated}，请核对。',
    },
    deviation: {
      title: '“{name}”偏差率不对',
      message: '“{name}”指标值{target}，完成值{actual}，偏差率应为 {exact}，表内为{stated}，请核对。',
    },
  },
  *run(input) {
    for (const { indicator } of scored(input)) {
      for (const reckoned of indicator.reckoned) {
        if (reckoned.role !== 'completion' && reckoned.role !== 'deviation') continue;
        yield outcomeOf(indicator, reckoned);
      }
    }
  },
};
