import { duplicateIndicator } from '../../src/checks/duplicate-indicator';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { TRAINING, changed, training } from '../fixtures/training';
import type { RowSpec } from '../fixtures/spec';

const half = changed(new Map([[0, { weight: 10, stated: 10 }]]));
const twice = (change: Partial<RowSpec>): readonly RowSpec[] => [
  ...half.slice(0, 1),
  ...half.slice(0, 1).map((row) => ({ ...row, ...change })),
  ...half.slice(1),
];

/** Two rows alike but for what stands in two columns: one that no heading of ours names, and 指标解释. */
const departments = ([one, other]: readonly [string, string], [first, second] = ['', '']) =>
  sheetOf(`部门整体支出绩效自评表
责任科室|一级指标|二级指标|三级指标|指标解释|年度指标值|实际完成值|分值|得分
${one}|产出指标|数量指标|任务完成率|${first}|100%|100%|50|50
${other}|产出指标|数量指标|任务完成率|${second}|100%|100%|50|50
总分|||||||100|100`);

export default cases(duplicateIndicator, {
  valid: [
    { name: '指标解释不同', sheet: departments(['', ''], ['道路维修任务完成率', '桥梁维修任务完成率']) },
    { name: '各不相同', sheet: training() },
    {
      name: '两行合用一个名称',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|时效指标|完成时限|11月底前|10月|50|50
^|^|^|11月底前|10月|50|50
总分|||||100|100`),
    },
    {
      name: '名称相同，指标值不同',
      sheet: training(null, {}, { rows: twice({ target: '≥100人次', actual: '120人次' }) }),
    },
    {
      name: '名称和指标值相同，完成值不同',
      sheet: training(
        null,
        {},
        {
          rows: twice({ weight: 5, stated: 5, actual: '230人次' }).map((row, index) =>
            index === 0 ? { ...row, weight: 15, stated: 15 } : row,
          ),
        },
      ),
    },
    {
      name: '模板名称不算',
      sheet: training(
        null,
        {},
        { rows: twice({}).map((row, index) => (index < 2 ? { ...row, name: `指标${index + 1}培训` } : row)) },
      ),
    },
  ],
  invalid: [
    {
      name: '责任科室不同，只问',
      sheet: departments(['办公室', '财务科']),
      findings: [{ cell: 'D4', message: 'apart', severity: 'info', related: ['D3'] }],
    },
    {
      name: '责任科室也相同',
      sheet: departments(['办公室', '办公室']),
      findings: [{ cell: 'D4', message: 'repeated', severity: 'warning' }],
    },
    {
      name: '没有写三级指标名称，只问',
      sheet: sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标||100%|100%|50|50
产出指标|数量指标||100%|100%|50|50
总分|||||100|100`),
      findings: [{ cell: 'B4', message: 'apart', severity: 'info', related: ['B3'] }],
    },
    {
      name: '同一行抄了两次',
      sheet: training(null, {}, { rows: twice({}) }),
      findings: [{ cell: 'C8', message: 'repeated', severity: 'warning', related: ['C7'] }],
    },
    {
      name: '抄了一行，只改了分值',
      sheet: training(
        null,
        {},
        {
          rows: [
            ...twice({ weight: 5, stated: 5 }).map((row, at) => (at === 0 ? { ...row, weight: 15, stated: 15 } : row)),
          ],
        },
      ),
      findings: [{ cell: 'C8', message: 'same', severity: 'info', related: ['C7'] }],
    },
    {
      name: '名称是从上一行抄来的',
      sheet: training(null, {}, { rows: twice({ target: '2024年6月底前', actual: '2024年5月' }) }),
      findings: [{ cell: 'C8', message: 'name', severity: 'info', related: ['C7'] }],
    },
    {
      name: '抄了一行，分值合计和总分都多了',
      sheet: training(
        null,
        {},
        { rows: [...TRAINING.slice(0, 2), ...TRAINING.slice(1)], total: { weight: 100, stated: 100 } },
      ),
      findings: [{ cell: 'C9', message: 'repeated' }],
    },
  ],
});
