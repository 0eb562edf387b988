import { totalSum } from '../../src/checks/total-sum';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import type { RowSpec } from '../fixtures/spec';
import { changed, funded, training, trainingIn } from '../fixtures/training';

const why = { evidence: '原因：场地临时调整；改进措施：提前落实场地。' };
const short = { actual: '190人次', stated: 19, ...why };

/** Items of 90, and money that was spent as given, scored in no cell; the total's row says 100. */
const unprinted = (spent: number, total: number) =>
  training(
    null,
    {},
    {
      budget: { lines: [{ label: '年度资金总额', initial: 100, budget: 100, spent, rate: `${spent}%` }] },
      total: { weight: 100, stated: total },
    },
  );

/** Marks out of a hundred beside weights. */
const marked = (total: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|权重|得分
产出指标|数量指标|培训人次|≥200人次|210人次|50|100
^|质量指标|合格率|≥95%|96%|30|100
效益指标|社会效益指标|知晓率|≥90%|82.8%|20|92
总分|||||100|${total}`);

/** A heading of the first level under which nothing was filled in. */
const unused = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
成本指标|经济成本指标|||||
满意度指标|满意度指标|学员满意度|≥90%|92%|40|40
总分|||||100|95`);

/** A row of the table that takes points off without a sign, and one that has no points at all. */
const penalised = (label: string, total: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
约束性指标|资金管理|违规使用资金|无|无|不设分|符合
${label}||资料不完整||||1
总分|||||100|${total}`);

/** Items of a hundred points, of which the last row takes a share beside the points for the execution. */
const mixed = (last: string, total: number | '', weight = 10, execution: number | '' = weight * 0.95) =>
  sheetOf(`项目支出绩效自评表
资金（万元）|预算数|执行数|执行率|执行得分（${weight}分）||
|520|494|95%|${execution}
一级指标|三级指标|目标值|完成值|分值|得分|原因
产出|监测断面|≥30个|30个|60|60|
效益|断面达标率|≥90%|81%|40|36|上游来水污染
指标合计||||100|96|
${last}|||||${total}|`);

/** The points of the execution in a row below the items that is none of the table. */
const executionBelow = (own: number) =>
  sheetOf(`项目绩效自评表
预算金额（万元）|30|||支出金额（万元）|28.5|预算执行率|95%
绩效指标|一级指标|三级指标|年度指标值|实际完成值|分值（90）|自评分|偏差原因
|产出指标|开展活动场次|≥20场|18场|50|45|场地受限，下一步拓展场地
|满意度指标|居民满意度|≥85%|90%|40|40|
预算执行率得分（10分）||||||${own}|
自评总分||||||94.5|`);

/** Two scores out of 100, whose points are what the weights make of them. */
const outOf100 = (first: number, second: number, total: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|${first}|
效益指标|社会效益指标|知晓率|≥80%|76%|40|${second}|宣传不够，今后加强宣传
总分|||||100|${total}|`);

