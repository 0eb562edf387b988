/**
 * Wordings of drafts as a table. `{name}`, `{target}`, `{actual}`, `{gap}`, `{lost}` and `{attainment}` are filled with
 * the row's figures; a wording that needs a figure which the row does not have is passed over. `[…]` becomes a blank
 * that only a person can fill: no wording says why something happened or what will be done. A blank holds no word that
 * is a label elsewhere in the form (原因, 措施), so that a cell is split into its answers as before.
 */
export interface Wordings {
  readonly reason: readonly string[];
  readonly improvement: readonly string[];
}

const LOSS = '，扣{lost}分';
const CAUSE = '[由什么情况引起，如时间、政策、需求的变化]';
const ACTION = '[具体做什么、谁负责、何时完成]';
/** Where the sentence itself ends with the date. */
const UNDATED = '[具体做什么、谁负责]';

/** By how a row fell short. */
export const WORDINGS = {
  spending: {
    reason: [
      `{name}为{actual}，比{target}{gap}${LOSS}，主要由于[哪些项目或资金没有支出、由什么情况引起]。`,
      `全年{name}实际为{actual}，与{target}相比{gap}${LOSS}，未支出部分是[项目名称和金额]，由于[由什么情况引起]。`,
      `{name}未达到满分要求${LOSS}，由于[哪些项目或资金没有支出、由什么情况引起]。`,
    ],
    improvement: [
      `对上述项目[具体做什么]，按月跟踪支出进度，于[何时]前完成支付。`,
      `下一年度编制预算时[怎样调整]，执行中[怎样督促]，避免类似情况。`,
    ],
  },
  satisfaction: {
    reason: [
      `{name}实际为{actual}，比目标值{target}{gap}${LOSS}，服务对象不满意的方面是[调查反映的具体问题]。`,
      `全年{name}为{actual}，目标值为{target}，{gap}${LOSS}，由于[调查反映的具体问题]。`,
      `{name}没有达到目标${LOSS}，由于[调查反映的具体问题]。`,
    ],
    improvement: [`针对反映的问题，${ACTION}，下一年度力争达到{target}。`, `对不满意的服务对象逐一回访，${ACTION}。`],
  },
  complaint: {
    reason: [
      `{name}实际为{actual}，目标值为不超过{target}，{gap}${LOSS}，主要集中在[哪些事项]，由于${CAUSE}。`,
      `全年{name}为{actual}，超出目标值{target}${LOSS}，由于${CAUSE}。`,
      `{name}没有控制在目标以内${LOSS}，主要集中在[哪些事项]，由于${CAUSE}。`,
    ],
    improvement: [
      `对上述事项逐件核实办理，${ACTION}，把{name}控制在{target}以内。`,
      `${ACTION}，减少同类情况再次发生。`,
    ],
  },
  limit: {
    reason: [
      `{name}实际为{actual}，目标值为不超过{target}，{gap}${LOSS}，由于${CAUSE}。`,
      `全年{name}为{actual}，超出目标值{target}${LOSS}，增加的部分是[具体内容]，由于${CAUSE}。`,
      `{name}没有控制在目标以内${LOSS}，由于${CAUSE}。`,
    ],
    improvement: [`${ACTION}，下一年度把{name}控制在{target}以内。`, `从[哪些环节]加以控制，${ACTION}。`],
  },
  date: {
    reason: [
      `计划{target}前完成，实际{actual}完成，{gap}${LOSS}，延后的环节是[哪个环节]，由于${CAUSE}。`,
      `{name}应于{target}前完成，实际于{actual}完成${LOSS}，由于${CAUSE}。`,
      `{name}没有按时完成${LOSS}，延后的环节是[哪个环节]，由于${CAUSE}。`,
    ],
    improvement: [`倒排[哪项工作]的工期，${ACTION}，确保下一年度按时完成。`, `提前启动[哪项前期工作]，${ACTION}。`],
  },
  rate: {
    reason: [
      `{name}实际为{actual}，比目标值{target}{gap}${LOSS}，未达到的部分是[哪些对象或事项]，由于${CAUSE}。`,
      `全年{name}为{actual}，目标值为{target}，{gap}${LOSS}，由于${CAUSE}。`,
      `{name}没有达到目标${LOSS}，由于${CAUSE}。`,
    ],
    improvement: [`针对上述情况，${ACTION}，下一年度力争达到{target}。`, `对未达到的部分${ACTION}。`],
  },
  count: {
    reason: [
      `{name}计划完成{target}，实际完成{actual}，{gap}${LOSS}，没有完成的是[具体内容]，由于${CAUSE}。`,
      `全年实际完成{actual}，比计划的{target}{gap}${LOSS}，由于${CAUSE}。`,
      `{name}没有完成计划数量${LOSS}，没有完成的是[具体内容]，由于${CAUSE}。`,
    ],
    improvement: [`对没有完成的部分，${UNDATED}，于[何时]前补齐。`, `下一年度[怎样安排进度]，${ACTION}。`],
  },
  deduction: {
    reason: [
      `按评分标准，{name}扣{lost}分，对应的情况是[哪些事项、各扣多少]，由于${CAUSE}。`,
      `{name}因[哪些事项]被扣{lost}分，由于${CAUSE}。`,
    ],
    improvement: [`对扣分事项逐项处理，${ACTION}。`, `${ACTION}，避免同类事项再次扣分。`],
  },
  qualitative: {
    reason: [
      `目标为“{target}”，实际为“{actual}”${LOSS}，没有完全达到的是[哪些方面]，由于${CAUSE}。`,
      `{name}没有完全达到预期${LOSS}，差距在于[哪些方面]，由于${CAUSE}。`,
    ],
    improvement: [`围绕上述差距，${ACTION}，下一年度达到预期。`, `${ACTION}，逐项补齐。`],
  },
  general: {
    reason: [`{name}扣{lost}分，不足之处是[哪些方面]，由于${CAUSE}。`, `{name}没有得满分，由于${CAUSE}，扣{lost}分。`],
    improvement: [`针对上述不足，${ACTION}。`, `${UNDATED}，于[何时]前完成。`],
  },
} satisfies Readonly<Record<string, Wordings>>;

export type ShortfallKind = keyof typeof WORDINGS;

/** What is owed where far more was reached than was aimed at. */
export const OVER_WORDINGS: readonly string[] = [
  `目标值为{target}，实际为{actual}，达到目标的{attainment}，超出较多是由于${CAUSE}；下一年度的目标值[怎样调整]。`,
  `实际完成{actual}，超额完成目标值{target}，由于${CAUSE}；编制下一年度目标时[怎样调整]。`,
  `超额完成较多，由于${CAUSE}；下一年度的目标值[怎样调整]。`,
];

/** What is owed where little of the budget was spent. */
export const EXECUTION_WORDINGS: readonly string[] = [
  `全年预算执行率为{actual}，没有支出的是[项目名称和金额]，由于${CAUSE}；[怎样加快支出、何时完成]。`,
  `全年预算执行率{actual}，偏低是由于${CAUSE}，未支出的资金[怎样安排]。`,
  `预算执行率偏低，由于${CAUSE}；[怎样加快支出、何时完成]。`,
];

/** 未能完成原因 of the form as a whole. */
export const NARRATIVE_WORDINGS: readonly string[] = [
  `{missed}没有达到年度指标值，由于${CAUSE}。`,
  `年度目标中，{missed}没有完成，由于${CAUSE}；[下一步怎样做]。`,
];
