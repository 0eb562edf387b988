import { scored } from './common/evidence';
import { cellsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { nameOf, points, reachedText, targetText } from './common/words';
import { short } from '../sheet/text';
import { answerTo } from '../words/answers';
import { factsOf } from '../words/facts';
import type { Decimal } from 'decimal.js';
import type { Indicator, IndicatorPart } from '../form/model';
import { partReachesTarget, reachesTarget } from '../scoring';
import type { Check, CheckInput, Outcome } from './finding';
import { agreement } from './common/agree';

export const targetMissed: Check = {
  id: 'target-missed',
  title: '没有达到目标的不记满分',
  severity: 'warning',
  explain:
    '完成时间晚于目标时间、完成数低于目标范围、评价低于目标等次或与目标相反的，扣多少各地没有统一的算法，得分由人判断，但不应记满分；表内印出的评分标准不能全部读懂的也是如此，其中印有别的界线的只作提示。写“基本”“有所”等打了折扣却记满分的，只作提示。“其中”“★”各行没有达到目标、上面一行却记满分的，也作提示。按比例能算出得分的在“得分符合评分规则”里核对。',
  messages: {
    full: {
      title: '“{name}”没有达到目标却记满分',
      message: '“{name}”指标值为{target}，{actual}，没有达到目标却记满分 {stated}，请核对完成值和得分。',
    },
    standard: {
      title: '“{name}”没有达到评分标准却记满分',
      message: '“{name}”的依据没有达到评分标准“{standard}”得满分的界线，却记满分 {stated}，请核对依据和得分。',
    },
    hedged: {
      title: '“{name}”打了折扣却记满分',
      message: '“{name}”指标值为{target}，{actual}，却记满分 {stated}，请确认得分。',
    },
    part: {
      title: '“{name}”的“{part}”没有达到目标',
      message: '“{name}”记满分 {stated}，而其中“{part}”指标值为{target}，{actual}，没有达到，请确认得分。',
    },
  },
  *run(input) {
    for (const { indicator, score } of scored(input)) {
      for (const part of indicator.parts) yield* partly(input, indicator, score.weight, part);
      const { target, actual, stated } = indicator;
      const most = score.weight;
      const given = figureOf(stated);
      if (stated === null || given === null) continue;
      // Without a weight nobody knows what is due, only whether the target was reached.
      if (most === null && reachesTarget(indicator, input.scores) === true) yield agreement([target, actual]);
      if (most === null || most.isZero()) continue;
      const hedged = score.reached === null && answerTo(target?.text ?? '', actual?.text ?? '') === 'hedged';
      if (score.reached === null && !hedged) continue;
      if (score.reached === true || (score.origin === 'judged' && !given.equals(most))) {
        yield agreement([target, actual, stated, indicator.weight]);
        continue;
      }
      if (score.origin !== 'judged') continue;
      const standard = target === null && actual === null ? indicator.standard : null;
      yield {
        cell: stated.cell,
        message: hedged ? 'hedged' : standard === null ? 'full' : 'standard',
        data: {
          ...(standard !== null && { standard: short(standard.text) }),
          name: nameOf(indicator),
          target: targetText(target),
          actual: reachedText(actual),
          stated: points(given),
        },
        related: cellsOf([actual, target, standard && indicator.evidence]),
        found: points(given),
        ...((hedged || namesBounds(indicator)) && { severity: 'info' as const }),
      };
    }
  },
};

/** A row in detail below an item: where it was missed, full marks of the item are asked about. */
function* partly(
  { scores }: CheckInput,
  indicator: Indicator,
  weight: Decimal | null,
  part: IndicatorPart,
): Iterable<Outcome> {
  const { name, target, actual } = part;
  const given = figureOf(indicator.stated);
  const reached = partReachesTarget(part, indicator, scores);
  if (reached === null || actual === null || given === null) return;
  if (reached || (weight !== null && given.lessThan(weight))) {
    yield agreement([target, actual]);
    return;
  }
  yield {
    cell: actual.cell,
    message: 'part',
    severity: 'info',
    data: {
      name: nameOf(indicator),
      part: short(name.value),
      target: targetText(target),
      actual: reachedText(actual),
      stated: points(given),
    },
    related: cellsOf([target, indicator.stated]),
    found: actual.text,
  };
}

/** Whether the row prints bounds of its own, by which it may have full marks though the target was missed. */
function namesBounds({ standard, target }: Indicator): boolean {
  if (target === null) return false;
  const own = target.value?.kind === 'number' ? target.value.value : null;
  return factsOf(standard).some(({ unit, value }) => unit !== '' && unit !== '分' && own?.eq(value) !== true);
}
