import { scoreParts } from '../../src/checks/score-parts';
import { cases } from '../support/checkTester';
import { assessed } from '../support/reckonedForms';

export default cases(scoreParts, {
  valid: [
    { name: '小计是两处得分之和', sheet: assessed('小计', '8|10|18', '48|50|98') },
    { name: '平均得分是两处得分的平均', sheet: assessed('平均得分', '18|17|17.5', '平均98|96|97') },
    { name: '平均取到两位小数', sheet: assessed('得分', '18|17.25|17.63', '平均98|96.25|97.13') },
  ],
  invalid: [
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
