import { budgetPoints } from '../../src/checks/budget-points';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** A part that is all of the money and prints points of its own, and a second part. */
const allOfIt = (points: string, second = '0|0|||') =>
  sheetOf(`项目支出绩效自评表
资金情况（万元）||全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|30|27|10|90%|9
|其中：财政拨款|30|27|${points.replace('|', '|90%|')}
|其他资金|${second}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|90|90
总分|||||100|99`);

/** 基本支出 and 项目支出 with points of their own, and those of both. */
const divided = (first: string, both: string, total = '98.45') =>
  sheetOf(`部门整体支出绩效自评表
预算执行情况（万元）|资金性质|预算数|执行数|执行率|分值|得分|
|基本支出|800|792|99%|${first}|
|项目支出|1200|1080|90%|15|13.5|
|合计|2000|1872|93.6%|${both}|
一级指标|二级指标|三级指标|目标值|完成值|分值|得分|原因
产出|数量|治理河道长度|≥50公里|50公里|50|50|
效益|社会|受益人口|≥3万人|3.2万人|30|30|
总分|||||100|${total}|`);

export default cases(budgetPoints, {
  valid: [
    { name: '部分就是全部，分值和得分照写一遍', sheet: allOfIt('10|9') },
    { name: '部分就是全部，没有再写分值', silent: true, sheet: allOfIt('—|—') },
    { name: '基本支出、项目支出分别计分，合计是两者之和', sheet: divided('5|4.95', '20|18.45') },
    { name: '合计按它自己的执行率计分，各行只是列示', silent: true, sheet: divided('5|4.95', '20|18.72', '98.72') },
  ],
  invalid: [
    {
      name: '基本支出、项目支出分别计分，合计的得分不是两者之和',
      sheet: divided('5|4.95', '20|18.54'),
      findings: [
        { cell: 'G5', message: 'sum', severity: 'error', expected: '18.45', found: '18.54', related: ['G3', 'G4'] },
      ],
    },
    {
      name: '基本支出、项目支出分别计分，一行的分值写错',
      sheet: divided('4|4.95', '20|18.45'),
      findings: [{ cell: 'F5', message: 'sum', severity: 'error', expected: '19', found: '20' }],
      others: ['total-weight', 'score-range'],
    },
    {
      name: '部分就是全部，得分与总额一行不同',
      sheet: allOfIt('10|10'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'info', expected: '9', found: '10', related: ['G3'] }],
    },
    {
      name: '部分就是全部，分值与总额一行不同',
      sheet: allOfIt('9|9'),
      findings: [{ cell: 'E4', message: 'differs', severity: 'info', expected: '10', found: '9', related: ['E3'] }],
    },
  ],
});
