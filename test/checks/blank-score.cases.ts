import { blankScore } from '../../src/checks/blank-score';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { TRAINING, changed, funded, training, trainingIn } from '../fixtures/training';

const emptied = [...TRAINING, ...TRAINING].map((row, index) => ({
  ...row,
  name: `${row.name}（${index + 1}）`,
  weight: 11.25,
  stated: null,
}));

/** Points in labels only; the second and third row stand beside one merged score, of which a pasted sheet keeps the first cell. */
const shared = (first: number, last: string) =>
  sheetOf(`
项目自评表
一级指标|二级指标|三级指标|年初目标值|实际完成值|得分
产出指标（60分）|数量指标|存储设备|25TB|25TB|${first}
||无线网覆盖|100%|100%|
|时效指标|开放天数|≥360天|365天|30
效益指标（40分）|社会效益|读者查询|便捷|便捷|40
||文化活动|丰富|丰富|${last}
总分|||||100`);

export default cases(blankScore, {
  valid: [
    { name: '得分合并着填，标签的分值已经得满', sheet: shared(30, '') },
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
      name: '标签的分值还没有得满，真的漏填了一项',
      sheet: shared(20, '0'),
      findings: [{ cell: 'F4', message: 'left' }],
    },
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
    {
      name: '一项没填，总分先填了：还余多少',
      sheet: training(1, { stated: null }, { total: { stated: 96.5 } }),
      findings: [{ cell: 'G8', message: 'left' }],
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
