import { groupScore } from '../../src/checks/group-score';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { changed, trainingIn } from '../fixtures/training';

const WRONG_ITEM = changed(new Map([[0, { stated: 15 }]]));

/** Subtotals that name their block, each above its rows. */
const above = (output: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分|未完成原因和改进措施
产出指标小计|||50|||${output}|
产出指标|数量指标|培训人次|25|≥200人次|210人次|25|
|质量指标|合格率|25|≥95%|96%|25|
效益指标小计|||30|||30|
效益指标|社会效益指标|就业率|30|≥80%|85%|30|
满意度指标小计|||20|||20|
满意度指标|服务对象满意度指标|学员满意度|20|≥90%|93%|20|
合计|||100|||100|`);

/** A sum of all items above a total that counts the execution of the money too. */
const wholeSum = (stated: number, label = '小计') =>
  sheetOf(`项目支出绩效自评表
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100|100|100|10|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|未完成原因和改进措施
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|就业率|≥80%|85%|30|30|
满意度指标|服务对象满意度指标|学员满意度|≥90%|93%|10|10|
${label}|||||90|${stated}|
合计|||||100|100|`);

/** Sums without a name below rows that have no headings. */
const nameless = (stated: number) =>
  sheetOf(`项目支出绩效自评表
指标名称|年度指标值|实际完成值|分值|得分|未完成原因和改进措施
培训人次|≥200人次|210人次|20|20|
合格率|≥95%|96%|35|35|
|||55|${stated}|
就业率|≥80%|85%|35|35|
|||35|35|
学员满意度|≥90%|93%|10|10|
|||10|10|
合计|||100|100|`);

/** A sum below a block whose heading has a score too. */
const twice = (stated: number) =>
  sheetOf(`项目支出绩效自评表
指标名称|年度指标值|实际完成值|分值|得分|未完成原因和改进措施
一、产出指标|||60|60|
1.培训人次|≥200人次|210人次|20|20|
2.合格率|≥95%|96%|40|40|
小计|||60|${stated}|
二、效益指标|||40|40|
1.就业率|≥80%|85%|30|30|
2.学员满意度|≥90%|93%|10|10|
小计|||40|40|
合计|||100|100|`);

/** Scores of headings over rows that share 100 points, all at full marks. */
const headings = (...scores: readonly (number | '')[]) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|得分|二级指标|分值|得分
${scores.map((score, at) => `第${'一二三四五六七八'[at] ?? ''}部分|${100 / scores.length}|${score}|工作${'一二三四五六七八'[at] ?? ''}|${100 / scores.length}|${100 / scores.length}`).join('\n')}
总分|100|||100|100`);

/** Sums above blocks of one weight, whose headings have scores too. */
const alike = (stated: number) =>
  sheetOf(`项目支出绩效自评表
指标名称|年度指标值|实际完成值|分值|得分|未完成原因和改进措施
|||50|50|
一、产出指标|||50|50|
1.培训人次|≥200人次|210人次|50|50|
|||50|${stated}|
二、效益指标|||50|40|
1.就业率|≥80%|64%|50|40|企业用工减少，下一步拓宽渠道
合计|||100|90|`);

export default cases(groupScore, {
  valid: [
    { name: '小计等于各项之和', sheet: trainingIn('L12') },
    { name: '小计写明是哪一块，在各项上面', sheet: above(50) },
    { name: '小计按舍入前的得分相加，差 0.01', sheet: headings(25.01, 25, 25, 25) },
    { name: '全表各项的小计', sheet: wholeSum(90) },
    { name: '两边分值相同的小计，得分说明是下面的', sheet: alike(40) },
    { name: '上级指标写了得分，下面还有小计', sheet: twice(60) },
    { name: '没有上级指标的小计', sheet: nameless(55) },
    { name: '全表各项的小计没有名称', sheet: wholeSum(90, '') },
  ],
  invalid: [
    {
      name: '四部分中三部分的得分不是下级之和，多半另有含义：提问',
      sheet: headings(20, 21, 22, 25),
      findings: ['C3', 'C4', 'C5'].map((cell) => ({ cell, message: 'differs', severity: 'info' })),
    },
    {
      name: '八部分中一半不是下级之和',
      sheet: headings(10, 9, 8, 7, 12.5, 12.5, 12.5, 12.5),
      findings: ['C3', 'C4', 'C5', 'C6'].map((cell) => ({ cell, message: 'differs', severity: 'error' })),
    },
    {
      name: '五部分写了得分，三部分不是下级之和，另三部分没写：提问',
      sheet: headings(10, 9, 8, 12.5, 12.5, '', '', ''),
      findings: ['C3', 'C4', 'C5'].map((cell) => ({ cell, message: 'differs', severity: 'info' })),
    },
    {
      name: '四部分都写了得分，最后一部分多写',
      sheet: headings(25, 25, 25, 26),
      findings: [{ cell: 'C6', message: 'differs', severity: 'error', expected: '25', found: '26' }],
    },
    {
      name: '五部分中一半以下不是下级之和',
      sheet: headings(20.5, 19, 20, 20, 20),
      findings: ['C3', 'C4'].map((cell) => ({ cell, message: 'differs', severity: 'error' })),
    },
    {
      name: '两部分都不是下级之和',
      sheet: headings(40, 45),
      findings: ['C3', 'C4'].map((cell) => ({ cell, message: 'differs', severity: 'error' })),
    },
    {
      name: '四部分中两部分的得分不是下级之和',
      sheet: headings(20, 21, 25, 25),
      findings: ['C3', 'C4'].map((cell) => ({ cell, message: 'differs', severity: 'error' })),
    },
    {
      name: '两边分值相同，得分都不符的小计，别的小计都在各项上面',
      sheet: alike(45),
      findings: [{ cell: 'E6', message: 'loose', severity: 'error', expected: '40', found: '45' }],
    },
    {
      name: '小计写错',
      sheet: trainingIn('L12', { groupScores: new Map([['产出指标', 48]]) }),
      findings: [{ cell: 'G7', message: 'differs', severity: 'error', expected: '50', found: '48', fix: '[50]' }],
    },
    {
      name: '一项得分有误，小计按对的加',
      sheet: trainingIn('L12', { rows: WRONG_ITEM, groupScores: new Map([['产出指标', 50]]), total: { stated: 100 } }),
      findings: [{ cell: 'G7', message: 'differs', severity: 'error' }],
      others: ['score-by-rule'],
    },
    {
      name: '上级指标得分对，下面的小计写错',
      sheet: twice(48.5),
      findings: [{ cell: 'E6', message: 'loose', severity: 'error', expected: '60', found: '48.5' }],
    },
    {
      name: '没有上级指标的小计写错',
      sheet: nameless(53),
      findings: [{ cell: 'E5', message: 'loose', severity: 'error', expected: '55', found: '53' }],
    },
    ...['小计', ''].map((label) => ({
      name: `全表各项的小计写错${label}`,
      sheet: wholeSum(88.5, label),
      findings: [{ cell: 'G8', message: 'loose', severity: 'error' as const, expected: '90', found: '88.5', fix: 90 }],
    })),
    {
      name: '各项上面的小计写错',
      sheet: above(48.5),
      findings: [{ cell: 'G3', message: 'differs', severity: 'error', expected: '50', found: '48.5' }],
    },
  ],
});
