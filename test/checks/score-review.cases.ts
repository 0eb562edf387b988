import { scoreReview } from '../../src/checks/score-review';
import { cases } from '../support/checkTester';
import { reviewed } from '../support/reckonedForms';

export default cases(scoreReview, {
  valid: [
    { name: '差异是自评减复核', sheet: reviewed('0.5', '92.5|1.5', '1') },
    { name: '差异一栏只有几行填了', sheet: reviewed('', '92.5|') },
    { name: '差异一栏一半另有算法', sheet: reviewed('-9', '92.5|-10', '') },
    { name: '差异一栏多半另有算法', sheet: reviewed('-9', '92.5|-12', '-3') },
  ],
  invalid: [
    {
      name: '差异与别的行的算法不符',
      sheet: reviewed('-1.5', '92.5|-2.5'),
      findings: [{ cell: 'I5', message: 'differs', severity: 'error', expected: '-0.5', related: ['H5', 'G5'] }],
    },
  ],
});
