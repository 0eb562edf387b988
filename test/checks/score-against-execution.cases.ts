import { scoreAgainstExecution } from '../../src/checks/score-against-execution';
import { BUILT_IN } from '../../src/scoring';
import { cases } from '../support/checkTester';
import { funded } from '../fixtures/training';

const [base] = BUILT_IN.filter(({ id }) => id === 'national-project');
const settings =
  base === undefined
    ? {}
    : {
        rulebook: {
          ...base,
          caps: [
            { below: 80, total: 89 },
            { below: 70, total: 79 },
          ],
        },
      };
const spent = (amount: number) => funded({ spent: amount, rate: `${amount}%`, stated: amount / 10 });

export default cases(scoreAgainstExecution, {
  valid: [
    { name: '执行率高', sheet: spent(96), settings },
    { name: '没有上限的规则，执行率 75%', sheet: spent(75) },
  ],
  invalid: [
    {
      name: '执行率 75%，总分超过 89',
      sheet: spent(75),
      settings,
      findings: [{ cell: 'G11', message: 'cap', severity: 'error', expected: '89', found: '97.5' }],
    },
    { name: '执行率 55%，总分 95.5', sheet: spent(55), findings: [{ cell: 'G11', message: 'high', severity: 'info' }] },
  ],
});
