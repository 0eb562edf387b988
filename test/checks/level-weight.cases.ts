import { levelWeight } from '../../src/checks/level-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';

/** Weights at each level, and their sums in the last row. */
const levels = (first: number, total: number, second = 100) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|二级指标|分值|三级指标|分值|自评得分
投入|${first}|预算编制|30|编制准确|30|30
||预算执行|30|执行率|30|30
产出|40|履职|40|任务完成|40|40
合计|${total}|合计|${second}|合计|100|100`);

/** The same with scores of the first level, whose sum in the last row is as given. */
const scores = (total: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|得分|二级指标|三级指标|分值|得分
投入|60|58|预算编制|编制准确|30|30
|||预算执行|执行率|30|28
产出|40|40|履职|任务完成|40|40
合计|100|${total}|||100|98`);

/** The first level scored in the last row, above other rows. */
const rows = (...lines: string[]) => sheetOf(['部门整体支出绩效自评表', ...lines, '合计|100|98|||100|98'].join('\n'));
const HEADINGS = '一级指标|分值|得分|二级指标|三级指标|分值|得分';

export default cases(levelWeight, {
  valid: [
    { name: '各级分值在合计一行各有合计', sheet: levels(60, 100) },
    { name: '各级得分在合计一行各有合计', sheet: scores(98) },
    { name: '合计一行只有总分值', silent: true, sheet: training() },
    {
      name: '有一级指标没有写得分',
      sheet: rows(
        HEADINGS,
        '投入|60|58|预算编制|编制准确|30|30',
        '|||预算执行|执行率|30|28',
        '产出|40||履职|任务完成|40|40',
      ),
    },
    {
      name: '预算执行的分在资金表里，也算在合计里',
      silent: true,
      sheet: rows(
        '资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
        '年度资金总额|100|100|100|10|100%|10',
        HEADINGS,
        '投入|50|48|预算编制|编制准确|30|30',
        '|||预算执行|制度执行|20|18',
        '产出|40|40|履职|任务完成|40|40',
      ),
    },
  ],
  invalid: [
    {
      name: '二级指标的分值合计印错',
      sheet: levels(60, 100, 110),
      findings: [{ cell: 'D6', message: 'differs', severity: 'error', expected: '100', found: '110' }],
    },
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
