/** A title is one of a form when each pattern of one of these fits. */
export const TITLES: readonly (readonly RegExp[])[] = [
  [/自评|自我评价|自我评分/, /表/],
  [/绩效|整体支出|专项资金|项目支出/, /评价|评分|打分|考评|完成情况/, /表/],
];

/** What a label of the row that states the total is put together of: 自评总分, 得分合计, 综合得分. */
export const TOTAL_LABEL =
  /^(?=.*(?:总|合计|综合|最终|自评(?:得分|结果)))(?!.*[值数]$)(?:自评|评价|绩效|综合|最终|指标|基础|基本|分值|得分|总|合计|计|评分|评|分|数|值|成绩|结果)+$/;

/** Before such a label, who scored or what: 单位自评总得分, 各项得分合计. Over a column it may head the scores of the items. */
export const WHO_SCORED =
  /^(?:本|单位|部门|项目|整体(?:支出)?|预算(?=绩效)|绩效目标|年度|[省市区县乡镇]级?|(?:全部|各项|[一二三]级)(?:指标)?(?=.*合计)|实际|加权)+(?=.*分)/;

/** Words for looking at the unit's own figures again. */
export const REVIEWED = /复核|复评|核查|核定|评审|第三方|抽查|审核/;
/** The same, and who gives points besides the unit; 财政 and 主管部门 set targets too. */
export const REVIEWER = new RegExp(`${REVIEWED.source}|财政|专家|主管部门|考核组`);

/** 自评等级, 评价等次 */
export const GRADE_LABEL = /^(?:自评|评价|绩效|综合|评定|评级|最终)*(?:(?:结果|得分)?(?:等级|等次|级别)|结论)$/;

/** Labels that stand before a stated total and do not say that it is one. */
export const SCORE_LABEL = /^(?:自评得分|自评分|得分|自评结果)$/;

/** Labels of rows that sum up a block; they are neither items nor the total. */
export const SUBTOTAL_LABEL = /小计$|^(?:分项|小计)得分$/;

/** Beginnings of rows that explain or sign the form, or say its total on another scale: 折算百分制得分. */
export const NOTE_BEGINNING =
  /^(?:注[:：1]|备注:|说明:|(?:折算|折合|换算)[^0-9]{0,8}(?:得分|分数|百分制)|填[表报](?:说明|人|日期|时间)|联系(?:人|电话)|(?:单位|部门|项目)负责人|审核人|[^0-9:]{0,6}(?:负责人|经办人|复核人|制表人|[主分]管领导)(?:[(]?签[字章名][)]?)?:)/;

/** What makes a level or an item a bonus or penalty; 加分 and 扣分 only as the whole of its name. */
export const BONUS = /加减分|[加减扣]分(?:项|指标)|附加分|奖励分/;

/** Grades as forms state them. */
export const GRADE = /^(?:优秀?|良好?|中等?|差|较差|一般|不?合格)$/;

/** Labels before the name of the organisation that filled the form in, the most telling first. */
export const ORGANISATION_LABELS: readonly RegExp[] = [
  /^预算单位$|^(?:预算)?(?:单位|部门)名称$/,
  /^填报(?:单位|部门)$|^部门$/,
  /^项目单位(?:名称)?$|^(?:项目)?实施单位$|^单位$/,
  /^(?:预算部门|(?:项目|地方)?主管(?:部门|单位)(?:名称|及代码)?)$/,
  /^(?:(?:项目)?承担|资金使用)单位$/,
];

/** Labels beside which the year stands in a cell of its own. */
export const YEAR_LABEL = /^(?:(?:预算|评价|自评|所属)?年度|年份)$/;

/** Labels before the name of the project, the most telling first. */
export const PROJECT_LABELS: readonly RegExp[] = [/^项目名称$/, /^专项(?:资金)?名称$/, /^转移支付(?:项目)?名称$/];

/** Labels before the name of the department over a project, the most telling first. */
export const DEPARTMENT_LABELS: readonly RegExp[] = [/^(?:项目)?主管部门(?:名称)?$/, /^(?:主管单位|预算部门)$/];

/** Labels of the whole of a year's money in a table of targets, the most telling first. */
export const PLANNED_MONEY: readonly RegExp[] = [
  /^年度(?:资金|预算)总额$/,
  /^(?:项目)?资金总额$/,
  /^(?:年度|当年|本年)(?:预算|(?:预算)?(?:金额|资金))$|^预算金额$/,
  /^(?:申请资金总额|年度预算申请|项目预算|项目资金)$/,
  /^(?:部门|单位|年度)*(?:预算|资金|收入|支出)(?:总额|总计|合计)$/,
  /^(?:金额)?(?:合计|总计)$/,
];

/** Labels of goals that reach beyond the year; what stands beside them is not the year's. */
export const LONGER_GOALS = /^(?:中期|长期|中长期|三年|实施期总?)目标$/;

export const NARRATIVE_LABELS = {
  goals: /^(?:项目|年度|年初|当年|总体|整体|预期|设定|绩效)+目标$/,
  completion: /^(?:(?:整体|总体|年度|绩效|目标|实际|全年)*完成情况|(?:全年)?实际完成目标)$/,
  shortfallReason: /^(?:目标|指标|或|和|及|未能?(?:完成|达标)的?|偏差大?)+原因(?:分析)?$/,
} as const;

const OTHER_TABLE =
  /(?:(申报|目标|批复|审核)表|(监控)(?:情况)?表|((?:预算|决算|明细|课程|考勤|成绩|考核|测评|评分|打分|评审)表|台账))$/;

/** What a title says that looks alike but is no self-evaluation: 绩效目标申报表, 课程表; `null` where it says none of them. */
export function otherTable(title: string): string | null {
  const [, plan, monitoring, other = null] = OTHER_TABLE.exec(title) ?? [];
  if (plan !== undefined) return `绩效目标${plan === '目标' ? '' : plan}表`;
  return monitoring === undefined ? other : '绩效运行监控表';
}
