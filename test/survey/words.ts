/** Words parted by `|`; `↵` stands for a line break inside one. */
const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim().replaceAll('↵', '\n'));

/**
 * What bureaus call the columns. The first three of a list are the usual words; the rest are as varied as people are, whether
 * or not the product has them in its tables: adding one there only because it stands here would make the survey blind.
 */
export const HEADINGS = {
  level1: list(`一级指标 | 一级↵指标 | 指标类别 | 一级绩效指标 | 评价维度 | 指标分类 | 考核维度 | 绩效维度 |
    指标大类 | 一级指标名称 | 指标 一级 | 一 级 指 标`),
  level2: list(`二级指标 | 二级↵指标 | 二级指标名称 | 二级绩效指标 | 指标子类 | 评价方面 | 考核方面 | 指标小类 |
    二 级 指 标 | 指标类型 | 评价要素`),
  name: list(`三级指标 | 指标名称 | 三级↵指标 | 明细指标 | 具体指标 | 绩效指标名称 | 绩效指标 | 考核内容 |
    评价内容 | 具体绩效指标 | 指标项 | 细化指标 | 分项指标 | 三级明细指标 | 末级指标 | 工作任务 |
    绩效指标内容 | 指标事项 | 三级指标（具体内容） | 绩效目标指标`),
  definition: list(`指标解释 | 指标说明 | 指标内涵 | 指标释义及公式 | 指标含义 | 指标含义及说明`),
  target: list(`年度指标值 | 年初目标值 | 目标值 | 年度计划值 | 预期目标值 | 绩效目标值 | 计划目标值 |
    批复指标值 | 预设目标值 | 年度预期值 | 年度目标任务 | 指标目标 | 年初计划数 | 年度绩效目标值 |
    下达目标值 | 预算批复目标 | 年初设定值 | 计划完成指标 | 目标值（A） | 年初绩效目标 | 预期绩效目标 |
    本年目标`),
  actual: list(`实际完成值 | 全年完成值 | 实际完成情况 | 实际完成指标 | 自评完成值 | 年度实际完成值 | 目标完成情况 |
    完成指标值 | 年末完成值 | 实际结果 | 实际达标值 | 本年完成值 | 自评实际值 | 实绩 | 完成结果 |
    全年实绩 | 截至年末完成值 | 指标实际值 | 实际执行值 | 执行结果 | 完成值（B） | 年度完成情况 |
    实际达到情况 | 全年实际完成数`),
  verdict: list(`是否完成 | 指标完成情况 | 完成情况 | 目标完成情况 | 是否达标 | 完成与否 | 单项指标完成情况 |
    完成结论 | 达成情况 | 完成状态 | 目标实现情况 | 是否达到目标`),
  weight: list(`分值 | 权重 | 指标分值 | 标准分值 | 满分 | 分值（权重） | 权重（分） | 分数 | 配分 |
    基准分 | 应得分值 | 标准分 | 分值（100分） | 规定分值 | 设定分值 | 指标权重分 | 分↵值 |
    总分值 | 权重分值 | 赋分`),
  score: list(`得分 | 自评得分 | 自评分 | 县级评分 | 部门评分 | 单位评分 | 单位自评 | 自评分数 | 实得分 |
    自我评价得分 | 评定得分 | 市级评分 | 乡镇评分 | 项目单位评分 | 年度得分 | 指标评分 | 自查得分 |
    自查评分 | 自评↵得分 | 评价得分 | 本级自评 | 实际得分 | 区级评分 | 自评计分 | 预算单位评分 |
    得  分`),
  standard: list(`评分标准 | 评分细则 | 计分标准 | 扣分标准 | 赋分规则 | 计分规则 | 评价标准 | 得分规则 |
    考评标准 | 打分办法 | 评分办法 | 指标评分标准 | 评分规则说明`),
  sign: list(`指标性质 | 指标方向 | 符号 | 运算符 | 比较关系 | 计算符号 | 比较符 | 目标方向 | 关系符号 |
    逻辑符`),
  nature: list(`指标性质 | 指标属性 | 正反向 | 指标导向 | 指标方向`),
  unit: list(`度量单位 | 计量单位 | 单位 | 指标单位 | 单位（文字描述） | 数据单位 | 指标值单位`),
  coefficient: list(`得分系数 | 得分系数（%） | 指标得分系数 | 指标得分系数（%） | 完成系数 | 计分系数`),
  raw: list(`单项得分 | 单项指标得分 | 百分制得分 | 原始得分 | 指标得分（百分制） | 单项评分`),
  converted: list(`折算得分 | 加权得分 | 单项指标折算得分 | 加权后得分 | 折合得分 | 折算后得分 | 权重折算得分`),
  reviewed: list(`复核分 | 主管部门复核得分 | 财政评分 | 核定分 | 抽查评分 | 财政复核得分 | 审核得分`),
  both: list(`偏差原因分析及改进措施 | 未完成原因及拟采取的改进措施 | 未完成原因和改进措施 | 存在问题及整改措施 |
    偏差说明及下一步措施 | 扣分原因及整改措施 | 未达标原因及措施 | 差异原因与改进办法 | 偏离原因及改进措施 |
    原因分析及改进建议 | 未完成情况说明及改进措施`),
  reason: list(`扣分原因 | 未完成原因分析 | 偏差原因 | 未达标说明 | 失分原因 | 差异原因 | 未完成原因 |
    偏差情况说明 | 扣分说明 | 未实现目标原因`),
  improvement: list(`改进措施 | 整改措施 | 下一步改进措施 | 拟采取的措施 | 下一步工作打算 | 改进办法`),
  basis: list(`评分依据 | 得分依据 | 评分依据、未达标原因、改进措施 | 自评依据 | 得分依据及扣分原因 | 自评说明`),
  remark: list(`备注 | 说明 | 情况说明 | 其他说明 | 补充说明`),
} satisfies Readonly<Record<string, readonly string[]>>;

