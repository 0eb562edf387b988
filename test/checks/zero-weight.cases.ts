import { zeroWeight } from '../../src/checks/zero-weight';
import { training, trainingIn } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { sheet, type TestCell } from '../support/sheet';

const HEAD: readonly TestCell[] = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析',
];

/** A form in which two indicators weigh 100 together, and the given rows come after them. */
const withRows = (...rows: readonly (readonly TestCell[])[]) =>
  sheet([
    ['项目支出绩效自评表'],
    [...HEAD],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 60, 60, null],
    [null, null, '培训期数', '≥4期', '4期', 40, 40, null],
    ...rows.map((row) => [...row]),
    ['总分', null, null, null, null, 100, 100, null],
  ]);

export default cases(zeroWeight, {
  valid: [
    { name: '都有分值', sheet: training() },
    {
      name: '加减分项没有分值，分值为 0 的都没有填',
      sheet: withRows(
        ['加减分项', null, '受到表彰', '每次加1分', '1次', 0, 0, null],
        [null, null, '指标5', null, null, 0, 0, null],
      ),
    },
    { name: '没有分值栏', silent: true, sheet: trainingIn('L10') },
    {
      name: '名称写明不计分',
      sheet: withRows([null, '质量指标', '考核合格率（不计分）', '≥95%', '96%', 0, 0, null]),
    },
    { name: '分值为 0 的是没有填写的空行', sheet: withRows([null, null, '指标3：', '/', '/', 0, 0, null]) },
  ],
  invalid: [
    {
      name: '只填了完成值、只填了得分，分值为 0',
      sheet: withRows(
        [null, '质量指标', '考核合格率', null, '96%', 0, 0, null],
        [null, '时效指标', '按期完成率', null, null, 0, 2, null],
      ),
      findings: [{ cell: 'F5', message: 'several', related: ['F6'] }],
      others: ['score-range', 'total-sum', 'actual-missing', 'target-missing'],
    },
    {
      name: '填了指标值，分值为 0',
      sheet: withRows([null, '质量指标', '考核合格率', '≥95%', '96%', 0, 0, null]),
      findings: [{ cell: 'F5', message: 'one', severity: 'info', found: '0' }],
    },
    {
      name: '好几项分值为 0，合成一条',
      sheet: withRows(
        [null, '质量指标', '考核合格率', '≥95%', '96%', 0, 0, null],
        [null, '时效指标', '按期完成率', '≥95%', '96%', 0, 0, null],
      ),
      findings: [{ cell: 'F5', message: 'several', related: ['F6'] }],
    },
  ],
});
