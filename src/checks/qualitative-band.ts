import { scoreDisputes, type ScoreDispute } from './common/disputes';
import { cellsOf } from './common/parts';
import { nameOf, points, short } from './common/words';
import type { Check, Report } from './finding';

function report({ cell, stated, score, indicator }: ScoreDispute): Report {
  const [range] = score.accepted;
  const low = range === undefined ? '' : points(range.low);
  const high = range === undefined ? '' : points(range.high);
  const below = range !== undefined && stated.lessThan(range.low);
  return {
    cell: cell.cell,
    message: below ? 'below' : 'above',
    data: {
      name: indicator === null ? '' : nameOf(indicator),
      actual: short(indicator?.actual?.text ?? ''),
      stated: points(stated),
      low,
      high: range?.openHigh === true ? `${high}（不含）` : `${high} `,
    },
    related: cellsOf([indicator?.actual]),
    ...(score.arithmetic !== null && { arithmetic: `${score.arithmetic}，表内 ${points(stated)}` }),
    expected: `${low}~${high}`,
    found: points(stated),
    ...(score.rule !== null && { rule: `${score.rule.words}（${score.rule.source}）` }),
  };
}

export const qualitativeBand: Check = {
  id: 'qualitative-band',
  title: '定性指标得分在其档次之内',
  severity: 'warning',
  explain: '定性指标按达成、部分达成、未达成分档计分，得分应落在所写完成情况的那一档；各档界线按所用评分规则。',
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
    for (const dispute of scoreDisputes(input)) if (dispute.kind === 'band') yield report(dispute);
  },
};