export type HeadingRole = keyof typeof HEADINGS;

/** The same for the money block. */
export const MONEY_HEADINGS = {
  initial: list(`年初预算数 | 年初预算 | 年初批复数 | 年初预算安排 | 年初部门预算 | 预算批复数`),
  budget: list(`全年预算数 | 预算数（A） | 全年预算数（A） | 调整后预算数 | 预算安排数 | 年度预算金额 |
    预算下达数 | 实际到位资金 | 小计 | 预算资金 | 全年安排数 | 资金安排（万元）`),
  spent: list(`全年执行数 | 执行数（B） | 全年执行数（B） | 实际支出数 | 年度拨付金额 | 资金支出数 |
    实际使用金额 | 累计支出 | 支付金额 | 决算数 | 年度支出金额 | 实际支付`),
  rate: list(`执行率 | 执行率（B/A） | 预算执行率 | 支出实现率 | 资金使用率 | 支出进度 | 执行进度（%） |
    支付率 | 预算完成率 | 资金执行率`),
  weight: list(`分值 | 权重 | 标准分 | 分值（10分）`),
  score: list(`得分 | 自评得分 | 执行率得分 | 自评分 | 预算执行得分`),
  evidence: list(`原因 | 偏差原因 | 备注 | 说明 | 未完成原因 | 执行差异说明`),
  total: list(`年度资金总额 | 资金总额 | 合计 | 总计 | 年度资金总额： | 项目资金总额 | 预算总额 | 总  额 |
    全年资金合计`),
} satisfies Readonly<Record<string, readonly string[]>>;

export const TOTAL_LABELS = list(`总分 | 合计 | 总计 | 自评总分 | 总得分 | 自评得分合计 | 综合得分 | 总 分 | 合  计 |
    自评总得分 | 得分总计 | 总评得分`);

export const TITLES = list(`项目支出绩效自评表 | 绩效自评表 | 部门整体支出绩效自评表 | 绩效目标自评表 | 项目绩效自评表 |
    专项资金绩效自评表 | 部门预算项目支出绩效自评表 | 绩效自评情况表 | 项目支出绩效自评评分表 |
    绩效自我评价表 | 绩效自评打分表 | 绩效目标完成情况自评表 | 财政支出项目绩效自评价表 | 绩效指标自评得分表 |
    绩效自评报告表`);

/** Causes and measures that fit any missed figure of work, and contradict nothing. */
export const CAUSES =
  list(`受汛期影响，部分工作推迟 | 部分项目招标流标，启动较晚 | 相关政策调整，实施范围缩小 | 个别乡镇工作推进缓慢 |
    人员变动，衔接不够及时 | 群众参与积极性不高 | 设备到货较晚 | 前期准备不充分，进度滞后 | 年初目标定得偏高 |
    跨部门协调耗时较长`);

export const MEASURES = list(`下一步将加强统筹，倒排工期 | 今后提前谋划，加快推进 | 完善工作机制，加强督导检查 |
    合理设定目标，加强过程管理 | 加大宣传力度，提高参与度 | 建立台账，按月调度`);

/** One row that may be an indicator: class at the second level, name, kind, unit, the range of its target. */
export type Subject = readonly [group: string, name: string, kind: Kind, unit: string, low: number, high: number];

/**
 * `least`: a number that more is better of; `share`: the same in percent; `most`: a number that less is better of;
 * `mostShare`: the same in percent; `none`: nothing may happen; `date`, `words`: no figure.
 */
export type Kind = 'least' | 'share' | 'most' | 'mostShare' | 'none' | 'date' | 'words';

