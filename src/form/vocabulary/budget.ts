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
