import { groupScore } from '../../src/checks/group-score';
import { cases } from '../support/checkTester';
import { changed, trainingIn } from '../fixtures/training';

const WRONG_ITEM = changed(new Map([[0, { stated: 15 }]]));

export default cases(groupScore, {
  valid: [{ name: '小计等于各项之和', sheet: trainingIn('L12') }],
  invalid: [
    {
      name: '小计写错',
      sheet: trainingIn('L12', { groupScores: new Map([['产出指标', 48]]) }),
      findings: [{ cell: 'G7', message: 'differs', severity: 'error', expected: '50', found: '48', fix: 50 }],
    },
    {
      name: '一项得分有误，小计按对的加',
      sheet: trainingIn('L12', { rows: WRONG_ITEM, groupScores: new Map([['产出指标', 50]]), total: { stated: 100 } }),
      findings: [{ cell: 'G7', message: 'differs', severity: 'error' }],
      others: ['score-by-rule'],
    },
  ],
});
