import type { ColumnRole } from '../model';
import { REVIEWER } from './labels';

/** Roles that a heading may mean, each with how surely: 10 for its usual word, 4 for one that rarely means it. */
export type Said = readonly (readonly [ColumnRole, number])[];

const either = (...says: Said): Said => says;

const OPERATOR = either(['nature', 9], ['polarity', 7]);

/** Headings that say their role by themselves only as a whole, white space and brackets removed. */
export const WHOLE_HEADINGS: readonly (readonly [Said, RegExp])[] = [
  // Numbering and the like has no role, whatever the figures in it.
  [[], /^(?:序号|编号|编码|代码|指标编码|是否核心指标|年份|年度|项目名称|责任科室|责任部门|填报人)$/],
  [[['level1', 9]], /^(?:一级|类别|维度|分解目标)$/],
  [[['level2', 9]], /^(?:二级|评价项目|评分项目|考核项目|自评项目)$/],
  [[['level3', 10]], /^三级指标$/],
  [[['level3', 9]], /^(?:三级|指标名称|指标)$/],
  [[['level3', 7]], /^(?:指标项|指标项目|项目内容|工作内容|任务内容)$/],
  [[['weight', 10]], /^(?:分值|权重|指标权重|参考分值|指标分值|标准得分)$/],
  [either(['weight', 6], ['stated', 5]), /^分数$/],
  [either(['weight', 8], ['stated', 6]), /^评价分值$/],
  [either(['reviewed', 8], ['weight', 6]), /^(?:核定|审核)分值$/],
  // Over 项目决策2分 it names the blocks.
  [either(['weight', 9], ['level1', 6]), /^项目权重$/],
  [either(['definition', 8.5], ['level3', 8]), /^指标内容$/],
  [[['definition', 9]], /^(?:评价要点|评分要点|评审要点)$/],
  [OPERATOR, /^(?:性质|比较关系)$/],
  [[['actual', 10]], /^(?:实际完成值|全年实际值|实际完成指标值|全年完成值|全年实际完成值)$/],
  [[['actual', 9]], /^(?:(?:全年|年末|年终|本年|年度|累计)?(?:实际|完成|实际完成)|实际值|年末值|实绩)$/],
  [[['actual', 9]], /^(?:实际|累计|已|年度|全年|任务)?(?:完成|实现)(?:量|任务数)$/],
  [[['target', 9]], /^(?:年度|全年|年初)?(?:目标|计划|任务|目标任务)(?:量|任务数)$|^(?:年度|全年)?任务数$/],
  [[['target', 10]], /^(?:年度指标值|预期指标值|年初目标值)$/],
  [[['target', 8]], /^(?:全年|年初|本年|年度)?计划$/],
  [either(['reviewed', 8], ['stated', 4]), /^(?:最终|最后|核定后)(?:得分|评分)$/],
  [[['stated', 10]], /^(?:自评得分|自评分|单位自评得分|单位自评分)$/],
  [[['stated', 9.5]], /^(?:得分|指标得分|(?:分值|权重|满分)[/、及和与](?:自评)?得分)$/],
  [[['convertedScore', 9]], /^权重得分$/],
  [either(['level1Score', 9], ['level2Score', 9]), /^(?:小计|小计得分|得分小计|分项得分|分项小计)$/],
  [[['evidence', 6]], /^(?:备注|说明)$/],
];

/** What words in a heading say: each of the patterns must fit, in any order, and the last one may not. */
export type HeadingRule = readonly [says: Said, words: readonly RegExp[], not?: RegExp];

