import type { Decimal } from 'decimal.js';
import type { EvidenceCell } from '../form/model';
import type { IndicatorScore } from '../scoring/scores';
import { mayBeMissed } from '../scoring/reached';
import { claimedScore } from '../scoring/claims';
import { scored, type Shortfall, shortfalls } from './common/rows';
import { figureOf } from '../form/cells';
import { agreement, cellsOf, nameOf, points, ROW, rowWords, targetText } from './common/say';
import { deniesShortfall, lacksReason, missingIn } from './common/shortfall';
import type { Check, CheckInput, Report, Outcome } from './finding';

export const missingReason: Check = {
  id: 'missing-reason',
  mends: 'row',
  title: '扣分指标写明原因和改进措施',
  severity: 'warning',
  explain:
    '得分低于分值的指标，应按表头要求写明未达标（扣分、偏差）原因和改进措施；“无”“/”“0”视为没有写。加减分项不是扣分，不作要求。表头没有要求的（如“备注”），只作提示；原因和措施合在一句话里分不清的，也只作提示。',
  messages: {
    both: {
      title: '“{name}”扣分未写原因和改进措施',
      message: '“{name}”分值{weight}分，得{stated}分，没有写未达标原因和改进措施，请补充。',
    },
    reason: {
      title: '“{name}”扣分未写原因',
      message: '“{name}”分值{weight}分，得{stated}分，没有写未达标原因，请补充。',
    },
    improvement: {
      title: '“{name}”扣分未写改进措施',
      message: '“{name}”分值{weight}分，得{stated}分，没有写改进措施，请补充。',
    },
    unlabelled: {
      title: '“{name}”扣分未写改进措施',
      message: '“{name}”分值{weight}分，得{stated}分，原因写在依据里没有标明，也没有写改进措施，请标明并补充。',
    },
    unmet: {
      title: '“{name}”没有达到目标，未写原因',
      message: `${ROW}没有达到目标，也没有写未完成原因，请补充。`,
    },
    perhaps: {
      title: '“{name}”请确认是否达到目标',
      message: `${ROW}没有写未完成原因，请确认是否达到目标。`,
    },
    unasked: {
      title: '“{name}”扣分没有说明',
      message: '“{name}”分值{weight}分，得{stated}分，表中没有说明原因，请核实是否需要补充。',
    },
  },
  *run(input) {
    for (const shortfall of shortfalls(input)) {
      const report = owed(shortfall);
      const { evidence } = shortfall.indicator;
      if (report !== null) yield report;
      else if (evidence !== null) yield agreement([evidence]);
    }
    yield* unmet(input);
  },
};

/** Where no score can show a shortfall, as there is none or nobody knows of how many points: a target that was missed, without its reason. */
function* unmet(input: CheckInput): Iterable<Outcome> {
  for (const { indicator, score } of scored(input)) {
    const { evidence, demand, target, actual, stated, kind } = indicator;
    // What would have brought more points was missed without a loss.
    if (kind === 'bonus') continue;
    if (input.form.scored && (score.weight !== null || figureOf(stated) === null)) continue;
    const reached = score.reached ?? score.againstTarget.reached;
    if (reached === true) yield agreement([target, actual], () => `${targetText(actual)} 对 ${targetText(target)}`);
    const doubted = reached === null && mayBeMissed(score);
    if ((reached !== false && !doubted) || evidence === null) continue;
    if (!demand.reason && (doubted || evidence.text.trim() !== '')) continue;
    if (demand.reason && !lacksReason(evidence, demand)) {
      yield agreement([target, actual, evidence]);
      continue;
    }
    const report = {
      cell: evidence.at,
      data: rowWords(indicator),
      related: cellsOf([actual, target]),
      found: evidence.text,
    };
    if (doubted) yield { ...report, message: 'perhaps', severity: 'info' };
    // 备注 asks for no reason.
    else yield { ...report, message: 'unmet', ...(!demand.reason && { severity: 'info' as const }) };
  }
}

/** What one indicator still owes. */
function owed({ indicator, score, weight, stated }: Shortfall): Report | null {
  const { evidence, demand } = indicator;
  if (evidence === null || deniesShortfall(evidence)) return null;
  const missing = missingIn(evidence, demand);
  if (missing === null) return null;
  return {
    cell: evidence.at,
    message: missing.message,
    // A score that the rule or the text itself puts at full marks is the fault: a reason is owed only if it stays.
    severity: isFullByRule(score) || claimsFull(evidence, weight) ? 'info' : missing.severity,
    data: { name: nameOf(indicator), weight: points(weight), stated: points(stated) },
    related: cellsOf([indicator.stated]),
    found: evidence.text,
  };
}

/** Whether the rule gives full marks and nothing less. */
function isFullByRule(score: IndicatorScore): boolean {
  const { weight } = score;
  return score.origin === 'computed' && weight !== null && score.accepted.every(({ low }) => low.gte(weight));
}

function claimsFull(evidence: EvidenceCell, weight: Decimal): boolean {
  return claimedScore(evidence.text, weight)?.points.eq(weight) === true;
}
