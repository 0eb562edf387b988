import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { roundsTo } from '../scoring/points';
import type { Rounding } from '../scoring/rulebook';
import type { IndicatorScore } from '../scoring/scores';
import { isAllowed, scored } from './common/rows';
import { cellsOf, clean, instead, nameOf, points } from './common/say';
import { figureOf } from '../form/cells';
import { withinCent } from '../words/written';
import type { Check, Outcome, Report } from './finding';

type Row = ReturnType<typeof rowOf>[number];

function rowOf({ indicator, score }: { indicator: Indicator; score: IndicatorScore }) {
  const [weight, own] = [figureOf(indicator.weight), figureOf(indicator.stated)];
  const { unconverted, stated } = indicator;
  const figure = figureOf(unconverted);
  if (indicator.kind !== 'item' || stated === null || weight === null || own === null) return [];
  return unconverted === null || figure === null
    ? []
    : [{ indicator, score, weight, stated, points: own, before: unconverted, figure }];
}

/** Whether a score that is to be out of 100 was weighed already: 15 of a weight of 15, or the part of it that was reached. */
function isWeighed({ score, weight, figure: before }: Row, all: boolean): boolean {
  if (weight.equals(100) || before.greaterThan(weight)) return false;
  const { attainment } = score;
  // 60 of a weight of 60 in words may as well be 60 of 100, unless no row has more than its weight.
  if (attainment === null) return all && before.equals(weight);
  const reached = Decimal.min(1, attainment);
  return withinCent(reached.times(weight), before) && !reached.isZero();
}

/** Whether 折算分 only says again what most rows scored of their weights, so that it weighs nothing. */
function repeats(rows: readonly Row[], within: boolean): boolean {
  const again = rows.filter(({ figure, points: own }) => figure.eq(own));
  const tells = again.some(({ weight, points: own }) => !weight.eq(100) && !own.isZero());
  return within && again.length > 1 && again.length * 2 > rows.length && tells;
}

function repeated({ indicator, score, weight, stated, points: own, before, figure }: Row, rounding: Rounding): Outcome {
  if (withinCent(figure, own) || roundsTo(figure, own, rounding)) return { agrees: [before.at, stated.at] };
  const data = { name: nameOf(indicator), before: points(figure), weight: points(weight), own: points(own) };
  // A score that its rule allows may be the right one of the two.
  const right = isAllowed(score, stated) ? {} : { expected: points(figure) };
  return { cell: stated.at, related: [before.at], message: 'repeated', data, found: points(own), ...right };
}

/** 得分 × 权重 ÷ 100 = 折算得分 */
function converted(row: Row, all: boolean, rounding: Rounding): Outcome {
  const { indicator, score, weight, stated, points: own, before, figure } = row;
  const exact = clean(figure.times(weight).div(100));
  const cells = [before.at, ...cellsOf([indicator.weight]), stated.at];
  const arithmetic = `${points(figure)} × ${points(weight)}% = ${points(exact)}`;
  const data = { name: nameOf(indicator), before: points(figure), weight: points(weight), own: points(own) };
  const base = { cell: stated.at, related: cells.slice(0, -1), found: points(own) };
  if (withinCent(exact, own) || roundsTo(exact, own, rounding)) {
    if (!isWeighed(row, all)) return { agrees: cells, arithmetic };
    return { ...base, message: 'twice', data, arithmetic, expected: points(figure) };
  }
  const right = points(exact.toDecimalPlaces(2));
  // A score that its rule gives was not converted from what stands before it.
  if (isAllowed(score, stated) && !weight.isZero()) {
    const full = own.div(weight).times(100).toDecimalPlaces(2);
    return {
      cell: before.at,
      related: cells.slice(1),
      message: 'unconverted',
      data: { ...data, exact: right, full: points(full) },
      ...instead(
        before,
        figure,
        full,
        `${points(own)} ÷ ${points(weight)}% = ${points(full)}`,
        score.grounds === 'sure',
      ),
    };
  }
  return {
    ...base,
    message: 'converted',
    data: { ...data, exact: right },
    arithmetic: `${arithmetic}，表内 ${points(own)}`,
    expected: right,
  };
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
    const twice: Report[] = [];
    const rows = scored(input).flatMap(rowOf);
    const { rounding } = input.scores.rulebook;
    const within = rows.length > 1 && rows.every(({ figure, weight }) => figure.lessThanOrEqualTo(weight));
    if (repeats(rows, within)) {
      yield* rows.map((row) => repeated(row, rounding));
      return;
    }
    for (const row of rows) {
      const outcome = converted(row, within, rounding);
      if ('message' in outcome && outcome.message === 'twice') twice.push(outcome);
      else yield outcome;
    }
    // Whoever does so does it in every row: said once, with all of them.
    const [first, ...others] = twice;
    if (first === undefined) return;
    const once = twice.map(({ cell, expected = 0 }) => [cell, new Decimal(expected)] as const);
    const related = [...(first.related ?? []), ...others.flatMap((one) => [...(one.related ?? []), one.cell])];
    yield { ...first, related, ways: [once] };
  },
};
