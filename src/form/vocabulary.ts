import type { ColumnRole } from './model';

/** Headings of the indicator table as the forms print them, white space and brackets removed, the usual one first. */
export const HEADINGS: readonly (readonly [ColumnRole, readonly string[]])[] = [
  [
    'level1',
    [
      '一级指标',
      '一级',
      '一级指标名称',
      '一级绩效指标',
      '一级目标',
      '指标类别',
      '指标类型',
      '目标类型',
      '考核维度',
      '类别',
    ],
  ],
  [
    'level2',
    ['二级指标', '二级', '二级指标名称', '二级绩效指标', '二级目标', '评价项目', '评分项目', '考核项目', '自评项目'],
  ],
  [
    'level3',
    [
      '三级指标',
      '三级',
      '三级指标名称',
      '三级绩效指标',
      '三级目标',
      '四级指标',
      '指标名称',
      '绩效指标名称',
      '具体指标',
      '评价指标',
      '考核指标',
      '自评指标',
      '评价内容',
      '自评内容',
      '考核内容',
      '评分内容',
      '考评内容',
      '绩效指标',
      '指标',
    ],
  ],
  [
    'weight',
    [
      '分值',
      '权重',
      '指标权重',
      '参考分值',
      '指标分值',
      '标准分值',
      '标准分',
      '权重占比',
      '权重分',
      '权重分值',
      '分值权重',
      '满分',
      '满分值',
      '满分分值',
      '设定分值',
      '赋分',
      '应得分',
      '权数',
    ],
  ],
  [
    'definition',
    ['指标解释', '指标说明', '指标释义', '指标含义', '指标定义', '指标内容', '评价要点', '指标解释及说明'],
  ],
  [
    'standard',
    [
      '评分标准',
      '评价标准',
      '评分办法',
      '评分细则',
      '评分规则',
      '评分方法',
      '计分标准',
      '计分办法',
      '计分方法',
      '计分规则',
      '打分标准',
      '赋分标准',
      '扣分标准',
      '考核标准',
      '评价办法',
    ],
  ],
  ['nature', ['指标性质', '性质', '符号', '运算符号', '运算符', '指标方向', '计算符号', '指标符号', '比较符号']],
  [
    'target',
    [
      '年度指标值',
      '指标值',
      '年初目标值',
      '预期指标值',
      '年初指标值',
      '目标值',
      '年度目标值',
      '计划指标值',
      '绩效目标值',
      '年度绩效指标值',
      '年初设定目标值',
      '年初设定指标值',
      '预期目标值',
      '指标目标值',
      '目标指标值',
      '预期值',
      '计划值',
      '年度指标',
      '年度目标数',
      '目标数',
      '计划数',
      '计划完成值',
    ],
  ],
  ['adjustedTarget', ['调整指标值', '调整后指标值', '调整目标值', '调整后目标值', '年中调整值', '调整值']],
  ['unit', ['度量单位', '计量单位', '指标单位', '单位']],
  [
    'actual',
    [
      '实际完成值',
      '全年实际值',
      '实际完成指标值',
      '全年完成值',
      '完成值',
      '全年实际完成值',
      '全年实际完成情况',
      '实际指标值',
      '实际值',
      '年度完成值',
      '实现值',
      '实际达成值',
      '指标完成值',
      '指标完成情况',
      '实际完成情况',
      '全年完成情况',
      '完成情况',
      '实际完成',
      '实际完成数',
      '全年完成数',
      '完成数',
      '实际达到值',
      '实际情况',
    ],
  ],
  ['coefficient', ['得分系数', '指标得分系数', '完成系数']],
  [
    'stated',
    [
      '自评得分',
      '自评分',
      '得分',
      '指标得分',
      '自评分值',
      '自评分数',
      '单位自评得分',
      '单位自评分',
      '部门自评得分',
      '部门自评分',
      '自我评分',
      '自评打分',
      '自评',
      '实际得分',
      '单项指标得分',
      '单项得分',
      '评价得分',
      '评分',
    ],
  ],
  ['convertedScore', ['折算得分', '折算后得分', '加权得分', '权重得分', '折算分值']],
  [
    'reviewed',
    ['复核分', '复核得分', '复评得分', '复评分', '核定得分', '核定分', '评审得分', '财政复核得分', '抽查得分'],
  ],
  ['basis', ['评分依据', '得分依据', '自评依据', '评分说明', '得分说明', '自评说明', '自评情况']],
  ['improvement', ['改进措施', '整改措施', '下一步改进措施', '拟采取的改进措施', '拟采取的措施', '改进建议']],
  ['evidence', ['备注', '说明', '情况说明', '其他说明']],
];

/**
 * Words that decide a heading not in the table, tried in this order: each entry needs all of its parts, and of each part
 * one of the alternatives.
 */
export const HEADING_WORDS: readonly (readonly [ColumnRole, readonly (readonly string[])[]])[] = [
  ['evidence', [['原因', '偏差分析', '偏离分析']]],
  ['improvement', [['措施', '整改']]],
  ['convertedScore', [['折算', '加权'], ['分']]],
  [
    'standard',
    [
      ['评分', '计分', '评价', '打分', '赋分', '扣分', '考核', '得分'],
      ['标准', '办法', '方法', '细则', '规则', '公式'],
    ],
  ],
  ['reviewed', [['复核', '复评', '核定', '评审', '财政', '专家', '主管部门', '第三方', '考核组', '抽查'], ['分']]],
  ['basis', [['依据']]],
  ['coefficient', [['系数']]],
  ['stated', [['自评', '得分']]],
  ['weight', [['权重', '分值', '标准分', '满分']]],
  ['adjustedTarget', [['调整'], ['指标值', '目标值']]],
  [
    'actual',
    [
      ['实际', '完成', '实现'],
      ['值', '情况'],
    ],
  ],
  ['target', [['指标值', '目标值']]],
  ['definition', [['指标'], ['解释', '释义', '说明', '含义']]],
];

