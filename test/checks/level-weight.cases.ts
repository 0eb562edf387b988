import { levelWeight } from '../../src/checks/level-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';

/** Weights at each level, and their sums in the last row. */
const levels = (first: number, total: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|二级指标|分值|三级指标|分值|自评得分
投入|${first}|预算编制|30|编制准确|30|30
||预算执行|30|执行率|30|30
产出|40|履职|40|任务完成|40|40
合计|${total}|合计|100|合计|100|100`);

/** The same with scores of the first level, whose sum in the last row is as given. */
const scores = (total: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|得分|二级指标|三级指标|分值|得分
投入|60|58|预算编制|编制准确|30|30
|||预算执行|执行率|30|28
产出|40|40|履职|任务完成|40|40
合计|100|${total}|||100|98`);

export default cases(levelWeight, {
  valid: [
    { name: '各级分值在合计一行各有合计', sheet: levels(60, 100) },
    { name: '各级得分在合计一行各有合计', sheet: scores(98) },
    { name: '合计一行只有总分值', silent: true, sheet: training() },
  ],
  invalid: [
    {
      name: '一级指标的分值合计印错',
      sheet: levels(60, 110),
      findings: [{ cell: 'B6', message: 'differs', severity: 'error', expected: '100', found: '110' }],
    },
    {
      name: '一级指标的得分合计印错',
      sheet: scores(99),
      findings: [{ cell: 'C6', message: 'differs', severity: 'error', expected: '98', found: '99' }],
    },
  ],
});
