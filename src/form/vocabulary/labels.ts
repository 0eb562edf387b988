/** A title is one of a form when it holds a word of each part of one of these. */
export const TITLE_WORDS: readonly (readonly (readonly string[])[])[] = [
  [['自评', '自我评价', '自我评分'], ['表']],
  [['绩效', '整体支出', '专项资金', '项目支出'], ['评价', '评分', '打分', '考评', '完成情况'], ['表']],
];

/** What a label of the row that states the total is put together of: 自评总分, 得分合计, 综合得分. */
export const TOTAL_LABEL =
  /^(?=.*(?:总|合计|综合|最终|自评得分))(?!.*[值数]$)(?:自评|评价|绩效|综合|最终|指标|基础|基本|分值|得分|总|合计|计|评分|评|分|数|值|成绩|结果)+$/;

/** Labels that stand before a stated total and do not say that it is one. */
export const SCORE_LABELS: readonly string[] = ['自评得分', '自评分', '得分', '自评结果'];

/** Labels of rows that sum up a block; they are neither items nor the total. */
export const SUBTOTAL_LABELS: readonly string[] = ['小计', '分项小计', '本项小计', '分项得分', '小计得分'];

/** Beginnings of rows that explain or sign the form. */
export const NOTE_BEGINNINGS: readonly string[] = [
  '注:',
  '注1',
  '注：',
  '备注:',
  '说明:',
  '填表说明',
  '填报说明',
  '填报人',
  '填表人',
  '联系人',
  '联系电话',
  '单位负责人',
  '部门负责人',
  '项目负责人',
  '审核人',
  '填报日期',
  '填表日期',
  '填报时间',
];

/** Words in a level's or an item's name that make it a bonus or penalty; 加分 and 扣分 only as the whole of it. */
export const BONUS_WORDS: readonly string[] = [
  '加减分',
  '加分项',
  '减分项',
  '扣分项',
  '附加分',
  '奖励分',
  '加分指标',
  '减分指标',
];

/** Grades as forms state them. */
export const GRADE_WORDS: readonly string[] = [
  '优',
  '良',
  '中',
  '差',
  '优秀',
  '良好',
  '一般',
  '合格',
  '较差',
  '不合格',
  '中等',
];

/** Labels before the name of the organisation that filled the form in, the most telling first. */
export const UNIT_LABELS: readonly string[] = [
  '单位名称',
  '部门名称',
  '部门(单位)名称',
  '预算部门名称',
  '预算单位',
  '预算单位名称',
  '填报单位',
  '填报部门',
  '部门(单位)',
  '项目单位',
  '实施单位',
  '项目实施单位',
  '项目单位名称',
  '单位',
  '部门',
  '预算部门',
  '主管部门',
  '主管部门名称',
  '主管部门及代码',
  '项目主管部门',
  '主管单位',
  '项目承担单位',
  '承担单位',
  '资金使用单位',
  '地方主管部门',
];

/** Labels beside which the year stands in a cell of its own. */
export const YEAR_LABELS: readonly string[] = ['年度', '预算年度', '评价年度', '自评年度', '所属年度', '年份'];

/** Labels before the name of the project, the most telling first. */
export const PROJECT_LABELS: readonly string[] = [
  '项目名称',
  '专项名称',
  '专项资金名称',
  '转移支付名称',
  '转移支付项目名称',
];

/** Labels before the name of the department over a project. */
export const DEPARTMENT_LABELS: readonly string[] = [
  '主管部门',
  '主管部门名称',
  '项目主管部门',
  '主管单位',
  '预算部门',
];

/** Labels of the whole of a year's money in a table of targets, the most telling first. */
export const PLANNED_MONEY: readonly string[] = [
  '年度资金总额',
  '年度预算总额',
  '资金总额',
  '项目资金总额',
  '年度预算',
  '当年预算',
  '本年预算',
  '预算金额',
  '申请资金总额',
  '年度预算申请',
  '项目预算',
  '项目资金',
];

/** Labels of goals that reach beyond the year; what stands beside them is not the year's. */
export const LONGER_GOALS: readonly string[] = [
  '中期目标',
  '长期目标',
  '实施期目标',
  '实施期总目标',
  '三年目标',
  '中长期目标',
];

export const NARRATIVE_LABELS = {
  goals: [
    '年度整体绩效目标',
    '年度目标',
    '年度总体目标',
    '年度总体绩效目标',
    '总体目标',
    '整体绩效目标',
    '年度绩效目标',
    '预期目标',
    '年初设定目标',
    '绩效目标',
    '年初绩效目标',
    '当年绩效目标',
    '项目年度绩效目标',
    '项目年度目标',
  ],
  completion: [
    '整体绩效目标完成情况',
    '总体目标完成情况',
    '目标实际完成情况',
    '实际完成情况',
    '年度总体目标完成情况',
    '全年实际完成情况',
    '完成情况',
    '目标完成情况',
  ],
  shortfallReason: ['未能完成原因', '未完成原因', '未达标原因', '未完成原因分析', '未能完成的原因', '偏差原因'],
} as const;

/** Endings of titles of tables that look alike but are no self-evaluation, with what they are. */
export const OTHER_TABLES: readonly (readonly [string, string])[] = [
  ['申报表', '绩效目标申报表'],
  ['目标表', '绩效目标表'],
  ['批复表', '绩效目标批复表'],
  ['监控表', '绩效运行监控表'],
  ['监控情况表', '绩效运行监控表'],
  ['审核表', '绩效目标审核表'],
  ['预算表', '预算表'],
  ['决算表', '决算表'],
  ['明细表', '明细表'],
  ['台账', '台账'],
  ['课程表', '课程表'],
  ['考勤表', '考勤表'],
  ['成绩表', '成绩表'],
  ['考核表', '考核表'],
  ['测评表', '测评表'],
  ['评分表', '评分表'],
  ['打分表', '打分表'],
  ['评审表', '评审表'],
];
