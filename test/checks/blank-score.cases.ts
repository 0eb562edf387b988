import { blankScore } from '../../src/checks/blank-score';
import { cases } from '../support/checkTester';
import { TRAINING, changed, funded, training, trainingIn } from '../fixtures/training';

const emptied = [...TRAINING, ...TRAINING].map((row, index) => ({
  ...row,
  name: `${row.name}（${index + 1}）`,
  weight: 11.25,
  stated: null,
}));

export default cases(blankScore, {
  valid: [
    { name: '都填了', sheet: training() },
    { name: '没有得分栏', silent: true, sheet: trainingIn('L10') },
    {
      name: '没有加减分',
      sheet: trainingIn('L1', {
        budget: null,
        rows: [
          ...TRAINING,
          { level1: '加减分项', level2: '加减分', name: '受表彰', weight: 10, stated: null, bonus: true },
        ],
        total: { weight: 100, stated: 90 },
      }),
    },
  ],
  invalid: [
    {
      name: '两项没填，总分先填了',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map([
              [1, { stated: null }],
              [3, { stated: null }],
            ]),
          ),
          total: { stated: 100 },
        },
      ),
      findings: [
        { cell: 'G8', message: 'blank', severity: 'warning' },
        { cell: 'G10', message: 'blank' },
      ],
    },
    { name: '执行率得分没填', sheet: funded({ stated: null }), findings: [{ cell: 'H5', message: 'blank' }] },
    {
      name: '整张表还没有填',
      sheet: training(null, {}, { rows: emptied, total: { stated: null } }),
      findings: [{ cell: 'G7', message: 'many', related: ['G8', 'G9', 'G10', 'G11', 'G12', 'G13', 'G14'] }],
    },
    {
      name: '总分没填',
      sheet: training(null, {}, { total: { stated: null } }),
      findings: [{ cell: 'G11', message: 'total' }],
    },
    {
      name: '得分写“/”',
      sheet: training(3, { stated: '/' }),
      findings: [{ cell: 'G10', message: 'placeholder', severity: 'info' }],
    },
  ],
});
