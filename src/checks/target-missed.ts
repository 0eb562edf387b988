import { scored } from './common/rows';
import { labelledWeights } from './common/parts';
import { agreement, cellsOf, points, ROW, rowWords } from './common/say';
import { figureOf, withFigure } from '../form/cells';
import { short } from '../sheet/text';
import type { FigureCell, Indicator, IndicatorPart } from '../form/model';
import { namesBounds } from '../scoring/reached';
import { doubtOf } from '../scoring/doubts';
import type { IndicatorScore } from '../scoring/scores';
import type { Check, CheckInput, Outcome, Report } from './finding';
import { isChangedByLeave } from './common/shortfall';

export const targetMissed: Check = {
  id: 'target-missed',
  title: '没有达到目标的不记满分',
  severity: 'warning',
  explain:
    '没有达到目标、又不能按比例算出得分的（时间、范围、等次、文字），扣多少由人判断，但不应记满分。打了折扣的（“基本”“有所”）、看不准是不是达到的、差一点四舍五入才得满分的、写明经批准延期或调整的、“其中”各行没有达到而上面一行满分的，没有得分和原因栏的表，只作提示。能算出得分的在“得分符合评分规则”里核对。',
  messages: {
    full: {
      title: '“{name}”没有达到目标却记满分',
      message: `${ROW}没有达到目标却记满分 {stated}，请核对完成值和得分。`,
    },
    standard: {
      title: '“{name}”没有达到评分标准却记满分',
      message: '“{name}”没有达到评分标准“{standard}”得满分的界线，却记满分 {stated}，请核对完成情况和得分。',
    },
    nearly: {
      title: '“{name}”差一点没有达到目标，记满分',
      message: `${ROW}没有达到目标，四舍五入后才是满分 {stated}，请确认得分。`,
    },
    limit: {
      title: '“{name}”的目标可能是上限',
      message: '“{name}”指标值为{target}，没有写明不得超过还是不得低于，{actual}，记满分 {stated}，请确认。',
    },
    hedged: {
      title: '“{name}”记满分，请确认是否达到目标',
      message: `${ROW}却记满分 {stated}，请确认得分。`,
    },
    unscored: {
      title: '“{name}”没有达到目标',
      message: `${ROW}没有达到目标，表内没有得分和原因，请核对完成值。`,
    },
    weightless: {
      title: '“{name}”没有达到目标',
      message: `${ROW}没有达到目标，得 {stated} 分，表内没有这一项的分值，请核对。`,
    },
    part: {
      title: '“{name}”的“{part}”没有达到目标',
      message: '“{name}”{given}，而其中“{part}”指标值为{target}，{actual}，没有达到，请确认得分。',
    },
  },
  *run(input) {
    for (const { indicator, score } of scored(input)) {
      const room = input.form.scored || indicator.evidence !== null;
      yield* indicator.parts.map((part, at) => partly(score, part, score.partsReached[at] ?? null));
      yield room ? againstScore(input, score) : asked(indicator, score.againstTarget.reached, 'unscored');
    }
  },
};

/** A row's stated score against whether its target was reached. */
function againstScore(input: CheckInput, score: IndicatorScore): Outcome | null {
  const { indicator, weight: most, reached, origin } = score;
  const [{ target, actual }, stated] = [indicator, withFigure(indicator.stated)];
  if (stated === null || most?.isZero() === true) return null;
  const given = stated.value;
  if (most === null) {
    // Nobody knows what is due, only whether the target was reached; where labels weigh rows together, block-score says so.
    const met = score.againstTarget.reached;
    const toldElsewhere = met === false && (indicator.evidence !== null || labelledWeights(input.form) !== null);
    return toldElsewhere ? null : asked(indicator, met, 'weightless', { stated: points(given) });
  }
  const doubt = given.equals(most) ? doubtOf(score, most, input.scores.rulebook.explain.over) : null;
  if (doubt === null) {
    const compared = reached === true || (reached === false && origin === 'judged');
    return compared ? agreement([target, actual, stated, indicator.weight]) : null;
  }
  const isMiss = doubt === 'full' || doubt === 'standard';
  const standard = doubt === 'standard' ? indicator.standard : null;
  const data = { ...rowWords(indicator), stated: points(given) };
  return {
    cell: stated.at,
    message: doubt,
    data: standard === null ? data : { ...data, standard: short(standard.text) },
    related: cellsOf([actual, target, standard && indicator.evidence]),
    found: points(given),
    ...((!isMiss || namesBounds(indicator) || isChangedByLeave(indicator)) && ASKED),
  };
}

const ASKED = { severity: 'info' } as const;

/** Whether a row reached its target, where no points say so: what is asked of one that did not. */
function asked(
  row: Pick<Indicator, 'name' | 'row' | 'target' | 'actual'>,
  reached: boolean | null,
  message: string,
  said: Report['data'] = {},
  beside: FigureCell | null = null,
): Outcome | null {
  const { target, actual } = row;
  if (reached === null || actual === null) return null;
  if (reached) return agreement([target, actual]);
  const data = { ...rowWords(row), ...said };
  return { cell: actual.at, message, ...ASKED, data, related: cellsOf([target, beside]), found: actual.text };
}

/** A row in detail below an item: where it was missed, full marks of the item are asked about. */
function partly({ indicator, weight }: IndicatorScore, part: IndicatorPart, reached: boolean | null): Outcome | null {
  const { target, actual } = part;
  const given = figureOf(indicator.stated);
  if (reached === null || given === null) return null;
  const isMarked = weight !== null && given.lessThan(weight);
  const said = {
    part: short(part.name.value.replace(/^其中[:：]?/, '')),
    given: weight === null ? `得 ${points(given)} 分` : `记满分 ${points(given)}`,
  };
  return asked({ ...indicator, target, actual }, reached || isMarked, 'part', said, indicator.stated);
}