const OUTPUT: readonly Subject[] = [
  ['数量指标', '培训人次', 'least', '人次', 60, 900],
  ['数量指标', '开展宣传活动场次', 'least', '场', 6, 24],
  ['数量指标', '新建高标准农田面积', 'least', '亩', 1200, 26000],
  ['数量指标', '购置设备数量', 'least', '台', 10, 80],
  ['数量指标', '监督检查次数', 'least', '次', 12, 60],
  ['数量指标', '补助困难群众人数', 'least', '人', 150, 3600],
  ['数量指标', '高血压患者随访控制人数', 'least', '人', 800, 5200],
  ['数量指标', '编制规划报告', 'least', '份', 2, 12],
  ['数量指标', '改造老旧小区', 'least', '个', 3, 20],
  ['数量指标', '养护公路里程', 'least', '公里', 40, 420],
  ['质量指标', '工程验收合格率', 'share', '%', 90, 100],
  ['质量指标', '培训合格率', 'share', '%', 85, 98],
  ['质量指标', '血糖控制率', 'share', '%', 50, 75],
  ['质量指标', '档案资料完整率', 'share', '%', 90, 100],
  ['质量指标', '数据差错率', 'mostShare', '%', 1, 5],
  ['质量指标', '符合技术规范', 'words', '', 0, 0],
  ['时效指标', '任务按期完成率', 'share', '%', 90, 100],
  ['时效指标', '项目完成时间', 'date', '', 0, 0],
  ['时效指标', '资金拨付时间', 'date', '', 0, 0],
  ['时效指标', '事项办结时限', 'most', '个工作日', 10, 30],
  ['时效指标', '热线响应时间', 'most', '小时', 2, 48],
  ['成本指标', '项目总成本', 'most', '万元', 40, 900],
  ['成本指标', '人均培训成本', 'most', '元/人', 200, 800],
  ['成本指标', '单位面积养护成本', 'most', '元/平方米', 8, 60],
  ['成本指标', '“三公经费”变动率', 'mostShare', '%', 1, 8],
];

const EFFECT: readonly Subject[] = [
  ['经济效益指标', '带动农户增收金额', 'least', '万元', 20, 800],
  ['经济效益指标', '节约财政资金', 'least', '万元', 5, 90],
  ['经济效益指标', '招商引资增长率', 'share', '%', 5, 15],
  ['社会效益指标', '政策知晓率', 'share', '%', 80, 95],
  ['社会效益指标', '带动就业人数', 'least', '人', 20, 600],
  ['社会效益指标', '安全生产事故发生数', 'none', '起', 0, 0],
  ['社会效益指标', '公共服务水平', 'words', '', 0, 0],
  ['社会效益指标', '服务对象投诉率', 'mostShare', '%', 1, 5],
  ['生态效益指标', '空气质量优良天数', 'least', '天', 240, 310],
  ['生态效益指标', '生活垃圾无害化处理率', 'share', '%', 90, 100],
  ['生态效益指标', '人居环境', 'words', '', 0, 0],
  ['可持续影响指标', '设施使用年限', 'least', '年', 3, 15],
  ['可持续影响指标', '长效管护机制', 'words', '', 0, 0],
  ['可持续影响指标', '人才队伍建设', 'words', '', 0, 0],
];

const SATISFIED: readonly Subject[] = [
  ['服务对象满意度指标', '群众满意度', 'share', '%', 85, 95],
  ['服务对象满意度指标', '受训人员满意度', 'share', '%', 85, 95],
  ['服务对象满意度指标', '企业满意度', 'share', '%', 85, 95],
];

const DECISION: readonly Subject[] = [
  ['项目立项', '立项依据充分性', 'words', '', 0, 0],
  ['项目立项', '立项程序规范性', 'words', '', 0, 0],
  ['绩效目标', '绩效目标合理性', 'words', '', 0, 0],
  ['绩效目标', '绩效指标明确性', 'words', '', 0, 0],
];

const PROCESS: readonly Subject[] = [
  ['资金管理', '资金到位率', 'share', '%', 95, 100],
  ['资金管理', '资金使用合规性', 'words', '', 0, 0],
  ['组织实施', '制度执行有效性', 'words', '', 0, 0],
  ['组织实施', '政府采购执行率', 'share', '%', 90, 100],
];

const COST: readonly Subject[] = [
  ['经济成本指标', '项目总成本控制数', 'most', '万元', 40, 900],
  ['经济成本指标', '单位产品成本', 'most', '元', 20, 300],
  ['社会成本指标', '对公共设施的不利影响', 'words', '', 0, 0],
];

/** The first-level classes and what may stand below them. */
export const SUBJECTS: Readonly<Record<string, readonly Subject[]>> = {
  产出指标: OUTPUT,
  效益指标: EFFECT,
  满意度指标: SATISFIED,
  成本指标: COST,
  决策: DECISION,
  过程: PROCESS,
  产出: OUTPUT,
  效益: [...EFFECT, ...SATISFIED],
};
