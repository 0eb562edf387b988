import type { EvidenceCell, EvidenceDemand, Indicator } from '../form/model';
import { belowFull, isFullByRule, saysNothing, scored } from './common/evidence';
import { deniesShortfall } from './common/shortfall';
import { nameOf, points } from './common/words';
import type { Check, Report, Severity } from './finding';

/** A sentence that gives a cause though no label says so. */
const CAUSE =
  /因为|由于|因|导致|致使|造成|原因|受[^，。；]{1,40}影响|未能|未完成|尚未|未及时|滞后|不足|偏低|推迟|延期|跨年|结转|调整|取消|减少|剩余|低于|高于|动态/;

/** A sentence that says what will be done. */
const MEASURE =
  /加强|提高|改进|完善|督促|推进|加快|优化|强化|严格|进一步|下一步|下步|今后|措施|继续|落实|规范|合理|提前|做好|加大|争取|建议|健全|细化|抓好|跟进|协调|统筹|及时|确保|力争/;

export const missingReason: Check = {
  id: 'missing-reason',
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
    unasked: {
      title: '“{name}”扣分没有说明',
      message: '“{name}”分值{weight}分，得{stated}分，表中没有说明原因，请核实是否需要补充。',
    },
  },
  *run(input) {
    for (const { indicator, score } of scored(input)) {
      const report = owed(indicator, isFullByRule(indicator, score));
      if (report !== null) yield report;
    }
  },
};

/** What one indicator still owes. */
function owed(indicator: Indicator, fullByRule: boolean): Report | null {
  const { evidence, demand } = indicator;
  const below = belowFull(indicator);
  if (below === null || evidence === null || deniesShortfall(evidence)) return null;
  const missing = missingIn(evidence, demand);
  if (missing === null) return null;
  return {
    cell: evidence.cell,
    message: missing.message,
    // A score that the rule puts at full marks is itself the fault: the reason is owed only if it stays.
    severity: fullByRule ? 'info' : missing.severity,
    data: { name: nameOf(indicator), weight: points(below.weight), stated: points(below.stated) },
    related: indicator.stated === null ? [] : [indicator.stated.cell],
    found: evidence.text,
  };
}

interface Missing {
  readonly message: 'both' | 'reason' | 'improvement' | 'unasked';
  readonly severity: Severity;
}

function missingIn(evidence: EvidenceCell, demand: EvidenceDemand): Missing | null {
  const free = saysNothing(evidence.unlabelled) ? '' : evidence.unlabelled;
  const basis = saysNothing(evidence.basis) ? '' : evidence.basis;
  if (!demand.reason && !demand.improvement) {
    return saysNothing(evidence.text) ? { message: 'unasked', severity: 'info' } : null;
  }
  const labelled = evidence.shortfallReason !== '' || evidence.improvement !== '' || basis !== '';
  // In a column that asks for nothing else, a free text is the reason, and often the measure as well.
  const reason =
    evidence.shortfallReason !== '' || (free !== '' && (!labelled || CAUSE.test(free))) || CAUSE.test(basis);
  const measured = evidence.improvement !== '' || MEASURE.test(free) || MEASURE.test(evidence.shortfallReason);
  const lacksReason = demand.reason && !reason;
  const lacksImprovement = demand.improvement && !measured;
  if (lacksReason && lacksImprovement) return { message: 'both', severity: 'warning' };
  if (lacksReason) return { message: 'reason', severity: 'warning' };
  if (!lacksImprovement) return null;
  return { message: 'improvement', severity: labelled ? 'warning' : 'info' };
}
