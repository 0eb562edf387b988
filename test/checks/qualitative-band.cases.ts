import { qualitativeBand } from '../../src/checks/qualitative-band';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';

const words = { target: '学员能力有所提升' };
const why = { evidence: '原因：课时不足；改进措施：增加课时。' };

export default cases(qualitativeBand, {
  valid: [
    { name: '达成得满分', sheet: training(3, { ...words, actual: '达成预期指标', stated: 10 }) },
    { name: '达成得分值的九成', sheet: training(3, { ...words, actual: '达成预期指标', stated: 9, ...why }) },
    {
      name: '部分达成得七成',
      sheet: training(3, { ...words, actual: '部分达成预期指标并具有一定效果', stated: 7, ...why }),
    },
  ],
  invalid: [
    {
      name: '部分达成却记满分',
      sheet: training(3, { ...words, actual: '部分达成预期指标并具有一定效果', stated: 10 }),
      findings: [{ cell: 'G10', message: 'above', severity: 'warning', found: '10', related: ['E10'] }],
    },
    {
      name: '达成却只得五成',
      sheet: training(3, { ...words, actual: '达成预期指标', stated: 5, ...why }),
      findings: [{ cell: 'G10', message: 'below', expected: '8~10', found: '5' }],
    },
  ],
});
