import { recognise } from '../../src/form/recognise';
import { sheetOf } from '../fixtures/corpus/read';
import { describeWhole, type Whole } from '../support/wholeForms';

/** Scores given in several columns, of which the one behind them is the sum or the mean. */
const form = (headings: string, first: string, second: string, third: string, total: string) => `项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|${headings}|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|${first}|
^|^|培训期数|≥5期|4期|20|${second}|场地不足，少办1期；下一步提前落实场地
效益指标|社会效益指标|知晓率|≥80%|92%|40|${third}|
总分|||||100|${total}|`;

const merged = (text: string, names: string) => text.replace(/\n产出/, `\n^|^|^|^|^|^|${names}|^\n产出`);

const WHOLE: readonly Whole[] = [
  {
    name: 'two offices give half of the points each',
    rows: form('一处得分|二处得分|小计', '20|20|40', '8|8|16', '20|20|40', '48|48|96'),
    faults: [
      ['8|8|16', '8|7|16', 'score-parts: “培训期数”'],
      ['48|48|96', '48|48|95', 'total-sum'],
      ['48|48|96', '47|48|96', 'column-sum: 各项分项得分合计 48'],
    ],
  },
  {
    name: 'the mean of three, one of them stricter than the rule',
    rows: form('评委一|评委二|评委三|平均分', '40|40|40|40', '16|15|16|15.67', '40|38|39|39', '96|93|95|94.67'),
    faults: [
      ['40|38|39|39', '40|38|39|40', 'score-parts: “知晓率”'],
      ['93|95|94.67', '93|95|95.67', 'total-sum'],
      // No one gives full marks for what was not reached.
      ['16|15|16|15.67', '20|20|20|20', 'score-by-rule: “培训期数”'],
    ],
  },
  {
    name: 'the mean of three, once without the lowest and the highest',
    rows: form('评委一|评委二|评委三|平均分', '40|40|40|40', '16|15|12|15', '40|38|39|39', '96|93|91|94'),
    faults: [['16|15|12|15', '16|15|12|14', 'score-parts: “培训期数”']],
  },
  {
    name: "the unit's own score, of which another happens to be the mean with a third",
    rows: form('自评得分|主管部门评分|财政评分', '40|40|40', '16|16|16', '40|38|39', '96|94|95'),
    faults: [['40|38|39', '38|38|38', 'score-by-rule: “知晓率”']],
  },
  {
    name: 'below one heading for the scores',
    rows: merged(form('得分|<|<', '40|40|40', '16|15|15.5', '40|40|40', '96|95|95.5'), '评委1|评委2|平均'),
    faults: [['96|95|95.5', '96|94|95.5', 'column-sum: 各项分项得分合计 95']],
  },
  {
    name: 'points and what is added to them',
    rows: form('基础分|加减分|得分', '38|2|40', '18|-2|16', '40|0|40', '96|0|96'),
    faults: [['18|-2|16', '18|-1|16', 'score-parts: “培训期数”']],
  },
  {
    name: 'the mean of the halves of the year',
    rows: form('上半年得分|下半年得分|得分', '40|40|40', '16|15|15.5', '40|38|39', '96|93|94.5'),
    faults: [
      ['40|38|39', '40|38|39.5', 'score-parts: “知晓率”'],
      ['96|93|94.5', '96|93|95.5', 'total-sum'],
    ],
  },
  {
    name: 'shares of the unit and of a reviewer',
    rows: form('自评得分（40%）|考核得分（60%）|最终得分', '40|40|40', '16|15|15.4', '40|38|38.8', '96|93|94.2'),
    faults: [
      ['40|38|38.8', '40|38|39', 'score-parts: “知晓率”'],
      ['96|93|94.2', '96|93|94.5', 'total-sum'],
      ['16|15|15.4', '20|20|20', 'score-by-rule: “培训期数”'],
    ],
  },
  {
    name: 'parts of which each has its share of the points',
    rows: form('定量得分（70%）|定性得分（30%）|得分', '28|12|40', '11|5|16', '28|11|39', '67|28|95'),
    faults: [['28|11|39', '28|11|40', 'score-parts: “知晓率”']],
  },
];

describeWhole(WHOLE);

test('the halves of a year of which nothing is made are no score of the year', () => {
  const { forms } = recognise(
    sheetOf(`项目支出绩效自评表
三级指标|分值|上半年得分|下半年得分|原因
培训人数|50|25|25|
知晓率|30|15|15|
满意度|20|10|10|
合计|100|50|50|`),
  );
  expect(forms).toEqual([]);
});