/** Tried in this order where no whole heading is known; the first that fits. */
export const HEADING_RULES: readonly HeadingRule[] = [
  [[], [/上年|去年|往年|历年|历史|前三年|近三年|上一年/]],
  [[], [/预算|资金|支出|拨付|负责人|联系|总体目标/, /(?:数|额|率|人|话|目标)$/], /批复/],
  // What a reviewer says of his own points is no reason of the unit's.
  [[], [/复核|审核|核定|评审|专家|财政/, /原因|依据|理由|说明|意见/]],
  [[['period', 9]], [/季度|月份|[上下]半年|年中|[1一][-—~至][6六]月/], /目标|计划|指标值|[得评]分/],
  [[['deviation', 9]], [/偏差|偏离|差异/, /(?:率|度|幅度|%)$/]],
  [either(['difference', 9], ['deviation', 8.5], ['evidence', 7]), [/(?<!偏)(?:差异|差额|差值|相差)值?$/]],
  [either(['evidence', 9], ['deviation', 8.5]), [/(?:偏差|偏离)(?:值|数|情况|幅度)?$/]],
  [[['deduction', 9]], [/扣|失|减|丢/, /分/, /(?:分|分值|分数)$/], /加减|得分/],
  [[['coefficient', 8]], [/得分率|得分比率|得分比例|得分比/]],
  [either(['completion', 9], ['actual', 5]), [/完成|实现|达成|达标/, /(?:率|比例|程度|百分比|进度)$/]],
  [[['evidence', 9]], [/原因|偏差|偏离|差异|未完成|未达标|问题/]],
  [[['improvement', 9]], [/措施|整改|改进|打算/]],
  [[['convertedScore', 9]], [/折算|折合|加权/, /分/]],
  [[['level1Score', 9]], [/^一级|大类|大项/, /(?:得|评)分$/]],
  [[['level2Score', 9]], [/^二级|小类/, /(?:得|评)分$/]],
  [[['standard', 9]], [/评分|计分|评价|打分|赋分|扣分|考核|得分|考评/, /标准|办法|方法|细则|规则|公式/]],
  [either(['evidence', 7.5], ['deduction', 6]), [/扣分|失分|减分/, /情况$/]],
  [[['evidence', 8]], [/扣分|失分|减分/, /说明|情况|理由|事由/]],
  [[['basis', 9]], [/依据|评分说明|得分说明|自评说明|(?:计算|测算)过程|(?:佐证|支撑|证明|印证)(?:材料|资料|文件)/]],
  [[['level3', 8]], [/评价|考核|自评|评分|考评|指标/, /(?:内容|名称|评分项)$/], /一级|二级/],
  [either(['reviewed', 8], ['stated', 4]), [REVIEWER, /分/]],
  [[['level1', 9]], [/指标|目标|绩效|考核|评价|考评/, /(?:类别|类型|维度)$/]],
  [[['stated', 8.5]], [/分/, /分结果$/]],
  [[['weight', 9]], [/权重/, /系数/]],
  // 难度系数 is no part of the score.
  [[], [/(?:难度|调整|修正|贡献)系数/]],
  [[['coefficient', 9]], [/系数/]],
  [[['stated', 8]], [/自评|得分|评分|实际/, /(?:分值|分值\)|得分值)$/], /标准|应得|满/],
  [[['weight', 9]], [/权重|分值|标准分|满分|赋分|应得分|权数|配分|基准分|规定分|参考分|得分上限/]],
  [[['stated', 8.5]], [/得分|评分|打分|评定分/]],
  [[['stated', 8]], [/自[评验查]$/]],
  [either(['reviewed', 8], ['stated', 4]), [/(?:考评|复核|复评|复查|抽查|(?:财务|主管|上级)[^评]{0,4}评)$/]],
  [either(['stated', 6], ['basis', 6]), [/自评|评价/, /情况|结果/], /指标|目标|完成/],
  [[['verdict', 9]], [/是否.*(?:完成|达|实现|合格|符合|通过)|与否|状态|结论/]],
  // 是否核心, 是否调整: not whether it was reached.
  [[], [/是否/]],
  [[], [/责任|实施|主管|承担|牵头|填报|完成/, /单位|部门|科室/], /值$/],
  [[['unit', 9]], [/单位/, /单位$/]],
  [OPERATOR, [/符|方向|正反|指标性质|属性|导向/]],
  [[['adjustedTarget', 9]], [/调整/, /值|目标|指标/]],
  [[['target', 9]], [/计划|预期|设定|预设|年初|预计|批复|下达|应完成|量化/, /值|数|指标|目标/], /实际|情况/],
  [[['actual', 9]], [/实际|完成|实现|达成|达到|业绩/, /值|数|指标/], /情况|结果|率/],
  // Beside 完成情况 it says how that came about.
  [either(['actual', 7], ['basis', 6]), [/实际|完成|实现|达成|达到/, /(?:情况|结果)的?(?:说明|描述|简述)$/]],
  [either(['actual', 8], ['verdict', 6]), [/实际|完成|实现|达成|达到|达标|执行|全年|年度|自评/, /情况|结果|实绩/]],
  [[['level1', 10]], [/一级/, /指标|目标|名称/]],
  [[['level2', 10]], [/二级/, /指标|目标|名称/]],
  [[['definition', 9]], [/指标/, /解释|释义|说明|含义|定义|内涵/]],
  [[['definition', 8]], [/计算|取数/, /公式|方法|口径/]],
  // The last level names the items.
  [[['level3', 11]], [/四级/, /指标|目标|名称/]],
  [[['level3', 9]], [/三级/, /指标|目标|名称/]],
  // What is to be reached by the middle of the year is the year's target only where there is no other.
  [[['target', 5]], [/半年|季度/, /值|目标|指标|计划/]],
  [either(['target', 9], ['level3', 6]), [/^(?:年度|工作|重点)目标$/]],
  [[['target', 9]], [/指标值|目标值|目标数|年度指标|工作目标|年度目标/]],
  [[['level3', 8.6]], [/评价|考核|自评|评分|考评|绩效|具体|明细|细化|末级|分项/, /指标$/], /完成/],
  [either(['target', 7], ['level3', 5]), [/目标/, /(?:目标|任务)$/]],
  [either(['target', 7], ['standard', 5]), [/^(?:绩效|指标|目标)标准$/]],
  [[['evidence', 6]], [/情况|其他|补充/, /说明$/]],
];

/** What the forms and the command line call each role, for questions to a person. */
export const ROLE_NAMES: readonly (readonly [ColumnRole, string])[] = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['level3', '三级指标'],
  ['weight', '分值'],
  ['target', '指标值'],
  ['actual', '完成值'],
  ['verdict', '完成情况'],
  ['nature', '指标性质'],
  ['polarity', '指标方向'],
  ['unit', '计量单位'],
  ['coefficient', '得分系数'],
  ['deduction', '扣分'],
  ['completion', '完成率'],
  ['deviation', '偏差率'],
  ['period', '分期完成值'],
  ['stated', '得分'],
  ['convertedScore', '折算得分'],
  ['reviewed', '复核分'],
  ['difference', '差异'],
  ['partScore', '分项得分'],
  ['standard', '评分标准'],
  ['definition', '指标解释'],
  ['basis', '评分依据'],
  ['evidence', '原因'],
  ['improvement', '改进措施'],
];