export default cases(totalSum, {
  valid: [
    { name: '两项都是百分制，按分值折算正好是总分', sheet: outOf100(100, 95, 98) },
    { name: '百分制得分按权重折算后等于总分', sheet: marked(98.4) },
    { name: '各项之和', sheet: training() },
    { name: '执行率的得分在指标下面', sheet: executionBelow(9.5) },
    { name: '执行率的得分没有列出', sheet: unprinted(98, 99.8) },
    { name: '有一项扣分', sheet: training(0, short) },
    {
      name: '总分保留一位小数',
      sheet: training(1, { actual: '94.3%', stated: 29.78, ...why }, { total: { stated: 99.8 } }),
    },
    { name: '综合得分按九折加执行得分', sheet: mixed('综合得分=指标得分×90%+执行得分（10分）', 95.9) },
    { name: '综合得分按八折加执行得分', sheet: mixed('综合得分（执行得分+指标得分*0.8）', 95.8, 20) },
    { name: '综合得分还没有填', sheet: mixed('综合得分=指标得分×90%+执行得分（10分）', '') },
    { name: '综合得分里的执行得分还没有填', sheet: mixed('综合得分=指标得分×90%+执行得分（10分）', 95.9, 10, '') },
    { name: '减分项没有写负号', sheet: penalised('减分项', 99) },
    { name: '加分项', sheet: penalised('加分项', 101) },
    { name: '没有总分行', silent: true, sheet: training(null, {}, { total: null }) },
    { name: '总分在表头之上', sheet: trainingIn('L6') },
  ],
  invalid: [
    {
      name: '综合得分没有按公式算',
      sheet: mixed('综合得分=指标得分×90%+执行得分（10分）', 96.9),
      findings: [{ cell: 'F8', message: 'mixed', expected: '95.9', found: '96.9', fix: 95.9 }],
    },
    {
      name: '没有列出的执行率得分与执行率不符',
      sheet: unprinted(98, 100),
      findings: [{ cell: 'G11', message: 'execution', severity: 'info', found: '100' }],
    },
    {
      name: '多出的分数不像执行率的得分',
      sheet: unprinted(98, 95),
      findings: [{ cell: 'G11', message: 'unexplained', severity: 'error', found: '95' }],
      others: ['total-weight'],
    },
    {
      name: '加分项被减去',
      sheet: penalised('加分项', 99),
      findings: [{ cell: 'G7', message: 'unexplained', severity: 'error', found: '99' }],
    },
    {
      name: '差额可能是几项中的任何一项',
      sheet: training(0, short, {
        rows: changed(
          new Map<number, Partial<RowSpec>>([
            [0, short],
            [3, { target: '较为满意', actual: '基本满意', stated: 9, ...why }],
          ]),
        ),
        total: { stated: 99 },
      }),
      findings: [{ cell: 'G11', message: 'full-marks', expected: '98', found: '99', related: ['G7', 'G10'] }],
    },
    {
      name: '扣分的一项按满分加',
      sheet: training(0, short, { total: { stated: 100 } }),
      findings: [
        {
          cell: 'G11',
          message: 'full-marks',
          severity: 'error',
          expected: '99',
          found: '100',
          related: ['G7'],
          fix: 99,
        },
      ],
    },
    {
      name: '指标下面的执行率得分写错，总分是对的',
      sheet: executionBelow(8.5),
      findings: [{ cell: 'G6', message: 'execution-row', severity: 'warning', expected: '9.5', found: '8.5' }],
    },
    {
      name: '漏加一项',
      sheet: training(0, short, { total: { stated: 80 } }),
      findings: [{ cell: 'G11', message: 'left-out', expected: '99', related: ['G7'] }],
    },
    {
      name: '一项加了两次',
      sheet: training(0, short, { total: { stated: 118 } }),
      findings: [{ cell: 'G11', message: 'twice', expected: '99', related: ['G7'] }],
    },
    {
      name: '漏加一个一级指标',
      sheet: training(0, short, { total: { stated: 50 } }),
      findings: [{ cell: 'G11', message: 'block-left-out', expected: '99', found: '50' }],
    },
    {
      name: '漏加一个自己有得分的一级指标',
      sheet: trainingIn('L12', { total: { stated: 50 } }),
      findings: [{ cell: 'G14', message: 'block-left-out', expected: '100', found: '50', related: ['G7'] }],
    },
    {
      name: '漏加没有填分值的一项',
      sheet: training(0, { weight: null }, { total: { weight: 100, stated: 80 } }),
      findings: [{ cell: 'G11', message: 'left-out', expected: '100', related: ['G7'] }],
      others: ['total-weight'],
    },
    {
      name: '还有一项没有填得分，不给改数',
      sheet: training(0, { stated: null }, { total: { stated: 96.5 } }),
      findings: [{ cell: 'G11', message: 'unexplained', expected: '80', found: '96.5', fix: null }],
      others: ['blank-score'],
    },
    {
      name: '哪一项也解释不了，有一行是隐藏的',
      sheet: { ...training(null, {}, { total: { stated: 97.5 } }), hidden: { rows: [8], columns: [] } },
      findings: [{ cell: 'G11', message: 'unexplained', expected: '100', related: ['G9'] }],
    },
    {
      name: '一个一级指标加了两次',
      sheet: training(0, short, { total: { stated: 148 } }),
      findings: [{ cell: 'G11', message: 'block-twice', expected: '99' }],
    },
    {
      name: '数字写颠倒',
      sheet: training(0, { actual: '192人次', stated: 19.2, ...why }, { total: { stated: 92.9 } }),
      findings: [{ cell: 'G11', message: 'transposed', expected: '99.2', found: '92.9' }],
    },
    {
      name: '哪一项也解释不了',
      sheet: training(null, {}, { total: { stated: 96.5 } }),
      findings: [{ cell: 'G11', message: 'unexplained', expected: '100', found: '96.5', fix: 100 }],
    },
    {
      name: '哪一项也解释不了，空着的一级指标不写进算式',
      sheet: unused,
      findings: [{ cell: 'G6', message: 'unexplained', expected: '100', found: '95', fix: 100 }],
    },
    {
      name: '有一项得分是负数，各项之和不是应有的总分，不给改数',
      sheet: training(0, { stated: -1 }, { total: { stated: 96.5 } }),
      findings: [{ cell: 'G11', message: 'unexplained', expected: '（没有）', found: '96.5', fix: null }],
      others: ['score-range'],
    },
    {
      name: '总分是公式，不给改数',
      sheet: training(null, {}, { total: { stated: { value: 96.5, formula: '=96.5' } } }),
      findings: [{ cell: 'G11', message: 'unexplained', fix: null }],
    },
    {
      name: '一项得分有误，总分按对的加',
      sheet: training(0, { stated: 17, ...why }, { total: { stated: 100 } }),
      findings: [{ cell: 'G11', message: 'full-marks', severity: 'error', related: ['G7'] }],
      others: ['score-by-rule'],
    },
    {
      name: '差一分钱的尾差',
      sheet: training(1, { actual: '94.3%', stated: 29.78, ...why }, { total: { stated: 99.79 } }),
      findings: [{ cell: 'G11', message: 'cent', severity: 'info' }],
    },
    {
      name: '总分写的是文字',
      sheet: training(null, {}, { total: { stated: '见附件' } }),
      findings: [{ cell: 'G11', message: 'unreadable', severity: 'info', expected: '100' }],
    },
    {
      name: '执行率得分漏加',
      sheet: funded({ spent: 96, rate: '96%', stated: 9.6 }, [], { total: { stated: 90 } }),
      findings: [{ cell: 'G11', message: 'left-out', expected: '99.6', related: ['H5'] }],
    },
  ],
});
