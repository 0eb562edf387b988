import { highestOf, nameOfRow, type ScoreDispute, scoreDisputes, waysOf } from './common/disputes';
import { marksIn } from './common/marks';
import { partsOf, severalIn, sumParts } from './common/parts';
import { figureOf } from '../form/cells';
import { waysToFill } from './common/totals';
import { agreement, clean, instead, nameOf, points, textOf, together } from './common/say';
import { short } from '../sheet/text';
import type { Check, CheckInput, Report, Way } from './finding';
import type { FigureCell } from '../form/model';

/** A score with which the stated total is the sum of all: what may have been meant by one that can't stand. */
function waysToClose(input: CheckInput, { cell, stated, weight }: ScoreDispute): Way[] {
  const total = figureOf(input.form.total?.stated);
  const score = total?.minus(sumParts(partsOf(input.form), 'stated')).plus(stated);
  const fits = score !== undefined && !score.isNegative() && weight !== null && score.lessThanOrEqualTo(weight);
  return fits ? [[[cell.at, clean(score)]]] : [];
}

function report(input: CheckInput, dispute: ScoreDispute): Report {
  const { cell, stated, weight, bonus, score, indicator } = dispute;
  const above = weight !== null && stated.greaterThan(weight);
  const most = weight?.plus(bonus) ?? null;
  // How much of the bonus is due only a person can tell.
  const value = score.origin === 'computed' && bonus.isZero() ? score.value : null;
  return {
    cell: cell.at,
    message: above ? (bonus.isZero() ? 'above' : 'above-bonus') : indicator?.kind === 'bonus' ? 'penalty' : 'negative',
    data: {
      name: nameOfRow(dispute),
      stated: points(stated),
      weight: weight === null ? '' : points(weight),
      ...(!bonus.isZero() && most !== null && { bonus: points(bonus), most: points(most) }),
    },
    found: points(stated),
    ways: [...waysOf(dispute), ...waysToClose(input, dispute)],
    ...(value !== null && instead(cell, stated, value, score.arithmetic)),
  };
}

export const scoreRange: Check = {
  id: 'score-range',
  mends: 'row',
  title: '得分在 0 与分值之间',
  severity: 'error',
  explain:
    '得分不能超过分值（评分标准写明可以加分的除外），不能是负数（加减分项可以为负，但不低于负的分值），也不能是读不出数字的文字。',
  messages: {
    above: { title: '“{name}”得分超过分值', message: '“{name}”得分 {stated}，超过分值 {weight}，请改正得分。' },
    'above-bonus': {
      title: '“{name}”得分超过分值',
      message:
        '“{name}”得分 {stated}，分值 {weight} 加上评分标准写明最多可加的 {bonus} 分，最高 {most} 分，请改正得分。',
    },
    negative: { title: '“{name}”得分为负数', message: '“{name}”得分 {stated}，不能是负数，请改正得分。' },
    penalty: { title: '“{name}”扣分超过上限', message: '“{name}”得分 {stated}，扣分超过上限 {weight}，请改正得分。' },
    marks: {
      title: '得分像是百分制的',
      message:
        '“{name}”等 {count} 项的得分都高于分值，像是百分制得分，按分值折算合计为 {sum}，表内总分 {total}；没有逐项核对，请确认。',
    },
    'marks-off': {
      title: '百分制得分折算后不是总分',
      message:
        '“{name}”等 {count} 项的得分都高于分值，像是百分制得分，但按分值折算合计为 {sum}，表内总分 {total}，请核对得分和总分。',
    },
    several: {
      title: '“{name}”得分一格里不止一个数',
      message: '“{name}”得分一格里写着{text}，看不出哪一个是自评得分，这一项没有核对，请只留自评得分。',
    },
    text: { title: '“{name}”得分不是数字', message: '“{name}”得分一格写的是“{text}”，读不出数字，请改填得分。' },
  },
  *run(input) {
    const disputed = new Set<FigureCell | null>();
    for (const dispute of scoreDisputes(input)) {
      if (dispute.kind !== 'range') continue;
      disputed.add(dispute.cell);
      yield report(input, dispute);
    }
    const marks = marksIn(input);
    const [first] = marks?.above ?? [];
    if (marks !== null && first !== undefined) {
      const total = textOf(input.form.total?.stated);
      const data = { name: nameOf(first.indicator), count: String(marks.above.length), sum: points(marks.sum), total };
      yield* together(
        marks.above.map(({ stated }) => stated),
        marks.isOff ? { message: 'marks-off', data } : { message: 'marks', severity: 'info', data },
      );
    }
    for (const { label, stated, weight, indicator } of partsOf(input.form)) {
      const [score, most] = [figureOf(stated), figureOf(weight)];
      if (score !== null && most !== null && marks === null && !disputed.has(stated)) {
        yield agreement([stated, weight], () => `${points(score)} ≤ ${points(highestOf(indicator, most, score))}`);
      }
      // 不计分 beside 符合: a row that is judged, not scored.
      const unscored = stated?.state !== 'unreadable' || weight?.state === 'placeholder';
      if (unscored || stated.text.startsWith('#')) continue;
      const several = severalIn(stated);
      yield {
        cell: stated.at,
        ...(several.length > 0 ? { message: 'several', severity: 'info' } : { message: 'text' }),
        data: { name: label, text: several.join('和') || short(stated.text) },
        found: stated.text,
        ways: waysToFill(input, stated.at),
      };
    }
  },
};
