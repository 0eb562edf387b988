/** A heading with the rows below it: name, weight and, in the first table, what the indicator measures. */
export interface TemplateBlock {
  readonly name: string;
  readonly rows: readonly (readonly [name: string, weight: number, definition?: string])[];
}

/** 管理效能 of the Guangzhou form, as it is printed: blocks, indicators and weights; what they measure in short. */
export const MANAGEMENT: readonly TemplateBlock[] = [
  {
    name: '资金管理',
    rows: [
      ['部门预算及财务管理制度健全性', 3, '预算和财务管理制度是否健全、完整。'],
      ['预算完成率', 2, '预算完成数÷预算数×100%。'],
      ['部门预算编制情况', 3, '预算编制是否准确、及时，新增项目是否经过评估。'],
      ['专项资金管理情况', 2, '专项资金的设立、分配和使用是否合规。'],
      ['财政拨款收入预决算差异率', 2, '财政拨款收入决算数与预算数之差÷预算数×100%。'],
      ['一般公共预算支出年度平均执行率', 2, '各考核时点支出进度的平均值。'],
      ['结转结余率', 2, '年末结转结余÷年度预算总额×100%。'],
    ],
  },
  {
    name: '绩效管理',
    rows: [
      ['绩效监控和绩效评价开展情况', 4, '绩效监控和绩效自评是否按要求开展。'],
      ['绩效管理制度建设', 3, '绩效管理制度是否建立并执行。'],
      ['绩效目标合理性', 2, '整体绩效目标是否依据充分、符合实际。'],
      ['绩效指标明确性', 2, '绩效指标是否清晰、细化、可衡量。'],
      ['绩效目标完成率', 2, '完成的绩效指标数÷绩效指标总数×100%。'],
      ['绩效结果应用', 2, '监控和评价结果是否用于改进管理、安排预算。'],
    ],
  },
  {
    name: '信息公开管理',
    rows: [
      ['预决算信息公开合规性', 2, '预决算信息是否按规定的内容和时限公开。'],
      ['绩效信息公开情况', 2, '绩效目标和自评结果是否按要求公开。'],
    ],
  },
  { name: '采购管理', rows: [['政府采购执行率', 2, '实际政府采购金额÷政府采购预算×100%。']] },
  {
    name: '资产管理',
    rows: [
      ['资产管理制度健全性', 1, '资产管理制度是否健全并执行。'],
      ['资产账务核对情况', 1, '资产账与财务账、实物是否核对相符。'],
      ['固定资产利用率', 2, '在用固定资产÷全部固定资产×100%。'],
    ],
  },
  {
    name: '成本管理',
    rows: [
      ['公用经费控制率', 2, '实际支出公用经费÷预算安排公用经费×100%。'],
      ['“三公经费”控制率', 2, '“三公经费”实际支出数÷预算安排数×100%。'],
    ],
  },
];

/** How many rows 履职效能 begins with; its 50 points are parted evenly until the office sets them. */
export const DUTY_ROWS = 10;

/** The national project form: levels and the usual parts of their weights. Points are parted until the office sets them. */
export const PROJECT: readonly { readonly name: string; readonly blocks: readonly TemplateBlock[] }[] = [
  {
    name: '产出指标（50分）',
    blocks: [
      {
        name: '数量指标',
        rows: [
          ['指标1：', 10],
          ['指标2：', 10],
        ],
      },
      { name: '质量指标', rows: [['指标1：', 10]] },
      { name: '时效指标', rows: [['指标1：', 10]] },
      { name: '成本指标', rows: [['指标1：', 10]] },
    ],
  },
  {
    name: '效益指标（30分）',
    blocks: [
      { name: '经济效益指标', rows: [['指标1：', 10]] },
      { name: '社会效益指标', rows: [['指标1：', 10]] },
      { name: '生态效益指标', rows: [['指标1：', 5]] },
      { name: '可持续影响指标', rows: [['指标1：', 5]] },
    ],
  },
  {
    name: '满意度指标（10分）',
    blocks: [{ name: '服务对象满意度指标', rows: [['指标1：', 10]] }],
  },
];
