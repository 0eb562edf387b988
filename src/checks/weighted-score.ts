import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { roundsTo } from '../scoring/points';
import type { Rounding } from '../scoring/rulebook';
import type { IndicatorScore } from '../scoring/scores';
import { isAllowed, scored } from './common/rows';
import { agreement, cellsOf, clean, instead, nameOf, points } from './common/say';
import { figureOf, withFigure } from '../form/cells';
import { withinCent } from '../words/written';
import type { Check, Outcome } from './finding';

type Row = ReturnType<typeof rowOf>[number];

function rowOf({ indicator, score }: { indicator: Indicator; score: IndicatorScore }) {
  const [before, stated] = [withFigure(indicator.unconverted), withFigure(indicator.stated)];
  const weight = figureOf(indicator.weight);
  if (indicator.kind !== 'item' || weight === null || before === null || stated === null) return [];
  return [{ indicator, score, weight, before, figure: before.value, stated, own: stated.value }];
}

/** Whether a score that is to be out of 100 was weighed already: 15 of a weight of 15, or the part of it that was reached. */
function isWeighed({ score: { attainment }, weight, figure }: Row, all: boolean): boolean {
  if (weight.equals(100) || figure.greaterThan(weight)) return false;
  // 60 of a weight of 60 in words may as well be 60 of 100, unless no row has more than its weight.
  if (attainment === null) return all && figure.equals(weight);
  return withinCent(Decimal.min(1, attainment).times(weight), figure) && !attainment.isZero();
}

/** Whether 折算分 only says again what most rows scored of their weights, so that it weighs nothing. */
function repeats(rows: readonly Row[], within: boolean): boolean {
  const again = rows.filter(({ figure, own }) => figure.eq(own));
  const tells = again.some(({ weight, own }) => !weight.eq(100) && !own.isZero());
  return within && again.length > 1 && again.length * 2 > rows.length && tells;
}

const isGiven = (exact: Decimal, { own }: Row, rounding: Rounding): boolean =>
  withinCent(exact, own) || roundsTo(exact, own, rounding);

/** What is said of a row, at the score that stands behind its weight, whatever is wrong with it. */
function saidOf({ indicator, weight, before, figure, stated, own }: Row) {
  const data = { name: nameOf(indicator), before: points(figure), weight: points(weight), own: points(own) };
  return { cell: stated.at, related: [before.at], data, found: data.own };
}

function repeated(row: Row, rounding: Rounding): Outcome {
  const { score, before, figure, stated } = row;
  if (isGiven(figure, row, rounding)) return agreement([before, stated]);
  // A score that its rule allows may be the right one of the two.
  return { ...saidOf(row), message: 'repeated', ...(!isAllowed(score, stated) && { expected: points(figure) }) };
}

/** 得分 × 权重 ÷ 100 = 折算得分 */
function converted(row: Row, all: boolean, rounding: Rounding): Outcome {
  const { indicator, score, weight, before, figure, stated, own } = row;
  const exact = clean(figure.times(weight).div(100));
  const arithmetic = `${points(figure)} × ${points(weight)}% = ${points(exact)}`;
  const said = { ...saidOf(row), related: cellsOf([before, indicator.weight]) };
  if (isGiven(exact, row, rounding)) {
    if (!isWeighed(row, all)) return agreement([before, indicator.weight, stated], arithmetic);
    return { ...said, message: 'twice', arithmetic, expected: points(figure) };
  }
  const right = points(exact.toDecimalPlaces(2));
  const data = { ...said.data, exact: right };
  // A score that its rule gives was not converted from what stands before it.
  if (isAllowed(score, stated) && !weight.isZero()) {
    const full = own.div(weight).times(100).toDecimalPlaces(2);
    const back = `${points(own)} ÷ ${points(weight)}% = ${points(full)}`;
    const differs = { message: 'unconverted', data: { ...data, full: points(full) } };
    const mend = instead(before, figure, full, back, score.grounds === 'sure');
    return { cell: before.at, related: cellsOf([indicator.weight, stated]), ...differs, ...mend };
  }
  return { ...said, message: 'converted', data, arithmetic: `${arithmetic}，表内 ${points(own)}`, expected: right };
}

export const weightedScore: Check = {
  id: 'weighted-score',
  mends: 'row',
  title: '折算得分等于得分乘权重',
  severity: 'error',
  explain:
    '有“折算得分”的，应等于单项得分（百分制）× 权重 ÷ 100；单项得分已经是按权重计的分，再乘一次权重就少了。得分本身与完成值不符的，只在那里提示。',
  messages: {
    converted: {
      title: '“{name}”折算得分不对',
      message: '“{name}”单项得分 {before}，权重 {weight}，折算得分应为 {exact}，表内为 {own}，请改正。',
    },
    unconverted: {
      title: '“{name}”单项得分与折算得分不符',
      message:
        '“{name}”折算得分 {own} 是按规则应得的分，而单项得分 {before} 按权重 {weight} 折算是 {exact}，单项得分应为 {full}，请改正单项得分。',
    },
    repeated: {
      title: '“{name}”单项得分与折算得分不同',
      message:
        '“{name}”单项得分 {before}，折算得分 {own}；其他各行的折算得分与单项得分相同，这一行也应相同，请改正写错的一个。',
    },
    twice: {
      title: '“{name}”得分乘了两次权重',
      message:
        '“{name}”单项得分 {before} 已经是按权重 {weight} 计的分，又乘了一次权重，折算得分成了 {own}，请把单项得分改为百分制，或者不再折算。',
    },
  },
  *run(input) {
    const rows = scored(input).flatMap(rowOf);
    const { rounding } = input.scores.rulebook;
    const within = rows.length > 1 && rows.every(({ figure, weight }) => figure.lessThanOrEqualTo(weight));
    if (repeats(rows, within)) yield* rows.map((row) => repeated(row, rounding));
    else yield* withTwiceAtOnce(rows.map((row) => converted(row, within, rounding)));
  },
};

/** Whoever weighs twice does so in every row: said once, behind all else, with all of them. */
function* withTwiceAtOnce(outcomes: readonly Outcome[]): Iterable<Outcome> {
  const twice = outcomes.flatMap((one) => ('message' in one && one.message === 'twice' ? [one] : []));
  yield* outcomes.filter((one) => !twice.some((other) => other === one));
  const [first, ...others] = twice;
  if (first === undefined) return;
  const related = [...(first.related ?? []), ...others.flatMap((one) => [...(one.related ?? []), one.cell])];
  yield { ...first, related, ways: [twice.map(({ cell, expected = 0 }) => [cell, new Decimal(expected)] as const)] };
}
