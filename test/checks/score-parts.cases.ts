import { scoreParts } from '../../src/checks/score-parts';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { assessed } from '../support/reckonedForms';

/** The score as the shares of two assessments that their headings print. */
const shares = (second: string, total: number) =>
  sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分（40%）|考核得分（60%）|综合得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|40|40|40|
产出指标|质量指标|合格率|≥90%|81%|20|${second}|设备老化
效益指标|社会效益指标|知晓率|≥90%|90%|40|40|40|40|
总分|||||100|||${total}|`);

/** The score as the mean of what five reviewers gave. */
const reviewers = (second: string, total: number) =>
  sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|评委一|评委二|评委三|评委四|评委五|平均得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|40|40|40|39|40|39.8|材料不全
产出指标|质量指标|合格率|≥90%|81%|20|${second}|设备老化
效益指标|社会效益指标|知晓率|≥90%|90%|40|40|40|38|40|40|39.6|个别村组未走访
总分|||||100||||||${total}|`);

export default cases(scoreParts, {
  valid: [
    { name: '小计是两处得分之和', sheet: assessed('小计', '8|10|18', '48|50|98') },
    { name: '平均得分是两处得分的平均', sheet: assessed('平均得分', '18|17|17.5', '平均98|96|97') },
    { name: '平均取到两位小数', sheet: assessed('得分', '18|17.25|17.63', '平均98|96.25|97.13') },
    { name: '按表头印的比例合计', sheet: shares('18|17|17.4', 97.4) },
    { name: '去掉一个最高分、一个最低分再平均', sheet: reviewers('18|17|15|18|17|17.33', 96.73) },
    { name: '五位评委的平均', sheet: reviewers('18|17|15|18|17|17', 96.4) },
  ],
  invalid: [
    {
      name: '一行的得分不是按比例合计的',
      sheet: shares('18|17|17.5', 97.5),
      findings: [
        { cell: 'I4', message: 'differs', severity: 'error', expected: '17.4', found: '17.5', ways: ['I4=17.4'] },
      ],
    },
    {
      name: '一行的得分不是两处之和',
      sheet: assessed('小计', '8|10|17', '48|50|98'),
      others: ['total-sum'],
      findings: [
        { cell: 'I4', message: 'differs', severity: 'error', expected: '18', found: '17', related: ['G4', 'H4'] },
      ],
    },
    {
      name: '一行的得分不是两处的平均',
      sheet: assessed('平均得分', '18|17|17', '平均98|96|96.5'),
      findings: [{ cell: 'I4', message: 'differs', severity: 'error', expected: '17.5', found: '17' }],
    },
  ],
});
