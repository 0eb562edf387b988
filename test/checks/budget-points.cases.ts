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

export default cases(budgetPoints, {
  valid: [
    { name: '部分就是全部，分值和得分照写一遍', sheet: allOfIt('10|9') },
    { name: '部分就是全部，没有再写分值', silent: true, sheet: allOfIt('—|—') },
  ],
  invalid: [
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