/** A title is one of a form when it holds a word of each part of one of these. */
export const TITLE_WORDS: readonly (readonly (readonly string[])[])[] = [
  [['自评', '自我评价', '自我评分'], ['表']],
  [['绩效', '整体支出', '专项资金', '项目支出'], ['评价', '评分', '打分', '考评', '完成情况'], ['表']],
];

/** Labels of the row that states the total. */
export const TOTAL_LABELS: readonly string[] = [
  '总分',
  '合计',
  '总计',
  '总得分',
  '自评总分',
  '自评总得分',
  '自评得分合计',
  '得分合计',
  '合计得分',
  '分值合计',
  '综合得分',
  '自评得分',
  '自评分合计',
  '最终得分',
  '总评分',
  '评价总分',
];

/** Labels that stand before the stated total inside the total's row or above the table. */
export const TOTAL_SCORE_LABELS: readonly string[] = [
  '自评得分',
  '自评总分',
  '自评总得分',
  '总得分',
  '得分合计',
  '自评分',
  '综合得分',
  '最终得分',
  '总分',
  '得分',
];

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

/** Words in a level's or an item's name that make it a bonus or penalty. */
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

/** What a row or column of the budget block holds. */
export type BudgetRole = 'initial' | 'budget' | 'spent' | 'rate' | 'weight' | 'stated' | 'evidence';

export const BUDGET_HEADINGS: readonly (readonly [BudgetRole, readonly string[]])[] = [
  [
    'initial',
    [
      '年初预算数',
      '年初预算',
      '年初预算金额',
      '年初预算资金',
      '年初批复数',
      '年初安排数',
      '年初预算安排数',
      '年初部门预算数',
    ],
  ],
  [
    'budget',
    [
      '全年预算数',
      '全年预算',
      '调整后预算数',
      '调整预算数',
      '调整后预算',
      '全年预算金额',
      '年度预算数',
      '预算数',
      '调整后全年预算数',
      '预算金额',
      '预算安排数',
      '全年预算安排数',
      '预算总额',
      '预算调整数',
      '预算资金',
      '全年调整预算数',
      '调整后预算金额',
      '调整预算',
      '年度预算',
      '全年预算调整数',
      '本年预算',
      '当年预算',
      '到位数',
      '到位资金',
      '实际到位数',
    ],
  ],
  [
    'spent',
    [
      '全年执行数',
      '预算执行数',
      '执行数',
      '全年执行',
      '实际执行数',
      '全年支出数',
      '实际支出数',
      '决算数',
      '全年执行金额',
      '执行金额',
      '支出数',
      '实际支出',
      '预算执行金额',
      '全年实际支出数',
      '实际支出金额',
      '全年支出',
      '当年支出',
      '支付数',
      '全年支付数',
      '实际支付数',
    ],
  ],
  ['rate', ['完成率', '执行率', '预算执行率', '支出率', '预算完成率', '全年执行率', '资金执行率', '支付率']],
  ['weight', ['分值', '权重', '参考分值', '标准分', '满分']],
  ['stated', ['得分', '自评得分', '自评分', '执行率得分', '预算执行得分', '指标得分']],
  [
    'evidence',
    [
      '原因',
      '原因分析',
      '偏差原因',
      '未完成原因',
      '备注',
      '说明',
      '偏差原因分析及改进措施',
      '执行偏差原因',
      '未执行完毕原因',
    ],
  ],
];

/** Labels of the line that holds the year's whole. */
export const BUDGET_TOTAL_WORDS: readonly string[] = [
  '年度资金总额',
  '资金总额',
  '总额',
  '合计',
  '总计',
  '部门预算总额',
  '预算总额',
  '项目资金总额',
  '支出总额',
  '整体支出',
];

/** Labels before the name of the unit that filled the form in, the most telling first. */
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
  '省级主管部门',
  '地方主管部门',
];

/** Labels beside which the year stands in a cell of its own. */
export const YEAR_LABELS: readonly string[] = ['年度', '预算年度', '评价年度', '自评年度', '所属年度', '年份'];

export const NARRATIVE_LABELS = {
  goals: [
    '年度整体绩效目标',
    '年度总体目标',
    '年度总体绩效目标',
    '总体目标',
    '整体绩效目标',
    '年度绩效目标',
    '预期目标',
    '年初设定目标',
    '绩效目标',
    '年初绩效目标',
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

/** Words that decide a heading of the budget block not in the table, tried in this order; all parts are needed. */
export const BUDGET_WORDS: readonly (readonly [BudgetRole, readonly (readonly string[])[]])[] = [
  ['stated', [['得分', '自评分']]],
  ['weight', [['权重', '分值']]],
  ['evidence', [['原因', '备注']]],
  ['rate', [['执行率', '完成率', '支付率', '支出率', '执行进度', '支出进度', '支付进度']]],
  [
    'spent',
    [
      ['执行', '支出', '决算'],
      ['数', '金额'],
    ],
  ],
  [
    'initial',
    [
      ['年初', '期初'],
      ['预算', '批复'],
    ],
  ],
  ['budget', [['预算'], ['数', '金额', '总额']]],
];

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
