import { qualitativeBand } from '../../src/checks/qualitative-band';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { training } from '../fixtures/training';

const words = { target: '学员能力有所提升' };
const why = { evidence: '原因：课时不足；改进措施：增加课时。' };

/** A row in words that prints its own rule: nothing for less than all of it. */
const allOrNothing = (score: number) =>
  sheetOf(`项目支出绩效自评表
三级指标|年度指标值|实际完成值|评分标准|分值|得分|偏差原因分析及改进措施
培训人次|≥200人次|210人次|达到目标值得满分，未达到的按完成比例得分|80|80|
学员能力|有所提升|部分达成预期指标|达到预期得满分，未达到不得分|20|${score}|${why.evidence}
总分||||100|${80 + score}|`);

export default cases(qualitativeBand, {
  valid: [
    { name: '达成得满分', sheet: training(3, { ...words, actual: '达成预期指标', stated: 10 }) },
    { name: '达成得分值的九成', sheet: training(3, { ...words, actual: '达成预期指标', stated: 9, ...why }) },
    {
      name: '部分达成得七成',
      sheet: training(3, { ...words, actual: '部分达成预期指标并具有一定效果', stated: 7, ...why }),
    },
    { name: '评分标准写明未达到不得分，部分达成得零分', silent: true, sheet: allOrNothing(0) },
    { name: '评分标准写明未达到不得分，部分达成得六成', sheet: allOrNothing(13) },
  ],
  invalid: [
    {
      name: '评分标准写明未达到不得分，部分达成却得满分',
      sheet: allOrNothing(20),
      findings: [{ cell: 'F4', message: 'above' }],
    },
    {
      name: '部分达成得八成，正在两档界线上',
      sheet: training(3, { ...words, actual: '部分达成预期指标并具有一定效果', stated: 8, ...why }),
      findings: [{ cell: 'G10', message: 'above', severity: 'info', found: '8' }],
    },
    {
      name: '部分达成却记满分',
      sheet: training(3, { ...words, actual: '部分达成预期指标并具有一定效果', stated: 10 }),
      findings: [{ cell: 'G10', message: 'above', severity: 'warning', found: '10', related: ['E10'] }],
    },
    {
      name: '达成却只得五成',
      sheet: training(3, { ...words, actual: '达成预期指标', stated: 5, ...why }),
      findings: [{ cell: 'G10', message: 'below', severity: 'warning', expected: '8~10', found: '5' }],
    },
    ...['课时不足，扣3分。', '课时不足，扣3分，得7分。'].map((evidence) => ({
      name: `达成得七成，说明写“${evidence}”：提问`,
      sheet: training(3, { ...words, actual: '达成预期指标', stated: 7, evidence: `${evidence}改进措施：增加课时。` }),
      findings: [{ cell: 'G10', message: 'below', severity: 'info' as const, expected: '8~10', found: '7' }],
    })),
    {
      name: '达成得七成，扣分一栏写了扣去的分：提问',
      sheet: sheetOf(`项目支出绩效自评表
三级指标|年度指标值|实际完成值|分值|扣减分数|得分|偏差原因分析及改进措施
培训人次|≥200人次|210人次|80|0|80|
学员能力|有所提升|达成预期指标|20|6|14|${why.evidence}
总分|||100|6|94|`),
      findings: [{ cell: 'F4', message: 'below', severity: 'info', expected: '16~20', found: '14' }],
    },
    {
      name: '达成得七成，说明写扣的是别的分',
      sheet: training(3, {
        ...words,
        actual: '达成预期指标',
        stated: 7,
        evidence: '课时不足，扣1分。改进措施：增加课时。',
      }),
      findings: [{ cell: 'G10', message: 'below', severity: 'warning' }],
      others: ['evidence-score'],
    },
  ],
});
