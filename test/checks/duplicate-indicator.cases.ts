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

export default cases(duplicateIndicator, {
  valid: [
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
