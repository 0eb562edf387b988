import { saysPercent } from '../sheet/text';
import type { Decimal } from 'decimal.js';
import { figureOf, numberOf } from '../form/cells';
import type { FigureCell, Indicator } from '../form/model';
import { directionOf } from '../scoring/direction';
import { completions, deviations, inOneUnit, type TargetAndActual, reachedQuantity } from '../scoring/sameUnit';
import { isFloor } from '../words/quantity';
import { allReckoned, lastPlace, scored } from './common/rows';
import { clean, compared, nameOf, points, textOf } from './common/say';
import type { Check, Outcome } from './finding';

/** What a cell may say, with one of its last digit: 0.89 alone is a fraction, or a percentage as 103.78 above it is. */
function readings(cell: FigureCell, rate: Decimal): { rate: Decimal; place: Decimal }[] {
  const isPercent = saysPercent(cell.text) || !rate.toString().startsWith(cell.text.trim());
  const own = { rate, place: lastPlace(cell, isPercent) };
  return isPercent ? [own] : [own, { rate: rate.div(100), place: lastPlace(cell, true) }];
}

/** Target and actual value in the unit in which this one is written: 1.5 and 1.65 of 1.65万元. */
function asWritten({ actual: written }: Indicator, { target, actual }: TargetAndActual) {
  const scale = numberOf(written)?.scale ?? 1;
  return { target: target.div(scale), actual: actual.div(scale), more: actual.minus(target).div(scale) };
}

/** What a cell holds that tells so many, with the sign or without; 4 is read as 4%, and of a rate 4% are its points. */
function differences(more: Decimal, text: string): readonly Decimal[] {
  return [more, more.neg()].flatMap((one) => (saysPercent(text) ? [one.div(100)] : [one, one.div(100)]));
}

const percent = (rate: Decimal): string => `${points(clean(rate.times(100)).toDecimalPlaces(2))}%`;

type Role = 'completion' | 'deviation';
type Row = ReturnType<typeof rowOf>[number];

/** What one row has in such a column, and with which ways of reckoning it agrees. */
function rowOf(indicator: Indicator, role: Role, at: FigureCell) {
  const { target, actual } = indicator;
  const pair = target === null || actual === null ? null : inOneUnit(target, actual);
  const found = figureOf(at);
  if (pair === null || found === null || pair.target.lte(0)) return [];
  const told = readings(at, found);
  const among = (ways: readonly Decimal[]) =>
    told.some(({ rate, place }) => ways.some((one) => one.minus(rate).abs().lt(place)));
  const ways = role === 'completion' ? completions(pair) : deviations(pair);
  const isRate = among(ways);
  const own = asWritten(indicator, pair);
  const isDifference = role === 'deviation' && among(differences(own.more, at.text));
  const isPercent = role === 'completion' && reachedQuantity(indicator)?.unit === '%';
  // It says a second time what was reached: 94.5% beside 94.5%.
  const isRepeated = isPercent && !isRate && among([pair.actual.div(100)]);
  return [{ indicator, at, pair, own, ways, isRate, isDifference, isRepeated }];
}

/** 完成值 ÷ 指标值 = 完成率; 偏差 is how far that is from 1, or how many the one is more than the other, as in the other rows. */
function outcomeOf(row: Row, role: Role, rates: number, units: number): Outcome {
  const { indicator, at, pair, own } = row;
  const { target, actual } = indicator;
  const inUnit = units > rates;
  const [first = pair.actual] = row.ways;
  const exact = inUnit ? points(own.more) : percent(first);
  const [is, due] = [points(pair.actual), points(pair.target)];
  const rate = role === 'completion' ? `${is} ÷ ${due} = ${exact}` : `(${is} − ${due}) ÷ ${due} = ${exact}`;
  const arithmetic = inUnit ? `${points(own.actual)} − ${points(own.target)} = ${exact}` : rate;
  const stated = textOf(at);
  // Which of the two a column gives that no other row bears out, nobody knows; and of a rate some take what was reached.
  const isSure = role === 'completion' ? !row.isRepeated : rates + units > 0;
  // A target without a sign is reckoned like those of the other rows, where more of it is better.
  const isMore = rates > 1 && /higher|exact/.test(directionOf(indicator, pair.relation));
  const differs = {
    message: inUnit ? 'difference' : role,
    severity: (isFloor(pair.relation) || isMore) && isSure ? 'warning' : 'info',
    data: { name: nameOf(indicator), target: textOf(target), actual: textOf(actual), stated, exact },
    arithmetic: `${arithmetic}，表内 ${stated}`,
    expected: exact,
    found: stated,
  } as const;
  const told = role === 'completion' ? arithmetic : undefined;
  return compared(row.isRate || row.isDifference, at, [target, actual], differs, told);
}

export const completionRate: Check = {
  id: 'completion-rate',
  mends: 'row',
  title: '完成率、偏差由完成值和指标值算得',
  severity: 'warning',
  explain:
    '有“完成率”“偏差率”“偏差”一栏的，应由完成值和指标值算得；偏差是比率还是相差多少，看同栏其他各行。没有写符号、同栏其他各行又看不出算法的，越低越好的，各地算法不同，常见的算法都不相符时只作为问题提出。',
  messages: {
    completion: {
      title: '“{name}”完成率不对',
      message: '“{name}”指标值{target}，完成值{actual}，完成率应为 {exact}，表内为{stated}，请核对。',
    },
    deviation: {
      title: '“{name}”偏差率不对',
      message: '“{name}”指标值{target}，完成值{actual}，偏差率应为 {exact}，表内为{stated}，请核对。',
    },
    difference: {
      title: '“{name}”偏差不对',
      message: '“{name}”指标值{target}，完成值{actual}，两者相差 {exact}，表内为{stated}，请核对。',
    },
  },
  *run(input) {
    for (const role of ['completion', 'deviation'] as const) {
      const rows = scored(input).flatMap(({ indicator }) =>
        allReckoned(indicator, role).flatMap((cell) => rowOf(indicator, role, cell)),
      );
      const rates = rows.filter(({ isRate }) => isRate).length;
      const units = rows.filter(({ isDifference }) => isDifference).length;
      for (const row of rows) yield outcomeOf(row, role, rates, units);
    }
  },
};
