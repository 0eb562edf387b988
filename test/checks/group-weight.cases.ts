import { groupWeight } from '../../src/checks/group-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { changed, trainingIn } from '../fixtures/training';

const printed = (weight: number) => new Map([['产出指标', weight]]);
const TWO_WRONG = changed(new Map([[0, { weight: 18, stated: 18 }]]));

/** A block of 80 points whose label says so, with the points of its items in the labels below. */
const labelled = (points: number) =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
年度绩效目标1（${points}分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标（40分）|数量指标|培训人次|≥100人|120人|40
|满意度指标（40分）|满意度|学员满意度|≥90%|95%|40
总分||||||100`);

/** A table that ends after the first of its rows, as in an excerpt. */
const excerpt = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（50分）|数量指标|清扫道路|≥20条|20条|12.5|12.5`);

/** A table without a column for points: they stand behind all names, without 分. */
const bracketed = (output: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标(${output})|数量指标|清扫道路(30)|≥20条|20条|30
|质量指标|清扫合格率(30)|≥95%|96%|30
效益指标(40)|社会效益指标|居民满意率(40)|≥90%|95%|40
总分|||||100`);

export default cases(groupWeight, {
  valid: [
    { name: '年度绩效目标后面的分值等于下面各项之和', sheet: labelled(80) },
    { name: '节选的表，已有各项没有超过上级分值', sheet: excerpt },
    { name: '名称里的分值等于下级之和', sheet: trainingIn('L3') },
    { name: '名称里的分值没有“分”字', sheet: bracketed(60) },
    { name: '分值栏里的上级分值', sheet: trainingIn('L1', { budget: null, total: { weight: 90 } }) },
  ],
  invalid: [
    {
      name: '年度绩效目标后面的分值写错，总分值相符',
      sheet: labelled(70),
      findings: [{ cell: 'A4', message: 'items', expected: '80', found: '70', related: ['B5', 'B6'] }],
    },
    {
      name: '一级指标的分值印错',
      sheet: trainingIn('L3', { groupWeights: printed(60) }),
      findings: [
        { cell: 'A7', message: 'items', severity: 'error', expected: '50', found: '60', related: ['D7', 'D8'] },
      ],
    },
    {
      name: '名称里没有“分”字的分值印错',
      sheet: bracketed(65),
      findings: [{ cell: 'A3', message: 'items', expected: '60', found: '65', related: ['C3', 'C4'] }],
    },
    {
      name: '二级指标的分值印错，一级相符',
      sheet: trainingIn('L1', { budget: null, total: { weight: 90 }, groupWeights: new Map([['质量指标', 28]]) }),
      findings: [{ cell: 'D6', message: 'heading', expected: '30', found: '28' }],
    },
    {
      name: '下级分值少了，总分值按上级',
      sheet: trainingIn('L3', { rows: TWO_WRONG, groupWeights: printed(50), total: { weight: 100, stated: 98 } }),
      findings: [{ cell: 'A7', message: 'items', expected: '48', found: '50' }],
    },
  ],
});
