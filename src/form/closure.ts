import { MOST_OF_BUDGET } from './budgetBlock';
import { figureOf } from './cells';
import { Decimal } from 'decimal.js';
import { HUNDRED } from '../words/units';
import type { BudgetLine, FormTotal, Indicator, IndicatorGroup } from './model';
import { sum } from '../sheet/lists';
import type { Grid } from './grid';
import { bothPointsIn } from './shares';
import { allGroups, indicatorsBelow } from './groups';

/** What a way of reading a table gives. */
export interface Read {
  readonly indicators: readonly Indicator[];
  readonly groups: readonly IndicatorGroup[];
  readonly total: FormTotal | null;
  /** The scored line of the budget block. */
  readonly scored: BudgetLine | null;
}

/** Points that are this far apart at most are taken for rounded ones while a table is only weighed. */
const NEAR = new Decimal('0.015');

const MANY = 0.2;

/** What each closing sum is worth beside words and content. */
const WORTH = {
  weights: 3,
  groups: 2,
  caps: 1,
  overrun: -3,
  full: 0.3,
  unweighed: -4,
  total: 4,
  product: 4,
  taken: 4,
  copy: -4,
} as const;

function near(a: Decimal, b: Decimal): boolean {
  return a.minus(b).abs().lte(NEAR);
}

/** The part of those for which it can be said that hold; 0 where it can be said of none. */
function share<T>(all: readonly T[], holds: (one: T) => boolean | null): number {
  const told = all.map(holds).filter((answer) => answer !== null);
  return told.length === 0 ? 0 : told.filter(Boolean).length / told.length;
}

/** The weights add up to what is printed or to 100, the budget's and the bonus with them or without. */
function weightsClose({ indicators, total, scored }: Read): boolean {
  const items = sum(indicators.filter(({ kind }) => kind === 'item').map(({ weight }) => figureOf(weight)));
  const all = sum(indicators.map(({ weight }) => figureOf(weight)));
  const budget = figureOf(scored?.weight) ?? new Decimal(0);
  const wholes = [figureOf(total?.weight), HUNDRED].filter((whole) => whole !== null);
  // Points for execution whose weight is printed nowhere: what the items leave of the whole.
  const points = budget.isZero() ? figureOf(scored?.stated) : null;
  const leaves = (whole: Decimal) => points?.lte(whole.minus(items)) === true && whole.minus(items).lte(MOST_OF_BUDGET);
  return (
    !items.isZero() &&
    wholes.some(
      (whole) => leaves(whole) || [items, all, items.plus(budget), all.plus(budget)].some((one) => near(one, whole)),
    )
  );
}

/** The scores add up to the stated total, the budget's with them or without. */
function scoresClose({ indicators, total, scored }: Read): boolean {
  const stated = figureOf(total?.stated);
  const items = sum(indicators.map((one) => figureOf(one.stated)));
  const budget = figureOf(scored?.stated) ?? new Decimal(0);
  return stated !== null && !items.isZero() && (near(items, stated) || near(items.plus(budget), stated));
}

/**
 * The total of a row whose cell holds two figures, none of them the whole: 98/96 for the unit's own and the reviewer's.
 * It is the one that the scores add up to; where neither is, only a person can tell.
 */
export function totalOfTwo(grid: Grid, read: Read): FormTotal | null {
  const { total } = read;
  const two = total?.stated ? bothPointsIn(grid.at(total.stated.at.row, total.stated.at.column)) : null;
  if (!total?.stated || two === null || two.weight.value?.eq(figureOf(total.weight) ?? HUNDRED) !== false) return total;
  const totals = [two.weight, two.score].map((stated) => ({ ...total, stated }));
  const unread = { ...total, stated: { ...total.stated, value: null, state: 'unreadable' as const } };
  return totals.find((one) => scoresClose({ ...read, total: one })) ?? unread;
}

/** 得分 × 权重 ÷ 100 = 折算得分 and 系数 × 权重 = 得分, row by row. */
function product(indicator: Indicator): boolean | null {
  const [weight, score] = [figureOf(indicator.weight), figureOf(indicator.stated)];
  if (weight === null || score === null) return null;
  const before = figureOf(indicator.unconverted);
  if (before !== null) return near(before.times(weight).div(100), score);
  const coefficient = figureOf(indicator.coefficient);
  return coefficient === null ? null : near(coefficient.times(weight), score);
}

const takenOff = ({ reckoned }: Indicator): Decimal | null =>
  figureOf(reckoned.find(({ role }) => role === 'deduction')?.figure);
const isTakenOff = (indicator: Indicator): boolean =>
  takenOff(indicator)?.isZero() === false && taken(indicator) === true;

/** 分值 − 扣分 = 得分, row by row. */
function taken(indicator: Indicator): boolean | null {
  const { weight, stated } = indicator;
  const off = takenOff(indicator);
  const [most, score] = [figureOf(weight), figureOf(stated)];
  return off === null || most === null || score === null ? null : near(most.minus(off.abs()), score);
}

/** How well the sheet's own arithmetic bears a way of reading it out; only differences between ways mean anything. */
export function closure(read: Read): number {
  const { indicators, groups } = read;
  const items = indicators.filter(({ kind }) => kind === 'item');
  const pairs = items.flatMap(({ weight, stated }) => {
    const [most, score] = [figureOf(weight), figureOf(stated)];
    return most === null || score === null ? [] : [{ most, score }];
  });
  const within = share(pairs, ({ most, score }) => score.lessThanOrEqualTo(most) && !score.isNegative());
  // Scores beside nothing where others are weighed: the weights are those of a level.
  const scored = items.filter(({ stated }) => figureOf(stated) !== null);
  const unweighed = share(scored, ({ weight }) => weight !== null && figureOf(weight) === null);
  const full = share(pairs, ({ most, score }) => score.equals(most));
  const sums = share(allGroups(groups), (group) => {
    const [own, below] = [figureOf(group.weight), indicatorsBelow(group)];
    const ofWeights = sum(below.map(({ weight }) => figureOf(weight)));
    if (own === null || below.length === 0) return null;
    return ofWeights.isZero()
      ? sum(below.map(({ stated }) => figureOf(stated))).lessThanOrEqualTo(own)
      : near(ofWeights, own);
  });
  const isConverted = items.some(({ unconverted }) => unconverted !== null);
  return (
    (weightsClose(read) ? WORTH.weights : 0) +
    (scoresClose(read) ? WORTH.total : 0) +
    sums * WORTH.groups +
    (pairs.length === 0 ? 0 : within === 1 ? WORTH.caps : (1 - within) * WORTH.overrun) +
    (full >= 0.5 ? WORTH.full : 0) +
    (unweighed >= MANY && unweighed < 1 ? WORTH.unweighed : 0) +
    (share(items, product) >= 0.8 ? WORTH.product : 0) +
    // A second column of points that is no product of the first: 得分 copied beside the table.
    (share(items, taken) >= 0.7 && items.some(isTakenOff) ? WORTH.taken : 0) +
    (isConverted && share(items, product) < 0.5 ? WORTH.copy : 0)
  );
}
