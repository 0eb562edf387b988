import { groupWeight } from '../../src/checks/group-weight';
import { cases } from '../support/checkTester';
import { changed, trainingIn } from '../fixtures/training';

const printed = (weight: number) => new Map([['产出指标', weight]]);
const TWO_WRONG = changed(new Map([[0, { weight: 18, stated: 18 }]]));

export default cases(groupWeight, {
  valid: [
    { name: '名称里的分值等于下级之和', sheet: trainingIn('L3') },
    { name: '分值栏里的上级分值', sheet: trainingIn('L1', { budget: null, total: { weight: 90 } }) },
  ],
  invalid: [
    {
      name: '一级指标的分值印错',
      sheet: trainingIn('L3', { groupWeights: printed(60) }),
      findings: [
        { cell: 'A7', message: 'items', severity: 'error', expected: '50', found: '60', related: ['D7', 'D8'] },
      ],
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
