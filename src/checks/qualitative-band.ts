import { claimedScore, deductedScore } from '../scoring/claims';
import type { ScoreRange } from '../scoring/scores';
import { nameOfRow, pointsOff, ruleText, type ScoreDispute, scoreDisputes, waysOf } from './common/disputes';
import { agreement, cellsOf, points, textOf } from './common/say';
import type { Check, Report } from './finding';
import { isAllowed } from './common/rows';

/** Whether the row itself reckons the score that it has: 缺1项公开内容，扣1分，得2分. */
function isReckoned({ weight, stated, indicator }: ScoreDispute): boolean {
  if (weight === null || indicator === null) return false;
  const text = indicator.evidence?.text ?? '';
  const told = [claimedScore, deductedScore].some((read) => read(text, weight)?.points.eq(stated) === true);
  return told || pointsOff(indicator)?.eq(weight.minus(stated)) === true;
}

function report(dispute: ScoreDispute, range: ScoreRange): Report {
  const { cell, weight, stated, score, indicator } = dispute;
  const below = stated.lessThan(range.low);
  // 8 of 10 for 部分达成: the bands meet at 80%, and not all offices leave it to the upper one.
  const isEdge = stated.equals(range.high) && !stated.equals(weight ?? NaN);
  const low = points(range.low);
  const high = points(range.high);
  return {
    cell: cell.at,
    message: below ? 'below' : 'above',
    ...((isEdge || (below && isReckoned(dispute))) && { severity: 'info' as const }),
    data: {
      name: nameOfRow(dispute),
      actual: textOf(indicator?.actual),
      stated: points(stated),
      low,
      high: range.openHigh === true ? `${high}（不含）` : `${high} `,
    },
    related: cellsOf([indicator?.actual]),
    ...(score.arithmetic !== null && { arithmetic: `${score.arithmetic}，表内 ${points(stated)}` }),
    expected: `${low}~${high}`,
    found: points(stated),
    ways: waysOf(dispute),
    rule: ruleText(score),
  };
}

export const qualitativeBand: Check = {
  id: 'qualitative-band',
  mends: 'row',
  title: '定性指标得分在其档次之内',
  severity: 'warning',
  explain:
    '定性指标按达成、部分达成、未达成分档计分，得分应落在所写完成情况的那一档；各档界线按所用评分规则。正好在两档界线上的，说明里或扣分一栏写明扣了几分、得几分并与得分相符的，只提出来请人确认。',
  messages: {
    above: {
      title: '“{name}”得分高于其档次',
      message: '“{name}”完成情况为“{actual}”，得分应在 {low} 到 {high}之间，表内 {stated} 分偏高，请核对。',
    },
    below: {
      title: '“{name}”得分低于其档次',
      message: '“{name}”完成情况为“{actual}”，得分应在 {low} 到 {high}之间，表内 {stated} 分偏低，请核对。',
    },
  },
  *run(input) {
    for (const score of input.scores.indicators) {
      const { indicator } = score;
      if (score.rule.kind !== 'qualitative' || !isAllowed(score, indicator.stated)) continue;
      const [range] = score.accepted;
      const words = range && `${points(range.low)}~${points(range.high)} 分之间`;
      yield agreement([indicator.target, indicator.actual, indicator.weight, indicator.stated], words);
    }
    for (const dispute of scoreDisputes(input)) {
      const [range] = dispute.score.accepted;
      if (dispute.kind === 'band' && range !== undefined) yield report(dispute, range);
    }
  },
};
